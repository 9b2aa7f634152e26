package callflow_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// desk is a floor on which A1 has answered anna, and A2 has no part in it.
func desk(t *testing.T, keep func(telephony.CallID, cad.Sheet) error) *callflow.Floor {
	t.Helper()
	schema, err := cad.NewSchema([]cad.Definition{
		{Name: "case", Editable: true},
		{Name: "seats", Type: cad.Integer, Editable: true},
		{Name: "card", Secure: true, Editable: true},
		{Name: "branch"},
	})
	require.NoError(t, err)
	f, err := callflow.New(callflow.Config{Variables: schema, Keep: keep})
	require.NoError(t, err)
	require.NoError(t, f.SignIn("A1", "A2"))
	require.NoError(t, f.Arrive(callflow.Arrival{ID: "anna", Kind: interaction.Inbound, Queue: "billing", Values: map[string]string{"card": "4111"}}))
	require.NoError(t, f.Answers("A1", "anna"))
	return f
}

func TestVariablesBadInput(t *testing.T) {
	typing := func(name, value string) func(*callflow.Floor, agent.ID, telephony.CallID) error {
		return func(f *callflow.Floor, by agent.ID, id telephony.CallID) error { return f.Type(by, id, name, value) }
	}
	calls := map[string]func(*callflow.Floor, agent.ID, telephony.CallID) error{
		"type":   typing("case", "4711"),
		"revert": func(f *callflow.Floor, by agent.ID, id telephony.CallID) error { return f.Revert(by, id, "") },
		"save":   func(f *callflow.Floor, by agent.ID, id telephony.CallID) error { return f.Save(by, id) },
		"refresh": func(f *callflow.Floor, by agent.ID, id telephony.CallID) error {
			return f.Refresh(by, id)
		},
		"fetch": func(f *callflow.Floor, by agent.ID, id telephony.CallID) error { return f.Fetch(by, id, "card") },
		"fetched": func(f *callflow.Floor, by agent.ID, id telephony.CallID) error {
			return f.Fetched(by, id, "card", nil)
		},
	}
	for name, call := range calls {
		t.Run(name, func(t *testing.T) {
			f := desk(t, nil)
			require.ErrorIs(t, call(f, "A1", "bob"), callflow.ErrUnknown, "a contact that there is not")
			require.ErrorIs(t, call(f, "", "anna"), rule.ID("OP-2"), "nobody")
			require.ErrorIs(t, call(f, "A9", "anna"), rule.ID("OP-2"), "an agent that there is not")
			require.ErrorIs(t, call(f, "A2", "anna"), rule.ID("OP-2"), "an agent who has no part in it")
			c, _ := f.Contact("anna")
			require.Zero(t, c.Sheet.Revision())
			require.Empty(t, f.TakeNotices())
		})
	}
	f := desk(t, nil)
	for _, tc := range []struct {
		what string
		err  error
		is   error
	}{
		{"an undefined variable", f.Type("A1", "anna", "nickname", "x"), cad.ErrUndefined},
		{"an undefined variable, reverted", f.Revert("A1", "anna", "nickname"), cad.ErrUndefined},
		{"an undefined variable, fetched", f.Fetch("A1", "anna", "nickname"), cad.ErrUndefined},
		{"an undefined variable, set by the flow", f.Put("anna", map[string]string{"case": "1", "nickname": "x"}), cad.ErrUndefined},
		{"a contact that there is not, set by the flow", f.Put("bob", map[string]string{"case": "1"}), callflow.ErrUnknown},
		{"the wrong type", f.Type("A1", "anna", "seats", "two"), cad.ErrType},
		{"the wrong type, by its rule", f.Type("A1", "anna", "seats", "two"), rule.ID("CAD-1")},
		{"a read-only variable", f.Type("A1", "anna", "branch", "north"), rule.ID("CAD-2")},
		{"no UTF-8", f.Type("A1", "anna", "case", "\xff"), cad.ErrEncoding},
		{"the mask", f.Type("A1", "anna", "card", cad.Mask), cad.ErrMask},
		{"what is not secure, fetched", f.Fetch("A1", "anna", "case"), cad.ErrFetch},
		{"an answer to no fetch", f.Fetched("A1", "anna", "card", nil), cad.ErrFetch},
		{"no edit, saved", f.Save("A1", "anna"), cad.ErrNothing},
	} {
		require.ErrorIs(t, tc.err, tc.is, tc.what)
		require.NotContains(t, tc.err.Error(), "4111", tc.what)
	}
	c, _ := f.Contact("anna")
	require.Zero(t, c.Sheet.Revision(), "the flow's defined variable is not set beside the undefined one")
	for _, field := range f.Variables("A1", "anna") {
		require.False(t, field.Edited, field.Name)
	}
	require.Nil(t, f.Variables("A1", "bob"))
	require.Nil(t, f.Variables("A2", "anna"))
	require.Nil(t, f.Variables("", "anna"))

	err := f.Arrive(callflow.Arrival{ID: "bob", Kind: interaction.Inbound, Queue: "billing", Values: map[string]string{"nickname": "x"}})
	require.ErrorIs(t, err, cad.ErrUndefined)
	_, there := f.Contact("bob")
	require.False(t, there)
}

// TestSavedTwice: a save whose outcome got lost is sent again, and has arrived
// after all.
func TestSavedTwice(t *testing.T) {
	f := desk(t, nil)
	require.NoError(t, f.Type("A1", "anna", "case", "4711"))
	require.NoError(t, f.Save("A1", "anna"))
	require.ErrorIs(t, f.Save("A1", "anna"), cad.ErrNothing)
	c, _ := f.Contact("anna")
	require.EqualValues(t, 1, c.Sheet.Revision())
	require.Empty(t, f.TakeNotices())
}

