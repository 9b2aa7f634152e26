package callflow

import (
	"fmt"
	"strconv"

	"github.com/seed-6cc70c2f/callcontrol/cad"
)

// variables are what a story's variable lines define (CAD-1), and the values
// that the flow puts into every contact that arrives.
type variables struct {
	definitions []cad.Definition
	schema      cad.Schema
	starts      map[string]string
}

// trait is one thing that a variable line can say after the name and the type.
type trait struct {
	pattern string
	means   string
	set     func(*cad.Definition, string) error
}

// startsTrait is the one that is about a value, and not about the definition.
const startsTrait = "starts"

var traitTable = []trait{
	{"editable", "agents may edit it (CAD-2)", func(d *cad.Definition, _ string) error { d.Editable = true; return nil }},
	{"secure", "masked until it is fetched (CAD-3)", func(d *cad.Definition, _ string) error { d.Secure = true; return nil }},
	{"label {word}", "what agents read instead of the name", func(d *cad.Definition, w string) error { d.Label = w; return nil }},
	{"order {number}", "lower is shown first; equals as they are defined", func(d *cad.Definition, w string) error {
		n, err := strconv.Atoi(w)
		if err != nil {
			return fmt.Errorf("%q is no number", w)
		}
		d.Order = n
		return nil
	}},
	{startsTrait + " {word}", "the value that the flow puts into every contact that arrives", func(*cad.Definition, string) error { return nil }},
}

// define reads "NAME TYPE editable secure label TEXT order 2 starts TEXT".
func (v *variables) define(words []string) error {
	if len(words) < 2 {
		return fmt.Errorf("say: variable NAME TYPE, then perhaps editable, secure, label TEXT, order NUMBER, starts TEXT")
	}
	d := cad.Definition{Name: words[0]}
	if err := d.Type.UnmarshalText([]byte(words[1])); err != nil {
		return fmt.Errorf("there is no type %q; there are: String, Integer, Decimal, Boolean, DateTime", words[1])
	}
	start, given := "", false
	for rest := words[2:]; len(rest) > 0; {
		t, w, n := readTrait(rest)
		if t == nil {
			return fmt.Errorf("no variable is %q", rest[0])
		}
		if err := t.set(&d, w); err != nil {
			return err
		}
		if rest[0] == startsTrait {
			start, given = w, true
		}
		rest = rest[n:]
	}
	all := append(v.definitions[:len(v.definitions):len(v.definitions)], d)
	schema, err := cad.NewSchema(all)
	if err != nil {
		return err
	}
	v.definitions, v.schema = all, schema
	if given {
		if v.starts == nil {
			v.starts = map[string]string{}
		}
		v.starts[d.Name] = start
	}
	return nil
}

// readTrait finds what the words begin with, its word if it has one, and how
// many words it takes.
func readTrait(words []string) (*trait, string, int) {
	for i := range traitTable {
		t := &traitTable[i]
		switch {
		case t.pattern == words[0]:
			return t, "", 1
		case len(words) > 1 && (t.pattern == words[0]+" {word}" || t.pattern == words[0]+" {number}"):
			return t, words[1], 2
		}
	}
	return nil, "", 0
}
