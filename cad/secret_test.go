package cad_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
)

// The markers stand for secure values: saved by the flow, saved by an agent,
// and typed.
var markers = []string{"marker-of-the-flow", "marker-saved", "marker-typed"}

// samples has values of every exported type, with secure values wherever they
// can be.
func samples(t *testing.T) []any {
	first, err := cad.NewSheet(newSchema(t), "call-1", map[string]string{"case": "A-1", "pin": "x", "ssn": markers[0]})
	require.NoError(t, err)
	s := save(t, first, newDraft(t, first, "a1", "pin", markers[1]))
	r := newReader(t, first, "a2")
	require.NoError(t, r.Set("pin", markers[2]))
	lost := r.Draft
	result, err := s.Save(lost)
	require.NoError(t, err)
	told, err := r.Rebase(s)
	require.NoError(t, err)
	require.Len(t, told, 1)
	for _, name := range []string{"pin", "ssn"} {
		require.NoError(t, r.Fetch(name))
		require.NoError(t, r.Answer(name, nil))
	}
	require.NoError(t, r.Set("pin", markers[2]))
	won, err := s.Save(r.Draft)
	require.NoError(t, err)
	pin, err := s.Saved("pin")
	require.NoError(t, err)

	all := []any{
		s.Schema(), s.Schema().Definitions()[6], cad.Integer, cad.Fetched,
		s, pin, pin.Value, lost, r.Draft, r, result, won, told[0], told,
		r.View(nil), r.View(nil)[6], r.View(nil)[7],
	}
	// Every error that a secure value can provoke.
	errs := []error{
		r.Set("pin", markers[2]+"\u202e"), r.Set("pin", markers[2]+"\xff"),
		r.Set("pin", strings.Repeat(markers[2], 30)), r.Set("ssn", markers[2]),
		r.Fetch("pin"), r.Answer("pin", errors.New("late")),
	}
	_, err = s.Save(cad.Draft{})
	errs = append(errs, err)
	_, err = first.Save(r.Draft)
	errs = append(errs, err)
	_, err = won.Sheet.Save(r.Draft)
	errs = append(errs, err)
	_, err = s.Put(map[string]string{"pin": markers[0], "nope": markers[0]})
	errs = append(errs, err)
	_, err = cad.NewSheet(s.Schema(), "", map[string]string{"pin": markers[0]})
	errs = append(errs, err)
	for _, bad := range []string{`"` + markers[1], `"value":` + markers[1], `{"interaction":"` + markers[1] + `"}`, `{"` + markers[1] + `":1}`,
		strings.Replace(bytesOf(t, s), `"revision":1`, `"revision":9`, 1), bytesOf(t, s) + markers[1]} {
		_, err = cad.Restore([]byte(bad))
		errs = append(errs, err)
	}
	for _, err := range errs {
		require.Error(t, err)
		all = append(all, err)
		var e *cad.Error
		if errors.As(err, &e) {
			all = append(all, *e)
		}
	}
	return all
}

// foreign is what a host might put our types into. Of the unexported fields
// fmt prints what is in memory, without asking for their methods.
type foreign struct {
	Open   any
	hidden any
}

