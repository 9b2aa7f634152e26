package diagram

import (
	"strings"
)

// Matrix is a Markdown table with a line for each event and a column for each
// state. A cell that the table does not consider shows a dash.
func (m Machine) Matrix() string {
	var b strings.Builder
	b.WriteString("| event |")
	for _, s := range m.States {
		b.WriteString(" " + escape(s) + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(m.States)) + "\n")
	for _, e := range m.Events {
		b.WriteString("| " + escape(e) + " |")
		for _, s := range m.States {
			b.WriteString(" " + m.cell(s, e) + " |")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (m Machine) cell(state, event string) string {
	var lines []string
	for _, t := range m.Transitions {
		if t.From != state || t.Event != event {
			continue
		}
		line := escape(t.decision())
		switch {
		case len(t.Guards) > 0:
			line = "*" + escape(strings.Join(t.Guards, ", ")) + "*: " + line
		case len(lines) > 0:
			line = "*else*: " + line
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		return "–"
	}
	return strings.Join(lines, "<br>")
}

func (t Transition) decision() string {
	if t.Verdict != "" {
		return t.Verdict
	}
	var ends []string
	for _, to := range t.To {
		if to == t.From {
			ends = append(ends, "=")
		} else {
			ends = append(ends, "→ "+to)
		}
	}
	return strings.Join(ends, " or ")
}

// escape keeps a name inside its cell.
func escape(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "*", `\*`).Replace(s)
}
