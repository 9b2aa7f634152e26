package explore

import (
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// faulty is what a switch may do to its orders but carry them out.
func (x *walk) faulty(orders []telephony.Command) []move {
	var all []move
	if refusable(orders[0].Verb) {
		all = append(all, move{act: "the switch refuses what waits", fault: 1})
	}
	if forgettable(orders[0].Verb) {
		all = append(all, move{act: "the switch forgets what waits", fault: 1})
	}
	if !x.Swaps {
		return all
	}
	news := func(c telephony.Command) (n int) {
		telephony.Obey(c, func(telephony.Event) { n++ })
		return n
	}
	if news(orders[0]) > 1 {
		all = append(all, move{act: "the switch does what waits and tells it backwards", fault: 1, swap: true})
	}
	if len(orders) > 1 && news(orders[0]) > 0 && news(orders[1]) > 0 {
		all = append(all, move{act: "the switch does two orders and tells the second first", fault: 1, swap: true})
	}
	if len(orders) > 1 && refusable(orders[0].Verb) && news(orders[1]) > 0 {
		all = append(all, move{act: "the switch does the second order and then refuses the first", fault: 1, swap: true})
	}
	return all
}

// swaps are what people's phones do, told in the wrong order: answered before
// it rang, gone before it was answered.
func swaps(f *callflow.Floor) []move {
	var all []move
	for _, call := range f.Contacts() {
		c, _ := f.Contact(call)
		if !c.State.Kind().Voice() {
			continue
		}
		for _, p := range []interaction.Party{c.State.Customer(), c.State.Offered()} {
			switch c.State.Leg(p) {
			case telephony.LegDialled:
				all = append(all, move{act: name(c, p) + " answers", fault: 1, swap: true})
			case telephony.LegAlerting:
				all = append(all, move{act: name(c, p) + " hangs up\n" + name(c, p) + " answers", fault: 1, swap: true})
			}
		}
	}
	return all
}

// refusable are orders that a switch may refuse: wishes, and rings. Leavings
// and consequences are told again until they are done (OP-8).
func refusable(v telephony.Verb) bool {
	switch v {
	case telephony.Dial, telephony.ConsultationCall, telephony.Hold, telephony.Retrieve, telephony.Alternate,
		telephony.Conference, telephony.Transfer, telephony.SingleStep, telephony.StartRecording,
		telephony.PauseRecording, telephony.ResumeRecording, telephony.Answer:
		return true
	}
	return false
}

// forgettable are those whose outcome a switch may never tell; a consultation
// call that was taken is not among them, for it is sent again until it is.
func forgettable(v telephony.Verb) bool {
	return refusable(v) && v != telephony.ConsultationCall && v != telephony.Answer
}
