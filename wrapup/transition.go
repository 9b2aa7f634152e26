package wrapup

import "iter"

// Transition is one line of the machine's table, in words: what an event does
// in one phase when its guards hold.
type Transition struct {
	From    string   // a label of Phase
	Event   string   // a label of Action or Fact, or "Deadline"
	Guards  []string // all must hold; the first line that holds decides
	To      []string // where it leads; From itself when it stays
	Verdict string   // instead of To: "denied END-3" or "ignored OP-5"
}

// Transitions walks the table in order: phase by phase, event by event. The
// slices are the caller's own.
func Transitions() iter.Seq[Transition] {
	return func(yield func(Transition) bool) {
		for p := range Phase(phaseCount) {
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

func (r *row) words(p Phase, e event) Transition {
	t := Transition{From: p.String(), Event: e.String()}
	for _, g := range r.when {
		t.Guards = append(t.Guards, g.String())
	}
	switch {
	case r.deny != nil:
		t.Verdict = "denied " + string(r.deny[p].Rule())
	case r.skip != "":
		t.Verdict = "ignored " + string(r.skip)
	default:
		t.To = []string{r.to.String()}
	}
	return t
}
