package browsertest_test

import (
	"testing"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

// Consult, swap from both sides, and End Consult with its dialog (CON, HLD-6).
func TestConsultAndSwap(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		a2 := s.desk("A2").SignIn()
		a1.Action("Anna", "action.conference").Disabled().Described("CNF-1")
		a1.Ask("Anna", "consult", "dialog.agent", ben)
		a1.Is("Anna", bt.Caller, "status.consult-requested")
		a1.Action("Anna", "action.transfer").Disabled().Described("CON-11")
		a2.Popover().Role("article", "").Says(ada)
		s.world.Talking("Anna", "on-hold")
		s.world.Answers("A2")

		a1.Is("Anna", bt.Caller, "status.call-on-hold")
		a1.Is("Anna", bt.Consulted, "status.consulting")
		a2.Is("Anna", bt.Owner, "status.consulting")
		a2.Action("Anna", "action.end-consult").Disabled().Described("PAR-12")
		a1.Action("Anna", "action.end").Disabled().Described("PAR-18")

		a1.Do("Anna", "action.resume")
		a1.Is("Anna", bt.Caller, "status.connected")
		a1.Is("Anna", bt.Consulted, "status.consult-on-hold")
		a2.Is("Anna", bt.Owner, "status.consult-on-hold")
		s.world.Talking("Anna", "talking")
		a1.Do("Anna", "action.resume-consult")
		a1.Is("Anna", bt.Caller, "status.call-on-hold")
		a1.Is("Anna", bt.Consulted, "status.consulting")
		a1.Do("Anna", "action.hold-consult")
		a1.Is("Anna", bt.Consulted, "status.consult-on-hold")

		a1.Do("Anna", "action.end-consult")
		a2.Call("Anna").Gone()
		a2.State().Says(w.Of("agent-status.idle")) // back at the same code, no wrap-up (CON-25)
		box := a1.Call("Anna").Role("dialog", w.Of("wrap-up.consult")).Shown()
		box.Button(w.Of("wrap-up-action.dismiss")).Press()
		box.Gone()
		a1.Pane("Anna", bt.Consulted).Gone()
		a1.Do("Anna", "action.end")
		a1.WrapUp("Anna", "Question answered")
	})
}

// Conference: nobody can be held, Agent 2 leaves, the call goes on (CNF-1 to 3).
func TestConferenceAndExit(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1, a2 := s.consult("Anna", "billing")
		w := a1.W
		a1.Do("Anna", "action.conference")
		a1.Is("Anna", bt.Caller, "status.conference")
		a1.Is("Anna", bt.Consulted, "status.conference")
		a2.Is("Anna", bt.Owner, "status.conference")
		s.world.Talking("Anna", "talking")
		a1.Action("Anna", "action.hold").Disabled().Described("CNF-2")
		a2.Do("Anna", "action.exit-conference")
		a2.Call("Anna").Gone()
		a2.State().Says(w.Of("agent-status.idle"))
		a1.Is("Anna", bt.Caller, "status.connected")
		a1.Noticed(w.Of("notice.consult-left"))
		a1.Pane("Anna", bt.Consulted).Gone()
		a1.Do("Anna", "action.hold")
		a1.Is("Anna", bt.Caller, "status.call-on-hold")
	})
}

// End in a conference ends it for all: Agent 1 wraps up, Agent 2 does not (CNF-4).
func TestConferenceEndsForAll(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1, a2 := s.consult("Anna", "billing")
	a1.Do("Anna", "action.conference")
	a2.Is("Anna", bt.Owner, "status.conference")
	a1.Do("Anna", "action.end")
	s.world.Left("Anna")
	a2.Call("Anna").Gone()
	a2.State().Says(a2.W.Of("agent-status.idle"))
	a1.WrapUp("Anna", "Sale")
}

// Exit Consult: the customer is taken off hold (CON-15, D21).
func TestExitConsult(t *testing.T) {
	t.Parallel()
	s := begin(t, "fr")
	a1, a2 := s.consult("Anna", "billing")
	a2.Do("Anna", "action.exit-consult")
	a2.Call("Anna").Gone()
	a1.Is("Anna", bt.Caller, "status.connected")
	s.world.Talking("Anna", "talking")
	a1.Noticed(a1.W.Of("notice.consult-left"))
}

