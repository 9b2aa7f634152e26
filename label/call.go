package label

import (
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Of each enum one method. They answer with an empty text for the value that
// means that there is none, and for a number that is no value; they allocate
// nothing.

// Action is a button's label, such as "Hold".
func (l Language) Action(a interaction.Action) string { return l.word(actions, uint8(a)) }

// Status is what a pane or a card shows beside its timer, such as "Call on
// Hold".
func (l Language) Status(s interaction.Status) string { return l.word(statuses, uint8(s)) }

// Phase is where an interaction stands, for those who look at it from outside.
func (l Language) Phase(p interaction.Phase) string { return l.word(phases, uint8(p)) }

// Role is what a party is in the interaction.
func (l Language) Role(r interaction.Role) string { return l.word(roles, uint8(r)) }

// Contact is what sort of contact it is, such as "Courtesy callback".
func (l Language) Contact(k interaction.Kind) string { return l.word(contacts, uint8(k)) }

// Ending is how an interaction ended.
func (l Language) Ending(e interaction.Ending) string { return l.word(endings, uint8(e)) }

// Want is why an agent is wanted, for a supervisor's list of what waits.
func (l Language) Want(r interaction.WantReason) string { return l.word(wants, uint8(r)) }

// Cause is why a leg has gone or a command failed, as a few words in a
// sentence: "no answer".
func (l Language) Cause(c telephony.Cause) string { return l.word(causes, uint8(c)) }

// Recording is the recording indicator's label (REC-6).
func (l Language) Recording(r telephony.Recording) string { return l.word(recordings, uint8(r)) }

// Medium is what a contact is carried by.
func (l Language) Medium(m telephony.Medium) string { return l.word(mediums, uint8(m)) }

// Target is what sort of target or party somebody is, such as "Entry point".
func (l Language) Target(k telephony.EndpointKind) string { return l.word(targets, uint8(k)) }
