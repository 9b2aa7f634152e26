// Package wrapup holds the state machine of one wrap-up: the reasons, the
// dialog in which the agent picks exactly one (END-3), and automatic wrap-up
// (END-6). An agent owes one wrap-up for each ownership of an interaction
// (END-7); each has its own [State].
//
// A State is a value. It is opaque, comparable and may be copied; its zero
// value is a wrap-up that nothing has asked for yet, under the default
// [Policy]. Nothing here reads a clock or waits: time is an argument, and a
// deadline is part of the state. What happens comes in by one of three doors.
//
//   - [State.Request] is what the agent asks for. It refuses exactly what
//     [State.May] refuses, with the same [rule.Denied].
//   - [State.Fact] is what has happened: a transfer was asked for, confirmed or
//     refused, his part in the call is over, a consult was ended. A fact is
//     never refused; it moves the state or is ignored, and the [Output] says
//     which rule ignored it.
//   - [State.Tick] says what time it is. At [State.Deadline] the default reason
//     is submitted.
//
// The dialog of a transfer opens before the wrap-up is due, and a submit waits
// for the switch (TRF-9). The dialog of an ended consult is optional, has no
// timer, blocks nothing, and gives way to the call's own; a reason chosen in it
// has nothing to do with the call's.
//
// The whole machine is one table, which [Transitions] walks; docs/WRAPUP.md is
// rendered from it.
package wrapup
