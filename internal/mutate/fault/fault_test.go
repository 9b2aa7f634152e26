package fault

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

const root = "../../.."

func TestEveryRuleHasAFault(t *testing.T) {
	planted := map[rule.ID]int{}
	for _, f := range All() {
		require.True(t, f.Rule.Known(), "the catalogue has no %s", string(f.Rule))
		require.NotEmpty(t, f.Why, "%s says not what is broken", string(f.Rule))
		planted[f.Rule]++
	}
	for _, r := range rule.All() {
		require.Positive(t, planted[r.ID], "%s has no fault", string(r.ID))
	}
}

// A fault that no longer fits its file, or no longer is Go, plants nothing.
func TestEveryFaultFits(t *testing.T) {
	for _, f := range All() {
		t.Run(string(f.Rule), func(t *testing.T) {
			src, err := os.ReadFile(filepath.Join(root, f.File))
			require.NoError(t, err)
			planted, err := f.Apply(src)
			require.NoError(t, err)
			_, err = parser.ParseFile(token.NewFileSet(), f.File, planted, parser.SkipObjectResolution)
			require.NoError(t, err)
		})
	}
}

func TestApply(t *testing.T) {
	for _, tc := range []struct{ name, src, old, new, want string }{
		{"once", "a < b", "<", ">", "a > b"},
		{"taken out", "a(); b()", "; b()", "", "a()"},
		{"not there", "a < b", "=", "<", ""},
		{"twice", "a < b < c", "<", ">", ""},
		{"nothing to look for", "a", "", "b", ""},
		{"nothing changed", "a < b", "<", "<", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := Fault{Rule: "HLD-3", File: "x.go", Old: tc.old, New: tc.new}.Apply([]byte(tc.src))
			if tc.want == "" {
				require.ErrorIs(t, err, ErrStale)
				require.ErrorContains(t, err, "HLD-3 in x.go")
				return
			}
			require.NoError(t, err)
			require.Equal(t, tc.want, string(got))
		})
	}
}
