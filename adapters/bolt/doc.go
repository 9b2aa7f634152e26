// Package bolt keeps a contact centre's records in one file: a store.Store that
// survives its process, and the machine, if the disk does what it says.
//
//	s, err := bolt.Open("centre.db", bolt.Options{})
//	if err != nil { … }
//	defer s.Close()
//
// # The engine
//
// The file is one of go.etcd.io/bbolt, the engine under etcd: pure Go, small, one
// file, no process of its own, and real transactions, each of them synced to the
// disk before it is answered. A process that is killed at any moment finds the
// file as it was after some whole transaction, without a log to replay.
//
// It is not good at many small commits one after the other, for each waits for the
// disk twice; so commits that arrive while the disk is busy share the next
// transaction (one that arrives alone waits for nobody). It is not good at files
// much larger than memory, nor at several processes: a file is open once, and
// whoever comes second gets [ErrLocked]. The file does not shrink; room that became
// free is used again.
//
// # What is written
//
// The bytes of the records as they are: who can read the file can read what
// customers said. A new file is for its owner only. The example of package store
// encrypts what it stores.
//
// Each record has a checksum, because the engine has them only for the first two
// pages; [Open] reads every record once. A damaged file is [ErrCorrupt], from Open
// or from the method that meets the damage, and never a panic. A file of length 0
// is a new one.
//
// # When the disk fails
//
// A commit that could not be written, as on a full disk, is answered with the
// system's error, is not made, and is no obstacle to the next. After a failed sync
// nobody can tell what is on the disk: the store stops, and every method gives
// [ErrStopped] until the file is opened again.
//
// Load and Watch give only what has been synced.
package bolt
