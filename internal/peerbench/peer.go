package main

// What the peers' machines have in common: the states, the triggers and the
// table, and what their guards ask of a call.

type state uint8

const (
	waiting state = iota
	connecting
	ringing
	talking
	held
	requested
	consultRinging
	consulting
	conference
	ended
)

var stateWords = [...]string{"Waiting", "Connecting", "Ringing", "Talking", "Held", "Requested", "Consult Ringing",
	"Consulting", "Conference", "Ended"}

// word is the state in the words of trail: to callcontrol a consult that rings
// is a matter of the leg.
func (s state) word() string {
	if s == consultRinging {
		s = requested
	}
	return stateWords[s]
}

type trigger uint8

const (
	offer trigger = iota
	rings
	answers
	hold
	resume
	consult
	consultRings
	consultAnswers
	transfer
	hangsUp
	decline
	end
	endConsult
	join
	exit
)

var triggerWords = [...]string{"offer", "rings", "answers", "hold", "resume", "consult", "consult rings",
	"consult answers", "transfer", "hangs up", "decline", "end", "end consult", "join", "exit"}

// lifeOf is the life in triggers.
var lifeOf = [steps]trigger{offer, rings, answers, hold, resume, consult, consultRings, consultAnswers, transfer, hangsUp}

// move is one line of the peers' table; need is what the switch must be able
// to do, and says at once that the guard is asked.
type move struct {
	on   trigger
	from []state
	to   state
	need capability
}

// moves is the life and what may happen instead: as much as makes the lookups
// those of a table that is in use.
var moves = []move{
	{offer, []state{waiting}, connecting, canDial},
	{rings, []state{connecting}, ringing, 0},
	{answers, []state{connecting, ringing}, talking, 0},
	{decline, []state{connecting, ringing}, waiting, 0},
	{hold, []state{talking}, held, canHold},
	{resume, []state{held}, talking, canHold},
	{consult, []state{talking, held}, requested, canConsult},
	{consultRings, []state{requested}, consultRinging, 0},
	{consultAnswers, []state{requested, consultRinging}, consulting, 0},
	{endConsult, []state{requested, consultRinging, consulting}, talking, 0},
	{transfer, []state{consulting, conference}, talking, canTransfer},
	{join, []state{consulting}, conference, canConference},
	{exit, []state{consulting, conference}, talking, 0},
	{end, []state{talking, conference}, ended, 0},
	{hangsUp, []state{waiting, connecting, ringing, talking, held, requested, consultRinging, consulting, conference}, ended, 0},
}

type capability uint8

const (
	canDial capability = 1 << iota
	canHold
	canConsult
	canTransfer
	canConference
)

// call is what a guard asks about.
type call struct {
	state    state
	voice    bool
	inFlight bool
	caps     capability
}

var newCall = call{state: waiting, voice: true, caps: canDial | canHold | canConsult | canTransfer | canConference}

// may is the one guard of a peer: a call, the switch can, no wish in flight.
func (c *call) may(need capability) bool { return c.voice && c.caps&need != 0 && !c.inFlight }
