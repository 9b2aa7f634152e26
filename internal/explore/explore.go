// Package explore walks everything that can happen on a small floor: breadth
// first, over all states that can be reached by any order of presses, phones,
// deadlines, and answers of the switch that come late, are refused or never
// come. It plays sentences of the story language, so that the way to a broken
// state is a story, ready to be saved.
package explore

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// World is a floor to be walked.
type World struct {
	Name    string
	Setup   []string // a story's first lines
	Begin   []string // acts before the walk begins
	Targets []string // whom agents consult and transfer to, as a story says it
	Slow    bool     // the switch's answers may come late, or not at all
	Faults  int      // how often on one way the switch refuses or forgets something
	Backlog int      // how many orders may wait before people wait too, but for hanging up; 0: two
	Limit   int      // give up beyond so many states; 0: a million
}

// Result is what a walk has seen.
type Result struct {
	States int
	Steps  int
	Phases map[interaction.Phase]int
	// Stories are shortest ways to states far and wide, a few dozen of them, for
	// those who want somewhere to begin.
	Stories []string
}

// Broken is a state that breaks an invariant, with the shortest story to it.
type Broken struct {
	World  string
	Reason string
	Story  string
}

// Error is the reason and the story.
func (b *Broken) Error() string {
	return fmt.Sprintf("%s: %s\n\n%s", b.World, b.Reason, b.Story)
}

type node struct {
	parent int
	act    string
	faults int
	stage  *callflow.Stage // nil once expanded
	over   bool
	said   bool // the switch has just said something
}

type walk struct {
	World
	nodes []node
	seen  map[string]int
	back  [][]int32 // who leads here
	res   Result
	buf   []byte
	check Check
}

// Check looks at every step: the stage before, what was played, the stage
// after. It says what is wrong, empty when nothing is.
type Check func(before, after *callflow.Stage, act string, step callflow.Step) string

// Walk walks a world. check, which may be nil, is asked beside the invariants
// of this package. The error is a *Broken, or says why the world cannot be
// furnished.
func Walk(w World, check Check) (Result, error) {
	if w.Backlog == 0 {
		w.Backlog = 2
	}
	if w.Limit == 0 {
		w.Limit = 1_000_000
	}
	text := strings.Join(append([]string{"story " + w.Name}, w.Setup...), "\n")
	s, err := callflow.ParseStory(w.Name, text)
	if err != nil {
		return Result{}, err
	}
	stage, err := callflow.NewStage(s)
	if err != nil {
		return Result{}, err
	}
	x := &walk{World: w, seen: map[string]int{}, check: check, res: Result{Phases: map[interaction.Phase]int{}}}
	for _, act := range w.Begin {
		if _, err := stage.Act(act); err != nil {
			return Result{}, err
		}
	}
	x.add(node{parent: -1, stage: stage})
	for i := 0; i < len(x.nodes); i++ {
		if err := x.expand(i); err != nil {
			return x.res, err
		}
		if len(x.nodes) > w.Limit {
			return x.res, fmt.Errorf("explore: %s has more than %d states", w.Name, w.Limit)
		}
	}
	x.res.States = len(x.nodes)
	for i := 0; i < len(x.nodes); i += 1 + len(x.nodes)/48 {
		x.res.Stories = append(x.res.Stories, x.story(i, ""))
	}
	return x.res, x.reach()
}

func flagged(on bool) byte {
	if on {
		return 1
	}
	return 0
}

// add puts a state on the list, if it is new; its place, and whether it is.
func (x *walk) add(n node) (int, bool) {
	x.buf = n.stage.AppendAbstract(x.buf[:0])
	x.buf = append(x.buf, byte(n.faults), flagged(n.said && n.faults < x.Faults))
	if i, ok := x.seen[string(x.buf)]; ok {
		return i, false
	}
	i := len(x.nodes)
	x.seen[string(x.buf)] = i
	x.nodes = append(x.nodes, n)
	x.back = append(x.back, nil)
	return i, true
}

