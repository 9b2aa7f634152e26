package deskhttp_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// names are the names of a list's rows.
func names(d doc) []string {
	all := []string{}
	for _, r := range d["rows"].([]any) {
		all = append(all, fmt.Sprint(at(r, "name")))
	}
	return all
}

func TestLists(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		tests := []struct {
			query string
			names []string
			row   doc // the first
		}{
			{"list=queues&action=consult", []string{"Billing", "Help"}, doc{"to": map[string]any{"kind": "queue", "address": "billing"}, "name": "Billing"}},
			{"list=queues&action=transfer", []string{"Billing"}, nil},
			{"list=queues&action=consult&search=HEL", []string{"Help"}, nil},
			{"list=entry-points&action=consult", []string{}, nil},
			{"list=entry-points&action=transfer", []string{"Front desk"}, doc{"to": map[string]any{"kind": "entry-point", "address": "front"}, "name": "Front desk"}},
			{"list=ep-dns&action=consult&search=(800) 555", []string{"Front desk"}, doc{"to": map[string]any{"kind": "ep-dn", "address": "+18005550111"}, "name": "Front desk", "number": "+18005550111"}},
			{"list=ep-dns&action=transfer", []string{}, nil},
			{"list=numbers&action=consult&search=zoe", []string{"Zoé"}, doc{"to": map[string]any{"kind": "number", "address": "+33123456789"}, "name": "Zoé", "number": "+33123456789"}},
			{"list=organization&action=transfer&search=labs", []string{"Max Stone"}, nil},
			{"list=organization&action=consult&search=nobody", []string{}, nil},
		}
		for _, test := range tests {
			d := a.get("/targets?" + strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29").Replace(test.query))
			require.Equal(t, test.names, names(d), test.query)
			require.EqualValues(t, len(test.names), d["total"])
			require.Equal(t, "2000-01-01T00:00:00Z", d["asOf"])
			if test.row != nil {
				require.Equal(t, map[string]any(test.row), at(d, "rows", 0))
			}
		}
		for query, status := range map[string]int{"list=planets&action=consult": 404, "action=consult": 404, "list=queues": 400, "list=queues&action=end": 400} {
			got, _ := a.do("GET", "/targets?"+query, nil)
			require.Equal(t, status, got, query)
		}
	})
}

// The agents of a list are those whom the request would find (CON-3, TRF-3).
func TestAgentsAsTargets(t *testing.T) {
	list := func(x *tab, action string) []string {
		return names(x.get("/targets?list=agents&action=" + action))
	}
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		require.Empty(t, list(a, "consult"), "nobody is signed in")
		b, c := s.tab("A2"), s.tab("A3")
		b.done("/agent/sign-in", nil)
		c.done("/agent/sign-in", nil)
		require.Equal(t, []string{"Bob", "Cleo"}, list(a, "consult"))
		require.Empty(t, list(a, "transfer"), "Idle can be consulted, and not be transferred to")
		c.done("/agent/available", nil)
		d := a.get("/targets?list=agents&action=transfer&lang=fr")
		require.Equal(t, map[string]any{"to": map[string]any{"kind": "agent", "address": "A3"}, "name": "Cleo", "supervisor": true, "status": "available", "text": "Disponible"}, at(d, "rows", 0))
		require.Equal(t, []string{"Bob"}, names(a.get("/targets?list=agents&action=consult&search=gold")))

		b.done("/agent/available", nil)
		for i := range 6 {
			s.chats(telephony.CallID(fmt.Sprint("x", i)))
		}
		b.done("/accept-all", nil)
		c.done("/accept-all", nil)
		d = a.get("/targets?list=agents&action=transfer")
		require.Equal(t, []string{"Bob", "Cleo"}, names(d), "a chat leaves the voice slot free")
		require.Equal(t, "Engaged", at(d, "rows", 0, "text"))

		a.done("/calls/c1/consult", doc{"to": doc{"kind": "agent", "address": "A2"}})
		require.Equal(t, []string{"Cleo"}, list(a, "transfer"), "who is rung is in the call")
		s.answers("c1", "A2")
		require.Equal(t, []string{"Cleo"}, list(a, "consult"), "who is in the call is no target")
		s.calls("c2")
		require.Empty(t, list(a, "consult"), "a call rings at the last one")
	})
}

func TestOffHookIsNoTarget(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		s.ready("A2")
		s.sw.OffHook("A2")
		a.done("/notices/acknowledge", doc{"upTo": 0})
		require.Empty(t, a.get("/targets?list=agents&action=consult")["rows"])
		a.not("/calls/c1/consult", doc{"to": doc{"kind": "agent", "address": "A2"}}, 409, "denied")
	})
}

type brokenLists struct{ err error }

func (b *brokenLists) Lists(context.Context) (target.Lists, error) {
	return target.Lists{Queues: []target.Place{{ID: "q", Name: "Q", Consult: true}}}, b.err
}

