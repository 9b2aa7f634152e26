package browsertest_test

import (
	"testing"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

// axe-core looks at every screen, in light and in dark, and has nothing serious
// against any: once in English, once in French.
func TestNothingSeriousForAxe(t *testing.T) {
	t.Parallel()
	for _, look := range []struct {
		name, lang string
		dark       bool
	}{{"light", "en", false}, {"dark", "fr", true}} {
		t.Run(look.name, func(t *testing.T) {
			t.Parallel()
			s := begin(t, look.lang)
			w := bt.In(t, look.lang)
			how := bt.Look{Language: w.Browser(), Dark: look.dark}
			for _, d := range []struct{ name, path string }{{"start", "/"}, {"stories", "/stories/"}} {
				tab := bt.Open(t, d.name, how)
				tab.Go(s.server.URL(d.path))
				tab.Role("main", "").Shown()
				tab.Role("button", "").Is("shown", nil, 2000)
				if d.name == "stories" {
					tab.Role("region", w.Of("stories/all")).Role("link", "").Press()
					tab.Button(w.Of("stories/next")).Press()
				}
				tab.Usable(d.name)
				tab.Close()
			}

			a1 := bt.OpenDeskWith(t, s.server, "A1", w, how)
			a1.Usable("signed out")
			a1.Ready()
			s.world.Arrives("inbound", "billing", "Anna")
			s.world.Arrives("chat", "billing", "Chat")
			a1.Popover().Role("article", "").Count(2)
			a1.Usable("popover")
			a1.TasksButton().Press()
			a1.Tasks().Role("article", "").Count(2)
			a1.Usable("task list")
			a1.TasksButton().Press()
			a1.Tasks().Role("article", "").Gone()
			s.world.Answers("A1")
			a1.Is("Anna", bt.Caller, "status.connected")
			a1.Do("Anna", "action.hold")
			a1.Is("Anna", bt.Caller, "status.call-on-hold")
			a1.Action("Anna", "action.end").Focus()
			a1.Role("tooltip", "").Shown()
			a1.Usable("call on hold, with a reason")

			a2 := bt.OpenDeskWith(t, s.server, "A2", w, how)
			a2.SignIn()
			for _, tab := range []string{"dialog.agent", "dialog.queue", "dialog.dial-number", "dialog.organization"} {
				box := a1.AskFor("Anna", "consult", tab)
				if tab == "dialog.dial-number" {
					box.Role("textbox", w.Of("dialog.number")).Type("1 (2)")
					box.Says(w.Of("number-removed.punctuation"))
				} else {
					box.Role("radio", "").Shown()
				}
				a1.Usable(tab)
				box.Button(w.Of("page.cancel")).Press()
				box.Gone()
			}
			a1.Ask("Anna", "consult", "dialog.agent", ben)
			a2.Popover().Role("article", "").Shown()
			a2.Usable("consult request")
			s.world.Answers("A2")
			a1.Is("Anna", bt.Consulted, "status.consulting")
			a1.Draft("Anna", "Topic", "mine")
			a2.Draft("Anna", "Topic", "theirs")
			a2.Save("Anna")
			a1.Noticed("theirs")
			a1.Usable("consult, with a conflict")
			a2.Usable("consulted")
			a1.Do("Anna", "action.end-consult")
			a1.Call("Anna").Role("dialog", "").Shown()
			a1.Usable("dialog of the consult")
			a1.Do("Anna", "action.resume")
			a1.Is("Anna", bt.Caller, "status.connected")
			a1.Do("Anna", "action.end")
			a1.Call("Anna").Role("dialog", w.Of("wrap-up.title")).Shown()
			a1.Usable("wrap-up")

			a2.Button(w.Of("desktop.dial")).Press()
			a2.Dialog("desktop.dial").Shown()
			a2.Usable("dialling")
			a2.Key(bt.Escape, 0)
			a2.Button(w.Of("agent-action.available")).Press()
			s.world.Arrives("inbound", "billing", "Bert")
			s.world.Declines("A2")
			a2.State().Says(w.Of("agent-status.rona"))
			a2.Usable("RONA")
			a2.Expect("net::ERR_")
			a2.Wire.Cut()
			a2.Exact(w.Of("page.lost")).Shown()
			a2.Usable("connection lost")
		})
	}
}
