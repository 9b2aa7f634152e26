// Package callcontrol is the front door of a library with the rules of a
// contact centre's call control: which agent may hold, consult, transfer,
// conference, pause a recording or wrap up, in every state, and why not. The
// host brings the telephony; the library brings the rules.
//
// # The map
//
//	rule                 rule ids, the one Denied error, the catalogue of rules
//	agent                an agent's state: Available, Idle, RONA, and what is reserved for him
//	interaction          the life of one contact: who may do what
//	interaction/target   whom a call can be consulted on or transferred to
//	wrapup               reasons, the dialog, automatic wrap-up
//	popover              the cards of what is offered: a derived view
//	dialnumber           numbers as typed: sanitise, check, classify
//	cad                  call-associated data: drafts, saves, conflicts
//	callflow             a whole centre in memory, and call stories that test it
//	telephony            the port: commands and events as data, the Adapter interface
//
// The machines (agent, interaction, wrapup) are pure: values without a clock,
// a goroutine or I/O. Time comes in as an argument, and what they want done
// goes out as data.
//
// # Where to begin
//
// To test the rules of a call flow, use package callflow: a Floor is a centre
// with a switch that obeys at once, and a story is a test that a supervisor
// can read. To show an agent what he may do, ask interaction.State.May, or the
// Floor's, which also judges the target. What it denies it denies with a
// *rule.Denied, whose id stands in docs/RULES.md.
//
// # What the host brings
//
//  1. The telephony, as a telephony.Adapter; its package comment numbers the
//     duties.
//  2. The policy of each queue: interaction.Policy and wrapup.Policy. Their zero
//     values are sensible defaults.
//  3. The names: queues, entry points, the address book and experts, as
//     target.Lists, and the definitions of variables, as a cad.Schema.
//  4. The decision which agent gets a waiting contact. callflow.Floor has a
//     plain one: who has been free longest.
package callcontrol
