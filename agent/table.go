package agent

import "github.com/seed-6cc70c2f/callcontrol/rule"

// phase is a column of the table: the agent's own status, with Available in
// two: an agent whose choice of Idle waits is not offered anything new (AGT-3).
type phase uint8

const (
	outPhase phase = iota
	idlePhase
	availablePhase
	leavingPhase // Available, and Idle chosen
	ronaPhase

	phases = 5
)

var phaseNames = [phases]string{"Signed Out", "Idle", "Available", "Idle chosen", "RONA"}

func (p phase) String() string { return phaseNames[p] }

func (s *State) phase() phase {
	switch s.status {
	case Idle:
		return idlePhase
	case Available:
		if s.choice != "" {
			return leavingPhase
		}
		return availablePhase
	case RONA:
		return ronaPhase
	}
	return outPhase
}

// row is one line of a cell. The first whose guards all hold decides.
type row struct {
	when []guard
	do   effect
	to   []phase  // where it may lead; more than one where the last interaction decides (AGT-3)
	deny *refusal // a request is refused
	skip bool     // a fact is ignored (OP-5)
}

// cell is the decision for one event in one phase. For a request that no row
// considers the answer would be a refusal, for a fact a hole; a test shows that
// there is neither.
type cell []row

// The facts about interactions are the same in every phase in which one can
// be had; only where they lead differs.
func offer(p phase) cell { return cell{{when: []guard{room}, do: reserve, to: at(p)}, ignored} }
func answer(p phase) cell {
	return cell{{when: []guard{hasReserved}, do: engage, to: at(p)}, ignored}
}
func release(to ...phase) cell {
	return cell{
		{when: []guard{unanswered, hasReserved}, do: dropReserved, to: to},
		{when: []guard{unanswered}, skip: true},
		{when: []guard{hasEngaged}, do: dropEngaged, to: to},
		{when: []guard{hasReserved}, do: dropReserved, to: to},
		ignored,
	}
}
func due(p phase) cell {
	return cell{
		{when: []guard{unanswered, hasReserved}, do: wrapReserved, to: at(p)},
		{when: []guard{unanswered}, skip: true},
		{when: []guard{hasEngaged}, do: wrapEngaged, to: at(p)},
		{when: []guard{hasReserved}, do: wrapReserved, to: at(p)},
		ignored,
	}
}
func miss() cell { return cell{{when: []guard{hasReserved}, do: makeRONA, to: at(ronaPhase)}, ignored} }
func done(to ...phase) cell {
	return cell{{when: []guard{hasWrapUp}, do: dropWrapUp, to: to}, ignored}
}
func lift(p phase) cell {
	return cell{{when: []guard{isOnHook}, do: takeOff, to: at(p)}, ignored}
}
func hangUp(p phase) cell {
	return cell{{when: []guard{isOffHook}, do: putOn, to: at(p)}, ignored}
}

// leave is SignOut: nothing may show a card, be open, or wait for its wrap-up.
// What is in the way is named card first, for that is POP-5's own rule.
func leave() cell {
	return cell{
		{when: []guard{anyReserved}, deny: cardShows},
		{when: []guard{anyOpen}, deny: stillOpen},
		{do: toOut, to: at(outPhase)},
	}
}

func at(p ...phase) []phase { return p }

func no(r *refusal) cell { return cell{{deny: r}} }

var (
	ignored = row{skip: true}
	nowhere = cell{ignored}
)

var table = [phases][events]cell{
	outPhase: {
		signIn:      {{do: toDefault, to: at(idlePhase)}},
		signOut:     no(deny(SignOut, "AGT-1", "not signed in")),
		goAvailable: no(deny(GoAvailable, "AGT-1", "not signed in")),
		goIdle:      no(deny(GoIdle, "AGT-1", "not signed in")),
		offered:     nowhere,
		accepted:    nowhere,
		released:    nowhere,
		missed:      nowhere,
		wrapUpDue:   nowhere,
		wrapUpDone:  nowhere,
		offHook:     lift(outPhase),
		onHook:      hangUp(outPhase),
	},
	idlePhase: {
		signIn:      no(alreadyIn),
		signOut:     leave(),
		goAvailable: {{do: toAvailable, to: at(availablePhase)}},
		goIdle: {
			{when: []guard{anyOpen}, do: choose, to: at(idlePhase)},
			{do: toIdle, to: at(idlePhase)},
		},
		offered:    offer(idlePhase), // a consult or his own outdial (CON-25, OUT-1)
		accepted:   answer(idlePhase),
		released:   release(idlePhase),
		missed:     miss(),
		wrapUpDue:  due(idlePhase),
		wrapUpDone: done(idlePhase),
		offHook:    lift(idlePhase),
		onHook:     hangUp(idlePhase),
	},
	availablePhase: {
		signIn:      no(alreadyIn),
		signOut:     leave(),
		goAvailable: {{do: nothing, to: at(availablePhase)}},
		goIdle: {
			{when: []guard{anyOpen}, do: choose, to: at(leavingPhase)},
			{do: toIdle, to: at(idlePhase)},
		},
		offered:    offer(availablePhase),
		accepted:   answer(availablePhase),
		released:   release(availablePhase),
		missed:     miss(),
		wrapUpDue:  due(availablePhase),
		wrapUpDone: done(availablePhase),
		offHook:    lift(availablePhase),
		onHook:     hangUp(availablePhase),
	},
	leavingPhase: {
		signIn:      no(alreadyIn),
		signOut:     {{when: []guard{anyReserved}, deny: cardShows}, {deny: stillOpen}},
		goAvailable: {{do: toAvailable, to: at(availablePhase)}},
		goIdle:      {{do: choose, to: at(leavingPhase)}}, // the last choice wins (AGT-3)
		offered:     offer(leavingPhase),                  // it was under way before the choice
		accepted:    answer(leavingPhase),
		released:    release(leavingPhase, idlePhase),
		missed:      miss(),
		wrapUpDue:   due(leavingPhase),
		wrapUpDone:  done(leavingPhase, idlePhase),
		offHook:     lift(leavingPhase),
		onHook:      hangUp(leavingPhase),
	},
	ronaPhase: {
		signIn:      no(alreadyIn),
		signOut:     leave(),
		goAvailable: {{do: toAvailable, to: at(availablePhase)}},
		goIdle:      {{do: toIdle, to: at(idlePhase)}}, // at once, open interactions or not (POP-16)
		offered:     offer(ronaPhase),
		accepted:    answer(ronaPhase), // open interactions go on (AGT-4)
		released:    release(ronaPhase),
		missed:      miss(),
		wrapUpDue:   due(ronaPhase),
		wrapUpDone:  done(ronaPhase),
		offHook:     lift(ronaPhase),
		onHook:      hangUp(ronaPhase),
	},
}

// The refusals that several phases share.
var (
	alreadyIn = deny(SignIn, "AGT-1", "already signed in")
	cardShows = deny(SignOut, "POP-5", "")
	stillOpen = deny(SignOut, "AGT-5", "an interaction is open or not wrapped up")
)

// refusal is one reason to refuse, made for each status that the agent may
// show, so that refusing allocates nothing.
type refusal [statuses]*rule.Denied

func deny(a Action, id rule.ID, reason string) *refusal { return denyAs(a.String(), id, reason) }

func denyAs(action string, id rule.ID, reason string) *refusal {
	r := new(refusal)
	for s := range r {
		r[s] = rule.Deny(id, action, Status(s).String(), reason)
	}
	return r
}

func (r *refusal) in(s *State) *rule.Denied { return r[s.shown()] }
