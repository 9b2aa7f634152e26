package browsertest_test

import (
	"testing"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

// An agent signs in, chooses each of his states, and signs out (AGT-1, AGT-5).
func TestAgentChoosesHisState(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.desk("A1").SignIn()
		w := a1.W
		a1.Button(w.Of("agent-action.available")).Press()
		a1.State().Says(w.Of("agent-status.available"))
		a1.Role("combobox", w.Of("page.code")).Pick("Lunch")
		a1.Button(w.Of("agent-action.idle")).Press()
		a1.State().Says(w.Of("agent-status.idle") + " (Lunch)")
		a1.Button(w.Of("agent-action.sign-out")).Press()
		a1.State().Says(w.Of("agent-status.signed-out"))
		a1.Button(w.Of("agent-action.sign-in")).Shown()
	})
}

// A call is offered, answered on the phone, ended and wrapped up (ANS, END).
func TestCallFromOfferToWrapUp(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.desk("A1").Ready()
		w := a1.W
		s.world.Arrives("inbound", "billing", "Anna")
		a1.Card("contact.inbound").Says(w.Of("status.ringing"))
		a1.State().Says(w.Of("agent-status.reserved"))
		s.world.Answers("A1")
		a1.Is("Anna", bt.Caller, "status.connected")
		a1.Popover().Gone()
		a1.Pane("Anna", bt.Caller).Says(w.Of("recording.on"))
		a1.State().Says(w.Of("agent-status.engaged"))
		a1.Expect("409")
		a1.Button(w.Of("agent-action.sign-out")).Press()
		a1.Told(w.Of("reason.still-open"))

		a1.Do("Anna", "action.end")
		s.world.Left("Anna")
		box := a1.Call("Anna").Role("dialog", w.Of("wrap-up.title")).Shown()
		a1.State().Says(w.Of("agent-status.wrap-up"))
		submit := box.Button(w.Of("wrap-up-action.submit"))
		submit.Disabled().Described(w.Of("reason.no-reason-chosen")).Described("END-3")
		box.Role("searchbox", w.Of("dialog.search")).Type("renew")
		box.Role("radio", "").Count(1)
		box.Role("radio", "Contract renewed").Press()
		box.Role("radio", "Contract renewed").Checked()
		submit.Press()
		a1.Call("Anna").Gone()
		a1.State().Says(w.Of("agent-status.available"))
	})
}

// Hold and Resume, and what cannot be done meanwhile, with the reason (HLD).
func TestHoldSaysWhyNot(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		a1.Action("Anna", "action.resume").Disabled().Described(w.Of("reason.customer-not-held")).Described("HLD-4")
		a1.Do("Anna", "action.hold")
		a1.Is("Anna", bt.Caller, "status.call-on-hold")
		s.world.Talking("Anna", "on-hold")
		end := a1.Action("Anna", "action.end").Disabled().Described("HLD-3")
		// The reason shows when the button is pointed at, and when it is focused.
		end.Point()
		a1.Role("tooltip", "").Says("HLD-3")
		a1.Role("heading", "Anna").Point()
		a1.Role("tooltip", "").Gone()
		end.Focus()
		a1.Role("tooltip", "").Says("HLD-3")
		// Pressing it all the same changes nothing and says the same.
		end.Click()
		a1.Told(w.Of("reason.customer-held"))
		a1.Do("Anna", "action.resume")
		a1.Is("Anna", bt.Caller, "status.connected")
		s.world.Talking("Anna", "talking")
	})
}

// The customer hangs up, before the answer and after (ANS-5, END-2).
func TestCustomerHangsUp(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1 := s.desk("A1").Ready()
	s.world.Arrives("inbound", "billing", "Early")
	a1.Card("contact.inbound").Shown()
	s.world.Customer("Early", "hang-up")
	a1.Popover().Gone()
	a1.State().Says(a1.W.Of("agent-status.available"))

	s.world.Arrives("inbound", "billing", "Anna")
	s.world.Answers("A1")
	a1.Is("Anna", bt.Caller, "status.connected")
	s.world.Customer("Anna", "hang-up")
	a1.WrapUp("Anna", "Complaint")
	a1.State().Says(a1.W.Of("agent-status.available"))
}

