package interaction

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// A play takes one interaction through its life a line at a time. On an inbound
// call the customer is 1, Agent 1 is 2 and Agent 2 is 3; on what the centre
// dials the agent is 1 and the customer 2.
type play struct {
	t   testing.TB
	now time.Time
	s   State
	out Output
}

const (
	cust Party = 1
	ag1  Party = 2
	ag2  Party = 3
)

var (
	toNumber = Target{telephony.DialNumber, "+12015532447"}
	toEPDN   = Target{telephony.EPDN, "18005550199"}
	toQueue  = ToQueue("sales")
)

func begin(t testing.TB, o Opening) *play {
	t.Helper()
	if o.Kind == NoKind {
		o.Kind = Inbound
	}
	if o.Capabilities == 0 {
		o.Capabilities = telephony.All
	}
	if o.Kind == Outdial {
		o.Agent = a1
	}
	p := &play{t: t, now: time.Unix(1_000_000, 0).UTC()}
	s, err := New(p.now, o, &p.out)
	require.NoError(t, err)
	p.s = s
	return p.sound()
}

func (p *play) sound() *play {
	p.t.Helper()
	require.Empty(p.t, p.s.broken())
	return p
}

// ask is a request that is granted.
func (p *play) ask(by Party, a Action, to ...Target) *play {
	p.t.Helper()
	r := Request{By: by, Action: a}
	if len(to) > 0 {
		r.To = to[0]
	}
	s, err := p.s.Request(p.now, r, &p.out)
	require.NoError(p.t, err)
	p.s = s
	return p.sound()
}

// may asks May, and that Request agrees to the pointer: nil, or that rule.
func (p *play) may(by Party, a Action, id rule.ID) *play {
	p.t.Helper()
	err := p.s.May(by, a)
	if id == "" {
		require.NoError(p.t, err)
		return p
	}
	var d *rule.Denied
	require.True(p.t, errors.As(err, &d), "%v by %d in %v is not denied: %v", a, by, p.s.phase, err)
	require.Equal(p.t, string(id), string(d.Rule()), "%v by %d in %v", a, by, p.s.phase)
	s, same := p.s.Request(p.now, Request{By: by, Action: a}, &p.out)
	require.True(p.t, err == same, "Request says another thing: %v", same)
	require.Equal(p.t, p.s, s)
	return p
}

// event is a fact that is taken, or ignored.
func (p *play) event(e telephony.Event) *play {
	p.t.Helper()
	s, err := p.s.Fact(p.now, e, &p.out)
	require.NoError(p.t, err)
	p.s = s
	return p.sound()
}

func (p *play) rings(leg Party) *play {
	p.t.Helper()
	return p.event(telephony.Event{Kind: telephony.Alerting, Leg: leg})
}

func (p *play) answers(leg Party) *play {
	p.t.Helper()
	return p.event(telephony.Event{Kind: telephony.Answered, Leg: leg})
}

func (p *play) leaves(leg Party, why ...telephony.Cause) *play {
	p.t.Helper()
	e := telephony.Event{Kind: telephony.Gone, Leg: leg, Cause: telephony.HungUp}
	if len(why) > 0 {
		e.Cause = why[0]
	}
	return p.event(e)
}

func (p *play) arranged(legs ...Party) *play {
	p.t.Helper()
	return p.event(telephony.Event{Kind: telephony.Arranged, Talk: telephony.LegsOf(legs...)})
}

func (p *play) diverted(to Party) *play {
	p.t.Helper()
	return p.event(telephony.Event{Kind: telephony.Diverted, Leg: to})
}

func (p *play) recorded(r telephony.Recording) *play {
	p.t.Helper()
	return p.event(telephony.Event{Kind: telephony.Recorded, Recording: r})
}

// refused: the switch will not do the wish in flight.
func (p *play) refused() *play {
	p.t.Helper()
	require.NotZero(p.t, p.s.op)
	return p.event(telephony.Event{Kind: telephony.Failed, Op: p.s.op, Cause: telephony.Refused})
}

func (p *play) recordingRefused() *play {
	p.t.Helper()
	require.NotZero(p.t, p.s.recOp)
	return p.event(telephony.Event{Kind: telephony.Failed, Op: p.s.recOp, Cause: telephony.Refused})
}

// notRung: the switch will not ring a leg.
func (p *play) notRung(leg Party) *play {
	p.t.Helper()
	return p.event(telephony.Event{Kind: telephony.Failed, Leg: leg, Cause: telephony.Refused})
}

// wait lets the next deadline pass.
func (p *play) wait() *play {
	p.t.Helper()
	by, ok := p.s.Deadline()
	require.True(p.t, ok, "nothing is waited for")
	early := p.s.Tick(by.Add(-1), &p.out)
	require.Equal(p.t, p.s, early, "before its time")
	require.Equal(p.t, rule.ID("OP-5"), p.out.Ignored)
	p.now = by
	p.s = p.s.Tick(by, &p.out)
	require.Empty(p.t, string(p.out.Ignored))
	return p.sound()
}

func (p *play) later(d time.Duration) *play { p.now = p.now.Add(d); return p }

// What is asked of a step.

func (p *play) in(ph Phase) *play {
	p.t.Helper()
	require.Equal(p.t, ph.String(), p.s.phase.String())
	return p
}

func (p *play) ended(how Ending, why telephony.Cause) *play {
	p.t.Helper()
	p.in(Ended)
	e, c := p.s.Ended()
	require.Equal(p.t, how.String()+", "+why.String(), e.String()+", "+c.String())
	_, waits := p.s.Deadline()
	require.False(p.t, waits)
	return p
}

