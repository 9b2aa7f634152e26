package callcontrol_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// bad is an adapter around the simulator that breaks its duties.
type bad struct {
	*simulator.Switch
	do  func(context.Context, telephony.Command) (handled bool, err error)
	run func() error
}

func (b *bad) Do(ctx context.Context, c telephony.Command) error {
	if b.do != nil {
		if handled, err := b.do(ctx, c); handled {
			return err
		}
	}
	return b.Switch.Do(ctx, c)
}

func (b *bad) Run(ctx context.Context, sink func(telephony.Event) error) error {
	if b.run != nil {
		if err := b.run(); err != nil {
			return err
		}
	}
	return b.Switch.Run(ctx, sink)
}

func badly(t *testing.T, b *bad, test func(*stand)) {
	bubble(t, func(c *callcontrol.Config) {
		b.Switch = c.Adapter.(*simulator.Switch)
		c.Adapter = b
	}, test)
}

// TestPanic: an adapter that panics, in Do and in Run, is asked again.
func TestPanic(t *testing.T) {
	var panics atomic.Int32
	b := &bad{run: func() error {
		if panics.Add(1) < 3 {
			panic("run")
		}
		return nil
	}}
	b.do = func(_ context.Context, c telephony.Command) (bool, error) {
		if c.Verb == telephony.Hold && panics.Add(1) < 6 {
			panic("do")
		}
		return false, nil
	}
	badly(t, b, func(s *stand) {
		d := s.desks("A1")[0]
		time.Sleep(time.Second)
		s.calls("anna")
		s.answers("anna", "A1")
		require.NoError(s, d.Hold(s.ctx, "anna"))
		require.Equal(s, "Call on Hold", status(d, 0))
	})
}

// TestBlocked: an adapter that never returns from Do holds up its own call and
// nobody else's, and a hang-up gets through behind it.
func TestBlocked(t *testing.T) {
	var blocked atomic.Int32
	b := &bad{do: func(ctx context.Context, c telephony.Command) (bool, error) {
		if c.Verb == telephony.Hold && c.Call == "anna" {
			blocked.Add(1)
			<-ctx.Done()
			return true, ctx.Err()
		}
		return false, nil
	}}
	badly(t, b, func(s *stand) {
		desks := s.desks("A1", "A2")
		s.calls("anna")
		s.answers("anna", "A1")
		s.calls("bert")
		s.answers("bert", "A2")
		done := make(chan error, 1)
		go func() { done <- desks[0].Hold(s.ctx, "anna") }()
		synctest.Wait()
		require.NoError(s, desks[1].Hold(s.ctx, "bert"), "another call goes on")
		var pending *callcontrol.Pending
		require.ErrorAs(s, <-done, &pending, "the operation's deadline has passed (OP-4)")
		require.NoError(s, desks[0].End(s.ctx, "anna"), "a leaving counts at once (OP-8)")
		require.Equal(s, agent.WrapUp, desks[0].View().Agent.Status)
		time.Sleep(30 * time.Second)
		synctest.Wait()
		require.Len(s, s.sw.Contacts(), 1, "and the switch is told as soon as it listens")
		require.EqualValues(s, 1, blocked.Load(), "what has become pointless is not tried again")
	})
}

// TestDeaf: an adapter that ignores even the end of its context does not hold
// up the rest for ever.
func TestDeaf(t *testing.T) {
	free := make(chan struct{})
	b := &bad{}
	synctest.Test(t, func(t *testing.T) {
		free = make(chan struct{})
		sw := simulator.New(simulator.Config{})
		b.Switch = sw
		b.do = func(_ context.Context, c telephony.Command) (bool, error) {
			if c.Verb == telephony.Hold {
				<-free
				return true, nil
			}
			return false, nil
		}
		c, err := callcontrol.New(callcontrol.Config{Adapter: b})
		require.NoError(t, err)
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error, 1)
		go func() { done <- c.Run(ctx) }()
		d, err := c.SignIn(ctx, "A1")
		require.NoError(t, err)
		require.NoError(t, d.Available(ctx))
		s := &stand{T: t, sw: sw, c: c, ctx: ctx}
		s.calls("anna")
		s.answers("anna", "A1")
		var pending *callcontrol.Pending
		require.ErrorAs(t, d.Hold(ctx, "anna"), &pending)
		require.NoError(t, d.End(ctx, "anna"))
		time.Sleep(30 * time.Second)
		synctest.Wait()
		require.Empty(t, sw.Contacts())
		cancel()
		require.NoError(t, <-done)
		close(free)
	})
}