// The count-down of Sales submits by itself, and can be stopped (END-6).
func TestWrapUpCountsDown(t *testing.T) {
	t.Parallel()
	s := begin(t, "en", "-wrapup", "6s")
	a1 := s.talk("Anna", "sales")
	a1.Do("Anna", "action.end")
	a1.Call("Anna").Role("dialog", a1.W.Of("wrap-up.title")).Says(a1.W.Of("wrap-up.ends"))
	a1.Call("Anna").Gone() // nobody pressed anything
	a1.State().Says(a1.W.Of("agent-status.available"))
}

func TestWrapUpCountDownIsStopped(t *testing.T) {
	t.Parallel()
	s := begin(t, "fr")
	a1 := s.talk("Anna", "sales")
	a1.Do("Anna", "action.end")
	box := a1.Call("Anna").Role("dialog", a1.W.Of("wrap-up.title"))
	box.Says(a1.W.Of("wrap-up.ends"))
	box.Button(a1.W.Of("wrap-up-action.cancel-countdown")).Press()
	box.Silent(a1.W.Of("wrap-up.ends"))
	// The state that is chosen meanwhile is where he goes then (AGT-3, END-4).
	a1.Role("combobox", a1.W.Of("page.code")).Pick("Break")
	a1.Button(a1.W.Of("agent-action.idle")).Press()
	a1.WrapUp("Anna", "Sale")
	a1.State().Says(a1.W.Of("agent-status.idle") + " (Break)")
}

// The phone's own hold key is told, and changes nothing that is allowed (HLD-2);
// a handset beside the phone keeps the next call away (END-5).
func TestPhoneDoesThingsOfItsOwn(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1 := s.talk("Anna", "billing")
	s.world.HoldsOnDevice("A1")
	a1.Noticed(a1.W.Of("notice.held-on-the-phone"))
	a1.Is("Anna", bt.Caller, "status.connected")
	a1.Action("Anna", "action.hold").Pressable()
	s.world.Hook("A1", "off-hook")
	a1.Do("Anna", "action.end")
	a1.WrapUp("Anna", "Sale")
	a1.State().Says(a1.W.Of("sentence.not-offered"))
	s.world.Hook("A1", "on-hook")
	a1.State().Silent(a1.W.Of("sentence.not-offered"))
}

// What the switch does not answer is shown as under way, and what it refuses is
// said (OP-1, OP-4).
func TestSwitchIsSlowAndRefuses(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		s.world.Trouble("slow")
		a1.Do("Anna", "action.hold")
		a1.Pane("Anna", bt.Caller).Says(w.Of("pane.in-flight"))
		a1.Is("Anna", bt.Caller, "status.connected")
		a1.Action("Anna", "action.consult").Disabled().Described(w.Of("reason.hold-in-flight")).Described("OP-1")
		a1.Expect("502")
		s.world.Trouble("refuse")
		a1.Noticed(w.Of("notice.operation-failed", "action", w.Of("action.hold"), "cause", w.Of("cause.refused")))
		a1.Is("Anna", bt.Caller, "status.connected")
		s.world.Trouble("heal")
		a1.Do("Anna", "action.hold")
		a1.Is("Anna", bt.Caller, "status.call-on-hold")
	})
}

// The line between the centre and its switch is cut: the page says that nobody
// can say whether the call is there still, shows what was known last, and lets
// everything be pressed. What was pressed is carried out when the line is back,
// and what people did meanwhile is told then (OP-4, END-2).
func TestLineToTheSwitchIsCut(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		panel := bt.Open(t, "panel", bt.Look{Language: w.Browser()})
		panel.Go(s.server.URL("/"))
		line := panel.Role("checkbox", w.Of("start/trouble.down"))
		line.Press()
		line.Checked()
		a1.Exact(w.Of("page.uncertain")).Shown()
		a1.Is("Anna", bt.Caller, "status.connected")
		a1.Do("Anna", "action.hold")
		a1.Pane("Anna", bt.Caller).Says(w.Of("pane.in-flight"))
		a1.Is("Anna", bt.Caller, "status.connected")
		line.Press()
		a1.Is("Anna", bt.Caller, "status.call-on-hold")
		a1.Exact(w.Of("page.uncertain")).Gone()
		line.Press()
		a1.Exact(w.Of("page.uncertain")).Shown()
		s.world.Customer("Anna", "hang-up")
		a1.Is("Anna", bt.Caller, "status.call-on-hold")
		panel.Button(w.Of("start/trouble.heal")).Press()
		a1.Call("Anna").Role("dialog", w.Of("wrap-up.title")).Shown()
	})
}
