package callflow

import (
	"fmt"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// May says whether an agent may do something with a contact now, and with that
// target: nil, or a *rule.Denied. First the interaction's own rules are asked,
// then those about the target, who is judged at the moment of the request, not
// when he was picked (CON-7). With a zero target it says whether the button is
// enabled. Do refuses exactly what May denies.
func (f *Floor) May(by agent.ID, id telephony.CallID, a interaction.Action, to interaction.Target) error {
	c := f.contacts[id]
	if c == nil {
		return fmt.Errorf("%w: contact", ErrUnknown)
	}
	return c.May(by, a, to, f.around())
}

// May says whether an agent may do something with the contact now, and with
// that target, in the centre around it: what Floor.May says.
func (c *Contact) May(by agent.ID, a interaction.Action, to interaction.Target, in Around) error {
	if a == interaction.EditVariables && c.State.Role(c.Party(by)) == interaction.Nobody {
		if s := c.wrapUp(by); s != nil && s.owes() {
			return nil // until his wrap-up is submitted (CAD-2)
		}
	}
	if err := c.State.May(c.Party(by), a); err != nil {
		return err
	}
	switch a {
	case interaction.Consult, interaction.Transfer:
		return c.mayReach(by, a, to, in)
	case interaction.Accept:
		if c.State.Kind() == interaction.Preview && c.State.Customer() == 0 && in.Full(1) {
			return full[a]
		}
	}
	return nil
}

// mayReach judges a target.
func (c *Contact) mayReach(by agent.ID, a interaction.Action, to interaction.Target, in Around) error {
	if a == interaction.Transfer && c.State.Consulted() != 0 {
		if s := c.seatOf(c.State.Consulted()); to.IsZero() || s != nil && s.sits(to) {
			return nil
		}
		return transferElsewhere
	}
	places := to.Kind() != telephony.Queue && to.Kind() != telephony.EntryPoint
	if (places || a == interaction.Consult) && in.Full(1) {
		return full[a]
	}
	if d, listed := in.Directory(); listed {
		return d.Judge(a, to, in, c.Call(by))
	}
	if to.Kind() == telephony.DialNumber {
		if n, err := dialnumber.New(to.Address()); err == nil && n.IsValid() && n.Equal(c.number()) {
			return inCall[a]
		}
	}
	if to.Kind() != telephony.Agent {
		return nil
	}
	who := agent.ID(to.Address())
	if who == by || c.seat(who) != nil {
		return inCall[a]
	}
	state, _ := in.Agent(who)
	if a == interaction.Consult {
		return state.MayBeConsulted()
	}
	return state.MayReceiveTransfer()
}

var (
	transferElsewhere = rule.Deny("CON-18", "Transfer", "Consulting", "")
	inCall            = map[interaction.Action]*rule.Denied{
		interaction.Consult:  rule.Deny("CON-2", "Consult", "", "oneself, or someone in the call already"),
		interaction.Transfer: rule.Deny("TRF-2", "Transfer", "", "oneself, or someone in the call already"),
	}
	full = map[interaction.Action]*rule.Denied{
		interaction.Consult:  rule.Deny("CBK-7", "Consult", "", ""),
		interaction.Transfer: rule.Deny("CBK-7", "Transfer", "", ""),
		interaction.Accept:   rule.Deny("CBK-7", "Accept", "", ""),
		interaction.Offer:    rule.Deny("CBK-7", "Offer", "", ""),
	}
	dialFull   = rule.Deny("CBK-7", "Dial", "", "")
	dialCaller = rule.Deny("OUT-1", "Dial", "", "the caller id is not one that the policy lists")
)

func (s *Seat) sits(to interaction.Target) bool {
	if s.Agent != "" {
		return to.Kind() == telephony.Agent && to.Address() == string(s.Agent)
	}
	return to == s.Target
}

// owes: a wrap-up is open and blocks; a consult's never does (D2).
func (s *Seat) owes() bool { return s.WrapUp.Phase() == wrapup.Due }

// MayDial says whether an agent may dial a number (OUT-1): he is Available or
// Idle with a free voice slot, the caller id is listed, and there is room for
// the call (CBK-7).
func (f *Floor) MayDial(by agent.ID, to dialnumber.Number, callerID string) error {
	return MayDial(by, to, callerID, f.cfg.CallerIDs, f.around())
}

// MayDial is Floor.MayDial in any centre; listed are the caller ids that may
// be shown.
func MayDial(by agent.ID, to dialnumber.Number, callerID string, listed []string, in Around) error {
	a, ok := in.Agent(by)
	if !ok {
		return fmt.Errorf("%w: agent", ErrUnknown)
	}
	if !to.IsValid() {
		return fmt.Errorf("%w: no number", ErrInvalid)
	}
	if err := a.MayDialOut(); err != nil {
		return err
	}
	if callerID != "" && !slices.Contains(listed, callerID) {
		return dialCaller
	}
	if in.Full(1) {
		return dialFull
	}
	return nil
}

// full: so many more calls would be over the limit (CBK-7). Each customer who
// is connected or being called is one call, and each consult another.
func (f *Floor) full(more int) bool {
	if f.cfg.MaxCalls == 0 {
		return false
	}
	n := more
	for _, c := range f.contacts {
		n += c.Calls()
	}
	return n > f.cfg.MaxCalls
}

// Calls is for how many concurrent calls the contact counts (CBK-7): one while
// its customer is connected or being called, two with a consult or in a
// conference.
func (c *Contact) Calls() int { return Calls(c.State) }

// Calls is Contact.Calls of a state alone.
func Calls(s interaction.State) int {
	if !s.Kind().Voice() {
		return 0
	}
	switch s.Phase() {
	case interaction.Requested, interaction.Consulting, interaction.Conference:
		return 2
	case interaction.Ended, interaction.NotBegun:
		return 0
	}
	// a preview contact that is only considered has no leg yet
	if s.Customer() == 0 && s.Leg(s.Offered()) == telephony.LegGone {
		return 0
	}
	return 1
}