// TestAnswersTwice: everything is told twice, and changes nothing twice.
func TestAnswersTwice(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		s.sw.Repeat(true)
		d := s.desks("A1", "A2")
		s.calls("anna")
		s.answers("anna", "A1")
		require.NoError(s, d[0].Hold(s.ctx, "anna"))
		require.NoError(s, d[0].Resume(s.ctx, "anna"))
		require.NoError(s, d[0].Consult(s.ctx, "anna", interaction.ToAgent("A2")))
		synctest.Wait()
		s.answers("anna", "A2")
		require.NoError(s, d[0].Transfer(s.ctx, "anna", interaction.Target{}))
		synctest.Wait()
		require.Equal(s, []string{"wrap-up opened", "wrap-up due"}, told(d[0]))
		require.Empty(s, told(d[1]))
	})
}

// TestLostAnswers: commands whose answer is lost are given again with the same
// Op, and are done once.
func TestLostAnswers(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1")[0]
		for _, what := range []simulator.What{simulator.LoseAnswer, simulator.LoseCommand} {
			s.sw.Inject(simulator.Fault{Do: what}, simulator.Fault{Do: what, Verbs: []telephony.Verb{telephony.Hold}})
		}
		s.calls("anna")
		time.Sleep(time.Second)
		s.answers("anna", "A1")
		require.NoError(s, d.Hold(s.ctx, "anna"))
		s.sw.Inject(simulator.Fault{Do: simulator.LoseAnswer, Verbs: []telephony.Verb{telephony.Mute}})
		require.NoError(s, d.Mute(s.ctx, "anna"))
		count := s.sw.Count()
		require.Equal(s, count.Taken, count.Done)
		require.Equal(s, 1, count.Again, "where no event tells, the command comes again")
	})
}

// TestMuteForEver: an order through which nothing is lost gives way when the
// adapter never answers it, and holds up nothing else.
func TestMuteForEver(t *testing.T) {
	b := &bad{do: func(_ context.Context, c telephony.Command) (bool, error) {
		if c.Verb == telephony.Mute {
			panic("mute")
		}
		return false, nil
	}}
	badly(t, b, func(s *stand) {
		d := s.desks("A1", "A2")
		s.calls("anna")
		s.answers("anna", "A1")
		var pending *callcontrol.Pending
		require.ErrorAs(s, d[0].Mute(s.ctx, "anna"), &pending)
		require.NoError(s, d[0].Consult(s.ctx, "anna", interaction.ToAgent("A2")))
	})
}

// TestRejected: what the adapter certainly did not do fails with its cause.
func TestRejected(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1", "A2")
		s.calls("anna")
		s.answers("anna", "A1")
		s.sw.Inject(simulator.Fault{Do: simulator.Reject, Cause: telephony.DeviceFailure, Verbs: []telephony.Verb{telephony.Hold}},
			simulator.Fault{Do: simulator.Reject, Cause: telephony.LimitReached, Verbs: []telephony.Verb{telephony.ConsultationCall}},
			simulator.Fault{Do: simulator.RefuseLater, After: time.Second, Cause: telephony.Refused, Verbs: []telephony.Verb{telephony.Mute}})
		var failed *callcontrol.Failed
		require.ErrorAs(s, d[0].Hold(s.ctx, "anna"), &failed)
		require.Equal(s, telephony.DeviceFailure, failed.Cause)
		require.ErrorAs(s, d[0].Consult(s.ctx, "anna", interaction.ToAgent("A2")), &failed)
		require.Equal(s, telephony.LimitReached, failed.Cause)
		synctest.Wait()
		require.Equal(s, "Connected", status(d[0], 0), "a consult that was refused never began (CON-14)")
		require.Equal(s, agent.Available, d[1].View().Agent.Status, "nobody stays reserved for it")
		require.NoError(s, d[0].Mute(s.ctx, "anna"), "taken is all there is to wait for")
	})
}

