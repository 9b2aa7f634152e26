package soak

import (
	"context"
	"math/rand/v2"
	"sync/atomic"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// seat is who sits at one agent's desk: one who reads, and one who presses.
type seat struct {
	id     agent.ID
	s      *soak
	r      *rand.Rand // of who presses
	first  map[telephony.CallID]time.Time
	latest atomic.Pointer[look]

	// The rest is the ledger's.
	signedIn bool   // he has been answered so
	last     uint64 // the number of the newest notice that he has read
	unacked  []Told // those that he has read, and not asked to acknowledge
	asked    uint64 // up to where he has asked to
	on       []telephony.CallID
	screen   Screen
	shownAt  time.Time // when the screen was shown
	since    time.Time // when his status became what it is
}

// look is a screen and the desk on which it was seen.
type look struct {
	screen Screen
	desk   Desk
}

// reads follows the desk from one centre to the next.
func (a *seat) reads(ctx context.Context) {
	for {
		c, ok := a.s.hub.current(ctx)
		if !ok {
			return
		}
		desk := c.Desk(a.id)
		for screen := range desk.Screens(ctx) {
			if a.s.cfg.lie.screen != nil {
				a.s.cfg.lie.screen(a.id, &screen)
			}
			a.s.ledger.read(a, &screen)
			a.latest.Store(&look{screen, desk})
		}
		a.latest.Store(nil)
		select {
		case <-ctx.Done():
			return
		case <-c.dead():
		case <-time.After(100 * time.Millisecond): // a connection that was lost is made anew
		}
	}
}

// presses presses what the desk allows.
func (a *seat) presses(ctx context.Context) {
	for {
		think := a.s.cfg.Think
		select {
		case <-ctx.Done():
			return
		case <-time.After(think/2 + time.Duration(a.r.Int64N(int64(think)))):
		}
		a.s.world.RLock()
		if v := a.latest.Load(); v != nil {
			a.looks(ctx, v)
		}
		a.s.world.RUnlock()
	}
}

// asks asks for something about a contact as he sees it, and notes the answer.
func (a *seat) asks(ctx context.Context, d Desk, c *Shown, q Ask) {
	began := time.Now()
	wait := 3 * time.Second
	if a.r.IntN(12) == 0 {
		wait = between(a.r, 5*time.Millisecond, 500*time.Millisecond)
	}
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	out := d.Ask(ctx, q)
	if a.s.cfg.lie.answer != nil {
		out = a.s.cfg.lie.answer(a.id, q, out)
	}
	a.s.ledger.asked(a, began, c, q, out)
}

// looks is one look at the desk, and what he does then.
func (a *seat) looks(ctx context.Context, v *look) {
	s, drain := &v.screen, a.s.draining.Load()
	switch {
	case s.Status == agent.SignedOut:
		a.asks(ctx, v.desk, nil, Ask{Verb: SignIn})
		return
	case s.Status == agent.RONA, s.Status == agent.Idle && (drain || a.r.IntN(2) == 0):
		a.asks(ctx, v.desk, nil, Ask{Verb: Available})
	case !drain && a.r.IntN(80) == 0:
		a.asks(ctx, v.desk, nil, Ask{Verb: Idle})
	case !drain && len(s.Contacts) == 0 && a.r.IntN(100) == 0:
		q := Ask{Verb: Dial, To: telephony.Endpoint{Kind: telephony.DialNumber, Address: "+12015532447"}}
		a.asks(ctx, v.desk, nil, q)
	}
	if n := len(s.Notices); n > 5 || drain && n > 0 {
		q := Ask{Verb: Acknowledge, UpTo: s.Notices[n-1].N}
		a.s.ledger.acknowledges(a, q.UpTo)
		a.asks(ctx, v.desk, nil, q)
	}
	for i := range s.Contacts {
		c := &s.Contacts[i]
		since, known := a.first[c.ID]
		if !known {
			since = time.Now()
			a.first[c.ID] = since
		}
		if q, yes := a.chooses(c, time.Since(since), drain); yes {
			a.asks(ctx, v.desk, c, q)
		}
	}
	for id := range a.first {
		if s.contact(id) == nil {
			delete(a.first, id)
		}
	}
}

// chooses is what he asks for about one contact, after he has had it for so long.
func (a *seat) chooses(c *Shown, had time.Duration, drain bool) (Ask, bool) {
	if d := c.WrapUp; d != nil && (drain || a.r.IntN(3) > 0) {
		switch {
		case d.Phase == wrapup.ForConsult && a.r.IntN(2) == 0:
			return Ask{Verb: Dismiss, Call: c.ID}, true
		case d.Cancel && a.r.IntN(10) == 0:
			return Ask{Verb: StopCount, Call: c.ID}, true
		case d.Chosen == "" && len(d.Reasons) > 0:
			return Ask{Verb: Choose, Call: c.ID, Reason: d.Reasons[a.r.IntN(len(d.Reasons))]}, true
		case d.Submit:
			return Ask{Verb: Submit, Call: c.ID}, true
		}
	}
	if len(c.May) == 0 || !drain && a.r.IntN(4) == 0 {
		return Ask{}, false
	}
	may := func(x interaction.Action) bool {
		for _, y := range c.May {
			if x == y {
				return true
			}
		}
		return false
	}
	enough := between(a.r, 2*time.Second, 12*time.Second)
	for _, x := range finish {
		if may(x) && (drain || had > enough || x == interaction.Accept) {
			return Ask{Verb: Press, Call: c.ID, Action: x}, true
		}
	}
	if drain {
		return Ask{}, false
	}
	q := Ask{Verb: Press, Call: c.ID, Action: c.May[a.r.IntN(len(c.May))]}
	switch q.Action {
	case interaction.End, interaction.Decline, interaction.Cancel:
		return Ask{}, false
	case interaction.Consult, interaction.Transfer:
		q.To = a.someone()
		if q.Action == interaction.Transfer && (may(interaction.EndConsult) || c.Panes > 1) {
			q.To = telephony.Endpoint{} // to whom is consulted
		}
	case interaction.SendDigits:
		q.Digits = "12#"
	}
	return q, true
}

// finish is what brings a contact to its end, the best first.
var finish = []interaction.Action{interaction.Accept, interaction.AcceptTransfer, interaction.End, interaction.ExitConference,
	interaction.ExitConsult, interaction.EndConsult, interaction.Resume, interaction.Cancel}

// someone is whom a call is consulted on or transferred to.
func (a *seat) someone() telephony.Endpoint {
	switch a.r.IntN(6) {
	case 0:
		return telephony.Endpoint{Kind: telephony.Queue, Address: queues[a.r.IntN(len(queues))]}
	case 1:
		return telephony.Endpoint{Kind: telephony.EntryPoint, Address: "vip"}
	case 2:
		return telephony.Endpoint{Kind: telephony.DialNumber, Address: "+12015532447"}
	}
	return telephony.Endpoint{Kind: telephony.Agent, Address: string(name(a.r.IntN(a.s.cfg.Agents)))}
}
