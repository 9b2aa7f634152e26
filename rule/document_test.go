package rule_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

var update = flag.Bool("update", false, "rewrite docs/RULES.md from the catalogue")

const document = "../docs/RULES.md"

const preamble = `# The rules

<!-- Rendered from package rule. To rewrite it: go test ./rule -update -->

Every refusal of this library names the rule that it follows by one of these
ids. Ids are stable; the wording may improve. The last column has what shows
the rule at work, a story or a test.

| word | meaning |
|---|---|
| Agent 1 | the agent who owns the interaction now |
| Agent 2 | the agent whom Agent 1 consults, until he leaves or becomes the owner, which makes him Agent 1 |
| outsider | a consulted party who is no agent of this centre |
| leg | one party's connection to the interaction |
| accepted call | the agent has answered and not left; on a callback or outdial the customer has answered too |
| active call | an accepted call whose customer is connected or on hold |
| free voice slot | no call of the agent is reserved, engaged or to be wrapped up, and his phone is on hook |
| RONA | the state of an agent who did not answer an offer |
| EP-DN | a telephone number that leads to an entry point |
| DNIS | the number that the customer dialled |
| CAD | call-associated data, the variables of an interaction |
`

// render is the document: a table for each group, in the catalogue's order.
func render(groups []rule.Group, rules []rule.Rule) string {
	var b strings.Builder
	b.WriteString(preamble)
	for _, g := range groups {
		fmt.Fprintf(&b, "\n## %s: %s\n\n| rule | says | shown by |\n|---|---|---|\n", g.Code, g.Title)
		for _, r := range rules {
			if r.ID.Group() == g.Code {
				fmt.Fprintf(&b, "| %s | %s | %s |\n", string(r.ID), markdown.Replace(r.Says), shownBy(r))
			}
		}
	}
	return b.String()
}

// markdown keeps the signs of DN-2 from being read as mark-up.
var markdown = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `_`, `\_`, "`", "\\`", `|`, `\|`, `<`, `\<`)

func shownBy(r rule.Rule) string {
	var by []string
	if r.Story != "" {
		by = append(by, fmt.Sprintf("[%s](../%s)", r.Story, storyFile(r.Story)))
	}
	if r.Test != "" {
		by = append(by, "`"+r.Test+"`")
	}
	return strings.Join(by, ", ")
}

func storyFile(story string) string { return "callflow/testdata/" + story + ".story" }

// evidence says what is wrong with what a rule names as shown by: the story
// must exist and carry the id, the test must exist in that package.
func evidence(module fs.FS, r rule.Rule) error {
	if r.Story != "" {
		text, err := fs.ReadFile(module, storyFile(r.Story))
		if err != nil {
			return err
		}
		carries := false
		for _, id := range quoted.FindAllString(string(text), -1) {
			carries = carries || id == string(r.ID)
		}
		if !carries {
			return fmt.Errorf("story %s does not carry %s", r.Story, string(r.ID))
		}
	}
	if r.Test == "" {
		return nil
	}
	dir, name, _ := strings.Cut(r.Test, ".")
	if dir == "callcontrol" {
		dir = "."
	}
	files, err := fs.Glob(module, path.Join(dir, "*_test.go"))
	if err != nil {
		return err
	}
	declared := regexp.MustCompile(`(?m)^func ` + regexp.QuoteMeta(name) + `\(`)
	for _, file := range files {
		text, err := fs.ReadFile(module, file)
		if err != nil {
			return err
		}
		if declared.Match(text) {
			return nil
		}
	}
	return fmt.Errorf("there is no test %s", r.Test)
}

func TestDocumentIsRenderedFromTheCatalogue(t *testing.T) {
	want := render(rule.Groups(), rule.All())
	if *update {
		require.NoError(t, os.WriteFile(document, []byte(want), 0o644))
	}
	got, err := os.ReadFile(document)
	require.NoError(t, err)
	require.Equal(t, want, string(got), "docs/RULES.md is stale: go test ./rule -update")
}

func TestDocumentHasARowForEveryRule(t *testing.T) {
	rows := regexp.MustCompile(`(?m)^\| [A-Z]+-[0-9]+ \| .+ \| .*\|$`)
	require.Len(t, rows.FindAllString(render(rule.Groups(), rule.All()), -1), len(rule.All()))
}

func TestDocumentLinksWhatShowsARule(t *testing.T) {
	const says = "A number may have * or |."
	for _, tc := range []struct{ name, story, test, want string }{
		{"nothing yet", "", "", `| DN-2 | A number may have \* or \|. |  |`},
		{"a story", "keypad", "", `| DN-2 | A number may have \* or \|. | [keypad](../callflow/testdata/keypad.story) |`},
		{"a test", "", "dialnumber.TestSigns", "| DN-2 | A number may have \\* or \\|. | `dialnumber.TestSigns` |"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := rule.Rule{ID: "DN-2", Says: says, Story: tc.story, Test: tc.test}
			got := render([]rule.Group{{Code: "DN", Title: "Dial numbers"}}, []rule.Rule{r})
			require.Contains(t, got, "## DN: Dial numbers\n")
			require.Contains(t, got, tc.want+"\n")
		})
	}
}

func TestWhatShowsARuleExists(t *testing.T) {
	module := os.DirFS("..")
	for _, r := range rule.All() {
		require.NoError(t, evidence(module, r), r.ID)
	}
}

func TestEvidenceIsChecked(t *testing.T) {
	module := fstest.MapFS{
		"callflow/testdata/held.story":    {Data: []byte("story  Held\n  A1 may not  Hold  HLD-3 REC-10\n")},
		"interaction/target/book_test.go": {Data: []byte("func TestBook(t *testing.T) {\n")},
		"center_test.go":                  {Data: []byte("func TestCenter(t *testing.T) {\n")},
	}
	for _, tc := range []struct {
		name string
		rule rule.Rule
		want string
	}{
		{"nothing named", rule.Rule{ID: "HLD-3"}, ""},
		{"a story that carries it", rule.Rule{ID: "HLD-3", Story: "held"}, ""},
		{"a story that does not", rule.Rule{ID: "REC-1", Story: "held"}, "story held does not carry REC-1"},
		{"no such story", rule.Rule{ID: "HLD-3", Story: "hold"}, "open callflow/testdata/hold.story: file does not exist"},
		{"a test", rule.Rule{ID: "CON-5", Test: "interaction/target.TestBook"}, ""},
		{"a test of the root", rule.Rule{ID: "AGT-7", Test: "callcontrol.TestCenter"}, ""},
		{"no such test", rule.Rule{ID: "CON-5", Test: "interaction/target.TestBoo"}, "there is no test interaction/target.TestBoo"},
		{"another package's", rule.Rule{ID: "CON-5", Test: "interaction.TestBook"}, "there is no test interaction.TestBook"},
		{"a story, but no such test", rule.Rule{ID: "HLD-3", Story: "held", Test: "cad.TestX"}, "there is no test cad.TestX"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			err := evidence(module, tc.rule)
			if tc.want == "" {
				require.NoError(t, err)
				return
			}
			require.EqualError(t, err, tc.want)
		})
	}
}
