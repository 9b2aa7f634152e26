package browsertest_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

// markup is what would run, load or break out if any page took text for HTML.
const markup = `<img src=x onerror="window.hurt=1"><script>window.hurt=2</script><b>"'&lt;`

// HTML in every field that a person or a customer fills: shown as it was typed,
// in the other agent's page too, and run nowhere.
func TestMarkupStaysText(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.desk("A1").Ready()
		w := a1.W
		name := `<img src=x onerror=window.hurt=1><b>Eve`
		s.world.ArrivesWith("inbound", "billing", name, markup)
		a1.Card("contact.inbound").Says(markup)
		s.world.Answers("A1")
		a1.Is(name, bt.Caller, "status.connected")
		a1.Field(name, "Topic").Holds(markup)

		a2 := s.desk("A2").SignIn()
		a1.Ask(name, "consult", "dialog.agent", ben)
		a2.Popover().Role("article", "").Says(markup)
		s.world.Answers("A2")
		a2.Is(name, bt.Owner, "status.consulting")
		a1.Draft(name, "Topic", "mine "+markup)
		a1.Draft(name, "Account", markup)
		a2.Draft(name, "Topic", "theirs "+markup)
		a2.Save(name)
		a1.Noticed("mine " + markup)
		a1.Noticed("theirs " + markup)
		a1.Save(name)
		a2.Field(name, "Account").Holds(markup)
		a1.Do(name, "action.end-consult")
		a1.Call(name).Role("dialog", w.Of("wrap-up.consult")).Role("searchbox", "").Type(markup)
		a1.Call(name).Role("dialog", w.Of("wrap-up.consult")).Says(w.Of("dialog.nothing-found"))
		a1.Call(name).Button(w.Of("wrap-up-action.dismiss")).Press()
		a1.Call(name).Role("dialog", "").Gone()

		box := a1.AskFor(name, "consult", "dialog.dial-number")
		box.Role("textbox", w.Of("dialog.number")).Type("+1 201 555 0123" + markup)
		box.Says(w.Of("number-removed.letter"))
		box.Role("searchbox", w.Of("dialog.search")).Type(markup)
		box.Says(w.Of("dialog.nothing-found"))
		box.Button(w.Of("page.cancel")).Press()
		for _, d := range []*bt.Desk{a1, a2} {
			require.True(t, bt.Script[bool](d.Tab, `window.hurt === undefined && !document.querySelector("main img, main script, main b, aside b")`))
		}
	})
}

// An agent whom the server does not know, by the address and by the form.
func TestUnknownAgent(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		w := bt.In(t, lang)
		tab := bt.Open(t, "nobody", bt.Look{Language: w.Browser()})
		tab.Expect("401")
		tab.Go(s.server.URL("/desk/#agent=" + "%3Cb%3Enobody"))
		tab.Role("alert", "").Shown()
		tab.Role("textbox", w.Of("page.agent")).Holds("<b>nobody")
		tab.Role("textbox", w.Of("page.agent")).Type("A3")
		tab.Button(w.Of("page.open")).Press()
		tab.Button(w.Of("agent-action.sign-in")).Shown()
		tab.Role("alert", "").Gone()
	})
}

// A forged token is no session: the page opens one of its own and goes on.
func TestForgedToken(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		a1.Expect("401")
		bt.Script[bool](a1.Tab, `Object.keys(sessionStorage).forEach((k) => {
			const v = sessionStorage.getItem(k);
			if (v.includes("token")) sessionStorage.setItem(k, JSON.stringify({...JSON.parse(v), token: "forged"}));
		}), true`)
		a1.Reload()
		a1.Live()
		a1.Is("Anna", bt.Caller, "status.connected")
		a1.Do("Anna", "action.hold")
		a1.Is("Anna", bt.Caller, "status.call-on-hold")
	})
}

// A session that ends under an open page: what is pressed next is done all the
// same, since another session is as good.
func TestSessionIsTakenAway(t *testing.T) {
	t.Parallel()
	s := begin(t, "fr")
	a1 := s.talk("Anna", "billing")
	a1.Expect("401")
	require.Equal(t, "200", bt.Script[string](a1.Tab, `fetch("/api/session", {method: "DELETE", headers: {Authorization: "Bearer " +
		Object.values(sessionStorage).map((v) => { try { return JSON.parse(v).token } catch { return null } }).find(Boolean)}}).then((r) => String(r.status))`))
	a1.Do("Anna", "action.hold")
	a1.Is("Anna", bt.Caller, "status.call-on-hold")
	a1.Live()
}

