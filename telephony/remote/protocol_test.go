package remote_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

// peer speaks the protocol by hand, as a program in another language would.
type peer struct {
	t    *testing.T
	conn io.ReadWriteCloser
	in   *bufio.Reader
}

func newPeer(t *testing.T, c io.ReadWriteCloser) *peer {
	t.Cleanup(func() { c.Close() })
	return &peer{t, c, bufio.NewReader(c)}
}

// knock is a client of the server behind the pipes.
func knock(t *testing.T, p *pipes) *peer {
	c, err := p.Dial(t.Context())
	require.NoError(t, err)
	return newPeer(t, c)
}

func (p *peer) says(lines ...string) {
	p.t.Helper()
	for _, l := range lines {
		_, err := p.conn.Write([]byte(l + "\n"))
		require.NoError(p.t, err)
	}
}

// hears expects exactly these messages; a "…" in one stands for any text.
func (p *peer) hears(lines ...string) {
	p.t.Helper()
	for _, want := range lines {
		got, err := p.in.ReadString('\n')
		require.NoError(p.t, err, want)
		if head, tail, any := strings.Cut(want, "…"); any {
			require.True(p.t, strings.HasPrefix(got, head) && strings.HasSuffix(got, tail+"\n"), got)
			continue
		}
		require.Equal(p.t, want+"\n", got)
	}
}

// over expects the end of the connection.
func (p *peer) over() {
	p.t.Helper()
	rest, err := io.ReadAll(p.in)
	require.NoError(p.t, err)
	require.Empty(p.t, string(rest))
}

const (
	sayHello = `{"type":"hello","versions":[1]}`
	sayOpen  = `{"type":"open","session":""}`
	welcomed = `{"type":"welcome","version":1,"capabilities":"hold+consult"}`
	isOpen   = `{"type":"opened","session":"…"}`
)

