// Command peerbench plays one and the same life of a call in callcontrol's
// interaction, in github.com/qmuntal/stateless and in github.com/looplab/fsm,
// and asks callcontrol's dialnumber and github.com/nyaruka/phonenumbers the
// same question about one number. All run in one process, in turns, and the
// fastest of several passes counts: read the ratios, not the nanoseconds.
//
//	go run -C internal/peerbench .             # the table, and how to read it
//	go run -C internal/peerbench . -markdown   # the table alone
//
// It fails when a machine refuses a step or a life does not end where it
// should. It is a module of its own, so that peers stay out of callcontrol's
// requirements.
//
// # The life
//
// Ten steps: an agent is offered the call, his phone rings, he answers, holds,
// resumes, consults a second agent, whose phone rings, who answers, and is
// transferred the call; then the customer hangs up. In callcontrol that is 13
// events, since a hold, a resume and a transfer wait until the switch has
// confirmed them (OP-4), and each event fills an Output with commands, agents'
// events and notices.
//
// # Fair to the peers
//
// Where there was a choice, the peers have the cheaper: states and triggers of
// one byte in stateless, which need no allocation when boxed, and immediate
// firing; the hold as a state of its own, so that a lookup decides what
// callcontrol asks a guard; one guard where callcontrol asks up to four; no
// confirmations, no actions, no output, no timers, no record of who is there.
// The shared stateless machine finds the present call through one pointer, the
// reused looplab machine is set back with SetState.
package main
