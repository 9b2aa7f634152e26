package agent

import "iter"

// Transition is one line of the machine's table, in words: what an event does
// in one state of the agent's own when its guards hold.
type Transition struct {
	From    string   // "Signed Out", "Idle", "Available", "Idle chosen" (Available, and Idle waits), "RONA"
	Event   string   // a label of Action or What
	Guards  []string // all must hold; the first line that holds decides
	To      []string // where it may lead; From itself when it stays
	Verdict string   // instead of To: "denied POP-5" or "ignored OP-5"
}

// Transitions walks the table in order: state by state, event by event. The
// slices are the caller's own.
func Transitions() iter.Seq[Transition] {
	return func(yield func(Transition) bool) {
		for p := range phase(phases) {
			for e := range event(events) {
				for i := range table[p][e] {
					if !yield(table[p][e][i].words(p, e)) {
						return
					}
				}
			}
		}
	}
}

func (r *row) words(p phase, e event) Transition {
	t := Transition{From: p.String(), Event: e.String()}
	for _, g := range r.when {
		t.Guards = append(t.Guards, g.String())
	}
	switch {
	case r.deny != nil:
		t.Verdict = "denied " + string(r.deny[SignedOut].Rule())
	case r.skip:
		t.Verdict = "ignored " + string(tooLate)
	default:
		for _, to := range r.to {
			t.To = append(t.To, to.String())
		}
	}
	return t
}
