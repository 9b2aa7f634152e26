// Package browsertest opens the example desktop in a real Chromium and works it
// as people do: it finds what it presses by role and accessible name, as
// Chromium's own accessibility tree has them, and what it reads by visible text,
// in English and in French. No test knows an id, a class or a file of the page.
//
// Nothing sleeps: a test waits in the page, with a MutationObserver, for what it
// says should come, and fails with an outline of what the page shows instead.
// Every tab fails its test for an error on the console or an exception that
// nobody caught; a test that fails leaves a picture of each of its tabs.
//
// It is a module of its own, so that no user of callcontrol has to fetch a
// driver for browsers. It needs a Chromium (Debian: apt-get install chromium),
// and nothing from the network: axe-core, which looks for what people with
// impairments could not use, is in testdata/axe with its licence.
//
//	go test ./...          the flows, the looks for accessibility, 500 desks
//	go run ./screens       the pictures in docs/screens, made again
//
// BROWSERTEST_LATE=300ms has each request, each answer and each piece of a stream
// come up to so late, each by itself: who looks for what is right only as long as
// they come in the order in which they were sent finds it with that. A test can
// keep some of them back itself (Wire.Keep).
//
// BROWSERTEST_PICTURES names a directory for the pictures of failures; without
// it they go to the system's temporary one.
package browsertest
