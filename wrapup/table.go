package wrapup

import "github.com/seed-6cc70c2f/callcontrol/rule"

// row is one line of a cell. The first whose guards all hold decides.
type row struct {
	when []guard
	do   effect
	to   Phase    // where it leads, when it neither refuses nor ignores
	deny *refusal // a request is refused
	skip rule.ID  // a fact is ignored, by this rule
}

// cell is the decision for one event in one phase. For a request that no row
// considers the answer would be a refusal, for a fact a hole; a test shows that
// there is neither.
type cell []row

var (
	late     = cell{{skip: "OP-5"}}
	noDialog = row{when: []guard{notRequired}, skip: "END-7"}
)

func no(r *refusal) cell { return cell{{deny: r}} }

var table = [phaseCount][events]cell{
	None: {
		choose:          no(deny(Choose, "OP-3", notOpen)),
		submit:          no(deny(Submit, "OP-3", notOpen)),
		cancelCountdown: no(deny(CancelCountdown, "OP-3", notOpen)),
		dismiss:         no(deny(Dismiss, "OP-3", notOpen)),
		open:            {noDialog, {do: openDialog, to: Opened}},
		owe: {
			{when: []guard{notRequired}, do: waive, to: Submitted},
			{do: fallDue, to: Due},
		},
		withdraw:       late,
		openForConsult: {noDialog, {do: openConsult, to: ForConsult}},
		deadline:       late,
	},
	Opened: {
		choose: {
			{when: []guard{submitWaits}, deny: deny(Choose, "OP-1", inFlight)},
			{do: pick, to: Opened},
		},
		submit: {
			{when: []guard{submitWaits}, deny: deny(Submit, "OP-1", inFlight)},
			{when: []guard{noReason}, deny: noneChosen},
			{do: wait, to: Opened},
		},
		cancelCountdown: no(noCountdown),
		dismiss:         no(owed),
		open:            late,
		owe: {
			{when: []guard{submitWaits}, do: complete, to: Submitted},
			{do: fallDue, to: Due},
		},
		withdraw:       {{do: shut, to: None}},
		openForConsult: late, // the call's dialog goes before a consult's (D2)
		deadline:       late,
	},
	Due: {
		choose: {{do: pick, to: Due}},
		submit: {
			{when: []guard{noReason}, deny: noneChosen},
			{do: complete, to: Submitted},
		},
		cancelCountdown: {
			{when: []guard{noCount}, deny: noCountdown},
			{when: []guard{mayNotCancel}, deny: deny(CancelCountdown, "END-6", "the policy does not allow it")},
			{do: stop, to: Due},
		},
		dismiss:        no(owed),
		open:           late,
		owe:            late,
		withdraw:       late, // the agent has left: the refusal of a transfer cannot bring him back (D9)
		openForConsult: late,
		deadline: {
			{when: []guard{noCount}, skip: "OP-5"},
			{do: completeDefault, to: Submitted},
		},
	},
	ForConsult: {
		choose: {{do: pick, to: ForConsult}},
		submit: {
			{when: []guard{noReason}, deny: noneChosen},
			{do: recordConsult, to: None},
		},
		cancelCountdown: no(noCountdown),
		dismiss:         {{do: dismissConsult, to: None}},
		open:            {{do: giveWayOpen, to: Opened}},
		owe:             {{do: giveWayDue, to: Due}},
		withdraw:        late,
		openForConsult:  {{do: giveWayConsult, to: ForConsult}},
		deadline:        late,
	},
	Submitted: {
		choose:          no(deny(Choose, "OP-3", isDone)),
		submit:          no(deny(Submit, "OP-3", isDone)),
		cancelCountdown: no(deny(CancelCountdown, "OP-3", isDone)),
		dismiss:         no(deny(Dismiss, "OP-3", isDone)),
		open:            late,
		owe:             late,
		withdraw:        late,
		openForConsult:  late,
		deadline:        late,
	},
}

const (
	notOpen  = "no wrap-up is asked for"
	isDone   = "the wrap-up is submitted"
	inFlight = "the submit waits for the transfer"
)

// The refusals that several phases share.
var (
	noneChosen  = deny(Submit, "END-3", "no reason is chosen")
	noCountdown = deny(CancelCountdown, "END-6", "no count-down runs")
	owed        = deny(Dismiss, "END-7", "the owner of a call wraps up")
)

// refusal is one reason to refuse, made for each phase, so that refusing
// allocates nothing.
type refusal [phaseCount]*rule.Denied

func deny(a Action, id rule.ID, reason string) *refusal {
	r := new(refusal)
	for p := range r {
		r[p] = rule.Deny(id, a.String(), Phase(p).String(), reason)
	}
	return r
}
