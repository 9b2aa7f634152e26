package browsertest_test

import (
	"fmt"
	"testing"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

// An offer that nobody answers: RONA with its cause, and two ways out (POP-16).
func TestRonaAndBack(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang, "-answer", "6s")
		a1 := s.desk("A1").Ready()
		w := a1.W
		s.world.Arrives("inbound", "billing", "Anna")
		a1.State().Says(w.Of("agent-status.rona"))
		a1.Popover().Says(w.Of("popover.rona"))
		a1.Popover().Says(w.Of("agent-cause.no-answer"))
		a1.Noticed(w.Of("notice.rona"))
		a1.Noticed(w.Of("cause.no-answer"))
		s.world.Talking("Anna", "waiting")
		a1.Popover().Role("combobox", w.Of("page.code")).Pick("Meeting")
		a1.Popover().Button(w.Of("agent-action.idle")).Press()
		a1.State().Says(w.Of("agent-status.idle") + " (Meeting)")
		a1.Popover().Gone()
		a1.Button(w.Of("agent-action.available")).Press()
		a1.Card("contact.inbound").Shown() // the customer has waited
		s.world.Declines("A1")
		a1.State().Says(w.Of("agent-status.rona"))
		a1.Popover().Says(w.Of("agent-cause.declined"))
		a1.Popover().Button(w.Of("agent-action.available")).Press()
		a1.Card("contact.inbound").Shown()
		s.world.Answers("A1")
		a1.Is("Anna", bt.Caller, "status.connected")
	})
}

// Chats, e-mails and messages are accepted one by one and together; six are two
// pages, and the order is the specification's (POP-6 to POP-9).
func TestDigitalContacts(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.desk("A1").Ready()
		w := a1.W
		s.world.Arrives("chat", "billing", "Chat 1")
		a1.Card("contact.chat").Button(w.Of("action.accept")).Press()
		a1.Call("Chat 1").Shown()
		a1.Popover().Gone()
		a1.Do("Chat 1", "action.end")
		a1.WrapUp("Chat 1", "Sale")
		for i, kind := range []string{"email", "social", "chat", "inbound"} {
			s.world.Arrives(kind, "billing", fmt.Sprint("Waiting ", i))
			a1.Popover().Role("article", "").Count(i + 1)
		}
		a1.Popover().Role("article", "").Nth(0).Shown()
		var order []string
		order = append(order, a1.Popover().Role("article", "").Texts()...)
		for i, kind := range []string{"contact.email", "contact.social", "contact.chat", "contact.inbound"} {
			if len(order) != 4 || !startsWith(order[i], w.Of(kind)) {
				t.Fatalf("the order of the cards is %q", order)
			}
		}
		a1.Popover().Button(w.Of("sentence.accept-many", "n", "3")).Press()
		a1.Popover().Role("article", "").Count(1) // the call is left as it is
		a1.Card("contact.inbound").Shown()
		for i := range 3 {
			a1.Tasks().Starts("button", fmt.Sprint("Waiting ", i)).Shown()
		}
		// In the task list, once it is open, instead of the popover (POP).
		a1.TasksButton().Press()
		a1.Tasks().Role("article", w.Of("contact.inbound")).Shown()
		a1.TasksButton().Press()
		a1.Tasks().Role("article", w.Of("contact.inbound")).Gone()
	})
}

func startsWith(text, with string) bool { return len(text) >= len(with) && text[:len(with)] == with }

// A press that was meant for what has just moved is not taken: the second card
// comes, and below the pointer is another button now. The keyboard's is.
func TestCardsMoveUnderThePointer(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.desk("A1").Ready()
		w := a1.W
		s.world.Arrives("email", "billing", "First")
		a1.Card("contact.email").Button(w.Of("action.decline")).Pressable()
		decline := w.Of("action.decline")
		bt.Script[bool](a1.Tab, fmt.Sprintf(`globalThis.pressed = new Promise((done) => new MutationObserver((_, observer) => {
			const cards = [...document.querySelectorAll("article")];
			if (cards.length !== 2) return;
			observer.disconnect();
			const button = [...cards[0].querySelectorAll("button")].find((b) => b.textContent === %q);
			button.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
			done(true);
		}).observe(document.body, { subtree: true, childList: true })), true`, decline))
		s.world.Arrives("chat", "billing", "Second")
		a1.Popover().Role("article", "").Count(2)
		bt.Script[bool](a1.Tab, "globalThis.pressed")
		a1.Told(w.Of("page.moved"))
		a1.Popover().Role("article", "").Nth(0).Says("First")
		a1.Card("contact.email").Button(decline).Press()
		a1.Popover().Role("article", "").Count(1)
		a1.Card("contact.chat").Shown()
	})
}

// A web callback can be cancelled before the customer answers; a courtesy
// callback cannot (CBK-3, CBK-4).
func TestCallbackIsCancelled(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.desk("A1").Ready()
		w := a1.W
		s.world.Arrives("web-callback", "billing", "Wanda")
		card := a1.Card("contact.web-callback")
		card.Says(w.Of("popover.callback"))
		card.Says("+1201555")
		card.Button(w.Of("action.cancel")).Press()
		a1.WrapUp("Wanda", "To be called back")
		a1.State().Says(w.Of("agent-status.available"))
		s.world.Arrives("courtesy-callback", "billing", "Cora")
		card = a1.Card("contact.courtesy-callback")
		card.Says(w.Of("status.ringing"))
		s.world.Answers("A1")
		s.world.Customer("Cora", "answer")
		a1.Is("Cora", bt.Caller, "status.connected")
		a1.Popover().Gone()
	})
}

