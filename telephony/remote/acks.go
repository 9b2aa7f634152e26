package remote

import "slices"

// acks remembers which events were acknowledged, for as long as the server may
// not have read it. The next connection opens with them, or else the server
// would send events again that the sink took before later ones of their call
// (duty 1). A pong, or an opened, forgets those that were said before its
// ping, or its open. There are never so many that an open would not fit on a
// line: a ping of its own follows every window of them, and before its pong
// comes no more than another two windows can be said.
type acks struct {
	said      []uint64 // in the order in which they were said
	forgotten uint64   // how many were said before those
}

func (a *acks) add(id uint64) { a.said = append(a.said, id) }

// all are those that the server may not have read.
func (a *acks) all() []uint64 { return slices.Clone(a.said) }

// mark counts what was said so far, and is the id of a ping.
func (a *acks) mark() uint64 { return a.forgotten + uint64(len(a.said)) }

// many asks for a ping of its own.
func (a *acks) many() bool { return a.mark()%window == 0 }

// read forgets what was said before a mark.
func (a *acks) read(mark uint64) {
	if mark <= a.forgotten || mark > a.mark() {
		return
	}
	a.said = slices.Clone(a.said[mark-a.forgotten:])
	a.forgotten = mark
}
