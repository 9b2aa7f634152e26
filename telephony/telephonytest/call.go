package telephonytest

import (
	"errors"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// call is one contact in a game, with the numbers that a host keeps for it.
type call struct {
	g     *game
	id    telephony.CallID
	op    telephony.Op // the last that was used
	epoch uint64
	owner telephony.Leg
	from  int                            // how much had been told before the last thing that was done
	about map[telephony.Op]telephony.Leg // which leg a command was to clear
}

// number gives a command the call, its next operation and its epoch.
func (c *call) number(cmd telephony.Command) telephony.Command {
	c.op++
	cmd.Call, cmd.Op, cmd.Epoch = c.id, c.op, c.epoch
	if cmd.Verb.Media() || cmd.Verb == telephony.Transfer || cmd.Verb == telephony.SingleStep {
		cmd.Owner = c.owner
	}
	return cmd
}

// try gives a command, whatever comes of it.
func (c *call) try(cmd telephony.Command) (telephony.Command, error) {
	cmd = c.number(cmd)
	c.from = c.g.now()
	if cmd.Verb == telephony.Clear || cmd.Verb == telephony.Reconnect {
		if c.about == nil {
			c.about = map[telephony.Op]telephony.Leg{}
		}
		c.about[cmd.Op] = cmd.Leg
	}
	return cmd, c.again(cmd)
}

// do gives a command that must be taken.
func (c *call) do(cmd telephony.Command) telephony.Command {
	cmd, err := c.try(cmd)
	c.taken(cmd, err)
	return cmd
}

// again gives a command as it is, until it is known what has become of it.
func (c *call) again(cmd telephony.Command) error {
	return c.g.insist(func() error {
		err := c.g.give(cmd)
		switch err {
		case errSink:
			c.g.broken(18, "%v: %v", cmd.Verb, err)
		case errStuck:
			c.g.broken(10, "%v: %v", cmd.Verb, err)
		case errWaits:
			c.g.broken(6, "%v: %v", cmd.Verb, err)
		}
		return err
	})
}

// insist gives a command once more as long as nobody knows what has become of
// it, as a host does (duty 6).
func (g *game) insist(do func() error) error {
	until := time.Now().Add(g.patience)
	for {
		err := do()
		if err == nil || refused(err) || g.life.Err() != nil || !time.Now().Before(until) {
			return err
		}
		time.Sleep(g.patience / 100)
	}
}

func refused(err error) bool {
	return errors.Is(err, telephony.ErrRejected) || errors.Is(err, telephony.ErrUnsupported)
}

// taken says that a command must have been.
func (c *call) taken(cmd telephony.Command, err error) {
	switch {
	case errors.Is(err, telephony.ErrUnsupported):
		c.g.broken(11, "%v is unsupported, and the capabilities do not say so", cmd.Verb)
	case err != nil:
		c.g.broken(6, "%v was not taken: %v", cmd.Verb, err)
	}
}

// answered says that a command has been: refused at once, or by an event with
// its operation.
func (c *call) answered(cmd telephony.Command, err error) {
	if refused(err) {
		return
	}
	c.taken(cmd, err)
	if _, ok := c.g.await(0, c.g.patience, func(e telephony.Event) bool { return e.Call == c.id && e.Op == cmd.Op }); !ok {
		c.g.broken(6, "%v (op %d) was taken, and in %v no event with its Op has told what came of it", cmd.Verb, cmd.Op, c.g.patience)
	}
}

// fits reports whether an event is the one that is wanted: of this call, the
// kind, the leg and what the kind is about; cause and operation where they are
// named.
func (c *call) fits(want telephony.Event) func(telephony.Event) bool {
	return func(e telephony.Event) bool {
		return e.Call == c.id && e.Kind == want.Kind && e.Leg == want.Leg && e.Talk == want.Talk && e.Recording == want.Recording &&
			(want.Cause == telephony.NoCause || e.Cause == want.Cause) && (want.Op == 0 || e.Op == want.Op)
	}
}

// tells waits for an event that must come of the last thing that was done.
func (c *call) tells(d duty, want telephony.Event) telephony.Event {
	want.Call = c.id
	from := c.from
	if want.Kind == telephony.Gone && want.Op == 0 { // a leg goes once: it may have gone before it was asked to
		from = 0
	}
	i, ok := c.g.await(from, c.g.patience, c.fits(want))
	if !ok {
		c.g.broken(d, "in %v nobody told: %v", c.g.patience, want)
	}
	return c.g.since(i)[0]
}

// never listens for an event that must not come.
func (c *call) never(d duty, what string, unwanted telephony.Event) {
	c.unheard(d, what, c.fits(unwanted))
}

// silent listens for kinds of event that must not come.
func (c *call) silent(d duty, what string, unwanted ...telephony.EventKind) {
	c.unheard(d, what, func(e telephony.Event) bool { return e.Call == c.id && slices.Contains(unwanted, e.Kind) })
}

func (c *call) unheard(d duty, what string, unwanted func(telephony.Event) bool) {
	c.g.listen()
	for _, e := range c.g.news(c.from) {
		if unwanted(e) {
			c.g.broken(d, "%s, and the adapter tells: %v", what, e)
		}
	}
}

// order says that events came one behind the other, each from where it first
// came.
func (c *call) order(d duty, wants ...telephony.Event) {
	last := -1
	for i, want := range wants {
		at, ok := c.g.await(0, c.g.patience, c.fits(want))
		want.Call = c.id
		if !ok {
			c.g.broken(d, "in %v nobody told: %v", c.g.patience, want)
		}
		if at < last {
			c.g.broken(d, "told before what happened before it (%v): %v", wants[i-1], want)
		}
		last = at
	}
}

// really compares with what Live says of the call, where it can tell.
func (c *call) really(d duty, what string, so func(telephony.Live) bool) {
	all, can := c.g.live()
	if !can {
		return
	}
	if l := all[c.id]; !so(l) {
		c.g.broken(d, "%s, and Live says: %+v", what, l)
	}
}

// The people of this call.

func (c *call) answers(l telephony.Leg) {
	c.from = c.g.now()
	c.g.person(say(c.id, "leg %d answers", l), func() error { return c.g.people.Answers(c.id, l) })
}

func (c *call) hangsUp(l telephony.Leg, why telephony.Cause) {
	c.from = c.g.now()
	c.g.person(say(c.id, "leg %d hangs up: %v", l, why), func() error { return c.g.people.HangsUp(c.id, l, why) })
}
