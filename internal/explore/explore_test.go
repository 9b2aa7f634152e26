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

var update = flag.Bool("update", false, "rewrite the counts in docs/PROOFS.md")

// TestWalk walks every world whole, and holds the counts against
// docs/PROOFS.md.
func TestWalk(t *testing.T) {
	var b strings.Builder
	b.WriteString("| world | states | steps |\n|---|---:|---:|\n")
	states, steps := 0, 0
	seen := map[interaction.Phase]int{}
	for _, w := range explore.Worlds() {
		if testing.Short() && w.Slow && len(w.Targets) > 1 {
			continue
		}
		res, err := explore.Walk(w, nil)
		require.NoError(t, err)
		fmt.Fprintf(&b, "| %s | %d | %d |\n", w.Name, res.States, res.Steps)
		states, steps = states+res.States, steps+res.Steps
		for p, n := range res.Phases {
			seen[p] += n
		}
	}
	for p := interaction.Waiting; p <= interaction.Ended; p++ {
		require.Positive(t, seen[p], "%v is never reached", p)
	}
	if testing.Short() {
		return
	}
	fmt.Fprintf(&b, "| **all** | **%d** | **%d** |\n", states, steps)
	section(t, "walk", b.String())
}

// section compares a rendered part of docs/PROOFS.md.
func section(t *testing.T, name, text string) {
	t.Helper()
	const file = "../../docs/PROOFS.md"
	have, err := os.ReadFile(file)
	require.NoError(t, err)
	re := regexp.MustCompile("(?s)<!-- " + name + " -->\n.*?<!-- /" + name + " -->")
	require.Regexp(t, re, string(have))
	want := re.ReplaceAllLiteralString(string(have), "<!-- "+name+" -->\n"+text+"<!-- /"+name+" -->")
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
		return
	}
	require.Equal(t, want, string(have), "run: go test ./internal/explore -update")
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