func TestRefresh(t *testing.T) {
	lists := &brokenLists{}
	bubble(t, func(c *callcontrol.Config, _ *deskhttp.Config) { c.Directory = lists }, func(t *testing.T, s *stand) {
		a := s.tab("A1")
		a.done("/targets/refresh", nil)
		lists.err = errors.New("the directory is away")
		a.not("/targets/refresh", nil, 502, "not-fetched")
		require.Equal(t, []string{"Q"}, names(a.get("/targets?list=queues&action=consult")), "the last lists serve")
	})
}

func TestLongListsAreCut(t *testing.T) {
	bubble(t, func(c *callcontrol.Config, _ *deskhttp.Config) {
		var l target.Lists
		for i := range 300 {
			l.Queues = append(l.Queues, target.Place{ID: fmt.Sprint("q", i), Name: fmt.Sprint("Queue ", i), Consult: true})
		}
		c.Directory = callcontrol.StaticDirectory(l)
	}, func(t *testing.T, s *stand) {
		d := s.tab("A1").get("/targets?list=queues&action=consult")
		require.Len(t, d["rows"], 200)
		require.EqualValues(t, 300, d["total"])
	})
}

func TestNumbers(t *testing.T) {
	tooFew := label.English().Refusal(dialnumber.Check("12"))
	tests := []struct {
		name, text string
		want       doc
	}{
		{"clean", "+12015550100", doc{"text": "+12015550100", "valid": true, "format": "US", "verdict": "allow", "removed": []any{}, "refusals": []any{}}},
		{"pasted", "\U0001F4DE (201) ٥555-0100", doc{"text": "20155550100", "valid": true, "folded": []any{map[string]any{"offset": 9., "char": "٥", "to": "5"}}}},
		{"too short", "12", doc{"valid": false, "refusals": []any{map[string]any{"rule": "DN-1", "text": tooFew, "offset": 2.}}}},
		{"denied", "+19005550100", doc{"valid": true, "verdict": "deny"}},
		{"nothing", "", doc{"text": "", "valid": false}},
	}
	bubble(t, func(_ *callcontrol.Config, c *deskhttp.Config) {
		c.Numbers = deskhttp.Numbers{Region: "US", Policy: dialnumber.Policy{Rules: []dialnumber.PolicyRule{{Prefix: "+1900", Dial: dialnumber.Deny}}}}
	}, func(t *testing.T, s *stand) {
		a := s.tab("A1")
		for _, test := range tests {
			status, d := a.do("POST", "/number", doc{"text": test.text, "use": "dial"})
			require.Equal(t, 200, status, test.name)
			for k, v := range test.want {
				require.Equal(t, v, d[k], "%s: %s", test.name, k)
			}
		}
		_, d := a.do("POST", "/number?lang=fr", doc{"text": tests[1].text})
		require.Equal(t, map[string]any{"offset": 2., "char": " ", "kind": "space", "text": label.French().NumberRemoved(dialnumber.Space)}, at(d, "removed", 1), "%v", d["removed"])
		_, d = a.do("POST", "/number", doc{"text": fmt.Sprintf("%0300d", 1)})
		require.Contains(t, fmt.Sprint(d["refusals"]), "DN-8")
		require.Empty(t, d["removed"])
		a.not("/number", doc{"text": "123", "region": "Nowhere"}, 400, "invalid")
		a.not("/number", doc{"text": "123", "use": "prank"}, 400, "invalid")
	})
}

func TestConfig(t *testing.T) {
	center, err := callcontrol.New(callcontrol.Config{Adapter: simulator.New(simulator.Config{})})
	require.NoError(t, err)
	good := deskhttp.Config{Center: center, Identify: whoAsks, Origins: []string{"https://desk.example.com:8443"}}
	s, err := deskhttp.New(good)
	require.NoError(t, err)
	s.Close()
	for name, change := range map[string]func(*deskhttp.Config){
		"no centre":      func(c *deskhttp.Config) { c.Center = nil },
		"no Identify":    func(c *deskhttp.Config) { c.Identify = nil },
		"a path":         func(c *deskhttp.Config) { c.Origins = []string{"https://desk.example.com/"} },
		"no scheme":      func(c *deskhttp.Config) { c.Origins = []string{"desk.example.com"} },
		"capitals":       func(c *deskhttp.Config) { c.Origins = []string{"https://Desk.example.com"} },
		"a region":       func(c *deskhttp.Config) { c.Numbers.Region = "XX" },
		"a policy":       func(c *deskhttp.Config) { c.Numbers.Policy.Rules = []dialnumber.PolicyRule{{Prefix: "x"}} },
		"negative":       func(c *deskhttp.Config) { c.Limits.Rate = -1 },
		"negative age":   func(c *deskhttp.Config) { c.Limits.Age = -1 },
		"negative bytes": func(c *deskhttp.Config) { c.Limits.Body = -1 },
	} {
		bad := good
		change(&bad)
		_, err := deskhttp.New(bad)
		require.ErrorIs(t, err, deskhttp.ErrConfig, name)
	}
}
