package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A story that fails somewhere else does not show that its rule is broken.
func TestOnlyALineOfTheRuleCounts(t *testing.T) {
	const text = "story  Held\n\nA1 holds\n  on hold anna      HLD-3 END-1\nA1 resumes\n  talk A1 anna      HLD-4"
	for _, tc := range []struct {
		name, said, id string
		want           bool
	}{
		{"its line", "    run.go:30: held.story:4: expected: on hold anna; but: nobody HLD-3 END-1", "HLD-3", true},
		{"beside another", "held.story:4: expected", "END-1", true},
		{"another's line", "held.story:6: expected: talk A1 anna", "HLD-3", false},
		{"one of several", "held.story:6: expected\nheld.story:4: expected", "HLD-3", true},
		{"an act", "held.story:5: \"A1 resumes\" was refused: rule HLD-4", "HLD-4", false},
		{"the id as part of another", "held.story:4: expected", "HLD-", false},
		{"another story", "run.go:30: up-held.story:4: expected", "HLD-3", false},
		{"no such line", "held.story:40: expected HLD-3", "HLD-3", false},
		{"nothing failed", "PASS", "HLD-3", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			require.Equal(t, tc.want, carries(tc.said, "held", text, tc.id))
		})
	}
}
