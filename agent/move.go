package agent

// input is one event with its payload and the place for what it says.
type input struct {
	out        *Output
	code       IdleCode
	event      event
	channel    Channel
	cause      Cause
	unanswered bool
}

func (in *input) say(c Change) { in.out.Changes = append(in.out.Changes, c) }

// effect is what a move does. It is a value and not a function, so that what a
// door works on stays off the heap.
type effect uint8

const (
	nothing effect = iota
	toDefault
	toIdle
	toAvailable
	toOut
	choose
	reserve
	engage
	dropReserved
	dropEngaged
	dropWrapUp
	wrapReserved
	wrapEngaged
	makeRONA
	takeOff
	putOn
)

func (e effect) run(s *State, in *input) {
	l := &s.load[in.channel]
	switch e {
	case toDefault:
		s.enter(in, Idle, s.policy().def, NoCause)
	case toIdle:
		s.enter(in, Idle, in.code, NoCause)
	case toAvailable:
		s.enter(in, Available, "", NoCause)
	case toOut:
		s.enter(in, SignedOut, "", NoCause)
	case choose:
		s.choose(in)
	case reserve:
		l.reserved++
	case engage:
		l.reserved--
		l.engaged++
	case dropReserved:
		l.reserved--
		s.settle(in)
	case dropEngaged:
		l.engaged--
		s.settle(in)
	case dropWrapUp:
		l.wrapping--
		s.settle(in)
	case wrapReserved:
		l.reserved--
		l.wrapping++
	case wrapEngaged:
		l.engaged--
		l.wrapping++
	case makeRONA: // the cause that made him so is kept: a second missed offer finds him RONA already (AGT-6)
		l.reserved--
		if s.status != RONA {
			s.enter(in, RONA, "", in.cause)
		}
	case takeOff:
		s.off = true
	case putOn:
		s.off = false
	}
}

// enter changes the agent's own status. A choice that waited is over with it:
// taken, or abandoned by a newer one or by RONA (AGT-3).
func (s *State) enter(in *input, status Status, code IdleCode, cause Cause) {
	if s.choice != "" {
		if s.choice != code {
			in.say(Change{Kind: Abandoned, Code: s.choice})
		}
		s.choice = ""
	}
	if s.status == status && s.code == code && s.cause == cause {
		return
	}
	s.status, s.code, s.cause = status, code, cause
	in.say(Change{Kind: Entered, Status: status, Code: code, Cause: cause})
}

// choose makes an idle choice wait. The last one wins; the code that he has
// already needs no waiting (AGT-3).
func (s *State) choose(in *input) {
	if s.status == Idle && s.code == in.code {
		s.enter(in, Idle, s.code, NoCause)
		return
	}
	if s.choice == in.code {
		return
	}
	s.choice = in.code
	in.say(Change{Kind: Chosen, Code: in.code})
}

// settle lets the choice take effect when the last interaction is over (AGT-3).
func (s *State) settle(in *input) {
	if s.choice != "" && !s.busy() {
		s.enter(in, Idle, s.choice, NoCause)
	}
}
