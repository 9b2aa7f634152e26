// Package store is the port to where a contact centre's records are kept: what
// must not be lost when a process dies. A Center without a store keeps its
// records in its own memory, and they end with it; with one it begins where the
// last one ended.
//
// [Memory] is a store in memory, for tests; package store/faulty makes any store
// misbehave as this contract allows, and store/storetest proves an implementation.
// A store on disk is a module of its own under adapters.
//
// # What a store keeps
//
// A record is a [Key] and some bytes that mean nothing to the store: at most
// [MaxData] of them, never none. Beside them the store keeps a [Revision], which
// is another one after every commit. The bytes hold what people have typed and
// said, secure values too: whoever can read the store can read them. A host that
// wants them encrypted wraps its store ([Store] has three methods).
//
// # The duties of an implementation
//
// Duty 1, compare and set: Commit changes a record only if its revision is still
// the one that the caller names, and does so as a whole. Of two commits that name
// the same one, one is made.
//
// Duty 2, three outcomes: nil when it was made, and survives whatever happens to
// the process from now on, if the store is one that survives; [ErrConflict] when it
// was certainly not made and never will be; anything else when nobody knows. A
// commit of which nobody knows may still be made later, as long as the revision
// that it names is there.
//
// Duty 3, reading: Load gives a record with the revision that it had. It may be
// an older one (a commit against it is a conflict then), but not for ever, and
// never one that was not committed. [ErrMissing] says that there is none, or was
// none a moment ago; any other error says nothing.
//
// Duty 4, watching: Watch tells every record that is there, then one Change with
// Current, then what is committed, by whomever, until its context ends or it
// fails; who wants to go on watches anew. It may be late, tell a change twice, and
// tell only the last of several; of one record it never tells an older one after a
// newer one. A watcher who does not read keeps nobody from committing.
//
// Duty 5, others: records do not wait for one another, every method can be called
// at any time by anybody, and what is given to Commit, or comes from Load and
// Watch, is changed by nobody afterwards.
//
// Duty 6, contexts and limits: a method returns soon after its context has ended.
// What is too large, or has no key, is [ErrInvalid], and changes nothing.
//
// A store needs no locks that clients can see, no timers and no leases: whose a
// record is, and until when something holds, stands in the record.
package store
