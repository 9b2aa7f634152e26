package oracle

import (
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Why is the rules of which one is named when Permitted denies. The rules
// order them: OP-3, OP-2, PAR-2, who may, when, and then what else stands in
// the way. Of rules that deny on the same level, and say the same, each may be
// named; what stands in the way has an order of its own in the tables, which
// the rules do not give, so that there too each may be named.
//
// It is empty where nothing denies. What a situation does not show (CannotTell)
// is taken as what denies: ask it what was denied, and Permitted whether.
func Why(v Situation, role interaction.Role, a interaction.Action) []rule.ID {
	var who *Person
	switch role {
	case interaction.Owner:
		who = &v.Agent1
	case interaction.Consulted:
		who = &v.Agent2
	case interaction.Offered:
		who = &v.Offered
	}
	switch {
	case v.Stage == Over || v.Stage == Nothing:
		return named("OP-3")
	case role == interaction.Customer:
		return named("PAR-2")
	case who == nil || !who.here() || !who.Desk && !who.Outsider:
		// OP-2: a stranger, who has left, or a queue that is still searched
		// (CON-24): nobody is a party yet.
		return named("OP-2")
	case who.Outsider:
		return named("CON-26") // no buttons
	case a == interaction.Offer || a == interaction.Refuse:
		return named("OP-6") // nobody's but the router's
	}
	switch role {
	case interaction.Owner:
		if why := notAgent1s(v, a); why != nil {
			return why
		}
		if why := notNow(v, a); why != nil {
			return why
		}
		return inTheWay(v, a)
	case interaction.Consulted:
		return notAgent2s(v, a)
	}
	return notOffereds(v, a)
}

func named(ids ...rule.ID) []rule.ID { return ids }

// notAgent1s: what is not Agent 1's to do, whenever.
func notAgent1s(v Situation, a interaction.Action) []rule.ID {
	switch a {
	case interaction.ExitConsult, interaction.ExitConference:
		return named("PAR-9") // Agent 2 exits
	case interaction.AcceptTransfer, interaction.DeclineTransfer:
		return named("PAR-10") // Agent 2 is asked
	}
	return notAnOfferAnyMore(v, a)
}

// notAnOfferAnyMore: who has accepted has nothing more to say to an offer. The
// rule that gives the button is named. That the card is no contact request
// (POP-3) is a matter of when, and comes later.
func notAnOfferAnyMore(v Situation, a interaction.Action) []rule.ID {
	own := v.Kind == interaction.Outdial || v.Kind == interaction.Preview
	switch {
	case a == interaction.Accept && !v.Kind.Voice():
		return named("POP-7")
	case a == interaction.Accept:
		return named("POP-7", "ANS-4") // of a call it is the softphone's
	case a == interaction.Decline:
		return named("ANS-6")
	case a == interaction.Skip || a == interaction.Remove:
		return named("OUT-3")
	case a == interaction.Cancel && own:
		return named("CBK-4", "OUT-1")
	case a == interaction.Cancel:
		return named("CBK-4") // only before the customer answers
	}
	return nil
}

// notAgent2s: the PAR table's right column.
func notAgent2s(v Situation, a interaction.Action) []rule.ID {
	switch a {
	case interaction.Resume, interaction.ResumeConsult, interaction.EndConsult:
		return named("PAR-12")
	case interaction.Hold, interaction.HoldConsult, interaction.Consult, interaction.StartConference, interaction.Transfer,
		interaction.End, interaction.PauseRecording, interaction.ResumeRecording:
		return named("PAR-19")
	case interaction.ExitConsult:
		if v.Stage != Consulting {
			return named("CON-15")
		}
	case interaction.ExitConference:
		if v.Stage != Conference {
			return named("CNF-3")
		}
	case interaction.AcceptTransfer, interaction.DeclineTransfer:
		if !v.Asked || v.Stage != Consulting {
			return named("PAR-10") // TRF-8 asks him in a consult
		}
	case interaction.EditVariables:
		if v.Past.EPDN != No {
			return named("CON-21")
		}
	case interaction.Mute, interaction.Unmute, interaction.SendDigits:
		return notPassedThrough(v, a) // PAR-19 does not bar them
	default:
		// PAR-19 is anything else, and each of these has a rule of its own.
		return append(notAnOfferAnyMore(v, a), "PAR-19")
	}
	return nil
}

// notOffereds: he has a card and nothing else yet, so that the rule is named
// that wants an accepted call. Who is rung for a consult is Agent 2 besides
// (PAR).
func notOffereds(v Situation, a interaction.Action) []rule.ID {
	var why []rule.ID
	switch a {
	case interaction.Accept, interaction.Decline, interaction.Skip, interaction.Remove, interaction.Cancel:
		return notToHisCard(v, a)
	case interaction.Hold, interaction.Resume, interaction.HoldConsult, interaction.ResumeConsult:
		why = named("HLD-1")
	case interaction.Consult:
		why = named("CON-1")
	case interaction.ExitConsult:
		return named("CON-15", "PAR-9")
	case interaction.ExitConference:
		return named("CNF-3", "PAR-9")
	case interaction.EndConsult:
		return named("PAR-12", "CON-16") // Agent 2 may not, and it is Agent 1's
	case interaction.StartConference:
		why = named("CNF-1")
	case interaction.Transfer:
		why = named("TRF-1")
	case interaction.AcceptTransfer, interaction.DeclineTransfer:
		return named("PAR-10")
	case interaction.End:
		why = named("END-1")
	case interaction.PauseRecording, interaction.ResumeRecording:
		why = named("REC-5")
	case interaction.EditVariables:
		return named("CAD-2")
	default:
		return named("OP-7") // on an accepted call
	}
	if v.Stage == Requested {
		why = append(why, "PAR-19")
	}
	return why
}

// notToHisCard: what may not be said to an offer.
func notToHisCard(v Situation, a interaction.Action) []rule.ID {
	if v.Past.Answering == CannotTell {
		v.Past.Answering = Yes
	}
	if offeredMay(v, a) {
		return nil
	}
	preview := v.Kind == interaction.Preview && v.Stage == Offering && v.Offered.Phone == telephony.LegGone
	own := v.Kind == interaction.Outdial || v.Kind == interaction.Preview
	switch {
	case a == interaction.Accept && v.Offered.Phone == telephony.LegAlerting:
		if v.Kind.Voice() && !v.Can.Has(telephony.CanAnswer) {
			return named("ANS-4", "POP-8") // on the phone
		}
		return named("OP-1") // it is being answered
	case a == interaction.Accept:
		return named("POP-3") // not a contact request yet, or not any more
	case a == interaction.Decline && preview:
		return named("OUT-3", "ANS-6") // it has Skip, and does not ring
	case a == interaction.Decline && own && v.Stage == Dialling:
		return named("ANS-6", "OUT-1") // it has Cancel
	case a == interaction.Decline:
		return named("ANS-6") // it does not ring
	case a == interaction.Cancel && own:
		return named("CBK-3", "OUT-1")
	case a == interaction.Cancel && v.Customer.Phone == telephony.LegUp:
		return named("CBK-3", "CBK-4")
	case a == interaction.Cancel:
		return named("CBK-3")
	}
	return named("OUT-3") // Skip and Remove
}

// notPassedThrough: OP-7.
func notPassedThrough(v Situation, a interaction.Action) []rule.ID {
	if passedThrough(v, a) {
		return nil
	}
	return named("OP-7")
}
