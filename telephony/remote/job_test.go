package remote_test

import (
	"context"
	"fmt"
	"iter"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

// opened is a client by hand that has the switch.
func opened(t *testing.T, p *pipes) *peer {
	c := knock(t, p)
	c.says(sayHello)
	c.hears(`{"type":"welcome…}`)
	c.says(sayOpen)
	c.hears(isOpen)
	return c
}

func dials(id int) string {
	return fmt.Sprintf(`{"type":"command","id":%d,"command":{"call":"c1","op":%d,"verb":"dial","leg":%d}}`, id, id, id+1)
}

// forEver is a switch that never answers the first command.
func forEver() *obedient {
	o := newObedient()
	o.answer = func(ctx context.Context, c telephony.Command) error {
		if c.Op == 1 {
			<-ctx.Done()
			return ctx.Err()
		}
		return nil
	}
	return o
}

// A command that is cancelled before its turn is answered, and not carried out.
func TestCancelledBeforeItsTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, p := forEver(), newPipes()
		serve(t, o, p, remote.ServerConfig{})
		c := opened(t, p)
		c.says(dials(1), dials(2), dials(3), `{"type":"cancel","id":2}`, `{"type":"cancel","id":1}`)
		c.hears(`{"type":"answer","id":1,"error":"unknown"}`, `{"type":"answer","id":2,"error":"unknown"}`, `{"type":"answer","id":3}`)
		commands, _ := o.told()
		require.Len(t, commands, 1)
		require.Equal(t, telephony.Op(3), commands[0].Op)
	})
}

// What an older connection asked for ends when a newer one opens, also when
// nobody reads the older one any more.
func TestReplacedConnectionHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPipes()
		serve(t, forEver(), p, remote.ServerConfig{})
		old := opened(t, p)
		old.says(dials(1))
		start := time.Now()
		young := opened(t, p)
		young.says(dials(2))
		young.hears(`{"type":"answer","id":2}`)
		require.Zero(t, time.Since(start))
	})
}

// shy is a switch whose Live ends without a word when its context does.
type shy struct{ *obedient }

func (shy) Live(ctx context.Context) iter.Seq2[telephony.Live, error] {
	return func(func(telephony.Live, error) bool) { <-ctx.Done() }
}

// What was cut short does not look like all there is.
func TestLiveCutShort(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPipes()
		serve(t, shy{newObedient()}, p, remote.ServerConfig{})
		c := opened(t, p)
		c.says(`{"type":"live","id":1}`, `{"type":"cancel","id":1}`)
		c.hears(`{"type":"answer","id":1,"error":"unknown"}`)
	})
}

// When Serve ends it says so, and does not wait for the clients.
func TestServeEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, err := remote.NewServer(forEver(), remote.ServerConfig{})
		require.NoError(t, err)
		p := newPipes()
		stop := serving(t, s, p)
		c := opened(t, p)
		start := time.Now()
		go stop()
		c.hears(`{"type":"bye","error":"closing"}`)
		c.over()
		require.Zero(t, time.Since(start))
	})
}
