// Package interaction holds the life of one contact with a customer, from its
// offer to its end: who is in it, who may do what now, and what follows.
//
// A [State] is a value. It is opaque, comparable and may be copied; it is 128
// bytes, holds no pointer, and its zero value has not begun. Nothing here reads
// a clock, starts a goroutine or waits: time is an argument, and what there is
// to do comes back as data in an [Output].
//
// # Three doors
//
// What happens comes in by one of three doors, by who knocks.
//
//   - [State.Request] is for people, and for the router, who is [Centre]. It is
//     judged strictly and may be refused.
//   - [State.Fact] is for the switch. A fact is never refused: it moves the
//     state, or it is ignored and Output.Ignored names the rule, mostly OP-5.
//   - [State.Tick] is for the clock. Deadlines are a part of the state:
//     [State.Deadline] is the next one.
//
// [New] begins a life. Each door takes the state as it was and gives the state
// that follows; whoever keeps it decides when the new one counts.
//
// # One rule, three uses
//
// [State.May] is the rule. [State.Request] refuses exactly what May denies, with
// the same error, and [State.Permissions] is May asked of every button. There
// is no second place where a button's state is worked out. A refusal is a
// [rule.Denied] and names its rule:
//
//	errors.Is(err, rule.ID("HLD-3"))
//
// An [ErrInvalid] is no refusal but a mistake of the program: an unknown
// action, a missing or superfluous target, a leg that never was.
//
// # Wishes, leavings, consequences
//
// A hold, a resume, a conference, a transfer are wishes: the request commands
// the switch, [State.InFlight] tells of it, and the state moves when the switch
// has told that it is so (OP-1). To leave, by a button or by hanging up, counts
// at once and is commanded (OP-8). So is what follows from another's answer or
// leaving. Where a wish is not answered in time its outcome is unknown: the
// owner is told, and the present arrangement is commanded again (OP-4).
//
// # Parties
//
// The state knows no names. It numbers its parties in order of joining, each
// attempt to reach somebody anew, and a number is the party's leg at the switch
// as well. Who is behind a number is kept beside the state; package callflow
// does so, and judges what depends on it: which agent or target (ANS-3, TRF-4,
// CON-6, CBK-7).
//
// Who is on hold is never stored. [State.Hears] is the set of those who talk
// with the owner; who is connected and not in it is on hold. Every command that
// changes it carries the whole set, so that in a consult exactly one of
// customer and Agent 2 is on hold whatever the order of things (HLD-6).
//
// # The tables
//
// table.go says what may be asked for: on this action, in these phases, if
// these guards hold in their order, do this; To is where that may lead. A
// missing row is a refusal by the action's own rule, which stands in askers
// with who may ask at all. facts.go says the same of facts, keyed by the role
// of whom they are about; there a missing row cannot happen, and a test shows
// it. guard.go has the conditions with the rule that each carries. Effects are
// the methods of step in effect_*.go.
//
// [Transitions] walks both tables. docs/INTERACTION.md is rendered from it, and
// testdata/matrix.golden holds what is decided in every kind of state.
//
// # Snapshots
//
// [State.Snapshot] writes the whole state as JSON, deadlines and policy
// included, and [Restore] reads it: strictly, and it takes no state that could
// lead to one that it would not take. A version reads its predecessor's.
package interaction
