package browsertest_test

import (
	"sync"
	"testing"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

// A reload in the middle of a consult changes no state, and what was missed is
// there (AGT-7).
func TestReloadInTheMiddle(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1, a2 := s.consult("Anna", "billing")
		a1.Draft("Anna", "Topic", "typed before")
		a1.Field("Anna", "Topic").Described(a1.W.Of("variable.edited"))
		a1.Reload()
		a1.Is("Anna", bt.Consulted, "status.consulting")
		a1.Is("Anna", bt.Caller, "status.call-on-hold")
		a1.Field("Anna", "Topic").Holds("typed before")
		a2.Is("Anna", bt.Owner, "status.consulting")
		a2.Reload()
		a1.Do("Anna", "action.conference")
		a2.Is("Anna", bt.Owner, "status.conference")
	})
}

// What he looked at he looks at after a reload, though something else has begun
// first.
func TestReloadKeepsWhatIsLookedAt(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1 := s.desk("A1").Ready()
	for _, name := range []string{"First", "Second"} {
		s.world.Arrives("chat", "billing", name)
		a1.Card("contact.chat").Button(a1.W.Of("action.accept")).Press()
		a1.Tasks().Starts("button", name).Shown()
	}
	a1.Call("First").Shown()
	a1.Tasks().Starts("button", "Second").Press()
	a1.Call("Second").Shown()
	a1.Reload()
	a1.Call("Second").Shown()
	a1.Call("First").Gone()
}

// The line is cut and comes back: the page says so, and is current at once with
// the notices of the time between. Nothing is polled.
func TestLineIsCutAndComesBack(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1, a2 := s.consult("Anna", "billing")
		w := a1.W
		a1.Expect("net::ERR_")
		a1.Wire.Cut()
		a1.Exact(w.Of("page.lost")).Shown()
		a1.Is("Anna", bt.Consulted, "status.consulting") // what it knew last
		a1.Action("Anna", "action.hold-consult").Press()
		a1.Told(w.Of("page.offline"))
		a2.Do("Anna", "action.exit-consult")
		s.world.Talking("Anna", "talking")
		a1.Wire.Mend()
		a1.Told(w.Of("page.back"))
		a1.Live()
		a1.Is("Anna", bt.Caller, "status.connected")
		a1.Pane("Anna", bt.Consulted).Gone()
		a1.Noticed(w.Of("notice.consult-left"))
	})
}

// Nothing is polled: while nothing is pressed, no request is made, whatever
// happens in the call.
func TestNothingIsPolled(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1 := s.talk("Anna", "billing")
	before := len(a1.Wire.Requests())
	s.world.HoldsOnDevice("A1")
	a1.Noticed(a1.W.Of("notice.held-on-the-phone"))
	s.world.Customer("Anna", "hang-up")
	a1.Call("Anna").Role("dialog", a1.W.Of("wrap-up.title")).Shown()
	if more := a1.Wire.Requests()[before:]; len(more) > 0 {
		t.Errorf("a page that nobody touched has asked for %v", more)
	}
}

// The server is killed and started anew under an open page: the page says so,
// and one signs in and goes on, without a reload.
func TestServerRestarts(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		server := bt.NewServer(t)
		d := bt.OpenDesk(t, server, "A1", lang).Ready()
		w := d.W
		d.Expect("net::ERR_")
		d.Expect("401")
		server.Kill()
		d.Exact(w.Of("page.lost")).Shown()
		server.Start()
		d.Told(w.Of("page.restarted"))
		d.Live()
		d.State().Says(w.Of("agent-status.signed-out"))
		d.Ready()
		world := bt.NewWorld(t, server)
		world.Arrives("inbound", "billing", "Anna")
		world.Answers("A1")
		d.Is("Anna", bt.Caller, "status.connected")
	})
}

