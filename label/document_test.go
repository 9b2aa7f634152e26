package label_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/label"
)

var update = flag.Bool("update", false, "rewrite docs/LABELS.md from the texts")

const document = "../docs/LABELS.md"

const preamble = `# The words of a desktop

<!-- Rendered from package label. To rewrite it: go test ./label -update -->

Every text that an agent's desktop shows, by its key. A {name} is filled in;
what stands between [ ] is left out when a placeholder in it has nothing to
show. To add a language, translate the English column and give it to label.New;
to change some words only, give those to Language.With.
`

// render is the document: a table for each theme, in the order of the keys.
func render(keys []label.Key) string {
	var b strings.Builder
	b.WriteString(preamble)
	last := ""
	for _, k := range keys {
		theme, _, _ := strings.Cut(string(k), ".")
		if theme != last {
			fmt.Fprintf(&b, "\n## %s\n\n| key | English | French |\n|---|---|---|\n", theme)
			last = theme
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", string(k), markdown.Replace(label.English().Text(k)), markdown.Replace(label.French().Text(k)))
	}
	return b.String()
}

var markdown = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `_`, `\_`, "`", "\\`", `|`, `\|`, `<`, `\<`, `[`, `\[`)

func TestDocumentIsRenderedFromTheTexts(t *testing.T) {
	want := render(label.Keys())
	if *update {
		require.NoError(t, os.WriteFile(document, []byte(want), 0o644))
	}
	got, err := os.ReadFile(document)
	require.NoError(t, err)
	require.Equal(t, want, string(got), "docs/LABELS.md is stale: go test ./label -update")
}

func TestDocumentHasARowForEveryKey(t *testing.T) {
	text := render(label.Keys())
	require.Equal(t, len(label.Keys()), strings.Count(text, "\n| ")-strings.Count(text, "\n| key |"))
	require.Contains(t, text, "| action.hold | Hold | Mettre en attente |\n")
	require.Contains(t, text, `| rule.DN-2 | Only the special characters + # \* and : can be dialled. |`)
	for _, heading := range []string{"action", "notice", "rule", "dialog"} {
		require.Equal(t, 1, strings.Count(text, "\n## "+heading+"\n"), heading)
	}
}
