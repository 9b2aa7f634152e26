// Package agent holds the state machine of one agent: signed out, Available,
// Idle with a code, or RONA, and beside it what his interactions make of him:
// how many are reserved for him, engaged, or to be wrapped up, on each channel
// (AGT-2).
//
// A [State] is a value. It is opaque, comparable and may be copied; its zero
// value is an agent who is signed out, with his phone on hook and the default
// [Policy]. Nothing here reads a clock, starts a goroutine or waits: time is an
// argument, and what has happened comes in by one of two doors.
//
//   - [State.Request] is what the agent asks for. It is judged strictly:
//     it refuses exactly what [State.May] refuses, with the same [rule.Denied].
//   - [State.Fact] is what has happened to him: an offer, an answer, a wrap-up
//     done, the phone off hook. A fact is never refused. It moves the state, or
//     it is ignored, and the [Output] says so with rule OP-5.
//
// There is no door for a deadline, for an agent's state has none: the time that
// an offer may ring belongs to the interaction, and what follows from it comes
// in as the fact [Missed].
//
// Facts about interactions are counted. Whoever feeds them in tells each once;
// one that is out of place, so that nothing is left to count down, is ignored
// and never makes a count wrong.
//
// Whether work may reach an agent is asked with [State.MayBeOffered],
// [State.MayBeConsulted], [State.MayReceiveTransfer] and [State.MayDialOut].
// They are the only place where that is worked out.
//
// The whole machine is one table, which [Transitions] walks; docs/AGENT.md is
// rendered from it.
package agent
