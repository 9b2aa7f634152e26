package simulator_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// bench is a switch in a bubble, with one call, c1, and somebody who writes
// down what is told.
type bench struct {
	*simulator.Switch
	t    *testing.T
	op   telephony.Op
	mu   sync.Mutex
	said []telephony.Event
	stop func()
}

// bubble runs a test in a bubble with a bench of its own.
func bubble(t *testing.T, cfg simulator.Config, test func(*bench)) {
	synctest.Test(t, func(t *testing.T) {
		b := &bench{Switch: simulator.New(cfg), t: t}
		b.run()
		defer func() { b.stop() }()
		test(b)
	})
}

// run listens until stop.
func (b *bench) run() {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- b.Run(ctx, func(e telephony.Event) error {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.said = append(b.said, e)
			return nil
		})
	}()
	b.stop = func() { cancel(); <-ended }
	synctest.Wait()
}

// told is what has been told since it was last asked, a line each; what is of
// c1 does not say so.
func (b *bench) told() []string {
	var lines []string
	for _, e := range b.events() {
		lines = append(lines, strings.Replace(e.String(), " call c1", "", 1))
	}
	return lines
}

// events is the same, as it was told.
func (b *bench) events() []telephony.Event {
	synctest.Wait()
	b.mu.Lock()
	defer b.mu.Unlock()
	all := b.said
	b.said = nil
	return all
}

// tells asserts what has been told.
func (b *bench) tells(want ...string) {
	b.t.Helper()
	require.Equal(b.t, append([]string(nil), want...), b.told())
}

// order gives c1 a command, under the next Op unless it has one.
func (b *bench) order(c telephony.Command) error {
	if c.Call == "" {
		c.Call = "c1"
	}
	if c.Op == 0 {
		b.op++
		c.Op = b.op
	}
	return b.Do(b.t.Context(), c)
}

// does gives an order that is taken, and asserts what it tells.
func (b *bench) does(c telephony.Command, want ...string) {
	b.t.Helper()
	require.NoError(b.t, b.order(c))
	b.tells(want...)
}

// must is for people who can do what they do.
func (b *bench) must(err error, want ...string) {
	b.t.Helper()
	require.NoError(b.t, err)
	b.tells(want...)
}

// ok is for what can be done, whatever it tells.
func (b *bench) ok(err error) {
	b.t.Helper()
	require.NoError(b.t, err)
}

// is asserts c1 as it really is: its legs' states, who talks and the recording,
// such as "1 up, 2 alerting; talk []; off".
func (b *bench) is(want string) {
	b.t.Helper()
	for _, v := range b.Contacts() {
		if v.Call == "c1" {
			require.Equal(b.t, want, describe(v))
			return
		}
	}
	require.Equal(b.t, want, "over")
}

func describe(v telephony.Live) string {
	var legs []string
	for _, l := range v.Legs {
		s := string(rune('0'+l.Leg)) + " " + l.State.String()
		if l.Held {
			s += " held"
		}
		legs = append(legs, s)
	}
	return strings.Join(legs, ", ") + "; talk " + v.Talk.String() + "; " + v.Recording.String()
}

func agentAt(id string) telephony.Endpoint {
	return telephony.Endpoint{Kind: telephony.Agent, Address: id}
}

var (
	queue  = telephony.Endpoint{Kind: telephony.Queue, Address: "sales"}
	number = telephony.Endpoint{Kind: telephony.DialNumber, Address: "+12015532447"}
	talk   = telephony.LegsOf
)

// arrives: a customer calls.
func (b *bench) arrives() {
	b.t.Helper()
	b.must(b.Arrive("c1", telephony.Contact{From: telephony.Endpoint{Kind: telephony.Customer, Address: "+12015550100"}, Arrived: queue}),
		"incoming leg 1 contact voice from customer …00 arrived queue sales")
}

// talking: the customer, leg 1, talks to the owner, leg 2.
func (b *bench) talking() {
	b.t.Helper()
	b.arrives()
	b.does(telephony.Command{Verb: telephony.Dial, Leg: 2, To: agentAt("a1")}, "alerting op 1 leg 2")
	b.must(b.Answers("c1", 2), "answered leg 2")
	b.is("1 up, 2 up; talk [1]; off")
}

// consulting: leg 3 is consulted, and talks; the customer is on hold.
func (b *bench) consulting() {
	b.t.Helper()
	b.talking()
	b.does(telephony.Command{Verb: telephony.ConsultationCall, Leg: 3, Owner: 2, To: agentAt("a2")}, "arranged op 2 talk []", "alerting op 2 leg 3")
	b.must(b.Answers("c1", 3), "answered leg 3")
	b.does(telephony.Command{Verb: telephony.Arrange, Owner: 2, Talk: talk(3)}, "arranged op 3 talk [3]")
	b.is("1 up, 2 up, 3 up; talk [3]; off")
}
