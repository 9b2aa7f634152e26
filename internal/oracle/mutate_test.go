//go:build mutate

package oracle

import (
	"os"
	"strconv"
	"testing"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

// TestMain plants the fault that internal/mutate names.
func TestMain(m *testing.M) {
	if n, err := strconv.Atoi(os.Getenv("MUTANT")); err == nil {
		interaction.Mutants()[n].Plant()
	}
	os.Exit(m.Run())
}
