package telephonytest

import (
	"sync"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Several goroutines at once (duty 18). The race detector makes these cases
// sharper.

var concurrencyCases = []testCase{
	{"concurrency/calls", 18, "commands of three calls given at the same time, beside Live and Capabilities, are each carried out", func(g *game) {
		const rings = 10
		type given struct {
			c   *call
			cmd telephony.Command
			err error
		}
		all := make(chan given, 3*2*rings)
		for i := range 3 {
			c, to := g.arrives(), g.agent(i)
			do := func(cmd telephony.Command) {
				cmd = c.number(cmd)
				all <- given{c, cmd, g.insist(func() error { return g.adapter.Do(g.life, cmd) })}
			}
			g.crew.Go(func() {
				for l := range telephony.Leg(rings) {
					do(telephony.Command{Verb: telephony.Dial, Leg: owner + l, To: to})
					do(clears(owner + l))
					g.adapter.Capabilities()
					for range g.adapter.Live(g.life) {
					}
				}
			})
		}
		done := make(chan struct{})
		go func() { g.crew.Wait(); close(done) }()
		if _, in := within(done, g.patience); !in {
			g.end()
			g.broken(18, "in %v they did not all return", g.patience)
		}
		close(all)
		for x := range all {
			x.c.answered(x.cmd, x.err)
		}
	}},
	{"concurrency/within-sink", 18, "Do, Live and Capabilities may be called from within sink", func(g *game) {
		c := g.arrives()
		var clear telephony.Command
		inside := make(chan error, 1)
		once := sync.OnceFunc(func() {
			g.adapter.Capabilities()
			for range g.adapter.Live(g.life) {
			}
			inside <- g.insist(func() error { return g.adapter.Do(g.life, clear) })
		})
		cmd := c.number(telephony.Command{Verb: telephony.Dial, Leg: owner, To: g.agent(0)})
		clear = c.number(clears(owner))
		g.judge(func(e telephony.Event) error {
			if e.Kind == telephony.Alerting {
				once()
			}
			return nil
		})
		c.taken(cmd, c.again(cmd))
		err, in := within(inside, g.patience)
		if !in {
			g.end()
			g.broken(18, "sink called the adapter, and in %v it did not return", g.patience)
		}
		c.taken(clear, err)
		c.order(18, alerting(owner), gone(owner, telephony.Cancelled))
	}},
	{"concurrency/slow-sink", 18, "while sink does not return, Do does, also for the same call, and nothing is lost", func(g *game) {
		a, b := g.arrives(), g.arrives()
		var given []telephony.Command
		o := g.slow(telephony.Alerting)
		a.do(telephony.Command{Verb: telephony.Dial, Leg: owner, To: g.agent(0)})
		o.meanwhile(func() {
			for l := range telephony.Leg(20) {
				if cmd, err := a.try(clears(owner + l)); !refused(err) {
					given = append(given, cmd)
				}
			}
			b.try(telephony.Command{Verb: telephony.Dial, Leg: owner, To: g.agent(1)})
			g.adapter.Capabilities()
			g.live()
		})
		a.order(18, alerting(owner), gone(owner, telephony.Cancelled))
		b.tells(18, alerting(owner))
		for _, cmd := range given {
			a.answered(cmd, nil)
		}
	}},
}
