package wrapup

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

var walkTime = time.Unix(1_000, 0)

func walkReasons(t testing.TB) Reasons {
	r, err := NewReasons(Reason{"sale", "Sale"}, Reason{"other", "Other"})
	require.NoError(t, err)
	return r
}

// walkPolicies are the policies that differ in what they decide.
func walkPolicies(t testing.TB) map[string]Policy {
	r := walkReasons(t)
	return map[string]Policy{
		"by hand":             {Reasons: r},
		"built-in reason":     {},
		"automatic":           {Reasons: r, Automatic: time.Minute, Default: "other"},
		"automatic, may stop": {Reasons: r, Automatic: time.Minute, MayCancelAutomatic: true},
		"not required":        {Reasons: r, NotRequired: true, Automatic: time.Minute},
	}
}

func walkSample(t testing.TB) State {
	s, err := New(walkPolicies(t)["automatic"])
	require.NoError(t, err)
	return s.Fact(walkTime, Owe, new(Output))
}

func walkRequests(s State) []Request {
	list := []Request{{Action: Submit}, {Action: CancelCountdown}, {Action: Dismiss}}
	for _, code := range []Code{"sale", "other", builtIn.Code} {
		if s.policy().has(code) {
			list = append(list, Request{Action: Choose, Reason: code})
		}
	}
	return list
}

var (
	walkFacts = []Fact{Open, Owe, Withdraw, OpenForConsult}
	walkTicks = []time.Time{walkTime, walkTime.Add(time.Minute - 1), walkTime.Add(time.Minute)}
)

// TestWalk visits every state of every policy, and in each asks every request,
// fact and tick.
func TestWalk(t *testing.T) {
	decided := map[string]bool{} // the lines of the table that decided something
	total, steps := 0, 0
	for name, p := range walkPolicies(t) {
		start, err := New(p)
		require.NoError(t, err)
		seen := map[State]bool{start: true}
		for todo := []State{start}; len(todo) > 0; todo = todo[1:] {
			s := todo[0]
			require.Empty(t, s.broken(), "%s: %+v", name, s)
			back, err := Restore(snap(t, s))
			require.NoError(t, err)
			require.True(t, s == back, "%s: %+v", name, s)
			var next []State
			for _, r := range walkRequests(s) {
				next = append(next, checkRequest(t, s, r))
				decided[lineOf(t, s, r.Action.event(), next[len(next)-1])] = true
			}
			for _, f := range walkFacts {
				next = append(next, checkFact(t, s, f))
				decided[lineOf(t, s, f.event(), next[len(next)-1])] = true
			}
			for _, now := range walkTicks {
				next = append(next, checkTick(t, s, now))
			}
			if _, armed := s.Deadline(); armed {
				decided[lineOf(t, s, deadline, s.Tick(walkTicks[2], new(Output)))] = true
			} else {
				decided[lineOf(t, s, deadline, s)] = true
			}
			steps += len(next)
			for _, n := range next {
				if !seen[n] {
					seen[n] = true
					todo = append(todo, n)
				}
			}
		}
		total += len(seen)
	}
	for p := range Phase(phaseCount) {
		for e := range event(events) {
			require.NotEmpty(t, table[p][e], "no decision: %s in %s", e, p)
			for i := range table[p][e] {
				require.True(t, decided[fmt.Sprint(p, e, i)], "never decides: %s in %s, line %d", e, p, i+1)
			}
		}
	}
	t.Logf("%d states, %d steps", total, steps)
	require.Greater(t, total, 60)
}

// lineOf is the line of the table that decides, after a look at where it leads.
func lineOf(t *testing.T, s State, e event, after State) string {
	r := s.find(e)
	for i := range table[s.phase][e] {
		if r == &table[s.phase][e][i] {
			if r.deny == nil && r.skip == "" {
				require.Equal(t, r.to, after.phase, "%s in %s leads elsewhere than it says", e, s.phase)
			}
			return fmt.Sprint(s.phase, e, i)
		}
	}
	require.Fail(t, "a hole", "%s in %s", e, s.phase)
	return ""
}

func told(out *Output) string {
	text := ""
	for _, c := range out.Changes {
		text += fmt.Sprint("[", c.Kind, " ", c.Reason, " ", c.Automatic, "]")
	}
	return text
}

