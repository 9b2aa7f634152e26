package wrapup

import (
	"strings"
	"time"
	"unique"
)

// Policy is what the administrator configures for the wrap-up of a contact. The
// zero value is a sensible default: wrap-up is required, by hand, with the one
// built-in reason.
type Policy struct {
	// Reasons is what the agent may pick from.
	Reasons Reasons
	// NotRequired makes every wrap-up be over when it falls due: no dialog opens,
	// for a consult neither (END-7).
	NotRequired bool
	// Automatic is the time after which the default reason is submitted, counted
	// from the end of the agent's part (END-6). 0: no automatic wrap-up. At most
	// a day.
	Automatic time.Duration
	// MayCancelAutomatic lets the agent cancel the count-down (END-6).
	MayCancelAutomatic bool
	// Default is the reason of an automatic submit. Empty: the first of Reasons.
	Default Code
}

const (
	maxAutomatic = 24 * time.Hour
	codeDivider  = "\x1f" // a control character, so that no code contains it
)

// policy is a Policy as a comparable value: the codes without the labels, which
// are the host's to show.
type policy struct {
	codes       string // each code followed by codeDivider; empty: the built-in reason
	def         Code
	automatic   time.Duration
	notRequired bool
	mayCancel   bool
}

var standard = policy{def: builtIn.Code}

// pack checks a policy once, so that no door has to.
func pack(p Policy) (policy, error) {
	q := policy{def: p.Default, automatic: p.Automatic, notRequired: p.NotRequired, mayCancel: p.MayCancelAutomatic}
	switch {
	case p.Automatic < 0:
		return policy{}, &Error{ErrPolicy, "automatic wrap-up", "is negative"}
	case p.Automatic > maxAutomatic:
		return policy{}, &Error{ErrPolicy, "automatic wrap-up", "is longer than a day"}
	}
	var b strings.Builder
	for _, r := range p.Reasons.list {
		b.WriteString(string(r.Code))
		b.WriteString(codeDivider)
	}
	q.codes = b.String()
	if q.def == "" {
		q.def = p.Reasons.All()[0].Code
	}
	if !q.has(q.def) {
		return policy{}, &Error{ErrPolicy, "default reason", "is not in the list of reasons"}
	}
	return q, nil
}

// has allocates nothing, for it is asked at every choice.
func (q policy) has(code Code) bool {
	if q.codes == "" {
		return code == builtIn.Code
	}
	for rest := q.codes; rest != ""; {
		var one string
		one, rest, _ = strings.Cut(rest, codeDivider)
		if one == string(code) {
			return true
		}
	}
	return false
}

func (s *State) policy() policy {
	if s.pol == (unique.Handle[policy]{}) {
		return standard
	}
	return s.pol.Value()
}