func (x *walk) expand(i int) error {
	n := x.nodes[i]
	x.nodes[i].stage = nil
	if why := standing(n.stage); why != "" {
		return x.broken(i, "", why)
	}
	for _, id := range n.stage.Floor().Contacts() {
		c, _ := n.stage.Floor().Contact(id)
		x.res.Phases[c.State.Phase()]++
	}
	x.nodes[i].over = over(n.stage)
	progress := false
	for _, m := range x.moves(n) {
		after := n.stage.Clone()
		step, err := after.Act(m.act)
		if err != nil {
			return x.broken(i, m.act, "it cannot happen: "+err.Error())
		}
		x.res.Steps++
		why := ""
		if step.Refused != nil {
			if !m.maybe {
				why = "May allows it, and it is refused: " + step.Refused.Error()
			}
		} else if why = moved(n.stage, after, m.act); why == "" && x.check != nil {
			why = x.check(n.stage, after, m.act, step)
		}
		if why != "" {
			return x.broken(i, m.act, why)
		}
		j, _ := x.add(node{parent: i, act: m.act, faults: n.faults + m.fault, stage: after, said: m.act == "the switch does what waits"})
		x.back[j] = append(x.back[j], int32(i))
		progress = progress || j != i && !strings.HasSuffix(m.act, "hangs up")
	}
	if !progress && !x.nodes[i].over && !x.mayRest(n.stage) {
		return x.broken(i, "", "nothing can happen but that somebody hangs up")
	}
	return nil
}

// mayRest: a customer who waits while nobody is free, and an outsider's call
// that is no longer ours, may rest.
func (x *walk) mayRest(g *callflow.Stage) bool {
	for _, id := range g.Floor().Contacts() {
		c, _ := g.Floor().Contact(id)
		if p := c.State.Phase(); p != interaction.Waiting && p != interaction.Ended {
			return false
		}
	}
	return true
}

// over: every contact has ended, and no agent has anything left of it.
func over(g *callflow.Stage) bool {
	f := g.Floor()
	for _, id := range f.Contacts() {
		if c, _ := f.Contact(id); !c.Over() {
			return false
		}
	}
	for _, id := range f.Agents() {
		for ch := agent.Voice; ch <= agent.Social; ch++ {
			if f.Agent(id).Load(ch) != (agent.Load{}) {
				return false
			}
		}
	}
	return true
}

// reach finds states from which the end cannot be reached any more: somebody
// would be stuck there.
func (x *walk) reach() error {
	can := make([]bool, len(x.nodes))
	var todo []int
	for i, n := range x.nodes {
		if n.over {
			can[i] = true
			todo = append(todo, i)
		}
	}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, j := range x.back[i] {
			if !can[j] {
				can[j] = true
				todo = append(todo, int(j))
			}
		}
	}
	if i := slices.Index(can, false); i >= 0 {
		return x.broken(i, "", "the end cannot be reached from here: somebody is stuck")
	}
	return nil
}

// broken tells the shortest story to a broken state.
func (x *walk) broken(i int, act, why string) error {
	return &Broken{World: x.Name, Reason: why, Story: x.story(i, act)}
}

// story is the shortest way to a state, and one act more.
func (x *walk) story(i int, act string) string {
	var acts []string
	if act != "" {
		acts = append(acts, act)
	}
	for ; i > 0; i = x.nodes[i].parent {
		acts = append(acts, x.nodes[i].act)
	}
	slices.Reverse(acts)
	lines := append([]string{"story " + x.Name}, x.Setup...)
	lines = append(append(append(lines, ""), x.Begin...), acts...)
	return strings.Join(lines, "\n") + "\n"
}

// refusable are orders that a switch may refuse: wishes, and rings. Leavings
// and consequences are told again until they are done (OP-8).
func refusable(v telephony.Verb) bool {
	switch v {
	case telephony.Dial, telephony.ConsultationCall, telephony.Hold, telephony.Retrieve, telephony.Alternate,
		telephony.Conference, telephony.Transfer, telephony.SingleStep, telephony.StartRecording,
		telephony.PauseRecording, telephony.ResumeRecording, telephony.Answer:
		return true
	}
	return false
}

// forgettable are those whose outcome a switch may never tell; a consultation
// call that was taken is not among them, for it is sent again until it is.
func forgettable(v telephony.Verb) bool {
	return refusable(v) && v != telephony.ConsultationCall && v != telephony.Answer
}
