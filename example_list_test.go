package callcontrol_test

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
)

// TestEveryVerbHasAnExample: what a Desk and a Center can do is shown.
func TestEveryVerbHasAnExample(t *testing.T) {
	files, err := filepath.Glob("example_*_test.go")
	require.NoError(t, err)
	shown := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, m := range regexp.MustCompile(`(?m)^func Example(\w+_\w+)\(\) \{\n(?:.*\n)+?\t// Output:`).FindAllSubmatch(text, -1) {
			shown[string(m[1])] = true
		}
	}
	for _, of := range []reflect.Type{reflect.TypeFor[*callcontrol.Desk](), reflect.TypeFor[*callcontrol.Center]()} {
		for i := range of.NumMethod() {
			name := of.Elem().Name() + "_" + of.Method(i).Name
			require.True(t, shown[name], "no func Example%s", name)
		}
	}
}
