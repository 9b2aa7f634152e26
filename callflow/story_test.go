package callflow_test

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/callflow/callflowtest"
)

// TestStories plays each story as a subtest named after it; internal/mutate
// asks for one of them by that name.
func TestStories(t *testing.T) {
	callflowtest.Run(t, os.DirFS("testdata"))
}

func TestCheckPlaysAll(t *testing.T) {
	require.NoError(t, callflow.Check(os.DirFS("testdata")))
	require.ErrorIs(t, callflow.Check(fstest.MapFS{}), callflow.ErrStory)
}
