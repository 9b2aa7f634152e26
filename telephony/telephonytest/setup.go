package telephonytest

import (
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// How far a call has come before a case begins. In each the customer is leg 1,
// the owner leg 2 and agent 0, the consulted party leg 3 and agent 1.

const (
	customer  telephony.Leg = 1
	owner     telephony.Leg = 2
	consulted telephony.Leg = 3
	third     telephony.Leg = 4
)

func say(id telephony.CallID, format string, args ...any) string {
	return string(id) + ": " + fmt.Sprintf(format, args...)
}

// The events that a case waits for.

func alerting(l telephony.Leg) telephony.Event {
	return telephony.Event{Kind: telephony.Alerting, Leg: l}
}
func answered(l telephony.Leg) telephony.Event {
	return telephony.Event{Kind: telephony.Answered, Leg: l}
}
func gone(l telephony.Leg, why telephony.Cause) telephony.Event {
	return telephony.Event{Kind: telephony.Gone, Leg: l, Cause: why}
}
func arranged(talk ...telephony.Leg) telephony.Event {
	return telephony.Event{Kind: telephony.Arranged, Talk: telephony.LegsOf(talk...)}
}
func diverted(to telephony.Leg) telephony.Event {
	return telephony.Event{Kind: telephony.Diverted, Leg: to}
}
func recorded(r telephony.Recording) telephony.Event {
	return telephony.Event{Kind: telephony.Recorded, Recording: r}
}

// by is an event that answers a command.
func by(cmd telephony.Command, e telephony.Event) telephony.Event {
	e.Op = cmd.Op
	return e
}

// contact is what arrives.
func (g *game) contact(m telephony.Medium) telephony.Contact {
	return telephony.Contact{Medium: m, From: telephony.Endpoint{Kind: telephony.Customer, Address: "+12015550143"},
		Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: g.people.Queue()}, DNIS: "18005550199"}
}

// comes lets a contact arrive, and waits for nothing.
func (g *game) comes(m telephony.Medium) *call {
	c := &call{g: g, epoch: 1, owner: owner, from: g.now()}
	g.person("a customer arrives: "+m.String(), func() (err error) {
		c.id, err = g.people.Arrives(g.contact(m))
		return err
	})
	g.calls = append(g.calls, c)
	return c
}

// arrives is a call that waits in its queue.
func (g *game) arrives() *call {
	c := g.comes(telephony.VoiceMedium)
	c.tells(17, telephony.Event{Kind: telephony.Incoming, Leg: customer})
	return c
}

// rings dials a leg, and waits until it rings.
func (c *call) rings(l telephony.Leg, to telephony.Endpoint) telephony.Command {
	cmd := c.do(telephony.Command{Verb: telephony.Dial, Leg: l, To: to})
	c.tells(3, alerting(l))
	return cmd
}

// picksUp answers a leg, and waits until that is told.
func (c *call) picksUp(l telephony.Leg) {
	c.answers(l)
	c.tells(3, answered(l))
}

// talk arranges who talks with the owner, and waits until it is so.
func (c *call) talk(legs ...telephony.Leg) telephony.Command {
	cmd := c.do(telephony.Command{Verb: telephony.Arrange, Talk: telephony.LegsOf(legs...)})
	c.tells(3, arranged(legs...))
	return cmd
}

// ringing is a call of which the owner's phone rings.
func (g *game) ringing() *call {
	c := g.arrives()
	c.rings(owner, g.agent(0))
	return c
}

// talking is a call that the owner has answered.
func (g *game) talking() *call {
	c := g.ringing()
	c.picksUp(owner)
	c.talk(customer)
	return c
}

// asking is a call with a consultation that rings.
func (g *game) asking() *call {
	g.needs(telephony.CanConsult)
	c := g.talking()
	c.do(telephony.Command{Verb: telephony.ConsultationCall, Leg: consulted, To: g.agent(1)})
	c.tells(3, arranged())
	c.tells(3, alerting(consulted))
	return c
}

// consulting is a call of which the owner talks with the consulted party.
func (g *game) consulting() *call {
	c := g.asking()
	c.picksUp(consulted)
	c.talk(consulted)
	return c
}

// conference is a call in which all three hear each other.
func (g *game) conference() *call {
	g.needs(telephony.CanConference)
	c := g.consulting()
	c.do(telephony.Command{Verb: telephony.Conference, Talk: telephony.LegsOf(customer, consulted)})
	c.tells(3, arranged(customer, consulted))
	return c
}

// Orders that several cases give.
var (
	hold     = telephony.Command{Verb: telephony.Hold, Leg: customer}
	retrieve = telephony.Command{Verb: telephony.Retrieve, Leg: customer, Talk: telephony.LegsOf(customer)}
	clearAll = telephony.Command{Verb: telephony.ClearCall}
)

func clears(l telephony.Leg) telephony.Command {
	return telephony.Command{Verb: telephony.Clear, Leg: l}
}
