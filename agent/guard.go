package agent

import "math"

// guard is a named condition of the table.
type guard uint8

const (
	anyReserved guard = iota
	anyOpen
	room
	hasReserved
	hasEngaged
	hasWrapUp
	unanswered
	isOffHook
	isOnHook

	guards = 9
)

var guardNames = [guards]string{
	anyReserved: "a card shows", anyOpen: "anything open", room: "countable", hasReserved: "reserved",
	hasEngaged: "engaged", hasWrapUp: "to be wrapped up", unanswered: "unanswered", isOffHook: "off hook", isOnHook: "on hook",
}

func (g guard) String() string { return guardNames[g] }

// holds asks about the channel that the fact names, or about all of them.
// Doors have checked the channel.
func (g guard) holds(s *State, in *input) bool {
	l := s.load[in.channel]
	switch g {
	case anyReserved:
		return s.any(func(l load) uint16 { return l.reserved })
	case anyOpen:
		return s.busy()
	case room:
		return l.sum() < math.MaxUint16 // so that no stage can overflow
	case hasReserved:
		return l.reserved > 0
	case hasEngaged:
		return l.engaged > 0
	case hasWrapUp:
		return l.wrapping > 0
	case unanswered:
		return in.unanswered
	case isOffHook:
		return s.off
	case isOnHook:
		return !s.off
	}
	return false
}
