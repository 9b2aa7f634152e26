package rule_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// counts is the specification's table of contents, stated a second time: a
// rule that is lost or doubled cannot go unseen.
var counts = []struct {
	group string
	rules int
}{
	{"NR", 2}, {"POP", 18}, {"ANS", 6}, {"HLD", 6}, {"CON", 26}, {"PAR", 20},
	{"CNF", 7}, {"TRF", 10}, {"DN", 8}, {"REC", 6}, {"CAD", 10}, {"END", 7},
	{"CBK", 8}, {"OUT", 3}, {"AGT", 7}, {"OP", 9},
}

// quoted finds the ids in a text, "REC-5" and not "1-5" or "EP-DN".
var quoted = regexp.MustCompile(`\b[A-Z]{2,3}-[0-9]+\b`)

func TestCatalogueHasEveryRuleOnceAndInOrder(t *testing.T) {
	var want []rule.ID
	for _, c := range counts {
		for n := 1; n <= c.rules; n++ {
			want = append(want, rule.ID(c.group+"-"+strconv.Itoa(n)))
		}
	}
	var got []rule.ID
	for _, r := range rule.All() {
		got = append(got, r.ID)
	}
	require.Len(t, want, 153)
	require.Equal(t, want, got)
}

func TestGroupsAreTheCataloguesInOrder(t *testing.T) {
	groups := rule.Groups()
	require.Len(t, groups, len(counts))
	titles := map[string]bool{}
	for i, g := range groups {
		require.Equal(t, counts[i].group, g.Code)
		require.NotEmpty(t, g.Title, g.Code)
		require.False(t, titles[g.Title], "title used twice: %s", g.Title)
		titles[g.Title] = true
	}
}

func TestSaysIsPlainTextOfOneToThreeSentences(t *testing.T) {
	seen := map[string]rule.ID{}
	for _, r := range rule.All() {
		t.Run(string(r.ID), func(t *testing.T) {
			require.Regexp(t, `^[A-Z]`, r.Says)
			require.True(t, strings.HasSuffix(r.Says, "."), "no full stop: %s", r.Says)
			require.Regexp(t, `^[ -~]+$`, r.Says, "plain ASCII on one line")
			require.NotContains(t, r.Says, "  ")
			require.LessOrEqual(t, strings.Count(r.Says+" ", ". "), 3)
			require.GreaterOrEqual(t, len(r.Says), 40, "too short to explain a refusal")
			require.LessOrEqual(t, len(r.Says), 500, "too long for an error text")
			require.Empty(t, seen[r.Says], "the same text twice")
			seen[r.Says] = r.ID
			for _, id := range quoted.FindAllString(r.Says, -1) {
				require.True(t, rule.ID(id).Known(), "quotes the unknown rule %s", id)
				require.NotEqual(t, string(r.ID), id, "quotes itself")
			}
		})
	}
}

func TestLookup(t *testing.T) {
	for _, want := range rule.All() {
		got, ok := rule.Lookup(want.ID)
		require.True(t, ok)
		require.Equal(t, want, got)
		require.True(t, want.ID.Known())
		require.Equal(t, want.Says, want.ID.Says())
		require.Equal(t, "rule "+string(want.ID)+": "+want.Says, want.ID.Error())
	}
}

func TestIDOutsideTheCatalogue(t *testing.T) {
	for _, tc := range []struct {
		id    rule.ID
		group string
	}{
		{"", ""}, {"HLD", "HLD"}, {"HLD-", "HLD"}, {"HLD-0", "HLD"}, {"HLD-7", "HLD"},
		{"HLD-03", "HLD"}, {"hld-3", "hld"}, {" HLD-3", " HLD"}, {"XYZ-1", "XYZ"}, {"HLD-3-1", "HLD"},
	} {
		t.Run(string(tc.id), func(t *testing.T) {
			r, ok := rule.Lookup(tc.id)
			require.False(t, ok)
			require.Zero(t, r)
			require.False(t, tc.id.Known())
			require.Empty(t, tc.id.Says())
			require.Equal(t, "rule "+string(tc.id), tc.id.Error())
			require.Equal(t, tc.group, tc.id.Group())
		})
	}
}

func TestCallersOwnTheirSlices(t *testing.T) {
	rules, groups := rule.All(), rule.Groups()
	rules[0], groups[0] = rule.Rule{}, rule.Group{}
	require.Equal(t, rule.ID("NR-1"), rule.All()[0].ID)
	require.Equal(t, "NR", rule.Groups()[0].Code)
	require.True(t, rule.ID("NR-1").Known())
}
