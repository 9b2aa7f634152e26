package explore

import (
	"fmt"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// order is what matters of a command.
type order struct {
	Verb telephony.Verb
	Leg  telephony.Leg
	Talk telephony.Legs
	To   telephony.Endpoint
}

// requested: what a request says is commanded, no more and no less: the verb,
// whose leg, who shall talk, and who is to be rung.
func requested(m callflow.Move) string {
	if m.Request.Action == interaction.NoAction {
		return ""
	}
	var have []order
	for _, c := range m.Output.Commands {
		have = append(have, order{c.Verb, c.Leg, c.Talk, c.To})
	}
	if want := wanted(m); !slices.Equal(have, want) {
		return fmt.Sprintf("OP-8: %v in %v commands %v, it should be %v", m.Request.Action, m.Before.Phase(), have, want)
	}
	return ""
}

// wanted is what the switch has to be told of a request, as the rules say.
func wanted(m callflow.Move) []order {
	was, is, r := m.Before, m.After, m.Request
	customer, consulted, offered := was.Customer(), was.Consulted(), was.Offered()
	one := func(v telephony.Verb, leg telephony.Leg, talk ...telephony.Leg) []order {
		return []order{{Verb: v, Leg: leg, Talk: telephony.LegsOf(talk...)}}
	}
	present := order{Verb: telephony.Arrange, Talk: is.Hears()}
	consulting := was.Phase() == interaction.Consulting
	switch r.Action {
	case interaction.Hold, interaction.ResumeConsult:
		if consulting { // PAR-20: two words for one swap
			return one(telephony.Alternate, consulted, consulted)
		}
		return one(telephony.Hold, customer) // HLD-3
	case interaction.Resume, interaction.HoldConsult:
		if consulting {
			return one(telephony.Alternate, customer, customer)
		}
		return one(telephony.Retrieve, customer, customer) // HLD-4
	case interaction.Consult: // CON-8, HLD-5: the customer is held by it
		return []order{{Verb: telephony.ConsultationCall, Leg: is.Offered(), To: r.To.Endpoint()}}
	case interaction.EndConsult:
		switch {
		case !consulting: // CON-23: whether it had begun at the switch or not
			return append(one(telephony.Clear, offered), present)
		case was.Policy().EndConsultEndsCall: // D2
			return one(telephony.ClearCall, 0)
		case was.InFlight() != interaction.NoAction: // OP-4: a late success must not stand
			return append(one(telephony.Clear, consulted), present)
		}
		return one(telephony.Clear, consulted) // CON-16
	case interaction.ExitConsult, interaction.ExitConference: // CON-15, CNF-3
		return one(telephony.Reconnect, r.By, customer)
	case interaction.StartConference: // CNF-1
		return one(telephony.Conference, 0, customer, consulted)
	case interaction.Transfer:
		switch {
		case consulted == 0: // TRF-7
			return []order{{Verb: telephony.SingleStep, Leg: is.Offered(), To: r.To.Endpoint()}}
		case consulting && was.Policy().AskBeforeTransfer && !was.Outside(consulted): // TRF-8: he is asked first
			return nil
		}
		return one(telephony.Transfer, consulted)
	case interaction.AcceptTransfer: // PAR-10
		return one(telephony.Transfer, r.By)
	case interaction.End, interaction.Cancel: // END-1, CBK-4
		return one(telephony.ClearCall, 0)
	case interaction.Accept:
		if was.Leg(r.By) == telephony.LegGone { // OUT-3: his own phone first
			return []order{{Verb: telephony.Dial, Leg: r.By, To: r.To.Endpoint()}}
		}
		return one(telephony.Answer, r.By) // ANS-4, POP-7
	case interaction.Decline:
		switch all := one(telephony.Clear, r.By); { // ANS-6
		case is.Phase() == interaction.Ended: // TRF-5
			return append(all, order{Verb: telephony.ClearCall})
		case was.Phase() == interaction.Requested && is.Phase() == interaction.Talking: // CON-14
			return append(all, present)
		default:
			return all
		}
	case interaction.Offer:
		if is.Leg(is.Offered()) != telephony.LegDialled { // nothing rings for it (ANS-1, OUT-3)
			return nil
		}
		return []order{{Verb: telephony.Dial, Leg: is.Offered(), To: r.To.Endpoint()}}
	case interaction.Refuse:
		if was.Phase() == interaction.Requested { // CON-24
			return append(one(telephony.Clear, offered), present)
		}
		return one(telephony.ClearCall, 0)
	case interaction.PauseRecording: // REC-2
		return one(telephony.PauseRecording, 0)
	case interaction.ResumeRecording: // REC-4
		return one(telephony.ResumeRecording, 0)
	case interaction.Mute: // OP-7
		return one(telephony.Mute, r.By)
	case interaction.Unmute:
		return one(telephony.Unmute, r.By)
	case interaction.SendDigits:
		return one(telephony.SendDigits, r.By)
	}
	return nil // PAR-10, OUT-3, CAD-2: the switch has no part in it
}

// commanded: what every step owes the switch, whoever brought it about. Its
// parts stand in duties.
func commanded(m callflow.Move) string {
	for _, duty := range duties {
		if why := duty(m); why != "" {
			return why
		}
	}
	return ""
}

var duties = []func(callflow.Move) string{arrangements, inFlight, rings, leavings, consequences}

// arrangements: a media command carries the whole arrangement: that of the wish
// in flight, or the one that is so; whose it is, and of whom.
func arrangements(m callflow.Move) string {
	is := m.After
	for _, c := range m.Output.Commands {
		if !c.Verb.Media() {
			continue
		}
		if c.Owner == 0 || c.Owner != is.Owner() {
			return fmt.Sprintf("OP-8: %v is commanded for another owner", c.Verb)
		}
		wish := c.Op == is.Operation()
		if !wish && c.Talk != is.Hears() {
			return fmt.Sprintf("OP-8: %v of %v is commanded, %v talk", c.Verb, c.Talk, is.Hears())
		}
		for _, l := range c.Talk[:c.Talk.Len()] {
			if r := is.Role(l); r != interaction.Customer && r != interaction.Consulted {
				return fmt.Sprintf("HLD-6: %v of somebody who is no party to it", c.Verb)
			}
		}
		if is.Consulted() != 0 && c.Talk.Len() == 0 {
			return fmt.Sprintf("HLD-6: %v puts both on hold", c.Verb)
		}
	}
	return ""
}

// inFlight: what has begun to be in flight has been commanded, under the number
// by which it will be answered.
func inFlight(m callflow.Move) string {
	for _, ops := range [][2]telephony.Op{{m.Before.Operation(), m.After.Operation()}, {m.Before.RecordingOperation(), m.After.RecordingOperation()}} {
		told := slices.ContainsFunc(m.Output.Commands, func(c telephony.Command) bool { return c.Op == ops[1] })
		if ops[1] != 0 && ops[1] != ops[0] && !told {
			return "OP-1: a wish is in flight, and the switch was never told"
		}
	}
	return ""
}

// rings: whose phone is to ring from now on, the switch was told to ring.
func rings(m callflow.Move) string {
	for _, p := range []interaction.Party{m.After.Customer(), m.After.Offered()} {
		if p == 0 || m.After.Leg(p) != telephony.LegDialled || m.Before.Leg(p) == telephony.LegDialled {
			continue
		}
		if !slices.ContainsFunc(m.Output.Commands, func(c telephony.Command) bool {
			dials := c.Verb == telephony.Dial || c.Verb == telephony.ConsultationCall || c.Verb == telephony.SingleStep
			return dials && c.Leg == p && c.To.Kind != telephony.NoEndpoint
		}) {
			return "ANS-1: a phone is to ring, and the switch was never told"
		}
	}
	return ""
}

// leavings: whoever leaves without having hung up is cleared, or the whole call
// is, unless the switch itself has taken him out of it (OP-8).
func leavings(m callflow.Move) string {
	was, is := m.Before, m.After
	how, _ := is.Ended()
	if how == interaction.HandedOver { // TRF-8, CNF-5: they go on without us
		return ""
	}
	for _, p := range []interaction.Party{was.Customer(), was.Owner(), was.Consulted(), was.Offered()} {
		if p == 0 || is.Role(p) != interaction.Nobody || was.Leg(p) == telephony.LegGone {
			continue
		}
		switch e := m.Fact; {
		case e.Kind == telephony.Gone && e.Leg == p: // his own
			if how == interaction.NotEnded {
				continue
			}
		case e.Kind == telephony.Diverted && p == was.Owner() && how == interaction.NotEnded: // TRF-9
			continue
		case e.Kind == telephony.Failed && e.Leg == p && was.Leg(p) == telephony.LegDialled && how == interaction.NotEnded: // it never rang
			continue
		}
		if !slices.ContainsFunc(m.Output.Commands, func(c telephony.Command) bool {
			return c.Verb == telephony.ClearCall || (c.Verb == telephony.Clear || c.Verb == telephony.Reconnect) && c.Leg == p
		}) {
			return fmt.Sprintf("OP-8: the %v has left, and the switch was never told", was.Role(p))
		}
	}
	return ""
}

// consequences: when others talk than before, or a wish was given up, and the
// switch has not said so itself, the present arrangement is commanded (OP-4,
// OP-8).
func consequences(m callflow.Move) string {
	was, is := m.Before, m.After
	if !accepted(is) || !is.Kind().Voice() || m.Fact.Kind == telephony.Arranged {
		return ""
	}
	var stay telephony.Legs // those of before who are still here
	heard := was.Hears()
	for _, p := range heard[:heard.Len()] {
		if is.Role(p) != interaction.Nobody {
			stay = stay.With(p)
		}
	}
	given := was.Operation() != 0 && is.Operation() != was.Operation() && m.Fact.Op != was.Operation()
	if stay == is.Hears() && is.Owner() == was.Owner() && !given {
		return ""
	}
	if !slices.ContainsFunc(m.Output.Commands, func(c telephony.Command) bool {
		return c.Verb.Media() && c.Op != is.Operation() && c.Talk == is.Hears()
	}) {
		return fmt.Sprintf("OP-8: %v talk from now on, and the switch was never told", is.Hears())
	}
	return ""
}