// hears: exactly these talk with the owner.
func (p *play) hears(legs ...Party) *play {
	p.t.Helper()
	require.Equal(p.t, telephony.LegsOf(legs...), p.s.Hears())
	return p
}

func (p *play) commands(want ...string) *play {
	p.t.Helper()
	require.Equal(p.t, strs(want), verbs(p.out.Commands))
	return p
}

func (p *play) agents(want ...string) *play {
	p.t.Helper()
	require.Equal(p.t, strs(want), agentEvents(p.out.Agents))
	return p
}

func (p *play) notices(want ...string) *play {
	p.t.Helper()
	require.Equal(p.t, strs(want), notices(p.out.Notices))
	return p
}

func (p *play) wants(r WantReason) *play {
	p.t.Helper()
	require.Equal(p.t, r.String(), p.out.Want.Reason.String())
	return p
}

func (p *play) ignored(id rule.ID) *play {
	p.t.Helper()
	require.Equal(p.t, string(id), string(p.out.Ignored))
	return p
}

// shows: the statuses of a party's panes, in order.
func (p *play) shows(of Party, want ...string) *play {
	p.t.Helper()
	require.Equal(p.t, strs(want), statuses(p.s, of))
	return p
}

func (p *play) due(after time.Duration) *play {
	p.t.Helper()
	by, ok := p.s.Deadline()
	require.True(p.t, ok)
	require.Equal(p.t, after, by.Sub(p.now))
	return p
}

func strs(s []string) []string { return append([]string{}, s...) }

func statuses(s State, of Party) []string {
	all := []string{}
	for _, pane := range s.Panes(of, nil) {
		all = append(all, pane.Status.String())
	}
	return all
}

// verbs are commands without what numbers them.
func verbs(cs []telephony.Command) []string {
	all := []string{}
	for _, c := range cs {
		c.Op, c.Owner = 0, 0
		all = append(all, c.String())
	}
	return all
}

func agentEvents(es []AgentEvent) []string {
	all := []string{}
	for _, e := range es {
		text := e.Kind.String() + " " + name(e.Party)
		if e.Cause != telephony.NoCause {
			text += ": " + e.Cause.String()
		}
		all = append(all, text)
	}
	return all
}

func notices(ns []Notice) []string {
	all := []string{}
	for _, n := range ns {
		text := name(n.To) + " " + n.Kind.String()
		if n.Action != NoAction {
			text += " (" + n.Action.String() + ")"
		}
		if n.About != 0 {
			text += " about " + name(n.About)
		}
		if n.Cause != telephony.NoCause {
			text += ": " + n.Cause.String()
		}
		all = append(all, text)
	}
	return all
}

func name(p Party) string { return "#" + string('0'+rune(p%10)) }

// Where tests begin. Each is played, never set.

func talking(t testing.TB, pol Policy) *play {
	t.Helper()
	p := begin(t, Opening{Policy: pol}).ask(Centre, Offer, a1).rings(ag1).answers(ag1).arranged(cust)
	if pol.Recording {
		p.recorded(telephony.RecordingOn)
	}
	return p.in(Talking).hears(cust)
}

func held(t testing.TB, pol Policy) *play {
	t.Helper()
	return talking(t, pol).ask(ag1, Hold).arranged().in(Talking).hears()
}

func requested(t testing.TB, pol Policy, to Target) *play {
	t.Helper()
	p := talking(t, pol).ask(ag1, Consult, to).arranged()
	if !routed(to.kind) {
		p.rings(ag2)
	}
	return p.in(Requested).hears()
}

// searched: the queue has found an agent, whose phone rings.
func searched(t testing.TB, pol Policy, to Target) *play {
	t.Helper()
	return requested(t, pol, to).ask(Centre, Offer, a2).rings(ag2).in(Requested)
}

func consulting(t testing.TB, pol Policy) *play {
	t.Helper()
	return requested(t, pol, a2).answers(ag2).arranged(ag2).in(Consulting).hears(ag2)
}

// consultHeld: Agent 1 talks with the customer, Agent 2 is on hold.
func consultHeld(t testing.TB, pol Policy) *play {
	t.Helper()
	return consulting(t, pol).ask(ag1, Resume).arranged(cust).in(Consulting).hears(cust)
}

func expert(t testing.TB, pol Policy) *play {
	t.Helper()
	return requested(t, pol, ToExpert("e")).answers(ag2).arranged(ag2).in(Consulting)
}

func conference(t testing.TB, pol Policy) *play {
	t.Helper()
	return consulting(t, pol).ask(ag1, StartConference).arranged(cust, ag2).in(Conference).hears(cust, ag2)
}

// calling: the agent (1) is on the line and the customer (2) is rung.
func calling(t testing.TB, k Kind, pol Policy) *play {
	t.Helper()
	p := begin(t, Opening{Kind: k, Policy: pol})
	switch k {
	case Preview:
		p.ask(Centre, Offer, a1).ask(1, Accept, a1)
	case CourtesyCallback, WebCallback:
		p.ask(Centre, Offer, a1)
	}
	return p.rings(1).answers(1).commands("dial leg 2 to customer …").rings(2).in(Calling)
}

func chat(t testing.TB) *play {
	t.Helper()
	return begin(t, Opening{Kind: Chat}).ask(Centre, Offer, a1).ask(ag1, Accept).answers(ag1).in(Talking)
}

func (p *play) clone() *play {
	q := *p
	q.out = Output{}
	return &q
}
