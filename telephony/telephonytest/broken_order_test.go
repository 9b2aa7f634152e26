package telephonytest_test

import (
	"context"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// crossed picks a later event of the same call before an earlier one.
func crossed(earlier, later telephony.EventKind) func([]telephony.Event) int {
	return func(waiting []telephony.Event) int {
		for i, e := range waiting[1:] {
			if w := waiting[0]; w.Kind == earlier && e.Kind == later && w.Call == e.Call {
				return i + 1
			}
		}
		return 0
	}
}

// What comes in another order, twice as the first, or never.
var brokenOrder = []fault{
	{"the second of two arrangements first", 1, bent{pick: crossed(telephony.Arranged, telephony.Arranged)},
		"order/commands"},
	{"who has gone before who answered", 1, bent{pick: crossed(telephony.Answered, telephony.Gone)},
		"order/people facts/turned-false races/clear-of-answered races/clear-of-asked"},
	{"what was refused is lost", 1, bent{lost: func(*bent, telephony.Event) {}},
		"order/not-taken order/not-taken-by-an-earlier-run arrivals/not-taken"},
	{"what was refused comes last", 1, bent{lost: func(b *bent, e telephony.Event) { b.say(e) }},
		"order/not-taken arrivals/not-taken"},
	{"a new run forgets what waits", 1, bent{run: func(b *bent, ctx context.Context, sink sink) error {
		defer func() {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.events = nil
		}()
		return b.deliver(ctx, sink)
	}}, "order/not-taken-by-an-earlier-run"},
	{"an agent is rung unasked", 17, behind(func(e telephony.Event) bool {
		return e.Kind == telephony.Incoming && e.Contact.Medium == telephony.VoiceMedium
	}, also(telephony.Alerting, 9)), "arrivals/first"},
	{"the arrangement before the arrival", 17, before(of(telephony.Incoming), also(telephony.Arranged, 0)),
		"arrivals/first arrivals/not-taken"},
	{"two customers in one contact", 17, bent{come: func(b *bent, c telephony.Contact) (telephony.CallID, error) {
		_, err := b.foreign.Arrives(c)
		return "call 1", err
	}}, "arrivals/first repeats/another-call epochs/another-call live/contacts live/left-early concurrency/calls " +
		"concurrency/slow-sink"},
	{"nobody knows where it arrived", 17, change(of(telephony.Incoming), func(e *telephony.Event) { e.Contact.Arrived = telephony.Endpoint{} }),
		"arrivals/first"},
	{"an arrival answers a command", 3, change(of(telephony.Incoming), func(e *telephony.Event) { e.Op = 1 }),
		"arrivals/first"},
	{"the customer's hang-up is not told", 2, drop(gone(1, telephony.HungUp)),
		"departures/customer facts/unasked races/hang-up-in-flight races/just-gone endings/restart digital/left"},
	{"the owner's hang-up is not told", 2, drop(gone(2, telephony.HungUp)),
		"departures/owner order/people facts/turned-false endings/run"},
	{"the owner hangs up for no cause", 2, change(gone(2, telephony.HungUp), func(e *telephony.Event) { e.Cause = telephony.NoCause }),
		"departures/owner order/people facts/turned-false endings/run"},
	{"who declines has not answered", 2, change(of(telephony.Gone), func(e *telephony.Event) {
		if e.Cause == telephony.Declined {
			e.Cause = telephony.NoAnswer
		}
	}), "departures/declined departures/clear-call departures/single-step-declined repeats/dial races/answer-of-gone"},
	{"the customer goes with who declines", 2, behind(gone(2, telephony.Declined), also(telephony.Gone, 1)),
		"departures/declined races/answer-of-gone"},
	{"who rings outlives the call", 2, first(verb(telephony.ClearCall), func(r *room, _ telephony.Command) bool {
		for l, leg := range r.legs {
			if leg.State == telephony.LegAlerting {
				leg.State = telephony.LegGone
				r.legs[l] = leg
			}
		}
		return true
	}), "departures/clear-call live/contacts"},
	{"everybody who ever was goes with the call", 2, then(verb(telephony.ClearCall), func(b *bent, c telephony.Command) {
		var left []telephony.Leg
		b.room(c.Call, func(r *room) {
			for l := range r.legs {
				left = append(left, l)
			}
		})
		for _, l := range left {
			b.say(telephony.Event{Call: c.Call, Kind: telephony.Gone, Op: c.Op, Leg: l, Cause: telephony.Cancelled})
		}
	}), "departures/clear-call departures/customer races/hang-up-in-flight"},
	{"the customer is cleared with the ring", 2, behind(gone(2, telephony.Cancelled), also(telephony.Gone, 1)),
		"departures/clear departures/customer departures/clear-call races/clear-of-answered races/hang-up-in-flight " +
			"digital/chat digital/email digital/social digital/left"},
	{"a conference ends with one", 2, behind(gone(3, telephony.HungUp), also(telephony.Gone, 2)),
		"departures/conference races/reconnect-of-gone races/transfer-to-gone"},
	{"a reconnect clears and does no more", 3, untold(telephony.Reconnect, telephony.Arranged),
		"departures/reconnect queues/taken-back"},
	{"who is on hold cannot be given the call", 3, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		held := false
		b.room(c.Call, func(r *room) { held = c.Verb == telephony.Transfer && !r.Talk.Has(c.Leg) && r.there(c.Owner) })
		if held {
			b.say(telephony.Event{Call: c.Call, Kind: telephony.Failed, Leg: c.Leg, Op: c.Op, Cause: telephony.Refused})
			return nil
		}
		return b.foreign.Do(ctx, c)
	}}, "departures/transfer-from-hold"},
	{"the owner stays after a transfer", 2, drop(gone(2, telephony.Transferred)),
		"departures/transfer departures/transfer-from-hold departures/single-step departures/single-step-declined departures/single-step-queue " +
			"repeats/transfer recordings/outlive recordings/pause-outlives recordings/single-step recordings/queue"},
	{"the owner goes before he has handed over", 3, bent{pick: crossed(telephony.Diverted, telephony.Gone)},
		"departures/transfer departures/transfer-from-hold departures/single-step departures/single-step-declined departures/single-step-queue " +
			"repeats/transfer recordings/outlive recordings/pause-outlives recordings/single-step recordings/queue"},
	{"the target of a transfer is not rung", 3, untold(telephony.SingleStep, telephony.Alerting),
		"departures/single-step departures/single-step-declined recordings/single-step"},
	{"the target of a transfer is out of sight", 2, drop(gone(3, telephony.Declined)),
		"departures/single-step-declined departures/clear-call"},
	{"a queue has a leg", 3, change(of(telephony.Diverted), func(e *telephony.Event) {
		if e.Leg == 0 {
			e.Leg = 9
		}
	}),
		"departures/single-step-queue recordings/queue"},
	{"a queue takes the customer away", 2, then(verb(telephony.SingleStep), func(b *bent, c telephony.Command) {
		if c.Leg == 0 {
			b.say(telephony.Event{Call: c.Call, Kind: telephony.Gone, Leg: 1, Cause: telephony.Transferred})
		}
	}), "departures/single-step-queue recordings/queue"},
}