// checkRequest states once more, slowly, what an agent may do and what comes of
// it.
func checkRequest(t *testing.T, s State, r Request) State {
	var out Output
	may := s.May(r.Action)
	after, err := s.Request(walkTime, r, &out)
	require.True(t, may == err, "May %v, Request %v", may, err)
	code, picked := s.Chosen()
	_, counting := s.Deadline()
	var want rule.ID
	switch {
	case !s.Dialog():
		want = "OP-3"
	case s.Waiting() && (r.Action == Choose || r.Action == Submit):
		want = "OP-1"
	case r.Action == Submit && !picked:
		want = "END-3"
	case r.Action == CancelCountdown && !(counting && s.policy().mayCancel):
		want = "END-6"
	case r.Action == Dismiss && s.Phase() != ForConsult:
		want = "END-7"
	}
	if want != "" {
		require.ErrorIs(t, err, want, "%s in %s", r.Action, s.Phase())
		var denied *rule.Denied
		require.True(t, errors.As(err, &denied))
		require.Equal(t, r.Action.String(), denied.Action())
		require.Equal(t, s.Phase().String(), denied.State())
		require.Equal(t, s, after)
		require.Empty(t, out.Changes)
		return after
	}
	require.NoError(t, err, "%s in %s", r.Action, s.Phase())
	then := s
	says := ""
	switch {
	case r.Action == Choose:
		if s.Phase() == ForConsult {
			then.consult = r.Reason
		} else {
			then.chosen = r.Reason
		}
		if r.Reason != code {
			says = fmt.Sprintf("[reason chosen %s false]", r.Reason)
		}
	case r.Action == CancelCountdown:
		then.counts = false
		says = "[count-down stopped  false]"
	case r.Action == Dismiss:
		then.phase, then.consult = None, ""
		says = "[consult dialog dismissed  false]"
	case s.Phase() == ForConsult:
		then.phase, then.consult = None, ""
		says = fmt.Sprintf("[consult reason %s false]", code)
	case s.Phase() == Opened:
		then.waiting = true
		says = fmt.Sprintf("[submit waits %s false]", code)
	default:
		then = State{pol: s.pol, phase: Submitted, chosen: code}
		says = fmt.Sprintf("[wrap-up completed %s false]", code)
	}
	require.Equal(t, then, after, "%s in %s", r.Action, s.Phase())
	require.Equal(t, says, told(&out))
	return after
}

func checkFact(t *testing.T, s State, f Fact) State {
	var out Output
	after := s.Fact(walkTime, f, &out)
	q := s.policy()
	only := Code("")
	if q.codes == "" {
		only = builtIn.Code
	}
	then, says, ignored := s, "", rule.ID("")
	if s.phase == ForConsult && f != Withdraw {
		then.consult, says = "", "[consult dialog gave way  false]"
	}
	mayOpen := s.phase == None || s.phase == ForConsult
	switch {
	case mayOpen && q.notRequired && (f == Open || f == OpenForConsult):
		ignored = "END-7"
	case mayOpen && q.notRequired && f == Owe:
		then.phase = Submitted
		says += "[wrap-up not required  false]"
	case mayOpen && f == Open:
		then.phase, then.chosen = Opened, firstOf(s.chosen, only)
		says += "[wrap-up opened  false]"
	case mayOpen && f == OpenForConsult:
		then.phase, then.consult = ForConsult, only
		says += "[consult dialog opened  false]"
	case f == Owe && s.waiting:
		then.phase, then.waiting = Submitted, false
		says = fmt.Sprintf("[wrap-up completed %s false]", s.chosen)
	case f == Owe && (mayOpen || s.phase == Opened):
		then.phase, then.chosen, then.since = Due, firstOf(s.chosen, only), walkTime.UnixNano()
		then.counts = q.automatic > 0
		says += "[wrap-up due  false]"
	case f == Withdraw && s.phase == Opened:
		then.phase, then.waiting = None, false
		says = "[wrap-up withdrawn  false]"
	default:
		ignored = "OP-5"
	}
	require.Equal(t, ignored, out.Ignored, "%s in %s", f, s.phase)
	require.Equal(t, then, after, "%s in %s", f, s.phase)
	require.Equal(t, says, told(&out), "%s in %s", f, s.phase)
	return after
}

func firstOf(a, b Code) Code {
	if a != "" {
		return a
	}
	return b
}

// checkTick: a deadline that has passed is not armed any more.
func checkTick(t *testing.T, s State, now time.Time) State {
	var out Output
	after := s.Tick(now, &out)
	by, armed := s.Deadline()
	if !armed || now.Before(by) {
		require.Equal(t, s, after)
		require.Empty(t, out.Changes)
		return after
	}
	require.Equal(t, State{pol: s.pol, phase: Submitted, chosen: s.policy().def}, after)
	require.Equal(t, fmt.Sprintf("[wrap-up completed %s true]", s.policy().def), told(&out))
	_, armed = after.Deadline()
	require.False(t, armed)
	return after
}
