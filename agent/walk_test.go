package agent

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

var walkTime = time.Unix(1_000, 0)

// walkPolicy keeps the walk small: two codes, one chat, no email.
func walkPolicy(t testing.TB) State {
	s, err := New(Policy{Chat: 2, Email: -1, Codes: []IdleCode{"Break", "Lunch"}})
	require.NoError(t, err)
	return s
}

func walkSample(t testing.TB) State {
	s, err := walkPolicy(t).Request(walkTime, Request{Action: SignIn}, new(Output))
	require.NoError(t, err)
	return s
}

func walkRequests() []Request {
	return []Request{{Action: SignIn}, {Action: SignOut}, {Action: GoAvailable}, {Action: GoIdle, Code: "Break"}, {Action: GoIdle, Code: "Lunch"}}
}

func walkFacts() []Fact {
	list := []Fact{{What: OffHook}, {What: OnHook}}
	for _, ch := range []Channel{Voice, Chat} {
		list = append(list,
			Fact{What: Offered, Channel: ch}, Fact{What: Accepted, Channel: ch},
			Fact{What: Released, Channel: ch}, Fact{What: Released, Channel: ch, Unanswered: true},
			Fact{What: Missed, Channel: ch}, Fact{What: Missed, Channel: ch, Cause: Declined},
			Fact{What: WrapUpDue, Channel: ch}, Fact{What: WrapUpDue, Channel: ch, Unanswered: true},
			Fact{What: WrapUpDone, Channel: ch})
	}
	return list
}

// full are states at the limit of what can be counted: judged, not gone on from.
func full(s State) []State {
	var list []State
	for _, own := range []State{
		{status: Idle, code: "Break"}, {status: Available}, {status: Available, choice: "Lunch"}, {status: RONA, cause: Busy},
	} {
		own.pol = s.pol
		own.load[Voice].wrapping, own.load[Chat].wrapping = math.MaxUint16, math.MaxUint16
		list = append(list, own)
	}
	return list
}

// TestWalk visits every state with at most two interactions on each of two
// channels, and in each asks every request, fact and question.
func TestWalk(t *testing.T) {
	start := walkPolicy(t)
	type line struct {
		p phase
		e event
		i int
	}
	led := map[line]map[phase]bool{}
	seen := map[State]bool{start: true}
	todo := append(full(start), start)
	steps := 0
	note := func(s State, in *input, after State) {
		cell := table[s.phase()][in.event]
		r := s.find(in)
		i := slices.IndexFunc(cell, func(one row) bool { return len(cell) > 0 && sameRow(&one, r) })
		require.GreaterOrEqual(t, i, 0, "a hole: %s in %s", in.event, s.phase())
		key := line{s.phase(), in.event, i}
		if led[key] == nil {
			led[key] = map[phase]bool{}
		}
		if r.deny == nil && !r.skip {
			led[key][after.phase()] = true
		}
	}
	for len(todo) > 0 {
		s := todo[0]
		todo = todo[1:]
		require.Empty(t, s.broken(), "%+v", s)
		back, err := Restore(snap(t, s))
		require.NoError(t, err)
		require.Equal(t, s, back)
		require.True(t, s == back)
		checkQuestions(t, s)
		var next []State
		for _, r := range walkRequests() {
			steps++
			after := checkRequest(t, s, r)
			note(s, &input{event: r.Action.event(), code: r.Code}, after)
			next = append(next, after)
		}
		for _, f := range walkFacts() {
			steps++
			after := checkFact(t, s, f)
			note(s, &input{event: f.What.event(), channel: f.Channel, unanswered: f.Unanswered}, after)
			next = append(next, after)
		}
		for _, n := range next {
			if !seen[n] && n.load[Voice].sum() <= 2 && n.load[Chat].sum() <= 2 {
				seen[n] = true
				todo = append(todo, n)
			}
		}
	}
	for p := range phase(phases) {
		for e := range event(events) {
			require.NotEmpty(t, table[p][e], "no decision: %s in %s", e, p)
			for i, r := range table[p][e] {
				name := fmt.Sprintf("%s in %s, line %d", e, p, i+1)
				got, reached := led[line{p, e, i}]
				require.True(t, reached, "never decides: %s", name)
				want := map[phase]bool{}
				for _, to := range r.to {
					want[to] = true
				}
				require.Equal(t, want, got, "leads elsewhere than it says: %s", name)
			}
		}
	}
	t.Logf("%d states, %d steps", len(seen), steps)
	require.Greater(t, len(seen), 1_000)
}

