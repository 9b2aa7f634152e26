package diagram

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Mermaid is the stateDiagram-v2 of the moves from one state to another. What
// stays is in the matrix only: drawn, it would hide the rest. Moves with the
// same ends share an arrow.
func (m Machine) Mermaid() string {
	ids := m.ids()
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n")
	for _, s := range m.States {
		b.WriteString("    state \"" + plain(s) + "\" as " + ids[s] + "\n")
	}
	if id, ok := ids[m.Start]; ok {
		b.WriteString("    [*] --> " + id + "\n")
	}
	for _, from := range m.States {
		for _, to := range m.States {
			if labels := m.labels(from, to); len(labels) > 0 {
				b.WriteString("    " + ids[from] + " --> " + ids[to] + " : " + strings.Join(labels, "<br/>") + "\n")
			}
		}
	}
	return b.String()
}

func (m Machine) labels(from, to string) []string {
	var labels []string
	if from == to {
		return nil
	}
	for _, t := range m.Transitions {
		if t.From != from || t.Verdict != "" || !slices.Contains(t.To, to) {
			continue
		}
		label := plain(t.Event)
		if len(t.Guards) > 0 {
			label += " [" + plain(strings.Join(t.Guards, ", ")) + "]"
		}
		if !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	return labels
}

// ids gives each state an identifier that Mermaid takes: letters and digits, no
// keyword, no two the same.
func (m Machine) ids() map[string]string {
	ids, taken := make(map[string]string), make(map[string]bool)
	for _, s := range m.States {
		id := strings.Map(func(r rune) rune {
			if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				return r
			}
			return -1
		}, s)
		switch strings.ToLower(id) {
		case "", "state", "end", "note", "direction", "class", "classdef", "as", "style":
			id += "State"
		}
		for base, n := id, 2; taken[id]; n++ {
			id = base + strconv.Itoa(n)
		}
		ids[s], taken[id] = id, true
	}
	return ids
}

// plain removes what would end a Mermaid label.
func plain(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`:;"#`, r)
	}), " ")
}
