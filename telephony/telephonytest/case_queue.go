package telephonytest

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// Consulting a queue (duty 15), and contacts that nobody rings for (duty 16).

var queueCases = []testCase{
	{"queues/consult", 15, "consulting a queue holds the customer and rings nobody; the agent who is found comes by a Dial with the same leg", func(g *game) {
		c := g.askingQueue()
		c.silent(15, "only a queue was asked", telephony.Alerting, telephony.Answered)
		c.rings(consulted, g.agent(1))
		c.picksUp(consulted)
		c.talk(consulted)
		c.stays(customer, owner)
	}},
	{"queues/taken-back", 15, "a queue that was consulted in vain is cleared as a leg is", func(g *game) {
		c := g.askingQueue()
		cmd := c.do(telephony.Command{Verb: telephony.Reconnect, Leg: consulted, Talk: telephony.LegsOf(customer)})
		c.tells(2, by(cmd, gone(consulted, telephony.NoCause)))
		c.tells(3, by(cmd, arranged(customer)))
		c.stays(customer, owner)
	}},
	digital(telephony.ChatMedium),
	digital(telephony.EmailMedium),
	digital(telephony.SocialMedium),
	{"digital/left", 16, "a customer who leaves a chat is told of, and the agent goes by a Clear", func(g *game) {
		c := g.chatting(telephony.ChatMedium)
		c.hangsUp(customer, telephony.HungUp)
		c.tells(2, gone(customer, telephony.HungUp))
		c.tells(2, by(c.do(clears(owner)), gone(owner, telephony.NoCause)))
		c.once()
	}},
}

// askingQueue is a call of which the owner has consulted a queue.
func (g *game) askingQueue() *call {
	g.needs(telephony.CanConsult)
	c := g.talking()
	cmd := c.do(telephony.Command{Verb: telephony.ConsultationCall, Leg: consulted, To: g.contact(telephony.VoiceMedium).Arrived})
	c.tells(15, by(cmd, arranged()))
	return c
}

// digital is the case of one medium.
func digital(m telephony.Medium) testCase {
	return testCase{"digital/" + m.String(), 16, "it arrives, is answered by command, rings nobody, and ends", func(g *game) {
		c := g.chatting(m)
		c.from = 0
		c.silent(16, "nothing rings", telephony.Alerting)
		c.stays(customer, owner)
		c.do(clearAll)
		c.tells(2, gone(customer, telephony.NoCause))
		c.tells(2, gone(owner, telephony.NoCause))
		c.once()
	}}
}

// chatting is a digital contact that an agent has accepted.
func (g *game) chatting(m telephony.Medium) *call {
	c := g.comes(m)
	if e := c.tells(17, telephony.Event{Kind: telephony.Incoming, Leg: customer}); e.Contact.Medium != m {
		g.broken(16, "it is by %v, and reads: %v", m, e)
	}
	cmd := c.do(telephony.Command{Verb: telephony.Answer, Leg: owner})
	c.tells(16, by(cmd, answered(owner)))
	return c
}
