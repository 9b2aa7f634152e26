package callcontrol_test

import (
	"flag"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
)

var update = flag.Bool("update", false, "rewrite the goldens and the rendered parts of the documents")

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	return string(b)
}

// TestReadme holds the README against what it quotes: the quick start, what it
// prints, the story, and the diagram of the life of a contact.
func TestReadme(t *testing.T) {
	have := read(t, "README.md")
	want := replace(t, have, "(?s)```go\n.*?```\n", "```go\n"+read(t, "examples/quickstart/main.go")+"```\n")
	life := regexp.MustCompile("(?s)```mermaid\n.*?```\n").FindString(read(t, "docs/INTERACTION.md"))
	require.NotEmpty(t, life)
	want = replace(t, want, "(?s)<!-- life -->\n.*?<!-- /life -->", "<!-- life -->\n"+life+"<!-- /life -->")
	if *update {
		require.NoError(t, os.WriteFile("README.md", []byte(want), 0o644))
		have = want
	}
	require.Equal(t, want, have, "run: go test . -update")

	_, printed, ok := strings.Cut(read(t, "examples/quickstart/main_test.go"), "// Output:\n")
	require.True(t, ok)
	for line := range strings.Lines(strings.TrimSuffix(printed, "}\n")) {
		require.Contains(t, have, strings.TrimPrefix(line, "\t// "))
	}

	story := regexp.MustCompile("(?s)```\n(story .*?)```\n").FindStringSubmatch(have)
	require.NotNil(t, story)
	s, err := callflow.ParseStory("README.md", story[1])
	require.NoError(t, err)
	require.NoError(t, s.Play(nil))
}

func replace(t *testing.T, text, pattern, with string) string {
	t.Helper()
	re := regexp.MustCompile(pattern)
	require.Regexp(t, re, text)
	return re.ReplaceAllLiteralString(text, with)
}

// TestMap: the README's map has every package that can be imported, and no
// other.
func TestMap(t *testing.T) {
	rows := map[string]bool{"callcontrol": true}
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z/]+)` \\|").FindAllStringSubmatch(read(t, "README.md"), -1) {
		rows[row[1]] = true
	}
	packages := map[string]bool{"callcontrol": true}
	require.NoError(t, fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." {
			_, nested := os.Stat(path.Join(name, "go.mod"))
			if base := path.Base(name); base == "testdata" || base == "internal" || base == "examples" || base[0] == '.' || nested == nil {
				return fs.SkipDir
			}
		}
		if dir := path.Dir(name); strings.HasSuffix(name, ".go") && dir != "." {
			packages[dir] = true
		}
		return nil
	}))
	require.Equal(t, packages, rows, "the map of README.md")
}