// Each conversation is of a client by hand (>) with a Server (<).
func TestServerSpeaks(t *testing.T) {
	for name, talk := range map[string]string{
		"a call": `
			> {"type":"command","id":1,"command":{"call":"c1","op":1,"verb":"dial","leg":2}}
			< {"type":"answer","id":1}
			> {"type":"listen"}
			< {"type":"event","id":1,"event":{"call":"c1","kind":"alerting","leg":2,"op":1}}
			> {"type":"ack","id":1}
			> {"type":"ping","id":7}
			< {"type":"pong","id":7}
			> {"type":"listen"}
			> {"type":"ping"}
			< {"type":"pong"}`,
		"refusals": `
			> {"type":"command","id":1,"command":{"call":"c1","op":1,"verb":"mute","leg":2}}
			< {"type":"answer","id":1,"error":"unsupported"}
			> {"type":"command","id":2,"command":{"call":"c1","op":2,"verb":"send-digits","leg":2,"digits":"1"}}
			< {"type":"answer","id":2,"error":"rejected","cause":"limit-reached"}
			> {"type":"command","id":3,"command":{"call":"c1","op":3,"verb":"unmute","leg":2}}
			< {"type":"answer","id":3,"error":"rejected","cause":"unknown"}`,
		"a later version's command": `
			> {"type":"command","id":1,"command":{"call":"c1","op":1,"verb":"hologram","leg":2}}
			< {"type":"answer","id":1,"error":"unsupported"}
			> {"type":"command","id":2,"command":{"call":"c1","op":1,"verb":"dial","leg":2,"video":true}}
			< {"type":"answer","id":2,"error":"unsupported"}
			> {"type":"command","id":3}
			< {"type":"answer","id":3,"error":"unsupported"}
			> {"type":"listen"}
			> {"type":"ping"}
			< {"type":"pong"}`,
		"live": `
			> {"type":"live","id":1}
			< {"type":"contact","id":1,"contact":{"call":"c1","legs":[{"leg":1,"endpoint":{"kind":"customer","address":"x"},"state":"up","held":true}],"talk":[1],"recording":"paused"}}
			< {"type":"contact","id":1,"contact":{"call":"c2","legs":[],"talk":[],"recording":"off"}}
			< {"type":"answer","id":1}`,
		"fields and types of later versions": `
			> {"type":"ping","id":1,"mood":"good"}
			< {"type":"pong","id":1}
			> {"type":"sing","id":4}
			< {"type":"error","id":4,"error":"unknown-type"}
			> {"type":"cancel","id":99}
			> {"type":"ack","id":99}
			> {"type":"ping"}
			< {"type":"pong"}`,
		"an id twice": `
			> {"type":"command","id":1,"command":{"call":"c9","op":1,"verb":"dial","leg":2}}
			> {"type":"command","id":1,"command":{"call":"c9","op":2,"verb":"dial","leg":2}}
			< {"type":"bye","error":"order"}`,
		"opened twice":   "\n> " + sayOpen + "\n< " + `{"type":"bye","error":"order"}`,
		"greeted twice":  "\n> " + sayHello + "\n< " + `{"type":"bye","error":"order"}`,
		"no object":      "\n> null\n< " + `{"type":"bye","error":"malformed"}`,
		"no type":        "\n> {}\n< " + `{"type":"bye","error":"malformed"}`,
		"nothing":        "\n> \n< " + `{"type":"bye","error":"malformed"}`,
		"a negative id":  "\n> " + `{"type":"ack","id":-1}` + "\n< " + `{"type":"bye","error":"malformed"}`,
		"an endless one": "\n> " + `{"type":"ping","` + strings.Repeat("x", 1<<16) + "\n< " + `{"type":"bye","error":"malformed"}`,
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				o, p := switchForCallOn(), newPipes()
				o.can = telephony.CanHold | telephony.CanConsult
				o.truth[0].Legs = []telephony.LiveLeg{{Leg: 1, Endpoint: telephony.Endpoint{Kind: telephony.Customer, Address: "x"}, State: telephony.LegUp, Held: true}}
				o.truth[0].Recording = telephony.Paused
				o.truth[1].Recording = telephony.NotRecording
				o.answer = func(ctx context.Context, c telephony.Command) error {
					if c.Call == "c9" {
						<-ctx.Done()
					}
					return scripted(ctx, c)
				}
				serve(t, o, p, remote.ServerConfig{})
				c := knock(t, p)
				c.says(sayHello)
				c.hears(welcomed)
				c.says(sayOpen)
				c.hears(isOpen)
				said := ""
				for line := range strings.SplitSeq(talk, "\n") {
					said = strings.TrimLeft(line, "\t")
					if text, ok := strings.CutPrefix(said, "> "); ok {
						go func() { _, _ = c.conn.Write([]byte(text + "\n")) }() // who says too much is not read to the end
						synctest.Wait()
					} else if text, ok := strings.CutPrefix(said, "< "); ok {
						c.hears(text)
					}
				}
				if strings.Contains(said, "bye") {
					c.over()
				}
			})
		})
	}
}

// Who does not begin with a hello, or has no right to, is sent away.
func TestServerRefuses(t *testing.T) {
	for said, want := range map[string]string{
		sayOpen:           "order",
		`{"type":"ping"}`: "order",
		`{"type":"hello","versions":[1],"token":"wrong"}`:   "token",
		`{"type":"hello","versions":[1]}`:                   "token",
		`{"type":"hello","versions":[2,3],"token":"right"}`: "version",
		`{"type":"hello","token":"right"}`:                  "version",
		`hello`:                                             "malformed",
	} {
		synctest.Test(t, func(t *testing.T) {
			p := newPipes()
			serve(t, newObedient(), p, remote.ServerConfig{Token: "right"})
			c := knock(t, p)
			c.says(said)
			c.hears(fmt.Sprintf(`{"type":"bye","error":%q}`, want))
			c.over()
		})
	}
	synctest.Test(t, func(t *testing.T) {
		p := newPipes()
		serve(t, newObedient(), p, remote.ServerConfig{Token: "right"})
		c := knock(t, p)
		c.says(`{"type":"hello","versions":[1,2,3],"token":"right"}`)
		c.hears(`{"type":"welcome","version":1,"capabilities":"…"}`)
		for _, early := range []string{`{"type":"listen"}`, `{"type":"command","id":1}`, `{"type":"live","id":1}`} {
			c := knock(t, p)
			c.says(`{"type":"hello","versions":[1],"token":"right"}`)
			c.hears(`{"type":"welcome","version":1,"capabilities":"…"}`)
			c.says(early)
			c.hears(`{"type":"bye","error":"order"}`)
			c.over()
		}
	})
}

