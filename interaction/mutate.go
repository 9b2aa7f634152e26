//go:build mutate

package interaction

import (
	"reflect"
	"slices"
)

// Mutant is one fault that can be planted in the tables: a cell with another
// verdict, a guard switched off, a role that may what it may not. It exists
// only for internal/mutate, under its build tag.
type Mutant struct {
	Name  string
	Plant func()
}

// Mutants are all single faults of the tables, but for those that nobody could
// notice: see somebody, differs and idle.
func Mutants() []Mutant {
	var all []Mutant
	add := func(name string, plant func()) { all = append(all, Mutant{name, plant}) }
	for a := Accept; a < nActions; a++ {
		for p := Waiting; p < Ended; p++ {
			cell := a.String() + " in " + p.String()
			row := requestRows[a][p]
			if row == nil {
				if open := unguarded(a); open != nil && somebody(a, p) {
					add(cell+": allowed", func() { requestRows[a][p] = open })
				}
				continue
			}
			add(cell+": denied", func() { requestRows[a][p], denied.state[a][p] = nil, denied.begun[a][p] })
			for i, g := range row.If {
				add(cell+": not asked whether "+guards[g].name, func() {
					less := *row
					less.If = slices.Delete(slices.Clone(row.If), i, i+1)
					requestRows[a][p] = &less
				})
			}
		}
		if a >= Offer {
			continue
		}
		for _, r := range []Role{Owner, Consulted, Offered} {
			may := true
			for p := Waiting; p < Ended; p++ {
				may = may && denied.who[a][p][r] == nil
			}
			if !may && !differs(a, r) {
				continue
			}
			add(a.String()+" by the "+r.String()+map[bool]string{true: ": denied", false: ": allowed"}[may], func() {
				for p := Waiting; p < Ended; p++ {
					denied.who[a][p][r] = nil
					if may {
						denied.who[a][p][r] = denied.begun[a][p]
					}
				}
			})
		}
	}
	for f := alerting; f < nFacts; f++ {
		for r := Nobody; r < nRoles; r++ {
			for p := Waiting; p < Ended; p++ {
				row := factRows[f][r][p]
				if row == nil {
					continue
				}
				cell := f.String() + " (" + r.String() + ") in " + p.String()
				if row.Do != nil {
					add(cell+": ignored", func() { less := *row; less.Do = nil; factRows[f][r][p] = &less })
				}
				for q := Waiting; q < Ended; q++ { // what it does elsewhere
					if other := factRows[f][r][q]; other != nil && other.Do != nil && !alike(row.Do, other.Do) && !idle(f, r, p) {
						add(cell+": as in "+q.String(), func() { factRows[f][r][p] = other })
						break
					}
				}
			}
		}
	}
	return all
}

// somebody who may ask for the action can be there in the phase; else nobody
// can notice that it is allowed.
func somebody(a Action, p Phase) bool {
	who := askers[a]
	return a >= Offer ||
		who.Owner == yes && p.accepted() ||
		who.Consulted == yes && (p == Consulting || p == Conference) ||
		who.Offered == yes && p >= Connecting && p <= Requested
}

// differs: it can be noticed that a role is not denied for what it is; where it
// is denied for the phase by the same rule, it cannot.
func differs(a Action, r Role) bool {
	for p := Connecting; p < Ended; p++ {
		here := r == Owner && p.accepted() || r == Consulted && (p == Consulting || p == Conference) || r == Offered && p <= Requested
		if here && (requestRows[a][p] != nil || denied.state[a][p].Rule() != denied.who[a][p][r].Rule()) {
			return true
		}
	}
	return false
}

// alike: two rows may have one effect, and differ in where it leads.
func alike(a, b func(*step)) bool {
	return reflect.ValueOf(a).Pointer() == reflect.ValueOf(b).Pointer()
}

// idle: what a fact does elsewhere finds nothing to do here.
func idle(f fact, r Role, p Phase) bool {
	switch f {
	case alerting:
		return r == Customer // he is dialled in Calling alone, and there once a leg
	case diverted:
		return p == Calling || p == Requested // no transfer is in flight there
	case arranged:
		return p == Connecting || p == Calling // no outsider is on the line there
	case ringFailed:
		return p == Ringing // only an answer can be refused there, which all of them know
	case gone:
		return r == Owner && p == Requested // no blind transfer is in flight there, as it may be in Talking
	}
	return false
}

// unguarded is the action's first row, with no condition left.
func unguarded(a Action) *row {
	for p := Waiting; p < Ended; p++ {
		if r := requestRows[a][p]; r != nil {
			return &row{On: a, Do: r.Do}
		}
	}
	return nil
}
