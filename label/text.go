package label

import (
	"slices"
	"strings"
)

// text is one text as it is filled in. In its source, {name} is a placeholder,
// and [ ] encloses what is left out when a placeholder in it has no value: the
// cause of a failure is not always known.
type text struct {
	raw   string
	parts []part // nil where there is nothing to fill in
}

// part is what stands as it is, or else a placeholder.
type part struct {
	stands  string
	name    string
	segment int // 0: outside of any [ ]; else which one, from 1
}

// value is what a placeholder is filled with.
type value struct{ name, is string }

// parse reads a source; false when its braces or brackets do not match, a
// placeholder's name is no word, or a [ ] has no placeholder.
func parse(raw string) (text, bool) {
	t := text{raw: raw}
	if !strings.ContainsAny(raw, "{}[]") {
		return t, true
	}
	segment, inside, filled := 0, false, false
	for rest := raw; rest != ""; {
		at := strings.IndexAny(rest, "{}[]")
		if at < 0 {
			at = len(rest)
		}
		current := 0
		if inside {
			current = segment
		}
		if at > 0 {
			t.parts = append(t.parts, part{stands: rest[:at], segment: current})
			rest = rest[at:]
			continue
		}
		sign := rest[0]
		rest = rest[1:]
		switch {
		case sign == '[' && !inside:
			segment, inside, filled = segment+1, true, false
		case sign == ']' && inside && filled:
			inside = false
		case sign == '{':
			name, after, found := strings.Cut(rest, "}")
			if !found || !isName(name) {
				return text{}, false
			}
			t.parts = append(t.parts, part{name: name, segment: current})
			rest, filled = after, true
		default:
			return text{}, false
		}
	}
	return t, !inside
}

func isName(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

// fill puts the values in. It reads the source once, so that a value with
// braces in it is shown as it is.
func (t *text) fill(values ...value) string {
	if t.parts == nil {
		return t.raw
	}
	var b strings.Builder
	for _, p := range t.parts {
		switch {
		case p.segment > 0 && !t.whole(p.segment, values):
		case p.name == "":
			b.WriteString(p.stands)
		default:
			b.WriteString(of(p.name, values))
		}
	}
	return b.String()
}

// whole: every placeholder of the segment has a value.
func (t *text) whole(segment int, values []value) bool {
	for _, p := range t.parts {
		if p.segment == segment && p.name != "" && of(p.name, values) == "" {
			return false
		}
	}
	return true
}

func of(name string, values []value) string {
	for _, v := range values {
		if v.name == name {
			return v.is
		}
	}
	return ""
}

// placeholders is what a translation has to have as well: each name, in [ ]
// where it may be missing. The order is free.
func (t *text) placeholders() string {
	var all []string
	for _, p := range t.parts {
		switch {
		case p.name != "" && p.segment > 0:
			all = append(all, "[{"+p.name+"}]")
		case p.name != "":
			all = append(all, "{"+p.name+"}")
		}
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " ")
}