// TestSecrets: no verb, log or encoding of any exported type gives a secure
// value away.
func TestSecrets(t *testing.T) {
	var bad []string
	for _, m := range markers {
		bad = append(bad, m, hex.EncodeToString([]byte(m)), strings.ToUpper(hex.EncodeToString([]byte(m))),
			base64.StdEncoding.EncodeToString([]byte(m))[:12], fmt.Sprintf("% x", m), fmt.Sprintf("%d", []byte(m)))
	}
	clean := func(what string, v any, out string) {
		t.Helper()
		for _, b := range bad {
			if strings.Contains(out, b) {
				require.Fail(t, "a secure value is given away", "%s of %T: %s", what, v, out)
			}
		}
	}
	var formats []string
	for _, flags := range []string{"", "+", "#", " ", "0", "# ", "#30.20"} {
		for _, verb := range "vTtbcdoOqxXUeEfFgGspwA!" { // and two that are none
			formats = append(formats, "%"+flags+string(verb))
		}
	}
	for _, v := range samples(t) {
		forms := []any{v, []any{v}, map[string]any{"k": v}, foreign{v, v}, &foreign{v, v}, []foreign{{v, v}}}
		p := reflect.New(reflect.TypeOf(v))
		p.Elem().Set(reflect.ValueOf(v))
		forms = append(forms, p.Interface(), foreign{p.Interface(), p.Interface()})
		for _, x := range forms {
			for _, format := range formats {
				clean(format, v, fmt.Sprintf(format, x))
			}
			clean("Sprint", v, fmt.Sprint(x))
			var log bytes.Buffer
			slog.New(slog.NewTextHandler(&log, nil)).Info("text", "x", x, "s", []any{x})
			slog.New(slog.NewJSONHandler(&log, nil)).Info("json", "x", x, "s", []any{x})
			clean("slog", v, log.String())
			b, err := json.Marshal(x)
			clean("JSON", v, string(b))
			if err != nil {
				clean("JSON error", v, err.Error())
			}
		}
		if s, ok := v.(fmt.Stringer); ok {
			clean("String", v, s.String())
		}
		if err, ok := v.(error); ok {
			clean("Error", v, err.Error())
		}
	}
}

// TestEveryTypeIsSampled fails when a new exported type has no sample.
func TestEveryTypeIsSampled(t *testing.T) {
	sampled := map[string]bool{}
	for _, v := range samples(t) {
		ty := reflect.TypeOf(v)
		if ty.Kind() == reflect.Pointer {
			ty = ty.Elem()
		}
		sampled[ty.Name()] = true
	}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	var declared []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		require.NoError(t, err)
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.SkipObjectResolution)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok && spec.Name.IsExported() {
				declared = append(declared, spec.Name.Name)
			}
			return true
		})
	}
	slices.Sort(declared)
	require.Contains(t, declared, "Sheet")
	for _, name := range declared {
		require.True(t, sampled[name], "no sample of cad.%s", name)
	}
}

// TestPrinted: what is printed instead is of use.
func TestPrinted(t *testing.T) {
	s := lived(t)
	d := newDraft(t, s, "a1", "case", "x", "pin", "1")
	r := newReader(t, s, "a1")
	result, err := s.Save(d)
	require.NoError(t, err)
	for _, format := range []string{"%+v", "%#v", "%d", "%A"} {
		require.Equal(t, `cad.Sheet("call-1", revision 4, 8 variables)`, fmt.Sprintf(format, s))
	}
	require.Equal(t, `cad.Draft("call-1", agent "a1", 2 edits)`, fmt.Sprintf("%#v", d))
	require.Equal(t, `cad.Draft("call-1", agent "a1", 0 edits)`, fmt.Sprint(r))
	require.Equal(t, `cad.Result(cad.Sheet("call-1", revision 5, 8 variables), 2 saved, 0 lost)`, fmt.Sprint(result))
	require.Equal(t, `cad.Schema(8 variables)`, fmt.Sprint(s.Schema()))
	require.Equal(t, `cad.Draft("", agent "", 0 edits)`, fmt.Sprint(cad.Draft{}))
	require.Equal(t, `cad.Sheet("", revision 0, 0 variables)`, fmt.Sprint(cad.Sheet{}))
	require.Equal(t, `cad.Result(cad.Sheet("", revision 0, 0 variables), 0 saved, 0 lost)`, fmt.Sprint(cad.Result{}))

	v, err := s.Saved("queue")
	require.NoError(t, err)
	require.Equal(t, `billing "billing"    billing`, fmt.Sprintf("%v %#v %10s", v.Value, v.Value, v.Value))
	b, err := json.Marshal(v.Value)
	require.NoError(t, err)
	require.Equal(t, `"billing"`, string(b))

	for _, v := range []any{s, d, r, struct{ S cad.Sheet }{s}} {
		_, err = json.Marshal(v)
		require.ErrorContains(t, err, "Snapshot", "neither written nor silently left out")
	}

	long := strings.Repeat("é", 100)
	err = d.Set(long, "x")
	require.EqualError(t, err, `cad: no such variable: variable "`+strings.Repeat(`\u00e9`, 64)+`..."`)
	require.Equal(t, long, detail(t, err).Variable)
}
