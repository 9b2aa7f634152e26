package target

import (
	"fmt"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Judge says whether a consult or a transfer may go to this target now: nil, or
// the *rule.Denied in the way, shared. It is asked when the request is made, not
// when the target was picked (CON-7).
//
// In order: who asks and who is in the call already is no target (CON-2, TRF-2);
// an agent has to be able to take it (the refusals of agent.State's
// MayBeConsulted and MayReceiveTransfer: CON-3, TRF-4, and END-5 or AGT-4 or
// AGT-3 where that is what is in the way); a queue or an entry point has to be in
// the action's list (CON-4, TRF-10); an EP-DN has to be configured, and an entry
// point known (CON-22); an expert has to be reachable with the sign-on that there is,
// known, and have a number (CON-6). A plain number has been
// checked when it was made (DN-7).
//
// Other actions have no target to be judged, nor has a transfer to the
// consulted party (TRF-8, CNF-4): a zero target is not refused here. Whether one
// is missing is interaction.State's to say. A transfer to an EP-DN is
// interaction.ErrInvalid, as it is there.
func (d Directory) Judge(a interaction.Action, t interaction.Target, states States, c Call) error {
	if a != interaction.Consult && a != interaction.Transfer || t.IsZero() {
		return nil
	}
	if d.inCall(t, &c) {
		return inCall.of(a)
	}
	p := d.get()
	switch t.Kind() {
	case telephony.Agent:
		s, ok := stateOf(states, agent.ID(t.Address()))
		if !ok {
			return noAgent.of(a)
		}
		if a == interaction.Consult {
			return s.MayBeConsulted()
		}
		return s.MayReceiveTransfer()
	case telephony.Queue:
		i, ok := p.queueByID[t.Address()]
		if !ok || !p.queues[i].item.may(a) {
			return notListed.of(a)
		}
	case telephony.EntryPoint:
		i, ok := p.pointByID[t.Address()]
		if !ok {
			return noEntryPoint.of(a)
		}
		if !p.points[i].item.may(a) {
			return notListed.of(a)
		}
	case telephony.EPDN:
		if a == interaction.Transfer {
			return errEPDN
		}
		if _, ok := p.epdnByNum[number(t).Canonical()]; !ok {
			return noEPDN.of(a)
		}
	case telephony.Expert:
		i, ok := p.expertByID[t.Address()]
		switch {
		case !p.signOn: // first, for it is true of every expert
			return noSignOn.of(a)
		case !ok:
			return noExpert.of(a)
		case len(p.experts[i].numbers) == 0:
			return noPhone.of(a)
		}
	}
	return nil
}

// inCall: by what the target names, and for a number by whose it is as well.
func (d Directory) inCall(t interaction.Target, c *Call) bool {
	if t.Kind() == telephony.Agent {
		return c.has(agent.ID(t.Address()))
	}
	if t.Kind() != telephony.DialNumber {
		return t.Kind() == telephony.Expert && slices.Contains(c.With, t)
	}
	n := number(t)
	if n.Equal(d.dn(c.Self)) {
		return true
	}
	for _, w := range c.With {
		switch w.Kind() {
		case telephony.DialNumber:
			if n.Equal(number(w)) {
				return true
			}
		case telephony.Agent:
			if n.Equal(d.dn(agent.ID(w.Address()))) {
				return true
			}
		}
	}
	return false
}

// dn is an agent's number, where the lists have one; no number equals the zero
// Number.
func (d Directory) dn(id agent.ID) dialnumber.Number {
	a, _ := d.Agent(id)
	return a.DN
}

// number is the Number that the target was made of.
func number(t interaction.Target) dialnumber.Number {
	n, err := dialnumber.New(t.Address())
	if err != nil {
		return dialnumber.Number{}
	}
	return n
}

func (p Place) may(a interaction.Action) bool {
	if a == interaction.Consult {
		return p.Consult
	}
	return p.Transfer
}

// refusal is one reason with its rule for each of the two actions.
type refusal struct{ consult, transfer *rule.Denied }

func (r *refusal) of(a interaction.Action) error {
	if a == interaction.Consult {
		return r.consult
	}
	return r.transfer
}

func deny(consult, transfer rule.ID, reason string) refusal {
	return refusal{
		rule.Deny(consult, interaction.Consult.String(), "", reason),
		rule.Deny(transfer, interaction.Transfer.String(), "", reason),
	}
}

const askAdministrator = "; turn to the administrator if this persists"

var (
	inCall       = deny("CON-2", "TRF-2", "the target is in the call already")
	noAgent      = deny("CON-3", "TRF-4", "there is no such agent now")
	notListed    = deny("CON-4", "TRF-10", "it is not in the list for this")
	noEntryPoint = deny("CON-22", "TRF-10", "the entry point could not be fetched from its list"+askAdministrator)
	noEPDN       = deny("CON-22", "TRF-10", "the number is wrong or could not be fetched from its list"+askAdministrator)
	noExpert     = deny("CON-6", "CON-6", "there is no such expert")
	noPhone      = deny("CON-6", "CON-6", "the expert has no business phone number")
	noSignOn     = deny("CON-6", "CON-6", "single sign-on is not enabled")

	errEPDN = fmt.Errorf("target: a transfer cannot go to an EP-DN: %w", interaction.ErrInvalid)
)
