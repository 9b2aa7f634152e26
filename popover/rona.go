package popover

import "github.com/seed-6cc70c2f/callcontrol/agent"

// Prompt is what the popover offers an agent who is RONA: why, and exactly two
// ways out (POP-16). It is no card: it does not stand in the way of signing
// out, and is gone when he has signed out.
type Prompt struct {
	Cause   agent.Cause     // why he is RONA (AGT-6)
	WaysOut [2]agent.Action // GoAvailable and GoIdle, which agent.State allows from RONA at once
}

// RONA is the prompt of an agent, or false when he is not RONA.
func RONA(s agent.State) (Prompt, bool) {
	own, _, cause := s.Own()
	if own != agent.RONA {
		return Prompt{}, false
	}
	return Prompt{Cause: cause, WaysOut: [2]agent.Action{agent.GoAvailable, agent.GoIdle}}, true
}
