package simulator_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// What a switch does with each verb on a call where it can be done: what Obey
// says, with its Op, and no more.
func TestItObeys(t *testing.T) {
	for v := telephony.NoVerb + 1; int(v) < telephony.Verbs; v++ {
		if v == telephony.ClearCall {
			continue // Obey knows no legs; see below
		}
		t.Run(v.String(), func(t *testing.T) {
			bubble(t, simulator.Config{}, func(b *bench) {
				b.consulting()
				c := telephony.Command{Call: "c1", Op: 9, Verb: v, Leg: 3, Owner: 2, Talk: talk(1)}
				switch v {
				case telephony.Dial, telephony.ConsultationCall, telephony.SingleStep:
					c.Leg, c.To = 4, agentAt("a3")
				case telephony.Conference:
					c.Talk = talk(1, 3)
				case telephony.PauseRecording, telephony.ResumeRecording:
					b.does(telephony.Command{Op: 8, Verb: telephony.StartRecording}, "recorded op 8 recording on")
				}
				var want []telephony.Event
				telephony.Obey(c, func(e telephony.Event) { want = append(want, e) })
				require.NoError(b.t, b.Do(t.Context(), c))
				require.Equal(b.t, want, b.events())
				is := b.Contacts()
				require.NoError(b.t, b.Do(t.Context(), c)) // sent again (duty 4)
				require.Equal(b.t, want, b.events())
				require.Equal(b.t, is, b.Contacts())
			})
		})
	}
}

// A call's whole life, and who really talks at each step.
func TestACallAsItReallyIs(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		b.consulting()
		b.does(telephony.Command{Verb: telephony.Alternate, Leg: 1, Owner: 2, Talk: talk(1)}, "arranged op 4 talk [1]")
		b.is("1 up, 2 up, 3 up; talk [1]; off")
		b.does(telephony.Command{Verb: telephony.Conference, Owner: 2, Talk: talk(1, 3)}, "arranged op 5 talk [1 3]")
		b.is("1 up, 2 up, 3 up; talk [1 3]; off")
		b.does(telephony.Command{Verb: telephony.Reconnect, Leg: 3, Owner: 2, Talk: talk(1)}, "gone op 6 leg 3 cause cancelled", "arranged op 6 talk [1]")
		b.is("1 up, 2 up; talk [1]; off")
		b.does(telephony.Command{Verb: telephony.Hold, Leg: 1, Owner: 2}, "arranged op 7 talk []")
		b.is("1 up, 2 up; talk []; off")
		b.does(telephony.Command{Verb: telephony.Retrieve, Leg: 1, Owner: 2, Talk: talk(1)}, "arranged op 8 talk [1]")
		b.does(telephony.Command{Verb: telephony.SingleStep, Leg: 4, Owner: 2, To: agentAt("a3")},
			"diverted op 9 leg 4", "gone op 9 leg 2 cause transferred", "alerting op 9 leg 4")
		b.is("1 up, 4 alerting; talk []; off")
		b.must(b.Answers("c1", 4), "answered leg 4")
		b.is("1 up, 4 up; talk [1]; off")
		b.does(telephony.Command{Verb: telephony.SingleStep, Owner: 4, To: queue}, "diverted op 10", "gone op 10 leg 4 cause transferred")
		b.is("1 up; talk []; off")
		b.does(telephony.Command{Verb: telephony.Dial, Leg: 5, To: agentAt("a1")}, "alerting op 11 leg 5")
		b.does(telephony.Command{Verb: telephony.ClearCall}, "gone op 12 leg 1 cause cancelled", "gone op 12 leg 5 cause cancelled")
		b.is("over")
	})
}

// Who owns the call once its owner has left, and who talks then.
func TestWhoHasTheCallThen(t *testing.T) {
	conference := telephony.Command{Verb: telephony.Conference, Owner: 2, Talk: talk(1, 3)}
	for name, tc := range map[string]struct {
		order telephony.Command
		then  func(*bench)
		is    string
	}{
		"transfer, from hold too": {
			telephony.Command{Verb: telephony.Transfer, Leg: 3, Owner: 2},
			func(b *bench) { b.tells("diverted op 4 leg 3", "gone op 4 leg 2 cause transferred") },
			"1 up, 3 up; talk [1]; off",
		},
		"the owner of a conference hangs up": {conference,
			func(b *bench) { b.must(b.HangsUp("c1", 2, 0), "arranged op 4 talk [1 3]", "gone leg 2 cause hung-up") },
			"1 up, 3 up; talk [1]; off",
		},
		"the customer leaves a conference": {conference,
			func(b *bench) { b.must(b.HangsUp("c1", 1, 0), "arranged op 4 talk [1 3]", "gone leg 1 cause hung-up") },
			"2 up, 3 up; talk [3]; off",
		},
		"the owner hangs up in a consult": {
			telephony.Command{Verb: telephony.Mute, Leg: 2},
			func(b *bench) { b.must(b.HangsUp("c1", 2, 0), "gone leg 2 cause hung-up") },
			"1 up, 3 up; talk []; off",
		},
		"the consulted one leaves": {
			telephony.Command{Verb: telephony.Mute, Leg: 2},
			func(b *bench) { b.must(b.HangsUp("c1", 3, telephony.DeviceFailure), "gone leg 3 cause device-failure") },
			"1 up, 2 up; talk []; off",
		},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, simulator.Config{}, func(b *bench) {
				b.consulting()
				require.NoError(t, b.order(tc.order))
				tc.then(b)
				b.is(tc.is)
			})
		})
	}
}

