package browsertest_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

// The first page: a desk in a tab of its own, a customer who calls, the phone
// beside the desk; all by the panel and nothing behind its back.
func TestStartPageAndPhonePanel(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		server := bt.NewServer(t)
		w := bt.In(t, lang)
		look := bt.Look{Language: w.Browser()}
		panel := bt.Open(t, "panel", look)
		panel.Go(strings.Replace(server.URL("/"), "127.0.0.1", "localhost", 1))
		panel.Page().Exact(w.Of("start/live")).Shown()
		open := panel.Role("link", w.Of("start/of", "act", w.Of("start/open"), "who", ada+" A1"))
		a1 := &bt.Desk{Tab: panel.Follow(open, "A1", look), W: w, Agent: "A1"}
		a1.Live()
		a1.Ready()

		bring := panel.Role("form", w.Of("start/bring"))
		bring.Role("combobox", w.Of("start/kind")).Pick(w.Of("start/kind.inbound"))
		bring.Role("textbox", w.Of("start/name")).Type("Anna")
		bring.Role("textbox", w.Of("start/topic")).Type("A parcel")
		bring.Button(w.Of("start/go")).Press()
		a1.Card("contact.inbound").Says("A parcel")
		phone := panel.Role("group", w.Of("start/phone", "name", ada, "id", "A1"))
		phone.Says(w.Of("start/state.ringing"))
		phone.Starts("button", w.Of("start/answer")).Press()
		a1.Is("Anna", bt.Caller, "status.connected")
		anna := panel.Role("group", w.Of("start/customer", "name", "Anna"))
		anna.Says(w.Of("start/state.talking"))
		a1.Do("Anna", "action.hold")
		anna.Says(w.Of("start/state.on-hold"))
		anna.Starts("button", w.Of("start/hang-up")).Press()
		a1.WrapUp("Anna", "Question answered")
		anna.Gone()
	})
}

// A callback and a RONA by the panel's buttons.
func TestPanelDeclinesAndIsBusy(t *testing.T) {
	t.Parallel()
	s := begin(t, "en")
	w := bt.In(t, "en")
	panel := bt.Open(t, "panel", bt.Look{})
	panel.Go(s.server.URL("/"))
	a1 := s.desk("A1").Ready()
	bring := panel.Role("form", w.Of("start/bring"))
	bring.Role("combobox", w.Of("start/kind")).Pick(w.Of("start/kind.courtesy-callback"))
	bring.Role("textbox", w.Of("start/name")).Type("Cora")
	bring.Button(w.Of("start/go")).Press()
	phone := panel.Role("group", w.Of("start/phone", "name", ada, "id", "A1"))
	phone.Starts("button", w.Of("start/decline")).Press()
	a1.State().Says(w.Of("agent-status.rona"))
	a1.Popover().Button(w.Of("agent-action.available")).Press()
	phone.Starts("button", w.Of("start/answer")).Press()
	panel.Role("group", w.Of("start/customer", "name", "Cora")).Starts("button", w.Of("start/busy")).Press()
	a1.State().Silent(w.Of("agent-status.rona")) // back to the queue, no RONA (CBK-6)
	a1.Noticed(w.Of("notice.not-reached"))
}

// A story plays step by step, with its rule ids.
func TestStoryOnScreen(t *testing.T) {
	languages(t, func(t *testing.T, lang string) {
		server := bt.NewServer(t)
		w := bt.In(t, lang)
		tab := bt.Open(t, "stories", bt.Look{Language: w.Browser()})
		tab.Go(server.URL("/stories/"))
		tab.Role("searchbox", w.Of("stories/find")).Type("HLD-6")
		found := tab.Role("region", w.Of("stories/all")).Role("link", "")
		found.Shown()
		require.Less(t, len(found.Texts()), 200)
		found.Press()
		tab.Button(w.Of("stories/previous")).Disabled()
		rules := regionWith(tab, w.Of("stories/must"))
		seen, steps := "", 0
		for ; steps < 60; steps++ {
			rules.Shown()
			seen += strings.Join(rules.Texts(), "\n")
			if tab.Button(w.Of("stories/next")).Is("disabled", nil, 50) {
				break
			}
			next := bt.Script[string](tab, "location.hash")
			tab.Button(w.Of("stories/next")).Press()
			require.NotEqual(t, next, bt.Script[string](tab, "location.hash"))
		}
		require.Positive(t, steps)
		require.Contains(t, seen, "HLD-6")
		require.NotContains(t, seen, "✗")
	})
}

func regionWith(tab *bt.Tab, text string) bt.Place { return tab.Page().With("region", text) }
