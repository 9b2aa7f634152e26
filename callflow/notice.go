package callflow

import (
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// NoticeRONA tells an agent that he has become RONA (ANS-2, POP-16). The other
// kinds are the words of interaction.NoticeKind and of wrapup.Kind.
const NoticeRONA = "RONA"

// Notice is something that one agent is told (D11). It holds no value of a
// secure variable and no whole number.
type Notice struct {
	To       agent.ID
	Contact  telephony.CallID
	Kind     string             // "Consult failed", "wrap-up due", …
	Action   interaction.Action // what failed or is unknown, where that is the news
	About    string             // whom it is about
	Cause    telephony.Cause
	Reason   wrapup.Code
	Conflict *cad.Conflict // for NoticeReplaced
}

// Advice is what an agent should do about it, in English; empty where there is
// nothing to be done. A consult that failed because the entry point or the
// number is wrong, or could not be fetched, sends him to the administrator if
// it happens again (CON-22).
func (n Notice) Advice() string {
	if n.Kind != interaction.ConsultFailed.String() || n.Cause != telephony.InvalidNumber && n.Cause != telephony.NotConfigured {
		return ""
	}
	return "turn to the administrator if this persists"
}
