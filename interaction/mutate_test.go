//go:build mutate

package interaction

import (
	"os"
	"strconv"
	"testing"
)

// TestMain plants the fault that internal/mutate names.
func TestMain(m *testing.M) {
	if n, err := strconv.Atoi(os.Getenv("MUTANT")); err == nil {
		Mutants()[n].Plant()
	}
	os.Exit(m.Run())
}
