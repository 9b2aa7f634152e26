// Package record keeps what must not be lost: one record for each interaction
// and one for each agent, changed by compare-and-set and by nothing else.
//
// A record is a value that never changes once it is stored. Whoever wants to
// change one clones it, changes the clone and commits it against the revision
// that he read; on a conflict he begins again. What is still to be done about
// it (commands for the switch, facts and notices for agents) is part of the
// record: an outbox, so that a crash between a commit and what follows from it
// loses nothing. Each entry is numbered, and whom it is for remembers the
// number, so that doing it again does it once.
//
// Between an interaction and an agent there is no common commit. An agent is
// reserved first, with a deadline of its own, and then the interaction names
// him; what the interaction's outbox tells him later finds the reservation.
package record
