package storetest_test

import (
	"fmt"
	"testing"

	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/store/storetest"
)

// A test of this form, in the package of the implementation, plays every case.
func Example() {
	test := func(t *testing.T) {
		storetest.Run(t, storetest.Harness{
			New: func(*testing.T) store.Store { return store.NewMemory() },
		})
	}
	fmt.Printf("%T\n", test)
	// Output: func(*testing.T)
}
