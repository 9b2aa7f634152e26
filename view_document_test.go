package callcontrol_test

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// parts are the types that a view is made of, found by walking it: the objects
// of its JSON, and the words that stand in them.
type parts struct {
	objects []reflect.Type
	words   []reflect.Type
}

func (p *parts) walk(of reflect.Type) {
	switch {
	case of.Implements(reflect.TypeFor[encoding.TextMarshaler]()):
		if of.Kind() == reflect.Uint8 && !slices.Contains(p.words, of) {
			p.words = append(p.words, of)
		}
	case of.Kind() == reflect.Pointer, of.Kind() == reflect.Slice, of.Kind() == reflect.Array:
		p.walk(of.Elem())
	case of.Kind() == reflect.Struct && !slices.Contains(p.objects, of):
		if of != reflect.TypeFor[cad.Field]() && of != reflect.TypeFor[cad.Definition]() { // these have no JSON of their own in a view
			p.objects = append(p.objects, of)
		}
		for i := range of.NumField() {
			p.walk(of.Field(i).Type)
		}
	}
}

// written are objects that write their JSON themselves: with everything in it
// that there can be, and with as little.
var written = func() map[string][2]any {
	no := rule.Deny("HLD-3", "Hold", "Talking", "")
	return map[string][2]any{
		"Permission": {callcontrol.Permission{Action: interaction.Hold, Denied: no}, callcontrol.Permission{Action: interaction.Hold}},
		"Button":     {callcontrol.Button{Denied: no}, callcontrol.Button{}},
		"Variable": {callcontrol.Variable{Field: cad.Field{Definition: cad.Definition{Secure: true}, Edited: true, By: "A1", Denied: no}},
			callcontrol.Variable{}},
	}
}()

// fields are the fields of an object's JSON in order, a ? behind those that can
// be missing.
func fields(t *testing.T, of reflect.Type) []string {
	if pair, ok := written[of.Name()]; ok {
		all, least := keys(t, pair[0]), keys(t, pair[1])
		for i, name := range all {
			if !slices.Contains(least, name) {
				all[i] += "?"
			}
		}
		return all
	}
	var all []string
	for i := range of.NumField() {
		name, options, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		require.NotEmpty(t, name, "%v.%s", of, of.Field(i).Name)
		if strings.HasPrefix(options, "omit") {
			name += "?"
		}
		all = append(all, name)
	}
	return all
}

// keys are the keys of an object without objects in it, in order.
func keys(t *testing.T, v any) []string {
	text, err := json.Marshal(v)
	require.NoError(t, err)
	var all []string
	d := json.NewDecoder(bytes.NewReader(text))
	for i := 0; ; i++ {
		token, err := d.Token()
		if err != nil {
			return all
		}
		if name, ok := token.(string); ok && i%2 == 1 {
			all = append(all, name)
		}
	}
}

// TestViewsAreDocumented holds docs/VIEWS.md against the code: a section for
// each object, a line for each field, and the list of words, which is rendered.
func TestViewsAreDocumented(t *testing.T) {
	var p parts
	p.walk(reflect.TypeFor[callcontrol.View]())
	have := read(t, "docs/VIEWS.md")

	sections := regexp.MustCompile(`(?m)^## (\w+)$`).FindAllStringSubmatch(have, -1)
	var named []string
	for _, s := range sections {
		named = append(named, s[1])
	}
	var want []string
	for _, of := range p.objects {
		if of.PkgPath() == "time" {
			continue
		}
		want = append(want, of.Name())
		_, section, _ := strings.Cut(have, "\n## "+of.Name()+"\n")
		section, _, _ = strings.Cut(section, "\n## ")
		var lines []string
		for _, row := range regexp.MustCompile("(?m)^\\| `(\\w+)`(\\??) \\| .+ \\|$").FindAllStringSubmatch(section, -1) {
			lines = append(lines, row[1]+row[2])
		}
		require.Equal(t, fields(t, of), lines, "docs/VIEWS.md, section %s", of.Name())
	}
	require.ElementsMatch(t, append(want, "Words"), named)

	now := replace(t, have, "(?s)<!-- words -->\n.*?<!-- /words -->", "<!-- words -->\n"+wordList(p.words)+"<!-- /words -->")
	if *update {
		require.NoError(t, os.WriteFile("docs/VIEWS.md", []byte(now), 0o644))
		have = now
	}
	require.Equal(t, now, have, "run: go test . -update")
}

// wordList is a table of the words of each type.
func wordList(types []reflect.Type) string {
	var b strings.Builder
	b.WriteString("| word of | words |\n|---|---|\n")
	for _, of := range types {
		fmt.Fprintf(&b, "| `%v` | %s |\n", of, strings.Join(words(of, 0), " · "))
	}
	kinds := append(words(reflect.TypeFor[interaction.NoticeKind](), 1), callflow.NoticeRONA, callflow.NoticeReplaced)
	for k := wrapup.NoChange + 1; ; k++ { // a notice has the label, not the word
		if _, err := k.MarshalText(); err != nil {
			break
		}
		kinds = append(kinds, k.String())
	}
	fmt.Fprintf(&b, "| `kind` of a notice | %s |\n", strings.Join(kinds, " · "))
	return b.String()
}

// words are the words of an enum from one of its values on.
func words(of reflect.Type, from int) []string {
	var all []string
	for i := from; i < 256; i++ {
		v := reflect.New(of).Elem()
		v.SetUint(uint64(i))
		text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		if err == nil && len(text) > 0 {
			all = append(all, string(text))
		}
	}
	return all
}
