package telephonytest

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// What crosses on its way (duty 7).

var raceCases = []testCase{
	{"races/clear-of-answered", 7, "a Clear of a leg that is just being answered clears it", func(g *game) {
		c := g.ringing()
		c.answers(owner)
		c.do(clears(owner))
		c.tells(7, gone(owner, telephony.NoCause))
		c.notThere(owner)
		c.stays(customer)
	}},
	{"races/clear-of-asked", 7, "a Clear of a leg that an Answer was asked for clears it", func(g *game) {
		g.needs(telephony.CanAnswer)
		c := g.ringing()
		c.do(telephony.Command{Verb: telephony.Answer, Leg: owner})
		c.do(clears(owner))
		c.tells(7, gone(owner, telephony.NoCause))
		c.notThere(owner)
	}},
	{"races/answer-after-clear", 7, "who picks up after his ring was cleared is told of or not, and is not there in the end", func(g *game) {
		c := g.ringing()
		c.do(clears(owner))
		g.note("leg 2 answers, if it still can")
		_ = g.people.Answers(c.id, owner)
		c.tells(7, gone(owner, telephony.NoCause))
		c.notThere(owner)
	}},
	{"races/answer-of-gone", 7, "an Answer that crosses the agent's own refusal connects nobody", func(g *game) {
		g.needs(telephony.CanAnswer)
		c := g.ringing()
		c.hangsUp(owner, telephony.Declined)
		cmd, err := c.try(telephony.Command{Verb: telephony.Answer, Leg: owner})
		c.answered(cmd, err)
		c.tells(2, gone(owner, telephony.Declined))
		c.notThere(owner)
		c.stays(customer)
	}},
	{"races/dial-for-who-has-left", 7, "a Dial that crosses the customer's hang-up rings nobody for good", func(g *game) {
		c := g.arrives()
		c.hangsUp(customer, telephony.Abandoned)
		cmd, err := c.try(telephony.Command{Verb: telephony.Dial, Leg: owner, To: g.agent(0)})
		c.answered(cmd, err)
		c.do(clearAll)
		c.tells(2, gone(customer, telephony.Abandoned))
		c.notThere(owner)
	}},
	{"races/hang-up-in-flight", 7, "operations that cross the customer's hang-up are each answered, and he does not come back", func(g *game) {
		c := g.consulting()
		c.hangsUp(customer, telephony.HungUp)
		c.answerEach()
		c.tells(2, gone(customer, telephony.HungUp))
		c.do(clearAll)
		c.tells(2, gone(owner, telephony.NoCause))
		c.tells(2, gone(consulted, telephony.NoCause))
		c.once()
	}},
	{"races/just-gone", 7, "operations about who is known to have gone are each answered, and none says that he talks", func(g *game) {
		c := g.consulting()
		c.hangsUp(customer, telephony.HungUp)
		c.tells(2, gone(customer, telephony.HungUp))
		from := g.now()
		c.answerEach()
		g.listen()
		for _, e := range g.news(from) {
			if e.Call == c.id && e.Kind == telephony.Arranged && e.Talk.Has(customer) {
				g.broken(3, "the customer had gone before it was asked for: %v", e)
			}
		}
	}},
	{"races/transfer-to-gone", 7, "a Transfer that crosses the consulted party's hang-up hands the call to nobody", func(g *game) {
		g.needs(telephony.CanTransfer)
		c := g.consulting()
		c.hangsUp(consulted, telephony.HungUp)
		cmd, err := c.try(telephony.Command{Verb: telephony.Transfer, Leg: consulted})
		c.answered(cmd, err)
		c.tells(2, gone(consulted, telephony.HungUp))
		c.silent(7, "there was nobody to hand the call to", telephony.Diverted)
		c.stays(customer, owner)
		c.talk(customer)
	}},
	{"races/reconnect-of-gone", 7, "a Reconnect that crosses the consulted party's hang-up still brings the customer back, or is refused", func(g *game) {
		c := g.consulting()
		c.hangsUp(consulted, telephony.HungUp)
		cmd, err := c.try(telephony.Command{Verb: telephony.Reconnect, Leg: consulted, Talk: telephony.LegsOf(customer)})
		c.answered(cmd, err)
		c.tells(2, gone(consulted, telephony.NoCause))
		c.talk(customer)
		c.stays(customer, owner)
	}},
}

// answerEach gives one of every operation that is there for a consultation.
func (c *call) answerEach() {
	all := telephony.LegsOf(customer, consulted)
	for _, cmd := range []telephony.Command{
		{Verb: telephony.Alternate, Leg: customer, Talk: telephony.LegsOf(customer)},
		{Verb: telephony.Conference, Talk: all},
		{Verb: telephony.Arrange, Talk: telephony.LegsOf(customer)},
		hold,
		retrieve,
		clears(customer),
		{Verb: telephony.StartRecording},
		{Verb: telephony.PauseRecording},
	} {
		if c.g.can(cmd.Verb.Needs()) {
			cmd, err := c.try(cmd)
			c.answered(cmd, err)
		}
	}
}

// notThere says that a leg is over: it cannot be answered, and Live does not
// have it.
func (c *call) notThere(l telephony.Leg) { c.notRung(7, say(c.id, "leg %d has gone", l), l) }
