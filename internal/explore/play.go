package explore

import (
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/oracle"
)

// taken is what the moves of one act have come to.
type taken struct {
	witness oracle.Witness
	why     string // what is wrong with one of them

	seed   []byte
	keys   []string // the kinds of its moves
	at     time.Time
	ends   interaction.Phase
	unsaid bool
}

// play plays a move and says what is wrong with it.
func (x *walk) play(i int, n node, m move) (node, string) {
	after := n.stage.Clone()
	x.now = taken{witness: n.witness, at: n.at, unsaid: n.unsaid}
	x.res.Steps++
	acts := strings.Split(m.act, "\n")
	for _, act := range acts {
		before := n.stage
		if len(acts) > 1 {
			before = after.Clone()
		}
		may := m.may(before.Floor())
		step, err := after.Act(act)
		switch {
		case err != nil:
			return n, "it cannot happen: " + err.Error()
		case x.now.why != "":
			return n, x.now.why
		case may != nil || step.Refused != nil:
			if why := m.refused(may, step.Refused); why != "" {
				return n, why
			}
			continue
		}
		if why := moved(before, after, act); why != "" {
			return n, why
		}
		if x.check != nil {
			if why := x.check(before, after, act, step); why != "" {
				return n, why
			}
		}
	}
	if x.res.Steps%reloads == 0 {
		if why := reloaded(n.stage, after, acts); why != "" {
			return n, why
		}
	}
	x.sow(i)
	return node{parent: i, act: m.act, faults: n.faults + m.fault, stage: after, witness: x.now.witness, seed: x.now.seed, at: x.now.at, unsaid: x.now.unsaid,
		said: m.act == "the switch does what waits", swapped: n.swapped || m.swap}, ""
}

// reloads: every so many steps the floor is written down and read back before
// one.
const reloads = 97

// watch judges a move of the interaction as it is made.
func (x *walk) watch(m callflow.Move) {
	if x.now.why != "" {
		return
	}
	x.res.Moves++
	x.now.why = x.judge(m)
	x.note(m)
}

// judge says what is wrong with a move, once for each form of one.
func (x *walk) judge(m callflow.Move) string {
	if m.Before.Phase() == interaction.NotBegun {
		x.now.witness.Began(m.Output)
		return commanded(m)
	}
	fresh := x.fresh(m)
	what := oracle.Happening{Request: m.Request, Fact: m.Fact, Now: m.At}
	if !fresh {
		x.now.witness.Remember(m.Before, m.After, what, m.Output)
		return ""
	}
	if err := x.now.witness.Stepped(m.Before, m.After, what, m.Output); err != nil {
		return err.Error()
	}
	for _, check := range []func(callflow.Move) string{told, requested, commanded, restored} {
		if why := check(m); why != "" {
			return why
		}
	}
	return ""
}
