package interaction

import (
	"fmt"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Request is what a person, or the router, asks for.
type Request struct {
	By     Party  // who asks; Centre for the router
	Action Action // what for
	To     Target // for Consult, for Transfer from a plain call, for Offer, and the agent's own for Accept of a preview contact
	Digits string // for SendDigits: 1 to 32 of 0-9, A-D, * and #
}

// Opening is how an interaction begins.
type Opening struct {
	Kind         Kind
	Policy       Policy
	Capabilities telephony.Capabilities
	Agent        Target // for Outdial: the agent who dials, whose phone is rung first (OUT-1)
}

// New begins an interaction: an outdial by ringing the agent's own phone,
// everything else by waiting for an agent. The error matches ErrInvalid.
func New(now time.Time, o Opening, out *Output) (State, error) {
	out.reset()
	pol, err := o.Policy.pack(o.Capabilities)
	if err != nil {
		return State{}, err
	}
	if o.Kind == NoKind || o.Kind >= nKinds {
		return State{}, fmt.Errorf("%w: no such kind: %d", ErrInvalid, uint8(o.Kind))
	}
	if (o.Kind == Outdial) != (o.Agent.kind == telephony.Agent) {
		return State{}, fmt.Errorf("%w: an outdial, and nothing else, begins with its agent", ErrInvalid)
	}
	t := out.start(&State{}, now, -1)
	t.s.kind, t.s.pol, t.s.phase = o.Kind, pol, Waiting
	t.s.p[0] = party{role: Customer, since: t.now}
	if !o.Kind.dialsCustomer() {
		t.s.nParty = 1
		t.s.p[0].id, t.s.p[0].leg = 1, legUp
	}
	if o.Kind == Outdial {
		i := t.join(Offered, legDialled, telephony.Agent)
		t.s.phase, t.s.ringBy = Calling, t.after(pol.answer)
		t.tellAgent(i, Reserved, telephony.NoCause)
		t.command(telephony.Command{Verb: telephony.Dial, Leg: t.s.p[i].id, To: o.Agent.Endpoint()})
	} else {
		out.Want = Want{Reason: Arrived}
	}
	return t.s, nil
}

// Request is the door for people, and for the router. It returns the state
// that follows and fills out with what the step brings about; or the error of
// May, or an ErrInvalid where the target or the digits do not fit the action,
// and then the state as it was and an empty out.
func (s State) Request(now time.Time, r Request, out *Output) (State, error) {
	out.reset()
	slot, err := s.judge(r.By, r.Action)
	if err != nil {
		return s, err
	}
	if err := s.fits(slot, &r); err != nil {
		return s, err
	}
	t := out.start(&s, now, slot)
	t.ask(&r)
	requestRows[r.Action][s.phase].Do(t)
	t.finish(&s)
	return t.s, nil
}

// fits checks what May does not look at: the request's payload.
func (s *State) fits(slot int, r *Request) error {
	kind := r.To.kind
	var ok bool
	switch {
	case r.Action == Consult:
		ok = kind != telephony.NoEndpoint
	case r.Action == Transfer && s.phase == Talking:
		ok = kind != telephony.NoEndpoint && kind != telephony.EPDN
	case r.Action == Offer, r.Action == Accept && s.previewOffer(slot):
		ok = kind == telephony.Agent
	default:
		ok = kind == telephony.NoEndpoint
	}
	if !ok {
		return fmt.Errorf("%w: %v with target %v", ErrInvalid, r.Action, kind)
	}
	if r.Action != SendDigits && r.Digits == "" {
		return nil
	}
	if r.Action != SendDigits || r.Digits == "" || len(r.Digits) > 32 || strings.Trim(r.Digits, "0123456789ABCD*#") != "" {
		return fmt.Errorf("%w: %v: digits are 1 to 32 of 0-9, A-D, * and #", ErrInvalid, r.Action)
	}
	return nil
}
