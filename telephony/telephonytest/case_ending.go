package telephonytest

import (
	"context"
	"errors"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// What ends when a context does (duty 10), and what never does: a call.

var endingCases = []testCase{
	{"endings/run", 10, "Run returns when its context ends and tells nothing more; calls live on, and Run may run again", func(g *game) {
		c := g.ringing()
		g.halt()
		c.answers(owner)
		g.listen()
		if late := g.since(c.from); len(late) > 0 {
			g.broken(10, "Run had returned, and sink was called: %v", late[0])
		}
		g.note("Run runs again")
		g.run()
		g.listen()
		c.knows(owner)
		c.talk(customer)
		c.stays(customer, owner)
		c.hangsUp(owner, telephony.HungUp)
		c.tells(2, gone(owner, telephony.HungUp))
	}},
	{"endings/do", 10, "the end of the context of a Do that has returned ends no call", func(g *game) {
		c := g.arrives()
		life, end := context.WithCancel(context.Background())
		cmd := c.number(telephony.Command{Verb: telephony.Dial, Leg: owner, To: g.agent(0)})
		c.taken(cmd, g.insist(func() error { return g.adapter.Do(life, cmd) }))
		c.from = 0
		c.tells(3, alerting(owner))
		g.note("the context of Do ends")
		end()
		c.never(10, "only a context has ended", gone(owner, telephony.NoCause))
		c.picksUp(owner)
		c.talk(customer)
	}},
	{"endings/do-ended", 10, "a Do whose context has ended before returns soon, with the context's error or none, and may come again", func(g *game) {
		c := g.arrives()
		life, end := context.WithCancel(context.Background())
		end()
		cmd := c.number(telephony.Command{Verb: telephony.Dial, Leg: owner, To: g.agent(0)})
		done := make(chan error, 1)
		g.crew.Go(func() { done <- g.adapter.Do(life, cmd) })
		err, in := within(done, g.patience)
		switch {
		case !in:
			g.broken(10, "the context of Do had ended, and in %v it did not return", g.patience)
		case err != nil && !errors.Is(err, context.Canceled):
			g.broken(10, "the context of Do had ended, and Do returned: %v", err)
		}
		c.taken(cmd, c.again(cmd))
		c.tells(3, alerting(owner))
		c.picksUp(owner)
		c.stays(customer)
	}},
	{"endings/restart", 10, "an adapter that was restarted finds the calls as they were, and takes commands for them", func(g *game) {
		if g.line.Again == nil {
			g.skip("this line has no Again")
		}
		c := g.talking()
		g.halt()
		before := g.adapter.Capabilities()
		g.note("the adapter is restarted")
		g.adapter = g.line.Again()
		if now := g.adapter.Capabilities(); now != before {
			g.broken(11, "the capabilities were %v, and after a restart they are %v", before, now)
		}
		g.run()
		c.from = 0 // what is known of old is known
		c.knows(owner)
		c.epoch++
		c.talk(customer)
		c.rings(consulted, g.agent(1))
		c.picksUp(consulted)
		c.stays(customer, owner)
		c.hangsUp(customer, telephony.HungUp)
		c.tells(2, gone(customer, telephony.HungUp))
	}},
}

// knows says that it can be learnt that a leg is there: by Live, or by an event
// that comes late.
func (c *call) knows(l telephony.Leg) {
	if _, can := c.g.live(); !can {
		c.tells(10, answered(l))
		return
	}
	c.really(10, say(c.id, "leg %d is there", l), func(live telephony.Live) bool { return stateOf(live, l) == telephony.LegUp })
}
