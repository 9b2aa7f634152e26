package interaction

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// wild is a fact that no obedient switch would tell now: of any kind, about
// anybody who ever was a party, with any arrangement.
func (w *walker) wild() telephony.Event {
	leg := func() Party { return Party(w.rnd.IntN(int(w.s.nParty) + 1)) }
	e := telephony.Event{Cause: telephony.Cause(w.rnd.IntN(telephony.Causes))}
	switch w.rnd.IntN(7) {
	case 0:
		e.Kind, e.Talk = telephony.Arranged, telephony.LegsOf(leg(), leg())
	case 1:
		e.Kind, e.Leg = telephony.Diverted, leg()
	case 2:
		e.Kind, e.Recording = telephony.Recorded, telephony.Recording(w.rnd.IntN(3))
	case 3, 4:
		e.Kind, e.Leg = telephony.Failed, leg()
		if w.rnd.IntN(2) == 0 { // it names the wish, whose command is about nobody who rings
			e.Leg, e.Op = 0, []telephony.Op{w.s.op, w.s.recOp, w.s.nOp}[w.rnd.IntN(3)]
		}
	default:
		if w.s.nParty == 0 {
			return telephony.Event{Kind: telephony.Arranged}
		}
		e.Leg = 1 + Party(w.rnd.IntN(int(w.s.nParty)))
		e.Kind = []telephony.EventKind{telephony.Alerting, telephony.Answered, telephony.Gone, telephony.DeviceHeld, telephony.DeviceRetrieved}[w.rnd.IntN(5)]
	}
	return e
}

// lead takes the walk some way along the road to a conference, or to a blind
// transfer, which chance alone seldom goes.
func (w *walker) lead() {
	goals := []Request{{Action: Offer, To: a1}, {Action: Accept, To: a1}, {Action: Consult, To: a2}, {Action: StartConference}}
	switch w.rnd.IntN(4) {
	case 0:
		goals[2], goals[3] = Request{Action: Transfer, To: a2}, Request{}
	case 1:
		goals[2], goals[3] = Request{Action: Transfer, To: targets[w.rnd.IntN(5)]}, Request{}
	case 2:
		goals[2].To = ToExpert("x")
	}
	for i, goal := range goals[:w.rnd.IntN(len(goals)+1)] {
		if i > 0 {
			goal.By = max(w.s.Owner(), w.s.Offered())
		}
		if goal.Action != NoAction && w.s.May(goal.By, goal.Action) == nil {
			w.request(goal)
		}
		if w.s.wish == wishSend && w.s.Owner() != 0 && w.rnd.IntN(2) == 0 {
			w.queue = nil // the switch is slow, and the owner in a hurry
			early := []telephony.EventKind{telephony.NoEvent, telephony.Alerting, telephony.Answered, telephony.Gone}[w.rnd.IntN(4)]
			if to := w.s.Offered(); to != 0 && early != telephony.NoEvent {
				w.fact(telephony.Event{Kind: early, Leg: to})
			}
			if w.rnd.IntN(2) == 0 {
				w.fact(telephony.Event{Kind: telephony.Gone, Leg: w.s.Owner()})
			}
		}
		if w.s.wish == wishConference && w.s.Outside(w.s.Consulted()) && w.rnd.IntN(2) == 0 { // likewise
			w.queue = nil
			w.fact(telephony.Event{Kind: telephony.Gone, Leg: w.s.Owner()})
			return
		}
		for len(w.queue) > 0 {
			e := w.queue[0]
			w.queue = w.queue[1:]
			if e.Kind != telephony.Recorded || w.rnd.IntN(2) == 0 {
				w.fact(e)
			}
		}
		for _, who := range []Party{w.s.Offered(), w.s.Customer()} {
			if who != 0 && w.s.wish != wishSend {
				w.fact(telephony.Event{Kind: telephony.Answered, Leg: who})
			}
		}
	}
}

type cell struct {
	f     fact
	role  Role
	phase Phase
}

