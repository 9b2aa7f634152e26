// Package explore walks everything that can happen on a small floor: breadth
// first, over all states that can be reached by any order of presses, phones,
// deadlines, and answers of the switch that come late, are refused or never
// come. It plays sentences of the story language, so that the way to a broken
// state is a story, ready to be saved.
package explore

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/oracle"
)

// World is a floor to be walked.
type World struct {
	Name    string
	Setup   []string // a story's first lines
	Begin   []string // acts before the walk begins
	Targets []string // whom agents consult and transfer to, as a story says it
	Slow    bool     // the switch's answers may come late, or not at all
	Faults  int      // how often on one way the switch refuses or forgets something
	Swaps   bool     // a fault may also be that two facts come in the wrong order
	Backlog int      // how many orders may wait before people wait too, but for hanging up; 0: two
	Keys    bool     // people press their phones' own hold keys
	Limit   int      // give up beyond so many states; 0: a million
	Large   bool     // not for those in a hurry
}

// Result is what a walk has seen.
type Result struct {
	States int
	Steps  int
	Moves  int // steps of the interaction, each held against the oracle
	Bent   int // snapshots with another number in them that were taken
	Phases map[interaction.Phase]int
	// Stories are shortest ways to states far and wide, a few dozen of them, for
	// those who want somewhere to begin.
	Stories []string
	// Seeds are shortest ways to each kind of step, for FuzzEvents.
	Seeds []Seed
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
	parent  int
	act     string
	faults  int
	stage   *callflow.Stage // nil once expanded
	witness oracle.Witness  // has watched the way here; forgotten likewise
	said    bool            // the switch has just said something
	swapped bool            // facts have come in the wrong order on the way
	seed    []byte          // the act's moves, as FuzzEvents reads them
	at      time.Time       // of the last of them
	unsaid  bool            // one on the way has no form there
}

type walk struct {
	World
	nodes  []node
	places []place
	back   [][]edge
	seen   map[string]int
	forms  map[string]bool // states of the interaction that were looked at already, but for their numbers
	res    Result
	buf    []byte
	check  Check
	now    taken // the act that is being played
	rnd    *rand.Rand

	sown  map[string]bool // kinds of moves to which a way is kept
	kind  uint8           // how the interaction begins, as FuzzEvents reads it
	flags uint32
}

// Check looks at every step: the stage before, what was played, the stage
// after. It says what is wrong, empty when nothing is.
type Check func(before, after *callflow.Stage, act string, step callflow.Step) string

// Walk walks a world. check, which may be nil, is asked beside the invariants
// of this package. The error is a *Broken, or says why the world cannot be
// furnished.
func Walk(w World, check Check) (Result, error) {
	x, err := begin(w)
	if err != nil {
		return Result{}, err
	}
	x.check = check
	return x.walk()
}

// begin furnishes a world, as far as its first state.
func begin(w World) (*walk, error) {
	if w.Backlog == 0 {
		w.Backlog = 2
	}
	if w.Limit == 0 {
		w.Limit = 1_000_000
	}
	text := strings.Join(append([]string{"story " + w.Name}, w.Setup...), "\n")
	s, err := callflow.ParseStory(w.Name, text)
	if err != nil {
		return nil, err
	}
	stage, err := callflow.NewStage(s)
	if err != nil {
		return nil, err
	}
	x := &walk{World: w, seen: map[string]int{}, forms: map[string]bool{}, sown: map[string]bool{}, rnd: rand.New(rand.NewPCG(1, 2)),
		res: Result{Phases: map[interaction.Phase]int{}}}
	stage.Watch(x.watch)
	for _, act := range w.Begin {
		if _, err := stage.Act(act); err != nil {
			return nil, err
		}
	}
	known := false
	for _, id := range stage.Floor().Contacts() {
		c, _ := stage.Floor().Contact(id)
		x.kind, x.flags, known = opening(c.State)
	}
	x.add(node{parent: -1, stage: stage, witness: x.now.witness, seed: x.now.seed, at: x.now.at, unsaid: x.now.unsaid || !known})
	if x.now.why != "" {
		return nil, x.broken(0, "", x.now.why)
	}
	return x, nil
}

func (x *walk) walk() (Result, error) {
	for i := 0; i < len(x.nodes); i++ {
		if err := x.expand(i); err != nil {
			return x.res, err
		}
		if len(x.nodes) > x.Limit {
			return x.res, fmt.Errorf("explore: %s has more than %d states", x.Name, x.Limit)
		}
	}
	x.res.States = len(x.nodes)
	for i := 0; i < len(x.nodes); i += 1 + len(x.nodes)/48 {
		x.res.Stories = append(x.res.Stories, x.story(i, ""))
	}
	if i, why := stuck(x.places, x.back); i >= 0 {
		return x.res, x.broken(i, "", why)
	}
	return x.res, nil
}

// add puts a state on the list, if it is new; its place.
func (x *walk) add(n node) int {
	x.buf = n.stage.AppendAbstract(x.buf[:0])
	for _, id := range n.stage.Floor().Contacts() {
		c, _ := n.stage.Floor().Contact(id)
		x.buf = n.witness.AppendAbstract(x.buf, c.State)
	}
	x.buf = append(x.buf, byte(n.faults), flagged(n.said && n.faults < x.Faults, n.swapped))
	if i, ok := x.seen[string(x.buf)]; ok {
		return i
	}
	i := len(x.nodes)
	x.seen[string(x.buf)] = i
	x.nodes = append(x.nodes, n)
	x.places = append(x.places, place{})
	x.back = append(x.back, nil)
	return i
}

func (x *walk) expand(i int) error {
	n := x.nodes[i]
	x.nodes[i].stage, x.nodes[i].witness = nil, oracle.Witness{}
	if why := x.standing(n); why != "" {
		return x.broken(i, "", why)
	}
	for _, id := range n.stage.Floor().Contacts() {
		c, _ := n.stage.Floor().Contact(id)
		x.res.Phases[c.State.Phase()]++
	}
	x.places[i] = placed(n.stage)
	progress := false
	for _, m := range x.moves(n) {
		next, why := x.play(i, n, m)
		if why != "" {
			return x.broken(i, m.act, why)
		}
		j := x.add(next)
		x.back[j] = append(x.back[j], edge{int32(i), m.hungUp()})
		if m.quiet {
			x.places[i].quiet = j
		}
		progress = progress || j != i && !m.hungUp()
	}
	if !progress && !x.places[i].over && !mayRest(n.stage) {
		return x.broken(i, "", "nothing can happen but that somebody hangs up")
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
