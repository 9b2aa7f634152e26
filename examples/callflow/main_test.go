package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func play(args ...string) (code int, out, errOut string) {
	var o, e bytes.Buffer
	code = run(args, &o, &e)
	return code, o.String(), e.String()
}

func file(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "my.story")
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	return name
}

func TestShipped(t *testing.T) {
	code, out, errOut := play()
	require.Zero(t, code, errOut)
	require.Contains(t, out, "A1 ⇄ anna")
	require.Contains(t, out, "Transfer (CON-11)")
	require.NotContains(t, out, "✗")

	code, out, _ = play("-list")
	require.Zero(t, code)
	require.Greater(t, strings.Count(out, "\n"), 100)
	require.Contains(t, out, "trap-second-pause")

	code, _, errOut = play("-all")
	require.Zero(t, code, errOut)

	code, _, errOut = play("-story", "no-such-story")
	require.Equal(t, 2, code)
	require.Contains(t, errOut, "no-such-story")
}

func TestJSON(t *testing.T) {
	code, out, _ := play("-json", "-story", first)
	require.Zero(t, code)
	lines := 0
	for line := range strings.Lines(out) {
		var step stepJSON
		require.NoError(t, json.Unmarshal([]byte(line), &step))
		require.NotEmpty(t, step.Act)
		require.Len(t, step.Agents, 2)
		lines++
	}
	require.Equal(t, 8, lines)
}

func TestNotBorneOut(t *testing.T) {
	name := file(t, "story It is not so\nagents A1\nanna calls billing\nA1 answers\n  A1 may Resume\n")
	code, out, errOut := play(name)
	require.Equal(t, 1, code)
	require.Contains(t, errOut, name+":5: ")
	require.Contains(t, errOut, "HLD-4")
	require.Contains(t, out, "✗")
}

// TestRewrite: a question mark is replaced by what is so, and then the story is
// borne out.
func TestRewrite(t *testing.T) {
	name := file(t, "story To be filled in\nagents A1\nanna calls billing\nA1 answers\n  ?\nA1 resumes\n  ?\n")
	code, _, errOut := play(name)
	require.Equal(t, 1, code)
	require.Contains(t, errOut, name+":5: say what must be so")
	code, _, errOut = play("-rewrite", name)
	require.Zero(t, code, errOut)
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Contains(t, string(text), "\n  A1 sees anna: Connected\n")
	require.Contains(t, string(text), "\n  talk A1 anna\n")
	require.Contains(t, string(text), "A1 resumes\n  refused  HLD-4\n")
	code, _, errOut = play(name)
	require.Zero(t, code, errOut)
}

func TestMalformed(t *testing.T) {
	name := file(t, "story A typo\nagents A1\nanna calls billing\nA1 answres\n  A1 may Holdd HLD-99\n")
	code, out, errOut := play(name)
	require.Equal(t, 2, code)
	require.Empty(t, out)
	require.Contains(t, errOut, name+":4: ")
	require.Contains(t, errOut, "did you mean")
	require.Contains(t, errOut, name+":5: there is no rule HLD-99")
	code, _, _ = play("-nonsense")
	require.Equal(t, 2, code)
}