// TestLinkCut: the link is cut in the middle of a call. What happens is told
// when it is back; what was asked meanwhile is done then.
func TestLinkCut(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		d := s.desks("A1")[0]
		s.calls("anna")
		s.answers("anna", "A1")
		s.sw.Drop()
		require.NoError(s, d.End(s.ctx, "anna"), "a leaving counts at once")
		time.Sleep(10 * time.Second)
		require.Len(s, s.sw.Contacts(), 1)
		s.sw.Restore()
		time.Sleep(10 * time.Second)
		synctest.Wait()
		require.Empty(s, s.sw.Contacts(), "a hang-up is never lost")
	})
}

// TestEventsLost: the link is cut and what happened meanwhile is lost with it.
// What the switch really has is asked for, and every desk shows it.
func TestEventsLost(t *testing.T) {
	for name, tc := range map[string]struct {
		happens func(*stand)
		then    func(*stand, []*callcontrol.Desk)
	}{
		"the customer hangs up": {
			func(s *stand) { require.NoError(s, s.sw.HangsUp("anna", 1, telephony.HungUp)) },
			func(s *stand, d []*callcontrol.Desk) {
				require.Equal(s, agent.WrapUp, d[0].View().Agent.Status)
				require.Equal(s, agent.Available, d[1].View().Agent.Status)
			},
		},
		"the consulted agent answers": {
			func(s *stand) { require.NoError(s, s.sw.Answers("anna", s.leg("anna", "A2"))) },
			func(s *stand, d []*callcontrol.Desk) {
				require.Equal(s, "Consulting", status(d[0], 1))
				require.Equal(s, agent.Engaged, d[1].View().Agent.Status)
			},
		},
		"the consulted agent declines": {
			func(s *stand) { require.NoError(s, s.sw.HangsUp("anna", s.leg("anna", "A2"), telephony.Declined)) },
			func(s *stand, d []*callcontrol.Desk) {
				require.Equal(s, "Call on Hold", status(d[0], 0))
				require.Contains(s, told(d[0]), "Consult failed")
				require.Equal(s, agent.RONA, d[1].View().Agent.Status)
			},
		},
		"the owner holds on the phone": {
			func(s *stand) { require.NoError(s, s.sw.HoldsOnDevice("anna", 1)) },
			func(s *stand, d []*callcontrol.Desk) {
				require.True(s, d[0].View().Interactions[0].Panes[0].HeldOnDevice)
			},
		},
		"nothing": {
			func(*stand) {},
			func(s *stand, d []*callcontrol.Desk) {
				require.Equal(s, "Consult Requested", status(d[0], 0))
				s.answers("anna", "A2")
				require.Equal(s, "Consulting", status(d[0], 1))
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, nil, func(s *stand) {
				d := s.desks("A1", "A2")
				s.calls("anna")
				s.answers("anna", "A1")
				require.NoError(s, d[0].Consult(s.ctx, "anna", interaction.ToAgent("A2")))
				synctest.Wait()
				s.sw.Drop()
				synctest.Wait()
				tc.happens(s)
				s.sw.DropEvents()
				s.sw.Restore()
				time.Sleep(time.Second) // the switch may still say why somebody has gone
				synctest.Wait()
				require.Equal(s, strings.Contains(name, "hangs up") || strings.Contains(name, "declines"), d[0].View().Interactions[0].Uncertain)
				time.Sleep(2 * time.Second)
				synctest.Wait()
				tc.then(s, d)
				for _, in := range d[0].View().Interactions {
					require.False(s, in.Uncertain)
				}
			})
		})
	}
}