// An outdial: the agent's phone first, then the number; an ordinary call (OUT-1).
func TestOutdial(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.desk("A1").SignIn()
		w := a1.W
		a1.Button(w.Of("desktop.dial")).Press()
		box := a1.Dialog("desktop.dial")
		box.Button(w.Of("desktop.dial")).Disabled().Described("DN-1")
		box.Role("textbox", w.Of("dialog.number")).Type("+1 201 555 0177")
		box.Role("combobox", w.Of("page.caller-id")).Pick("+12015550101")
		box.Button(w.Of("desktop.dial")).Press()
		box.Gone()
		a1.Card("contact.outdial").Shown()
		s.world.Answers("A1")
		id := s.world.Outdialled()
		s.world.Customer(id, "answer")
		a1.Popover().Gone()
		a1.Button(w.Of("action.hold")).Press()
		a1.Exact(w.Of("status.call-on-hold")).Shown()
	})
}

// The dialling policy asks before a satellite is called, once for each number,
// whatever was said to another; a premium number it denies.
func TestPolicyWantsANumberConfirmed(t *testing.T) {
	sure := map[string]string{"en": "Are you sure that this number is to be called?", "fr": "Voulez-vous vraiment appeler ce numéro"}
	forbidden := map[string]string{"en": "This number may not be called.", "fr": "Ce numéro ne peut pas être appelé."}
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.desk("A1").SignIn()
		w := a1.W
		a1.Expect("422") // denied
		a1.Expect("409") // to be confirmed
		a1.Button(w.Of("desktop.dial")).Press()
		box := a1.Dialog("desktop.dial")
		number, dial, alert := box.Role("textbox", w.Of("dialog.number")), box.Button(w.Of("desktop.dial")), box.Role("alert", "")
		for _, satellite := range []string{"+870 773 111 632", "+870 773 111 633"} {
			number.Type(satellite)
			alert.Gone()
			box.Says(w.Of("number-verdict.confirm"))
			dial.Press()
			box.Says(sure[lang])
		}
		dial.Press()
		box.Gone()
		a1.Card("contact.outdial").Shown()
		a1.Button(w.Of("desktop.dial")).Press()
		number.Type("+1 900 555 0123")
		box.Says(w.Of("number-verdict.deny"))
		dial.Press()
		a1.Page().Says(forbidden[lang])
	})
}

// On a slow line the dialog is closed before the policy's question comes: it
// opens again with it, and the next press is the answer.
func TestPolicyAsksLate(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	a1 := s.desk("A1").SignIn()
	w := a1.W
	a1.Expect("409")
	bt.Script[bool](a1.Tab, `(() => {
		const real = fetch, later = new Promise((arrives) => (window.arrives = arrives));
		window.fetch = async (...asked) => {
			const answer = await real(...asked);
			if (String(asked[0]).endsWith("/dial")) await later;
			return answer;
		};
		return true;
	})()`)
	a1.Button(w.Of("desktop.dial")).Press()
	box := a1.Dialog("desktop.dial")
	box.Role("textbox", w.Of("dialog.number")).Type("+870 773 111 632")
	box.Button(w.Of("desktop.dial")).Press()
	box.Gone()
	bt.Script[bool](a1.Tab, `(() => { arrives(); return true })()`)
	box.Says("Are you sure that this number is to be called?")
	box.Role("textbox", w.Of("dialog.number")).Holds("+870 773 111 632")
	box.Button(w.Of("desktop.dial")).Press()
	box.Gone()
	a1.Card("contact.outdial").Shown()
}

// A contact of a preview campaign: Skip sends it back without RONA, Accept dials
// it (OUT-3).
func TestPreviewContact(t *testing.T) {
	t.Parallel()
	s := begin(t, "fr")
	a1 := s.desk("A1").Ready()
	w := a1.W
	s.world.Arrives("preview", "sales", "Pia")
	s.world.Offer("Pia", "A1")
	card := a1.Card("contact.preview")
	card.Button(w.Of("action.skip")).Press()
	a1.Popover().Gone()
	a1.State().Says(w.Of("agent-status.available"))
	s.world.Offer("Pia", "A1")
	card.Button(w.Of("action.accept")).Press()
	s.world.Answers("A1")
	s.world.Customer("Pia", "answer")
	a1.Is("Pia", bt.Caller, "status.connected")
}

// More than five cards: pages, and a call that rings is always in sight (POP-6).
func TestPopoverHasPages(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.desk("A1").Ready()
		w := a1.W
		page := func(from, to, n string) string { return w.Of("sentence.page", "from", from, "to", to, "n", n) }
		s.world.Arrives("inbound", "billing", "Caller")
		a1.Card("contact.inbound").Shown()
		for i, kind := range []string{"email", "social", "chat", "email", "chat", "email"} {
			s.world.Arrives(kind, "billing", fmt.Sprint("W", i))
		}
		a1.Popover().Says(page("1", "5", "7"))
		a1.Popover().Role("article", "").Count(6) // five, and below them the call
		a1.Card("contact.inbound").Shown()
		a1.Popover().Button(w.Of("page.earlier")).Disabled()
		a1.Popover().Button(w.Of("page.later")).Press()
		a1.Popover().Says(page("6", "7", "7"))
		a1.Popover().Role("article", "").Count(2)
		a1.Popover().Button(w.Of("page.later")).Disabled()
		s.world.Customer("Caller", "hang-up")
		a1.Popover().Says(page("6", "6", "6"))
		a1.Popover().Button(w.Of("sentence.accept-many", "n", "6")).Press()
		a1.Popover().Gone()
	})
}
