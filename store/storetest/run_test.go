package storetest_test

import (
	"testing"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/store/faulty"
	"github.com/seed-6cc70c2f/callcontrol/store/storetest"
)

// A store in memory, which "opens again" as what it is: nothing survives in a new
// process, and this shows only that the cases about it can pass.
func TestMemoryPasses(t *testing.T) {
	storetest.Run(t, storetest.Harness{
		New:    func(*testing.T) store.Store { return store.NewMemory() },
		Reopen: func(_ *testing.T, s store.Store) store.Store { return s },
	})
}

// A store on its worst day passes, because it does what the contract allows.
func TestAFaultyStorePasses(t *testing.T) {
	for _, seed := range []uint64{1, 2, 3} {
		storetest.Run(t, storetest.Harness{
			New: func(*testing.T) store.Store {
				return faulty.New(store.NewMemory(), faulty.Config{Seed: seed, Rates: faulty.All(0.05), Delay: 2 * time.Millisecond})
			},
			Reopen: func(_ *testing.T, s store.Store) store.Store { return s },
		})
	}
}
