package soak

import (
	"context"
	"errors"
	"net"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// TestGate: at each moment the centre is cut off, with the commit or the command
// made or not made, and hears nothing of it.
func TestGate(t *testing.T) {
	for _, tc := range []struct {
		when    moment
		commits int // how many of three are made
		orders  int // how many of three are carried out
		heard   [2]int
		why     string
	}{
		{beforeCommit, 1, 1, [2]int{1, 1}, "before commit 2, of agent/A1"},
		{afterCommit, 2, 1, [2]int{1, 1}, "after commit 2, of agent/A1"},
		{beforeCommand, 2, 1, [2]int{2, 1}, "before command 2, dial of c2"},
		{afterCommand, 2, 2, [2]int{2, 1}, "after command 2, dial of c2"},
	} {
		t.Run(tc.why, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			g := newGate(cancel)
			kept, sw := store.NewMemory(), simulator.New(simulator.Config{})
			s, a := gatedStore{g, kept}, gatedAdapter{g, sw}
			g.arm(tc.when, 2)
			var rev store.Revision
			heard := [2]int{}
			for n := range 3 {
				if now, err := s.Commit(t.Context(), store.Key{Kind: "agent", ID: "A1"}, rev, []byte{1}); err == nil {
					rev = now
					heard[0]++
				} else {
					require.ErrorIs(t, err, errCut)
				}
				if err := a.Do(t.Context(), telephony.Command{Call: telephony.CallID("c" + string(rune('1'+n))), Op: 1, Verb: telephony.Dial, Leg: 2,
					To: telephony.Endpoint{Kind: telephony.Agent, Address: "A1"}}); err == nil {
					heard[1]++
				} else {
					require.ErrorIs(t, err, errCut)
				}
			}
			require.Equal(t, tc.heard, heard, "commits and commands whose outcome it has heard")
			r, err := kept.Load(t.Context(), store.Key{Kind: "agent", ID: "A1"})
			require.NoError(t, err)
			require.EqualValues(t, tc.commits, r.Revision)
			require.Equal(t, tc.orders, sw.Count().Taken)
			require.Equal(t, tc.why, g.why)
			require.Error(t, ctx.Err(), "Run is to end")
			<-g.dead

			_, err = s.Load(t.Context(), store.Key{Kind: "agent", ID: "A1"})
			require.ErrorIs(t, err, errCut)
			for _, err := range s.Watch(t.Context()) {
				require.ErrorIs(t, err, errCut)
			}
			for _, err := range a.Live(t.Context()) {
				require.ErrorIs(t, err, errCut)
			}
			short, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
			defer stop()
			require.NoError(t, sw.Arrive("c9", telephony.Contact{}))
			_ = a.Run(short, func(telephony.Event) error { t.Error("told, though it is dead"); return nil })
			require.Positive(t, sw.Count().Held, "what it was not told waits for the next one")
		})
	}
}

// stubborn is a plant whose centres do not begin, or do not end.
type stubborn struct {
	Plant
	start, end error
}

func (p stubborn) Start() (Centre, error) {
	if p.start != nil {
		return nil, p.start
	}
	c, err := p.Plant.Start()
	return stubbornCentre{c, p.end}, err
}

type stubbornCentre struct {
	Centre
	err error
}

func (c stubbornCentre) end() (string, error) {
	why, _ := c.Centre.end()
	return why, c.err
}

// TestAlive: a centre that does not begin, or of which something is left, is a
// violation.
func TestAlive(t *testing.T) {
	for name, p := range map[string]stubborn{"begins": {start: errors.New("no")}, "ends": {end: errStuck}} {
		t.Run(name, func(t *testing.T) {
			p.Plant = lasting()
			rep := play(t, Config{Agents: 2, Contacts: 1, For: 10 * time.Second}, func() Plant { return p })
			require.Contains(t, rep.Violations[len(rep.Violations)-1].String(), string(Alive))
		})
	}
}

// TestFar: a desk over a socket shows and does what the desk itself does, and
// says so when it is cut off.
func TestFar(t *testing.T) {
	sw := simulator.New(simulator.Config{})
	c, err := callcontrol.New(Configured(sw, nil))
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- c.Run(ctx) }()
	at := filepath.Join(t.TempDir(), "desks")
	l, err := net.Listen("unix", at)
	require.NoError(t, err)
	served := make(chan struct{})
	go func() { ServeDesks(ctx, l, c); close(served) }()

	p := &process{socket: at, ended: make(chan struct{})}
	require.NoError(t, p.Ready(t.Context()))
	d := p.Desk("A1")
	require.Equal(t, Cut, d.Ask(t.Context(), Ask{Verb: SignIn}).Outcome, "nobody has connected")
	screens := make(chan Screen, 100)
	go func() {
		for s := range d.Screens(t.Context()) {
			screens <- s
		}
		close(screens)
	}()
	require.Equal(t, agent.SignedOut, (<-screens).Status)
	require.Equal(t, Answer{Outcome: Done}, d.Ask(t.Context(), Ask{Verb: SignIn}))
	require.Equal(t, Answer{Outcome: Done}, d.Ask(t.Context(), Ask{Verb: Available}))
	require.Equal(t, NoInteraction, d.Ask(t.Context(), Ask{Verb: Submit, Call: "c1"}).Outcome)
	require.NoError(t, sw.Arrive("c1", telephony.Contact{Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "plain"}}))
	for s := range screens {
		if len(s.Contacts) > 0 && len(s.Contacts[0].May) == 2 { // it rings, and can be accepted or declined
			require.Equal(t, agent.Reserved, s.Status)
			require.Equal(t, Read(c.Desk("A1").View()).Contacts, s.Contacts, "as the desk itself shows it")
			break
		}
	}
	stop()
	require.NoError(t, <-done)
	<-served
	for range screens { // until it is closed
	}
	require.Equal(t, Cut, d.Ask(t.Context(), Ask{Verb: Available}).Outcome)
}
