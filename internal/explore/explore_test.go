package explore_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/explore"
)

var update = flag.Bool("update", false, "rewrite the counts in docs/PROOFS.md and the seeds in interaction/testdata")

// TestWalk walks every world whole, and holds the counts against
// docs/PROOFS.md, and the shortest ways against those that package interaction
// begins to fuzz with.
func TestWalk(t *testing.T) {
	worlds := explore.Worlds()
	results := make([]explore.Result, len(worlds))
	t.Run("worlds", func(t *testing.T) {
		for _, large := range []bool{true, false} { // what takes longest begins first
			for i, w := range worlds {
				if w.Large != large || large && testing.Short() {
					continue
				}
				t.Run(w.Name, func(t *testing.T) {
					t.Parallel()
					var err error
					results[i], err = explore.Walk(w, nil)
					require.NoError(t, err)
				})
			}
		}
	})
	if t.Failed() {
		return
	}
	var b strings.Builder
	b.WriteString("| world | states | steps | moves |\n|---|---:|---:|---:|\n")
	states, steps, moves, bent := 0, 0, 0, 0
	seen := map[interaction.Phase]int{}
	for i, w := range worlds {
		res := results[i]
		fmt.Fprintf(&b, "| %s | %d | %d | %d |\n", w.Name, res.States, res.Steps, res.Moves)
		states, steps, moves, bent = states+res.States, steps+res.Steps, moves+res.Moves, bent+res.Bent
		for p, n := range res.Phases {
			seen[p] += n
		}
	}
	for p := interaction.Waiting; p <= interaction.Ended; p++ {
		require.Positive(t, seen[p], "%v is never reached", p)
	}
	require.Greater(t, bent, 500, "hardly a snapshot with another number in it is taken")
	if testing.Short() {
		return
	}
	fmt.Fprintf(&b, "| **all** | **%d** | **%d** | **%d** |\n", states, steps, moves)
	section(t, "walk", b.String())
	sow(t, results)
}

// sow compares the seeds for FuzzEvents, one for each kind of move.
func sow(t *testing.T, results []explore.Result) {
	t.Helper()
	const file = "../../interaction/testdata/walk.seeds"
	kinds, lines := map[string]bool{}, map[string]bool{}
	var b strings.Builder
	b.WriteString("# Shortest ways to each kind of step: kind, flags, four bytes a step, where it ends.\n# Rendered by: go test ./internal/explore -update\n")
	for _, res := range results {
		for _, s := range res.Seeds {
			if !kinds[s.Key] && !lines[s.String()] {
				lines[s.String()] = true
				b.WriteString(s.String() + "\n")
			}
			kinds[s.Key] = true
		}
	}
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(b.String()), 0o644))
		return
	}
	have, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, b.String(), string(have), "run: go test ./internal/explore -update")
}

// section compares a rendered part of docs/PROOFS.md.
func section(t *testing.T, name, text string) {
	t.Helper()
	const file = "../../docs/PROOFS.md"
	have, err := os.ReadFile(file)
	require.NoError(t, err)
	re := regexp.MustCompile("(?s)<!-- " + name + " -->\n.*?<!-- /" + name + " -->")
	text = "<!-- " + name + " -->\n" + text + "<!-- /" + name + " -->"
	if *update {
		require.NoError(t, os.WriteFile(file, re.ReplaceAllLiteral(have, []byte(text)), 0o644))
		return
	}
	require.Equal(t, text, re.FindString(string(have)), "run: go test ./internal/explore -update")
}

// TestSeenToFail: a check that something is wrong with every state finds one at
// once, and tells a story that can be played.
func TestSeenToFail(t *testing.T) {
	w := explore.Worlds()[0]
	_, err := explore.Walk(w, func(_, after *callflow.Stage, _ string, _ callflow.Step) string {
		c, _ := after.Floor().Contact("anna")
		if c.State.Phase() == interaction.Conference {
			return "a conference"
		}
		return ""
	})
	var broken *explore.Broken
	require.ErrorAs(t, err, &broken)
	s, err := callflow.ParseStory("broken.story", broken.Story)
	require.NoError(t, err)
	last := ""
	require.NoError(t, s.Play(func(step callflow.Step) { last = step.Act }))
	require.Equal(t, "A1 starts a conference", last)
	require.Equal(t, 5, strings.Count(broken.Story, "\nA")+strings.Count(broken.Story, "\nanna"), broken.Story)
}
