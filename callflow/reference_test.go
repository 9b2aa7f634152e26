package callflow

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the rendered documents")

// reference renders docs/STORY.md from the tables that the parser reads with.
func reference() string {
	var b strings.Builder
	b.WriteString(`# The language of stories

A story is a text file that someone who knows call centres can read and write.
Acts stand at the margin, one a line: who calls, answers, presses, hangs up;
time passing; named faults. What must then be so stands indented below, with
the ids of the rules that it shows at the end of the line. What is not said is
not judged. A comment begins with "# ".

The first lines furnish the centre: ` + "`story TITLE`, `policy SETTING, SETTING…`, `agents A1 A2`" + `
(signed in and Available), ` + "`agents A3 Idle lunch`, `queue billing A1 A2`" + ` (who serves
it; a queue that is not named is served by everybody), ` + "`variable card String secure`" + `
(call-associated data, CAD-1; the types are String, Integer, Decimal, Boolean and
DateTime). An act that the rules
refuse must be followed by ` + "`refused`" + `. "for NAME" at the end of a line says which
contact an agent means who has several.

A word in braces stands for something: {agent} and {contact} for somebody whom
the story has introduced, {new} for a customer who is introduced here, {party}
for an agent, a customer, or an outsider by the number or name that was dialled,
{word} for one word or a text in quotes, {time} for 30s or 1m30s, {words…} for
the rest of the line.

This page is rendered from the parser's own tables; a test compares it.
`)
	table := func(title string, rows [][2]string) {
		b.WriteString("\n## " + title + "\n\n| sentence | meaning |\n|---|---|\n")
		for _, r := range rows {
			b.WriteString("| `" + r[0] + "` | " + r[1] + " |\n")
		}
	}
	phrases := func(title string, ps []phrase) {
		var rows [][2]string
		for _, p := range ps {
			rows = append(rows, [2]string{p.pattern, p.means})
		}
		table(title, rows)
	}
	var rows [][2]string
	for _, s := range settingsTable {
		rows = append(rows, [2]string{s.pattern, s.means})
	}
	table("Policy", rows)
	rows = nil
	for _, t := range traitTable {
		rows = append(rows, [2]string{t.pattern, t.means})
	}
	table("Variables, after `variable NAME TYPE`", rows)
	rows = nil
	for _, f := range furnishings {
		rows = append(rows, [2]string{strings.TrimSpace(f.head + " " + f.form), f.means})
	}
	table("Lists and cards", rows)
	phrases("Acts: customers, queues and time", customerActs)
	phrases("Acts: agents", agentActs)
	phrases("Acts: buttons", buttonActs)
	phrases("Acts: phones", phoneActs)
	phrases("Acts: faults of the switch", faultActs)
	phrases("Acts: a switch that waits to be told", switchActs)
	phrases("Acts: variables", variableActs)
	phrases("Acts: lists and popovers", listActs)
	phrases("What must be so", without(expectations, variableExpectations, popoverExpectations, listExpectations))
	phrases("What must be so of variables", variableExpectations)
	phrases("What must be so of popovers", popoverExpectations)
	phrases("What must be so of lists and numbers", listExpectations)
	return b.String()
}

// without leaves out the phrases that have a table of their own.
func without(all []phrase, tables ...[]phrase) []phrase {
	var kept []phrase
	for _, p := range all {
		own := func(q phrase) bool { return q.pattern == p.pattern }
		if !slices.ContainsFunc(slices.Concat(tables...), own) {
			kept = append(kept, p)
		}
	}
	return kept
}

func TestReference(t *testing.T) {
	const file = "../docs/STORY.md"
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(reference()), 0o644))
	}
	have, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, reference(), string(have), "run: go test ./callflow -update")
}
