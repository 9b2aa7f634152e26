package interaction

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// walker takes random steps through one interaction and holds every step
// against what must hold of all of them.
type walker struct {
	t       testing.TB
	rnd     *rand.Rand
	now     time.Time
	s       State
	out     Output
	queue   []telephony.Event // what the switch has still to say
	told    []telephony.Event // what it has said, for repeats
	open    map[Party]bool    // agents with a part that has not ended
	history []string
}

func (w *walker) fail(format string, args ...any) {
	w.t.Helper()
	for _, h := range w.history {
		w.t.Log(h)
	}
	w.t.Fatalf(format, args...)
}

func newWalker(t testing.TB, seed uint64) *walker {
	w := &walker{t: t, rnd: rand.New(rand.NewPCG(seed, 1)), now: time.Unix(1_000_000, 0), open: map[Party]bool{}}
	flip := func() bool { return w.rnd.IntN(2) == 0 }
	o := Opening{Kind: Kind(1 + w.rnd.IntN(nKinds-1)), Capabilities: telephony.All,
		Policy: Policy{Recording: flip(), PrivacyShield: flip(), EndConsultEndsCall: flip(), AskBeforeTransfer: flip(),
			ReturnUnaccepted: flip(), EndCallForWebCallback: flip(), RemoveFromCampaign: flip(), NoWrapUpIfNotReached: flip()}}
	if w.rnd.IntN(8) == 0 {
		o.Capabilities = telephony.Capabilities(w.rnd.IntN(int(telephony.All) + 1))
	}
	if o.Kind == Outdial {
		o.Agent = ToAgent("A0")
	}
	s, err := New(w.now, o, &w.out)
	require.NoError(t, err)
	w.s = s
	w.history = append(w.history, fmt.Sprintf("seed %d: %+v", seed, o))
	w.after(State{})
	return w
}

// after looks at a step that has been taken.
func (w *walker) after(before State) {
	if why := w.s.broken(); why != "" {
		w.fail("broken: %s\n%+v", why, w.s)
	}
	for _, e := range w.out.Agents {
		switch {
		case e.Kind == Reserved:
			if w.open[e.Party] {
				w.fail("party %d reserved twice", e.Party)
			}
			w.open[e.Party] = true
		case e.Kind.Leaves():
			if !w.open[e.Party] {
				w.fail("OP-9: party %d left twice, or never came", e.Party)
			}
			delete(w.open, e.Party)
		}
	}
	for p := range w.open {
		if w.s.Role(p) == Nobody {
			w.fail("OP-9: party %d is gone and was not told", p)
		}
	}
	for _, c := range w.out.Commands {
		if !w.s.pol.caps.Has(c.Verb.Needs()) {
			w.fail("OP-7: %v commanded, the switch cannot", c.Verb)
		}
		if w.rnd.IntN(20) == 0 {
			w.queue = append(w.queue, telephony.Event{Kind: telephony.Failed, Op: c.Op, Leg: c.Leg, Cause: telephony.Refused})
		} else if w.rnd.IntN(20) > 0 { // else silence
			telephony.Obey(c, func(e telephony.Event) { w.queue = append(w.queue, e) })
		}
	}
}

func (w *walker) request(r Request) {
	before := w.s
	may := before.May(r.By, r.Action)
	next, err := w.s.Request(w.now, r, &w.out)
	w.history = append(w.history, fmt.Sprintf("%v: %v by %d: %v", before.phase, r.Action, r.By, err))
	w.s = next
	if may != nil {
		if err != may {
			w.fail("May says %v, Request says %v", may, err)
		}
		var d *rule.Denied
		if !errors.As(err, &d) || !d.Rule().Known() {
			w.fail("refused for no rule: %v", err)
		}
	}
	if err != nil && (w.s != before || len(w.out.Commands)+len(w.out.Agents)+len(w.out.Notices) > 0) {
		w.fail("refused, and yet something has changed: %v", err)
	}
	if err == nil {
		row := requestRows[r.Action][before.phase]
		if !row.To.has(w.s.phase) && (row.To != 0 || w.s.phase != before.phase) {
			w.fail("%v leads from %v to %v, which the table does not say", r.Action, before.phase, w.s.phase)
		}
	}
	w.after(before)
}

func (w *walker) fact(e telephony.Event) {
	before := w.s
	next, err := w.s.Fact(w.now, e, &w.out)
	if err != nil {
		w.fail("%+v: %v", e, err)
	}
	w.history = append(w.history, fmt.Sprintf("%v: %v %d %v op %d: %v %q", before.phase, e.Kind, e.Leg, e.Talk, e.Op, next.phase, string(w.out.Ignored)))
	w.s = next
	w.declared(before, e)
	if w.out.Ignored != "" && w.s != before && e.Kind != telephony.Answered {
		w.fail("%v: ignored, and yet something has changed", e.Kind)
	}
	w.after(before)
	again, _ := w.s.Fact(w.now, e, &w.out)
	if again != w.s {
		w.fail("OP-5: %v again changes the state\n%+v\n%+v", e.Kind, w.s, again)
	}
	if e.Kind == telephony.Gone && w.s.Role(e.Leg) != Nobody {
		w.fail("gone, and still here")
	}
}

