package main

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// A call from the customer's wish to his hang-up, all of it from the panel.
func TestCall(t *testing.T) {
	st := serve(t)
	st.free("A1")
	require.JSONEq(t, `{"ids":["Anna"]}`, st.does("/phones/customers", `{"kind":"inbound","to":"billing"}`))
	phone := st.at("A1", "ringing")
	st.does(phone+"answer", "")
	st.at("A1", "talking")
	code, text := st.ask(http.MethodPost, phone+"answer", "")
	require.Equal(t, http.StatusConflict, code, text)

	st.does(phone+"hold", "")
	s := st.until(func(s scene) bool { return s.Phones[0].Calls[0].Held })
	require.Equal(t, "talking", s.Customers[0].State, "a hold on the device is the device's (HLD-2)")
	require.Equal(t, []string{"A1"}, s.Customers[0].With)
	st.does(phone+"take-back", "")
	st.until(func(s scene) bool { return !s.Phones[0].Calls[0].Held })

	st.does(legPath("Anna", 1)+"hang-up", "")
	st.until(func(s scene) bool { return len(s.Customers) == 0 && len(s.Phones[0].Calls) == 0 })
	code, _ = st.ask(http.MethodPost, phone+"hang-up", "")
	require.Equal(t, http.StatusNotFound, code)
}

// Who hears whom is told of each: in a consult the owner talks with one of two.
func TestConsult(t *testing.T) {
	st := serve(t)
	st.free("A1")
	st.does("/phones/customers", `{"kind":"inbound","to":"main-line"}`)
	st.does(st.at("A1", "ringing")+"answer", "")
	st.at("A1", "talking")
	st.free("A2")
	desk := st.w.center.Desk("A1")
	st.may("A1", interaction.Consult)
	require.NoError(t, desk.Consult(t.Context(), "Anna", interaction.ToAgent("A2")))
	st.at("A1", "alone")
	st.does(st.at("A2", "ringing")+"answer", "")
	st.at("A2", "talking")
	st.may("A1", interaction.StartConference)
	require.NoError(t, desk.Resume(t.Context(), "Anna"))
	st.at("A2", "on-hold")
	st.at("A1", "talking")
}

// Everybody else who can come, each by his own way.
func TestKinds(t *testing.T) {
	st := serve(t)
	require.JSONEq(t, `{"ids":["Zed","Zed 2"]}`, st.does("/phones/customers", `{"kind":"chat","to":"sales","name":" Zed ","count":2}`))
	for _, kind := range []string{"email", "social", "courtesy-callback", "web-callback", "preview"} {
		st.does("/phones/customers", `{"kind":"`+kind+`","to":"sales","name":"`+kind+`"}`)
	}
	state := map[telephony.CallID]string{}
	for _, c := range st.w.scene().Customers {
		state[c.ID] = c.State
	}
	require.Equal(t, map[telephony.CallID]string{"Zed": "waiting", "Zed 2": "waiting", "email": "waiting", "social": "waiting",
		"courtesy-callback": "expected", "web-callback": "expected", "preview": "expected"}, state)

	code, _ := st.ask(http.MethodPost, "/phones/customers/preview/offer", `{"agent":"A9"}`)
	require.Equal(t, http.StatusNotFound, code)
	code, _ = st.ask(http.MethodPost, "/phones/customers/email/offer", `{"agent":"A1"}`)
	require.Equal(t, http.StatusNotFound, code, "no campaign's")
	code, text := st.ask(http.MethodPost, "/phones/customers/preview/offer", `{"agent":"A1"}`)
	require.Equal(t, http.StatusConflict, code)
	require.Contains(t, text, `"rule":"ANS-3"`)
}

// A callback that the agent has cancelled is no more waited for (CBK-4).
func TestCancelledCallback(t *testing.T) {
	st := serve(t)
	st.free("A1")
	st.does("/phones/customers", `{"kind":"web-callback","to":"sales"}`)
	st.does(st.at("A1", "ringing")+"answer", "")
	st.until(func(s scene) bool { return s.Customers[0].State == "ringing" })
	require.NoError(t, st.w.center.Desk("A1").Cancel(t.Context(), "Anna"))
	st.until(func(s scene) bool { return len(s.Customers) == 0 })
}

// Whom an agent dials is among the customers while he is there, and can answer.
func TestOutdial(t *testing.T) {
	st := serve(t)
	st.free("A1")
	number, err := dialnumber.New("+12015550123")
	require.NoError(t, err)
	id, err := st.w.center.Desk("A1").Dial(t.Context(), number, "")
	require.NoError(t, err)
	st.does(st.at("A1", "ringing")+"answer", "")
	s := st.until(func(s scene) bool { return len(s.Customers) == 1 && s.Customers[0].State == "ringing" })
	require.Equal(t, "+12015550123", s.Customers[0].Number)
	st.does(legPath(id, s.Customers[0].Leg)+"no-answer", "")
	st.until(func(scene) bool {
		st.w.mu.Lock()
		defer st.w.mu.Unlock()
		return len(st.w.order) == 0 && len(st.w.people) == 0 // and is forgotten
	})
}

