package remote_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

func many(n int) []telephony.Live {
	var all []telephony.Live
	for i := range n {
		all = append(all, telephony.Live{Call: telephony.CallID("c" + strconv.Itoa(i)), Talk: telephony.LegsOf(1),
			Legs: []telephony.LiveLeg{{Leg: 1, Endpoint: telephony.Endpoint{Kind: telephony.Customer, Address: number}, State: telephony.LegUp}}})
	}
	return all
}

// Every contact comes, once, also when the connection breaks on the way; and
// none comes when something is missing.
func TestLive(t *testing.T) {
	collect := func(ctx context.Context, a *remote.Adapter) (all []telephony.Live, err error) {
		for l, e := range a.Live(ctx) {
			if err = e; err == nil {
				all = append(all, l)
			}
		}
		return all, err
	}
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		o.truth = many(2000)
		var spent atomic.Int64
		p.proxy = func(n int, c net.Conn) net.Conn {
			var up, down atomic.Int64
			up.Store(-1)
			down.Store(200_000)
			if n > 2 {
				down.Store(-1)
			}
			return cutter{c, &up, &down, &spent, &spent}
		}
		serve(t, o, p, remote.ServerConfig{})
		a := dial(t, p)
		all, err := collect(t.Context(), a)
		require.NoError(t, err)
		require.Equal(t, o.truth, all)
		require.Equal(t, 3, p.count())
		require.Greater(t, spent.Load(), int64(500_000)) // it was far on the way, twice

		o.truth = many(3)
		for range a.Live(t.Context()) {
			break
		}
		for lie, want := range map[error]error{
			telephony.ErrUnsupported:          telephony.ErrUnsupported,
			errors.New("call from " + number): remote.ErrUnknown,
		} {
			o.lies = lie
			all, err = collect(t.Context(), a)
			require.Equal(t, want, err)
			require.Empty(t, all)
		}
		o.lies = nil
		for name, bad := range map[string]telephony.Live{
			"no UTF-8": {Call: "\xff"},
			"no state": {Call: "c1", Legs: []telephony.LiveLeg{{State: 99}}},
			"too long": {Call: telephony.CallID(make([]byte, 1<<16))},
		} {
			o.truth[1] = bad
			all, err = collect(t.Context(), a)
			require.Equal(t, remote.ErrUnknown, err, name)
			require.Empty(t, all, name)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		p := newPipes()
		a := dial(t, p)
		ctx, end := context.WithTimeout(t.Context(), time.Second)
		defer end()
		start := time.Now()
		all, err := collect(ctx, a)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.Empty(t, all)
		require.Equal(t, time.Second, time.Since(start))
	})
}

// A Live whose caller has gone stops at the server too, and holds up nobody.
func TestLiveOfWhoDoesNotRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		o.truth = many(50_000)
		serve(t, o, p, remote.ServerConfig{})
		c := knock(t, p)
		c.says(sayHello)
		c.hears(`{"type":"welcome…}`)
		c.says(sayOpen)
		c.hears(isOpen)
		c.says(`{"type":"live","id":1}`, `{"type":"ping","id":5}`)
		synctest.Wait()
		c.says(`{"type":"cancel","id":1}`)
		n := 0
		for {
			line, err := c.in.ReadString('\n')
			require.NoError(t, err)
			if strings.Contains(line, "answer") {
				require.Equal(t, `{"type":"answer","id":1,"error":"unknown"}`+"\n", line)
				break
			}
			n++
		}
		require.Less(t, n, 5000)
	})
}

func TestAsk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		o.can = telephony.CanHold | telephony.CanMute
		serve(t, o, p, remote.ServerConfig{Token: "t0ken"})
		cfg := remote.Config{Connect: p.Dial, Token: "t0ken"}
		r := run(t, dial(t, p, func(c *remote.Config) { c.Token = "t0ken" }))
		synctest.Wait()
		can, err := remote.Ask(t.Context(), cfg)
		require.NoError(t, err)
		require.Equal(t, o.can, can)
		o.say(fact("c1", 1))
		synctest.Wait()
		require.Len(t, r.heard(), 1)
		require.Equal(t, 2, p.count())

		cfg.Token = "wr0ng"
		_, err = remote.Ask(t.Context(), cfg)
		require.ErrorIs(t, err, remote.ErrRefused)
		_, err = remote.Ask(t.Context(), remote.Config{})
		require.ErrorIs(t, err, remote.ErrInvalid)
		p.cut(true)
		_, err = remote.Ask(t.Context(), cfg)
		require.ErrorContains(t, err, "remote: connect: nobody listens")

		connect, next := by(t)
		go next()
		can, err = remote.Ask(t.Context(), remote.Config{Connect: connect})
		require.NoError(t, err)
		require.Equal(t, telephony.CanHold|telephony.CanConsult, can) // what it does not know is left out

		start := time.Now()
		ctx, end := context.WithTimeout(t.Context(), time.Second)
		defer end()
		_, err = remote.Ask(ctx, remote.Config{Connect: func(context.Context) (io.ReadWriteCloser, error) {
			near, _ := net.Pipe()
			return near, nil
		}})
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.Equal(t, time.Second, time.Since(start))
	})
}

