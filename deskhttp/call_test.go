package deskhttp_test

import (
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// A call from its first ring to its wrap-up, with a consult, a conference and a
// transfer, by the API alone.
func TestACall(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		b := s.ready("A2")
		pane := func(x *tab, n int) any { return at(x.get("/view"), "interactions", 0, "panes", n, "status") }
		require.Equal(t, "Connected", pane(a, 0))
		a.done("/calls/c1/hold", nil)
		require.Equal(t, "Call on Hold", pane(a, 0))
		d := a.not("/calls/c1/hold", nil, 409, "denied")
		require.Equal(t, "Hold", d["action"])
		require.NotEmpty(t, d["rule"])
		a.done("/calls/c1/resume", nil)

		a.done("/calls/c1/consult", doc{"to": doc{"kind": "agent", "address": "A2"}})
		require.Equal(t, "Consult Requested", pane(a, 0))
		s.answers("c1", "A2")
		require.Equal(t, "Consulting", pane(b, 0))
		a.done("/calls/c1/resume", nil) // swap
		a.done("/calls/c1/resume-consult", nil)
		a.done("/calls/c1/conference", nil)
		require.Equal(t, "Conference", pane(b, 0))
		a.done("/calls/c1/transfer", nil)

		require.NotNil(t, at(a.get("/view"), "interactions", 0, "wrapUp"))
		require.Equal(t, []any{map[string]any{"code": "café", "label": "Café au lait"}}, a.get("/reasons?call=c1&search=cafe")["reasons"])
		require.Len(t, a.get("/reasons?call=c1")["reasons"], 2)
		a.not("/calls/c1/wrap-up/submit", nil, 409, "denied")
		a.done("/calls/c1/wrap-up/choose", doc{"reason": "sale"})
		a.done("/calls/c1/wrap-up/submit", nil)
		require.Empty(t, a.get("/view")["interactions"])

		b.done("/calls/c1/end", nil)
		b.done("/calls/c1/wrap-up/choose", doc{"reason": "sale"})
		b.done("/calls/c1/wrap-up/submit", nil)
		notices := b.get("/view")["notices"].([]any)
		require.NotEmpty(t, notices)
		b.done("/notices/acknowledge", doc{"upTo": at(notices[len(notices)-1], "number")})
		require.Empty(t, b.get("/view")["notices"])
	})
}

func TestTheAgent(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.tab("A1")
		a.not("/agent/available", nil, 409, "signed-out")
		a.done("/agent/sign-in", nil)
		a.done("/agent/sign-in", doc{}) // another tab did it: it is so
		require.Equal(t, "Idle (Lunch)", at(a.get("/view"), "agent", "text"))
		a.done("/agent/idle", doc{"code": "Break"})
		require.Equal(t, "Inactif (Break)", at(a.get("/view?lang=fr"), "agent", "text"))
		a.not("/agent/idle", doc{"code": "Surfing"}, 400, "invalid")
		a.not("/agent/rona", nil, 404, "not-found")
		a.done("/agent/available", nil)
		s.calls("c1")
		d := a.not("/agent/sign-out", nil, 409, "denied")
		require.Equal(t, []any{"c1"}, d["interactions"])
		require.Equal(t, "POP-5", d["rule"])
		leg, _ := s.sw.Leg("c1", telephony.Endpoint{Kind: telephony.Customer})
		require.NoError(t, s.sw.HangsUp("c1", leg, telephony.HungUp))
		synctest.Wait()
		a.done("/agent/sign-out", nil)
		require.Equal(t, "signed-out", at(a.get("/view"), "agent", "status"))
	})
}

func TestAcceptAll(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.ready("A1")
		s.chats("x1")
		s.chats("x2")
		require.Equal(t, "Accept 2 requests", a.get("/view")["acceptText"])
		s.sw.Inject(simulator.Fault{Call: "x2", Every: true, Do: simulator.Reject, Cause: telephony.Refused})
		status, d := a.do("POST", "/accept-all", nil)
		require.Equal(t, 200, status)
		require.Equal(t, "done", d["outcome"])
		require.Equal(t, []any{"x1"}, d["accepted"])
		require.Equal(t, "x2", at(d, "refused", 0, "interaction"))
		require.Equal(t, "failed", at(d, "refused", 0, "outcome"))
	})
}

