package telephonytest_test

import (
	"context"
	"iter"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

type seq = iter.Seq2[telephony.Live, error]

// Holds on the device, recordings, queues, and what is no call.
var brokenRest = []fault{
	{"a hold on the device is an arrangement", 12, behind(of(telephony.DeviceHeld), also(telephony.Arranged, 0)),
		"device-holds/told"},
	{"a hold on the device is not told", 12, drop(of(telephony.DeviceHeld)),
		"device-holds/told device-holds/ours"},
	{"a hold on the device changes who talks", 12, bent{live: func(_ *bent, all []telephony.Live) []telephony.Live {
		for i, l := range all {
			for _, x := range l.Legs {
				if x.Held {
					all[i].Talk = telephony.Legs{}
				}
			}
		}
		return all
	}}, "device-holds/told"},
	{"Retrieve lifts the hold on the device", 12, then(verb(telephony.Retrieve), func(b *bent, c telephony.Command) {
		var held bool
		b.room(c.Call, func(r *room) { held = r.legs[2].Held })
		if held {
			b.say(telephony.Event{Call: c.Call, Kind: telephony.DeviceRetrieved, Leg: 2})
		}
	}), "device-holds/ours"},
	{"who holds on the device is not held", 12, first(verb(telephony.Hold), func(r *room, c telephony.Command) bool { return !r.legs[2].Held }),
		"device-holds/ours"},

	{"a pause is not told", 13, instead(verb(telephony.PauseRecording), func(b *bent, c telephony.Command) error {
		b.room(c.Call, func(r *room) { r.Recording = telephony.Paused })
		return nil
	}), "recordings/told no-toggles/recording races/hang-up-in-flight races/just-gone recordings/pause-outlives " +
		"recordings/single-step recordings/queue"},
	{"a consultation ends the recording", 13, then(verb(telephony.ConsultationCall), func(b *bent, c telephony.Command) {
		b.say(telephony.Event{Call: c.Call, Kind: telephony.Recorded})
	}), "recordings/outlive recordings/pause-outlives"},
	{"a transfer ends the pause", 13, then(verb(telephony.Transfer), func(b *bent, c telephony.Command) {
		b.room(c.Call, func(r *room) {
			if r.Recording == telephony.Paused {
				r.Recording = telephony.RecordingOn
			}
		})
	}), "recordings/pause-outlives"},
	{"the end of a recording is not told", 13, drop(func(e telephony.Event) bool {
		return e.Kind == telephony.Recorded && e.Recording == telephony.NotRecording
	}), "recordings/single-step recordings/queue"},
	{"a recording outlives the return to the queue", 13, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		var was telephony.Recording
		b.room(c.Call, func(r *room) { was = r.Recording })
		err := b.foreign.Do(ctx, c)
		if c.Verb == telephony.SingleStep && c.Leg == 0 {
			b.room(c.Call, func(r *room) { r.Recording = was })
		}
		return err
	}}, "recordings/queue"},
	{"the next owner's recording is paused", 13, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		var sent bool
		b.room(c.Call, func(r *room) { sent = !r.there(2) && r.there(3) })
		if c.Verb == telephony.StartRecording && sent {
			c.Verb = telephony.PauseRecording
		}
		return b.foreign.Do(ctx, c)
	}}, "recordings/single-step recordings/queue"},

	{"a queue rings", 15, then(queue, func(b *bent, c telephony.Command) {
		b.say(telephony.Event{Call: c.Call, Kind: telephony.Alerting, Leg: c.Leg, Op: c.Op})
	}), "queues/consult"},
	{"a queue's greeting answers", 15, then(queue, func(b *bent, c telephony.Command) {
		b.say(telephony.Event{Call: c.Call, Kind: telephony.Answered, Leg: c.Leg})
	}), "queues/consult"},
	{"the agent who is found has no leg", 3, bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if queue(c) {
			b.room(c.Call, func(r *room) { r.legs[c.Leg] = telephony.LiveLeg{} })
		}
		return b.foreign.Do(ctx, c)
	}}, "queues/consult"},
	{"a queue is not left", 2, first(verb(telephony.Reconnect), func(r *room, c telephony.Command) bool { return r.there(c.Leg) }),
		"queues/taken-back races/reconnect-of-gone"},

	{"a chat rings", 16, before(func(e telephony.Event) bool { return e.Kind == telephony.Answered && e.Op == 1 }, also(telephony.Alerting, 2)),
		"digital/chat digital/email digital/social"},
	{"an e-mail is a call", 16, change(of(telephony.Incoming), func(e *telephony.Event) {
		if e.Contact.Medium == telephony.EmailMedium {
			e.Contact.Medium = telephony.VoiceMedium
		}
	}), "digital/email"},
	{"nobody can answer what does not ring", 16, first(verb(telephony.Answer), func(r *room, c telephony.Command) bool { return r.legs[c.Leg].Leg != 0 }),
		"digital/chat digital/email digital/social digital/left"},
	{"who leaves a chat is not told of", 2, bent{edit: func(b *bent, e telephony.Event) []telephony.Event {
		chat := false
		b.room(e.Call, func(r *room) { chat = r.done[1] && r.legs[2].Endpoint.Address == "" && r.there(2) })
		if e.Kind == telephony.Gone && e.Op == 0 && chat {
			return nil
		}
		return []telephony.Event{e}
	}}, "digital/left"},
}

// queue is a consultation of a queue.
func queue(c telephony.Command) bool {
	return c.Verb == telephony.ConsultationCall && c.To.Kind == telephony.Queue
}
