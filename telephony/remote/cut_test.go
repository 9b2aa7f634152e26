package remote_test

import (
	"bytes"
	"errors"
	"net"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

// cutter passes so many bytes each way, and then breaks the connection; a
// negative number is no limit. What it passed, it counts.
type cutter struct {
	net.Conn
	up, down           *atomic.Int64
	countUp, countDown *atomic.Int64
}

var errCut = errors.New("cut")

func (c cutter) Write(b []byte) (int, error) {
	c.countUp.Add(int64(len(b)))
	return c.pass(b, c.up, c.Conn.Write)
}

func (c cutter) Read(b []byte) (int, error) {
	left := c.down.Load()
	if left == 0 {
		c.Conn.Close()
	}
	if left > 0 && left < int64(len(b)) {
		b = b[:left]
	}
	n, err := c.Conn.Read(b)
	c.countDown.Add(int64(n))
	if c.down.Load() < 0 || err != nil {
		return n, err
	}
	if c.down.Add(-int64(n)) <= 0 {
		c.down.Store(0)
		c.Conn.Close()
	}
	return n, nil
}

func (c cutter) pass(b []byte, left *atomic.Int64, write func([]byte) (int, error)) (int, error) {
	if l := left.Load(); l >= 0 && l <= int64(len(b)) {
		n, _ := write(b[:l])
		c.Conn.Close()
		return n, errCut
	} else if l >= 0 {
		left.Store(l - int64(len(b)))
	}
	return write(b)
}

// callOn is a call with everything that can come of it: facts that nobody
// asked for, commands, refusals, and a look at what is there.
func callOn(t *testing.T, a *remote.Adapter, o *obedient) {
	say := func(k telephony.EventKind, leg telephony.Leg) { o.say(telephony.Event{Call: "c1", Kind: k, Leg: leg}) }
	do := func(op telephony.Op, v telephony.Verb, leg telephony.Leg, talk ...telephony.Leg) error {
		return a.Do(t.Context(), telephony.Command{Call: "c1", Op: op, Epoch: 1, Verb: v, Leg: leg, Owner: 2, Talk: telephony.LegsOf(talk...)})
	}
	say(telephony.Incoming, 1)
	require.NoError(t, do(1, telephony.Dial, 2))
	say(telephony.Answered, 2)
	require.NoError(t, do(2, telephony.ConsultationCall, 3))
	require.ErrorIs(t, do(3, telephony.Mute, 2), telephony.ErrUnsupported)
	var r *telephony.Rejection
	require.ErrorAs(t, do(4, telephony.SendDigits, 2), &r)
	require.Equal(t, telephony.LimitReached, r.Cause)
	say(telephony.DeviceHeld, 1)
	say(telephony.DeviceRetrieved, 1)
	say(telephony.Answered, 3)
	n := 0
	for l, err := range a.Live(t.Context()) {
		require.NoError(t, err)
		require.Equal(t, o.truth[n], l)
		n++
	}
	require.Len(t, o.truth, n)
	require.NoError(t, do(5, telephony.Transfer, 3))
	say(telephony.Gone, 1)
	say(telephony.Gone, 3)
}

const facts = 12 // of callOn

func switchForCallOn() *obedient {
	o := newObedient()
	o.answer = scripted
	o.truth = []telephony.Live{
		{Call: "c1", Legs: []telephony.LiveLeg{{Leg: 1, State: telephony.LegUp}, {Leg: 2, State: telephony.LegUp}}, Talk: telephony.LegsOf(1)},
		{Call: "c2", Recording: telephony.Paused},
	}
	return o
}

// playCut plays the call over connections of which the n-th is what proxy
// makes of it, and gives what was heard.
func playCut(t *testing.T, proxy func(n int, c net.Conn) net.Conn) (heard []telephony.Event, done []telephony.Command, dials int) {
	synctest.Test(t, func(t *testing.T) {
		o, p := switchForCallOn(), newPipes()
		p.proxy = proxy
		serve(t, o, p, remote.ServerConfig{})
		a := dial(t, p)
		r := run(t, a)
		synctest.Wait() // else a command may come first, over a connection of its own
		callOn(t, a, o)
		synctest.Wait()
		for range 100 { // until everything has come, in whatever time that takes
			if len(r.heard()) >= facts {
				break
			}
			pass()
		}
		pass() // an acknowledgement that was lost must not bring anything again
		synctest.Wait()
		require.ErrorContains(t, r.end(), "canceled")
		heard = r.heard()
		done, _ = o.told()
		dials = p.count()
	})
	return heard, done, dials
}

// Wherever the connection is cut, once, the host hears the same facts in the
// same order, each once, and the switch is told the same commands.
func TestCutAtEveryByte(t *testing.T) {
	var up, down atomic.Int64
	limit := func(upAt, downAt int64) func(int, net.Conn) net.Conn {
		return func(n int, c net.Conn) net.Conn {
			if n > 1 {
				upAt, downAt = -1, -1
			}
			var u, d atomic.Int64
			u.Store(upAt)
			d.Store(downAt)
			return cutter{c, &u, &d, &up, &down}
		}
	}
	want, commands, dials := playCut(t, limit(-1, -1))
	require.Len(t, want, facts)
	require.Len(t, commands, 3)
	require.Equal(t, 1, dials)
	ups, downs := up.Load(), down.Load()
	t.Logf("%d bytes up, %d bytes down", ups, downs)
	step := int64(1)
	if testing.Short() {
		step = 17
	}
	for n := int64(0); n < ups; n += step {
		got, done, dials := playCut(t, limit(n, -1))
		require.Equal(t, want, got, "cut after %d bytes up", n)
		require.Equal(t, commands, done, "cut after %d bytes up", n)
		require.Equal(t, 2, dials, "cut after %d bytes up", n)
	}
	for n := int64(0); n < downs; n += step {
		got, done, _ := playCut(t, limit(-1, n))
		require.Equal(t, want, got, "cut after %d bytes down", n)
		require.Equal(t, commands, done, "cut after %d bytes down", n)
	}
}

// lines breaks a connection after so many messages, both ways together.
type lines struct {
	net.Conn
	left *atomic.Int64
}

func (c lines) Write(b []byte) (int, error) {
	for i := 0; i < len(b); {
		j := i + bytes.IndexByte(b[i:], '\n') + 1
		if c.left.Add(-1) < 0 {
			c.Conn.Close()
			return i, errCut
		}
		if _, err := c.Conn.Write(b[i:j]); err != nil {
			return i, err
		}
		i = j
	}
	return len(b), nil
}

// Nor does it matter how often it is cut, as long as anything at all can be
// said on a connection.
func TestCutAgainAndAgain(t *testing.T) {
	var up, down atomic.Int64
	var none atomic.Int64
	none.Store(-1)
	want, commands, _ := playCut(t, func(_ int, c net.Conn) net.Conn { return cutter{c, &none, &none, &up, &down} })
	for every := int64(8); every < 40; every++ {
		got, done, dials := playCut(t, func(_ int, c net.Conn) net.Conn {
			var left atomic.Int64
			left.Store(every)
			return lines{c, &left}
		})
		require.Equal(t, want, got, "cut after every %d messages", every)
		require.Equal(t, commands, done, "cut after every %d messages", every)
		if every < 12 {
			require.Greater(t, dials, 1, "cut after every %d messages", every)
		}
	}
}
