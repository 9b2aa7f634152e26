package telephonytest

import (
	"sync"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// What comes when: the order of one call's events (duty 1), and the first of
// them (duty 17).

var orderCases = []testCase{
	{"order/commands", 1, "a dozen commands given at once are told in the order in which they were given", func(g *game) {
		c := g.talking()
		var wants []telephony.Event
		for range 6 {
			if g.can(telephony.CanHold) {
				wants = append(wants, by(c.do(hold), arranged()))
			}
			wants = append(wants, by(c.do(connect), arranged(customer)))
		}
		c.order(1, wants...)
	}},
	{"order/people", 1, "an agent who answers and hangs up at once is told of in that order", func(g *game) {
		c := g.ringing()
		c.answers(owner)
		from := c.from
		c.hangsUp(owner, telephony.HungUp)
		c.from = from
		c.order(1, alerting(owner), answered(owner), gone(owner, telephony.HungUp))
	}},
	{"order/not-taken", 1, "an event that sink refuses is delivered again, before any later one of its call", func(g *game) {
		c := g.arrives()
		r := g.refusing(telephony.Alerting)
		c.do(telephony.Command{Verb: telephony.Dial, Leg: owner, To: g.agent(0)})
		r.meanwhile(func() { c.do(clears(owner)) })
		c.order(1, alerting(owner), gone(owner, telephony.Cancelled))
	}},
	{"order/not-taken-by-an-earlier-run", 1, "an event that sink refused when Run's context ended comes first when Run runs again", func(g *game) {
		c := g.arrives()
		refused := make(chan struct{})
		once := sync.OnceFunc(func() { close(refused) })
		g.judge(func(e telephony.Event) error {
			if e.Call != c.id {
				return nil
			}
			once()
			return errNotTaken
		})
		c.do(telephony.Command{Verb: telephony.Dial, Leg: owner, To: g.agent(0)})
		if _, in := within(refused, g.patience); !in {
			g.broken(3, "in %v nobody told that leg %d rings", g.patience, owner)
		}
		g.rerun()
		c.do(clears(owner))
		c.order(1, alerting(owner), gone(owner, telephony.Cancelled))
	}},
	{"arrivals/first", 17, "Incoming comes first, says who and where, and has an id of its own; nobody is rung for it", func(g *game) {
		a, b := g.comes(telephony.VoiceMedium), g.comes(telephony.VoiceMedium)
		if a.id == "" || a.id == b.id {
			g.broken(17, "two contacts have the ids %q and %q", a.id, b.id)
		}
		for _, c := range g.calls {
			c.from = 0
			e := c.tells(17, telephony.Event{Kind: telephony.Incoming, Leg: customer})
			switch arrived := e.Contact.Arrived; {
			case e.Op != 0:
				g.broken(3, "nobody asked for it, and it carries an Op: %v", e)
			case e.Contact.Medium != telephony.VoiceMedium || e.Contact.From.Kind != telephony.Customer || arrived.Address == "" ||
				arrived.Kind != telephony.Queue && arrived.Kind != telephony.EntryPoint:
				g.broken(17, "a call from a customer to a queue or an entry point arrived, and it reads: %v", e)
			}
			c.silent(17, "nobody was dialled", telephony.Alerting, telephony.Answered)
			c.begins()
		}
	}},
	{"arrivals/not-taken", 17, "until Incoming has been taken nothing else of the contact is told", func(g *game) {
		r := g.refusing(telephony.Incoming)
		c := g.comes(telephony.VoiceMedium)
		r.meanwhile(func() { c.hangsUp(customer, telephony.Abandoned) })
		c.order(17, telephony.Event{Kind: telephony.Incoming, Leg: customer}, gone(customer, telephony.Abandoned))
		c.begins()
	}},
}

// connect is a media command that needs no capability.
var connect = telephony.Command{Verb: telephony.Arrange, Talk: telephony.LegsOf(customer)}

// begins says that Incoming is the first event of the call.
func (c *call) begins() {
	if i, _ := c.g.find(0, func(e telephony.Event) bool { return e.Call == c.id }); c.g.since(i)[0].Kind != telephony.Incoming {
		c.g.broken(17, "the first of contact %s is: %v", c.id, c.g.since(i)[0])
	}
}

// rerun ends Run, runs it again, and takes everything from then on.
func (g *game) rerun() {
	g.halt()
	g.judge(nil)
	g.note("Run runs again")
	g.run()
}