func sameRow(a, b *row) bool {
	return slices.Equal(a.when, b.when) && a.do == b.do && a.deny == b.deny && a.skip == b.skip && slices.Equal(a.to, b.to)
}

// checkRequest: May is the rule, and what is granted is so afterwards.
func checkRequest(t *testing.T, s State, r Request) State {
	var out Output
	may := s.May(r.Action)
	after, err := s.Request(walkTime, r, &out)
	require.True(t, may == err, "May %v, Request %v", may, err)
	want := oracleRequest(s, r)
	if want != "" {
		require.ErrorIs(t, err, want, "%s in %s", r.Action, s.Summary())
		var denied *rule.Denied
		require.True(t, errors.As(err, &denied))
		require.Equal(t, r.Action.String(), denied.Action())
		require.Equal(t, s.Summary().Status.String(), denied.State())
		require.Equal(t, s, after)
		require.Empty(t, out.Changes)
		return after
	}
	require.NoError(t, err, "%s in %s", r.Action, s.Summary())
	require.Equal(t, s.load, after.load, "a request touches no interaction")
	require.Equal(t, s.off, after.off)
	own, code, cause := after.Own()
	choice, waits := after.Choice()
	before, _, _ := s.Own()
	open := s.load != [channels]load{}
	switch {
	case r.Action == SignIn:
		require.Equal(t, "Idle Break none false", fmt.Sprint(own, " ", code, " ", cause, " ", waits))
	case r.Action == SignOut:
		require.Equal(t, State{pol: s.pol, off: s.off, since: after.since}, after)
	case r.Action == GoAvailable:
		require.Equal(t, "Available  none false", fmt.Sprint(own, " ", code, " ", cause, " ", waits))
	case open && before != RONA && !(before == Idle && s.code == r.Code): // AGT-3
		require.Equal(t, before, own)
		require.Equal(t, s.code, code)
		require.Equal(t, r.Code, choice)
	default:
		require.Equal(t, fmt.Sprint("Idle ", r.Code, " none false"), fmt.Sprint(own, " ", code, " ", cause, " ", waits))
	}
	checkChanges(t, s, after, &out)
	return after
}

// oracleRequest says, on what is visible, by which rule a request is refused.
func oracleRequest(s State, r Request) rule.ID {
	own, _, _ := s.Own()
	var cards, rest int
	for ch := range Channel(channels) {
		l := s.Load(ch)
		cards, rest = cards+l.Reserved, rest+l.Engaged+l.WrapUp
	}
	switch {
	case (r.Action == SignIn) != (own == SignedOut):
		return "AGT-1"
	case r.Action == SignOut && cards > 0:
		return "POP-5"
	case r.Action == SignOut && rest > 0:
		return "AGT-5"
	}
	return ""
}

