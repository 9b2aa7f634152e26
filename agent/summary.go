package agent

// Summary is an agent in one word, for display (AGT-2).
type Summary struct {
	Status Status   // RONA, else WrapUp, else Engaged, else Reserved, else his own
	Code   IdleCode // with Idle
	Cause  Cause    // with RONA (AGT-6)
	Note   string   // beside Available: why nothing is offered all the same (END-5); empty: nothing to say
}

// NotOffered is the note beside Available while the phone is off hook (END-5).
const NotOffered = "not offered: phone off hook"

// Summary is what a desktop shows of the agent. Its age is State.Since; the
// note does not begin a new one.
func (s State) Summary() Summary {
	status := s.shown()
	sum := Summary{Status: status}
	switch status {
	case Idle:
		sum.Code = s.code
	case RONA:
		sum.Cause = s.cause
	case Available:
		if s.off {
			sum.Note = NotOffered
		}
	}
	return sum
}

// String reads "Idle (Lunch)", "RONA (no answer)" or "Available, not offered:
// phone off hook".
func (s Summary) String() string {
	text := s.Status.String()
	if s.Code != "" {
		text += " (" + string(s.Code) + ")"
	}
	if s.Cause != NoCause {
		text += " (" + s.Cause.String() + ")"
	}
	if s.Note != "" {
		text += ", " + s.Note
	}
	return text
}

// shown is the order of AGT-2.
func (s *State) shown() Status {
	switch {
	case s.status == RONA:
		return RONA
	case s.any(func(l load) uint16 { return l.wrapping }):
		return WrapUp
	case s.any(func(l load) uint16 { return l.engaged }):
		return Engaged
	case s.any(func(l load) uint16 { return l.reserved }):
		return Reserved
	}
	return s.status
}
