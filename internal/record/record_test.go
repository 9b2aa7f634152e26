package record_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func table() *record.Memory[telephony.CallID, record.Interaction] {
	return record.NewMemory[telephony.CallID](func(r *record.Interaction) record.Revision { return r.Rev })
}

// TestCompareAndSet: a commit is made against the revision that was read, or
// not at all.
func TestCompareAndSet(t *testing.T) {
	ctx, m := context.Background(), table()
	_, err := m.Load(ctx, "anna")
	require.ErrorIs(t, err, record.ErrMissing)
	require.ErrorIs(t, m.Commit(ctx, "anna", &record.Interaction{Head: record.Head{Rev: 2}}, false), record.ErrConflict, "it is not there yet")
	first := &record.Interaction{Head: record.Head{Rev: 1}}
	require.NoError(t, m.Commit(ctx, "anna", first, false))
	require.ErrorIs(t, m.Commit(ctx, "anna", &record.Interaction{Head: record.Head{Rev: 1}}, false), record.ErrConflict, "it is there already")
	got, err := m.Load(ctx, "anna")
	require.NoError(t, err)
	require.Same(t, first, got)
	next := got.Clone()
	next.Rev++
	require.NoError(t, m.Commit(ctx, "anna", next, false))
	stale := got.Clone()
	stale.Rev++
	require.ErrorIs(t, m.Commit(ctx, "anna", stale, false), record.ErrConflict)
	require.ErrorIs(t, m.Commit(ctx, "anna", stale, true), record.ErrConflict, "nor is it removed by who read an older one")
	last := next.Clone()
	last.Rev++
	require.NoError(t, m.Commit(ctx, "anna", last, true))
	_, err = m.Load(ctx, "anna")
	require.ErrorIs(t, err, record.ErrMissing)
	require.NoError(t, m.Commit(ctx, "anna", &record.Interaction{Head: record.Head{Rev: 1}}, false), "and can come again")
}

// TestNobodyIsLost: many count in one record at once; each commit counts once.
func TestNobodyIsLost(t *testing.T) {
	ctx, m := context.Background(), table()
	require.NoError(t, m.Commit(ctx, "anna", &record.Interaction{Head: record.Head{Rev: 1}}, false))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				for {
					r, err := m.Load(ctx, "anna")
					if err != nil {
						t.Error(err)
						return
					}
					next := r.Clone()
					next.Rev++
					next.Pressed++
					if m.Commit(ctx, "anna", next, false) == nil {
						break
					}
				}
			}
		})
	}
	wg.Wait()
	r, err := m.Load(ctx, "anna")
	require.NoError(t, err)
	require.EqualValues(t, 1600, r.Pressed)
}

// TestClone: what is done to a clone does not show in the record.
func TestClone(t *testing.T) {
	r := &record.Interaction{}
	r.Contact.Seats = []callflow.Seat{{Agent: "A1"}, {Agent: "A2"}, {Agent: "A3"}}
	r.Absorb(&callflow.Effects{
		Commands: []telephony.Command{{Op: 1, Verb: telephony.Dial, Leg: 2}},
		Agents:   []callflow.AgentFact{{Agent: "A1", Fact: agent.Fact{What: agent.Offered}}},
		Notices:  []callflow.Notice{{To: "A1", Kind: "x"}, {Kind: "for nobody"}},
	})
	r.Press(record.Press{Op: 1})
	want := fmt.Sprint(*r)
	next := r.Clone()
	require.Equal(t, want, fmt.Sprint(*next))
	next.Contact.Seats[0].Agent = "B"
	next.Absorb(&callflow.Effects{Commands: []telephony.Command{{Op: 2, Verb: telephony.Clear, Leg: 2}}})
	next.Press(record.Press{Op: 2})
	next.Answer(telephony.Event{Op: 2})
	next.Trim(1)
	require.Equal(t, want, fmt.Sprint(*r))
	require.Len(t, next.Tasks, 1)
}