func TestHook(t *testing.T) {
	st := serve(t)
	st.does("/phones/agents/A2/off-hook", "")
	require.True(t, st.w.scene().Phones[1].Off)
	st.does("/phones/agents/A2/on-hook", "")
	require.False(t, st.w.scene().Phones[1].Off)
	for _, path := range []string{"/phones/agents/A9/off-hook", "/phones/agents/A2/dance"} {
		code, _ := st.ask(http.MethodPost, path, "")
		require.GreaterOrEqual(t, code, 400, path)
	}
}

// Each thing that is asked to go wrong goes wrong once.
func TestTrouble(t *testing.T) {
	st := serve(t)
	st.free("A1")
	st.does("/phones/customers", `{"kind":"chat","to":"sales"}`)
	desk := st.w.center.Desk("A1")
	_, err := desk.Wait(t.Context(), func(v *callcontrol.View) bool { return v.Acceptable == 1 })
	require.NoError(t, err)
	require.NoError(t, desk.Accept(t.Context(), "Anna"))

	st.does("/phones/trouble/save", "")
	require.True(t, st.w.scene().Trouble.Save)
	require.NoError(t, desk.Type(t.Context(), "Anna", "topic", "new"))
	require.ErrorIs(t, desk.Save(t.Context(), "Anna"), callcontrol.ErrNotKept)
	require.NoError(t, desk.Save(t.Context(), "Anna"))
	require.False(t, st.w.scene().Trouble.Save)

	st.does("/phones/trouble/fetch", "")
	require.Error(t, desk.Fetch(t.Context(), "Anna", "card"))
	require.NoError(t, desk.Fetch(t.Context(), "Anna", "card"))

	st.does("/phones/trouble/lists", "")
	require.Error(t, st.w.center.Refresh(t.Context()))
	require.NoError(t, st.w.center.Refresh(t.Context()))

	st.does("/phones/trouble/slow", "")
	require.True(t, st.w.scene().Trouble.Slow)
	code, _ := st.ask(http.MethodPost, "/phones/trouble/next", "")
	require.Equal(t, http.StatusConflict, code, "nothing waits")
	st.does("/phones/trouble/down", "")
	require.True(t, st.w.scene().Trouble.Down)
	for _, err := range st.w.sw.Live(t.Context()) {
		require.ErrorIs(t, err, simulator.ErrLink)
	}
	st.does("/phones/trouble/heal", "")
	for _, err := range st.w.sw.Live(t.Context()) {
		require.NoError(t, err)
	}
	require.Equal(t, trouble{}, st.w.scene().Trouble)
	code, _ = st.ask(http.MethodPost, "/phones/trouble/dance", "")
	require.Equal(t, http.StatusBadRequest, code)
}

// What makes no sense is refused, and changes nothing.
func TestBadWishes(t *testing.T) {
	st := serve(t)
	for name, tc := range map[string]struct {
		body string
		code int
	}{
		"no body":         {"", 400},
		"no JSON":         {"{", 400},
		"more than one":   {`{"kind":"chat","to":"sales"} {}`, 400},
		"unknown field":   {`{"kind":"chat","to":"sales","admin":true}`, 400},
		"no kind":         {`{"to":"sales"}`, 400},
		"unknown kind":    {`{"kind":"fax","to":"sales"}`, 400},
		"an outdial":      {`{"kind":"outdial","to":"sales"}`, 400},
		"no queue":        {`{"kind":"chat"}`, 400},
		"unknown queue":   {`{"kind":"chat","to":"moon"}`, 400},
		"name of dots":    {`{"kind":"chat","to":"sales","name":".."}`, 400},
		"control sign":    {`{"kind":"chat","to":"sales","name":"a\u0000b"}`, 400},
		"long name":       {`{"kind":"chat","to":"sales","name":"` + strings.Repeat("x", maxName+1) + `"}`, 400},
		"long topic":      {`{"kind":"chat","to":"sales","topic":"` + strings.Repeat("x", maxTopic+1) + `"}`, 400},
		"fewer than none": {`{"kind":"chat","to":"sales","count":-1}`, 400},
		"a crowd":         {`{"kind":"chat","to":"sales","count":21}`, 400},
		"ten megabytes":   {`{"topic":"` + strings.Repeat("x", 10<<20) + `"}`, 413},
	} {
		t.Run(name, func(t *testing.T) {
			code, text := st.ask(http.MethodPost, "/phones/customers", tc.body)
			require.Equal(t, tc.code, code, text)
		})
	}
	require.Empty(t, st.w.scene().Customers)
	for _, path := range []string{legPath("nobody", 1) + "answer", legPath("x", 1) + "dance", "/phones/calls/x/legs/y/answer", "/phones/calls/x/legs/70000/answer", "/phones/calls/x/give-up"} {
		code, _ := st.ask(http.MethodPost, path, "")
		require.Contains(t, []int{400, 404}, code, path)
	}
	code, _ := st.ask(http.MethodPost, "/phones/customers", `kind=chat&to=sales`, "Content-Type", "application/x-www-form-urlencoded")
	require.Equal(t, http.StatusUnsupportedMediaType, code, "a form of another page could be sent")
}

