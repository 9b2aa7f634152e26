package telephonytest

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// Who leaves (duty 2), and how a call is handed over.

var departureCases = []testCase{
	{"departures/customer", 2, "the customer hangs up, and the call is cleared: each leg gets its Gone, once", func(g *game) {
		c := g.talking()
		c.hangsUp(customer, telephony.HungUp)
		c.tells(2, gone(customer, telephony.HungUp))
		c.do(clearAll)
		c.tells(2, gone(owner, telephony.NoCause))
		c.once()
	}},
	{"departures/owner", 2, "the owner puts his phone down", func(g *game) {
		c := g.talking()
		c.hangsUp(owner, telephony.HungUp)
		c.tells(2, gone(owner, telephony.HungUp))
		c.once()
	}},
	{"departures/declined", 2, "an agent who declines has gone; the customer waits on, and somebody else can be rung", func(g *game) {
		c := g.ringing()
		c.hangsUp(owner, telephony.Declined)
		c.tells(2, gone(owner, telephony.Declined))
		c.rings(consulted, g.agent(1))
		c.stays(customer)
		c.once()
	}},
	{"departures/clear", 2, "a ring that is taken back stops, and the customer waits on", func(g *game) {
		c := g.ringing()
		cmd := c.do(clears(owner))
		c.tells(2, by(cmd, gone(owner, telephony.Cancelled)))
		c.stays(customer)
	}},
	{"departures/clear-call", 2, "everybody goes after a ClearCall, also who only rings; who had gone before is not told of again", func(g *game) {
		c := g.asking()
		c.hangsUp(consulted, telephony.Declined)
		c.tells(2, gone(consulted, telephony.Declined))
		c.do(telephony.Command{Verb: telephony.ConsultationCall, Leg: third, To: g.agent(2)})
		c.tells(3, alerting(third))
		c.do(clearAll)
		for _, l := range []telephony.Leg{customer, owner, third} {
			c.tells(2, gone(l, telephony.NoCause))
		}
		c.once()
		c.really(9, "the call has been cleared", func(l telephony.Live) bool { return len(l.Legs) == 0 })
	}},
	{"departures/conference", 2, "who leaves a conference is told of, and the others go on", func(g *game) {
		c := g.conference()
		c.hangsUp(consulted, telephony.HungUp)
		c.tells(2, gone(consulted, telephony.HungUp))
		c.stays(customer, owner)
		c.talk(customer)
		c.once()
	}},
	{"departures/reconnect", 2, "Reconnect clears the consulted party and brings the customer back, in one", func(g *game) {
		c := g.consulting()
		cmd := c.do(telephony.Command{Verb: telephony.Reconnect, Leg: consulted, Talk: telephony.LegsOf(customer)})
		c.tells(2, by(cmd, gone(consulted, telephony.Cancelled)))
		c.tells(3, by(cmd, arranged(customer)))
		c.stays(customer, owner)
	}},
	{"departures/transfer", 2, "after a transfer to the consulted party the owner's leg is gone, and the call is his who was consulted", func(g *game) {
		g.needs(telephony.CanTransfer)
		c := g.consulting()
		cmd := c.do(telephony.Command{Verb: telephony.Transfer, Leg: consulted})
		c.handedOver(cmd, consulted)
		c.stays(customer, consulted)
		c.owner = consulted
		c.talk(customer)
		c.once()
	}},
	{"departures/transfer-from-hold", 2, "a transfer to the consulted party is possible while he is on hold", func(g *game) {
		g.needs(telephony.CanTransfer)
		c := g.consulting()
		c.talk(customer)
		c.handedOver(c.do(telephony.Command{Verb: telephony.Transfer, Leg: consulted}), consulted)
		c.stays(customer, consulted)
		c.owner = consulted
		c.talk(customer)
	}},
	{"departures/single-step", 2, "a blind transfer hands the call over, and the target rings and answers", func(g *game) {
		c := g.singleStep(consulted, g.agent)
		c.tells(3, alerting(consulted))
		c.picksUp(consulted)
		c.owner = consulted
		c.talk(customer)
		c.once()
	}},
	{"departures/single-step-declined", 2, "the target of a blind transfer declines", func(g *game) {
		c := g.singleStep(consulted, g.agent)
		c.tells(3, alerting(consulted))
		c.hangsUp(consulted, telephony.Declined)
		c.tells(2, gone(consulted, telephony.Declined))
		c.once()
	}},
	{"departures/single-step-queue", 2, "a blind transfer to a queue names no leg: the customer waits there, and an agent can be rung", func(g *game) {
		c := g.singleStep(0, func(int) telephony.Endpoint { return g.contact(telephony.VoiceMedium).Arrived })
		c.stays(customer)
		c.rings(consulted, g.agent(1))
		c.picksUp(consulted)
		c.once()
	}},
}

// singleStep is a call that the owner has handed to somebody unasked.
func (g *game) singleStep(l telephony.Leg, to func(int) telephony.Endpoint) *call {
	g.needs(telephony.CanSingleStep)
	c := g.talking()
	cmd := c.do(telephony.Command{Verb: telephony.SingleStep, Leg: l, To: to(1)})
	c.handedOver(cmd, l)
	return c
}

// handedOver says that the call has been handed over before its owner went.
func (c *call) handedOver(cmd telephony.Command, to telephony.Leg) {
	c.tells(3, by(cmd, diverted(to)))
	c.tells(2, gone(owner, telephony.Transferred))
	c.order(3, diverted(to), gone(owner, telephony.Transferred))
}

// stays says that legs have not gone.
func (c *call) stays(legs ...telephony.Leg) {
	c.from = 0
	for _, l := range legs {
		c.never(2, say(c.id, "leg %d has not gone", l), gone(l, telephony.NoCause))
		c.really(9, say(c.id, "leg %d is there", l), func(live telephony.Live) bool { return stateOf(live, l) != telephony.LegGone })
	}
}

// once says that no leg was told to have gone twice, for two causes. The same
// event once more does no harm (duty 1), and a Clear of who has gone is
// answered (duty 8).
func (c *call) once() {
	c.g.listen()
	causes := map[telephony.Leg]telephony.Cause{}
	for _, e := range c.g.since(0) {
		if e.Call != c.id || e.Kind != telephony.Gone || e.Op != 0 && c.about[e.Op] == e.Leg && causes[e.Leg] != telephony.NoCause {
			continue
		}
		switch why, known := causes[e.Leg]; {
		case e.Cause == telephony.NoCause:
			c.g.broken(2, "a leg has gone for no cause: %v", e)
		case known && why != e.Cause:
			c.g.broken(2, "leg %d had gone already (%v): %v", e.Leg, why, e)
		}
		causes[e.Leg] = e.Cause
	}
}

// stateOf is how far a leg is, by what Live says.
func stateOf(l telephony.Live, leg telephony.Leg) telephony.LegState {
	for _, x := range l.Legs {
		if x.Leg == leg {
			return x.State
		}
	}
	return telephony.LegGone
}