// TestSupersedes: an order that has become pointless does not hold up what
// comes behind it.
func TestSupersedes(t *testing.T) {
	order := func(v telephony.Verb, leg telephony.Leg) telephony.Command {
		return telephony.Command{Verb: v, Leg: leg}
	}
	for name, tc := range map[string]struct {
		first, then telephony.Command
		left        int
	}{
		"a clear, what it would have rung":            {order(telephony.Dial, 3), order(telephony.Clear, 3), 1},
		"a clear, the ring of another":                {order(telephony.Dial, 2), order(telephony.Clear, 3), 2},
		"a clear, an answer asked for":                {order(telephony.Answer, 3), order(telephony.Clear, 3), 1},
		"a clear, the consult it takes back":          {order(telephony.ConsultationCall, 3), order(telephony.Clear, 3), 1},
		"a reconnect, the consult it takes back":      {order(telephony.ConsultationCall, 3), order(telephony.Reconnect, 3), 1},
		"a clear, another clear":                      {order(telephony.Clear, 3), order(telephony.Clear, 3), 2},
		"the end of the call, everything":             {order(telephony.Hold, 1), order(telephony.ClearCall, 0), 1},
		"the end of the call, not itself":             {order(telephony.ClearCall, 0), order(telephony.ClearCall, 0), 2},
		"an arrangement, an older one":                {order(telephony.Hold, 1), order(telephony.Arrange, 0), 1},
		"an arrangement, a transfer that nobody took": {order(telephony.Transfer, 3), order(telephony.Arrange, 0), 1},
		"an arrangement, not the leg that is let go":  {order(telephony.Reconnect, 3), order(telephony.Arrange, 0), 2},
		"an arrangement, not a consult":               {order(telephony.ConsultationCall, 3), order(telephony.Hold, 1), 2},
		"a consult, not an arrangement":               {order(telephony.Hold, 1), order(telephony.ConsultationCall, 3), 2},
		"a recording, an older change":                {order(telephony.PauseRecording, 0), order(telephony.ResumeRecording, 0), 1},
		"a recording, not an arrangement":             {order(telephony.Hold, 1), order(telephony.PauseRecording, 0), 2},
		"a mute, nothing":                             {order(telephony.Hold, 1), order(telephony.Mute, 2), 2},
	} {
		r := &record.Interaction{Epoch: 7}
		tc.first.Op, tc.then.Op = 1, 2
		r.Absorb(&callflow.Effects{Commands: []telephony.Command{tc.first, tc.then}})
		require.Len(t, r.Orders, tc.left, name)
		require.EqualValues(t, 2, r.Orders[len(r.Orders)-1].Op, name)
		require.EqualValues(t, 7, r.Orders[0].Epoch)
	}
}

// TestAnswer: an order goes with the event that answers it.
func TestAnswer(t *testing.T) {
	r := &record.Interaction{}
	r.Absorb(&callflow.Effects{Commands: []telephony.Command{
		{Op: 1, Verb: telephony.Dial, Leg: 2}, {Op: 2, Verb: telephony.Hold, Leg: 1}, {Op: 3, Verb: telephony.Mute, Leg: 2}}})
	r.Answer(telephony.Event{Kind: telephony.Alerting, Leg: 2})
	require.Len(t, r.Orders, 3, "an event that answers nobody")
	r.Answer(telephony.Event{Kind: telephony.Gone, Leg: 1})
	require.Len(t, r.Orders, 3, "who talks is not the business of one leg")
	r.Answer(telephony.Event{Kind: telephony.Gone, Leg: 2})
	require.Len(t, r.Orders, 1, "nothing is to be done about a leg that has gone")
	_, open := r.Order(2)
	require.True(t, open)
	r.Settle(2)
	require.Empty(t, r.Orders)
}

// TestRenew: what is let go becomes another command, and nothing else does.
func TestRenew(t *testing.T) {
	r := &record.Interaction{}
	r.Absorb(&callflow.Effects{Commands: []telephony.Command{{Op: 1, Verb: telephony.Clear, Leg: 2}, {Op: 2, Verb: telephony.Hold, Leg: 1}}})
	before := r.Clone()
	r.Renew(1)
	r.Renew(2)
	require.EqualValues(t, 65535, r.Orders[0].Op)
	require.EqualValues(t, 2, r.Orders[1].Op)
	r.Renew(65535)
	require.EqualValues(t, 65534, r.Orders[0].Op)
	require.EqualValues(t, 1, before.Orders[0].Op)
}

