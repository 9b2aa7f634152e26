package remote

import (
	"encoding/json"
	"slices"
)

// backlog holds the events that are not acknowledged, in order. Those before
// sent were sent over the present connection.
type backlog struct {
	bound  int
	events []heldEvent
	sent   int
	last   uint64        // the number last given
	room   chan struct{} // closed, and replaced, when one was acknowledged
}

type heldEvent struct {
	id  uint64
	raw json.RawMessage
}

// add puts an event behind the others. It is full when there is no room; the
// channel then tells when to try again.
func (b *backlog) add(raw json.RawMessage) (room <-chan struct{}, full bool) {
	if len(b.events) >= b.bound {
		return b.room, true
	}
	b.last++
	b.events = append(b.events, heldEvent{b.last, raw})
	return nil, false
}

// next is the next message to be sent, while the window allows one.
func (b *backlog) next() (message, bool) {
	if b.sent >= min(len(b.events), window) {
		return message{}, false
	}
	e := b.events[b.sent]
	b.sent++
	return message{Type: event, ID: e.id, Event: e.raw}, true
}

// again has everything sent anew, over another connection.
func (b *backlog) again() { b.sent = 0 }

// took removes an event, in whatever order they are taken.
func (b *backlog) took(id uint64) {
	i, found := slices.BinarySearchFunc(b.events, id, func(e heldEvent, id uint64) int {
		switch {
		case e.id < id:
			return -1
		case e.id > id:
			return 1
		}
		return 0
	})
	if !found {
		return
	}
	// What lies before it is at most a window; what lies behind may be much.
	copy(b.events[1:i+1], b.events[:i])
	b.events[0] = heldEvent{}
	b.events = b.events[1:]
	if i < b.sent {
		b.sent--
	}
	close(b.room)
	b.room = make(chan struct{})
}
