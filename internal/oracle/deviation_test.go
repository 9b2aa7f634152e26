package oracle

import (
	"errors"
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// deviations are where the machine is known not to do what the rules say, each
// with the shortest life that shows it. The walk lets them pass; TestDeviations
// fails when one of them has been put right, and the entry goes.
var deviations = []struct {
	rule rule.ID
	says *regexp.Regexp
	what string
	life []Happening // after an inbound call has been answered by agent 2
}{
	{"CON-14", regexp.MustCompile(`^after failed .* in {\S+ requested, .*"(Connecting|Ringing)".*; or .* seen .* offered new gone`),
		"the switch refuses the consultation call when the queue has found somebody: he is missed, the search goes on, the customer is shown on hold",
		[]Happening{
			press(2, interaction.Consult, interaction.ToQueue("sales")),
			press(0, interaction.Offer, interaction.ToAgent("bob")),
			told(telephony.Event{Kind: telephony.Failed, Op: 4, Leg: 3, Cause: telephony.Refused}),
		}},
}

func press(by interaction.Party, a interaction.Action, to interaction.Target) Happening {
	return Happening{Request: interaction.Request{By: by, Action: a, To: to}}
}

func told(e telephony.Event) Happening { return Happening{Fact: e} }

// known lets a known deviation pass.
func known(err error) error {
	for _, d := range deviations {
		if b := (*Breach)(nil); errors.As(err, &b) && b.Rule == d.rule && d.says.MatchString(b.What) {
			return nil
		}
	}
	return err
}

func TestDeviations(t *testing.T) {
	for _, d := range deviations {
		t.Run(d.what, func(t *testing.T) {
			var out interaction.Output
			var w Witness
			now := time.Unix(1_000_000, 0)
			s, err := interaction.New(now, interaction.Opening{Kind: interaction.Inbound, Capabilities: telephony.All}, &out)
			require.NoError(t, err)
			w.Began(&out)
			var said error
			for _, h := range append([]Happening{
				press(0, interaction.Offer, interaction.ToAgent("ann")),
				told(telephony.Event{Kind: telephony.Answered, Leg: 2}),
			}, d.life...) {
				require.NoError(t, said)
				before := s
				if now = later(now, h.Now); h.Request.Action != interaction.NoAction {
					s, h.Err = before.Request(now, h.Request, &out)
				} else if h.Fact.Kind != telephony.NoEvent {
					s, h.Err = before.Fact(now, h.Fact, &out)
				} else {
					s = before.Tick(now, &out)
				}
				require.NoError(t, h.Err, h.String())
				h.Now = now
				said = w.Saw(before, s, h, &out)
			}
			require.ErrorIs(t, said, d.rule, "it has been put right: take it out of deviations")
			require.NoError(t, known(said))
		})
	}
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
