package callcontrol

import (
	"context"
	"errors"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// reconcile asks the switch what is really there, and settles what differs from
// the records. It runs before the adapter does, so that what the adapter has
// kept meanwhile comes behind it. What the switch says wins:
//
//	a leg of ours that it does not have, and that was rung or up    it has gone
//	a leg that rings or is up there, and is not so far here         so it is
//	who talks, what is recorded, what is held on a device           so it is
//	a leg that it was never told to ring                            its order is given again, as always
//	a contact that we do not know                                   left alone, and logged
//
// Each difference is told to the interaction as the fact that it is, so that
// everything follows from it that would have followed from the event.
func (c *Center) reconcile(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, c.cfg.Limits.Patience)
	defer cancel()
	believed := map[telephony.CallID]believed{}
	for _, k := range c.calls.all() {
		k.read(func(r *record.Interaction) { believed[k.id] = believe(&r.Contact.State) })
	}
	var live []telephony.Live
	err := guard(func() error {
		for one, err := range c.cfg.Adapter.Live(ctx) {
			if err != nil {
				return err
			}
			live = append(live, one)
		}
		return nil
	})
	if err != nil {
		if !errors.Is(err, telephony.ErrUnsupported) {
			c.log.Warn("live contacts not known", "error", err)
		}
		return
	}
	there := map[telephony.CallID]telephony.Live{}
	for _, one := range live {
		there[one.Call] = one
		if _, known := c.calls.get(one.Call); !known {
			c.log.Warn("contact of nobody", "call", one.Call)
		}
	}
	for id, b := range believed {
		k, ok := c.calls.get(id)
		if !ok {
			continue
		}
		for _, ev := range b.differs(there[id]) {
			ev.Call = id
			if err := c.report(k, ev); err != nil {
				c.log.Warn("contact not reconciled", "call", id, "event", ev.Kind.String(), "error", err)
			}
		}
	}
}

// believed is what a record says of the switch.
type believed struct {
	legs      []believedLeg
	talk      telephony.Legs
	accepted  bool
	recording telephony.Recording
}

type believedLeg struct {
	leg   telephony.Leg
	state telephony.LegState
	held  bool
}

func believe(s *interaction.State) believed {
	b := believed{talk: s.Hears(), accepted: s.Owner() != 0, recording: s.Recording()}
	for _, p := range []interaction.Party{s.Customer(), s.Owner(), s.Consulted(), s.Offered()} {
		if p != 0 && s.Leg(p) != telephony.LegGone && !slices.ContainsFunc(b.legs, func(l believedLeg) bool { return l.leg == p }) {
			b.legs = append(b.legs, believedLeg{p, s.Leg(p), s.HeldOnDevice(p)})
		}
	}
	return b
}

// differs are the facts that were missed, in the order in which they can be
// told.
func (b *believed) differs(there telephony.Live) []telephony.Event {
	var gone, now []telephony.Event
	for _, l := range b.legs {
		i := slices.IndexFunc(there.Legs, func(x telephony.LiveLeg) bool { return x.Leg == l.leg })
		if i < 0 || there.Legs[i].State == telephony.LegGone {
			if l.state != telephony.LegDialled {
				gone = append(gone, telephony.Event{Kind: telephony.Gone, Leg: l.leg, Cause: telephony.Unknown})
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
		if there.Talk != b.talk {
			now = append(now, telephony.Event{Kind: telephony.Arranged, Talk: there.Talk})
		}
		if there.Recording != b.recording {
			now = append(now, telephony.Event{Kind: telephony.Recorded, Recording: there.Recording})
		}
	}
	return append(gone, now...)
}