// TestSaveFails: nothing changes, for the flow neither, and the draft can be
// saved again (CAD-9).
func TestSaveFails(t *testing.T) {
	lost := errors.New("no route to the store")
	var now error
	var kept []uint64
	f := desk(t, func(id telephony.CallID, s cad.Sheet) error {
		require.EqualValues(t, "anna", id)
		kept = append(kept, s.Revision())
		return now
	})
	now = lost
	require.NoError(t, f.Type("A1", "anna", "case", "4711"))
	require.ErrorIs(t, f.Save("A1", "anna"), lost)
	require.ErrorIs(t, f.Put("anna", map[string]string{"branch": "north"}), lost)
	c, _ := f.Contact("anna")
	require.Zero(t, c.Sheet.Revision())
	require.True(t, f.Variables("A1", "anna")[0].Edited)
	now = nil
	require.NoError(t, f.Save("A1", "anna"))
	require.Equal(t, []uint64{1, 1, 1}, kept)
	require.False(t, f.Variables("A1", "anna")[0].Edited)
}

// TestVariablesOfAClone: what is typed and saved on a copy of the floor stays
// there.
func TestVariablesOfAClone(t *testing.T) {
	f := desk(t, nil)
	require.NoError(t, f.Type("A1", "anna", "case", "4711"))
	g := f.Clone()
	require.NoError(t, g.Type("A1", "anna", "case", "4712"))
	require.NoError(t, g.Fetch("A1", "anna", "card"))
	require.NoError(t, g.Save("A1", "anna"))
	before := f.Variables("A1", "anna")
	require.Equal(t, "4711", before[0].Value.Text())
	require.True(t, before[0].Edited)
	require.Equal(t, cad.Masked, before[2].Visibility)
	require.NoError(t, f.Save("A1", "anna"))
	require.Equal(t, "4712", g.Variables("A1", "anna")[0].Value.Text())
}

// TestRewriteVariables: a rewrite says what is so in the language, and holds.
func TestRewriteVariables(t *testing.T) {
	const setup = `story  Rewritten
variable case String editable starts 4711
variable card String secure editable starts 4111
variable note String editable label Note
agents A1 A2

anna calls billing
A1 answers
`
	for _, tc := range []struct{ acts, wrong, right string }{
		{"", "A1 reads case: 4712, unsaved", "A1 reads case: 4711"},
		{"", "A1 reads card: 4111", "A1 reads card: masked, secure"},
		{"", "A1 reads card: \"masked\"", "A1 reads card: masked, secure"},
		{"", "A1 reads case: masked", "A1 reads case: 4711"},
		{"", "A1 reads case: 4711, unsaved", "A1 reads case: 4711"},
		{"", "A1 reads note: x", "A1 reads note: nothing"},
		{"", "A1 reads no variables", "A1 reads case: 4711"},
		{"", "A1 reads case: nothing for anna", "A1 reads case: 4711 for anna"},
		{"", "the flow reads case: nothing", "the flow reads case: 4711"},
		{"", "the variables of A1 are case", "the variables of A1 are case, card secure, Note"},
		{"", "A1 may copy card", "A1 may not copy card"},
		{"", "A1 may not type into case", "A1 may type into case"},
		{"A1 types \"call, again\" into note\n", "A1 reads note: nothing", "A1 reads note: \"call, again\", unsaved"},
		{"A1 types nothing into note\n", "A1 reads note: nothing", "A1 reads note: \"nothing\", unsaved"},
		{"A1 pastes 256 characters into note\n", "A1 reads note: nothing", "A1 reads note: 256 characters, unsaved"},
		{"A1 types 4712 into case\nA1 saves\n", "A1 reads case: 4712, saved by A2", "A1 reads case: 4712, saved by A1"},
		{"A1 types 4712 into case\nA1 saves\n", "the flow reads case: 4711", "the flow reads case: 4712, saved by A1"},
		{"A1 types 4712 into case\nthe flow sets case to 4713\n", "A1 is told Edit replaced: case by A2", "A1 is told Edit replaced: case by system, \"4712\" became \"4713\""},
		{"A1 types \"no, never\" into case\nthe flow sets case to \"\"\n", "A1 is told Edit replaced: case by A2", "A1 is told Edit replaced: case by system, \"no, never\" became \"\""},
		{"A1 types 5500 into card\nthe flow sets card to 3700\n", "A1 is told Edit replaced: card by system, 5500 became 3700", "A1 is told Edit replaced: card by system, no values"},
		{"A1 fetches card\n", "A1 reads card: masked, fetched", "A1 reads card: masked, fetching, secure"},
		{"A1 fetches card\nthe fetch of card by A1 succeeds\n", "A1 reads card: masked", "A1 reads card: 4111, fetched, secure"},
		{"A1 pastes 257 characters into note\n  refused\n", "the refusal counts 300 characters", "the refusal counts 257 characters"},
		{"A1 saves\n", "refused CAD-6", "refused"},
		{"A1 pastes 257 characters into note\n", "refused CAD-6", "refused                                             CAD-4"},
	} {
		text := setup + tc.acts + "  " + tc.wrong + "\n"
		got, err := callflow.Rewrite("x.story", text)
		require.NoError(t, err)
		require.Equal(t, setup+tc.acts+"  "+tc.right+"\n", got)
		again, err := callflow.ParseStory("x.story", got)
		require.NoError(t, err)
		require.NoError(t, again.Play(nil))
	}
}