// The same desk in two tabs: both press at once, neither is told off, and both
// show the same (OP-2).
func TestTwoTabsPressAtOnce(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		other := s.desk("A1")
		other.Is("Anna", bt.Caller, "status.connected")
		// Slow, so that the second press surely comes before the first is done.
		s.world.Trouble("slow")
		var both sync.WaitGroup
		for _, d := range []*bt.Desk{a1, other} {
			both.Go(func() { d.Action("Anna", "action.hold").Click() })
		}
		both.Wait()
		a1.Pane("Anna", bt.Caller).Says(a1.W.Of("pane.in-flight"))
		other.Pane("Anna", bt.Caller).Says(a1.W.Of("pane.in-flight"))
		s.world.Trouble("heal")
		for _, d := range []*bt.Desk{a1, other} {
			d.Is("Anna", bt.Caller, "status.call-on-hold")
			d.Role("region", d.W.Of("page.messages")).Silent(d.W.Of("rule.HLD-3"))
		}
		other.Do("Anna", "action.resume")
		a1.Is("Anna", bt.Caller, "status.connected")
	})
}

// A stale page: what it shows is over, and pressing says so (OP-3).
func TestStalePage(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		a1.Wire.Deafen()
		s.world.Customer("Anna", "hang-up")
		s.world.Left("Anna")
		a1.Expect("409")
		a1.Expect("404")
		a1.Do("Anna", "action.hold") // it still looks as if
		a1.Told(w.Of("rule.OP-3"))
		a1.Wire.Hear()
		a1.WrapUp("Anna", "Complaint")
	})
}

// The language is the browser's, can be switched in the middle of a call, and
// stays over a reload.
func TestLanguageIsSwitched(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1 := s.talk("Anna", "billing")
	a1.Do("Anna", "action.hold")
	a1.Is("Anna", bt.Caller, "status.call-on-hold")
	a1.Role("combobox", a1.W.Of("page.language")).Pick("Français")
	fr := bt.In(t, "fr")
	d := &bt.Desk{Tab: a1.Tab, W: fr, Agent: "A1"}
	d.Is("Anna", bt.Caller, "status.call-on-hold")
	d.Action("Anna", "action.end").Disabled().Described(fr.Of("reason.customer-held"))
	d.State().Says(fr.Of("agent-status.engaged"))
	d.Reload()
	d.Do("Anna", "action.resume")
	d.Is("Anna", bt.Caller, "status.connected")
	if lang := bt.Script[string](a1.Tab, "document.documentElement.lang"); lang != "fr" {
		t.Errorf("the document's language is %q", lang)
	}
}

// The keyboard reaches everything: a consult without a mouse (accessibility).
func TestKeyboardAlone(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		a2 := s.desk("A2").SignIn()
		a1.Role("heading", "Anna").Shown()
		a1.TabTo(a1.Action("Anna", "action.consult"))
		a1.Key("\r", 0)
		box := a1.Dialog("dialog.consult")
		box.Focused()
		a1.TabTo(box.Role("tab", w.Of("dialog.agent")))
		a1.Key(bt.ArrowRight, 0)
		box.Role("tab", w.Of("dialog.queue")).Checked().Focused()
		a1.Key(bt.ArrowLeft, 0)
		box.Role("tab", w.Of("dialog.agent")).Checked().Focused()
		box.Starts("radio", ben).Shown()
		a1.TabTo(box.Role("radio", ""))
		a1.Key(" ", 0)
		for range 8 {
			if box.Starts("radio", ben).Is("checked", nil, 100) {
				break
			}
			a1.Key(bt.ArrowDown, 0)
		}
		a1.TabTo(box.Button(w.Of("action.consult")))
		a1.Key("\r", 0)
		box.Gone()
		a1.Is("Anna", bt.Caller, "status.consult-requested")
		a1.Action("Anna", "action.consult").Focused() // back where he came from
		s.world.Answers("A2")
		a2.Is("Anna", bt.Owner, "status.consulting")
		// Escape leaves a dialog, and nothing has happened.
		a1.TabTo(a1.Action("Anna", "action.send-digits"))
		a1.Key("\r", 0)
		a1.Dialog("action.send-digits").Shown()
		a1.Key(bt.Escape, 0)
		a1.Dialog("action.send-digits").Gone()
		a1.Action("Anna", "action.send-digits").Focused()
	})
}
