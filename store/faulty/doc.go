// Package faulty makes any store misbehave, on purpose, as the contract of package
// store allows: a client that works with this one works with every lawful store on
// its worst day.
//
//	s := faulty.New(store.NewMemory(), faulty.Config{Seed: 7, Rates: faulty.All(0.02)})
//
// # Faults
//
// Each [Kind] strikes one method. A request or its answer is lost, or the request
// is carried out later (duty 2); a commit is a conflict although nothing has
// changed, which keeps to "certainly not made and never will be"; a load fails, or
// gives what was there a moment ago (duty 3); a watch is late, tells a change
// twice, or breaks off (duty 4). Because the watch of the store inside goes on
// collecting while this one is late, several changes become one.
//
// Rates say how often each kind strikes by chance. Whether it does is decided by
// the seed, the record, and how many calls of that method the record has seen: so
// what happens to other records changes nothing, and a run can be repeated.
// [Store.Plant] makes one fault strike exactly where a test needs it.
//
// # Conditions
//
// [Store.Away] and [Store.Back] take the whole store away, and [Store.Full] makes
// commits fail as on a full disk.
//
// What is invalid is said to be so at once, whatever else is wrong.
package faulty
