package soak

import (
	"flag"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

var manyKills = flag.Int("kills", 60, "how often the centre is killed in TestKills")

func lasting() Plant { return Here(store.NewMemory()) }

// TestKills: the centre is killed at a commit or a command, again and again,
// while the switch misbehaves or does not, and the next one goes on.
func TestKills(t *testing.T) {
	each := 60
	if testing.Short() {
		each = 20
	}
	for seed := uint64(1); int(seed-1)*60 < *manyKills; seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			rep := play(t, Config{Seed: seed, Agents: 20, Contacts: 16, For: length(), Kills: each, Faults: int(seed%3) * 25}, lasting)
			require.Empty(t, rep.Violations, told(rep.Violations))
			require.GreaterOrEqual(t, rep.Kills, each)
			busy(t, rep)
		})
	}
}

// busy: a balance of nothing holds as well, and proves nothing.
func busy(t *testing.T, rep Report) {
	t.Helper()
	require.Greater(t, rep.Ended, 100)
	require.Greater(t, rep.Submitted, 100)
	require.Greater(t, rep.Answered, 500)
	require.Greater(t, rep.Notices, 500)
	require.Equal(t, rep.Offered, rep.Ended)
	require.Equal(t, rep.Owed, rep.Submitted)
	require.Equal(t, rep.Taken, rep.Answered+rep.Alone+rep.Settled)
	require.GreaterOrEqual(t, rep.Switch.Taken, rep.Taken, "as the switch has counted")
	require.LessOrEqual(t, rep.Switch.Taken, rep.Taken+rep.Unsettled+rep.Refused, "as the switch has counted")
}