func TestOutcomes(t *testing.T) {
	bubble(t, func(_ *callcontrol.Config, c *deskhttp.Config) { c.Limits.Patience = 2 * time.Second }, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		{ // failed
			s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Hold}, Do: simulator.Reject, Cause: telephony.LimitReached})
			d := a.not("/calls/c1/hold", nil, 502, "failed")
			require.Equal(t, "limit-reached", d["cause"])
		}
		{ // pending
			s.sw.Slow(true)
			began := time.Now()
			d := a.not("/calls/c1/hold", nil, 202, "pending")
			require.Equal(t, "Hold", d["action"])
			require.Equal(t, 2*time.Second, time.Since(began))
			require.Equal(t, "Hold", at(a.get("/view"), "interactions", 0, "panes", 0, "inFlight"))
			s.sw.Slow(false)
			synctest.Wait()
			require.Equal(t, "Call on Hold", at(a.get("/view"), "interactions", 0, "panes", 0, "status"))
			a.done("/calls/c1/resume", nil)
		}
		{ // overtaken
			s.sw.Slow(true)
			answer := make(chan doc)
			go func() { _, d := a.do("POST", "/calls/c1/hold", nil); answer <- d }()
			synctest.Wait()
			leg, _ := s.sw.Leg("c1", telephony.Endpoint{Kind: telephony.Customer})
			require.NoError(t, s.sw.HangsUp("c1", leg, telephony.HungUp))
			require.Equal(t, "overtaken", (<-answer)["outcome"])
			s.sw.Slow(false)
		}
		{ // no such interaction
			a.not("/calls/none/hold", nil, 404, "no-interaction")
			a.not("/calls/a%2Fb%2F..%2Fc/hold", nil, 404, "no-interaction")
			a.not("/calls/none/wrap-up/submit", nil, 404, "no-interaction")
			a.not("/calls/none/variables/save", nil, 404, "no-interaction")
			status, d := a.do("GET", "/reasons?call=none", nil)
			require.Equal(t, 404, status)
			require.Equal(t, "no-interaction", d["outcome"])
		}
		{ // not found
			for _, path := range []string{"", "/", "/nothing", "/calls/c1/fly", "/calls/c1/offer", "/calls//hold", "/calls/c1/wrap-up/burn", "/calls/c1/variables/eat", "/calls/c1/hold/", "//view"} {
				a.not(path, nil, 404, "not-found")
			}
			for _, method := range []string{"PUT", "PATCH", "HEAD", "OPTIONS"} {
				res, err := s.http.Do(a.request(t.Context(), method, "/view", nil))
				require.NoError(t, err)
				require.NoError(t, res.Body.Close())
				require.Equal(t, 404, res.StatusCode)
			}
		}
		{ // unavailable
			s.stop()
			a.not("/calls/c1/hold", nil, 503, "unavailable")
		}
	})
}

// Two tabs of one agent press at once: both are told what came of it, and it
// happens once.
func TestTwoTabsPressAtOnce(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		b := s.tab("A1")
		before := s.sw.Count().Taken
		s.sw.Slow(true)
		var both sync.WaitGroup
		status := make([]int, 2)
		for i, x := range []*tab{a, b} {
			both.Go(func() { status[i], _ = x.do("POST", "/calls/c1/hold", nil) })
		}
		synctest.Wait()
		require.Equal(t, before+1, s.sw.Count().Taken)
		s.sw.Slow(false)
		both.Wait()
		require.Equal(t, []int{200, 200}, status)
		for _, x := range []*tab{a, b} {
			require.Equal(t, "Call on Hold", at(x.get("/view"), "interactions", 0, "panes", 0, "status"))
		}
	})
}

