package interaction

import (
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Policy is what the administrator configures about one contact; it may differ
// from queue to queue. It is taken when the interaction begins and stays as it
// was then. The zero value is a sensible default; all times are whole seconds,
// and their defaults are ours, since the source names none (D14).
type Policy struct {
	Recording     bool          // record every accepted call (REC-1)
	PrivacyShield bool          // recording can be paused (REC-2)
	PauseLength   time.Duration // how long a pause lasts (REC-2); default 30 s

	AnswerTimeout     time.Duration // how long an offer rings (ANS-2), also for a blind transfer; default 20 s
	ConsultTimeout    time.Duration // how long a consulted agent rings, or a queue is searched (CON-14); default 20 s
	OutsiderTimeout   time.Duration // how long a customer, number or expert is rung; default 45 s
	AcceptanceTimeout time.Duration // how long Agent 2 may think about a transfer (TRF-8); default 20 s
	OperationTimeout  time.Duration // how long the switch may take for a wish (OP-4); default 5 s

	EndConsultEndsCall    bool // End Consult of an accepted consult ends the call (D2)
	AskBeforeTransfer     bool // a consult transfer needs Agent 2's acceptance (TRF-8)
	ReturnUnaccepted      bool // an unaccepted blind transfer goes to the queue instead of being dropped (D8)
	EndCallForWebCallback bool // a web callback can be cancelled (CBK-3)
	RemoveFromCampaign    bool // a preview contact can be removed (OUT-3)
	NoWrapUpIfNotReached  bool // an outdial that was not reached or cancelled owes no wrap-up (OUT-2)
	KeepNoise             bool // background noise is not removed (NR-2)

	ConferenceParties int // how many may talk in a conference (CNF-7): 3 or 4, 2 for no conference; default 3
}

const (
	flagRecording = 1 << iota
	flagShield
	flagEndConsultEndsCall
	flagAsk
	flagReturn
	flagCancelWeb
	flagRemove
	flagNoWrapUp
	flagKeepNoise
)

// policy is a Policy as the state carries it: without pointers, in few bytes.
type policy struct {
	pause, answer, consult, outsider, acceptance, operation uint16 // seconds
	flags                                                   uint16
	caps                                                    telephony.Capabilities
	parties                                                 uint8
}

func (p policy) has(flag uint16) bool { return p.flags&flag != 0 }

// Validate says what is wrong with the policy; nil when nothing is. The error
// matches ErrInvalid.
func (p Policy) Validate() error {
	_, err := p.pack(0)
	return err
}

// times are the policy's times in the order of pack, with what is ours where
// nothing is said (D14).
var times = [...]struct {
	name     string
	standard uint16
}{{"PauseLength", 30}, {"AnswerTimeout", 20}, {"ConsultTimeout", 20}, {"OutsiderTimeout", 45},
	{"AcceptanceTimeout", 20}, {"OperationTimeout", 5}}

func (p Policy) pack(caps telephony.Capabilities) (policy, error) {
	q := policy{caps: caps, parties: 3}
	if caps&^telephony.All != 0 {
		return policy{}, fmt.Errorf("%w: unknown capabilities", ErrInvalid)
	}
	seconds := [...]*uint16{&q.pause, &q.answer, &q.consult, &q.outsider, &q.acceptance, &q.operation}
	for i, d := range [...]time.Duration{p.PauseLength, p.AnswerTimeout, p.ConsultTimeout, p.OutsiderTimeout, p.AcceptanceTimeout, p.OperationTimeout} {
		switch s := d / time.Second; {
		case d == 0:
			*seconds[i] = times[i].standard
		case d < 0 || d%time.Second != 0 || s > 1<<16-1:
			return policy{}, fmt.Errorf("%w: policy: %s %v: want whole seconds from 1 to 65535", ErrInvalid, times[i].name, d)
		default:
			*seconds[i] = uint16(s)
		}
	}
	if n := p.ConferenceParties; n != 0 {
		if n < 2 || n > nSlots {
			return policy{}, fmt.Errorf("%w: policy: ConferenceParties %d: want 2 to %d", ErrInvalid, n, nSlots)
		}
		q.parties = uint8(n)
	}
	for i, on := range p.switches() {
		if *on {
			q.flags |= 1 << i
		}
	}
	return q, nil
}

// unpack gives the policy with its defaults written out.
func (q policy) unpack() Policy {
	seconds := func(n uint16) time.Duration { return time.Duration(n) * time.Second }
	p := Policy{
		PauseLength: seconds(q.pause), AnswerTimeout: seconds(q.answer), ConsultTimeout: seconds(q.consult),
		OutsiderTimeout: seconds(q.outsider), AcceptanceTimeout: seconds(q.acceptance),
		OperationTimeout: seconds(q.operation), ConferenceParties: int(q.parties),
	}
	for i, on := range p.switches() {
		*on = q.has(1 << i)
	}
	return p
}

// switches are the policy's booleans, in the order of the flags.
func (p *Policy) switches() [9]*bool {
	return [...]*bool{&p.Recording, &p.PrivacyShield, &p.EndConsultEndsCall, &p.AskBeforeTransfer, &p.ReturnUnaccepted,
		&p.EndCallForWebCallback, &p.RemoveFromCampaign, &p.NoWrapUpIfNotReached, &p.KeepNoise}
}
