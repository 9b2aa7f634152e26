package browsertest_test

import (
	"strings"
	"testing"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

// Two agents edit the same variable: the first save wins, and the other is told
// with both values; what he typed elsewhere stays (CAD-7, CAD-8).
func TestFirstSaveWins(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1, a2 := s.consult("Anna", "billing")
		w := a1.W
		a1.Draft("Anna", "Topic", "from Ada")
		a1.Draft("Anna", "Open orders", "7")
		a2.Draft("Anna", "Topic", "from Ben")
		a2.Save("Anna")
		a2.Field("Anna", "Topic").Described(w.Of("page.changed-by", "by", ben))
		a1.Field("Anna", "Topic").Holds("from Ben")
		a1.Noticed("from Ada")
		a1.Noticed("from Ben")
		a1.Field("Anna", "Open orders").Holds("7").Described(w.Of("variable.edited"))
		a1.Save("Anna")
		a2.Field("Anna", "Open orders").Holds("7")
		// The notice stays until it is acknowledged, also over a reload (D11).
		a1.Reload()
		a1.Noticed("from Ada")
		a1.Page().Starts("button", w.Of("page.acknowledge")).Press()
		a1.Page().Starts("complementary", w.Of("page.notices")).Silent("from Ada")
	})
}

// Typed values: what is refused says why and is kept; Revert goes back (CAD).
func TestValuesAreJudged(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		a1.Expect("422")
		long := strings.Repeat("x", 257)
		topic := a1.Field("Anna", "Topic")
		topic.Type(long)
		topic.Described(w.Of("value.too-long", "count", "257", "limit", "256")).Described("CAD-4")
		topic.Holds(long) // never cut
		topic.Type(strings.Repeat("é", 256))
		topic.Described(w.Of("variable.edited"))
		date := a1.Field("Anna", "Call back on")
		date.Type("31/01/2026")
		date.Described("CAD-5")
		date.Type("2026-01-31")
		date.Described(w.Of("variable.edited"))
		a1.Call("Anna").Button(w.Of("variable.revert")).Press()
		topic.Holds("Invoice of last month")
		date.Holds("")
		a1.Field("Anna", "Language").Described("CAD-2") // not editable
		a1.Call("Anna").Button(w.Of("variable.save")).Disabled().Described("CAD-6")

		// A save that fails keeps the draft, and it can be saved again (CAD-9).
		a1.Expect("502")
		s.world.Trouble("save")
		topic.Type("kept")
		topic.Described(w.Of("variable.edited"))
		a1.Save("Anna")
		a1.Told(w.Of("outcome.not-kept"))
		topic.Holds("kept").Described(w.Of("variable.edited"))
		a1.Save("Anna")
		topic.Described(w.Of("page.changed-by", "by", ada))
	})
}

// A secure value: asterisks until it is fetched, a fetch that failed is retried,
// and only then it can be copied (CAD-3, CAD-10, POP-18).
func TestSecureValue(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang)
		a1 := s.talk("Anna", "billing")
		w := a1.W
		card := a1.Field("Anna", "Card number")
		card.Holds("********")
		part := a1.Call("Anna").Role("region", w.Of("variable.title"))
		part.Like("textbox", w.Of("variable.secure")).Count(2)
		part.Button(w.Of("variable.copy") + " Secret word").Disabled().Described("CAD-10")
		a1.Expect("502")
		s.world.Trouble("fetch")
		part.Button(w.Of("variable.fetch") + " Card number").Press()
		part.Button(w.Of("variable.retry") + " Card number").Press()
		card.Holds("4000 0012 3456 7899")
		part.Button(w.Of("variable.retry") + " Card number").Gone()
		if bt.Script[bool](a1.Tab, "JSON.stringify(Object.values(sessionStorage)).includes('4000 0012')") {
			t.Error("a secure value is kept in the browser")
		}
	})
}

// What is copied is the whole value, and a secure one only when it is shown
// (CAD-10).
func TestValueIsCopied(t *testing.T) {
	t.Parallel()
	s := begin(t, "en") // there is one clipboard: no other test copies
	a1 := s.talk("Anna", "billing")
	w := a1.W
	part := a1.Call("Anna").Role("region", w.Of("variable.title"))
	secret := part.Button(w.Of("variable.copy") + " Card number")
	secret.Disabled().Click()
	a1.Told("CAD-10")
	part.Button(w.Of("variable.copy") + " Customer").Press()
	a1.Told(w.Of("page.copied", "label", "Customer"))
	topic := a1.Field("Anna", "Topic")
	topic.Paste()
	topic.Holds(a1.Field("Anna", "Customer").Value())
	part.Button(w.Of("variable.fetch") + " Card number").Press()
	secret.Pressable().Press()
	a1.Told(w.Of("page.copied", "label", "Card number"))
	topic.Paste()
	topic.Holds("4000 0012 3456 7899")
}

// The pause of the recording ends by itself, also in a consult that has begun
// meanwhile; a second pause is denied (REC-2 to REC-5).
func TestRecordingResumesByItself(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		s := begin(t, lang, "-pause", "6s")
		a1 := s.talk("Anna", "billing")
		w := a1.W
		pane := a1.Pane("Anna", bt.Caller)
		pane.Says(w.Of("recording.on"))
		a1.Action("Anna", "action.resume-recording").Disabled().Described(w.Of("reason.not-paused"))
		a1.Do("Anna", "action.pause-recording")
		pane.Says(w.Of("recording.paused"))
		pane.Says(w.Of("page.pause-ends"))
		a1.Action("Anna", "action.pause-recording").Disabled().Described("REC-4")
		a1.Ask("Anna", "consult", "dialog.organization", "Ines Meyer")
		a1.Action("Anna", "action.resume-recording").Disabled().Described("REC-5")
		pane.Silent(w.Of("page.pause-ends"))
		pane.Says(w.Of("recording.on"))
		a1.Noticed(w.Of("notice.recording-resumed"))
		a1.Do("Anna", "action.end-consult")
		a1.Do("Anna", "action.pause-recording")
		a1.Do("Anna", "action.resume-recording")
		pane.Silent(w.Of("recording.paused"))
	})
}
