package browsertest_test

import (
	"testing"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

// A consult transfer: Agent 2 owns the call, Agent 1 wraps up (TRF-8).
func TestConsultTransfer(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1, a2 := s.consult("Anna", "billing")
		w := a1.W
		a1.Do("Anna", "action.transfer")
		a1.WrapUp("Anna", "Sale")
		a1.State().Says(w.Of("agent-status.available"))
		a2.Is("Anna", bt.Caller, "status.connected")
		s.world.Talking("Anna", "talking")
		a2.Do("Anna", "action.end")
		a2.WrapUp("Anna", "Question answered")
		a2.State().Says(w.Of("agent-status.idle"))
	})
}

// Support asks first: Agent 2 declines, then accepts (PAR-10, TRF-8).
func TestTransferIsAskedFor(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1, a2 := s.consult("Anna", "support")
		w := a1.W
		a1.Expect("502") // what declining answers the press with
		a1.Do("Anna", "action.transfer")
		a2.Noticed(w.Of("notice.transfer-asked"))
		a1.Pane("Anna", bt.Caller).Says(w.Of("pane.in-flight"))
		a2.Do("Anna", "action.decline-transfer")
		a1.Noticed(w.Of("notice.transfer-declined"))
		a1.Noticed(w.Of("cause.declined"))
		a1.Is("Anna", bt.Consulted, "status.consulting")
		a1.Do("Anna", "action.transfer")
		a2.Do("Anna", "action.accept-transfer")
		a2.Is("Anna", bt.Caller, "status.connected")
		a1.WrapUp("Anna", "Sale")
	})
}

// Transfer out of a conference: Agent 1 leaves, Agent 2 owns the call (CNF-4).
func TestTransferFromConference(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1, a2 := s.consult("Anna", "billing")
	a1.Do("Anna", "action.conference")
	a2.Is("Anna", bt.Owner, "status.conference")
	a1.Do("Anna", "action.transfer")
	a1.WrapUp("Anna", "Sale")
	a2.Is("Anna", bt.Caller, "status.connected")
	a2.Action("Anna", "action.consult").Pressable()
}

// A blind transfer to a queue: it accepts at once (TRF-7); the queue that only
// the list of transfers has is in that list alone (TRF-10).
func TestBlindTransferToQueue(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		box := a1.AskFor("Anna", "consult", "dialog.queue")
		box.Starts("radio", "Sales").Shown()
		box.Starts("radio", "Night desk").Gone()
		box.Button(w.Of("page.cancel")).Press()
		box.Gone()
		a1.Action("Anna", "action.consult").Focused()
		a1.Ask("Anna", "transfer", "dialog.queue", "Night desk")
		a1.WrapUp("Anna", "Wrong number")
		a1.Card("contact.inbound").Shown() // offered to the only agent there is
	})
}

// A blind transfer to an agent who is not there is dropped (TRF-5): its list has
// only who is Available (TRF-3).
func TestBlindTransferDeclined(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1 := s.talk("Anna", "billing")
	a2 := s.desk("A2").SignIn()
	box := a1.AskFor("Anna", "transfer", "dialog.agent")
	box.Starts("radio", ben).Gone() // Idle
	a2.Button(a2.W.Of("agent-action.available")).Press()
	a2.State().Says(a2.W.Of("agent-status.available"))
	box.Button(a1.W.Of("dialog.refresh")).Press()
	box.Starts("radio", ben).Press()
	box.Button(a1.W.Of("action.transfer")).Press()
	a1.Call("Anna").Role("dialog", a1.W.Of("wrap-up.title")).Shown()
	a2.Card("contact.inbound").Shown()
	s.world.Declines("A2")
	a2.State().Says(a2.W.Of("agent-status.rona"))
	s.world.Left("Anna")
	a1.WrapUp("Anna", "Sale")
}

// The dialling policy lets a customer be connected to the emergency call only
// after the agent has been asked.
func TestTransferToEmergencyIsConfirmed(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1 := s.talk("Anna", "billing")
	w := a1.W
	a1.Expect("409")
	box := a1.AskFor("Anna", "transfer", "dialog.dial-number")
	box.Role("textbox", w.Of("dialog.number")).Type("911")
	box.Says(w.Of("number-verdict.confirm"))
	box.Button(w.Of("action.transfer")).Press()
	box.Role("alert", "").Shown()
	s.world.Talking("Anna", "talking")
	box.Button(w.Of("action.transfer")).Press()
	box.Gone()
	s.world.Other("answer")
	a1.WrapUp("Anna", "Complaint")
}
