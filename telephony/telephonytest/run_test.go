package telephonytest_test

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/telephonytest"
)

func line(f *foreign) telephonytest.Line {
	return telephonytest.Line{Adapter: f, People: f, Again: func() telephony.Adapter { return f }}
}

// The adapter of foreign_test.go keeps every duty.
func TestForeign(t *testing.T) {
	telephonytest.Run(t, telephonytest.Harness{
		New:  func(*testing.T) telephonytest.Line { return line(newForeign(telephony.All)) },
		Wrap: synctest.Test,
	})
}

// The kit needs no bubble.
func TestForeignInRealTime(t *testing.T) {
	telephonytest.Run(t, telephonytest.Harness{
		New:   func(*testing.T) telephonytest.Line { return line(newForeign(telephony.All)) },
		Quiet: time.Millisecond,
	})
}

// modest is an adapter that can do little, and cannot tell what is there, with
// people who only answer and hang up, and write no e-mails.
type modest struct{ *foreign }

func (m modest) Live(context.Context) iter.Seq2[telephony.Live, error] {
	return func(yield func(telephony.Live, error) bool) { yield(telephony.Live{}, telephony.ErrUnsupported) }
}

type few struct{ telephonytest.People }

func (f few) Number() string { return "" }

func (f few) Arrives(c telephony.Contact) (telephony.CallID, error) {
	if c.Medium != telephony.VoiceMedium {
		return "", errors.ErrUnsupported
	}
	return f.People.Arrives(c)
}

// What is not there is skipped, with what it is, and everything else is played.
func TestModest(t *testing.T) {
	reasons := map[string]int{}
	for _, name := range telephonytest.Names() {
		synctest.Test(t, func(t *testing.T) {
			f := newForeign(0)
			why := telephonytest.Play(t, name, telephonytest.Line{Adapter: modest{f}, People: few{f}})
			reasons[why]++
		})
	}
	require.Equal(t, map[string]int{
		"": 32, // played
		"the adapter's capabilities leave out hold":                   4,
		"the adapter's capabilities leave out consult":                9,
		"the adapter's capabilities leave out conference":             3,
		"the adapter's capabilities leave out transfer":               4,
		"the adapter's capabilities leave out single-step-transfer":   5,
		"the adapter's capabilities leave out answer":                 3,
		"the adapter's capabilities leave out record":                 2,
		"the adapter's capabilities leave out pause-recording":        1,
		"the adapter's capabilities leave out record+pause-recording": 1,
		"the adapter's capabilities leave out mute":                   1,
		"the adapter's capabilities leave out digits":                 1,
		"the adapter's capabilities leave out noise-removal":          1,
		"the adapter's capabilities leave out hook":                   1,
		"the people of this line have no number to be dialled":        4,
		"the people of this line are no telephonytest.Devices":        1,
		"the people of this line cannot: a customer arrives: chat":    2,
		"the people of this line cannot: a customer arrives: email":   1,
		"the people of this line cannot: a customer arrives: social":  1,
		"Live cannot tell what is there":                              2,
		"this line has no Again":                                      1,
	}, reasons)
}

// A subtest that is skipped in a bubble is skipped outside of it, too.
func TestSkipsAreSeen(t *testing.T) {
	var skipped []string
	t.Run("kit", func(t *testing.T) {
		telephonytest.Run(t, telephonytest.Harness{
			New: func(*testing.T) telephonytest.Line { return line(newForeign(telephony.All)) },
			Wrap: func(t *testing.T, play func(*testing.T)) {
				t.Cleanup(func() {
					if t.Skipped() {
						skipped = append(skipped, t.Name())
					}
				})
				synctest.Test(t, play)
			},
		})
	})
	require.Equal(t, []string{"TestSkipsAreSeen/kit/live/unable", "TestSkipsAreSeen/kit/capabilities/left-out"}, skipped)
}

// What a person could not do is no fault of the adapter's, and fails all the
// same; whoever reads the failure sees no number.
func TestPeopleWhoCannot(t *testing.T) {
	var r recorder
	synctest.Test(t, func(t *testing.T) {
		f := newForeign(telephony.All)
		telephonytest.Play(&r, "facts/placed", telephonytest.Line{Adapter: f, People: absent{f}})
	})
	require.Len(t, r.failures, 1)
	require.Contains(t, r.failures[0], "leg 1 answers: nobody is there")
	require.NotContains(t, r.failures[0], "duty")
}

type absent struct{ *foreign }

func (absent) Answers(telephony.CallID, telephony.Leg) error { return errNobody }

