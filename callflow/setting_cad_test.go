package callflow_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
)

func TestVariableLines(t *testing.T) {
	for _, tc := range []struct{ lines, says string }{
		{"variable", "say: variable NAME TYPE"},
		{"variable case", "say: variable NAME TYPE"},
		{"variable case Text", `there is no type "Text"`},
		{"variable case String read-only", `no variable is "read-only"`},
		{"variable case String label", `no variable is "label"`},
		{"variable case String order first", `"first" is no number`},
		{"variable case String\nvariable case Integer", "x.story:3"},
		{`variable "" String`, "x.story:2"},
		{"agents A1\nanna calls billing\nvariable case String", "variable comes before the first act"},
		{"variable case String CAD-1\nagents A1\nanna calls billing\n  A1 reads", "no expectation reads so"},
	} {
		_, err := callflow.ParseStory("x.story", "story  Malformed\n"+tc.lines+"\n")
		require.ErrorIs(t, err, callflow.ErrStory, tc.lines)
		require.ErrorContains(t, err, tc.says, tc.lines)
	}
}

func TestVariableLinesNotBorneOut(t *testing.T) {
	const setup = "story  Not so\nvariable case String editable\nagents A1\nanna calls billing\nA1 answers\n"
	for _, tc := range []struct{ lines, says string }{
		{"A1 types x into nickname", "no such variable"},
		{"A1 fetches nickname", "no such variable"},
		{"the flow sets nickname to x", "no such variable"},
		{"A1 pastes many characters into case", "say how many"},
		{"A1 pastes 99999999 characters into case", "say how many"},
		{"the flow sets case to -1 characters", "say how many"},
		{"A1 types x into case\n  refused CAD-2", "it was not refused"},
		{"A1 saves", "nothing to save"},
		{"A1 saves\n  refused CAD-6", "refused by no rule"},
		{"A1 types x into case\nA1 saves\n  the save failed", "it did not"},
		{"A1 types x into case\n  A1 reads case x", "say: NAME: VALUE"},
		{"A1 types x into case\n  A1 reads case:", "say: NAME: VALUE"},
		{"A1 types x into case\n  A1 reads nickname: x", "A1 reads no variable nickname"},
		{"A1 types x into case\n  A1 reads case: x, green", "A1 reads case: x, unsaved"},
		{"A1 types x into case\n  the flow reads nickname: x", "no such variable"},
		{"A1 types x into case\n  A1 may copy nickname", "A1 reads no variable nickname"},
		{"A1 types x into case\n  A1 is told Edit replaced: case by A1", "no edit of his was replaced"},
		{"A1 types x into case\n  the refusal counts 1 characters", "no value was refused for its length"},
	} {
		s, err := callflow.ParseStory("x.story", setup+tc.lines+"\n")
		require.NoError(t, err, tc.lines)
		require.ErrorContains(t, s.Play(nil), tc.says, tc.lines)
	}
}