// What arrives on a connection that was replaced is not carried out: it may be
// older than what the newer one said.
func TestReplacedConnectionIsDeaf(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		o.can = telephony.CanHold | telephony.CanConsult
		serve(t, o, p, remote.ServerConfig{})
		old, young := knock(t, p), knock(t, p)
		for _, c := range []*peer{old, young} {
			c.says(sayHello)
			c.hears(welcomed)
			c.says(sayOpen)
			c.hears(isOpen)
		}
		go func() {
			_, _ = old.conn.Write([]byte(sayOpen + "\n" + `{"type":"command","id":1,"command":{"call":"c1","op":1,"verb":"dial","leg":2}}` + "\n"))
		}()
		synctest.Wait()
		old.hears(`{"type":"bye","error":"replaced"}`)
		old.over()
		commands, _ := o.told()
		require.Empty(t, commands)
		young.says(`{"type":"command","id":1,"command":{"call":"c1","op":1,"verb":"dial","leg":2}}`)
		young.hears(`{"type":"answer","id":1}`)
	})
}

// The server sends no more than the window, and everything from the first that
// is not acknowledged when it is asked again.
func TestWindow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		o.can = telephony.CanHold | telephony.CanConsult
		serve(t, o, p, remote.ServerConfig{})
		for leg := range telephony.Leg(300) {
			o.say(fact("c1", leg+1))
		}
		c := knock(t, p)
		c.says(sayHello)
		c.hears(welcomed)
		c.says(sayOpen)
		c.hears(isOpen)
		told := func(id int) string {
			return fmt.Sprintf(`{"type":"event","id":%d,"event":{"call":"c1","kind":"answered","leg":%d}}`, id, id)
		}
		c.says(`{"type":"listen"}`)
		for id := range 256 {
			c.hears(told(id + 1))
		}
		c.says(`{"type":"ping"}`)
		c.hears(`{"type":"pong"}`)
		c.says(`{"type":"ack","id":3}`)
		c.hears(told(257))
		c.says(`{"type":"ack","id":3}`, `{"type":"ping"}`)
		c.hears(`{"type":"pong"}`)
		c.says(`{"type":"ack","id":1}`)
		c.hears(told(258))
		c.says(`{"type":"listen"}`)
		c.hears(told(2), told(4))
		for id := 5; id <= 258; id++ {
			c.hears(told(id))
		}
		c.says(`{"type":"ping"}`)
		c.hears(`{"type":"pong"}`)
	})
}

// A client that is silent, or does not read, is gone after a while.
func TestSilentClient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPipes()
		serve(t, newObedient(), p, remote.ServerConfig{})
		c := knock(t, p)
		start := time.Now()
		c.over()
		require.Equal(t, 15*time.Second, time.Since(start))
	})
}

// What a client took, and could not say, it says when it opens again; ids of
// another session mean nothing.
func TestTakenWhenOpened(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		o.can = telephony.CanHold | telephony.CanConsult
		serve(t, o, p, remote.ServerConfig{})
		for leg := range telephony.Leg(4) {
			o.say(fact("c1", leg+1))
		}
		told := func(id int) string {
			return fmt.Sprintf(`{"type":"event","id":%d,"event":{"call":"c1","kind":"answered","leg":%d}}`, id, id)
		}
		c := knock(t, p)
		c.says(sayHello)
		c.hears(welcomed)
		c.says(`{"type":"open","session":"another","taken":[1,2]}`)
		text, err := c.in.ReadString('\n')
		require.NoError(t, err)
		c.says(`{"type":"listen"}`)
		c.hears(told(1), told(2), told(3), told(4))
		c = knock(t, p)
		c.says(sayHello)
		c.hears(welcomed)
		c.says(strings.Replace(strings.TrimSuffix(text, "}\n"), "opened", "open", 1) + `,"taken":[3,1,9]}`)
		c.hears(strings.TrimSuffix(text, "\n"))
		c.says(`{"type":"listen"}`)
		c.hears(told(2), told(4))
	})
}

