package interaction

// Status is what a pane or a card shows beside its timer.
type Status uint8

const (
	NoStatus         Status = iota // the zero value: nothing is shown
	IsConnecting                   // the contact is being assigned (POP-2)
	IsRinging                      // offered (ANS-1)
	MayCancel                      // a web callback that may be cancelled shows Cancel instead (CBK-3)
	Connected                      // the customer talks with the owner (ANS-4)
	CallOnHold                     // the customer is on hold (HLD-3)
	ConsultRequested               // a consult is not accepted yet (CON-8)
	IsConsulting                   // the consulted party talks with the owner (CON-10)
	ConsultOnHold                  // the owner holds the consulted party (CON-10)
	InConference                   // all talk
)

var statusWords = []string{"", "Connecting", "Ringing", "Cancel", "Connected", "Call on Hold",
	"Consult Requested", "Consulting", "Consult on Hold", "Conference"}

// String is the status's label in English.
func (s Status) String() string { return word(statusWords, uint8(s)) }

// MarshalText writes the label.
func (s Status) MarshalText() ([]byte, error) { return marshalWord("status", statusWords, uint8(s)) }

// UnmarshalText reads the label.
func (s *Status) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("status", statusWords, b)
	if err == nil {
		*s = Status(v)
	}
	return err
}

// statusOf is what a pane about the party in slot shows.
func (s *State) statusOf(slot int) Status {
	switch s.p[slot].role {
	case Customer:
		return s.customerStatus()
	case Consulted:
		switch {
		case s.phase == Conference:
			return InConference
		case s.talks(slot):
			return IsConsulting
		}
		return ConsultOnHold
	case Offered:
		switch {
		case s.p[slot].leg == legDialled && s.phase != Calling:
			return IsConnecting
		case (s.phase == Ringing || s.phase == Calling) && s.cancellableCallback():
			return MayCancel
		}
		return IsRinging
	}
	return NoStatus
}

func (s *State) customerStatus() Status {
	switch s.phase {
	case Connecting, Ringing, Calling:
		return s.statusOf(s.find(Offered))
	case Requested: // before the hold's (ANS-4)
		return ConsultRequested
	case Conference:
		return InConference
	case Talking, Consulting:
		if s.talks(0) {
			return Connected
		}
		return CallOnHold
	}
	return NoStatus
}