// TestOutcomes: each press ends once, and is remembered for those who wait.
func TestOutcomes(t *testing.T) {
	r := &record.Interaction{}
	for op := range telephony.Op(6) {
		r.Absorb(&callflow.Effects{Commands: []telephony.Command{{Op: op + 1, Verb: telephony.Mute, Leg: 2}}})
		r.Press(record.Press{By: "A1", Action: interaction.Mute, Op: op + 1, Waits: record.ForTaken})
	}
	_, open := r.Open("A1", interaction.Mute, interaction.Target{})
	require.True(t, open)
	_, open = r.Open("A2", interaction.Mute, interaction.Target{})
	require.False(t, open)
	_, over := r.Outcome(1)
	require.False(t, over)
	require.True(t, r.WaitsTaken(1))
	r.Taken(1)
	require.False(t, r.WaitsTaken(1))
	o, over := r.Outcome(1)
	require.True(t, over)
	require.Equal(t, record.Done, o.Result)
	resolve := func(n telephony.Op, ev telephony.Event, by record.Input) record.Outcome {
		ev.Op = n
		r.Answer(ev)
		r.Resolve(interaction.State{}, by, ev)
		o, over := r.Outcome(uint64(n))
		require.True(t, over)
		return o
	}
	require.Equal(t, record.Outcome{N: 2, Result: record.Failed, Cause: telephony.Busy},
		resolve(2, telephony.Event{Kind: telephony.Failed, Cause: telephony.Busy}, record.Reported))
	require.Equal(t, record.Outcome{N: 3}, resolve(3, telephony.Event{Kind: telephony.Answered}, record.Reported))
	require.Equal(t, record.Outcome{N: 4, Result: record.Unknown}, resolve(4, telephony.Event{}, record.Deadline))
	require.Equal(t, record.Outcome{N: 5, Result: record.Overtaken}, resolve(5, telephony.Event{}, record.Asked))
	r.Taken(6)
	o, over = r.Outcome(1)
	require.True(t, over)
	require.Equal(t, record.Unknown, o.Result, "only the latest are remembered")
}

// TestAgentTakes: what an interaction tells an agent counts once, however often
// it is told, and finds his reservation.
func TestAgentTakes(t *testing.T) {
	now := time.Unix(1000, 0)
	var out agent.Output
	state, err := agent.New(agent.Policy{})
	require.NoError(t, err)
	for _, a := range []agent.Action{agent.SignIn, agent.GoAvailable} {
		state, err = state.Request(now, agent.Request{Action: a}, &out)
		require.NoError(t, err)
	}
	a := &record.Agent{State: state}
	a.Reserve(now, record.Reservation{Call: "anna", Until: now.Add(time.Second)}, &out)
	require.Equal(t, agent.Reserved, a.State.Summary().Status)
	by, ok := a.Deadline()
	require.True(t, ok)
	require.Equal(t, now.Add(time.Second), by)
	tasks := []record.Task{
		{N: 1, Agent: "A1", Fact: agent.Fact{What: agent.Offered}},
		{N: 2, Agent: "A1", Notice: &callflow.Notice{To: "A1", Kind: "x"}},
		{N: 3, Agent: "A2", Fact: agent.Fact{What: agent.Accepted}},
		{N: 4, Agent: "A1", Fact: agent.Fact{What: agent.Accepted}},
	}
	require.True(t, a.Take(now, "anna", "A1", tasks[:3], &out))
	require.Equal(t, agent.Reserved, a.State.Summary().Status, "counted once")
	require.Empty(t, a.Reserved)
	require.False(t, a.Release(now, "anna", &out))
	require.False(t, a.Take(now, "anna", "A1", tasks[:3], &out), "told again")
	require.True(t, a.Take(now, "anna", "A1", tasks, &out))
	require.Equal(t, agent.Engaged, a.State.Summary().Status)
	require.Len(t, a.Notices, 1)
	before := a.Clone()
	a.Forget(func(telephony.CallID) bool { return true })
	require.Empty(t, a.Seen)
	require.Len(t, before.Seen, 1)
	require.False(t, a.Acknowledge(0))
	require.True(t, a.Acknowledge(1))
	require.Empty(t, a.Notices)

	b := &record.Agent{State: state}
	b.Reserve(now, record.Reservation{Call: "bert"}, &out)
	require.True(t, b.Release(now, "bert", &out))
	require.Equal(t, agent.Available, b.State.Summary().Status, "as if nothing had been")
}

// TestSchedule: whoever asks is woken at his time, in order, once, and not
// before.
func TestSchedule(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := record.NewSchedule[string](time.Now)
		ctx, cancel := context.WithCancel(t.Context())
		var woken []string
		start := time.Now()
		done := make(chan struct{})
		go func() {
			s.Run(ctx, func(key string) { woken = append(woken, fmt.Sprint(key, " ", time.Since(start))) })
			close(done)
		}()
		s.Wake("late", start.Add(3*time.Hour))
		s.Wake("soon", start.Add(time.Second))
		s.Wake("soon", start.Add(2*time.Second)) // sooner was asked already
		s.Wake("moved", start.Add(5*time.Second))
		s.Wake("moved", start.Add(3*time.Second))
		time.Sleep(10 * time.Second)
		synctest.Wait()
		s.Wake("past", start)
		synctest.Wait()
		time.Sleep(4 * time.Hour)
		synctest.Wait()
		require.Equal(t, []string{"soon 1s", "moved 3s", "past 10s", "late 3h0m0s"}, woken)
		cancel()
		<-done
	})
}
