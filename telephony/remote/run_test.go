package remote_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

func fact(call telephony.CallID, leg telephony.Leg) telephony.Event {
	return telephony.Event{Call: call, Kind: telephony.Answered, Leg: leg}
}

var errBusy = errors.New("the store is busy")

// An event that the sink did not take keeps back its own call, and no other.
func TestSinkRefuses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		serve(t, o, p, remote.ServerConfig{})
		start := time.Now()
		tries := map[telephony.Event][]time.Duration{}
		r := run(t, dial(t, p), func(e telephony.Event) error {
			tries[e] = append(tries[e], time.Since(start))
			if e.Call == "c1" && len(tries[e]) < 5-int(e.Leg) {
				return errBusy
			}
			return nil
		})
		for leg := range telephony.Leg(3) {
			o.say(fact("c1", leg+1))
			o.say(fact("c2", leg+1))
		}
		synctest.Wait()
		require.Equal(t, []telephony.Event{fact("c2", 1), fact("c2", 2), fact("c2", 3)}, r.heard())
		for range 10 {
			pass()
		}
		require.Equal(t, []telephony.Event{fact("c1", 1), fact("c1", 2), fact("c1", 3)}, r.heard()[3:])
		for leg, want := range map[telephony.Leg][]time.Duration{1: {0, 50, 150, 350}, 2: {350, 400, 500}, 3: {500, 550}} {
			for i := range want {
				want[i] *= time.Millisecond
			}
			require.Equal(t, want, tries[fact("c1", leg)], "it is patient anew with each")
		}
	})
}

// A sink that blocks holds up neither commands nor the connection; what it has
// not taken when Run ends comes again in the next, and what it has does not.
func TestSinkBlocks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		serve(t, o, p, remote.ServerConfig{})
		a := dial(t, p)
		free := make(chan struct{})
		r := run(t, a, func(e telephony.Event) error {
			if e.Leg == 2 {
				<-free
			}
			return nil
		})
		for leg := range telephony.Leg(400) { // more than may be on the way
			o.say(fact("c1", leg+1))
		}
		synctest.Wait()
		require.NoError(t, a.Do(t.Context(), telephony.Command{Call: "c2", Op: 1, Verb: telephony.Dial}))
		<-time.After(time.Minute)
		require.Len(t, r.heard(), 1)
		require.Equal(t, 1, p.count())
		require.ErrorIs(t, a.Run(t.Context(), nil), remote.ErrRunning)
		r.stop()
		close(free)
		require.ErrorContains(t, r.end(), "canceled")
		require.Len(t, r.heard(), 2)
		next := run(t, a)
		synctest.Wait()
		leg := telephony.Leg(3)
		for _, e := range next.heard() {
			if e.Call == "c1" { // that of c2 comes in between
				require.Equal(t, fact("c1", leg), e)
				leg++
			}
		}
		require.Equal(t, telephony.Leg(401), leg)
	})
}

// What waits for the sink is sent again over the next connection, and told once.
func TestSentAgainWhileItWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		serve(t, o, p, remote.ServerConfig{})
		free := make(chan struct{})
		r := run(t, dial(t, p), func(telephony.Event) error {
			<-free
			return nil
		})
		for leg := range telephony.Leg(3) {
			o.say(fact("c1", leg+1))
		}
		synctest.Wait()
		p.cut(false)
		pass()
		require.Equal(t, 2, p.count())
		close(free)
		synctest.Wait()
		require.Equal(t, []telephony.Event{fact("c1", 1), fact("c1", 2), fact("c1", 3)}, r.heard())
	})
}

// Run leaves no connection behind, and has acknowledged what was taken: another
// process is told none of it again.
func TestRunEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		var closed atomic.Bool
		p.proxy = func(_ int, c net.Conn) net.Conn { return slowToClose{c, &closed} }
		serve(t, o, p, remote.ServerConfig{})
		r := run(t, dial(t, p))
		o.say(fact("c1", 1))
		o.say(fact("c1", 2))
		<-time.After(time.Second)
		require.ErrorContains(t, r.end(), "canceled")
		require.True(t, closed.Load())
		o.say(fact("c1", 3))
		<-time.After(time.Minute)
		require.Equal(t, 1, p.count())
		require.Len(t, r.heard(), 2)
		other := run(t, dial(t, p))
		<-time.After(time.Second)
		require.Equal(t, []telephony.Event{fact("c1", 3)}, other.heard())

		closed.Store(false)
		r = run(t, dial(t, p)).afterwards() // while the connection is being made
		require.ErrorContains(t, r.end(), "canceled")
		require.True(t, closed.Load())
		<-time.After(time.Second)
	})
}

// slowToClose takes its time for the last words.
type slowToClose struct {
	net.Conn
	closed *atomic.Bool
}

