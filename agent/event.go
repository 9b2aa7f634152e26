package agent

// Action is what an agent asks for. The zero value is NoAction, which is never
// a valid request.
type Action uint8

// The actions.
const (
	NoAction    Action = iota
	SignIn             // to Idle with the default code (AGT-1)
	SignOut            // refused while a card shows (POP-5) or anything is open (AGT-5)
	GoAvailable        // at once, and it takes back an idle choice that waits (AGT-3)
	GoIdle             // with a code; waits while anything is open (AGT-3), but from RONA at once (POP-16)

	actions = 5
)

var actionWords = words{
	{"none", "none"}, {"sign-in", "Sign In"}, {"sign-out", "Sign Out"}, {"available", "Available"}, {"idle", "Idle"},
}

// String is the action's label, such as "Sign Out".
func (a Action) String() string { return actionWords.label(int(a)) }

// MarshalText gives the stable word, such as "sign-out"; ErrInvalid for a
// value that is no action.
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
	Code   IdleCode // with GoIdle only; empty: the policy's default code
}

// What is the word of a fact. The zero value is NoFact, which is ignored.
type What uint8

// The facts. The first six count one interaction of a channel from stage to
// stage: reserved, engaged, to be wrapped up, over.
const (
	NoFact     What = iota
	Offered         // an offer, a consult or his own outdial reaches him: reserved
	Accepted        // he has accepted a reserved one: engaged
	Released        // a reserved or engaged one is over and leaves no trace (ANS-5, CON-15, CBK-6)
	Missed          // he did not answer a reserved one: RONA, with the cause (ANS-2, ANS-6, CON-13)
	WrapUpDue       // his part in one is over, and is to be wrapped up (END-7, CBK-4, OUT-2)
	WrapUpDone      // one is wrapped up (END-4)
	OffHook         // his phone was taken off hook (END-5)
	OnHook          // his phone was hung up (END-5)

	whats = 9
)

var whatWords = words{
	{"none", "none"}, {"offered", "Offered"}, {"accepted", "Accepted"}, {"released", "Released"}, {"missed", "Missed"},
	{"wrap-up-due", "Wrap Up due"}, {"wrap-up-done", "Wrap Up done"}, {"off-hook", "Off hook"}, {"on-hook", "On hook"},
}

// String is the fact's label, such as "Offered".
func (w What) String() string { return whatWords.label(int(w)) }

// MarshalText gives the stable word, such as "offered"; ErrInvalid for a value
// that is no fact.
func (w What) MarshalText() ([]byte, error) { return whatWords.marshal(int(w), "fact") }

// UnmarshalText accepts exactly the words of MarshalText; anything else is
// ErrInvalid.
func (w *What) UnmarshalText(text []byte) error {
	i, err := whatWords.parse(text, "fact")
	if err == nil {
		*w = What(i)
	}
	return err
}

// Fact is what has happened to an agent. It is comparable, so that it can be
// recorded and replayed.
type Fact struct {
	What    What
	Channel Channel // not for OffHook and OnHook
	Cause   Cause   // with Missed; NoCause counts as NoAnswer (ANS-2)
	// Unanswered, with Released and WrapUpDue, says that the interaction was
	// still reserved. It matters only to an agent who has, on the channel, one
	// engaged and another reserved: without it, the engaged one is meant if
	// there is one.
	Unanswered bool
}

// event is a request or a fact, as the table's key.
type event uint8

const (
	signIn event = iota
	signOut
	goAvailable
	goIdle
	offered
	accepted
	released
	missed
	wrapUpDue
	wrapUpDone
	offHook
	onHook

	events       = 12
	firstFact    = offered
	requestShift = event(SignIn)
)

func (a Action) event() event { return event(a) - requestShift }
func (w What) event() event   { return event(w) - event(Offered) + firstFact }

// String names the event as docs and goldens do.
func (e event) String() string {
	if e < firstFact {
		return Action(e + requestShift).String()
	}
	return What(e - firstFact + event(Offered)).String()
}
