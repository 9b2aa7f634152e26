package oracle

import (
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Next is every outcome that the rules bear for a step.
func Next(v Situation, h Happening) []Outcome {
	var all []Outcome
	switch {
	case h.Err != nil:
		// OP-3: what is refused, or is no request or fact at all, changes
		// nothing.
		all = []Outcome{same("OP-3", v)}
	case h.Request.Action != interaction.NoAction:
		all = pressed(v, h.Request)
	case v.Stage == Over || v.Stage == Nothing:
		// OP-3, OP-5, D9: nothing brings back what has ended.
		all = []Outcome{same("OP-3", v)}
	case h.Fact.Kind != telephony.NoEvent:
		all = reported(v, h.Fact)
	default:
		all = struck(v, h.Now)
	}
	for i := range all {
		all[i].finish(v.Scene)
	}
	return all
}

// pressed: OP-8. Wishes are only seen to be in flight; leavings count at once.
func pressed(v Situation, r interaction.Request) []Outcome {
	switch r.Action {
	case interaction.Hold, interaction.Resume, interaction.HoldConsult, interaction.ResumeConsult, interaction.StartConference:
		return wished(v, r.Action)
	case interaction.Consult:
		return []Outcome{consultAsked(v, r.To)}
	case interaction.Transfer:
		return []Outcome{transferAsked(v, r.To)}
	case interaction.AcceptTransfer:
		// PAR-10, TRF-8: the switch is told now.
		o := same("PAR-10", v)
		o.After.Asked = false
		return []Outcome{o}
	case interaction.DeclineTransfer:
		return []Outcome{transferDeclined(v)}
	case interaction.EndConsult:
		return consultEnded(v)
	case interaction.ExitConsult:
		return agent2Left(v, "CON-15")
	case interaction.ExitConference:
		return agent2Left(v, "CNF-3")
	case interaction.End:
		return []Outcome{ended(v, "END-2", interaction.ByAgent)}
	case interaction.Cancel:
		return []Outcome{cancelled(v)}
	case interaction.Decline:
		return unanswered(v, "ANS-6")
	case interaction.Skip:
		// OUT-3: back to its campaign, no RONA.
		return []Outcome{returned(v, "OUT-3", interaction.Released)}
	case interaction.Remove:
		o := over("OUT-3", v, interaction.WasRemoved)
		o.fate(v.Offered, interaction.Released)
		return []Outcome{o}
	case interaction.Accept:
		return []Outcome{accepted(v)}
	case interaction.PauseRecording, interaction.ResumeRecording:
		// OP-1: the recording has its own wish. REC-6: the indicator shows what
		// is so.
		o := same("REC-2", v)
		o.After.Recorder = true
		return []Outcome{o}
	case interaction.Offer:
		return []Outcome{offered(v)}
	case interaction.Refuse:
		if v.Stage == Requested {
			return []Outcome{consultFailed(v, "CON-24", interaction.NoAgentEvent)}
		}
		return []Outcome{over("OP-6", v, interaction.WasRefused)}
	}
	return []Outcome{same("OP-7", v)} // mute, digits, variables: nothing moves
}

// wished: PAR-20, HLD-6. In a consult two of the four holds say the same thing
// from two sides, and either name is right for what is in flight.
func wished(v Situation, a interaction.Action) []Outcome {
	o := same("OP-1", v)
	o.After.InFlight = a
	all := []Outcome{o}
	twin := map[interaction.Action]interaction.Action{
		interaction.Hold: interaction.ResumeConsult, interaction.ResumeConsult: interaction.Hold,
		interaction.Resume: interaction.HoldConsult, interaction.HoldConsult: interaction.Resume,
	}[a]
	if v.Stage == Consulting && twin != interaction.NoAction {
		o.After.InFlight = twin
		all = append(all, o)
	}
	return all
}

// consultAsked: CON-8, HLD-5.
func consultAsked(v Situation, to interaction.Target) Outcome {
	o := same("CON-8", v)
	o.After.Stage = Requested
	o.After.Customer.Held = true
	o.After.Offered = rung(to)
	if to.Kind() == telephony.Agent {
		o.Fates = append(o.Fates, Fate{Fresh, interaction.Reserved})
	}
	return o
}

// rung is who is rung for a target: a queue rings nobody yet (CON-24), and a
// number or an expert is an outsider (CON-26).
func rung(to interaction.Target) Person {
	switch to.Kind() {
	case telephony.Agent:
		return Person{Party: Fresh, Phone: telephony.LegDialled}
	case telephony.DialNumber, telephony.Expert:
		return Person{Party: Fresh, Phone: telephony.LegDialled, Outsider: true}
	}
	return Person{Party: Fresh}
}

// transferAsked: TRF-7, TRF-8, TRF-9, CNF-4.
func transferAsked(v Situation, to interaction.Target) Outcome {
	o := same("TRF-9", v)
	o.After.InFlight = interaction.Transfer
	o.fate(v.Agent1, interaction.WrapUpOpened)
	switch {
	case v.Stage == Plain:
		if next := rung(to); next.Phone == telephony.LegDialled {
			o.After.Offered = next
			if !next.Outsider {
				o.Fates = append(o.Fates, Fate{Fresh, interaction.Reserved})
			}
		}
	case v.Stage == Consulting && v.Policy.AskBeforeTransfer && !v.Agent2.Outsider:
		// TRF-8: he has to accept. CNF-4: not in a conference.
		o.After.Asked = true
		o.tell(v.Agent2, interaction.TransferAsked)
	}
	return o
}

// transferDeclined: TRF-8. Nothing moves, and Agent 1 is told.
func transferDeclined(v Situation) Outcome {
	o := same("TRF-8", v)
	o.After.InFlight, o.After.Asked = interaction.NoAction, false
	o.tell(v.Agent1, interaction.TransferDeclined)
	return o
}

// consultEnded: CON-16 and CON-23.
func consultEnded(v Situation) []Outcome {
	if v.Stage == Requested {
		// CON-23: Agent 2 is as before, no RONA, no dialog, the customer as
		// he is.
		o := same("CON-23", v)
		o.After.Stage, o.After.Offered = Plain, Person{}
		o.fate(v.Offered, interaction.Released)
		return dropped(v, o)
	}
	if v.Policy.EndConsultEndsCall {
		return []Outcome{ended(v, "CON-16", interaction.ByAgent)} // D2
	}
	// CON-16: without wrap-up for Agent 2; the customer stays as he is; the
	// dialog is for the consult (D2).
	o := same("CON-16", v)
	o.After.Stage, o.After.Agent2 = Plain, Person{}
	o.fate(v.Agent2, interaction.Released)
	o.fate(v.Agent1, interaction.ConsultWrapUp)
	return dropped(v, o)
}

// dropped: the rules do not say whether a hold in flight survives when the
// consult around it goes. A transfer to Agent 2, a conference and the question
// put to him cannot.
func dropped(v Situation, o Outcome) []Outcome {
	kept := o
	o.After.InFlight, o.After.Asked = interaction.NoAction, false
	if v.InFlight != interaction.NoAction {
		o.May = append(o.May, Told{v.Agent1.Party, interaction.OperationFailed}) // D11
	}
	if v.InFlight == interaction.Hold || v.InFlight == interaction.Resume {
		return []Outcome{o, kept}
	}
	return []Outcome{o}
}

// ended: PAR-16, PAR-17, CNF-6, END-2, END-7. Who owned the call wraps up,
// nobody else does; a ring is cancelled without RONA.
func ended(v Situation, id rule.ID, how interaction.Ending) Outcome {
	o := over(id, v, how)
	o.fate(v.Agent1, interaction.WrapUpDue)
	o.fate(v.Agent2, interaction.Released)
	o.fate(v.Offered, interaction.Released)
	return o
}

// cancelled: CBK-4, OUT-1 with OUT-2, END-7.
func cancelled(v Situation) Outcome {
	o := over("CBK-4", v, interaction.WasCancelled)
	o.fate(v.Offered, v.owesForNothing())
	return o
}

// owesForNothing is what an agent owes for a call that was not reached or was
// cancelled: OUT-2 leaves that to the policy for his own calls, CBK-4 does not.
func (v Scene) owesForNothing() interaction.AgentEventKind {
	if (v.Kind == interaction.Outdial || v.Kind == interaction.Preview) && v.Policy.NoWrapUpIfNotReached {
		return interaction.Released
	}
	return interaction.WrapUpDue
}

// accepted: OUT-3 and OUT-1, a preview's agent is rung first. For all others it
// is the answer of the phone that counts (ANS-4).
func accepted(v Situation) Outcome {
	o := same("ANS-4", v)
	if v.Kind == interaction.Preview && v.Offered.Phone == telephony.LegGone {
		o.Rule = "OUT-3"
		o.After.Stage, o.After.Offered.Phone = Dialling, telephony.LegDialled
	}
	return o
}

// offered: ANS-1, POP-2; for a consulted queue CON-24.
func offered(v Situation) Outcome {
	o := same("ANS-1", v)
	if v.Stage == Requested {
		o.After.Offered.Phone = telephony.LegDialled
		o.Fates = append(o.Fates, Fate{v.Offered.Party, interaction.Reserved})
		return o
	}
	o.After.Stage = Offering
	o.After.Offered = Person{Party: Fresh, Phone: telephony.LegDialled}
	switch {
	case !v.Kind.Voice():
		o.After.Offered.Phone = telephony.LegAlerting // digital contacts at once
	case v.Kind == interaction.Preview && !v.Customer.here():
		o.After.Offered.Phone = telephony.LegGone // until he accepts (OUT-3)
	}
	o.Fates = append(o.Fates, Fate{Fresh, interaction.Reserved})
	return o
}
