// Package storetest is the conformance kit of package store: an implementation
// proves itself with one call of [Run], in a test of its own.
//
//	func TestConformance(t *testing.T) {
//		storetest.Run(t, storetest.Harness{
//			New: func(t *testing.T) store.Store { return acme.NewStore(t) },
//		})
//	}
//
// # What fails, and what does not
//
// A failure names the duty that is broken and quotes it from package store, says
// what the case shows, and lists what was asked and told last. The case ends there.
//
// The kit is as patient as a client must be. It takes nothing for granted: a commit
// of which nobody knows is looked for and tried again, a load that fails or is old
// news is repeated, a watch that breaks off begins anew. So a store that misbehaves
// as the contract allows passes, one of package store/faulty too. But every commit
// has data of its own, and the kit keeps account of them all: which was answered
// how, which revision it made, and what took its place. Whatever any case reads or
// is told is compared with that.
//
// A creation of which nobody knows may be made very late: the revision 0 that it
// names is there again when the record has been removed. The kit knows such a
// record and goes on from it.
//
// The cases about a store that survives are skipped without Reopen. What was
// skipped has not been shown. Whether a commit survives a failure of the power, the
// kit cannot show.
//
// # The cases
//
// Each family and the duty that it is about, by number. A case that stumbles over
// another duty on its way quotes that one; every case looks at its end whether what
// was given and shown has been changed (duty 5).
//
//	1  set: new, old-revision, not-there, remove, again, keys, one-of-many,
//	       counting
//	2  outcomes: conflict-is-certain, survives
//	1  outcomes: revisions-survive
//	4  outcomes: watch-after-reopening
//	3  reading: missing, bytes, beside
//	4  watching: empty, there, changes, never-backwards, slow, left
//	5  watching: within
//	6  contexts: watch, ended, end
//	5  others: together, unchanged
//	6  limits: invalid, largest
package storetest
