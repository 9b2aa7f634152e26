package remote_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

// by is a server by hand: the client's connections come out of it.
func by(t *testing.T) (connect func(context.Context) (io.ReadWriteCloser, error), next func() *peer) {
	ends := make(chan net.Conn, 99)
	return func(context.Context) (io.ReadWriteCloser, error) {
			near, far := net.Pipe()
			ends <- far
			return near, nil
		}, func() *peer {
			s := newPeer(t, <-ends)
			s.hears(`{"type":"hello","versions":[1]}`)
			s.says(`{"type":"welcome","version":1,"capabilities":"hold+telepathy+consult","motto":"hello"}`)
			return s
		}
}

// A server by hand, in all that it may say.
func TestClientSpeaks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		connect, next := by(t)
		a, err := remote.New(remote.Config{Connect: connect, Capabilities: telephony.All})
		require.NoError(t, err)
		r := run(t, a)
		s := next()
		s.hears(`{"type":"open"}`)
		s.says(`{"type":"opened","session":"s1"}`)
		s.hears(`{"type":"listen"}`)
		event := func(id int, e string) string { return fmt.Sprintf(`{"type":"event","id":%d,"event":%s}`, id, e) }
		s.says(event(1, `{"call":"c1","kind":"gone","leg":1,"cause":"solar-flare","colour":"red"}`))
		s.hears(`{"type":"ack","id":1}`)
		s.says(event(2, `{"call":"c1","kind":"levitated","leg":{}}`))
		s.hears(`{"type":"ack","id":2}`)
		s.says(`{"type":"weather","id":1}`, `{"type":"pong","id":77}`, `{"type":"answer","id":77}`, `{"type":"contact","id":77}`)
		require.Equal(t, []telephony.Event{{Call: "c1", Kind: telephony.Gone, Leg: 1, Cause: telephony.Unknown}}, r.heard())

		done := make(chan error, 1)
		for i, c := range []struct {
			answer string
			want   error
		}{
			{`"type":"answer"`, nil},
			{`"type":"answer","error":"rejected"`, telephony.ErrRejected},
			{`"type":"answer","error":"rejected","cause":"busy"`, &telephony.Rejection{Cause: telephony.Busy}},
			{`"type":"answer","error":"rejected","cause":"solar-flare"`, &telephony.Rejection{Cause: telephony.Unknown}},
			{`"type":"answer","error":"unsupported"`, telephony.ErrUnsupported},
			{`"type":"answer","error":"busy"`, remote.ErrUnknown},
			{`"type":"answer","error":"later"`, remote.ErrUnknown},
			{`"type":"error","error":"unknown-type"`, telephony.ErrUnsupported},
		} {
			go func() {
				done <- a.Do(t.Context(), telephony.Command{Call: "c1", Op: 1, Verb: telephony.Hold, Leg: 1})
			}()
			s.hears(fmt.Sprintf(`{"type":"command","id":%d,"command":{"call":"c1","op":1,"verb":"hold","leg":1}}`, i+1))
			s.says(fmt.Sprintf(`{"id":%d,%s}`, i+1, c.answer))
			require.Equal(t, c.want, <-done)
		}

		// What was acknowledged is said again, and forgotten after a pong.
		s.conn.Close()
		s = next()
		s.hears(`{"type":"open","session":"s1","taken":[1,2]}`)
		s.conn.Close()
		s = next()
		s.hears(`{"type":"open","session":"s1","taken":[1,2]}`)
		s.says(`{"type":"opened","session":"s1"}`)
		s.hears(`{"type":"listen"}`)
		s.says(event(3, `{"call":"c1","kind":"gone","leg":2}`), event(5, `{"call":"c1","kind":"gone","leg":3}`))
		s.hears(`{"type":"ack","id":3}`, `{"type":"ack","id":5}`)
		s.says(`{"type":"pong","id":3}`)
		s.conn.Close()
		s = next()
		s.hears(`{"type":"open","session":"s1","taken":[5]}`)
		s.says(`{"type":"opened","session":"s1"}`)
		s.hears(`{"type":"listen"}`)

		start := time.Now()
		// Among many there is a ping of its own, so that this does not grow.
		for id := 6; id <= 257; id++ {
			s.says(event(id, `{"kind":"on-hook","device":"anna"}`))
			s.hears(fmt.Sprintf(`{"type":"ack","id":%d}`, id))
		}
		s.hears(`{"type":"ping","id":256}`)
		require.Zero(t, time.Since(start))

		// What cannot be read at all is lost.
		s.says(event(4, `{"call":"c1","kind":"gone","leg":"two"}`))
		s.hears(`{"type":"ack","id":4}`)
		require.ErrorIs(t, <-r.done, remote.ErrLost)
		s.over()
	})
}

// The server is told regularly that the client is there, and left when it is
// silent itself.
func TestSilentServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		connect, next := by(t)
		a, err := remote.New(remote.Config{Connect: connect})
		require.NoError(t, err)
		run(t, a)
		s := next()
		s.hears(`{"type":"open"}`)
		s.says(`{"type":"opened","session":"s1"}`)
		start := time.Now()
		s.hears(`{"type":"listen"}`, `{"type":"ping"}`)
		require.Equal(t, 5*time.Second, time.Since(start))
		<-time.After(time.Second)
		s.says(`{"type":"pong"}`)
		s.hears(`{"type":"ping"}`, `{"type":"ping"}`, `{"type":"ping"}`)
		s.over()
		require.Equal(t, 21*time.Second, time.Since(start))
		s = next()
		s.hears(`{"type":"open","session":"s1"}`)
	})
}