// A body of ten megabytes, and a hundred kilobytes pasted into a field: refused with the
// reason, kept, and the desk goes on.
func TestTenMegabytes(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		a1.Expect("413")
		a1.Expect("422")
		a1.Expect("net::ERR_") // the server stops reading and closes
		require.Equal(t, "413", bt.Script[string](a1.Tab, `fetch("/api/number", {method: "POST", body: JSON.stringify({text: "1".repeat(10 << 20)}), headers: {"Content-Type": "application/json", Authorization: "Bearer " +
			Object.values(sessionStorage).map((v) => { try { return JSON.parse(v).token } catch { return null } }).find(Boolean)}}).then((r) => String(r.status), () => "413")`))
		bt.Script[bool](a1.Tab, fmt.Sprintf(`(() => {
			const field = __bench.find([{role: "textbox", name: "Topic", starts: true}])[0];
			field.focus();
			field.value = "x".repeat(%d);
			field.dispatchEvent(new InputEvent("input", {bubbles: true, inputType: "insertFromPaste"}));
			field.blur();
			return true;
		})()`, 100<<10))
		a1.Call("Anna").Like("textbox", "Topic").Shown()
		bad := bt.Script[string](a1.Tab, `__bench.until([{role:"textbox",name:"Topic",starts:true}],"invalid",null,8000).then((a) => a.ok ? "" : a.saw)`)
		require.Empty(t, bad)
		a1.Draft("Anna", "Topic", "short again")
		a1.Save("Anna")
		a1.Field("Anna", "Topic").Described(w.Of("page.changed-by", "by", ada))
		a1.Do("Anna", "action.hold")
		a1.Is("Anna", bt.Caller, "status.call-on-hold")
	})
}

// An interaction that never was: the API says so in a document, not in a page.
func TestUnknownInteraction(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1 := s.talk("Anna", "billing")
	a1.Expect("404")
	a1.Expect("400")
	got := bt.Script[string](a1.Tab, `fetch("/api/calls/"+encodeURIComponent("nobody <b>")+"/hold", {method: "POST", body: "{}", headers: {"Content-Type": "application/json", Authorization: "Bearer " +
		Object.values(sessionStorage).map((v) => { try { return JSON.parse(v).token } catch { return null } }).find(Boolean)}}).then(async (r) => r.status + " " + r.headers.get("content-type") + " " + (await r.json()).outcome)`)
	require.Equal(t, "404 application/json no-interaction", strings.Replace(got, "; charset=utf-8", "", 1))
	a1.Is("Anna", bt.Caller, "status.connected")
}

// Another site's page can neither read nor press, and no page may frame, inject
// or load what is not the server's.
func TestOtherOriginsAndHeaders(t *testing.T) {
	t.Parallel()
	server := bt.NewServer(t)
	for _, path := range []string{"/", "/desk/", "/stories/"} {
		response, err := http.Get(server.URL(path))
		require.NoError(t, err)
		_ = response.Body.Close()
		csp := response.Header.Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "script-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"} {
			require.Contains(t, csp, part, path)
		}
		require.NotContains(t, csp, "unsafe", path)
		require.Equal(t, "nosniff", response.Header.Get("X-Content-Type-Options"), path)
	}
	request, _ := http.NewRequest(http.MethodPost, server.URL("/api/session"), strings.NewReader(`{"agent":"A1"}`))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Origin", "https://evil.example")
	request.Header.Set("Sec-Fetch-Site", "cross-site")
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	_ = response.Body.Close()
	require.Equal(t, http.StatusForbidden, response.StatusCode)

	// In the browser: a page of the harness's, on another origin.
	evil := bt.Open(t, "evil", bt.Look{})
	evil.Expect("net::ERR_")
	evil.Expect("403")
	evil.Expect("415")
	evil.Go(own(t))
	said := bt.Script[string](evil, fmt.Sprintf(`fetch(%q, {method: "POST", body: '{"agent":"A1"}', headers: {"Content-Type": "text/plain"}, mode: "no-cors"}).then((r) => r.type + r.status, (e) => "refused")`, server.URL("/api/session")))
	require.Contains(t, []string{"opaque0", "refused"}, said)
	require.Equal(t, "refused", bt.Script[string](evil, fmt.Sprintf(`fetch(%q).then((r) => r.type + r.status, () => "refused")`, server.URL("/phones/scene"))))
	evil.Forget("CORS policy")
}
