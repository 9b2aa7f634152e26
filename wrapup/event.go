package wrapup

// Action is what an agent asks for. The zero value is NoAction, which is never
// a valid request.
type Action uint8

// The actions.
const (
	NoAction        Action = iota
	Choose                 // pick a reason; the last one stands (END-3)
	Submit                 // Submit Wrap Up, with exactly one reason (END-3, END-4)
	CancelCountdown        // stop the count-down, where the policy allows (END-6)
	Dismiss                // close a consult's dialog without a reason; a call's cannot be

	actions = 5
)

var actionWords = words{
	{"none", "none"}, {"choose", "Choose reason"}, {"submit", "Submit Wrap Up"},
	{"cancel-countdown", "Cancel count-down"}, {"dismiss", "Dismiss"},
}

// String is the action's label, such as "Submit Wrap Up".
func (a Action) String() string { return actionWords.label(int(a)) }

// MarshalText gives the stable word, such as "submit"; ErrInvalid for a value
// that is no action.
func (a Action) MarshalText() ([]byte, error) { return actionWords.marshal(int(a), "action") }

// UnmarshalText accepts exactly the words of MarshalText; anything else is
// ErrInvalid.
func (a *Action) UnmarshalText(text []byte) error {
	i, err := actionWords.parse(text, "action")
	if err == nil {
		*a = Action(i)
	}
	return err
}

// Request is what an agent asks for.
type Request struct {
	Action Action
	Reason Code // with Choose, and with it only
}

// Fact is what has happened. The zero value is NoFact, which is ignored.
type Fact uint8

// The facts.
const (
	NoFact         Fact = iota
	Open                // a transfer is requested: the dialog opens early (TRF-9)
	Owe                 // the agent's part is over: the wrap-up is due (END-2, TRF-9)
	Withdraw            // the switch refused the transfer: the dialog closes (TRF-9)
	OpenForConsult      // he ended a consult: the dialog opens for it (CON-16)

	facts = 5
)

var factWords = words{
	{"none", "none"}, {"open", "Open"}, {"owe", "Owe"}, {"withdraw", "Withdraw"}, {"open-for-consult", "Open for consult"},
}

// String is the fact's label, such as "Withdraw".
func (f Fact) String() string { return factWords.label(int(f)) }

// MarshalText gives the stable word, such as "withdraw"; ErrInvalid for a value
// that is no fact.
func (f Fact) MarshalText() ([]byte, error) { return factWords.marshal(int(f), "fact") }

// UnmarshalText accepts exactly the words of MarshalText; anything else is
// ErrInvalid.
func (f *Fact) UnmarshalText(text []byte) error {
	i, err := factWords.parse(text, "fact")
	if err == nil {
		*f = Fact(i)
	}
	return err
}

// event is a request, a fact or the deadline, as the table's key.
type event uint8

const (
	choose event = iota
	submit
	cancelCountdown
	dismiss
	open
	owe
	withdraw
	openForConsult
	deadline

	events    = 9
	firstFact = open
)

func (a Action) event() event { return event(a) - event(Choose) }
func (f Fact) event() event   { return event(f) - event(Open) + firstFact }

// String names the event as docs and goldens do.
func (e event) String() string {
	switch {
	case e < firstFact:
		return Action(e + event(Choose)).String()
	case e < deadline:
		return Fact(e - firstFact + event(Open)).String()
	}
	return "Deadline"
}
