package oracle

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Person is one party, as everybody can see him. The zero value is nobody.
type Person struct {
	Party    interaction.Party
	Phone    telephony.LegState
	Outsider bool               // no agent of this centre (CON-26)
	Desk     bool               // has a pane or a card
	Sees     interaction.Status // its label; of Agent 1's panes, the one about the customer
	Held     bool               // is on hold by us
	Device   bool               // holds on his own phone (HLD-2)
}

func (p Person) here() bool { return p.Party != 0 }

// agent is an agent of this centre, and not a queue that is still searching.
func (p Person) agent() bool { return p.here() && p.Desk && !p.Outsider }

// Stage is how far a contact has come, told by who is there and by the labels.
type Stage uint8

// The stages.
const (
	Nothing    Stage = iota // the zero value: there is no contact
	Waiting                 // for an agent
	Offering                // an agent or a number is being rung, nobody owns the call
	Dialling                // the agent's phone first, then the customer's (CBK-8, OUT-1)
	Plain                   // one pane: Connected or Call on Hold (ANS-4)
	Requested               // one pane: Consult Requested (CON-8)
	Consulting              // two panes (CON-10)
	Conference              // both of them: Conference (ANS-4)
	Over                    // it has ended
)

// Scene is what can be seen of one contact at one moment.
type Scene struct {
	Kind   interaction.Kind
	Policy interaction.Policy
	Can    telephony.Capabilities

	Stage  Stage
	Ending interaction.Ending

	Customer, Agent1, Agent2, Offered Person

	AboutAgent2 interaction.Status  // the label of Agent 1's second pane
	InFlight    interaction.Action  // the wish that waits (OP-1)
	Asked       bool                // Agent 2 is asked to take the call (PAR-10)
	Recording   telephony.Recording // the indicator (REC-6)
	Recorder    bool                // a change of the recording waits for the switch
}

// Situation is a scene with the clocks beside it, and what a witness remembers.
type Situation struct {
	Scene
	Operation, RecordingOperation telephony.Op
	Due, OfferEnds, PauseEnds     time.Time // zero when nothing runs
	Past                          Past
}

// See looks at a state from outside.
func See(s interaction.State) Situation {
	v := Situation{Operation: s.Operation(), RecordingOperation: s.RecordingOperation()}
	v.Kind, v.Policy, v.Can = s.Kind(), s.Policy(), s.Capabilities()
	v.Ending, _ = s.Ended()
	v.InFlight, v.Recording, v.Recorder = s.InFlight(), s.Recording(), s.RecordingOperation() != 0
	v.Due, _ = s.Deadline()
	v.Customer = look(s, s.Customer())
	v.Agent1 = look(s, s.Owner())
	v.Agent2 = look(s, s.Consulted())
	v.Offered = look(s, s.Offered())
	for _, pane := range s.Panes(s.Owner(), nil) {
		if pane.Role == interaction.Consulted {
			v.AboutAgent2 = pane.Status
		}
		v.PauseEnds = pane.PauseEnds
	}
	for _, pane := range s.Panes(s.Consulted(), nil) {
		v.Asked = pane.InFlight == interaction.Transfer
	}
	for _, card := range s.Panes(s.Offered(), nil) {
		v.OfferEnds = card.OfferEnds
	}
	v.Stage = stage(v.Scene)
	return v
}

func look(s interaction.State, p interaction.Party) Person {
	if p == 0 {
		return Person{}
	}
	who := Person{Party: p, Phone: s.Leg(p), Outsider: s.Outside(p), Held: s.OnHold(p), Device: s.HeldOnDevice(p)}
	for _, pane := range s.Panes(p, nil) {
		who.Desk = true
		if pane.Role != interaction.Consulted {
			who.Sees = pane.Status
		}
	}
	return who
}

// stage reads the labels.
func stage(v Scene) Stage {
	switch {
	case v.Kind == interaction.NoKind:
		return Nothing
	case v.Ending != interaction.NotEnded:
		return Over
	case v.Agent1.here() && v.Agent1.Sees == interaction.ConsultRequested:
		return Requested
	case v.Agent1.here() && v.Agent1.Sees == interaction.InConference:
		return Conference
	case v.Agent1.here() && v.Agent2.here():
		return Consulting
	case v.Agent1.here():
		return Plain
	case v.Offered.here() && v.Customer.Phone != telephony.LegUp && v.hasDialled():
		return Dialling
	case v.Offered.here():
		return Offering
	}
	return Waiting
}

// hasDialled: an outdial dials from the start, a preview once it is accepted, a
// callback when the agent's phone has been answered.
func (v Scene) hasDialled() bool {
	switch v.Kind {
	case interaction.Outdial:
		return true
	case interaction.Preview:
		return v.Offered.Phone != telephony.LegGone
	}
	return v.Offered.Phone == telephony.LegUp
}

// person finds a party; nil when he is not here.
func (v *Scene) person(p interaction.Party) *Person {
	for _, who := range []*Person{&v.Customer, &v.Agent1, &v.Agent2, &v.Offered} {
		if p != 0 && who.Party == p {
			return who
		}
	}
	return nil
}
