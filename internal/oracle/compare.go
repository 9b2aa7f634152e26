package oracle

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// Breach is what the machine does and the rules do not: it names the rule that
// the oracle goes by. errors.As finds it, errors.Is asks for the rule.
type Breach struct {
	Rule rule.ID
	What string
}

// Error reads "oracle: CNF-2: …".
func (b *Breach) Error() string { return "oracle: " + string(b.Rule) + ": " + b.What }

// Is lets errors.Is(err, rule.ID("CNF-2")) ask for the rule.
func (b *Breach) Is(target error) bool {
	id, ok := target.(rule.ID)
	return ok && id == b.Rule
}

func breach(id rule.ID, format string, args ...any) error {
	return &Breach{id, fmt.Sprintf(format, args...)}
}

// Compare holds one step against the rules: whether it was permitted, and
// whether what is visible afterwards, what became of each agent's part, and
// what was told is one of the outcomes that the rules bear.
func Compare(before, after interaction.State, what Happening, out *interaction.Output) error {
	return compare(See(before), See(after), what, out)
}

func compare(v, after Situation, what Happening, out *interaction.Output) error {
	if err := permittedAtAll(v, what); err != nil {
		return err
	}
	if err := seemly(after.Scene); err != nil {
		return err
	}
	last := interaction.Party(0)
	for _, who := range []Person{v.Customer, v.Agent1, v.Agent2, v.Offered} {
		last = max(last, who.Party)
	}
	fresh := func(p interaction.Party) interaction.Party {
		if p == 0 || v.person(p) != nil || p < last {
			return p // a number that was given up never comes back
		}
		return Fresh
	}
	seen := Outcome{After: after.Scene}
	for _, who := range []*Person{&seen.After.Customer, &seen.After.Agent1, &seen.After.Agent2, &seen.After.Offered} {
		who.Party = fresh(who.Party)
	}
	for _, e := range out.Agents {
		seen.Fates = append(seen.Fates, Fate{fresh(e.Party), e.Kind})
	}
	for _, n := range out.Notices {
		seen.Tells = append(seen.Tells, Told{n.To, n.Kind})
	}
	expected := Next(v, what)
	var why []string
	var first rule.ID = "OP-5"
	for i, o := range expected {
		if i == 0 {
			first = o.Rule
		}
		d := differs(o, seen)
		if d == "" {
			return nil
		}
		why = append(why, string(o.Rule)+": "+d)
	}
	return breach(first, "after %s in %s: %s", what, v.Scene, strings.Join(why, "; or "))
}

// permittedAtAll: a request that was taken was permitted, and one that was
// refused for a rule was not, and for that one.
func permittedAtAll(v Situation, what Happening) error {
	r := what.Request
	if r.Action == interaction.NoAction || what.Err != nil && errors.Is(what.Err, interaction.ErrInvalid) {
		return nil
	}
	if sure, may := v.judged(r.By, r.Action); sure && may != (what.Err == nil) {
		return breach("PAR-19", "%s in %s: permitted %v, answered %v", what, v.Scene, may, what.Err)
	}
	if what.Err != nil {
		return rightly(v, r.By, r.Action, what.Err)
	}
	return nil
}

// judged is Permitted by number, and whether it can be told.
func (v Situation) judged(by interaction.Party, a interaction.Action) (sure, may bool) {
	if a == interaction.Offer || a == interaction.Refuse {
		return true, by == interaction.Centre && Routable(v)
	}
	role := v.role(by)
	return !open(v, role, a), Permitted(v, role, a)
}

func (v Situation) role(p interaction.Party) interaction.Role {
	switch {
	case p == 0:
		return interaction.Nobody
	case p == v.Agent1.Party:
		return interaction.Owner
	case p == v.Agent2.Party:
		return interaction.Consulted
	case p == v.Offered.Party:
		return interaction.Offered
	case p == v.Customer.Party:
		return interaction.Customer
	}
	return interaction.Nobody
}

// CompareMay holds every button of every party against the rules, of the router
// and of a stranger as well: whether it is permitted, and if not, by which rule.
func CompareMay(s interaction.State) error { return compareMay(s, See(s)) }

func compareMay(s interaction.State, v Situation) error {
	stranger := Fresh
	for i, p := range []interaction.Party{interaction.Centre, stranger, v.Customer.Party, v.Agent1.Party, v.Agent2.Party, v.Offered.Party} {
		if p == interaction.Centre && i > 0 {
			continue // he is not here
		}
		for a := interaction.Accept; a <= interaction.Refuse; a++ {
			if err := compareButton(s, v, p, a); err != nil {
				return err
			}
		}
	}
	return nil
}

func compareButton(s interaction.State, v Situation, p interaction.Party, a interaction.Action) error {
	sure, may := v.judged(p, a)
	err := s.May(p, a)
	if sure && may != (err == nil) {
		return breach("PAR-19", "%v by party %d (%v) in %s: the rules say %v, May says %v", a, p, v.role(p), v.Scene, may, err)
	}
	if err == nil {
		return nil
	}
	return rightly(v, p, a, err)
}

// rightly: a denial names the rule that denies, or one of those of which the
// rules leave open which.
func rightly(v Situation, p interaction.Party, a interaction.Action, err error) error {
	why := Why(v, v.role(p), a)
	if p == interaction.Centre && v.Stage != Over && v.Stage != Nothing && a >= interaction.Offer {
		why = named("OP-6") // the router's, and no one waits
	}
	for _, id := range why {
		if errors.Is(err, id) {
			return nil
		}
	}
	first, ids := rule.ID("OP"), make([]string, len(why))
	for i, id := range why {
		first, ids[i] = why[0], string(id)
	}
	return breach(first, "%v by party %d (%v) in %s: the rules deny with one of %v, May with %v", a, p, v.role(p), v.Scene, ids, err)
}

// free are the notices that the rules ask for without saying when: they are
// never missed, and never in the way.
var free = []interaction.NoticeKind{interaction.ContactEnded, interaction.HeldOnPhone, interaction.RetrievedOnPhone,
	interaction.LateAnswer, interaction.RecordingResumed, interaction.RecordingNotResumed, interaction.RecordingNotStarted}

// differs says in what an outcome is not what was seen; empty when it is.
func differs(o, seen Outcome) string {
	if o.After != seen.After {
		return "expected " + o.After.String() + ", seen " + seen.After.String()
	}
	if !sameSet(o.Fates, seen.Fates) {
		return fmt.Sprintf("expected %v, seen %v", o.Fates, seen.Fates)
	}
	told := slices.DeleteFunc(slices.Clone(seen.Tells), func(t Told) bool {
		return slices.Contains(free, t.Kind) || slices.Contains(o.May, t) && !slices.Contains(o.Tells, t)
	})
	if !sameSet(o.Tells, told) {
		return fmt.Sprintf("expected to be told %v, seen %v", o.Tells, told)
	}
	return ""
}

func sameSet[T comparable](a, b []T) bool {
	if len(a) != len(b) {
		return false
	}
	b = slices.Clone(b)
	for _, x := range a {
		i := slices.Index(b, x)
		if i < 0 {
			return false
		}
		b = slices.Delete(b, i, i+1)
	}
	return true
}
