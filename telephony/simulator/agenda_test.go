package simulator

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// An agenda gives what is due, in the order of time and then of number, however
// it was put in; what is not due stays.
func TestAgenda(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	start := time.Unix(0, 0)
	for range 50 {
		var a agenda[uint64]
		var want []due[uint64]
		for n := range uint64(60) {
			at := start.Add(time.Duration(random.IntN(20)))
			a.add(at, n, n)
			want = append(want, due[uint64]{at, n, n})
		}
		slices.SortFunc(want, func(x, y due[uint64]) int { return cmp.Or(x.at.Compare(y.at), cmp.Compare(x.serial, y.serial)) })
		for now := start; now.Before(start.Add(20)); now = now.Add(1) {
			for d, ok := a.take(now); ok; d, ok = a.take(now) {
				require.Equal(t, want[0], d)
				want = want[1:]
			}
			at, ok := a.first()
			require.Equal(t, len(want) > 0, ok)
			require.True(t, !ok || at.After(now))
		}
		require.Empty(t, want)
	}
}