// What the port leaves open is right either way.
func TestEitherIsRight(t *testing.T) {
	for name, b := range map[string]bent{
		"everything is told twice": {edit: func(_ *bent, e telephony.Event) []telephony.Event { return []telephony.Event{e, e} }},
		"answers are lost": {do: func(b *bent, ctx context.Context, c telephony.Command) error {
			err := b.foreign.Do(ctx, c)
			if b.remembers(c.Call, c.Op, c.Epoch) || err != nil {
				return err
			}
			b.remember(c.Call, c.Op, c.Epoch)
			return errors.New("the line broke")
		}},
		"commands are lost": {do: func(b *bent, ctx context.Context, c telephony.Command) error {
			if b.remembers(c.Call, c.Op, c.Epoch) || ctx.Err() != nil {
				return b.foreign.Do(ctx, c)
			}
			b.remember(c.Call, c.Op, c.Epoch)
			return errors.New("the line broke")
		}},
		"what is not so any more is refused": {do: func(b *bent, ctx context.Context, c telephony.Command) error {
			gone := false
			b.room(c.Call, func(r *room) { gone = c.Verb.Media() && !r.can(c, true) })
			if gone {
				return telephony.ErrRejected
			}
			return b.foreign.Do(ctx, c)
		}},
		"nowhere is refused": instead(func(c telephony.Command) bool { return c.To == nowhere },
			returns(&telephony.Rejection{Cause: telephony.InvalidNumber})),
		"nowhere goes at once": instead(func(c telephony.Command) bool { return c.To == nowhere }, func(b *bent, c telephony.Command) error {
			b.say(telephony.Event{Call: c.Call, Kind: telephony.Arranged, Op: c.Op})
			b.say(telephony.Event{Call: c.Call, Kind: telephony.Gone, Op: c.Op, Leg: c.Leg, Cause: telephony.InvalidNumber})
			return nil
		}),
		"the last one takes the others along": behind(gone(1, telephony.HungUp), func(e telephony.Event) telephony.Event {
			return telephony.Event{Call: e.Call, Kind: telephony.Arranged}
		}),
		"everything takes a while": {do: func(b *bent, ctx context.Context, c telephony.Command) error {
			time.Sleep(5 * time.Millisecond)
			return b.foreign.Do(ctx, c)
		}, pick: func([]telephony.Event) int { return 0 }},
	} {
		t.Run(name, func(t *testing.T) {
			f := fault{bend: b}
			for _, c := range telephonytest.Names() {
				require.Empty(t, f.play(t, c), c)
			}
		})
	}
}

// wired are people on a line that knows what it dialled.
type wired struct {
	*foreign
	dialled string
}

func (w wired) Dialled(telephony.CallID, telephony.Leg) (string, error) { return w.dialled, nil }

func (wired) Agents() []string { return []string{"a1"} }

// What the line itself dialled counts, and Live is not asked.
func TestWhatTheLineDialled(t *testing.T) {
	for dialled, want := range map[string]int{"+1 (201) 555-0147": 0, "+12015550147": 1} {
		var r recorder
		synctest.Test(t, func(t *testing.T) {
			f := newForeign(telephony.All)
			require.Empty(t, telephonytest.Play(&r, "numbers/as-given", telephonytest.Line{Adapter: modest{f}, People: wired{f, dialled}}))
		})
		require.Len(t, r.failures, want)
		for _, said := range r.failures {
			require.Contains(t, said, "duty 14, ")
			require.NotContains(t, said, "5550147")
		}
	}
}

// A line with too few agents is played as far as it goes.
func TestOneAgent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newForeign(telephony.All)
		require.Equal(t, "the people of this line are 1 agents, 2 are needed",
			telephonytest.Play(t, "facts/conference", telephonytest.Line{Adapter: f, People: wired{f, ""}}))
	})
}

type confused struct{ *foreign }

func (confused) Arrives(telephony.Contact) (telephony.CallID, error) { panic("who am I?") }

// A panic of the people's is not swallowed, and the adapter comes to rest.
func TestPeopleWhoPanic(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newForeign(telephony.All)
		require.PanicsWithValue(t, "who am I?", func() {
			telephonytest.Play(t, "facts/dial", telephonytest.Line{Adapter: f, People: confused{f}})
		})
	})
}

// A failure can be read by itself.
func TestFailure(t *testing.T) {
	f := fault{bend: drop(gone(2, telephony.Cancelled))}
	failures := f.play(t, "departures/clear")
	require.Len(t, failures, 1)
	require.Equal(t, strings.TrimSpace(`
in 2s nobody told: gone call call 1 op 2 leg 2 cause cancelled
  duty 2, departures: `+duty2+`
  departures/clear: a ring that is taken back stops, and the customer waits on
    a customer arrives: voice
        told incoming call call 1 leg 1 contact voice from customer …43 arrived queue billing dnis …99
    do   dial call call 1 op 1 epoch 1 leg 2 to agent a1
        told alerting call call 1 op 1 leg 2
    do   clear call call 1 op 2 epoch 1 leg 2`), failures[0])
}

const duty2 = `Every leg that leaves gets a Gone with its cause, once, when its connection is
  really over: who hangs up, who is cleared, everybody after a ClearCall, a target that was rung and
  did not answer, and the owner's own leg after Diverted (Transferred). A leg that was never more
  than asked for gets Failed or Gone, as the switch has it. A Clear of a leg that has gone is
  answered by its Gone once more.`
