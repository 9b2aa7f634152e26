package callcontrol

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// reconcile asks the switch what is really there, and settles what differs from
// the records. It runs before the adapter does, so that what the adapter has
// kept meanwhile comes behind it. What the switch says wins:
//
//	a leg of ours that it does not have, and that was rung or up    it has gone; but first it may say why
//	a leg that rings or is up there, and is not so far here         so it is
//	what is held on a device                                        so it is
//	who talks, what is recorded                                     so it is; but where an order about it has not been
//	                                                                answered, it is given again, and its answer tells;
//	                                                                and where somebody has gone, that is told first
//	a leg that it was never told to ring                            its order is given again, as always
//	a leg there that we have let go, or never had                   left alone: the order to clear it is given again, as always
//	a contact that has ended here, and lives on there               it is cleared there
//	a contact that we do not know                                   left alone, and logged: its arrival is still to come
//
// Where the switch cannot say, contacts with anybody at a phone are uncertain, and
// shown so, until it says something about them.
//
// Each difference is told to the interaction as the fact that it is, so that
// everything follows from it that would have followed from the event; docs/RESTART.md says it at length.
func (c *Center) reconcile(ctx context.Context) {
	believed := map[telephony.CallID]believed{}
	for _, k := range c.calls.all() {
		k.read(func(r *record.Interaction) {
			b := believe(&r.Contact.State)
			for _, o := range r.Orders {
				b.arranging = b.arranging || o.Verb.Media() || o.Verb == telephony.Transfer || o.Verb == telephony.SingleStep
				switch o.Verb {
				case telephony.Hold, telephony.Retrieve, telephony.Alternate: // their answer does not say whether somebody is there
				default:
					b.ordered = append(b.ordered, o.Leg)
				}
				b.changing = b.changing || o.Verb == telephony.StartRecording || o.Verb == telephony.PauseRecording || o.Verb == telephony.ResumeRecording
			}
			believed[k.id] = b
		})
	}
	if len(believed) == 0 && c.table == nil {
		return
	}
	there, err := c.whatIsThere(ctx)
	for id, b := range believed {
		k, ok := c.calls.get(id)
		if !ok {
			continue
		}
		var gone []telephony.Leg
		var now []telephony.Event
		if err == nil {
			gone, now = b.differs(there[id])
		}
		for _, ev := range now {
			c.settle(k, ev)
		}
		if uncertain := err != nil && len(b.legs) > 0 || len(gone) > 0; k.uncertain.Swap(uncertain) != uncertain {
			c.show(k)
		}
		if len(gone) > 0 {
			k.mu.Lock()
			k.missing, k.missed = gone, c.now().Add(stillExpected)
			k.mu.Unlock()
			c.wakeAt(k, c.now().Add(stillExpected))
		}
		if b.ended && len(there[id].Legs) > 0 {
			if err := c.step(k, &input{kind: clearing}); err != nil {
				c.log.Warn(EventNotReconciled, "call", id, "event", telephony.NoEvent.String(), "error", err)
			}
		}
	}
}

// settle tells an interaction a difference as the fact that it is.
func (c *Center) settle(k *call, ev telephony.Event) {
	ev.Call = k.id
	c.metrics.add(Reconciled, Labels{Of: ev.Kind.String()})
	c.log.Info(EventReconciled, "call", k.id, "event", ev.Kind.String(), "leg", ev.Leg)
	if err := c.report(k, ev); err != nil {
		c.log.Warn(EventNotReconciled, "call", k.id, "event", ev.Kind.String(), "error", err)
	}
}

// stillExpected is for how long after a reconcile it is left to the switch to
// say why a leg is gone that it has no more: what it kept while nobody listened
// comes then, and knows the cause (CON-15, ANS-6).
const stillExpected = 2 * time.Second

// miss lets legs be gone of which the switch has said nothing more.
func (c *Center) miss(k *call) {
	k.mu.Lock()
	legs := k.missing
	if by := k.missed; len(legs) == 0 || by.After(c.now()) {
		k.mu.Unlock()
		if len(legs) > 0 {
			c.wakeAt(k, by)
		}
		return
	}
	k.missing = nil
	k.mu.Unlock()
	for _, leg := range legs {
		there := false
		k.read(func(r *record.Interaction) {
			b := believe(&r.Contact.State)
			there = slices.ContainsFunc(b.legs, func(l believedLeg) bool { return l.leg == leg })
		})
		if there {
			c.settle(k, telephony.Event{Kind: telephony.Gone, Leg: leg, Cause: telephony.Unknown})
		}
	}
	if k.uncertain.Swap(false) {
		c.show(k)
	}
}

