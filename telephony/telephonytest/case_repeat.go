package telephonytest

import (
	"errors"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// The same command once more (duty 4), commands of who has lost the contact
// (duty 5), and commands that ask for what is so already (duty 8).

var repeatCases = []testCase{
	{"repeats/dial", 4, "a Dial whose Op comes again, also under a newer epoch, rings nobody anew", func(g *game) {
		c := g.arrives()
		cmd := c.rings(owner, g.agent(0))
		c.repeated(cmd)
		c.hangsUp(owner, telephony.Declined)
		c.tells(2, gone(owner, telephony.Declined))
		c.repeated(cmd)
		c.notRung(4, "his ring was over, and the Dial came again", owner)
		c.epoch++
		cmd.Epoch = c.epoch
		c.repeated(cmd)
		c.notRung(4, "his ring was over, and the Dial came again under a newer epoch", owner)
	}},
	{"repeats/hold", 4, "a Hold whose Op comes again after a Retrieve holds nobody", func(g *game) {
		g.needs(telephony.CanHold)
		c := g.talking()
		cmd := c.do(hold)
		c.tells(3, arranged())
		c.tells(3, by(c.do(retrieve), arranged(customer)))
		c.repeated(cmd)
		c.really(4, "a Retrieve came after the Hold that was repeated", func(l telephony.Live) bool { return l.Talk == telephony.LegsOf(customer) })
	}},
	{"repeats/transfer", 4, "a Transfer whose Op comes again is taken, for it was carried out, and hands nothing on", func(g *game) {
		g.needs(telephony.CanTransfer)
		c := g.consulting()
		cmd := c.do(telephony.Command{Verb: telephony.Transfer, Leg: consulted})
		c.handedOver(cmd, consulted)
		c.repeated(cmd)
		c.stays(customer, consulted)
		c.once()
	}},
	{"repeats/another-call", 4, "the same Op of another call is another command", func(g *game) {
		a, b := g.ringing(), g.arrives()
		b.op = a.op - 1
		b.rings(owner, g.agent(1))
		a.op, b.op = 7, 7
		a.tells(4, by(a.do(clears(owner)), gone(owner, telephony.Cancelled)))
		b.tells(4, by(b.do(clears(owner)), gone(owner, telephony.Cancelled)))
	}},
	{"epochs/older", 5, "a command with an older epoch is refused and changes nothing; one with the same is taken", func(g *game) {
		c := g.talking()
		c.epoch = 5
		c.talk(customer)
		c.epoch = 4
		for _, cmd := range []telephony.Command{clears(owner), clearAll, {Verb: telephony.Dial, Leg: consulted, To: g.agent(1)}} {
			cmd, err := c.try(cmd)
			if !errors.Is(err, telephony.ErrRejected) {
				g.broken(5, "%v: its epoch is 4, one of 5 had been seen, and Do returned: %v", cmd.Verb, err)
			}
			c.silent(5, "the command was of an older epoch", telephony.Gone, telephony.Alerting, telephony.Failed)
		}
		c.stays(customer, owner)
		c.notRung(5, "the Dial was of an older epoch", consulted)
		c.epoch = 5
		c.talk(customer)
	}},
	{"epochs/another-call", 5, "the epochs of one call say nothing of another's", func(g *game) {
		a := g.arrives()
		a.epoch = 1 << 40
		a.rings(owner, g.agent(0))
		b := g.arrives()
		if _, err := b.try(telephony.Command{Verb: telephony.Dial, Leg: owner, To: g.agent(1)}); refused(err) {
			g.broken(5, "it is the first command of another call, and Do returned: %v", err)
		}
		b.tells(3, alerting(owner))
	}},
	{"no-toggles/hold", 8, "Hold of who is held holds, Retrieve of who talks retrieves, and each is told", func(g *game) {
		g.needs(telephony.CanHold)
		c := g.talking()
		c.tells(8, by(c.do(retrieve), arranged(customer)))
		c.tells(8, by(c.do(hold), arranged()))
		c.tells(8, by(c.do(hold), arranged()))
		c.really(8, "the customer was held twice", func(l telephony.Live) bool { return l.Talk == telephony.Legs{} })
		c.tells(8, by(c.do(retrieve), arranged(customer)))
		c.tells(8, by(c.do(retrieve), arranged(customer)))
		c.really(8, "the customer was retrieved twice", func(l telephony.Live) bool { return l.Talk == telephony.LegsOf(customer) })
	}},
	{"no-toggles/recording", 8, "what is recorded goes on being recorded, what is paused stays paused, and each is told", func(g *game) {
		g.needs(telephony.CanRecord | telephony.CanPauseRecording)
		c := g.talking()
		c.records(8, telephony.StartRecording, telephony.RecordingOn)
		c.records(8, telephony.StartRecording, telephony.RecordingOn)
		c.records(8, telephony.PauseRecording, telephony.Paused)
		c.records(8, telephony.PauseRecording, telephony.Paused)
		c.records(8, telephony.ResumeRecording, telephony.RecordingOn)
		c.records(8, telephony.ResumeRecording, telephony.RecordingOn)
	}},
	{"no-toggles/clear", 8, "Clear of a leg that has gone, and ClearCall of a call that is over, are taken", func(g *game) {
		c := g.ringing()
		c.tells(2, by(c.do(clears(owner)), gone(owner, telephony.Cancelled)))
		cmd, err := c.try(clears(owner))
		c.answered(cmd, err)
		c.do(clearAll)
		c.tells(2, gone(customer, telephony.NoCause))
		c.do(clearAll)
	}},
}

// repeated gives a command once more, as it was. To refuse it would say that
// it was certainly not carried out.
func (c *call) repeated(cmd telephony.Command) {
	if err := c.again(cmd); err != nil {
		c.g.broken(4, "%v (op %d) was carried out, came again, and Do returned: %v", cmd.Verb, cmd.Op, err)
	}
	c.g.listen()
	if i, ok := c.g.find(0, func(e telephony.Event) bool { return e.Call == c.id && e.Op == cmd.Op && e.Kind == telephony.Failed }); ok {
		c.g.broken(4, "%v (op %d) was carried out, came again, and the adapter tells: %v", cmd.Verb, cmd.Op, c.g.since(i)[0])
	}
}

// notRung says that nobody can pick up a leg.
func (c *call) notRung(d duty, what string, l telephony.Leg) {
	c.really(d, what, func(live telephony.Live) bool { return stateOf(live, l) == telephony.LegGone })
	c.from = c.g.now()
	if c.g.people.Answers(c.id, l) == nil {
		c.g.broken(d, "%s, and leg %d could be answered", what, l)
	}
	c.silent(d, what, telephony.Answered)
}
