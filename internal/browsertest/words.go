package browsertest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/label"
)

// Words are the texts of the desktop in one language, by their keys: a test says
// action.hold and looks for Hold, or for Mettre en attente.
type Words struct {
	t     T
	Tag   string
	texts map[string]string
}

var pair = regexp.MustCompile(`(?m)^\s*"([a-z0-9.-]+)":\s*"((?:[^"\\]|\\.)*)",?$`)

// In are the texts in English ("en") or French ("fr"): those of package label,
// and those that the page has besides.
func In(t T, tag string) Words {
	t.Helper()
	language := label.English()
	if tag == "fr" {
		language = label.French()
	}
	w := Words{t: t, Tag: tag, texts: map[string]string{}}
	for prefix, file := range pageWords {
		w.read(prefix, filepath.Join(ModuleRoot(), "examples", "desktop", "web", filepath.FromSlash(file)))
	}
	for key, text := range language.Words() {
		w.texts[string(key)] = text
	}
	return w
}

// pageWords are the files with what no other page says. The desk's own keys begin
// with "page." already.
var pageWords = map[string]string{"": "desk/ownwords.js", "start/": "start/words.js", "stories/": "stories/words.js"}

func (w Words) read(prefix, file string) {
	w.t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatalf("browsertest: %v", err)
	}
	_, part, found := strings.Cut(string(source), "\n  "+w.Tag+": {")
	if !found {
		w.t.Fatalf("browsertest: %s has no words in %q", file, w.Tag)
	}
	part, _, _ = strings.Cut(part, "\n  },")
	for _, m := range pair.FindAllStringSubmatch(part, -1) {
		w.texts[prefix+m[1]] = strings.ReplaceAll(m[2], `\"`, `"`)
	}
}

// Browser is what the browser of somebody with this language asks for.
func (w Words) Browser() string {
	if w.Tag == "fr" {
		return "fr-CA,fr;q=0.9"
	}
	return "en-GB,en;q=0.9"
}

// Of is the text of a key. with are pairs of a placeholder and what it is filled
// with; what stands in [ ] goes with its placeholder.
func (w Words) Of(key string, with ...string) string {
	w.t.Helper()
	text, ok := w.texts[key]
	if !ok {
		w.t.Fatalf("browsertest: no text %q in %q", key, w.Tag)
	}
	for i := 0; i+1 < len(with); i += 2 {
		text = strings.ReplaceAll(text, "{"+with[i]+"}", with[i+1])
	}
	return strings.Join(strings.Fields(tidy(text)), " ")
}

var (
	open     = regexp.MustCompile(`\[[^\[\]]*\{[^\[\]]*\]`)
	brackets = strings.NewReplacer("[", "", "]", "")
)

func tidy(text string) string { return brackets.Replace(open.ReplaceAllString(text, "")) }
