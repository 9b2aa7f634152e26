package strict_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/internal/strict"
)

func TestDecode(t *testing.T) {
	for data, want := range map[string]string{
		`{"Version":3,"Name":"anna"}`:     "",
		`{"Version":3,"Name":"anna"`:      "text",
		`[]`:                              "text",
		``:                                "text",
		`{"Name":"anna"}`:                 "version",
		`{"Version":4,"Name":"anna"}`:     "version",
		`{"Version":3,"Nam":"anna"}`:      "text",
		`{"Version":3,"Name":1}`:          "text",
		`{"Version":3,"Name":"anna"}{}`:   "text",
		`{"Version":3,"Name":"anna"} "x"`: "text",
	} {
		var into struct {
			Version int
			Name    string
		}
		field, reason := strict.Decode([]byte(data), 3, &into)
		require.Equal(t, want, field, data)
		require.Equal(t, want == "", reason == "", data)
	}
}
