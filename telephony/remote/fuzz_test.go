package remote_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

// feed is a connection on which all that the peer ever says is known.
type feed struct {
	net.Conn // for the methods that nobody calls
	in       io.Reader
	closed   chan struct{}
	once     sync.Once
	mu       sync.Mutex
	out      bytes.Buffer
}

func newFeed(text string) *feed {
	return &feed{in: strings.NewReader(text), closed: make(chan struct{})}
}

func (f *feed) Read(b []byte) (int, error) { return f.in.Read(b) }

func (f *feed) Write(b []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.out.Write(b)
}

func (f *feed) Close() error {
	f.once.Do(func() { close(f.closed) })
	return nil
}

// said checks that this end keeps to the protocol, whatever the other does.
func (f *feed) said(t *testing.T) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for line := range strings.Lines(f.out.String()) {
		require.LessOrEqual(t, len(line), 1<<16)
		if strings.HasSuffix(line, "\n") {
			require.True(t, json.Valid([]byte(line)), line)
		}
	}
}

// Whatever a client says, the server does not panic, keeps to the protocol and
// comes to an end; and what reaches the adapter are commands.
func FuzzServer(f *testing.F) {
	for _, s := range []string{
		`{"type":"listen"}`, `{"type":"ack","id":1}`, `{"type":"cancel","id":1}`, `{"type":"ping","id":9}`, `{"type":"sing"}`,
		`{"type":"command","id":1,"command":{"call":"c1","op":1,"epoch":2,"verb":"dial","leg":2,"to":{"kind":"number","address":"+1"}}}`,
		`{"type":"command","id":2,"command":{"call":"c1","op":2,"verb":"hold","leg":1,"owner":2,"talk":[]}}`,
		`{"type":"live","id":3}` + "\n" + `{"type":"cancel","id":3}`, `{"type":"open","session":"x","taken":[1,2]}`, sayHello, "null", "", "{", "\x00",
	} {
		f.Add(sayHello + "\n" + sayOpen + "\n" + s + "\n")
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o, p := newObedient(), newPipes()
		o.truth = many(2)
		o.say(fact("c1", 1))
		s, err := remote.NewServer(o, remote.ServerConfig{})
		require.NoError(t, err)
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		served := make(chan error, 1)
		go func() { served <- s.Serve(ctx, p) }()
		conn := newFeed(text)
		p.conns <- conn
		<-conn.closed
		stop()
		require.ErrorIs(t, <-served, context.Canceled)
		conn.said(t)
		commands, _ := o.told()
		for _, c := range commands {
			_, err := json.Marshal(c)
			require.NoError(t, err)
		}
	})
}

// Whatever a server says, the client does not panic, keeps to the protocol, and
// tells its host events only.
func FuzzClient(f *testing.F) {
	const begun = `{"type":"welcome","version":1,"capabilities":"hold"}` + "\n" + `{"type":"opened","session":"s"}` + "\n"
	for _, s := range []string{
		`{"type":"event","id":1,"event":{"call":"c1","kind":"incoming","leg":1,"contact":{"medium":"chat","dnis":"1"}}}`,
		`{"type":"event","id":2,"event":{"call":"c1","kind":"gone","leg":1,"cause":"x"}}`, `{"type":"event","id":3}`,
		`{"type":"answer","id":1}`, `{"type":"answer","id":1,"error":"rejected","cause":"busy"}`, `{"type":"answer","id":2}`,
		`{"type":"contact","id":2,"contact":{"call":"c1","legs":[{"leg":1,"endpoint":{},"state":"up"}],"talk":[1],"recording":"on"}}`,
		`{"type":"pong","id":1}`, `{"type":"error","id":1,"error":"unknown-type"}`, `{"type":"bye","error":"replaced"}`, "null", "", "{", "\x00",
	} {
		f.Add(begun + s + "\n")
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		conn := newFeed(text)
		ctx, stop := context.WithTimeout(t.Context(), time.Minute)
		defer stop()
		var calls atomic.Int64
		a, err := remote.New(remote.Config{Capabilities: telephony.All, RetryMin: time.Microsecond, Connect: func(context.Context) (io.ReadWriteCloser, error) {
			if calls.Add(1) > 1 {
				stop()
				return nil, errors.New("that was all")
			}
			return conn, nil
		}})
		require.NoError(t, err)
		var all sync.WaitGroup
		all.Go(func() { _ = a.Do(ctx, telephony.Command{Call: "c1", Op: 1, Verb: telephony.Hold}) })
		all.Go(func() {
			for l, err := range a.Live(ctx) {
				require.True(t, err == nil || l.Call == "")
			}
		})
		_ = a.Run(ctx, func(e telephony.Event) error {
			_, err := json.Marshal(e)
			require.NoError(t, err)
			return nil
		})
		stop()
		all.Wait()
		conn.said(t)
	})
}
