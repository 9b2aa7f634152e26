package telephonytest

import (
	"errors"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// What Do returns (duty 6), what it refuses (duty 11), and numbers (duty 14).

var answerCases = []testCase{
	{"answers/before-people", 6, "Do returns while the phone still rings, also that of somebody outside", func(g *game) {
		c := g.talking()
		for i, to := range []telephony.Endpoint{g.agent(1), g.number()} {
			l := consulted + telephony.Leg(i)
			c.do(telephony.Command{Verb: telephony.Dial, Leg: l, To: to})
			c.never(6, "nobody has answered", answered(l))
			c.do(clears(l))
			c.tells(2, gone(l, telephony.NoCause))
		}
	}},
	{"answers/never-was", 6, "a command about a contact that never was is refused, or told to have failed, and does nothing", func(g *game) {
		c := &call{g: g, id: mint(), epoch: 1, owner: owner}
		for _, cmd := range []telephony.Command{connect, clears(owner), {Verb: telephony.Answer, Leg: owner}} {
			cmd, err := c.try(cmd)
			c.answered(cmd, err)
			c.silent(3, "there is no such contact", telephony.Arranged, telephony.Answered, telephony.Incoming)
		}
		c.really(9, "there is no such contact", func(l telephony.Live) bool { return l.Call == "" })
	}},
	{"answers/nowhere", 6, "a consultation call that comes to nothing leaves the customer as he was, or ends as a leg that has gone", func(g *game) {
		g.needs(telephony.CanConsult)
		nowhere := offer[Nowhere](g).Nowhere()
		c := g.talking()
		cmd, err := c.try(telephony.Command{Verb: telephony.ConsultationCall, Leg: consulted, To: nowhere})
		if !refused(err) {
			c.taken(cmd, err)
			i, ok := g.await(c.from, g.patience, func(e telephony.Event) bool {
				return e.Call == c.id && e.Leg == consulted && (e.Kind == telephony.Failed && e.Op == cmd.Op || e.Kind == telephony.Gone)
			})
			if !ok {
				g.broken(6, "it came to nothing, and in %v there was no Failed of its Op and no Gone, of its leg", g.patience)
			}
			if g.since(i)[0].Kind == telephony.Gone {
				c.really(6, "the consulted party has gone", func(l telephony.Live) bool { return stateOf(l, consulted) == telephony.LegGone })
				return
			}
		}
		g.listen()
		talk := telephony.LegsOf(customer)
		for _, e := range g.news(c.from) {
			if e.Call == c.id && e.Kind == telephony.Arranged {
				talk = e.Talk
			}
		}
		if talk != telephony.LegsOf(customer) {
			g.broken(6, "the consultation call was not carried out, and the customer was left on hold")
		}
		c.really(6, "the consultation call was not carried out", func(l telephony.Live) bool { return l.Talk == talk })
	}},
	{"numbers/as-given", 14, "a number is dialled sign for sign", func(g *game) {
		c := g.talking()
		to := g.number()
		c.do(telephony.Command{Verb: telephony.Dial, Leg: consulted, To: to})
		c.tells(3, alerting(consulted))
		if d, ok := g.people.(Dials); ok {
			var got string
			g.person("the line is asked what was dialled", func() (err error) {
				got, err = d.Dialled(c.id, consulted)
				return err
			})
			if got != to.Address {
				g.broken(14, "what was dialled is not what was given: %d signs, %d were given", len(got), len(to.Address))
			}
			return
		}
		all, can := g.live()
		if !can {
			g.skip("Live cannot tell, and the people of this line are no telephonytest.Dials")
		}
		for _, l := range all[c.id].Legs {
			if l.Leg == consulted && l.Endpoint != to {
				g.broken(14, "what was dialled is not what was given: %v", l.Endpoint)
			}
		}
	}},
	{"numbers/not-in-errors", 14, "an error that may be logged shows no whole number", func(g *game) {
		c := g.talking()
		to := g.number()
		c.epoch = 5
		c.talk(customer)
		c.epoch = 4
		for _, v := range []telephony.Verb{telephony.Dial, telephony.ConsultationCall, telephony.SingleStep, telephony.Verb(telephony.Verbs)} {
			if _, err := c.try(telephony.Command{Verb: v, Leg: consulted, To: to}); err != nil && strings.Contains(err.Error(), to.Address) {
				g.broken(14, "the error of %v names the whole number that was to be dialled", v)
			}
		}
	}},
}

var capabilityCases = []testCase{
	{"capabilities/constant", 11, "the capabilities are of the vocabulary, and the same before, in and after a call, and when Run does not run", func(g *game) {
		first := g.adapter.Capabilities()
		if first&^telephony.All != 0 {
			g.broken(11, "no such capabilities: %#x", uint16(first&^telephony.All))
		}
		same := func(when string) {
			if now := g.adapter.Capabilities(); now != first {
				g.broken(11, "the capabilities were %v, and are %v %s", first, now, when)
			}
		}
		c := g.talking()
		same("in a call")
		c.do(clearAll)
		c.tells(2, gone(customer, telephony.NoCause))
		same("after a call")
		g.halt()
		same("when Run does not run")
		g.run()
	}},
	{"capabilities/left-out", 11, "what the capabilities leave out is refused as unsupported, and nothing comes of it", func(g *game) {
		if g.can(telephony.All) {
			g.skip("the adapter's capabilities leave out nothing")
		}
		c := g.talking()
		for v := range telephony.Verb(telephony.Verbs) {
			if !g.can(v.Needs()) {
				c.unsupported(telephony.Command{Verb: v, Leg: consulted, To: g.agent(1), Digits: "1", On: true})
			}
		}
		c.stays(customer, owner)
	}},
	{"capabilities/unknown-verb", 11, "a verb that is not of the adapter's time is refused as unsupported", func(g *game) {
		c := g.talking()
		c.unsupported(telephony.Command{Verb: telephony.Verb(telephony.Verbs), Leg: consulted, To: g.agent(1)})
		c.unsupported(telephony.Command{Verb: 255, Leg: customer})
		c.stays(customer, owner)
	}},
}

// unsupported gives a command that the adapter cannot carry out.
func (c *call) unsupported(cmd telephony.Command) {
	cmd, err := c.try(cmd)
	if !errors.Is(err, telephony.ErrUnsupported) {
		c.g.broken(11, "%v cannot be done, and Do returned: %v", cmd.Verb, err)
	}
	c.silent(6, "it is unsupported", telephony.Alerting, telephony.Answered, telephony.Gone, telephony.Arranged, telephony.Diverted,
		telephony.Recorded, telephony.Failed)
}
