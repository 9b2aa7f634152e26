package callflowtest_test

import (
	"testing"

	"github.com/seed-6cc70c2f/callcontrol/callflow/callflowtest"
)

// In a project's own test file: every story in testdata/stories is a subtest.
func ExampleRunDir() {
	_ = func(t *testing.T) {
		callflowtest.RunDir(t, "testdata/stories")
	}
}
