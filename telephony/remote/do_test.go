package remote_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

const number = "+12015532447"

// Certain refusals stay certain and keep their cause; the rest is unknown, and
// leaves its text behind.
func TestAnswersTravel(t *testing.T) {
	type given struct{ err, want error }
	cases := []given{
		{nil, nil},
		{telephony.ErrUnsupported, telephony.ErrUnsupported},
		{fmt.Errorf("trunk 7: %w", telephony.ErrUnsupported), telephony.ErrUnsupported},
		{fmt.Errorf("trunk 7: %w", telephony.ErrRejected), telephony.ErrRejected},
		{&telephony.Rejection{Cause: telephony.Cause(telephony.Causes)}, &telephony.Rejection{Cause: telephony.Unknown}},
		{errors.New("dialling " + number), remote.ErrUnknown},
		{context.DeadlineExceeded, remote.ErrUnknown},
	}
	for c := range telephony.Causes {
		r := &telephony.Rejection{Cause: telephony.Cause(c)}
		cases = append(cases, given{fmt.Errorf("trunk: %w", r), r})
	}
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		serve(t, o, p, remote.ServerConfig{})
		a := dial(t, p)
		run(t, a)
		for i, c := range cases {
			o.answer = func(context.Context, telephony.Command) error { return c.err }
			err := a.Do(t.Context(), telephony.Command{Call: "c1", Op: telephony.Op(i + 1), Verb: telephony.Hold})
			require.Equal(t, c.want, err, "%v", c.err)
		}
	})
}

// What cannot be done, or cannot be said, is refused without a connection.
func TestRefusedAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPipes()
		a := dial(t, p, func(c *remote.Config) { c.Capabilities = telephony.CanHold })
		require.Equal(t, telephony.CanHold, a.Capabilities())
		ended, end := context.WithCancel(t.Context())
		end()
		to := func(s string) telephony.Endpoint { return telephony.Endpoint{Kind: telephony.DialNumber, Address: s} }
		for name, c := range map[string]struct {
			command telephony.Command
			want    error
		}{
			"a capability":   {telephony.Command{Verb: telephony.Mute}, telephony.ErrUnsupported},
			"a verb":         {telephony.Command{Verb: telephony.Verb(telephony.Verbs)}, telephony.ErrUnsupported},
			"an endpoint":    {telephony.Command{Verb: telephony.Dial, To: telephony.Endpoint{Kind: 99}}, telephony.ErrRejected},
			"no UTF-8":       {telephony.Command{Verb: telephony.Dial, Call: "\xff"}, telephony.ErrRejected},
			"no UTF-8 to":    {telephony.Command{Verb: telephony.Dial, To: to(number + "\xff")}, telephony.ErrRejected},
			"holes in a set": {telephony.Command{Verb: telephony.Hold, Talk: telephony.Legs{2, 1}}, telephony.ErrRejected},
			"too long":       {telephony.Command{Verb: telephony.Dial, To: to(strings.Repeat(number, 6000))}, telephony.ErrRejected},
		} {
			err := a.Do(t.Context(), c.command)
			require.ErrorIs(t, err, c.want, name)
			require.NotContains(t, err.Error(), number[1:], name)
		}
		require.ErrorIs(t, a.Do(ended, telephony.Command{Verb: telephony.Dial}), context.Canceled)
		require.ErrorIs(t, a.Run(ended, nil), context.Canceled)
		for _, err := range a.Live(ended) {
			require.ErrorIs(t, err, context.Canceled)
		}
		require.Zero(t, p.count())
	})
}

// A command waits for as long as the server is away, and is carried out once.
func TestServerAwayForAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		serve(t, o, p, remote.ServerConfig{})
		a := dial(t, p)
		r := run(t, a)
		synctest.Wait()
		p.cut(true)
		o.say(telephony.Event{Call: "c1", Kind: telephony.DeviceHeld, Leg: 1})
		start, done := time.Now(), make(chan error, 1)
		go func() { done <- a.Do(t.Context(), telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial, Leg: 2}) }()
		time.AfterFunc(time.Minute, func() { p.cut(false) })
		require.NoError(t, <-done)
		synctest.Wait()
		require.InDelta(t, 62.5, time.Since(start).Seconds(), 2.5)
		require.Less(t, p.count(), 25)
		require.Equal(t, []telephony.Event{{Call: "c1", Kind: telephony.DeviceHeld, Leg: 1}, {Call: "c1", Op: 1, Kind: telephony.Alerting, Leg: 2}}, r.heard())
		commands, again := o.told()
		require.Len(t, commands, 1)
		require.Zero(t, again)
	})
}