// checkFact: a fact is never refused, and what it says is so afterwards.
func checkFact(t *testing.T, s State, f Fact) State {
	var out Output
	after := s.Fact(walkTime, f, &out)
	l := s.Load(f.Channel)
	before, _, _ := s.Own()
	phone := f.What == OffHook || f.What == OnHook
	useless := map[What]bool{
		Offered:    l.Reserved+l.Engaged+l.WrapUp == math.MaxUint16,
		Accepted:   l.Reserved == 0,
		Missed:     l.Reserved == 0,
		Released:   l.Reserved == 0 && (f.Unanswered || l.Engaged == 0),
		WrapUpDue:  l.Reserved == 0 && (f.Unanswered || l.Engaged == 0),
		WrapUpDone: l.WrapUp == 0,
		OffHook:    s.OffHook(),
		OnHook:     !s.OffHook(),
	}[f.What]
	if useless || before == SignedOut && !phone {
		require.Equal(t, rule.ID("OP-5"), out.Ignored, "%s in %s", f.What, s.Summary())
		require.Equal(t, s, after)
		require.Empty(t, out.Changes)
		return after
	}
	require.Empty(t, out.Ignored, "%s in %s", f.What, s.Summary())
	answered := l.Engaged > 0 && !f.Unanswered
	switch f.What {
	case Offered:
		l.Reserved++
	case Accepted:
		l.Reserved--
		l.Engaged++
	case Missed, Released, WrapUpDue:
		if answered && f.What != Missed {
			l.Engaged--
		} else {
			l.Reserved--
		}
		if f.What == WrapUpDue {
			l.WrapUp++
		}
	case WrapUpDone:
		l.WrapUp--
	}
	require.Equal(t, l, after.Load(f.Channel), "%+v", f)
	require.Equal(t, f.What == OffHook || f.What != OnHook && s.OffHook(), after.OffHook())
	open := false
	for ch := range Channel(channels) {
		if ch != f.Channel {
			require.Equal(t, s.Load(ch), after.Load(ch))
		}
		open = open || after.Load(ch) != Load{}
	}
	own, code, cause := after.Own()
	choice, waits := s.Choice()
	switch {
	case f.What == Missed:
		require.Equal(t, RONA, own)
		want := map[bool]Cause{true: s.cause, false: max(f.Cause, NoAnswer)}[before == RONA]
		require.Equal(t, want, cause)
	case waits && !open: // AGT-3, END-4
		require.Equal(t, fmt.Sprint("Idle ", choice), fmt.Sprint(own, " ", code))
	default:
		require.Equal(t, fmt.Sprint(s.status, s.code, s.cause, s.choice), fmt.Sprint(own, code, cause, after.choice))
	}
	checkChanges(t, s, after, &out)
	return after
}

// checkChanges: what became different is told, and nothing else.
func checkChanges(t *testing.T, s, after State, out *Output) {
	var want []Change
	if s.choice != "" && after.choice == "" && after.code != s.choice {
		want = append(want, Change{Kind: Abandoned, Code: s.choice})
	}
	if after.choice != "" && after.choice != s.choice {
		want = append(want, Change{Kind: Chosen, Code: after.choice})
	}
	if s.status != after.status || s.code != after.code || s.cause != after.cause {
		want = append(want, Change{Kind: Entered, Status: after.status, Code: after.code, Cause: after.cause})
	}
	was, is := s.Summary(), after.Summary()
	if was.Status != is.Status || was.Code != is.Code || was.Cause != is.Cause {
		want = append(want, Change{Kind: Shown, Status: is.Status, Code: is.Code, Cause: is.Cause})
		require.True(t, after.Since().Equal(walkTime))
	} else {
		require.Equal(t, s.since, after.since)
	}
	require.Equal(t, want, out.Changes)
}

// checkQuestions states once more, slowly, who may get work.
func checkQuestions(t *testing.T, s State) {
	own, _, _ := s.Own()
	_, waits := s.Choice()
	l := s.Load(Voice)
	slot := l.Reserved+l.Engaged+l.WrapUp == 0
	judge := func(general rule.ID, idle, choice bool, offer bool, free bool, phone bool) rule.ID {
		switch {
		case own == RONA && offer:
			return "AGT-4"
		case own == SignedOut, own == RONA, own == Idle && !idle:
			return general
		case own == Available && waits && !choice:
			return "AGT-3"
		case !free:
			return general
		case phone && s.OffHook():
			return "END-5"
		}
		return ""
	}
	c := s.Load(Chat)
	for _, q := range []struct {
		got  error
		want rule.ID
	}{
		{s.MayBeOffered(Voice), judge("ANS-3", false, false, true, slot, true)},
		{s.MayBeOffered(Chat), judge("ANS-3", false, false, true, c.Reserved+c.Engaged+c.WrapUp < 2, false)},
		{s.MayBeOffered(Email), judge("ANS-3", false, false, true, false, false)},
		{s.MayBeConsulted(), judge("CON-3", true, true, true, slot, true)},
		{s.MayReceiveTransfer(), judge("TRF-4", false, false, true, slot, true)},
		{s.MayDialOut(), judge("OUT-1", true, true, false, slot, true)},
	} {
		if q.want == "" {
			require.NoError(t, q.got)
			continue
		}
		require.ErrorIs(t, q.got, q.want, "%+v", s)
	}
	require.Equal(t, own == Available && s.OffHook() && !s.busy(), s.Summary().Note != "")
}
