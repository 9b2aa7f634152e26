package telephony

// Obey tells what an obedient switch with perfect phones does at once when it
// is given a command: it calls emit with each event, in order. People are not
// part of it: a phone that was dialled alerts, and whether anybody answers is
// not for the switch to say. It is the heart of the simulator and of every
// test without one.
func Obey(c Command, emit func(Event)) {
	tell := func(e Event) {
		e.Call, e.Op = c.Call, c.Op
		emit(e)
	}
	switch c.Verb {
	case Dial:
		tell(Event{Kind: Alerting, Leg: c.Leg})
	case ConsultationCall:
		tell(Event{Kind: Arranged, Talk: c.Talk})
		if c.To.Kind != Queue && c.To.Kind != EntryPoint && c.To.Kind != EPDN {
			tell(Event{Kind: Alerting, Leg: c.Leg})
		}
	case Hold, Retrieve, Alternate, Arrange, Conference:
		tell(Event{Kind: Arranged, Talk: c.Talk})
	case Reconnect:
		tell(Event{Kind: Gone, Leg: c.Leg, Cause: Cancelled})
		tell(Event{Kind: Arranged, Talk: c.Talk})
	case Transfer:
		tell(Event{Kind: Diverted, Leg: c.Leg})
		tell(Event{Kind: Gone, Leg: c.Owner, Cause: Transferred})
	case SingleStep:
		tell(Event{Kind: Diverted, Leg: c.Leg})
		tell(Event{Kind: Gone, Leg: c.Owner, Cause: Transferred})
		if c.Leg != 0 {
			tell(Event{Kind: Alerting, Leg: c.Leg})
		}
	case Clear:
		tell(Event{Kind: Gone, Leg: c.Leg, Cause: Cancelled})
	case Answer:
		tell(Event{Kind: Answered, Leg: c.Leg})
	case StartRecording, ResumeRecording:
		tell(Event{Kind: Recorded, Recording: RecordingOn})
	case PauseRecording:
		tell(Event{Kind: Recorded, Recording: Paused})
	}
}
