package label_test

import (
	"encoding"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

var both = []label.Language{label.English(), label.French()}

// spaced undoes the spaces that do not break a line, for those who read a test.
func spaced(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

// each goes through the values of an enum, from zero on, and wants a word of
// every one that is not "none" or empty, and of none behind the last.
func each[T interface {
	~uint8
	fmt.Stringer
}](t *testing.T, least int, method func(label.Language, T) string) {
	t.Helper()
	n := 0
	for v := range 256 {
		x := T(v)
		own := x.String()
		valid := !strings.HasPrefix(own, "invalid(")
		if m, ok := any(x).(encoding.TextMarshaler); ok {
			text, err := m.MarshalText()
			own, valid = string(text), err == nil
		}
		for _, l := range both {
			word := method(l, x)
			require.Equal(t, valid && own != "" && !strings.EqualFold(own, "none"), word != "", "%T %d (%s) in %s", x, v, own, l)
		}
		if valid {
			n++
		}
	}
	require.GreaterOrEqual(t, n, least, "%T", T(0))
}

func TestEveryValueHasAWord(t *testing.T) {
	each(t, 27, label.Language.Action)
	each(t, 10, label.Language.Status)
	each(t, 10, label.Language.Phase)
	each(t, 5, label.Language.Role)
	each(t, 9, label.Language.Contact)
	each(t, 11, label.Language.Ending)
	each(t, 6, label.Language.Want)
	each(t, telephony.Causes, label.Language.Cause)
	each(t, 3, label.Language.Recording)
	each(t, 4, label.Language.Medium)
	each(t, 8, label.Language.Target)
	each(t, 7, label.Language.AgentStatus)
	each(t, 5, label.Language.AgentAction)
	each(t, 6, label.Language.AgentCause)
	each(t, 4, label.Language.Channel)
	each(t, 5, label.Language.WrapUpAction)
	each(t, 5, label.Language.WrapUpPhase)
	each(t, 2, label.Language.Stage)
	each(t, 10, label.Language.Form)
	each(t, 7, label.Language.Field)
	each(t, 5, label.Language.Visibility)
	each(t, 5, label.Language.Type)
	each(t, 5, label.Language.NumberFormat)
	each(t, 12, label.Language.NumberLine)
	each(t, 11, label.Language.NumberRemoved)
	each(t, 3, label.Language.NumberUse)
	each(t, 4, label.Language.NumberVerdict)
	each(t, 10, label.Language.NumberWarning)
	each(t, 8, func(l label.Language, o label.Outcome) string {
		return l.Outcome(o, interaction.NoAction, telephony.NoCause)
	})
	each(t, 9, func(l label.Language, r dialnumber.Reason) string {
		return l.Number(&dialnumber.Error{Reason: r}) // without a rule, a reason that has no text is empty
	})
	each(t, 16, func(l label.Language, k interaction.NoticeKind) string {
		return l.Notice(label.Notice{Kind: k.String()})
	})
	each(t, 13, func(l label.Language, k wrapup.Kind) string { return l.Notice(label.Notice{Kind: k.String()}) })
}

// What the zero value of an enum means decides whether it has a word: there is
// no such action, but the channel is Voice.
func TestZeroValues(t *testing.T) {
	l := label.English()
	for _, empty := range []string{l.Action(0), l.Status(0), l.Cause(0), l.AgentCause(0), l.WrapUpPhase(0), l.Target(0), l.NumberWarning(0)} {
		require.Empty(t, empty)
	}
	require.Equal(t, "Voice", l.Channel(0))
	require.Equal(t, "Signed Out", l.AgentStatus(0))
	require.Equal(t, "Not recording", l.Recording(0))
	require.Equal(t, "Text", l.Type(cad.String))
	require.Equal(t, "Connecting", l.Stage(popover.Connecting))
}

// English is what the enums themselves print, where that is a label of the
// desktop and not a word for machines.
func TestEnglishIsTheLabelsOfTheRules(t *testing.T) {
	l := label.English()
	for _, a := range interaction.Actions() {
		require.Equal(t, a.String(), l.Action(a))
	}
	for s := interaction.NoStatus; s <= interaction.InConference; s++ {
		require.Equal(t, s.String(), l.Status(s))
	}
	for s := agent.SignedOut; s <= agent.RONA; s++ {
		require.Equal(t, s.String(), l.AgentStatus(s))
	}
	for a := agent.SignIn; a <= agent.GoIdle; a++ {
		require.Equal(t, a.String(), l.AgentAction(a))
	}
	for c := agent.NoAnswer; c <= agent.InvalidNumber; c++ {
		require.Equal(t, c.String(), l.AgentCause(c))
	}
	require.Equal(t, wrapup.Submit.String(), l.WrapUpAction(wrapup.Submit))
	for _, s := range []agent.Summary{
		{Status: agent.Idle, Code: "Lunch"}, {Status: agent.RONA, Cause: agent.Busy},
		{Status: agent.Available, Note: agent.NotOffered}, {Status: agent.WrapUp}, {},
	} {
		require.Equal(t, s.String(), l.Agent(s))
	}
	require.Equal(t, "turn to the administrator if this persists", callflow.Notice{Kind: "Consult failed", Cause: telephony.InvalidNumber}.Advice())
}

// The kinds of package callflow are not imported, so they are compared here.
func TestNoticesOfTheComposition(t *testing.T) {
	for _, kind := range []string{callflow.NoticeRONA, callflow.NoticeReplaced} {
		for _, l := range both {
			require.NotEmpty(t, l.Notice(label.Notice{Kind: kind}), kind)
		}
	}
	require.Empty(t, label.English().Notice(label.Notice{Kind: "none"}))
	require.Empty(t, label.English().Notice(label.Notice{Kind: "Consult Failed"}))
	declared := constants(t, "callflow", "Notice")
	require.ElementsMatch(t, []string{callflow.NoticeRONA, callflow.NoticeReplaced}, declared, "a new kind wants a text")
}

func TestEveryRuleHasAText(t *testing.T) {
	for _, l := range both {
		seen := map[string]rule.ID{}
		for _, r := range rule.All() {
			text := l.Rule(r.ID)
			require.NotEmpty(t, text, "%s in %s", string(r.ID), l)
			require.True(t, strings.HasSuffix(text, "."), text)
			require.LessOrEqual(t, len([]rune(text)), 160, text)
			seen[text] = r.ID
		}
		// Four rules say the same as another one to whoever is at the desk.
		require.GreaterOrEqual(t, len(seen), len(rule.All())-4)
		require.Empty(t, l.Rule("PAR-99"))
		require.Empty(t, l.Rule(""))
	}
}

func TestKeys(t *testing.T) {
	keys := label.Keys()
	require.Greater(t, len(keys), 500)
	sorted := slices.Clone(keys)
	slices.Sort(sorted)
	require.Len(t, slices.Compact(sorted), len(keys), "a key stands for two texts")
	for _, k := range keys {
		theme, word, found := strings.Cut(string(k), ".")
		require.True(t, found && theme != "" && word != "", string(k))
		require.Equal(t, strings.ToLower(theme), theme)
		if theme != "rule" {
			require.Equal(t, strings.ToLower(word), word)
		}
		require.NotContains(t, word, " ")
	}
	keys[0] = "mine"
	require.NotEqual(t, label.Key("mine"), label.Keys()[0], "the slice is the caller's own")
	for _, l := range both {
		require.Len(t, l.Words(), len(keys))
		require.Empty(t, l.Text("dialog.nonsense"))
		require.Empty(t, l.Text(""))
	}
}
