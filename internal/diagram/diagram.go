package diagram

import (
	"slices"
	"strings"
)

// Transition is one line of a machine's table: what one event does in one state
// when the guards hold.
type Transition struct {
	From    string
	Event   string
	Guards  []string // all must hold; none: always, or when no earlier line held
	To      []string // where it may lead; From itself when it stays
	Verdict string   // instead of To, when nothing moves: "ignored OP-5", "denied HLD-3"
}

// Machine is a table with the order in which to show it.
type Machine struct {
	States      []string
	Events      []string
	Start       string // where a new one begins
	Transitions []Transition
}

// Of takes states and events in the order in which the table first names them,
// and the first state as the start.
func Of(table []Transition) Machine {
	m := Machine{Transitions: table}
	add := func(list *[]string, name string) {
		if !slices.Contains(*list, name) {
			*list = append(*list, name)
		}
	}
	for _, t := range table {
		add(&m.States, t.From)
		add(&m.Events, t.Event)
	}
	for _, t := range table {
		for _, to := range t.To {
			add(&m.States, to)
		}
	}
	if len(m.States) > 0 {
		m.Start = m.States[0]
	}
	return m
}

// Page is a whole Markdown page: title, introduction, diagram and matrix.
func (m Machine) Page(title, intro string) string {
	var b strings.Builder
	b.WriteString("# " + title + "\n\n")
	b.WriteString(strings.TrimSpace(intro) + "\n\n")
	b.WriteString("## Moves\n\n```mermaid\n" + m.Mermaid() + "```\n\n")
	b.WriteString("## Every state and event\n\n")
	b.WriteString("`→` moves, `=` stays where it is. Where a cell has several lines, the first whose condition holds decides.\n\n")
	b.WriteString(m.Matrix())
	return b.String()
}