// heardOf notes that the switch has spoken of a contact: it is not uncertain any
// more, and of the leg that it has named nothing is missing.
func (c *Center) heardOf(k *call, ev telephony.Event) {
	k.mu.Lock()
	if len(k.missing) > 0 && ev.Kind != telephony.Failed { // that something failed about a leg does not say that it is there
		k.missing = slices.DeleteFunc(slices.Clone(k.missing), func(l telephony.Leg) bool { return l == ev.Leg || ev.Talk.Has(l) })
	}
	certain := len(k.missing) == 0
	k.mu.Unlock()
	if certain && k.uncertain.Swap(false) {
		c.show(k)
	}
}

// whatIsThere asks the switch, a few times if it fails.
func (c *Center) whatIsThere(ctx context.Context) (map[telephony.CallID]telephony.Live, error) {
	ctx, cancel := context.WithTimeout(ctx, c.cfg.Limits.Patience)
	defer cancel()
	for tries := 1; ; tries++ {
		there := map[telephony.CallID]telephony.Live{}
		err := guard("the adapter", func() error {
			for one, err := range c.cfg.Adapter.Live(ctx) {
				if err != nil {
					return err
				}
				there[one.Call] = one
			}
			return nil
		})
		switch {
		case err == nil:
			for id := range there {
				if _, known := c.calls.get(id); !known {
					c.log.Warn(EventNobodys, "call", id)
				}
			}
			return there, nil
		case errors.Is(err, telephony.ErrUnsupported):
			return nil, err
		}
		c.log.Warn(EventLiveUnknown, "error", err)
		if tries == liveTries || !pause(ctx, 3*tries) {
			return nil, err
		}
	}
}

// liveTries is how often the switch is asked what is there before everything is
// uncertain.
const liveTries = 3

// show lets the desktops that an interaction concerns show it anew.
func (c *Center) show(k *call) {
	var agents seated
	k.read(func(r *record.Interaction) { agents.sit(&r.Contact) })
	agents.each(func(id agent.ID) {
		p, _ := c.presence(id)
		p.publish()
	})
}

// believed is what a record says of the switch.
type believed struct {
	legs      []believedLeg
	ended     bool
	talk      telephony.Legs
	accepted  bool
	recording telephony.Recording
	arranging bool            // an order that says who is to talk has not been answered
	changing  bool            // nor one about the recording
	ordered   []telephony.Leg // nor one about these legs
	digital   bool            // whoever is asked whether he wants it is none of the switch's business yet
}

type believedLeg struct {
	leg   telephony.Leg
	state telephony.LegState
	held  bool
}

func believe(s *interaction.State) believed {
	b := believed{digital: !s.Kind().Voice() || s.Kind() == interaction.Preview, ended: s.Phase() == interaction.Ended, talk: s.Hears(), accepted: s.Owner() != 0, recording: s.Recording()}
	for _, p := range []interaction.Party{s.Customer(), s.Owner(), s.Consulted(), s.Offered()} {
		if p != 0 && s.Leg(p) != telephony.LegGone && !slices.ContainsFunc(b.legs, func(l believedLeg) bool { return l.leg == p }) {
			b.legs = append(b.legs, believedLeg{p, s.Leg(p), s.HeldOnDevice(p)})
		}
	}
	return b
}

// differs are the facts that were missed, in the order in which they can be
// told, and the legs that are gone.
func (b *believed) differs(there telephony.Live) (gone []telephony.Leg, now []telephony.Event) {
	for _, l := range b.legs {
		i := slices.IndexFunc(there.Legs, func(x telephony.LiveLeg) bool { return x.Leg == l.leg })
		if i < 0 || there.Legs[i].State == telephony.LegGone {
			if l.state != telephony.LegDialled && !(b.digital && l.state != telephony.LegUp) && !slices.Contains(b.ordered, l.leg) {
				gone = append(gone, l.leg)
			}
			continue
		}
		x := there.Legs[i]
		switch {
		case x.State == telephony.LegUp && l.state != telephony.LegUp:
			now = append(now, telephony.Event{Kind: telephony.Answered, Leg: l.leg})
		case x.State == telephony.LegAlerting && l.state == telephony.LegDialled:
			now = append(now, telephony.Event{Kind: telephony.Alerting, Leg: l.leg})
		}
		switch {
		case x.Held && !l.held:
			now = append(now, telephony.Event{Kind: telephony.DeviceHeld, Leg: l.leg})
		case !x.Held && l.held:
			now = append(now, telephony.Event{Kind: telephony.DeviceRetrieved, Leg: l.leg})
		}
	}
	if b.accepted && len(there.Legs) > 0 {
		if there.Talk != b.talk && !b.arranging && len(gone) == 0 {
			now = append(now, telephony.Event{Kind: telephony.Arranged, Talk: there.Talk})
		}
		if there.Recording != b.recording && !b.changing {
			now = append(now, telephony.Event{Kind: telephony.Recorded, Recording: there.Recording})
		}
	}
	return gone, now
}
