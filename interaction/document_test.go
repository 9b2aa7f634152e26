package interaction

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/internal/diagram"
)

var update = flag.Bool("update", false, "write the golden files and docs anew")

// golden compares a text with a file, or writes it. It shows the first line that
// differs, not the whole of both.
func golden(t *testing.T, path, text string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	want, got := strings.Split(string(data), "\n"), strings.Split(text, "\n")
	hint := "if this change is meant: go test -run " + t.Name() + " -update, and read the difference"
	for i := range min(len(want), len(got)) {
		require.Equal(t, want[i], got[i], "%s:%d: %s", path, i+1, hint)
	}
	require.Len(t, got, len(want), hint)
}

const intro = `
This page is rendered from the tables of package ` + "`interaction`" + ` and compared by its tests; change the tables, not the page.

The columns are the phases of one contact's life. Whether somebody is on hold, what is recorded and what is in flight are not
phases: they are conditions, named in italics. The first lines of the matrix are what people and the router may ask for, by who
may ask at all (who may not is denied before this page is looked at: OP-3, OP-2, PAR-2, CON-26, then PAR-9 to PAR-19). The conditions are asked in
their order, and the first that does not hold denies with its rule. A request that needs the switch stays (=) until the switch
has told that it is so. The lines below are what the switch and the clock report, with the role of whom it is about: never
denied, and an empty cell cannot happen.

Callbacks, outdials and preview contacts pass through **Calling**; everything else goes from **Ringing** to **Talking** by the
agent's answer. Digital contacts know only Waiting, Ringing, Talking and Ended.

| condition | or else |
|---|---|
`

// document shows a denial with its rule beside the conditions, and what stays.
func document() string {
	var table []diagram.Transition
	add := func(t Transition) {
		d := diagram.Transition{From: t.From.String(), Event: t.On, Guards: t.Guards}
		for _, to := range t.To {
			d.To = append(d.To, to.String())
		}
		switch {
		case t.Denied != "":
			d.Verdict = "denied " + string(t.Denied)
		case t.Ignored != "":
			d.Verdict = "ignored " + string(t.Ignored)
		case len(d.To) == 0:
			d.To = []string{d.From}
		}
		table = append(table, d)
	}
	for _, t := range Transitions() {
		if !t.Fact {
			add(t)
		}
	}
	for _, t := range Transitions() {
		if t.Fact {
			add(t)
		}
	}
	text := intro
	for _, g := range guards[1:] {
		if line := "| " + g.name + " | denied " + string(g.rule) + " |\n"; !strings.Contains(text, line) {
			text += line
		}
	}
	m := diagram.Of(table)
	for _, e := range m.Events {
		verdict := "ignored OP-5"
		if slices.ContainsFunc(actionWords, func(w string) bool { return w == e }) {
			verdict = "denied OP-3"
		}
		m.Transitions = append(m.Transitions, diagram.Transition{From: Ended.String(), Event: e, Verdict: verdict})
	}
	return m.Page("The life of a contact", text)
}

func TestDocument(t *testing.T) { golden(t, "../docs/INTERACTION.md", document()) }

// What the table says can be reached from the beginning, and the end from
// everywhere.
func TestEveryPhaseIsOnTheWay(t *testing.T) {
	next := map[Phase][]Phase{}
	for _, tr := range Transitions() {
		next[tr.From] = append(next[tr.From], tr.To...)
	}
	reach := func(from Phase) map[Phase]bool {
		seen := map[Phase]bool{from: true}
		for todo := []Phase{from}; len(todo) > 0; todo = todo[1:] {
			for _, p := range next[todo[0]] {
				if !seen[p] {
					seen[p] = true
					todo = append(todo, p)
				}
			}
		}
		return seen
	}
	for p := Waiting; p <= Ended; p++ {
		require.True(t, reach(Waiting)[p], "%v cannot be reached", p)
		require.True(t, reach(p)[Ended], "%v has no end", p)
	}
	require.Empty(t, next[Ended])
}
