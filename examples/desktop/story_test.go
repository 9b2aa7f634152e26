package main

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/label"
)

// Every story that ships can be played, is borne out, and has a text for every
// rule that it names, in both languages.
func TestStories(t *testing.T) {
	st := serve(t)
	code, text := st.ask(http.MethodGet, "/stories/list", "")
	require.Equal(t, http.StatusOK, code)
	var list struct {
		Stories []storyLine `json:"stories"`
	}
	require.NoError(t, json.Unmarshal([]byte(text), &list))
	shipped, err := callflow.Stories(callflow.Shipped())
	require.NoError(t, err)
	require.Len(t, list.Stories, len(shipped))
	for i, line := range list.Stories {
		lang := []label.Language{label.English(), label.French()}[i%2]
		p, err := play(line.Name, lang)
		require.NoError(t, err, line.Name)
		require.Empty(t, p.Wrong, line.Name)
		require.NotEmpty(t, p.Title)
		require.NotEmpty(t, p.Steps, line.Name)
		for _, id := range line.Rules {
			require.NotEmpty(t, p.Texts[id].Says, "%s %s", line.Name, id)
			require.NotEmpty(t, p.Texts[id].Agent, "%s %s", line.Name, id)
		}
	}
}

// A step has what was done, what had to be so, and the desks, in the language that
// was asked for.
func TestStory(t *testing.T) {
	st := serve(t)
	code, text := st.ask(http.MethodGet, "/stories/play/consult-becomes-transfer?lang=fr", "")
	require.Equal(t, http.StatusOK, code)
	var p playedStory
	require.NoError(t, json.Unmarshal([]byte(text), &p))
	require.Equal(t, []string{"policy recording, privacy shield 30s", "policy reason sale", "agents A1 A2"}, p.Before)
	require.Len(t, p.Steps, 8)
	step := p.Steps[3]
	require.Equal(t, "A2 answers", step.Act)
	require.Equal(t, [][]string{{"A1", "A2"}}, step.Talk)
	require.Equal(t, []string{"anna"}, step.OnHold)
	require.True(t, step.Asked[0].So)
	require.EqualValues(t, "CON-10", step.Asked[0].Rules[0])
	customer := step.Desks[0].Contacts[0].Panes[0]
	require.Equal(t, storyPane{Name: "anna", Status: "Appel en attente", Recording: "Enregistrement en cours"}, customer)
	require.Contains(t, step.Desks[1].Contacts[0].May, "Quitter la consultation")
	var end denied
	for _, d := range step.Desks[0].Contacts[0].MayNot {
		if d.Rule == "PAR-18" {
			end = d
		}
	}
	require.Contains(t, end.Text, "pas possible")
	require.Contains(t, p.Texts, end.Rule)
	require.Equal(t, "A1", string(p.Steps[4].Told[0].To))
}

// A refused act says by which rule.
func TestRefusedAct(t *testing.T) {
	refused := 0
	for _, name := range []string{"agent2-may-do-little", "blind-transfer-needs-a-free-colleague"} {
		p, err := play(name, label.English())
		require.NoError(t, err)
		for _, s := range p.Steps {
			if s.Refused != nil {
				refused++
				require.NotEmpty(t, s.Refused.Text)
				require.NotEmpty(t, p.Texts[s.Refused.Rule].Says)
			}
		}
	}
	require.NotZero(t, refused)
}

// There is no way out of the folder of stories.
func TestNoSuchStory(t *testing.T) {
	st := serve(t)
	for _, name := range []string{"nothing", "..%2F..%2Fdoc", "%2e%2e", "..%5cx", "%00"} {
		code, text := st.ask(http.MethodGet, "/stories/play/"+name, "")
		require.Equal(t, http.StatusNotFound, code, "%s: %s", name, text)
	}
}
