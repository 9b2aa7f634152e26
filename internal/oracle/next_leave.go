package oracle

import (
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// customerGone: PAR-1, and what it comes to in each stage.
func customerGone(v Situation) []Outcome {
	switch {
	case v.Stage == Dialling:
		return []Outcome{notReached(v)}
	case v.Agent1.here():
		// PAR-16, CNF-6, END-2.
		return []Outcome{ended(v, "PAR-16", interaction.ByCustomer)}
	}
	// ANS-5: the card is withdrawn, no RONA, no wrap-up. He has given up only
	// when nobody had answered him yet.
	var all []Outcome
	if v.Past.Met.maybe(false) {
		all = append(all, ended(v, "ANS-5", interaction.WasAbandoned))
	}
	if v.Past.Met.maybe(true) {
		all = append(all, ended(v, "ANS-5", interaction.ByCustomer))
	}
	return all
}

// notReached: CBK-6, OUT-2.
func notReached(v Situation) Outcome {
	if v.Kind.Callback() {
		o := returned(v, "CBK-6", interaction.Released)
		o.tell(v.Offered, interaction.NotReached)
		return o
	}
	o := over("OUT-2", v, interaction.WasNotReached)
	o.fate(v.Offered, v.owesForNothing())
	o.tell(v.Offered, interaction.NotReached)
	return o
}

// returned: the contact waits again, and who was offered it has left with this
// (ANS-2, CBK-6, OUT-3). A customer who was only being rung is not there.
func returned(v Situation, id rule.ID, how interaction.AgentEventKind) Outcome {
	o := same(id, v)
	quiet(&o.After)
	o.After.Stage, o.After.Offered = Waiting, Person{}
	if v.Customer.Phone != telephony.LegUp {
		o.After.Customer = Person{}
	}
	o.fate(v.Offered, how)
	return o
}

// agent1Gone: PAR-17, CNF-5, D10.
func agent1Gone(v Situation) []Outcome {
	mine := v.InFlight == interaction.Transfer || v.InFlight == interaction.StartConference
	switch {
	case v.Stage == Conference:
		return []Outcome{passed(v, "CNF-5")}
	case v.Stage == Consulting && mine:
		// D10: confirmed or refused, Agent 2 is there and goes on.
		if v.Agent2.Outsider {
			return []Outcome{passed(v, "PAR-17"), outcomeAwaited(v)}
		}
		return []Outcome{passed(v, "PAR-17")}
	case v.Stage == Plain && v.InFlight == interaction.Transfer:
		// He leaves and wraps up at once; the outcome decides for the others.
		all := left(v, "PAR-17", interaction.Transfer)
		if !v.Offered.here() && v.Past.Blind.maybe(true) {
			all = append(all, targetLost(v)) // there is nobody left whom it could decide for
		}
		return all
	}
	return []Outcome{ended(v, "PAR-17", interaction.ByAgent)}
}

// outcomeAwaited: PAR-17, to the letter. He has left the customer and an
// outsider together, and whether they stay so is what the switch says next.
func outcomeAwaited(v Situation) Outcome {
	o := same("PAR-17", v)
	quiet(&o.After)
	o.After.InFlight, o.After.Stage = interaction.Transfer, Offering
	o.After.Agent1, o.After.Agent2, o.After.Offered = Person{}, Person{}, v.Agent2
	o.After.Customer.Held, o.After.Offered.Held = false, false
	o.fate(v.Agent1, interaction.WrapUpDue)
	return o
}

// passed: TRF-8, CNF-4, CNF-5. Agent 2 owns the call and nobody is on hold; the
// recording goes on as it was (REC-6). With an outsider the centre's part ends.
func passed(v Situation, id rule.ID) Outcome {
	if v.Agent2.Outsider {
		o := over(id, v, interaction.HandedOver)
		o.fate(v.Agent1, interaction.WrapUpDue)
		return o
	}
	o := same(id, v)
	o.After.Stage = Plain
	o.After.Agent1, o.After.Agent2 = v.Agent2, Person{}
	o.After.Agent1.Held, o.After.Customer.Held = false, false
	o.After.InFlight, o.After.Asked = interaction.NoAction, false
	o.fate(v.Agent1, interaction.WrapUpDue)
	o.fate(v.Agent2, interaction.OwnerNow)
	return o
}

// left: TRF-7, TRF-9. Agent 1 has left by a blind transfer, confirmed (nothing
// is in flight any more) or not yet (D10). The recording ends (REC-6).
func left(v Situation, id rule.ID, inFlight interaction.Action) []Outcome {
	o := same(id, v)
	quiet(&o.After)
	o.After.InFlight = inFlight
	o.After.Agent1, o.After.Customer.Held = Person{}, false
	o.After.Stage = Waiting
	if v.Offered.here() {
		o.After.Stage = Offering
	}
	o.fate(v.Agent1, interaction.WrapUpDue)
	if v.Offered.Phone == telephony.LegUp {
		// His answer has overtaken the news that he was called.
		taken := takenOver(v)
		taken.fate(v.Agent1, interaction.WrapUpDue)
		if inFlight == interaction.NoAction {
			return []Outcome{taken}
		}
		return []Outcome{o, taken}
	}
	return []Outcome{o}
}

// agent2Left: CON-15, CNF-3. The customer is taken off hold (D21); no wrap-up,
// no RONA.
func agent2Left(v Situation, id rule.ID) []Outcome {
	o := same(id, v)
	o.After.Stage, o.After.Agent2 = Plain, Person{}
	o.After.Customer.Held = false
	o.fate(v.Agent2, interaction.Released)
	o.tell(v.Agent1, interaction.ConsultLeft)
	return dropped(v, o)
}

// offeredGone: whoever was rung does not answer, declines, or cannot be rung.
func offeredGone(v Situation, cause telephony.Cause) []Outcome {
	ownCall := v.Kind == interaction.Outdial || v.Kind == interaction.Preview
	switch {
	case v.Stage == Dialling && v.Offered.Phone == telephony.LegUp && ownCall:
		return []Outcome{cancelled(v)} // OUT-1: his hang-up ends it
	case v.Stage == Dialling && v.Offered.Phone == telephony.LegUp && v.cancellable():
		return []Outcome{cancelled(v)} // CBK-8: as Cancel
	case v.Stage == Dialling && v.Offered.Phone == telephony.LegUp:
		return []Outcome{returned(v, "CBK-8", interaction.Missed)}
	case v.Stage == Dialling:
		// OUT-1: his own phone not answered: cancelled and told, no RONA, no
		// wrap-up. Who hangs it up while it rings has ended it (OUT-2).
		o := over("OUT-1", v, interaction.WasCancelled)
		o.fate(v.Offered, interaction.Released)
		o.tell(v.Offered, interaction.PhoneNotAnswered)
		if cause == telephony.HungUp || cause == telephony.Declined {
			return []Outcome{o, cancelled(v)}
		}
		return []Outcome{o}
	}
	return unanswered(v, "ANS-2")
}

// unanswered: ANS-2, ANS-6, TRF-5, CON-13, CON-14, CON-24.
func unanswered(v Situation, id rule.ID) []Outcome {
	var all []Outcome
	switch v.Stage {
	case Requested:
		if v.Past.Search.maybe(false) || !v.Offered.agent() {
			all = append(all, consultFailed(v, "CON-13", interaction.Missed))
		}
		if v.Past.Search.maybe(true) && v.Offered.agent() {
			// CON-24: the queue tries the next.
			o := same("CON-24", v)
			o.After.Offered = Person{Party: Fresh}
			o.fate(v.Offered, interaction.Missed)
			all = append(all, o)
		}
	case Plain:
		// A blind transfer that is not confirmed yet, and its target will not
		// have it: the call is still here and stays, or goes when the switch
		// has said so (TRF-5).
		o := same("TRF-5", v)
		o.After.Offered = Person{}
		o.fate(v.Offered, interaction.Missed)
		failed := o
		failed.Fates = append([]Fate(nil), o.Fates...)
		failed.After.InFlight = interaction.NoAction
		all = append(all, o, failed)
	case Offering:
		blind := v.Past.Blind
		if v.Offered.Outsider || v.InFlight == interaction.Transfer {
			blind = Yes // only a blind transfer rings a number or an expert for the customer
		}
		if blind.maybe(false) || v.Policy.ReturnUnaccepted { // ANS-2, D8
			all = append(all, returned(v, id, interaction.Missed))
		}
		if blind.maybe(true) && !v.Policy.ReturnUnaccepted { // TRF-5
			o := over("TRF-5", v, interaction.WasDropped)
			o.fate(v.Offered, interaction.Missed)
			all = append(all, o)
		}
	}
	return all
}

// consultFailed: CON-14. The customer stays as he is.
func consultFailed(v Situation, id rule.ID, how interaction.AgentEventKind) Outcome {
	o := same(id, v)
	o.After.Stage, o.After.Offered = Plain, Person{}
	if how != interaction.NoAgentEvent {
		o.fate(v.Offered, how)
	}
	o.tell(v.Agent1, interaction.ConsultFailed)
	return o
}
