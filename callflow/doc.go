// Package callflow composes the machines of this module into a whole centre in
// memory, and has a language to tell stories about it.
//
// # The floor
//
// A Floor has agents, contacts, a router and a switch that obeys at once. It is
// pure: time passes when Advance is called, and the same calls lead to the same
// floor. What belongs to the centre and not to one contact is decided here:
// who is Available with a free slot (ANS-3), whether a target can be reached at
// the moment of the request (CON-7), the limit of concurrent calls (CBK-7), who
// gets a waiting contact. Floor.May asks the interaction's rules and those, in
// one place, and Floor.Do refuses exactly what it denies.
//
// A Contact is one interaction with what belongs to it alone: who its parties
// are, their wrap-ups, its variables. It is stepped by itself, and says as data
// what that means for others, so that a runtime can keep each contact as one
// record.
//
// # Stories
//
// A story is a text file of acts and of what must then be so, with the ids of
// the rules that it shows; docs/STORY.md has every sentence. Check plays all
// stories of a file system and reports what is not borne out as file:line;
// package callflowtest does it in a test. Rewrite lets a story say what is so,
// for review. A Stage is a story that is made up as it goes, act by act.
//
// The stories that ship (Shipped) tell every rule of this library as a
// situation, and package rule names for each rule the one that shows it.
package callflow
