package interaction

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// AppendAbstract appends the state's abstract form to b: two states of the
// same form behave alike, but for the numbers that parties and operations were
// given and for the times of timers and deadlines. It is for those who walk
// the space of states; a stored state is a Snapshot.
func (s State) AppendAbstract(b []byte) []byte {
	b = append(b, byte(s.phase), byte(s.kind), byte(s.rec), byte(s.wish), byte(s.unsure), byte(s.via), s.flags, byte(s.ending))
	var armed byte
	for i, on := range [...]bool{s.opBy != 0, s.ringBy != 0, s.recBy != 0, s.op != 0, s.recOp != 0, s.tookBack != 0} {
		if on {
			armed |= 1 << i
		}
	}
	b = append(b, armed)
	// Slots by role, so that it does not matter who sits where.
	var talk, wishFor byte
	for r := Customer; r < nRoles; r++ {
		i := s.find(r)
		if i < 0 {
			b = append(b, 0)
			continue
		}
		p := &s.p[i]
		b = append(b, 1, byte(p.leg), byte(p.came), p.flags)
		if s.talk&(1<<i) != 0 {
			talk |= 1 << r
		}
		switch s.wish {
		case wishTransfer, wishAsk, wishSend:
			if int(s.wishFor) == i {
				wishFor = byte(r)
			}
		default:
			if s.wishFor&(1<<i) != 0 {
				wishFor |= 1 << r
			}
		}
	}
	q := s.pol
	b = append(b, talk, wishFor, byte(q.flags), byte(q.flags>>8), byte(q.caps), byte(q.caps>>8), q.parties)
	return b
}

// Operation is the command that the wish in flight waits for, 0 when there is
// none: the thread from a press to its fact (OP-1).
func (s State) Operation() telephony.Op { return s.op }

// RecordingOperation is the command that a change of the recording waits for,
// 0 when there is none.
func (s State) RecordingOperation() telephony.Op { return s.recOp }

// ConsultOperation is the consultation call of a consult that is not accepted
// yet, 0 when there is none: its refusal is the consult's (CON-14).
func (s State) ConsultOperation() telephony.Op {
	if i := s.find(Offered); i >= 0 {
		return s.p[i].op
	}
	return 0
}
