package oracle

import (
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// label writes the labels of a scene by what its people do: the rules of what
// a desktop shows, one after the other.
func label(v *Scene) {
	for _, who := range []*Person{&v.Customer, &v.Agent1, &v.Agent2, &v.Offered} {
		who.Sees, who.Desk = interaction.NoStatus, false
	}
	v.AboutAgent2 = interaction.NoStatus

	// ANS-4, HLD-3: the customer's pane.
	if v.Agent1.here() {
		v.Agent1.Desk = true
		v.Agent1.Sees = interaction.Connected
		if v.Customer.Held {
			v.Agent1.Sees = interaction.CallOnHold
		}
	}
	// CON-8: one pane, Consult Requested; it goes before the hold's (ANS-4).
	if v.Stage == Requested {
		v.Agent1.Sees = interaction.ConsultRequested
	}
	// CON-10: the second pane, and the same words at Agent 2's desk.
	if v.Stage == Consulting {
		v.AboutAgent2 = interaction.IsConsulting
		if v.Agent2.Held {
			v.AboutAgent2 = interaction.ConsultOnHold
		}
	}
	// ANS-4: in a conference, Conference on both.
	if v.Stage == Conference {
		v.Agent1.Sees, v.AboutAgent2 = interaction.InConference, interaction.InConference
	}
	// CON-26: an outsider has no desk.
	if v.Agent2.here() && !v.Agent2.Outsider {
		v.Agent2.Desk, v.Agent2.Sees = true, v.AboutAgent2
	}
	labelCard(v)
}

// labelCard is for who is offered the contact, a consult or a transfer.
func labelCard(v *Scene) {
	card := &v.Offered
	if !card.here() || card.Outsider {
		return
	}
	// CON-24: a queue that searches has no desk. What waits for Accept and
	// has no phone to ring is a preview contact (OUT-3).
	preview := v.Kind == interaction.Preview && v.Stage == Offering && !v.Customer.here()
	if card.Phone == telephony.LegGone && !preview {
		return
	}
	card.Desk = true
	switch {
	case card.Phone == telephony.LegDialled && v.Stage != Dialling:
		card.Sees = interaction.IsConnecting // POP-2
	case v.cancellable():
		card.Sees = interaction.MayCancel // CBK-3
	default:
		card.Sees = interaction.IsRinging // ANS-1, CBK-2, OUT-1
	}
}

// cancellable: CBK-3 and CBK-4. A web callback, by policy, before the customer
// answers, and never a consult.
func (v Scene) cancellable() bool {
	return v.Kind == interaction.WebCallback && v.Policy.EndCallForWebCallback &&
		(v.Stage == Offering || v.Stage == Dialling) && v.Customer.Phone != telephony.LegUp
}

// seemly is what must be so in every scene, whatever happened.
func seemly(v Scene) error {
	want := v
	label(&want)
	switch {
	case want != v:
		return breach("ANS-4", "the labels should be %+v, they are %+v", want, v)
	case v.Stage == Consulting && v.Customer.Held == v.Agent2.Held:
		return breach("HLD-6", "of customer and Agent 2 exactly one is on hold: %v and %v", v.Customer.Held, v.Agent2.Held)
	case v.Stage == Conference && (v.Customer.Held || v.Agent2.Held):
		return breach("CNF-1", "somebody is on hold in a conference")
	case (v.Stage == Consulting || v.Stage == Requested || v.Stage == Conference) && v.Customer.Phone != telephony.LegUp:
		return breach("CON-1", "a consult without the customer")
	case v.Offered.here() && v.Agent2.here():
		return breach("CON-1", "one consulted, and another being rung")
	case v.Agent1.here() && v.Agent1.Held:
		return breach("HLD-3", "Agent 1 is on hold")
	}
	return nil
}
