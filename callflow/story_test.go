package callflow_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
)

func TestStories(t *testing.T) {
	require.NoError(t, callflow.Check(os.DirFS("testdata")))
}
