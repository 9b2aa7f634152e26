package oracle

import (
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Happening is one step: a request where Request has an action, a fact where
// Fact has a kind, and else the clock.
type Happening struct {
	Request interaction.Request
	Err     error // what the door answered
	Fact    telephony.Event
	Now     time.Time
}

// Guess is what a witness may know or not. The zero value is "cannot tell".
type Guess uint8

// The guesses.
const (
	CannotTell Guess = iota
	Yes
	No
)

// Past is what a witness remembers that the state does not show. The zero value
// remembers nothing.
type Past struct {
	Met        Guess                           // an agent has talked with the customer before (ANS-5)
	Blind      Guess                           // who is offered the call comes by a blind transfer (TRF-5), and not from the queue (ANS-2)
	Search     Guess                           // who is consulted comes by a queue (CON-24)
	EPDN       Guess                           // the consult is an EP-DN's (CON-21)
	HeldBefore Guess                           // the customer was on hold before the consult (CON-14)
	Answering  Guess                           // the switch has been told to answer for who is offered the call (ANS-4)
	Commanded  map[telephony.Op]telephony.Verb // what each operation was; nil: cannot tell
	Consult    telephony.Op                    // of those, the present consult's consultation call
}

func guess(b bool) Guess {
	if b {
		return Yes
	}
	return No
}

// maybe reports whether a guess may turn out to be want.
func (g Guess) maybe(want bool) bool { return g == CannotTell || g == guess(want) }

// Fresh stands for a party who has just been given a number.
const Fresh interaction.Party = 1<<16 - 1

// Fate is what one agent's part comes to (OP-9).
type Fate struct {
	Party interaction.Party
	Kind  interaction.AgentEventKind
}

// Told is one notice.
type Told struct {
	To   interaction.Party
	Kind interaction.NoticeKind
}

// Outcome is one thing that a step may bring about: all that is visible
// afterwards, what each agent's part comes to, and what has to be told.
type Outcome struct {
	Rule  rule.ID // the rule that says so
	After Scene
	Fates []Fate
	Tells []Told
	May   []Told // and what may be told beside it
}

func (o *Outcome) fate(p Person, kind interaction.AgentEventKind) {
	if p.agent() {
		o.Fates = append(o.Fates, Fate{p.Party, kind})
	}
}

func (o *Outcome) tell(p Person, kind interaction.NoticeKind) {
	if p.agent() {
		o.Tells = append(o.Tells, Told{p.Party, kind})
	}
}

// finish writes the labels, and what follows by itself from what was seen.
func (o *Outcome) finish(before Scene) {
	label(&o.After)
	o.Fates = slices.Clip(o.Fates) // two readings may have begun as one
	// TRF-9: the dialog that a transfer has opened closes again when the
	// transfer comes to nothing and its agent stays.
	if before.InFlight == interaction.Transfer && o.After.InFlight != interaction.Transfer &&
		before.Agent1.here() && o.After.Agent1.Party == before.Agent1.Party {
		o.fate(before.Agent1, interaction.WrapUpWithdrawn)
	}
}

// same is the scene as it was.
func same(id rule.ID, v Situation) Outcome { return Outcome{Rule: id, After: v.Scene} }

// over is the end: nobody is here any more, and the indicator is off.
func over(id rule.ID, v Situation, how interaction.Ending) Outcome {
	return Outcome{Rule: id, After: Scene{Kind: v.Kind, Policy: v.Policy, Can: v.Can, Stage: Over, Ending: how}}
}

// quiet ends what an owner's time had: the recording and what is in flight.
func quiet(s *Scene) {
	s.InFlight, s.Asked, s.Recording, s.Recorder = interaction.NoAction, false, telephony.NotRecording, false
}
