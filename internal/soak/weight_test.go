package soak

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestWeight: a live interaction, with its agent and his desk, is at most twice
// as heavy as one in the bench.
func TestWeight(t *testing.T) {
	rep, err := Run(t.Context(), Config{Seed: 4, Agents: 200, Contacts: 200, For: 3 * time.Second, Think: 300 * time.Millisecond, Weigh: true}, lasting())
	require.NoError(t, err)
	require.Empty(t, rep.Violations, told(rep.Violations))
	require.Greater(t, rep.AtOnce, 100)
	require.Greater(t, rep.Records, uint64(500), "it weighs something")
	require.Greater(t, rep.Watched, rep.Records, "the views are not for nothing")
	t.Logf("%d bytes, %d with the views, %d live", rep.Records, rep.Watched, rep.AtOnce)
}
