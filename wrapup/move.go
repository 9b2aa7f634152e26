package wrapup

// effect is what a move does besides changing the phase. It is a value and not
// a function, so that what a door works on stays off the heap.
type effect uint8

const (
	nothing effect = iota
	openDialog
	fallDue
	waive
	openConsult
	pick
	wait
	shut
	complete
	completeDefault
	stop
	recordConsult
	dismissConsult
	giveWayOpen
	giveWayDue
	giveWayConsult
)

// input is one event with its payload and the place for what it says.
type input struct {
	out    *Output
	reason Code
	event  event
	now    int64 // Unix nanoseconds
}

func (in *input) say(c Change) { in.out.Changes = append(in.out.Changes, c) }

// run acts on the state as it was before the move; the phase follows after.
func (e effect) run(s *State, in *input) {
	switch e {
	case openDialog:
		s.offerBuiltIn(&s.chosen)
		in.say(Change{Kind: DialogOpened})
	case fallDue:
		s.fallDue(in)
	case waive:
		in.say(Change{Kind: Waived})
	case openConsult:
		s.offerBuiltIn(&s.consult)
		in.say(Change{Kind: ConsultOpened})
	case pick:
		if c := s.choice(); *c != in.reason {
			*c = in.reason
			in.say(Change{Kind: ReasonChosen, Reason: in.reason})
		}
	case wait:
		s.waiting = true
		in.say(Change{Kind: SubmitWaits, Reason: s.chosen})
	case shut: // the reason is kept for next time, the submit is not (TRF-9)
		s.waiting = false
		in.say(Change{Kind: Withdrawn})
	case complete:
		s.complete(in, s.chosen, false)
	case completeDefault: // also when another is picked but not submitted (END-6)
		s.complete(in, s.policy().def, true)
	case stop:
		s.counts = false
		in.say(Change{Kind: CountdownStopped})
	case recordConsult:
		in.say(Change{Kind: ConsultReason, Reason: s.consult})
		s.consult = ""
	case dismissConsult:
		s.consult = ""
		in.say(Change{Kind: ConsultDismissed})
	case giveWayOpen:
		s.giveWay(in)
		openDialog.run(s, in)
	case giveWayDue:
		s.giveWay(in)
		s.fallDue(in)
	case giveWayConsult: // a second consult has ended: its dialog takes the place of the first's
		s.giveWay(in)
		openConsult.run(s, in)
	}
}

func (s *State) fallDue(in *input) {
	s.offerBuiltIn(&s.chosen)
	s.since = in.now
	s.counts = s.policy().automatic > 0
	in.say(Change{Kind: DueNow})
}

func (s *State) complete(in *input, reason Code, automatic bool) {
	s.chosen = reason
	s.waiting, s.counts, s.since = false, false, 0
	in.say(Change{Kind: Completed, Reason: reason, Automatic: automatic})
}

func (s *State) giveWay(in *input) {
	s.consult = ""
	in.say(Change{Kind: GaveWay})
}

// offerBuiltIn picks the reason where there is none to choose between (END-7).
func (s *State) offerBuiltIn(choice *Code) {
	if *choice == "" && s.policy().codes == "" {
		*choice = builtIn.Code
	}
}
