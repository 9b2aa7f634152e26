package callflow_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// TestEveryRuleIsShown: each rule of the catalogue names a story that ships,
// and in that story an expectation carries the rule's id.
func TestEveryRuleIsShown(t *testing.T) {
	stories, err := callflow.Stories(callflow.Shipped())
	require.NoError(t, err)
	by := callflow.RuleStories(stories)
	for _, r := range rule.All() {
		require.NotEmpty(t, r.Story, "%s names no story", string(r.ID))
		require.True(t, slices.Contains(by[r.ID], r.Story), "no expectation of %s carries %s", r.Story, string(r.ID))
	}
}