func (s slowToClose) Write(b []byte) (int, error) {
	pass()
	return s.Conn.Write(b)
}

func (s slowToClose) Close() error {
	s.closed.Store(true)
	return s.Conn.Close()
}

// A command that waits while Run ends is answered over another connection; a
// Run that starts while one waits uses the one there is.
func TestRunAndDoShareAConnection(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := switchSlow(), newPipes()
		serve(t, o, p, remote.ServerConfig{})
		a := dial(t, p)
		done := make(chan error, 1)
		go func() { done <- a.Do(t.Context(), telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial, Leg: 2}) }()
		synctest.Wait()
		r := run(t, a)
		o.say(fact("c2", 1))
		synctest.Wait()
		require.Equal(t, []telephony.Event{fact("c2", 1)}, r.heard())
		require.Equal(t, 1, p.count())
		start := time.Now()
		require.ErrorContains(t, r.end(), "canceled")
		require.NoError(t, <-done)
		require.Equal(t, time.Second, time.Since(start)) // it began anew, at once
		require.Equal(t, 2, p.count())
	})
}

// Run leaves its connection when somebody else still needs one, too.
func TestRunEndsBeforeDo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := forEver(), newPipes()
		var closed atomic.Bool
		p.proxy = func(_ int, c net.Conn) net.Conn { return slowToClose{c, &closed} }
		serve(t, o, p, remote.ServerConfig{})
		a := dial(t, p)
		r := run(t, a)
		ctx, end := context.WithCancel(t.Context())
		done := make(chan error, 1)
		go func() { done <- a.Do(ctx, telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial, Leg: 2}) }()
		<-time.After(time.Second)
		require.ErrorIs(t, r.end(), context.Canceled)
		require.True(t, closed.Load())
		<-time.After(time.Second)
		require.Equal(t, 2, p.count())
		end()
		require.ErrorIs(t, <-done, context.Canceled)
		<-time.After(time.Second) // the last words
	})
}

// switchSlow takes a second for each command.
func switchSlow() *obedient {
	o := newObedient()
	o.answer = slow
	return o
}

// Of two clients the newer has the switch. The older one is told, and when it
// takes the switch back, that it has missed something.
func TestTwoClients(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := switchSlow(), newPipes()
		serve(t, o, p, remote.ServerConfig{})
		first, second := dial(t, p), dial(t, p)
		r1 := run(t, first)
		o.say(fact("c1", 1))
		synctest.Wait()
		done := make(chan error, 2)
		go func() {
			done <- first.Do(t.Context(), telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial, Leg: 2})
		}()
		go func() {
			for _, err := range first.Live(t.Context()) {
				done <- err
			}
			done <- nil
		}()
		synctest.Wait()
		require.NoError(t, <-done)
		r2 := run(t, second)
		synctest.Wait()
		require.ErrorIs(t, <-r1.done, remote.ErrReplaced)
		require.ErrorIs(t, <-done, remote.ErrReplaced)
		commands, _ := o.told()
		require.Empty(t, commands) // the newer connection ended what came by the older
		o.say(fact("c1", 3))
		<-time.After(time.Minute)
		require.Equal(t, []telephony.Event{fact("c1", 3)}, r2.heard())
		require.Equal(t, 2, p.count()) // the older one does not fight

		require.ErrorIs(t, first.Run(t.Context(), nil), remote.ErrLost)
		require.ErrorIs(t, <-r2.done, remote.ErrReplaced)
		r1 = run(t, first)
		o.say(fact("c1", 4))
		synctest.Wait()
		require.Equal(t, []telephony.Event{fact("c1", 4)}, r1.heard())
	})
}

// A client that was replaced while its sink was at work can take the switch
// back before that is done.
func TestReplacedWhileTheSinkWorks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		serve(t, o, p, remote.ServerConfig{})
		a, free := dial(t, p), make(chan struct{})
		r := run(t, a, func(telephony.Event) error {
			<-free
			return nil
		})
		o.say(fact("c1", 1))
		synctest.Wait()
		other := run(t, dial(t, p)).afterwards()
		require.NoError(t, a.Do(t.Context(), telephony.Command{Call: "c1", Op: 1, Verb: telephony.Hold}))
		close(free)
		require.ErrorIs(t, <-r.done, remote.ErrReplaced)
		require.ErrorIs(t, <-other.done, remote.ErrReplaced)
	})
}