// A call that the host places: the agent first, then the customer, who talks
// with him as soon as he answers (CBK-8); and once more after it was given up.
func TestACallThatIsPlaced(t *testing.T) {
	customer := telephony.Endpoint{Kind: telephony.Customer, Address: "+12015550100"}
	bubble(t, simulator.Config{}, func(b *bench) {
		b.does(telephony.Command{Verb: telephony.Dial, Leg: 1, To: agentAt("a1")}, "alerting op 1 leg 1")
		b.must(b.Answers("c1", 1), "answered leg 1")
		b.does(telephony.Command{Verb: telephony.Dial, Leg: 2, To: customer}, "alerting op 2 leg 2")
		b.must(b.HangsUp("c1", 2, telephony.Busy), "gone leg 2 cause busy")
		b.does(telephony.Command{Verb: telephony.ClearCall}, "gone op 3 leg 1 cause cancelled")
		b.is("over")
		b.does(telephony.Command{Verb: telephony.Dial, Leg: 3, To: agentAt("a2")}, "alerting op 4 leg 3")
		b.must(b.Answers("c1", 3), "answered leg 3")
		b.does(telephony.Command{Verb: telephony.Dial, Leg: 4, To: customer}, "alerting op 5 leg 4")
		b.must(b.Answers("c1", 4), "answered leg 4")
		b.is("3 up, 4 up; talk [4]; off")
	})
}

// The consulted queue rings nobody; the agent who is found there comes by a
// Dial with the same leg, and the next one by another (duty 15, CON-24).
func TestAQueueIsConsulted(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		b.talking()
		b.does(telephony.Command{Verb: telephony.ConsultationCall, Leg: 3, Owner: 2, To: queue}, "arranged op 2 talk []")
		b.is("1 up, 2 up, 3 dialled; talk []; off")
		require.ErrorIs(t, b.Answers("c1", 3), simulator.ErrPhone)
		n, here := b.Leg("c1", queue)
		require.True(t, here)
		require.Equal(t, telephony.Leg(3), n)
		b.does(telephony.Command{Verb: telephony.Dial, Leg: 3, To: agentAt("a2")}, "alerting op 3 leg 3")
		n, here = b.Leg("c1", agentAt("a2"))
		require.True(t, here)
		require.Equal(t, telephony.Leg(3), n)
		b.must(b.HangsUp("c1", 3, telephony.NoAnswer), "gone leg 3 cause no-answer")
		n, here = b.Leg("c1", agentAt("a2"))
		require.False(t, here)
		require.Equal(t, telephony.Leg(3), n)
		b.does(telephony.Command{Verb: telephony.Dial, Leg: 4, To: agentAt("a3")}, "alerting op 4 leg 4")
		b.must(b.Answers("c1", 4), "answered leg 4")
		b.is("1 up, 2 up, 4 up; talk []; off")
		b.does(telephony.Command{Verb: telephony.ConsultationCall, Leg: 5, Owner: 2, To: telephony.Endpoint{Kind: telephony.EPDN, Address: "1800"}}, "arranged op 5 talk []")
		b.must(b.HangsUp("c1", 5, telephony.NotConfigured), "gone leg 5 cause not-configured")
	})
}

// A hold on the device is no part of who talks, and none of our commands
// touches it (duty 12).
func TestHoldsOnTheDevice(t *testing.T) {
	bubble(t, simulator.Config{}, func(b *bench) {
		b.talking()
		b.must(b.HoldsOnDevice("c1", 2), "device-held leg 2")
		require.ErrorIs(t, b.HoldsOnDevice("c1", 2), simulator.ErrPhone)
		b.is("1 up, 2 up held; talk [1]; off")
		b.does(telephony.Command{Verb: telephony.Hold, Leg: 1, Owner: 2}, "arranged op 2 talk []")
		b.does(telephony.Command{Verb: telephony.Retrieve, Leg: 1, Owner: 2, Talk: talk(1)}, "arranged op 3 talk [1]")
		b.is("1 up, 2 up held; talk [1]; off")
		b.must(b.TakesBackOnDevice("c1", 2), "device-retrieved leg 2")
		require.ErrorIs(t, b.TakesBackOnDevice("c1", 2), simulator.ErrPhone)
		b.is("1 up, 2 up; talk [1]; off")
	})
}

