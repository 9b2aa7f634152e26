package fault

var ansFaults = []Fault{
	{
		Rule: "ANS-1", File: "interaction/effect_offer.go",
		Old: `	t.s.p[t.slot].leg = legAlerting
	t.s.phase = Ringing`,
		New: "\tt.s.phase = Ringing",
		Why: "alerting makes no contact request",
	},
	{
		Rule: "ANS-2", File: "interaction/effect_offer.go",
		Old: `	t.leave(slot, Missed, why)
	if t.s.via`,
		New: `	t.leave(slot, Released, why)
	if t.s.via`,
		Why: "who does not answer is not RONA",
	},
	{
		Rule: "ANS-2", File: "interaction/effect_offer.go",
		Old: "next, telephony.NoEndpoint, t.after(t.s.pol.answer)",
		New: "next, telephony.NoEndpoint, t.after(t.s.pol.answer+1)",
		Why: "a second too long",
	},
	{
		Rule: "ANS-3", File: "agent/eligible.go",
		Old: "s.load[ch].sum() >= s.Slots(ch)",
		New: "s.load[ch].sum() > s.Slots(ch)",
		Why: "one more than there are slots",
	},
	{
		Rule: "ANS-3", File: "agent/eligible.go",
		Old: "idlePhase: offerOut, leavingPhase: offerChosen",
		New: "leavingPhase: offerChosen",
		Why: "who is Idle is offered a call",
	},
	{
		Rule: "ANS-4", File: "interaction/effect_media.go",
		Old: "\tt.s.talk, t.s.unsure = talk, noWish\n",
		New: `	t.s.talk, t.s.unsure = talk, noWish
	t.s.p[t.s.find(Owner)].since = t.now
`,
		Why: "the talk timer begins again",
	},
	{
		Rule: "ANS-4", File: "interaction/status.go",
		Old: `	case Conference:
		return InConference`,
		New: `	case Conference:
		return Connected`,
		Why: "another status in a conference",
	},
	{
		Rule: "ANS-4", File: "interaction/status.go",
		Old: "\tcase Requested: // before",
		New: "\tcase nPhases: // before",
		Why: "no status of its own while a consult is asked for",
	},
	{
		Rule: "ANS-5", File: "interaction/step.go",
		Old: `			t.leave(i, Released, why)
		}
	}
	if clearCall {`,
		New: `			t.leave(i, Missed, why)
		}
	}
	if clearCall {`,
		Why: "he is RONA when the customer gives up",
	},
	{
		Rule: "ANS-6", File: "interaction/effect_offer.go",
		Old: "t.missed(t.slot, telephony.Declined, true)",
		New: "t.missed(t.slot, telephony.NoAnswer, true)",
		Why: "who declines has another cause",
	},
	{
		Rule: "ANS-6", File: "interaction/effect_offer.go",
		Old: "func (t *step) offerGone() { t.missed(t.slot, t.why(telephony.Declined), false) }",
		New: "func (t *step) offerGone() { t.missed(t.slot, t.why(telephony.NoAnswer), false) }",
		Why: "who hangs up while it rings has another cause",
	},
}
