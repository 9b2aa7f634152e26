package deskhttp_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// holds reports what of a document another one does not have.
func holds(in, all any, where string) []string {
	switch x := in.(type) {
	case map[string]any:
		y, _ := all.(map[string]any)
		var missing []string
		for k, v := range x {
			if where+k != "/built" && where+k != "/version" { // of two views
				missing = append(missing, holds(v, y[k], where+k+"/")...)
			}
		}
		return missing
	case []any:
		y, _ := all.([]any)
		if len(x) != len(y) {
			return []string{where}
		}
		var missing []string
		for i, v := range x {
			missing = append(missing, holds(v, y[i], fmt.Sprint(where, i, "/"))...)
		}
		return missing
	}
	if in != all && !strings.HasSuffix(where, "/advice/") {
		return []string{fmt.Sprintf("%s %v %v", where, in, all)}
	}
	return nil
}

// busy is a desktop with something of everything.
func busy(t *testing.T, s *stand) (a, b *tab) {
	a = s.talking("c1", "A1")
	b = s.ready("A2")
	a.done("/calls/c1/consult", doc{"to": doc{"kind": "agent", "address": "A2"}})
	s.answers("c1", "A2")
	a.done("/calls/c1/variables/type", doc{"name": "order", "value": "mine"})
	b.done("/calls/c1/variables/type", doc{"name": "order", "value": "theirs"})
	b.done("/calls/c1/variables/save", nil)
	b.done("/calls/c1/variables/type", doc{"name": "order", "value": "more"})
	b.done("/calls/c1/exit-consult", nil)
	s.chats("x1")
	s.calls("c2")
	return a, b
}

// A view has all that the Center's has, and its texts in the reader's language.
func TestTheViewIsTheCentresWithTexts(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a, b := busy(t, s)
		for _, x := range []*tab{a, b} {
			id := x.get("/session")["agent"].(string)
			data, err := json.Marshal(s.c.Desk(agent.ID(id)).View())
			require.NoError(t, err)
			var plain any
			require.NoError(t, json.Unmarshal(data, &plain))
			for _, lang := range []string{"en", "fr"} {
				document := x.get("/view?lang=" + lang)
				require.Empty(t, holds(plain, map[string]any(document), "/"))
				again, err := json.Marshal(document)
				require.NoError(t, err)
				var read callcontrol.View // a desktop in Go reads the one in the other
				require.NoError(t, json.Unmarshal(again, &read))
				again, err = json.Marshal(&read)
				require.NoError(t, err)
				require.JSONEq(t, string(data), string(again))
			}
		}
		v := a.get("/view?lang=fr")
		l := label.French()
		require.Equal(t, l.AgentStatus(s.c.Desk("A1").View().Agent.Status), at(v, "agent", "text"))
		denied := 0
		for _, p := range at(v, "interactions", 0, "actions").([]any) {
			if at(p, "allowed") == false {
				denied++
				require.Contains(t, at(p, "text"), "n'est pas possible", "%v", p)
				require.NotEmpty(t, at(p, "rule"))
			} else {
				require.Nil(t, at(p, "text"))
			}
		}
		require.NotZero(t, denied)
		require.Nil(t, at(v, "interactions", 0, "variables", 0, "text"))
		require.NotEmpty(t, at(v, "interactions", 0, "variables", 2, "text"), "vip cannot be edited")
		require.NotEmpty(t, at(v, "notices", 0, "text"))
		require.Equal(t, "mine", at(v, "notices", 0, "conflict", "mine"))

		// On the other desk there is a card.
		french, english := b.get("/view?lang=fr"), b.get("/view")
		require.NotEmpty(t, english["cards"])
		require.Equal(t, "Queue Name", at(english, "cards", 0, "fields", 1, "text"), "%v", english["cards"])
		require.Equal(t, "Queue Name", at(french, "cards", 0, "fields", 1, "label"))
		require.NotEqual(t, "Queue Name", at(french, "cards", 0, "fields", 1, "text"))
	})
}