// Pauses grow up to their bound and are jittered down to their half.
func TestPausesGrow(t *testing.T) {
	for jitter, want := range map[float64][]time.Duration{
		1:  {100, 200, 400, 800, 1000, 1000},
		0:  {50, 100, 200, 400, 500, 500},
		-3: {50, 100, 200, 400, 500, 500},
		7:  {100, 200, 400, 800, 1000, 1000},
	} {
		synctest.Test(t, func(t *testing.T) {
			var tries []time.Time
			a, err := remote.New(remote.Config{RetryMin: 100 * time.Millisecond, RetryMax: time.Second, Jitter: func() float64 { return jitter },
				Connect: func(context.Context) (io.ReadWriteCloser, error) {
					tries = append(tries, time.Now())
					return nil, errors.New("nobody there")
				}})
			require.NoError(t, err)
			ctx, end := context.WithTimeout(t.Context(), 10*time.Second)
			defer end()
			require.ErrorIs(t, a.Do(ctx, telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial}), context.DeadlineExceeded)
			synctest.Wait()
			for i, w := range want {
				require.Equal(t, w*time.Millisecond, tries[i+1].Sub(tries[i]))
			}
		})
	}
}

// When Do's context ends, Do returns, the adapter's Do is told, and the next
// command of the call has its turn.
func TestDoEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		ended := make(chan error, 1)
		o.answer = func(ctx context.Context, c telephony.Command) error {
			if c.Op == 1 {
				<-ctx.Done()
				ended <- ctx.Err()
				return ctx.Err()
			}
			return nil
		}
		serve(t, o, p, remote.ServerConfig{})
		a := dial(t, p)
		run(t, a)
		synctest.Wait()
		start := time.Now()
		ctx, end := context.WithTimeout(t.Context(), time.Second)
		defer end()
		require.ErrorIs(t, a.Do(ctx, telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial, Leg: 2}), context.DeadlineExceeded)
		require.Equal(t, time.Second, time.Since(start))
		require.NoError(t, a.Do(t.Context(), telephony.Command{Call: "c1", Op: 2, Verb: telephony.Dial, Leg: 3}))
		require.Equal(t, time.Second, time.Since(start))
		require.ErrorIs(t, <-ended, context.Canceled)
		require.Equal(t, 1, p.count())
	})
}

// A broken connection ends what came by it; what is sent again waits for that.
func TestOneCommandOfACallAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		var inside, most, begun int
		o.answer = func(ctx context.Context, c telephony.Command) error {
			o.mu.Lock()
			begun++
			if c.Call == "c1" {
				inside++
				most = max(most, inside)
			}
			first := begun == 1
			o.mu.Unlock()
			if first {
				<-ctx.Done()
				<-time.After(time.Second) // it takes its time to return
			} else if c.Call == "c1" {
				pass()
			}
			o.mu.Lock()
			defer o.mu.Unlock()
			if c.Call == "c1" {
				inside--
			}
			return ctx.Err()
		}
		serve(t, o, p, remote.ServerConfig{})
		a := dial(t, p)
		run(t, a)
		done := make(chan error, 9)
		do := func(call telephony.CallID, op telephony.Op) {
			done <- a.Do(t.Context(), telephony.Command{Call: call, Op: op, Verb: telephony.Dial, Leg: telephony.Leg(op)})
		}
		synctest.Wait()
		for op := range telephony.Op(8) {
			go do("c1", op+1)
			synctest.Wait()
		}
		do("c2", 1)
		require.NoError(t, <-done) // of c2: other calls do not wait
		p.cut(false)
		for range 8 {
			require.NoError(t, <-done)
		}
		require.Equal(t, 1, most)
		commands, _ := o.told()
		require.Len(t, commands, 9)
		for i, c := range commands {
			if i > 0 {
				require.Equal(t, telephony.Op(i), c.Op)
			}
		}
	})
}

// The longest command that fits on a line, whatever its id will be, is carried
// out; one that is longer is refused, and not tried for ever.
func TestLongestCommand(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		serve(t, o, p, remote.ServerConfig{})
		a := dial(t, p)
		run(t, a)
		ctx, end := context.WithTimeout(t.Context(), time.Second)
		defer end()
		const line = 1<<16 - 1 // and the line feed
		frame := len(`{"type":"command","id":18446744073709551615,"command":{"call":"","op":1,"verb":"hold"}}`)
		for over, want := range map[int]error{0: nil, 1: telephony.ErrRejected} {
			call := telephony.CallID(strings.Repeat("x", line-frame+over))
			require.ErrorIs(t, a.Do(ctx, telephony.Command{Call: call, Op: 1, Verb: telephony.Hold}), want)
		}
	})
}
