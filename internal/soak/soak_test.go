package soak

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

// play runs a soak in a bubble, where hours pass in seconds, and which shows
// what goes on after its end.
func play(t *testing.T, cfg Config, plant func() Plant) Report {
	t.Helper()
	var rep Report
	synctest.Test(t, func(t *testing.T) {
		var err error
		rep, err = Run(t.Context(), cfg, plant())
		require.NoError(t, err)
	})
	return rep
}

// length is how long contacts arrive.
func length() time.Duration {
	if testing.Short() {
		return 100 * time.Second
	}
	return 4 * time.Minute
}

// told is the first violations with their stories.
func told(v []Violation) string {
	var b strings.Builder
	for _, x := range v[:min(len(v), 3)] {
		fmt.Fprintf(&b, "%v\n%s\n", x, x.Story)
	}
	return b.String()
}

func unlasting() Plant { return Here(nil) }

// TestBalance: without kills everything adds up, whether the records are the
// centre's own or in a store, and whether the switch misbehaves or not.
func TestBalance(t *testing.T) {
	for name, plant := range map[string]func() Plant{"own records": unlasting, "stored": lasting} {
		for _, faults := range []int{0, 50} {
			t.Run(fmt.Sprint(name, " faults ", faults), func(t *testing.T) {
				t.Parallel()
				rep := play(t, Config{Seed: 2, Agents: 20, Contacts: 16, For: length(), Faults: faults}, plant)
				require.Empty(t, rep.Violations, told(rep.Violations))
				busy(t, rep)
				require.Zero(t, rep.Kills)
				if faults == 0 {
					require.Zero(t, rep.Settled, "every command is answered")
				}
			})
		}
	}
}

// TestSeed: a seed repeats who comes, when and where.
func TestSeed(t *testing.T) {
	workload := func(seed uint64) string {
		var who []string
		r := chance(seed, "arrival", 7)
		for range 5 {
			who = append(who, fmt.Sprint(r.IntN(1000)))
		}
		return strings.Join(who, " ")
	}
	require.Equal(t, workload(1), workload(1))
	require.NotEqual(t, workload(1), workload(2))
	require.NotEqual(t, chance(1, "agent", 1).Uint64(), chance(1, "agent", 2).Uint64())
}
