// Package telephonytest is the conformance kit of package telephony: an adapter
// proves itself with one call of [Run], in a test of its own.
//
//	func TestConformance(t *testing.T) {
//		telephonytest.Run(t, telephonytest.Harness{
//			Wrap: synctest.Test, // not with real sockets
//			New: func(t *testing.T) telephonytest.Line {
//				s := acme.NewSwitch(t)
//				return telephonytest.Line{Adapter: s.Adapter(), People: s.Phones()}
//			},
//		})
//	}
//
// The kit is the host: it gives commands and is the sink of the events. The
// [People] of a [Line] are everybody else: who calls, picks up and hangs up.
//
// # What fails, and what does not
//
// A failure names the duty that is broken and quotes it from package
// telephony, says what the case shows, and lists what was commanded, done and
// told. Numbers are masked. The case ends there.
//
// The kit is as patient as a host must be. Events may come twice, late, and
// before Do returns; more may be told than a case waits for. Where the port
// leaves a choice (a refusal by Do or by Failed, an event that is told late or
// found in Live) either is right. A command whose Do returns an error of no
// known kind is given again with the same Op, for as long as Patience lasts.
//
// A case is skipped, and says why, where the adapter's capabilities leave out
// what it is about, where Live cannot tell, and where the people of the line
// lack a part: [Devices], [Hooks], [Nowhere], [Dials], a medium, a number. What
// was skipped has not been shown.
//
// # The cases
//
// Each family and the duty that it is about, by number. A case that stumbles
// over another duty on its way quotes that one.
//
//	1  order: commands, people, not-taken, not-taken-by-an-earlier-run
//	17 arrivals: first, not-taken
//	2  departures: customer, owner, declined, clear, clear-call, conference,
//	       reconnect, transfer, transfer-from-hold, single-step,
//	       single-step-declined, single-step-queue
//	3  facts: dial, placed, hold, consultation, conference, answer, unasked,
//	       turned-false, hook
//	6  facts: mute, digits, noise
//	4  repeats: dial, hold, transfer, another-call
//	5  epochs: older, another-call
//	8  no-toggles: hold, recording, clear
//	6  answers: before-people, never-was, nowhere
//	14 numbers: as-given, not-in-errors
//	7  races: clear-of-answered, clear-of-asked, answer-after-clear,
//	       answer-of-gone, dial-for-who-has-left, hang-up-in-flight, just-gone,
//	       transfer-to-gone, reconnect-of-gone
//	9  live: contacts, talk, unable, left-early
//	10 endings: run, do, do-ended, restart
//	11 capabilities: constant, left-out, unknown-verb
//	12 device-holds: told, ours
//	13 recordings: told, outlive, pause-outlives, single-step, queue
//	15 queues: consult, taken-back
//	16 digital: chat, email, social, left
//	18 concurrency: calls, within-sink, slow-sink
package telephonytest
