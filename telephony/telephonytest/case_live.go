package telephonytest

import (
	"context"
	"errors"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// What is really there (duty 9).

var liveCases = []testCase{
	{"live/contacts", 9, "Live yields what waits, what rings and what talks, with legs, endpoints and states, and no more when it is over", func(g *game) {
		talking, ringing := g.talking(), g.arrives()
		ringing.rings(owner, g.agent(1))
		waiting := g.arrives()
		g.tellable()
		for what, want := range map[*call]telephony.Live{
			waiting: {Legs: []telephony.LiveLeg{{Leg: customer, State: telephony.LegUp}}},
			ringing: {Legs: []telephony.LiveLeg{{Leg: customer, State: telephony.LegUp},
				{Leg: owner, State: telephony.LegAlerting, Endpoint: g.agent(1)}}},
			talking: {Legs: []telephony.LiveLeg{{Leg: customer, State: telephony.LegUp},
				{Leg: owner, State: telephony.LegUp, Endpoint: g.agent(0)}}, Talk: telephony.LegsOf(customer)},
		} {
			what.really(9, say(what.id, "it has %d legs: %+v", len(want.Legs), want), func(l telephony.Live) bool { return like(l, want) })
		}
		for _, c := range g.calls {
			c.do(clearAll)
			c.tells(2, gone(customer, telephony.NoCause))
			if c != waiting {
				c.tells(2, gone(owner, telephony.NoCause))
			}
			c.really(9, "it has been cleared", func(l telephony.Live) bool { return l.Call == "" })
		}
	}},
	{"live/talk", 9, "Live knows of who is held, who has left, and what is recorded", func(g *game) {
		g.needs(telephony.CanConference)
		c := g.conference()
		g.tellable()
		both := telephony.LegsOf(customer, consulted)
		c.really(9, "the owner talks with both", func(l telephony.Live) bool { return l.Talk == both && len(l.Legs) == 3 })
		c.talk(consulted)
		c.really(9, "the customer is on hold", func(l telephony.Live) bool { return l.Talk == telephony.LegsOf(consulted) })
		c.hangsUp(consulted, telephony.HungUp)
		c.tells(2, gone(consulted, telephony.HungUp))
		c.really(9, "the consulted party has left", func(l telephony.Live) bool {
			return stateOf(l, consulted) == telephony.LegGone && !l.Talk.Has(consulted)
		})
	}},
	{"live/unable", 9, "an adapter that cannot tell yields ErrUnsupported, alone, each time", func(g *game) {
		if _, can := g.live(); can {
			g.skip("Live can tell")
		}
		g.talking()
		for range 2 {
			n := 0
			for l, err := range g.adapter.Live(context.Background()) {
				if n++; n > 1 || !errors.Is(err, telephony.ErrUnsupported) || l.Call != "" || len(l.Legs) > 0 {
					g.broken(9, "Live cannot tell, and yields as its no. %d: %+v, %v", n, l, err)
				}
			}
			if n == 0 {
				g.broken(9, "Live cannot tell, and yields nothing: as if there were no contacts")
			}
		}
	}},
	{"live/left-early", 9, "who has seen enough may leave the loop, and ask anew", func(g *game) {
		g.arrives()
		g.arrives()
		g.tellable()
		n := 0
		g.adapter.Live(g.life)(func(telephony.Live, error) bool { n++; return false })
		if n > 1 {
			g.broken(9, "Live goes on yielding to who has left the loop")
		}
		if all, _ := g.live(); len(all) != 2 {
			g.broken(9, "there are two contacts, and Live yields %d after a loop that was left early", len(all))
		}
	}},
}

// tellable skips the case of an adapter whose Live cannot tell.
func (g *game) tellable() {
	if _, can := g.live(); !can {
		g.skip("Live cannot tell what is there")
	}
}

// like compares what is there with what must be: the customer's endpoint is
// the adapter's business.
func like(got, want telephony.Live) bool {
	if len(got.Legs) != len(want.Legs) || got.Talk != want.Talk || got.Recording != want.Recording {
		return false
	}
	for _, w := range want.Legs {
		same := false
		for _, l := range got.Legs {
			same = same || l.Leg == w.Leg && l.State == w.State && l.Held == w.Held &&
				(l.Endpoint == w.Endpoint || w.Endpoint == telephony.Endpoint{})
		}
		if !same {
			return false
		}
	}
	return true
}
