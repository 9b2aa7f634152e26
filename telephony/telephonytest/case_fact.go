package telephonytest

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// What each command brings about and how it is told (duty 3, and the table of
// package telephony).

var factCases = []testCase{
	{"facts/dial", 3, "a phone that is dialled rings and is answered, each told with its leg", func(g *game) {
		c := g.arrives()
		cmd := c.rings(owner, g.agent(0))
		c.tells(3, by(cmd, alerting(owner)))
		c.picksUp(owner)
		c.really(9, "the owner has answered", func(l telephony.Live) bool { return stateOf(l, owner) == telephony.LegUp })
	}},
	{"facts/placed", 3, "a contact that the host places begins with its first Dial; a number is dialled as an agent is", func(g *game) {
		c := &call{g: g, id: mint(), epoch: 1, owner: 1}
		g.calls = append(g.calls, c)
		c.rings(1, g.agent(0))
		c.picksUp(1)
		c.do(telephony.Command{Verb: telephony.Dial, Leg: 2, To: g.number()})
		c.reached(2)
		c.talk(2)
	}},
	{"facts/hold", 3, "on hold nobody talks with the owner, and then the customer does", func(g *game) {
		g.needs(telephony.CanHold)
		c := g.talking()
		c.tells(3, by(c.do(hold), arranged()))
		c.tells(3, by(c.do(retrieve), arranged(customer)))
		c.stays(customer, owner)
	}},
	{"facts/consultation", 3, "a consultation call holds the customer and rings, in one; its customer can be retrieved", func(g *game) {
		g.needs(telephony.CanConsult)
		c := g.talking()
		cmd := c.do(telephony.Command{Verb: telephony.ConsultationCall, Leg: consulted, To: g.agent(1)})
		c.tells(3, by(cmd, arranged()))
		c.tells(3, by(cmd, alerting(consulted)))
		c.picksUp(consulted)
		c.talk(consulted)
		if g.can(telephony.CanHold) {
			swap := telephony.Command{Verb: telephony.Alternate, Leg: customer, Talk: telephony.LegsOf(customer)}
			c.tells(3, by(c.do(swap), arranged(customer)))
			swap.Leg, swap.Talk = consulted, telephony.LegsOf(consulted)
			c.tells(3, by(c.do(swap), arranged(consulted)))
		}
		c.really(9, "the owner talks with the consulted party", func(l telephony.Live) bool { return l.Talk == telephony.LegsOf(consulted) })
	}},
	{"facts/conference", 3, "in a conference the whole set is told, and a hold in it takes one away", func(g *game) {
		g.needs(telephony.CanConference)
		c := g.consulting()
		all := telephony.LegsOf(customer, consulted)
		c.tells(3, by(c.do(telephony.Command{Verb: telephony.Conference, Talk: all}), arranged(customer, consulted)))
		c.talk(consulted)
		c.talk(customer, consulted)
	}},
	{"facts/answer", 3, "a softphone is answered by command", func(g *game) {
		g.needs(telephony.CanAnswer)
		c := g.ringing()
		cmd := c.do(telephony.Command{Verb: telephony.Answer, Leg: owner})
		c.tells(3, by(cmd, answered(owner)))
	}},
	{"facts/unasked", 3, "an event that nobody asked for carries no Op, and every other one that was given", func(g *game) {
		c := g.talking()
		c.hangsUp(customer, telephony.HungUp)
		if e := c.tells(2, gone(customer, telephony.HungUp)); e.Op != 0 {
			g.broken(3, "nobody asked for it, and it carries an Op: %v", e)
		}
		for _, e := range g.since(0) {
			if e.Call == c.id && e.Op > c.op {
				g.broken(3, "no command had the Op of: %v", e)
			}
		}
	}},
	{"facts/turned-false", 3, "what has turned false before sink had time for it is told all the same, and what made it false behind it", func(g *game) {
		c := g.arrives()
		o := g.slow(telephony.Alerting)
		c.do(telephony.Command{Verb: telephony.Dial, Leg: owner, To: g.agent(0)})
		o.meanwhile(func() {
			c.answers(owner)
			c.hangsUp(owner, telephony.HungUp)
		})
		c.order(3, alerting(owner), answered(owner), gone(owner, telephony.HungUp))
	}},
	{"facts/hook", 3, "a receiver that is lifted outside of any call is told by its agent, and by no call", func(g *game) {
		g.needs(telephony.CanTellHook)
		hooks, agent := offer[Hooks](g), g.agent(0).Address
		g.person(agent+" lifts his receiver", func() error { return hooks.OffHook(agent) })
		phone := &call{g: g}
		phone.hook(telephony.OffHook, agent)
		g.person(agent+" puts it down", func() error { return hooks.OnHook(agent) })
		phone.hook(telephony.OnHook, agent)
	}},
	quiet("facts/mute", telephony.CanMute, telephony.Command{Verb: telephony.Mute, Leg: owner}, telephony.Command{Verb: telephony.Unmute, Leg: owner}),
	quiet("facts/digits", telephony.CanSendDigits, telephony.Command{Verb: telephony.SendDigits, Leg: owner, Digits: "12#"}),
	quiet("facts/noise", telephony.CanReduceNoise, telephony.Command{Verb: telephony.SetNoiseReduction, On: true},
		telephony.Command{Verb: telephony.SetNoiseReduction}),
}

// quiet is a case about commands that the answer of Do is all of.
func quiet(name string, can telephony.Capabilities, cmds ...telephony.Command) testCase {
	return testCase{name, 6, "it is taken, and no event says more", func(g *game) {
		g.needs(can)
		c := g.talking()
		for _, cmd := range cmds {
			c.do(cmd)
			c.silent(3, "nothing has changed that an event tells", telephony.Arranged, telephony.Gone, telephony.Failed, telephony.Recorded)
		}
		c.stays(customer, owner)
	}}
}

// number is the outside number that is there to be dialled.
func (g *game) number() telephony.Endpoint {
	n := g.people.Number()
	if n == "" {
		g.skip("the people of this line have no number to be dialled")
	}
	return telephony.Endpoint{Kind: telephony.DialNumber, Address: n}
}

// reached is an outside party who rings and answers.
func (c *call) reached(l telephony.Leg) {
	c.tells(3, alerting(l))
	c.picksUp(l)
}

// hook waits for an event of a phone.
func (c *call) hook(k telephony.EventKind, agent string) {
	fits := func(e telephony.Event) bool { return e.Kind == k && e.Device == agent && e.Call == "" && e.Leg == 0 }
	if _, ok := c.g.await(0, c.g.patience, fits); !ok {
		c.g.broken(3, "in %v nobody told that %s is %v, of no call", c.g.patience, agent, k)
	}
}