// TestDeadlineRace: the deadline of an offer and its answer come at the same
// instant; one of them counts, and everything fits together either way.
func TestDeadlineRace(t *testing.T) {
	for range 20 {
		bubble(t, nil, func(s *stand) {
			d := s.desks("A1")[0]
			s.calls("anna")
			leg := s.leg("anna", "A1")
			go func() {
				time.Sleep(20 * time.Second)
				_ = s.sw.Answers("anna", leg)
			}()
			time.Sleep(20 * time.Second)
			time.Sleep(time.Second)
			synctest.Wait()
			switch d.View().Agent.Status {
			case agent.Engaged:
				require.Equal(s, "Connected", status(d, 0))
			case agent.RONA:
				require.Empty(s, d.View().Interactions)
				live := s.sw.Contacts()
				require.Len(s, live, 1)
				require.Len(s, live[0].Legs, 1, "the customer waits, no phone rings")
			default:
				s.Fatal(d.View().Agent.Status)
			}
		})
	}
}

// TestFullHouse: the limit of concurrent calls holds when many press at once
// (CBK-7).
func TestFullHouse(t *testing.T) {
	bubble(t, func(c *callcontrol.Config) { c.Settings.MaxCalls = 12 }, func(s *stand) {
		var ids []agent.ID
		for i := range 10 {
			ids = append(ids, agent.ID(rune('a'+i)))
		}
		desks := s.desks(ids...)
		for i := range 10 {
			s.calls(telephony.CallID(rune('A' + i)))
		}
		for i := range 10 {
			s.answers(telephony.CallID(rune('A'+i)), ids[i])
		}
		results := make(chan error, 10)
		for i := range 10 {
			go func() {
				results <- desks[i].Consult(s.ctx, telephony.CallID(rune('A'+i)), interaction.ToQueue("nobody serves"))
			}()
		}
		done := 0
		for range 10 {
			if err := <-results; err == nil {
				done++
			} else {
				require.ErrorContains(s, err, "CBK-7")
			}
		}
		require.Equal(s, 2, done)
	})
}

// TestOneCallOneAgent: many contacts and few agents, all at once: nobody gets
// two calls, and every phone that rings is somebody's who is Reserved.
func TestOneCallOneAgent(t *testing.T) {
	bubble(t, nil, func(s *stand) {
		desks := s.desks("A1", "A2", "A3")
		for i := range 20 {
			go func() {
				_ = s.sw.Arrive(telephony.CallID(rune('a'+i)), telephony.Contact{Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "q"}})
			}()
		}
		synctest.Wait()
		rings := map[string]int{}
		for _, live := range s.sw.Contacts() {
			for _, leg := range live.Legs {
				if leg.Endpoint.Kind == telephony.Agent {
					rings[leg.Endpoint.Address]++
				}
			}
		}
		require.Equal(s, map[string]int{"A1": 1, "A2": 1, "A3": 1}, rings)
		for _, d := range desks {
			require.Equal(s, agent.Reserved, d.View().Agent.Status)
			require.Len(s, d.View().Cards, 1)
		}
	})
}

// TestRefusedClear: a switch that refuses to let somebody go is told again, and
// nothing waits behind that.
func TestRefusedClear(t *testing.T) {
	var refusals atomic.Int32
	b := &bad{do: func(_ context.Context, c telephony.Command) (bool, error) {
		if (c.Verb == telephony.Clear || c.Verb == telephony.Reconnect) && refusals.Add(1) <= 3 {
			return true, telephony.ErrRejected
		}
		return false, nil
	}}
	badly(t, b, func(s *stand) {
		d := s.desks("A1", "A2")
		s.calls("anna")
		require.Equal(s, "Ringing", status(d[0], 0))
		require.NoError(s, d[0].Decline(s.ctx, "anna"))
		synctest.Wait()
		require.EqualValues(s, 1, refusals.Load())
		require.Equal(s, "Ringing", status(d[1], 0), "the next one is rung at once")
		time.Sleep(2 * time.Second)
		synctest.Wait()
		require.EqualValues(s, 4, refusals.Load())
		_, rings := s.sw.Leg("anna", telephony.Endpoint{Kind: telephony.Agent, Address: "A1"})
		require.False(s, rings, "and then his phone is silent")
	})
}