// A server that does not keep to the protocol is left, and tried again.
func TestServerGoneMad(t *testing.T) {
	for name, mad := range map[string]func(*peer){
		"noise":          func(s *peer) { s.says(`beep`) },
		"not opened":     func(s *peer) { s.says(`{"type":"pong"}`) },
		"no session":     func(s *peer) { s.says(`{"type":"opened"}`) },
		"a long session": func(s *peer) { s.says(`{"type":"opened","session":"` + strings.Repeat("x", 1025) + `"}`) },
		"closing":        func(s *peer) { s.says(`{"type":"bye","error":"closing"}`) },
		"unknown reason": func(s *peer) { s.says(`{"type":"bye","error":"` + number + `"}`) },
		"no contact": func(s *peer) {
			s.says(`{"type":"opened","session":"s1"}`)
			s.hears(`{"type":"live","id":1}`)
			s.says(`{"type":"contact","id":1,"contact":{"legs":7}}`)
		},
		"too many contacts": func(s *peer) {
			s.says(`{"type":"opened","session":"s1"}`)
			s.hears(`{"type":"live","id":1}`)
			s.says(strings.TrimSuffix(strings.Repeat(`{"type":"contact","id":1,"contact":{}}`+"\n", 1<<17), "\n"))
			_, _ = s.conn.Write([]byte(`{"type":"contact","id":1,"contact":{}}` + "\n"))
		},
		"too many events": func(s *peer) {
			s.says(`{"type":"opened","session":"s1"}`)
			s.hears(`{"type":"listen"}`, `{"type":"live","id":1}`)
			for id := range 257 {
				s.says(fmt.Sprintf(`{"type":"event","id":%d,"event":{"call":"c1","kind":"on-hook"}}`, id+1))
			}
		},
		"an endless line": func(s *peer) { _, _ = io.Copy(s.conn, strings.NewReader(strings.Repeat(" ", 1<<17))) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				connect, next := by(t)
				a, err := remote.New(remote.Config{Connect: connect})
				require.NoError(t, err)
				if name == "too many events" {
					run(t, a, func(telephony.Event) error { return errBusy })
					synctest.Wait()
				}
				n := make(chan int, 1)
				go func() {
					count := 0
					for _, err := range a.Live(t.Context()) {
						require.NoError(t, err)
						count++
					}
					n <- count
				}()
				s, start := next(), time.Now()
				s.hears(`{"type":"open"}`)
				mad(s)
				s = next()
				require.Less(t, time.Since(start), time.Second) // it did not wait for silence
				s.hears(`{"type":"open…}`)
				s.says(`{"type":"opened","session":"s1"}`)
				if name == "too many events" {
					s.hears(`{"type":"listen"}`)
				}
				s.hears(`{"type":"live","id":1}`)
				s.says(`{"type":"contact","id":1,"contact":{"call":"c1"}}`, `{"type":"answer","id":1}`)
				require.Equal(t, 1, <-n)
			})
		})
	}
}

// What the sink takes while the next connection is being opened is acknowledged
// on it, if it is of the same session; in another its number is another's.
func TestTakenWhileOpening(t *testing.T) {
	for _, session := range []string{"s1", "s2"} {
		synctest.Test(t, func(t *testing.T) {
			connect, next := by(t)
			a, err := remote.New(remote.Config{Connect: connect})
			require.NoError(t, err)
			free := make(chan struct{})
			r := run(t, a, func(telephony.Event) error {
				<-free
				return nil
			})
			s := next()
			s.hears(`{"type":"open"}`)
			s.says(`{"type":"opened","session":"s1"}`)
			s.hears(`{"type":"listen"}`)
			s.says(`{"type":"event","id":1,"event":{"kind":"on-hook"}}`)
			done := make(chan error, 1)
			go func() { done <- a.Do(t.Context(), telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial}) }()
			const command = `{"type":"command","id":1,"command":{"call":"c1","op":1,"verb":"dial"}}`
			s.hears(command)
			s.conn.Close()
			s = next()
			s.hears(`{"type":"open","session":"s1"}`)
			close(free)
			synctest.Wait()
			s.says(`{"type":"opened","session":"` + session + `"}`)
			if session == "s1" {
				s.hears(`{"type":"ack","id":1}`, `{"type":"listen"}`, command)
				return
			}
			s.hears(command)
			require.ErrorIs(t, <-r.done, remote.ErrLost)
			s.says(`{"type":"answer","id":1}`) // over the same connection: it never brought events
			require.NoError(t, <-done)
			s.over()
		})
	}
}

// Run does not wait for long for a server that does not read.
func TestRunEndsWithoutAReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		connect, next := by(t)
		a, err := remote.New(remote.Config{Connect: connect})
		require.NoError(t, err)
		r := run(t, a)
		s := next()
		s.hears(`{"type":"open"}`)
		s.says(`{"type":"opened","session":"s1"}`)
		s.hears(`{"type":"listen"}`)
		s.says(`{"type":"event","id":1,"event":{"kind":"on-hook"}}`)
		synctest.Wait()
		start := time.Now()
		require.ErrorIs(t, r.end(), context.Canceled)
		require.Equal(t, time.Second, time.Since(start))
	})
}