// A Do that takes the switch back leaves it to the next Run to say so.
func TestLostIsSaidOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		serve(t, o, p, remote.ServerConfig{})
		first, second := dial(t, p), dial(t, p)
		require.ErrorContains(t, run(t, first).afterwards().end(), "canceled")
		require.ErrorContains(t, run(t, second).afterwards().end(), "canceled")
		require.NoError(t, first.Do(t.Context(), telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial, Leg: 2}))
		require.NoError(t, first.Do(t.Context(), telephony.Command{Call: "c1", Op: 2, Verb: telephony.Dial, Leg: 3}))
		o.mu.Lock()
		o.answer = slow
		o.mu.Unlock()
		done := make(chan error, 1)
		go func() {
			done <- first.Do(t.Context(), telephony.Command{Call: "c1", Op: 3, Verb: telephony.Dial, Leg: 4})
		}()
		synctest.Wait() // also when there is a connection already
		require.ErrorIs(t, first.Run(t.Context(), nil), remote.ErrLost)
		r := run(t, first).afterwards()
		require.Len(t, r.heard(), 2)
		require.NoError(t, <-done)
		require.ErrorContains(t, r.end(), "canceled")
	})
}

func (r *ears) afterwards() *ears {
	synctest.Wait()
	return r
}

// through connects to where the target is then.
func through(target *atomic.Pointer[pipes]) func(context.Context) (io.ReadWriteCloser, error) {
	return func(ctx context.Context) (io.ReadWriteCloser, error) { return target.Load().Dial(ctx) }
}

// A server that was started anew has lost what it held: Run says so, and an
// event that is still with the sink is not acknowledged to the new one, where
// its number is another's.
func TestServerStartedAnew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		old, err := remote.NewServer(o, remote.ServerConfig{})
		require.NoError(t, err)
		ends := make(chan struct{})
		old1 := newPipes()
		stop := serving(t, old, old1)
		var target atomic.Pointer[pipes]
		target.Store(old1)
		a := dial(t, nil, func(c *remote.Config) { c.Connect = through(&target) })
		r := run(t, a, func(e telephony.Event) error {
			if e.Leg == 1 {
				<-ends
			}
			return nil
		})
		o.say(fact("c1", 1))
		synctest.Wait()
		stop()
		target.Store(p)
		serve(t, o, p, remote.ServerConfig{})
		o.say(fact("c1", 2))
		pass()
		close(ends)
		require.ErrorIs(t, <-r.done, remote.ErrLost)
		r = run(t, a)
		synctest.Wait()
		require.Equal(t, []telephony.Event{fact("c1", 2)}, r.heard())
	})
}

// The same server loses nothing when it stops serving for a while.
func TestServeAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		s, err := remote.NewServer(o, remote.ServerConfig{Backlog: 3})
		require.NoError(t, err)
		stop := serving(t, s, p)
		synctest.Wait()
		require.ErrorIs(t, s.Serve(t.Context(), newPipes()), remote.ErrRunning)
		var target atomic.Pointer[pipes]
		target.Store(p)
		a := dial(t, nil, func(c *remote.Config) { c.Connect = through(&target) })
		r := run(t, a)
		synctest.Wait()
		p.cut(true)
		for leg := range telephony.Leg(10) {
			o.say(fact("c1", leg+1))
		}
		synctest.Wait()
		stop()
		require.Len(t, o.tell, 7) // three are held, and the adapter keeps the others
		target.Store(newPipes())
		serving(t, s, target.Load())
		<-time.After(time.Minute)
		for i, e := range r.heard() {
			require.Equal(t, fact("c1", telephony.Leg(i+1)), e)
		}
		require.Len(t, r.heard(), 10)
	})
}

// What the adapter cannot vouch for, and what cannot be said, counts as lost.
func TestTheAdapterLosesEvents(t *testing.T) {
	for name, lose := range map[string]func(o *obedient){
		"Run ends":      func(o *obedient) { o.broken <- nil },
		"Run fails":     func(o *obedient) { o.broken <- fmt.Errorf("trunk %s", number) },
		"no such event": func(o *obedient) { o.say(telephony.Event{Call: "c1", Kind: telephony.EventKind(telephony.EventKinds)}) },
		"no UTF-8":      func(o *obedient) { o.say(telephony.Event{Call: "\xff", Kind: telephony.Answered}) },
		"too long": func(o *obedient) {
			o.say(telephony.Event{Call: "c1", Kind: telephony.Answered, Device: string(make([]byte, 1<<16))})
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				o, p := newObedient(), newPipes()
				serve(t, o, p, remote.ServerConfig{})
				a := dial(t, p)
				r := run(t, a)
				o.say(fact("c1", 1))
				synctest.Wait()
				lose(o)
				o.say(fact("c1", 2))
				require.ErrorIs(t, <-r.done, remote.ErrLost)
				r = run(t, a)
				<-time.After(2 * time.Second)
				require.Equal(t, []telephony.Event{fact("c1", 2)}, r.heard())
				require.ErrorContains(t, r.end(), "canceled")
			})
		})
	}
}