// There is a bound to what one connection has done at a time, and to how many
// connections there are.
func TestBounds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		o.can = telephony.CanHold | telephony.CanConsult
		o.answer = slow
		serve(t, o, p, remote.ServerConfig{})
		c := knock(t, p)
		c.says(sayHello)
		c.hears(welcomed)
		c.says(sayOpen)
		c.hears(isOpen)
		for id := range 4097 {
			c.says(fmt.Sprintf(`{"type":"command","id":%d,"command":{"call":"c%d","op":1,"verb":"hold"}}`, id+1, id))
		}
		c.hears(`{"type":"answer","id":4097,"error":"busy"}`)
		for range 4096 {
			c.hears(`{"type":"answer","id":…}`)
		}
		c.says(`{"type":"live","id":5000}`)
		c.hears(`{"type":"answer","id":5000}`)
		for range 63 {
			knock(t, p)
		}
		synctest.Wait()
		knock(t, p).over()
		c.says(`{"type":"ping"}`)
		c.hears(`{"type":"pong"}`)
	})
}

// The conversation in the package comment is what is really said.
func TestDocumentedConversation(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	synctest.Test(t, func(t *testing.T) {
		o, p := newObedient(), newPipes()
		o.can = telephony.CanHold | telephony.CanMute
		o.truth = []telephony.Live{{Call: "c1", Talk: telephony.LegsOf(1), Recording: telephony.RecordingOn, Legs: []telephony.LiveLeg{
			{Leg: 2, Endpoint: telephony.Endpoint{Kind: telephony.Agent, Address: "anna"}, State: telephony.LegUp}}}}
		o.say(fact("c1", 2))
		serve(t, o, p, remote.ServerConfig{Token: "open sesame"})
		c, said, heard := knock(t, p), 0, 0
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSuffix(line, "\n")
			if text, ok := strings.CutPrefix(line, "//\tC "); ok {
				c.says(text)
				said++
			} else if text, ok := strings.CutPrefix(line, "//\tS "); ok {
				c.hears(strings.Replace(text, "J3PX", "…", 1))
				heard++
			}
		}
		require.Equal(t, 7, said)
		require.Equal(t, 7, heard)
	})
}

// busy is a listener that fails a few times before each connection, as one does
// that is short of file handles.
type busy struct {
	*pipes
	fails, left int
	err         error
}

type passing struct{ error }

func (passing) Temporary() bool { return true }

func (b *busy) Accept() (net.Conn, error) {
	if b.left--; b.left >= 0 {
		return nil, b.err
	}
	b.left = b.fails
	return b.pipes.Accept()
}

// A listener that fails for a while is asked again; one that fails for good ends
// Serve.
func TestAcceptFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, l := newObedient(), &busy{pipes: newPipes(), fails: 12, left: 12, err: passing{errBusy}}
		serve(t, o, l, remote.ServerConfig{})
		a := dial(t, l.pipes)
		begun := time.Now()
		require.NoError(t, a.Do(t.Context(), telephony.Command{Call: "c1", Op: 1, Verb: telephony.Dial, Leg: 2}))
		require.Equal(t, 6395*time.Millisecond, time.Since(begun), "5, 10, 20 … 1280 ms, and no more than that")
	})
	synctest.Test(t, func(t *testing.T) {
		s, err := remote.NewServer(newObedient(), remote.ServerConfig{})
		require.NoError(t, err)
		require.ErrorIs(t, s.Serve(t.Context(), &busy{pipes: newPipes(), left: 1, err: errBusy}), errBusy)
	})
}