// Nobody but our own pages can press anything, and no name but this machine's is
// answered at all.
func TestNoCrossOrigin(t *testing.T) {
	st := serve(t)
	host, err := url.Parse(st.url)
	require.NoError(t, err)
	paths := map[string]string{"/phones/customers": `{"kind":"chat","to":"sales"}`, "/phones/agents/A1/off-hook": "",
		"/phones/trouble/slow": "", "/api/session": `{"agent":"A1"}`}
	for path, body := range paths {
		for _, header := range [][]string{
			{"Sec-Fetch-Site", "cross-site"},
			{"Sec-Fetch-Site", "same-site"}, // the page of another desk's host name
			{"Origin", "https://evil.example"},
			{"Origin", "null"},
			{"Origin", "http://localhost:1"},
		} {
			code, _ := st.ask(http.MethodPost, path, body, header...)
			require.Equal(t, http.StatusForbidden, code, "%s %v", path, header)
		}
		code, _ := st.ask(http.MethodPost, path, body, "Host", "rebound.example")
		require.Equal(t, http.StatusMisdirectedRequest, code)
		code, text := st.ask(http.MethodPost, path, body, "Origin", st.url, "Sec-Fetch-Site", "same-origin")
		require.Less(t, code, 300, "%s: %s", path, text)
	}
	for _, name := range []string{"localhost", "a1.localhost:" + host.Port(), "127.0.0.1", "[::1]:8080"} {
		code, _ := st.ask(http.MethodGet, "/", "", "Host", name)
		require.Equal(t, http.StatusOK, code, name)
	}
	for _, name := range []string{"localhost.example", "notlocalhost", "10.0.0.1", "[::2]"} {
		code, _ := st.ask(http.MethodGet, "/phones/scene", "", "Host", name)
		require.Equal(t, http.StatusMisdirectedRequest, code, name)
	}
}

// What somebody has typed is data wherever it comes out: no answer is HTML, and
// no browser may take it for HTML.
func TestHTMLInEveryField(t *testing.T) {
	st := serve(t)
	evil := `<img src=x onerror=alert(1)>`
	st.does("/phones/customers", `{"kind":"inbound","to":"billing","name":"`+evil+`","topic":"`+evil+`"}`)
	code, text := st.ask(http.MethodGet, "/phones/scene", "")
	require.Equal(t, http.StatusOK, code)
	require.NotContains(t, text, "<img")
	require.Equal(t, telephony.CallID(evil), st.w.scene().Customers[0].ID, "nor is it changed")
	require.Equal(t, evil, st.w.values(telephony.CallID(evil), telephony.Contact{})["topic"])

	for _, path := range []string{"/phones/calls/" + url.PathEscape(evil) + "/legs/9/answer", "/phones/agents/" + url.PathEscape(evil) + "/off-hook", "/stories/play/" + url.PathEscape(evil)} {
		method := http.MethodPost
		if strings.HasPrefix(path, "/stories") {
			method = http.MethodGet
		}
		code, text := st.ask(method, path, "")
		require.GreaterOrEqual(t, code, 400)
		require.NotContains(t, text, "<img", path)
	}
}

// The stream says at once what is so, again when it differs, and ends when the
// program does.
func TestStream(t *testing.T) {
	st := serve(t)
	next, ended := st.stream()
	require.Empty(t, next().Customers)
	st.does("/phones/customers", `{"kind":"inbound","to":"billing"}`)
	for len(next().Customers) == 0 {
	}
	st.free("A3")
	for next().Phones[2].Status != agent.Reserved {
	}
	st.s.end()
	require.True(t, ended())
}

// Only this centre's agents have desks.
func TestWhoAsks(t *testing.T) {
	st := serve(t)
	for body, want := range map[string]int{`{"agent":"A1"}`: 201, `{"agent":"A9"}`: 401, `{"agent":""}`: 401, `{`: 401, `[]`: 401} {
		code, text := st.ask(http.MethodPost, "/api/session", body)
		require.Equal(t, want, code, "%s: %s", body, text)
	}
}