// A consult that is declined: told with the cause, Agent 2 is RONA, the customer
// stays on hold (CON-13, CON-14).
func TestConsultDeclined(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		a2 := s.desk("A2").SignIn()
		a1.Ask("Anna", "consult", "dialog.agent", ben)
		s.world.Declines("A2")
		a1.Noticed(w.Of("notice.consult-failed"))
		a1.Noticed(w.Of("cause.declined"))
		a2.State().Says(w.Of("agent-status.rona"))
		a1.Is("Anna", bt.Caller, "status.call-on-hold")
		a1.Do("Anna", "action.resume")
		a1.Is("Anna", bt.Caller, "status.connected")
	})
}

// A queue is consulted: whoever is available there is rung (CON-24).
func TestConsultQueue(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1 := s.talk("Anna", "billing")
	a2 := s.desk("A2").Ready()
	a1.Ask("Anna", "consult", "dialog.queue", "Support")
	a2.Popover().Role("article", "").Shown()
	s.world.Answers("A2")
	a2.Is("Anna", bt.Owner, "status.consulting")
	a1.Is("Anna", bt.Caller, "status.call-on-hold")
	a1.Do("Anna", "action.conference")
	a2.Is("Anna", bt.Owner, "status.conference")
}

// An entry point's number is consulted: Agent 2 reads the values, and sees what
// has changed only when he asks for it (CON-20, CON-21, D6).
func TestConsultThroughEntryPointNumber(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		a2 := s.desk("A2").Ready()
		a1.Dial("Anna", "consult", "+1 (201) 555-0190")
		a2.Popover().Role("article", "").Shown()
		s.world.Answers("A2")
		a2.Is("Anna", bt.Owner, "status.consulting")
		a2.Field("Anna", "Topic").Described(w.Of("reason.consulted-by-ep-dn")).Described("CON-21")
		a1.Field("Anna", "Topic").Type("Refund")
		a1.Call("Anna").Button(w.Of("variable.save")).Press()
		a1.Field("Anna", "Topic").Described(w.Of("page.changed-by", "by", ada))
		a2.Field("Anna", "Topic").Holds("Invoice of last month")
		a2.Call("Anna").Button(w.Of("page.refresh-values")).Press()
		a2.Field("Anna", "Topic").Holds("Refund")
	})
}

// An expert is found by first name, title, department; never by half a number
// (CON-6). He is an outsider: he answers, and is joined to a conference.
func TestConsultExpert(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		box := a1.AskFor("Anna", "consult", "dialog.organization")
		search := box.Role("searchbox", w.Of("dialog.search"))
		box.Role("radio", "").Count(2) // the one without a number is not listed
		for _, word := range []string{"Ines", "legal", "Head of"} {
			search.Type(word)
			box.Role("radio", "").Count(1)
			box.Starts("radio", "Ines Meyer").Shown()
		}
		search.Type("55501")
		box.Says(w.Of("dialog.nothing-found"))
		search.Type("+12015550160")
		box.Starts("radio", "Ines Meyer").Press()
		box.Button(w.Of("action.consult")).Press()
		box.Gone()
		s.world.Other("answer")
		a1.Is("Anna", bt.Consulted, "status.consulting")
		a1.Do("Anna", "action.conference")
		a1.Is("Anna", bt.Consulted, "status.conference")
		s.world.Other("hang-up")
		a1.Is("Anna", bt.Caller, "status.connected")
	})
}

// The number field shows what a paste lost and why a number is refused (DN).
func TestNumberFieldExplains(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		box := a1.AskFor("Anna", "consult", "dialog.dial-number")
		number := box.Role("textbox", w.Of("dialog.number"))
		consult := box.Button(w.Of("action.consult"))
		number.Type("12")
		box.Says(w.Of("number.too-few-digits", "count", "2", "limit", "3"))
		consult.Disabled().Described("DN-1")
		number.Type("1234567890123456789")
		box.Says(w.Of("number.too-many-digits", "count", "19", "limit", "18"))
		consult.Disabled()
		number.Type("+1 (201) 555-0177 Courier")
		box.Exact("+12015550177").Shown()
		box.Says(w.Of("number-removed.punctuation"))
		box.Says(w.Of("number-removed.letter"))
		box.Says("Courier")
		// The address book is searched by name, and fills the field (CON-5).
		box.Role("searchbox", w.Of("dialog.search")).Type("interpreter, f")
		box.Starts("radio", "Interpreter, French").Press()
		number.Holds("+33123456789")
		box.Button(w.Of("dialog.refresh")).Press()
		consult.Press()
		box.Gone()
		s.world.Other("answer")
		a1.Action("Anna", "action.conference").Pressable()
		a1.Do("Anna", "action.end-consult")
		a1.Call("Anna").Role("dialog", w.Of("wrap-up.consult")).Shown()
	})
}
