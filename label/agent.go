package label

import (
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Agent is an agent in one line, as his own desktop and the lists of targets
// show him (AGT-2): "Idle (Lunch)", "RONA (no answer)" or "Available, not
// offered: phone off hook" (END-5). The idle code is the administrator's word
// and stays as it is.
func (l Language) Agent(s agent.Summary) string {
	note := s.Note
	if note == agent.NotOffered {
		note = l.Text(sayNotOffered)
	}
	return l.say(saySummary, value{"status", l.AgentStatus(s.Status)}, value{"code", string(s.Code)},
		value{"cause", l.AgentCause(s.Cause)}, value{"note", note})
}

// AgentStatus is an agent's status, such as "Available".
func (l Language) AgentStatus(s agent.Status) string { return l.word(agentStatuses, uint8(s)) }

// AgentAction is the label of what an agent can ask for himself, such as "Sign
// Out".
func (l Language) AgentAction(a agent.Action) string { return l.word(agentActions, uint8(a)) }

// AgentCause is why an agent became RONA (AGT-6), as a few words in a sentence.
func (l Language) AgentCause(c agent.Cause) string { return l.word(agentCauses, uint8(c)) }

// Channel is the name of a channel.
func (l Language) Channel(c agent.Channel) string { return l.word(channels, uint8(c)) }

// WrapUpAction is a button's label in the wrap-up dialog, such as "Submit Wrap
// Up" (END-4).
func (l Language) WrapUpAction(a wrapup.Action) string { return l.word(wrapUpActions, uint8(a)) }

// WrapUpPhase is where a wrap-up stands; empty where none is asked for.
func (l Language) WrapUpPhase(p wrapup.Phase) string { return l.word(wrapUpPhases, uint8(p)) }
