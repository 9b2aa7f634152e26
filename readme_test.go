package callcontrol_test

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
)

var update = flag.Bool("update", false, "rewrite the rendered parts of the README")

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
	want := replace(t, have, "(?s)```go\n.*?```\n", "```go\n"+read(t, "examples/floor/main.go")+"```\n")
	life := regexp.MustCompile("(?s)```mermaid\n.*?```\n").FindString(read(t, "docs/INTERACTION.md"))
	require.NotEmpty(t, life)
	want = replace(t, want, "(?s)<!-- life -->\n.*?<!-- /life -->", "<!-- life -->\n"+life+"<!-- /life -->")
	if *update {
		require.NoError(t, os.WriteFile("README.md", []byte(want), 0o644))
		have = want
	}
	require.Equal(t, want, have, "run: go test . -update")

	_, printed, ok := strings.Cut(read(t, "examples/floor/main_test.go"), "// Output:\n")
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