func (w *walker) declared(before State, e telephony.Event) {
	f, slot := before.classify(&e)
	role := Nobody
	if slot >= 0 {
		role = before.p[slot].role
	}
	if before.phase == Ended || f == noFact || f == answered && slot < 0 {
		return
	}
	row := factRows[f][role][before.phase]
	if row == nil {
		w.fail("a hole: %v about %v in %v", f, role, before.phase)
	}
	if w.s.phase != before.phase && !row.To.has(w.s.phase) {
		w.fail("%v leads from %v to %v, which the table does not say", f, before.phase, w.s.phase)
	}
}

func (w *walker) tick() {
	by, ok := w.s.Deadline()
	if !ok {
		return
	}
	if by.After(w.now) {
		w.now = by
	}
	before := w.s
	w.s = w.s.Tick(w.now, &w.out)
	w.history = append(w.history, fmt.Sprintf("%v: tick: %v", before.phase, w.s.phase))
	if w.out.Ignored != "" {
		w.fail("a deadline that nobody handles in %v: %+v", before.phase, before)
	}
	w.after(before)
	if next, ok := w.s.Deadline(); ok && !next.After(w.now) && w.s == before {
		w.fail("a deadline loops")
	}
}

var targets = []Target{ToAgent("A2"), ToQueue("q"), ToEntryPoint("e"), ToExpert("x"), {telephony.DialNumber, "+12015532447"}, {telephony.EPDN, "100"}}

func (w *walker) step() {
	w.now = w.now.Add(time.Duration(w.rnd.IntN(2000)) * time.Millisecond)
	switch n := w.rnd.IntN(100); {
	case n < 45 && len(w.queue) > 0:
		i := 0
		if w.rnd.IntN(10) == 0 {
			i = w.rnd.IntN(len(w.queue))
		}
		e := w.queue[i]
		w.queue = append(w.queue[:i:i], w.queue[i+1:]...)
		w.told = append(w.told, e)
		w.fact(e)
	case n < 50 && len(w.told) > 0:
		w.fact(w.told[w.rnd.IntN(len(w.told))])
	case n < 62 && w.s.nParty > 0:
		kinds := []telephony.EventKind{telephony.Alerting, telephony.Answered, telephony.Answered, telephony.Answered, telephony.DeviceHeld, telephony.DeviceRetrieved, telephony.Gone}
		e := telephony.Event{Kind: kinds[w.rnd.IntN(len(kinds))], Leg: 1 + Party(w.rnd.IntN(int(w.s.nParty))), Cause: telephony.Cause(w.rnd.IntN(telephony.Causes))}
		w.told = append(w.told, e)
		w.fact(e)
	case n < 64:
		w.tick()
	default:
		r := Request{By: Party(w.rnd.IntN(int(w.s.nParty) + 2)), Action: Action(1 + w.rnd.IntN(nActions-1))}
		if n < 90 { // more often what may be done
			var may []Request
			for by := Centre; by <= w.s.nParty; by++ {
				for a := Accept; a < nActions; a++ {
					if w.s.May(by, a) == nil && a != End && a != Refuse {
						may = append(may, Request{By: by, Action: a})
					}
				}
			}
			if len(may) > 0 {
				r = may[w.rnd.IntN(len(may))]
			}
		}
		switch {
		case r.Action == Consult, r.Action == Transfer && w.s.phase == Talking:
			r.To = targets[w.rnd.IntN(len(targets))]
		case r.Action == Offer, r.Action == Accept && w.s.kind == Preview && w.rnd.IntN(8) > 0:
			r.To = ToAgent("A1")
		case r.Action == SendDigits:
			r.Digits = "12#"
		}
		w.request(r)
	}
}

func TestRandomLives(t *testing.T) {
	defer func() {
		if r := recover(); r != nil {
			t.Fatal(r)
		}
	}()
	reached := map[string]int{}
	for seed := range uint64(20000) {
		w := newWalker(t, seed)
		for range 60 {
			w.step()
			reached[w.s.phase.String()]++
			if seed%100 == 0 {
				data, err := w.s.Snapshot()
				require.NoError(t, err)
				back, err := Restore(data)
				require.NoError(t, err)
				require.Equal(t, w.s, back)
			}
			if w.s.phase == Ended && w.rnd.IntN(4) == 0 {
				break
			}
		}
	}
	for p := Waiting; p <= Ended; p++ {
		require.Greater(t, reached[p.String()], 100, "%v is hardly reached", p)
	}
	t.Log(reached)
}
