package interaction

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// whoMayNot says a second time by which rule an action is denied for what he
// is: to the owner and to the consulted agent of a consult, and to the agent
// who is rung for one. A dash: not for what he is.
const whoMayNot = `
Accept            POP-7   POP-7   -
Decline           ANS-6   ANS-6   -
Skip              OUT-3   OUT-3   OUT-3
Remove            OUT-3   OUT-3   OUT-3
Cancel            CBK-4   CBK-4   CBK-3
Hold              -       PAR-19  HLD-1
Resume            -       PAR-12  HLD-1
Hold Consult      -       PAR-19  HLD-1
Resume Consult    -       PAR-12  HLD-1
Consult           CON-1   PAR-19  CON-1
End Consult       -       PAR-12  PAR-12
Exit Consult      PAR-9   -       CON-15
Exit Conference   PAR-9   CNF-3   CNF-3
Conference        -       PAR-19  CNF-1
Transfer          -       PAR-19  TRF-1
Accept Transfer   PAR-10  PAR-10  PAR-10
Decline Transfer  PAR-10  PAR-10  PAR-10
End               PAR-18  PAR-19  END-1
Pause Recording   REC-5   PAR-19  REC-5
Resume Recording  REC-5   PAR-19  REC-5
Mute              -       -       OP-7
Unmute            -       -       OP-7
Send Digits       -       -       OP-7
Edit Variables    -       -       CAD-2
`

func TestWhoMayNot(t *testing.T) {
	talks, rings := consulting(t, Policy{}), requested(t, Policy{}, a2)
	seen := 0
	for line := range strings.Lines(strings.TrimSpace(whoMayNot)) {
		f := strings.Fields(line)
		n := len(f) - 3
		var a Action
		require.NoError(t, a.UnmarshalText([]byte(strings.Join(f[:n], " "))))
		for i, p := range []*play{talks, talks, rings} {
			if id := f[n+i]; id != "-" {
				p.may([]Party{ag1, ag2, ag2}[i], a, rule.ID(id))
				seen++
			}
		}
	}
	talking(t, Policy{PrivacyShield: true}).may(ag1, ResumeRecording, "REC-5").may(ag1, PauseRecording, "REC-5") // nothing is recorded
	require.Equal(t, 54, seen)
	require.Equal(t, len(Actions()), strings.Count(whoMayNot, "\n")-1)
}