// due is the cell of the next deadline.
func (w *walker) due() cell {
	by, _ := w.s.Deadline()
	switch by.UnixNano() {
	case w.s.opBy:
		return cell{wishDue, Nobody, w.s.phase}
	case w.s.ringBy:
		return cell{ringDue, Offered, w.s.phase}
	}
	return cell{recordingDue, Nobody, w.s.phase}
}

func (c cell) String() string { return fmt.Sprintf("%v (%v) in %v", c.f, c.role, c.phase) }

// asked is a request that is granted, mostly for what may be done seldom.
func (w *walker) asked() (Request, bool) {
	var may []Request
	for by := Centre; by <= w.s.nParty; by++ {
		for a := Accept; a < nActions; a++ {
			if w.s.May(by, a) == nil {
				may = append(may, Request{By: by, Action: a})
			}
		}
	}
	if len(may) == 0 {
		return Request{}, false
	}
	r := may[w.rnd.IntN(len(may))]
	switch {
	case r.Action == Consult:
		r.To = targets[w.rnd.IntN(len(targets))]
	case r.Action == Transfer && w.s.phase == Talking:
		r.To = targets[w.rnd.IntN(len(targets)-1)]
	case r.Action == Offer, r.Action == Accept && w.s.kind == Preview:
		r.To = a1
	case r.Action == SendDigits:
		r.Digits = "1"
	}
	return r, true
}

// TestEveryCellIsReached walks with every fact at every time. A hole is never
// asked for (walker.declared fails), a cell that is never asked for has no row,
// and where a row may lead is exactly where it has led: what the table says can
// happen, does.
func TestEveryCellIsReached(t *testing.T) {
	hit, led := map[cell]int{}, map[cell]phases{}
	requested := map[Action]map[Phase]phases{}
	for seed := range uint64(40000) {
		w := newWalker(t, 1_000_000+seed)
		if seed%4 == 0 {
			w.s.pol.operation = 40 // a switch that is slower than the people
		}
		w.lead()
		for range 60 {
			if w.s.phase == Ended {
				break
			}
			from := w.s.phase
			switch n := w.rnd.IntN(20); {
			case n > 6:
				w.step()
				continue
			case n > 4:
				if r, ok := w.asked(); ok {
					if w.request(r); requested[r.Action] == nil {
						requested[r.Action] = map[Phase]phases{}
					}
					requested[r.Action][from] |= in(w.s.phase)
				}
				continue
			case n == 4:
				c := w.due()
				hit[c]++
				w.tick()
				led[c] |= in(w.s.phase)
				continue
			}
			e := w.wild()
			f, slot := w.s.classify(&e)
			role := Nobody
			if slot >= 0 {
				role = w.s.p[slot].role
			}
			c := cell{f, role, from}
			hit[c]++
			w.fact(e)
			led[c] |= in(w.s.phase)
		}
	}
	var wrong []string
	for _, r := range requests {
		for p := Waiting; p < Ended && r.Deny == ""; p++ {
			if r.In.has(p) && !leads(r.To, p, requested[r.On][p]) {
				wrong = append(wrong, fmt.Sprintf("%v in %v: declared %v, led %v", r.On, p, r.To.list(), requested[r.On][p].list()))
			}
		}
	}
	for f := alerting; f < nFacts; f++ {
		for r := Nobody; r < nRoles; r++ {
			for p := Waiting; p < Ended; p++ {
				c, row := cell{f, r, p}, factRows[f][r][p]
				switch {
				case row == nil:
				case hit[c] == 0:
					wrong = append(wrong, c.String()+": never")
				case !leads(row.To, p, led[c]):
					wrong = append(wrong, fmt.Sprintf("%v: declared %v, led %v", c, row.To.list(), led[c].list()))
				}
			}
		}
	}
	slices.Sort(wrong)
	require.Empty(t, wrong, strings.Join(wrong, "\n"))
}

// leads: a row leads where it says; that it may also change nothing, as a fact
// that is ignored does, it need not say.
func leads(declared phases, from Phase, led phases) bool {
	return declared&^in(from) == led&^in(from)
}