// A recording goes on through everything but a call that is sent on, or that is
// back in its queue; then it begins anew (duty 13).
func TestRecordings(t *testing.T) {
	start := telephony.Command{Verb: telephony.StartRecording}
	pause := telephony.Command{Verb: telephony.PauseRecording}
	for name, tc := range map[string]struct {
		then func(*bench)
		is   string
	}{
		"consult transfer keeps its pause": {func(b *bench) {
			b.does(telephony.Command{Verb: telephony.Transfer, Leg: 3, Owner: 2}, "diverted op 6 leg 3", "gone op 6 leg 2 cause transferred")
		}, "1 up, 3 up; talk [1]; paused"},
		"resumed": {func(b *bench) {
			b.does(telephony.Command{Verb: telephony.ResumeRecording}, "recorded op 6 recording on")
		}, "1 up, 2 up, 3 up; talk [3]; on"},
		"blind transfer ends it": {func(b *bench) {
			b.must(b.HangsUp("c1", 3, 0), "gone leg 3 cause hung-up")
			b.does(telephony.Command{Verb: telephony.SingleStep, Leg: 4, Owner: 2, To: agentAt("a3")},
				"diverted op 6 leg 4", "gone op 6 leg 2 cause transferred", "alerting op 6 leg 4", "recorded op 6 recording off")
			b.must(b.Answers("c1", 4), "answered leg 4")
			b.does(start, "recorded op 7 recording on")
		}, "1 up, 4 up; talk [1]; on"},
		"back in the queue": {func(b *bench) {
			b.must(b.HangsUp("c1", 3, 0), "gone leg 3 cause hung-up")
			b.must(b.HangsUp("c1", 2, 0), "gone leg 2 cause hung-up", "recorded recording off")
			b.does(start, "failed op 6 cause refused")
		}, "1 up; talk []; off"},
		"cleared out of the call": {func(b *bench) {
			b.does(telephony.Command{Verb: telephony.Clear, Leg: 3}, "gone op 6 leg 3 cause cancelled")
			b.does(telephony.Command{Verb: telephony.Clear, Leg: 2}, "gone op 7 leg 2 cause cancelled", "recorded op 7 recording off")
		}, "1 up; talk []; off"},
		"over with the call": {func(b *bench) {
			b.does(telephony.Command{Verb: telephony.ClearCall}, "gone op 6 leg 1 cause cancelled", "gone op 6 leg 2 cause cancelled", "gone op 6 leg 3 cause cancelled")
		}, "over"},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, simulator.Config{}, func(b *bench) {
				b.consulting()
				b.does(start, "recorded op 4 recording on")
				b.does(pause, "recorded op 5 recording paused")
				tc.then(b)
				b.is(tc.is)
			})
		})
	}
}

// A chat rings nobody; its agent's leg is the one that Answer names (duty 16).
func TestDigitalContacts(t *testing.T) {
	none := telephony.Capabilities(0)
	bubble(t, simulator.Config{Capabilities: &none}, func(b *bench) {
		b.must(b.Arrive("c1", telephony.Contact{Medium: telephony.ChatMedium}), "incoming leg 1 contact chat")
		require.ErrorIs(t, b.order(telephony.Command{Verb: telephony.Dial, Leg: 2, To: agentAt("a1")}), telephony.ErrRejected)
		b.does(telephony.Command{Verb: telephony.Answer, Leg: 2, To: agentAt("a1")}, "answered op 2 leg 2")
		b.is("1 up, 2 up; talk [1]; off")
		b.does(telephony.Command{Verb: telephony.Answer, Leg: 3}, "failed op 3 leg 3 cause refused") // somebody has it
		b.does(telephony.Command{Verb: telephony.Clear, Leg: 2}, "gone op 4 leg 2 cause cancelled")
		b.does(telephony.Command{Verb: telephony.Answer, Leg: 4}, "answered op 5 leg 4")
		b.must(b.HangsUp("c1", 1, 0), "gone leg 1 cause hung-up")
		b.does(telephony.Command{Verb: telephony.ClearCall}, "gone op 6 leg 4 cause cancelled")
		b.does(telephony.Command{Verb: telephony.Answer, Leg: 5}, "failed op 7 leg 5 cause refused") // the customer has left
		b.is("over")
	})
}
