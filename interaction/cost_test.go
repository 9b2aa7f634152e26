package interaction

import (
	"testing"
	"time"
	"unsafe"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// life plays ten steps of a call: offered, answered, held, resumed, a consult
// accepted, transferred, and ended by the customer, with the switch's
// confirmations.
func life(tb testing.TB, now time.Time, out *Output) State {
	s, err := New(now, Opening{Kind: Inbound, Capabilities: telephony.All}, out)
	request := func(r Request) telephony.Op {
		if s, err = s.Request(now, r, out); err != nil {
			tb.Fatal(err)
		}
		return out.Commands[len(out.Commands)-1].Op
	}
	fact := func(e telephony.Event) {
		if s, err = s.Fact(now, e, out); err != nil || out.Ignored != "" {
			tb.Fatal(err, out.Ignored)
		}
	}
	request(Request{By: Centre, Action: Offer, To: a1})
	fact(telephony.Event{Kind: telephony.Alerting, Leg: 2})
	fact(telephony.Event{Kind: telephony.Answered, Leg: 2})
	request(Request{By: 2, Action: Hold})
	fact(telephony.Event{Kind: telephony.Arranged})
	request(Request{By: 2, Action: Resume})
	fact(telephony.Event{Kind: telephony.Arranged, Talk: talk1})
	request(Request{By: 2, Action: Consult, To: a2})
	fact(telephony.Event{Kind: telephony.Alerting, Leg: 3})
	fact(telephony.Event{Kind: telephony.Answered, Leg: 3})
	request(Request{By: 2, Action: Transfer})
	fact(telephony.Event{Kind: telephony.Diverted, Leg: 3})
	fact(telephony.Event{Kind: telephony.Gone, Leg: 1})
	return s
}

var (
	a1, a2 = ToAgent("A1"), ToAgent("A2")
	talk1  = telephony.LegsOf(1)
)

func TestCost(t *testing.T) {
	require.LessOrEqual(t, unsafe.Sizeof(State{}), uintptr(128))
	var out Output
	now := time.Unix(1_000_000, 0)
	require.Equal(t, Ended, life(t, now, &out).Phase())
	o := Opening{Kind: Inbound, Capabilities: telephony.All}
	begin := testing.AllocsPerRun(100, func() { _, _ = New(now, o, &out) })
	require.Zero(t, testing.AllocsPerRun(100, func() { life(t, now, &out) })-begin, "requests and facts")
	s, _ := New(now, o, &out)
	require.Zero(t, testing.AllocsPerRun(100, func() {
		if _, err := s.Request(now, Request{By: 1, Action: Hold}, &out); err == nil {
			t.Fatal("allowed")
		}
	}), "a denial")
}

func BenchmarkLife(b *testing.B) {
	var out Output
	now := time.Unix(1_000_000, 0)
	b.ReportAllocs()
	for b.Loop() {
		life(b, now, &out)
	}
}

func BenchmarkPermissions(b *testing.B) {
	var out Output
	now := time.Unix(1_000_000, 0)
	s, _ := New(now, Opening{Kind: Inbound, Capabilities: telephony.All}, &out)
	s, _ = s.Request(now, Request{By: Centre, Action: Offer, To: a1}, &out)
	s, _ = s.Fact(now, telephony.Event{Kind: telephony.Answered, Leg: 2}, &out)
	var all []Permission
	b.ReportAllocs()
	for b.Loop() {
		all = s.Permissions(2, all[:0])
	}
}
