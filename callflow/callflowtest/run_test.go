package callflowtest_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/callflow/callflowtest"
)

// TestShipped plays the stories that ship, as a user would play his own.
func TestShipped(t *testing.T) { callflowtest.Run(t, callflow.Shipped()) }

// TestRewrite: with CALLFLOW_REWRITE=1 a story that is not borne out says what
// is so afterwards, and only the line that was wrong has changed.
func TestRewrite(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "wrong.story")
	const before = "story It is not so\nagents A1\n\nanna calls billing\nA1 answers\n  A1 sees anna: Call on Hold              ANS-4\n  A1 may Hold\n"
	const after = "story It is not so\nagents A1\n\nanna calls billing\nA1 answers\n  A1 sees anna: Connected                 ANS-4\n  A1 may Hold\n"
	require.NoError(t, os.WriteFile(file, []byte(before), 0o600))
	t.Setenv(callflowtest.Rewrite, "1")
	callflowtest.RunDir(t, dir)
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, after, string(text))
}
