// Package callcontrol is a contact centre's call control for Go services: a
// Center owns the interactions and the agents, a Desk is what one agent's
// desktop holds, and the host brings the telephony. Which agent may hold,
// consult, transfer, conference, pause a recording or wrap up, in every state,
// and why not, is decided by the packages below; no rule stands here.
//
// # A centre in five lines
//
//	center, err := callcontrol.New(callcontrol.Config{Adapter: adapter})
//	go center.Run(ctx)
//	desk, err := center.SignIn(ctx, "A1")
//	err = desk.Available(ctx)
//	for view := range desk.Views(ctx) { … }
//
// Until there is telephony, package telephony/simulator is an adapter.
//
// # What the host brings
//
// Duty 1, the telephony: a telephony.Adapter, whose package comment numbers the
// duties of an implementation; telephony/telephonytest proves it. It is the
// only thing without a default.
//
// Duty 2, one Run: call Run once, with a context that ends when the process is
// to stop, and let it return before the process does. No call ends with it.
//
// Duty 3, the words: act upon what Do answers (its comment lists each outcome
// with what to do). A *rule.Denied is for the agent to read; a *Pending is not
// to be repeated.
//
// Duty 4, the notices: show each, and Acknowledge it when the agent has seen
// it. What is not acknowledged comes again with every view.
//
// Duty 5, identities: who an agent is, and that the one who asks is he, is for
// the host to make sure. A Desk does what it is told.
//
// Duty 6, the policy: Settings, and Configure when the administrator changes
// them. Zero values are sensible defaults; the times are ours (D14).
//
// Duty 7, the lists: a Directory with names, queues, entry points, the address
// book and experts, if targets are to be picked from lists and judged by them.
// It may be slow, and fail.
//
// Duty 8, the router, if who has been free longest is not the answer: a Router
// that answers Wanted with Offer or Refuse. A preview contact of a campaign is
// always offered by the host (OUT-3).
//
// Duty 9, callbacks and campaigns: Open takes in what does not arrive at the
// switch.
//
// Duty 10, variables: Values, Keep and Unlock where they come from somewhere
// and are to be stored there. Keep is called once at a time for an interaction
// and must not call the Center back.
//
// Duty 11, the store, if anything is to outlive the process: a store.Store, one on
// disk is the module adapters/bolt. One Center works with it at a time. What it
// keeps holds secure values in clear: who can read it has to be chosen with care
// (docs/SECURITY.md).
//
// Duty 12, the operator: a Logger, whose messages are the Event constants, and
// Metrics.
//
// # What the centre promises
//
// What Do refuses is what the view shows as denied, for the same reason. What is
// shown is what the switch has confirmed, never what was hoped; what is in
// flight is shown as in flight. A leaving (End, Exit, a hang-up) counts at once,
// and the switch is told until it has answered. The commands of one interaction
// reach the adapter in order, one at a time, and those of others never wait for
// them. A silent, slow, blocked or panicking adapter costs its own interaction
// an unknown outcome, and nobody else anything. With a store, whatever dies, no
// call, wrap-up, saved variable, draft or notice is lost: the next Center reads
// the records, asks the switch what is really there, keeps what is overdue, and
// gives every command that has not been answered once more.
//
// # The map
//
//	rule                     rule ids, the one Denied error, the catalogue of rules
//	agent                    an agent's state: Available, Idle, RONA, and what is reserved for him
//	interaction              the life of one contact: who may do what
//	interaction/target       whom a call can be consulted on or transferred to
//	wrapup                   reasons, the dialog, automatic wrap-up
//	popover                  the cards of what is offered: a derived view
//	dialnumber               numbers as typed: sanitise, check, classify
//	cad                      call-associated data: drafts, saves, conflicts
//	callflow                 a whole centre in memory, and call stories that test it
//	callflow/callflowtest    stories as subtests
//	label                    every word of a desktop, in English and French
//	deskhttp                 desks on HTTP: a JSON API, an event stream, sessions and limits
//	telephony                the port: commands and events as data, the Adapter interface
//	telephony/simulator      a switch in memory: people, phones, faults
//	telephony/telephonytest  the conformance kit for adapters
//	telephony/remote         the port over a connection, for a switch in another process
//	store                    the port to where records are kept, and one in memory
//	store/faulty             a store that misbehaves as the contract allows
//	store/storetest          the conformance kit for stores
//
// The machines (agent, interaction, wrapup) are pure: values without a clock,
// a goroutine or I/O. To test the rules of a call flow without any runtime, use
// package callflow.
package callcontrol
