package callcontrol_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// furnished is a centre in which there is something of everything to show.
func furnished(t *testing.T) func(*callcontrol.Config) {
	schema, err := cad.NewSchema([]cad.Definition{
		{Name: "order", Label: "Order", Editable: true},
		{Name: "due", Label: "Due", Type: cad.DateTime, Order: 1},
		{Name: "pin", Label: "PIN", Editable: true, Secure: true, Order: 2},
	})
	require.NoError(t, err)
	reasons, err := wrapup.NewReasons(wrapup.Reason{Code: "sale", Label: "Sale"}, wrapup.Reason{Code: "complaint", Label: "Complaint"})
	require.NoError(t, err)
	return func(c *callcontrol.Config) {
		c.Agents = agent.Policy{Codes: []agent.IdleCode{"Break", "Lunch"}}
		c.Variables = schema
		c.Values = func(telephony.CallID, telephony.Contact) map[string]string {
			return map[string]string{"order": "4711", "due": "2026-01-31", "pin": "2468"}
		}
		c.Settings = callcontrol.Settings{
			Policy: callflow.Policy{
				Interaction: interaction.Policy{Recording: true, PrivacyShield: true, EndCallForWebCallback: true},
				WrapUp:      wrapup.Policy{Reasons: reasons, Automatic: time.Minute, MayCancelAutomatic: true},
			},
			Popover: popover.Config{Inbound: popover.Layout{Links: []popover.Link{{Label: "Orders", URL: "https://example.com/orders"}}}},
		}
	}
}

// TestViews holds the JSON of views against what is kept of it: a page is
// written against it, and a field that changes breaks the page.
func TestViews(t *testing.T) {
	// talks is A1 with anna on his phone.
	talks := func(s *stand) *callcontrol.Desk {
		d := s.desks("A1")[0]
		s.calls("anna")
		time.Sleep(5 * time.Second)
		s.answers("anna", "A1")
		time.Sleep(30 * time.Second)
		return d
	}
	consults := func(s *stand) (a1, a2 *callcontrol.Desk) {
		a1, a2 = talks(s), s.desks("A2")[0]
		require.NoError(s, a1.Consult(s.ctx, "anna", interaction.ToAgent("A2")))
		synctest.Wait()
		time.Sleep(4 * time.Second)
		s.answers("anna", "A2")
		return a1, a2
	}
	for name, play := range map[string]func(*stand) *callcontrol.Desk{
		"ringing": func(s *stand) *callcontrol.Desk {
			d := s.desks("A1")[0]
			s.calls("anna")
			return d
		},
		"consult": func(s *stand) *callcontrol.Desk {
			a1, _ := consults(s)
			return a1
		},
		"conference": func(s *stand) *callcontrol.Desk {
			a1, a2 := consults(s)
			require.NoError(s, a1.Conference(s.ctx, "anna"))
			return a2
		},
		"in-flight": func(s *stand) *callcontrol.Desk {
			d := talks(s)
			require.NoError(s, d.PauseRecording(s.ctx, "anna"))
			s.sw.Slow(true)
			short, cancel := context.WithTimeout(s.ctx, time.Second)
			defer cancel()
			require.ErrorIs(s, d.Hold(short, "anna"), context.DeadlineExceeded)
			return d
		},
		"rona": func(s *stand) *callcontrol.Desk {
			d := s.desks("A1")[0]
			s.calls("anna")
			time.Sleep(20 * time.Second)
			return d
		},
		"wrap-up": func(s *stand) *callcontrol.Desk {
			d := talks(s)
			require.NoError(s, d.End(s.ctx, "anna"))
			require.NoError(s, d.Choose(s.ctx, "anna", "complaint"))
			return d
		},
		"callback": func(s *stand) *callcontrol.Desk {
			d := s.desks("A1")[0]
			require.NoError(s, s.c.Open(s.ctx, callflow.Arrival{ID: "anna", Kind: interaction.WebCallback, Name: "Anna", Queue: "web",
				Customer: "+12015550100", DNIS: "+18005550199"}))
			return d
		},
		"secure-masked": talks,
		"secure-fetched": func(s *stand) *callcontrol.Desk {
			d := talks(s)
			require.NoError(s, d.Fetch(s.ctx, "anna", "pin"))
			require.NoError(s, d.Type(s.ctx, "anna", "order", "4712"))
			return d
		},
		"conflict": func(s *stand) *callcontrol.Desk {
			a1, a2 := consults(s)
			for name, values := range map[string][2]string{"order": {"4712", "4713"}, "pin": {"1357", "9753"}} {
				require.NoError(s, a1.Type(s.ctx, "anna", name, values[0]))
				require.NoError(s, a2.Type(s.ctx, "anna", name, values[1]))
			}
			require.NoError(s, a1.Save(s.ctx, "anna"))
			return a2
		},
		"idle": func(s *stand) *callcontrol.Desk {
			d := s.desks("A1")[0]
			require.NoError(s, d.Idle(s.ctx, "Lunch"))
			return d
		},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, furnished(t), func(s *stand) {
				d := play(s)
				synctest.Wait()
				view := *d.View()
				view.Version = 1 // how many views came before depends on who was quicker
				golden(s.T, filepath.Join("testdata", "view-"+name+".json"), spoken.ReplaceAllLiteralString(tidy(s.T, view), `"why": "…"`))
			})
		})
	}
}

// spoken is the text of a refusal: package rule may word it better.
var spoken = regexp.MustCompile(`"why": "[^"]+"`)

var flat = regexp.MustCompile(`\{[^{}\[\]]*\}`)

// tidy is JSON for people: what holds nothing deeper stands on one line.
func tidy(t *testing.T, v any) string {
	short, err := json.Marshal(v)
	require.NoError(t, err)
	long, err := json.MarshalIndent(v, "", "  ")
	require.NoError(t, err)
	text := flat.ReplaceAllStringFunc(string(long), func(s string) string { return strings.Join(strings.Fields(s), " ") })
	var again bytes.Buffer
	require.NoError(t, json.Compact(&again, []byte(text)))
	require.Equal(t, string(short), again.String(), "tidying changed a value")
	return text + "\n"
}

// golden compares with a file, or with -update writes it.
func golden(t *testing.T, file, have string) {
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(have), 0o644))
	}
	require.Equal(t, read(t, file), have, "run: go test . -update, and read the difference")
}