func TestTargetsOfAConsult(t *testing.T) {
	to := func(kind, address string) doc { return doc{"to": doc{"kind": kind, "address": address}} }
	tests := []struct {
		name, action string
		body         any
		status       int
		outcome      string
		rule         any
	}{
		{"an agent who is not there", "consult", to("agent", "A9"), 409, "denied", "CON-3"},
		{"himself", "consult", to("agent", "A1"), 409, "denied", "CON-2"},
		{"a queue that is not listed", "transfer", to("queue", "help"), 409, "denied", "TRF-10"},
		{"a queue", "consult", to("queue", "billing"), 200, "done", nil},
		{"an entry point", "transfer", to("entry-point", "front"), 200, "done", nil},
		{"a number", "consult", to("number", "+1 (201) 555-0177"), 200, "done", nil},
		{"a number that is an EP-DN", "consult", to("number", "18005550111"), 200, "done", nil},
		{"an EP-DN", "consult", to("ep-dn", "+18005550111"), 200, "done", nil},
		{"an expert", "consult", to("expert", "E1"), 200, "done", nil},
		{"too few digits", "consult", to("number", "12"), 422, "refused", "DN-1"},
		{"too few digits of an EP-DN", "consult", to("ep-dn", "x"), 422, "refused", "DN-1"},
		{"no target", "consult", nil, 400, "invalid", nil},
		{"a customer", "consult", to("customer", "+12015550100"), 400, "invalid", nil},
		{"a kind that is none", "consult", to("planet", "x"), 400, "invalid", nil},
		{"a target of a hold", "hold", to("agent", "A2"), 400, "invalid", nil},
		{"digits", "send-digits", doc{"digits": "12#"}, 200, "done", nil},
		{"digits that are none", "send-digits", doc{"digits": "<b>"}, 400, "invalid", nil},
		{"the policy denies", "consult", to("number", "+19005550177"), 422, "refused", nil},
		{"the policy asks", "transfer", to("number", "+12025550177"), 409, "confirm", nil},
		{"the policy has asked", "transfer", doc{"to": doc{"kind": "number", "address": "+12025550177"}, "confirmed": true}, 200, "done", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			bubble(t, func(_ *callcontrol.Config, c *deskhttp.Config) {
				c.Numbers = deskhttp.Numbers{Region: "US", Policy: dialnumber.Policy{Rules: []dialnumber.PolicyRule{
					{Prefix: "+1900", Consult: dialnumber.Deny}, {Prefix: "+1202", Transfer: dialnumber.Confirm},
				}}}
			}, func(t *testing.T, s *stand) {
				a := s.talking("c1", "A1")
				status, d := a.do("POST", "/calls/c1/"+test.action, test.body)
				require.Equal(t, test.outcome, d["outcome"], "%v", d)
				require.Equal(t, test.status, status)
				require.Equal(t, test.rule, d["rule"])
			})
		})
	}
}

func TestDial(t *testing.T) {
	bubble(t, func(_ *callcontrol.Config, c *deskhttp.Config) { c.Numbers.RejectLossy = true }, func(t *testing.T, s *stand) {
		a := s.tab("A1")
		a.not("/dial", doc{"number": "+12015550177"}, 409, "signed-out")
		a.done("/agent/sign-in", nil)
		d := a.not("/dial", doc{"number": "+12015550177", "callerId": "+15555555555"}, 409, "denied")
		require.NotEmpty(t, d["rule"])
		a.not("/dial", doc{"number": "1"}, 422, "refused")
		a.not("/dial", doc{"number": "1-800-FLOWERS", "region": "US"}, 422, "refused")
		a.not("/dial", doc{"number": "+12015550177", "region": "XX"}, 400, "invalid")
		d = a.done("/dial", doc{"number": "+1 201 555 0177", "callerId": "+18005550199"})
		require.Equal(t, d["interaction"], at(a.get("/view"), "interactions", 0, "id"))
	})
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.ready("A1")
		s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Dial}, Do: simulator.Block})
		d := a.not("/dial", doc{"number": "+12015550177"}, 202, "pending")
		require.Equal(t, d["interaction"], at(a.get("/view"), "interactions", 0, "id"))
	})
}

func TestBodies(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		big := make([]byte, 10<<20)
		for i := range big {
			big[i] = ' '
		}
		for path, body := range map[string]string{
			"/agent/idle": `{"code":"Break","x":1}`, "/accept-all": `{"all":true}`, "/dial": `[]`, "/calls/c1/hold": `{"to":"A2"}`,
			"/calls/c1/wrap-up/choose": `{"reason":1}`, "/calls/c1/variables/type": `{"name":"order","value":4}`,
			"/notices/acknowledge": `{"upTo":-1}`, "/number": `{"text":"1"} {}`, "/targets/refresh": `nonsense`,
		} {
			a.not(path, body, 400, "invalid")
			a.not(path, `{`, 400, "invalid")
			a.not(path, "\"\xff", 400, "invalid")
			a.not(path, string(big), 413, "too-large")
			for _, kind := range []string{"", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", "application/jsonp", "multipart/form-data", ";"} {
				r := a.request(t.Context(), "POST", path, nil)
				r.Header.Set("Content-Type", kind)
				res, d := a.send(r)
				require.Equal(t, 415, res.StatusCode, kind)
				require.Equal(t, "unsupported", d["outcome"])
			}
		}
		time.Sleep(time.Minute)
		r := a.request(t.Context(), "POST", "/calls/c1/hold", string(big))
		r.ContentLength = -1 // nobody says how long it is
		res, d := a.send(r)
		require.Equal(t, 413, res.StatusCode)
		require.Equal(t, "too-large", d["outcome"])
		r = a.request(t.Context(), "POST", "/calls/c1/hold", "  ")
		r.Header.Set("Content-Type", "Application/JSON; charset=UTF-8")
		res, d = a.send(r)
		require.Equal(t, http.StatusOK, res.StatusCode, "%v", d)
	})
}
