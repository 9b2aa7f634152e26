package explore_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/internal/explore"
)

func TestWalk(t *testing.T) {
	for _, w := range explore.Worlds() {
		t.Run(w.Name, func(t *testing.T) {
			res, err := explore.Walk(w, nil)
			require.NoError(t, err)
			t.Logf("%d states, %d steps, %v", res.States, res.Steps, res.Phases)
		})
	}
}
