package rule

import (
	"slices"
	"strings"
)

// ID names one rule of the specification, such as "HLD-3". Ids are stable:
// code, refusals, tests, stories and documents quote them. An ID is an error,
// so that errors.Is(err, rule.ID("HLD-3")) asks whether that rule refused.
// Printing an ID therefore prints Error, the whole text; string(id) is the bare
// id.
type ID string

// Error is the id with what its rule says.
func (id ID) Error() string {
	if says := id.Says(); says != "" {
		return "rule " + string(id) + ": " + says
	}
	return "rule " + string(id)
}

// Says is the rule in one to three sentences; empty for an id that is not in
// the catalogue.
func (id ID) Says() string {
	r, _ := Lookup(id)
	return r.Says
}

// Known reports whether the catalogue has the id.
func (id ID) Known() bool {
	_, ok := Lookup(id)
	return ok
}

// Group is the id's part before the dash: "HLD" of "HLD-3".
func (id ID) Group() string {
	g, _, _ := strings.Cut(string(id), "-")
	return g
}

// Rule is one entry of the catalogue.
type Rule struct {
	ID    ID
	Says  string // the rule, in one to three sentences of plain text
	Story string // the story, named without its suffix, in which an expectation carries the id
	Test  string // the test that shows it, where no story can: "dialnumber.TestName", "interaction/target.TestName"; "callcontrol.TestName" is the root's
}

// Lookup finds a rule by its id.
func Lookup(id ID) (Rule, bool) {
	r, ok := byID[id]
	return r, ok
}

// All returns every rule, in the order of the specification. The slice is the
// caller's own.
func All() []Rule { return slices.Clone(catalogue) }

var byID = func() map[ID]Rule {
	m := make(map[ID]Rule, len(catalogue))
	for _, r := range catalogue {
		m[r.ID] = r
	}
	return m
}()