func TestRONAHasItsText(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.ready("A1")
		s.calls("c1")
		leg, _ := s.sw.Leg("c1", telephony.Endpoint{Kind: telephony.Agent, Address: "A1"})
		require.NoError(t, s.sw.HangsUp("c1", leg, telephony.Busy))
		synctest.Wait()
		v := a.get("/view")
		require.Equal(t, "busy", at(v, "rona", "text"))
		require.Equal(t, "RONA (busy)", at(v, "agent", "text"))
		require.Equal(t, []any{"available", "idle"}, at(v, "rona", "waysOut"))
	})
}

func TestTexts(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := &tab{stand: s, head: http.Header{}}
		for lang, l := range map[string]label.Language{"?lang=fr": label.French(), "?lang=en-GB": label.English(), "?lang=fr-CA": label.French(), "?lang=xx": label.English(), "": label.English()} {
			res, d := a.send(a.request(t.Context(), "GET", "/texts"+lang, nil))
			require.Equal(t, l.Tag(), d["language"])
			require.Equal(t, l.Tag(), res.Header.Get("Content-Language"))
			require.Len(t, d["texts"], len(l.Words()))
			require.Equal(t, l.Text("status.call-on-hold"), at(d, "texts", "status.call-on-hold"))
			r := a.request(t.Context(), "GET", "/texts"+lang, nil)
			r.Header.Set("If-None-Match", res.Header.Get("ETag"))
			res, err := s.http.Do(r)
			require.NoError(t, err)
			require.NoError(t, res.Body.Close())
			require.Equal(t, 304, res.StatusCode)
		}
		a.head.Set("Accept-Language", "de, fr;q=0.8")
		require.Equal(t, "fr", a.get("/texts")["language"])
	})
}

// What anybody types comes out as the same text, inside JSON whose every angle
// bracket is escaped, under a type that no browser guesses at.
func TestHTMLIsData(t *testing.T) {
	const nasty = `<img src=x onerror="alert(1)">&</script><!--` + "\u2028" + `'"`
	bubble(t, func(c *callcontrol.Config, _ *deskhttp.Config) {
		c.Values = func(telephony.CallID, telephony.Contact) map[string]string { return map[string]string{"vip": nasty} }
	}, func(t *testing.T, s *stand) {
		a := s.talking(`c"<b>1`, "A1")
		path := "/calls/c%22%3Cb%3E1"
		typed := strings.ReplaceAll(nasty, "\u2028", "")
		a.done(path+"/variables/type", doc{"name": "order", "value": typed})
		a.done(path+"/variables/save", nil)
		for _, url := range []string{"/view", "/view?lang=%3Cscript%3E", "/targets?list=agents&action=consult&search=%3Cb%3E&call=%3Cb%3E", "/reasons?call=%3Cb%3E", "/%3Cscript%3E"} {
			r := a.request(t.Context(), "GET", url, nil)
			res, err := s.http.Do(r)
			require.NoError(t, err)
			body := make([]byte, 1<<20)
			n := 0
			for {
				k, err := res.Body.Read(body[n:])
				if n += k; err != nil {
					break
				}
			}
			require.NoError(t, res.Body.Close())
			require.NotContains(t, string(body[:n]), "<", url)
			require.NotContains(t, string(body[:n]), "&", url)
			require.NotContains(t, string(body[:n]), "\u2028", url)
			require.Equal(t, "application/json", res.Header.Get("Content-Type"))
			require.Equal(t, "nosniff", res.Header.Get("X-Content-Type-Options"))
		}
		v := a.get("/view")
		require.Equal(t, `c"<b>1`, at(v, "interactions", 0, "id"))
		require.Equal(t, typed, at(v, "interactions", 0, "variables", 0, "saved"))
		require.Equal(t, nasty, at(v, "interactions", 0, "variables", 2, "value"))

		_, d := a.do("POST", "/number", doc{"text": nasty + "123"})
		require.Equal(t, "1123", d["text"])
	})
}
