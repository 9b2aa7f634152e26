package oracle

import (
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// open reports the questions that the rules leave open, so that the oracle has
// no opinion. Each names what is unsaid; when the specification says it, the
// line goes.
func open(v Situation, role interaction.Role, a interaction.Action) bool {
	switch {
	case a == interaction.EditVariables && role == interaction.Consulted:
		// CON-21 can only be judged by who knows what was consulted.
		return v.Past.EPDN == CannotTell && !v.Agent2.Outsider

	case a == interaction.Accept && role == interaction.Offered && Permitted(v, role, a):
		// OP-1: that the switch has been told to answer is not seen.
		return v.Past.Answering == CannotTell

	case a == interaction.AcceptTransfer || a == interaction.DeclineTransfer:
		// TRF-8 asks him in a consult. What becomes of the question when the
		// switch tells of a conference that nobody asked for is not said.
		return v.Asked && v.Stage == Conference

	case a == interaction.Decline && role == interaction.Offered:
		// ANS-6 says "while it rings", and a card that is Connecting (POP-2)
		// may be meant or not.
		return v.Offered.Phone == telephony.LegDialled && v.Stage != Dialling
	}
	return false
}