// Who is refused is told so, and does not come again by itself.
func TestRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPipes()
		serve(t, newObedient(), p, remote.ServerConfig{Token: "t0ken"})
		a := dial(t, p, func(c *remote.Config) { c.Token = "wr0ng" })
		require.ErrorIs(t, a.Run(t.Context(), nil), remote.ErrRefused)
		require.ErrorIs(t, a.Do(t.Context(), telephony.Command{Verb: telephony.Dial}), remote.ErrRefused)
		for _, err := range a.Live(t.Context()) {
			require.ErrorIs(t, err, remote.ErrRefused)
		}
		require.Equal(t, 3, p.count())
	})
	synctest.Test(t, func(t *testing.T) {
		connect := func(context.Context) (io.ReadWriteCloser, error) {
			near, far := net.Pipe()
			s := newPeer(t, far)
			go func() {
				s.hears(`{"type":"hello","versions":[1]}`)
				s.says(`{"type":"welcome","version":2}`)
			}()
			return near, nil
		}
		a, err := remote.New(remote.Config{Connect: connect})
		require.NoError(t, err)
		require.ErrorIs(t, a.Run(t.Context(), nil), remote.ErrRefused)
	})
}

func TestConfigurations(t *testing.T) {
	connect := func(context.Context) (io.ReadWriteCloser, error) { return nil, io.EOF }
	long := strings.Repeat("x", 1025)
	for name, c := range map[string]remote.Config{
		"no Connect":   {},
		"capabilities": {Connect: connect, Capabilities: telephony.All + 1},
		"a pause":      {Connect: connect, RetryMin: -1},
		"another":      {Connect: connect, RetryMax: -1},
		"both":         {Connect: connect, RetryMin: time.Minute, RetryMax: time.Second},
		"token":        {Connect: connect, Token: long},
	} {
		_, err := remote.New(c)
		require.ErrorIs(t, err, remote.ErrInvalid, name)
	}
	_, err := remote.New(remote.Config{Connect: connect, RetryMin: time.Minute})
	require.NoError(t, err)
	for name, c := range map[string]remote.ServerConfig{"backlog": {Backlog: -1}, "token": {Token: long}} {
		_, err := remote.NewServer(newObedient(), c)
		require.ErrorIs(t, err, remote.ErrInvalid, name)
	}
	_, err = remote.NewServer(nil, remote.ServerConfig{})
	require.ErrorIs(t, err, remote.ErrInvalid)
}

// No number, no token and no text of an adapter is logged, at either end.
func TestLogsKeepSecrets(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer // slog's handler has its own lock
		log := slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug}))
		o, p := newObedient(), newPipes()
		o.answer = func(context.Context, telephony.Command) error { return errors.New("no route to " + number) }
		serve(t, o, p, remote.ServerConfig{Token: "t0ken", Logger: log})
		logged := func(c *remote.Config) { c.Token, c.Logger = "t0ken", log }
		a := dial(t, p, logged)
		r := run(t, a)
		o.say(telephony.Event{Call: "c1", Kind: telephony.Incoming, Leg: 1, Contact: telephony.Contact{DNIS: number}})
		err := a.Do(t.Context(), telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial, To: telephony.Endpoint{Kind: telephony.DialNumber, Address: number}})
		require.Equal(t, remote.ErrUnknown, err)
		o.say(telephony.Event{Call: "\xff" + number, Kind: telephony.Answered})
		require.ErrorIs(t, <-r.done, remote.ErrLost)
		o.broken <- errors.New("no route to " + number)
		<-time.After(2 * time.Second)
		require.ErrorIs(t, dial(t, p, func(c *remote.Config) { c.Token, c.Logger = "wr0ngt0ken", log }).Run(t.Context(), nil), remote.ErrRefused)
		c := knock(t, p)
		c.says(number + " t0ken")
		c.hears(`{"type":"bye","error":"malformed"}`)
		o.can = 0
		r = run(t, dial(t, p, logged))
		synctest.Wait()
		require.ErrorContains(t, r.end(), "canceled")
		synctest.Wait()
		for _, secret := range []string{number[1:], "2015532", "t0ken", "route"} {
			require.NotContains(t, out.String(), secret)
		}
		for _, told := range []string{"connected", "may have been lost", "sent away", "given up", "can do less"} {
			require.Contains(t, out.String(), told)
		}
	})
}
