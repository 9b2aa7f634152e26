package callflow

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Venue is a centre on which a story can be played: a Floor with a switch of
// its own is one, a runtime with whatever telephony it has is another, and the
// same file runs on either (Story.PlayAt). Its methods return when everything
// has happened that comes of them without anybody's doing more.
type Venue interface {
	// What people ask; the methods of Floor.
	Person(agent.ID, agent.Request) error
	Arrive(Arrival) error
	Dial(by agent.ID, id telephony.CallID, to dialnumber.Number, callerID string) error
	Do(agent.ID, telephony.CallID, interaction.Request) error
	AcceptAll(agent.ID) (popover.AcceptResult, error)
	WrapUp(agent.ID, telephony.CallID, wrapup.Request) error
	Edit(agent.ID, telephony.CallID, Edit) error
	Save(agent.ID, telephony.CallID) error
	Put(telephony.CallID, map[string]string) error
	Assign(telephony.CallID, agent.ID) error
	GiveUp(telephony.CallID) error

	// Configure tells what the administrator has changed.
	Configure(Config) error
	// SetDirectory gives new lists (CON-7).
	SetDirectory(target.Directory)
	// Reload loads an agent's desktop anew (AGT-7).
	Reload(agent.ID) error
	// Lag keeps what others save from an agent's desktop, or no more (CAD-9).
	Lag(agent.ID, bool)

	// Phone is what somebody does with a phone, or the switch says of it.
	Phone(telephony.Event) error
	// Pass lets time pass.
	Pass(time.Duration)

	// Misbehave is what the switch does wrong with the commands to come; Repeat
	// that it says everything twice, Behave that all is well again.
	Misbehave(Misdeed)
	Repeat()
	Behave()
	// Slow lets every command wait until Next says what becomes of the oldest;
	// CatchUp does all that wait. Again says once more what was said last.
	Slow()
	Next(Word) error
	Again() error
	CatchUp() error
	// Rings reports whether that leg's phone really rings.
	Rings(telephony.CallID, interaction.Party) bool

	// Scene is everything as it stands, to be read only. Its notices and what
	// it ignored are taken from the venue.
	Scene() *Floor
	TakeNotices() []Notice
	TakeIgnored() []rule.ID
}

// Misdeed is one way in which the switch of a story misbehaves.
type Misdeed struct {
	Verbs  []telephony.Verb
	Every  bool            // not only the next of them
	Refuse bool            // it says so with Failed, for Cause
	Cause  telephony.Cause // of Refuse
	Delay  time.Duration   // how late it is told; negative: never, nor done
}

// Word is what becomes of an order that waits at a slow switch.
type Word uint8

const (
	DoIt      Word = iota // it is done
	RefuseIt              // it is refused
	ForgetIt              // neither
	Backwards             // done, and told in the wrong order
	Swapped               // the two oldest are done, and the second is told first
	Overtaken             // the second oldest is done, and then the oldest is refused
)
