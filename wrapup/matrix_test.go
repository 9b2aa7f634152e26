package wrapup

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/internal/diagram"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

var update = flag.Bool("update", false, "write the golden files and docs anew")

// golden compares a text with a file, or writes it.
func golden(t *testing.T, path, text string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), text, "if this change is meant: go test -run %s -update, and read the difference", t.Name())
}

func TestDocs(t *testing.T) {
	var table []diagram.Transition
	for tr := range Transitions() {
		table = append(table, diagram.Transition(tr))
	}
	golden(t, "../docs/WRAPUP.md", diagram.Of(table).Page("Wrap-up", `
This page is rendered from the table of package `+"`wrapup`"+` and compared by its tests; change the table, not the page.

Each ownership of an interaction has one wrap-up (END-7). **Opened** is the dialog of a transfer that the switch has not
confirmed yet (TRF-9); **Due** is owed, and its timers run (END-6); **For consult** is the optional dialog of an ended consult,
which has no timer and gives way to the call's own. The fact *Owe* says that the agent's part is over.`))
}

// TestMatrix writes down what is decided in every state that can be reached,
// policy by policy, the refusals included.
func TestMatrix(t *testing.T) {
	var b strings.Builder
	policies := walkPolicies(t)
	for _, name := range slices.Sorted(maps.Keys(policies)) {
		s, err := New(policies[name])
		require.NoError(t, err)
		fmt.Fprintf(&b, "#### policy: %s\n\n", name)
		seen := map[State]bool{s: true}
		for todo := []State{s}; len(todo) > 0; todo = todo[1:] {
			for _, n := range matrix(&b, todo[0]) {
				if n.chosen != "other" && n.consult != "other" && !seen[n] { // as with the other reason
					seen[n] = true
					todo = append(todo, n)
				}
			}
		}
	}
	golden(t, "testdata/matrix.golden", b.String())
}

func matrix(b *strings.Builder, s State) (next []State) {
	var out Output
	same := map[string][]string{}
	line := func(name string, after State, err error) {
		next = append(next, after)
		switch {
		case err != nil:
			fmt.Fprintf(b, "%s: %s\n", name, verdict(err))
		case out.Ignored != "":
			same["ignored "+string(out.Ignored)] = append(same["ignored "+string(out.Ignored)], name)
		case s == after && len(out.Changes) == 0:
			same["="] = append(same["="], name)
		default:
			fmt.Fprintf(b, "%s: → %s%s\n", name, describe(after), tells(&out))
		}
	}
	fmt.Fprintf(b, "== %s\n", describe(s))
	for _, r := range walkRequests(s) {
		after, err := s.Request(walkTime, r, &out)
		line(strings.TrimSpace(fmt.Sprint(r.Action, " ", r.Reason)), after, err)
	}
	for _, f := range walkFacts {
		line(f.String(), s.Fact(walkTime, f, &out), nil)
	}
	line("a minute later", s.Tick(walkTime.Add(time.Minute), &out), nil)
	for _, word := range slices.Sorted(maps.Keys(same)) {
		fmt.Fprintf(b, "%s: %s\n", word, strings.Join(same[word], "; "))
	}
	b.WriteString("\n")
	return next
}

func tells(out *Output) string {
	var list []string
	for _, c := range out.Changes {
		text := strings.TrimSpace(fmt.Sprint(c.Kind, " ", c.Reason))
		if c.Automatic {
			text += " (automatic)"
		}
		list = append(list, text)
	}
	return "; tells " + strings.Join(list, ", ")
}

func verdict(err error) string {
	var d *rule.Denied
	if !errors.As(err, &d) {
		return err.Error()
	}
	text := fmt.Sprintf("denied %s (%s in %s)", string(d.Rule()), d.Action(), d.State())
	if d.Reason() != "" {
		text += ": " + d.Reason()
	}
	return text
}

func describe(s State) string {
	text := s.phase.String()
	if code, ok := s.Chosen(); ok {
		text += ", " + string(code)
	}
	if s.phase == ForConsult && s.chosen != "" {
		text += ", " + string(s.chosen) + " kept for the call"
	}
	if s.waiting {
		text += ", submit waits"
	}
	if s.counts {
		text += ", counting down"
	}
	return text
}
