package interaction

import "github.com/seed-6cc70c2f/callcontrol/rule"

// The tables, laid out for looking up: what a door asks is an index, and each
// refusal is made once, here, so that refusing allocates nothing and the same
// refusal is the same pointer.

type refusals struct {
	made map[rule.Denied]*rule.Denied

	begun  [nActions][nPhases]*rule.Denied         // OP-3
	party  [nActions][nPhases]*rule.Denied         // OP-2
	client [nActions][nPhases]*rule.Denied         // PAR-2
	alien  [nActions][nPhases]*rule.Denied         // CON-26
	who    [nActions][nPhases][nRoles]*rule.Denied // nil: he may
	state  [nActions][nPhases]*rule.Denied         // nil: a row decides
	guard  [nActions][nPhases][nGuards]*rule.Denied
	wish   [nActions][nPhases][nWishes]*rule.Denied
}

var (
	requestRows [nActions][nPhases]*row
	factRows    [nFacts][nRoles][nPhases]*factRow
	denied      = compile()
)

func compile() *refusals {
	for i := range requests {
		r := &requests[i]
		for p := range Phase(nPhases) {
			if r.In.has(p) && r.Deny == "" {
				requestRows[r.On][p] = r
			}
		}
	}
	for i := range facts {
		r := &facts[i]
		for p := range Phase(nPhases) {
			if r.In.has(p) {
				factRows[r.On][r.Of][p] = r
			}
		}
	}
	d := &refusals{made: map[rule.Denied]*rule.Denied{}}
	for a := Accept; a < nActions; a++ {
		for p := range Phase(nPhases) {
			d.compile(a, p)
		}
	}
	d.made = nil
	return d
}

func (d *refusals) compile(a Action, p Phase) {
	deny := func(id rule.ID, reason string) *rule.Denied {
		made := rule.Deny(id, a.String(), p.String(), reason)
		if same := d.made[*made]; same != nil {
			return same
		}
		d.made[*made] = made
		return made
	}
	d.begun[a][p] = deny("OP-3", "")
	d.party[a][p] = deny("OP-2", "")
	d.client[a][p] = deny("PAR-2", "")
	d.alien[a][p] = deny("CON-26", "")
	who := askers[a]
	for role, id := range map[Role]rule.ID{Owner: who.Owner, Consulted: who.Consulted, Offered: who.Offered} {
		if id != yes {
			d.who[a][p][role] = deny(id, "")
		}
	}
	row := requestRows[a][p]
	if row == nil {
		d.state[a][p] = deny(forbids(a, p), "")
		return
	}
	for _, g := range row.If {
		d.guard[a][p][g] = deny(guards[g].rule, guards[g].reason)
		if g == noWishInFlight {
			for w := range wish(nWishes) {
				d.wish[a][p][w] = deny("OP-1", wishReasons[w])
			}
		}
	}
}

// forbids is the rule that denies an action in a phase where no row lets it
// happen.
func forbids(a Action, p Phase) rule.ID {
	for i := range requests {
		if r := &requests[i]; r.On == a && r.In.has(p) {
			return r.Deny
		}
	}
	return askers[a].Otherwise
}

// Transition is one line of the table, for those who draw or list it: on this
// action or fact, from this phase, under these guards, it leads to one of To;
// empty when it stays. Denied names the rule where it is forbidden, Ignored
// where a fact tells nothing new.
type Transition struct {
	From    Phase
	On      string // an action's or a fact's words; a fact's with the role that it is about
	Fact    bool
	Guards  []string
	To      []Phase
	Denied  rule.ID
	Ignored rule.ID
}

// Transitions walks the whole table: every action and every possible fact in
// every phase between the beginning and the end.
func Transitions() []Transition {
	var all []Transition
	for p := Waiting; p < Ended; p++ {
		for a := Accept; a < nActions; a++ {
			t := Transition{From: p, On: a.String()}
			if row := requestRows[a][p]; row != nil {
				for _, g := range row.If {
					t.Guards = append(t.Guards, guards[g].name)
				}
				t.To = row.To.list()
			} else {
				t.Denied = forbids(a, p)
			}
			all = append(all, t)
		}
		for f := alerting; f < nFacts; f++ {
			for r := Nobody; r < nRoles; r++ {
				row := factRows[f][r][p]
				if row == nil {
					continue
				}
				t := Transition{From: p, On: f.String(), Fact: true, To: row.To.list()}
				if r != Nobody {
					t.On += " (" + r.String() + ")"
				}
				if row.Do == nil {
					t.Ignored = "OP-5"
				}
				all = append(all, t)
			}
		}
	}
	return all
}

func (set phases) list() []Phase {
	var all []Phase
	for p := range Phase(nPhases) {
		if set.has(p) {
			all = append(all, p)
		}
	}
	return all
}
