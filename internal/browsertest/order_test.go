package browsertest_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

// What an agent does last is what counts, however the line shuffles requests:
// two that are sent at once arrive in any order.
func TestLastWordCounts(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		revert := a1.Call("Anna").Button(w.Of("variable.revert"))

		// A draft that is still on its way when it is taken back (CAD-6).
		topic := a1.Field("Anna", "Topic")
		come := a1.Wire.Keep("type")
		topic.Type("not this")
		arrives(t, come)
		unasked(t, a1, "revert", func() { revert.Press() })
		a1.Wire.Sent(t, "revert", func() { a1.Wire.Let("type") })
		topic.Holds("Invoice of last month")
		a1.Call("Anna").Button(w.Of("variable.save")).Disabled().Described("CAD-6")

		// A state that he has changed his mind about (AGT-5).
		come = a1.Wire.Keep("idle")
		a1.Button(w.Of("agent-action.idle")).Press()
		arrives(t, come)
		unasked(t, a1, "available", func() { a1.Button(w.Of("agent-action.available")).Press() })
		a1.Wire.Sent(t, "available", func() { a1.Wire.Let("idle") })

		// A microphone that is muted and at once not.
		come = a1.Wire.Keep("mute")
		a1.Do("Anna", "action.mute")
		arrives(t, come)
		unasked(t, a1, "unmute", func() { a1.Do("Anna", "action.unmute") })
		a1.Wire.Sent(t, "unmute", func() { a1.Wire.Let("mute") })

		// What is saved is saved before the interaction is wrapped up.
		s.world.Customer("Anna", "hang-up")
		box := a1.Call("Anna").Role("dialog", w.Of("wrap-up.title"))
		box.Role("radio", "Sale").Press()
		box.Role("radio", "Sale").Checked()
		box.Button(w.Of("wrap-up-action.submit")).Pressable()
		come = a1.Wire.Keep("type")
		topic.Type("A refund")
		arrives(t, come)
		unasked(t, a1, "save", func() { a1.Save("Anna") })
		unasked(t, a1, "choose", func() { box.Role("radio", "Complaint").Press() })
		unasked(t, a1, "submit", func() { box.Button(w.Of("wrap-up-action.submit")).Press() })
		a1.Wire.Sent(t, "submit", func() { a1.Wire.Let("type") })
		asked := slices.DeleteFunc(a1.Wire.Requests(), func(r string) bool { return !strings.HasPrefix(r, "POST ") })
		for i, word := range []string{"type", "save", "choose", "submit"} {
			if r := asked[len(asked)-4+i]; !strings.HasSuffix(r, "/"+word) {
				t.Errorf("%s came at the place of %s", r, word)
			}
		}
		a1.Call("Anna").Gone()
		a1.State().Says(w.Of("agent-status.available"))
	})
}

// Who leaves the page waits for no answer: what was typed last goes out at once,
// and is there after a reload.
func TestReloadWaitsForNoAnswer(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		come := a1.Wire.Keep("type")
		a1.Field("Anna", "Topic").Type("first")
		arrives(t, come)
		a1.Field("Anna", "Open orders").Type("7") // waits, once the field has been left
		a1.Field("Anna", "Account").Type("C-7")   // waits as well
		a1.Field("Anna", "Premium").Type("false") // is not sent before the page is left
		a1.Reload()
		a1.Wire.Let("type")
		a1.Field("Anna", "Topic").Holds("first")
		a1.Field("Anna", "Open orders").Holds("7")
		a1.Field("Anna", "Account").Holds("C-7")
		a1.Field("Anna", "Premium").Holds("false")
	})
}

// arrives waits until a request is on the line.
func arrives(t *testing.T, come <-chan struct{}) {
	t.Helper()
	select {
	case <-come:
	case <-time.After(bt.Within):
		t.Fatal("the page has sent nothing")
	}
}

// unasked does what the page does not tell the server yet, though it tells it
// other things meanwhile.
func unasked(t *testing.T, d *bt.Desk, word string, do func()) {
	t.Helper()
	count := func() (n int) {
		for _, r := range d.Wire.Requests() {
			if strings.HasSuffix(r, "/"+word) {
				n++
			}
		}
		return n
	}
	before := count()
	do()
	d.Wire.Sent(t, "texts", func() { bt.Script[bool](d.Tab, "fetch('/api/texts').then(() => true)") })
	if count() > before {
		t.Errorf("%s was sent before the answer to what was done before", word)
	}
}
