package apilist_test

import (
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/internal/apilist"
)

const (
	module = "github.com/seed-6cc70c2f/callcontrol"
	file   = "../../docs/API.md"
)

var update = flag.Bool("update", false, "write docs/API.md anew")

const advice = `the public API is not what docs/API.md says.

gone or changed:
%s
new:
%s
If it is not meant, take it back: what need not be exported is not. If it is:
 1. Look into docs/COMPATIBILITY.md whether it may be changed so, and what else the change asks for.
 2. Say it in CHANGELOG.md; what is gone or changed under "Breaking".
 3. go test ./internal/apilist -update, and commit docs/API.md with the change.
`

// TestAPI compares the exported names with docs/API.md.
func TestAPI(t *testing.T) {
	list, err := apilist.Of(os.DirFS("../.."))
	require.NoError(t, err)
	page := apilist.Page(module, list)
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(page), 0o644))
	}
	was, err := os.ReadFile(file)
	require.NoError(t, err)
	gone, added := apilist.Diff(string(was), page)
	if len(gone)+len(added) > 0 || string(was) != page {
		t.Errorf(advice, indent(gone), indent(added))
	}
}

func indent(lines []string) string {
	if len(lines) == 0 {
		return "  nothing\n"
	}
	return "  " + strings.Join(lines, "\n  ") + "\n"
}

// TestEveryKind has every kind of declaration once, and what is to be left out.
func TestEveryKind(t *testing.T) {
	tree := fstest.MapFS{
		"a.go": source(`package a
import "errors"
const (
	Zero Kind = iota // listed without its value
	One
	hidden
)
const Max, min = 1 << 4, 2
var ErrA, errB = errors.New("a: secret words"), errors.New("b")
var Table = map[string]int{"x": 1}
var Shared = &Config{}
var ErrC = errors.ErrUnsupported
var Typed, Both Kind
var Sum = Max + 1
func New[T any, P interface{ *T }](a, b int, rest ...string) (x Kind, err error) { return 0, nil }
func Done() {}
func private() {}
`),
		"b.go": source(`package a
type Kind uint8
func (k Kind) String() string { return "" }
func (k *Kind) UnmarshalText(text []byte) error { return nil }
func (k Kind) quiet() {}
type Config struct {
	Name, Label string ` + "`json:\"name\"`" + `
	Keep func(
		int,
	) error
	Kind
	*other
}
type State struct{ n int }
type Open struct{ N int }
type Box[T any] struct{ V T }
func (b *Box[T]) Get() T { return b.V }
type Port interface {
	Do(c Config) error
	Kinder
}
type Sealed interface{ seal() }
type Same = Kind
type other struct{ X int }
func (o other) Loud() {}
`),
		"a_test.go":                source("package a\nfunc TestHelper() {}\n"),
		"internal/x/x.go":          source("package x\nfunc X() {}\n"),
		"deep/internal/x.go":       source("package x\nfunc X() {}\n"),
		"examples/e/lib.go":        source("package e\nfunc E() {}\n"),
		"testdata/t.go":            source("package t\nfunc T() {}\n"),
		".hidden/h.go":             source("package h\nfunc H() {}\n"),
		"cmd/main.go":              source("package main\nfunc Main() {}\n"),
		"adapters/disk/go.mod":     source("module x/adapters/disk\n"),
		"adapters/disk/disk.go":    source("package disk\nfunc Open() {}\n"),
		"adapters/disk/empty/e.go": source("package empty\n"),
	}
	list, err := apilist.Of(tree)
	require.NoError(t, err)
	require.Len(t, list, 3)
	require.Equal(t, ".", list[0].Path)
	require.Equal(t, []string{
		"const Max = 1 << 4",
		"const One Kind",
		"const Zero Kind",
		"var Both Kind",
		"var ErrA error",
		"var ErrC error",
		"var Shared *Config",
		"var Sum = Max + 1",
		"var Table map[string]int",
		"var Typed Kind",
		"func Done()",
		"func New[T any, P interface{ *T }](int, int, ...string) (Kind, error)",
		"type Box[T any] struct",
		"field Box.V T",
		"method Box.Get() T, on a pointer",
		"type Config struct, with fields that are not exported",
		"field Config.Keep func(int) error",
		"field Config.Kind Kind, embedded",
		"field Config.Label string `json:\"name\"`",
		"field Config.Name string `json:\"name\"`",
		"type Kind uint8",
		"method Kind.String() string",
		"method Kind.UnmarshalText([]byte) error, on a pointer",
		"type Open struct",
		"field Open.N int",
		"type Port interface",
		"method Port embeds Kinder",
		"method Port.Do(Config) error",
		"type Same = Kind",
		"type Sealed interface, which others cannot implement",
		"type State struct, with fields that are not exported",
	}, list[0].Lines)
	require.Equal(t, apilist.Package{Path: "adapters/disk", Lines: []string{"func Open()"}}, list[1])
	require.Equal(t, "adapters/disk/empty", list[2].Path)

	was := apilist.Page("m", list)
	require.Contains(t, was, "\n## m\n")
	require.Contains(t, was, "\n## m/adapters/disk\n\n```\nfunc Open()\n```\n")
	list[1].Lines = []string{"func Open(string)"}
	gone, added := apilist.Diff(was, apilist.Page("m", list))
	require.Equal(t, []string{"m/adapters/disk: func Open()"}, gone)
	require.Equal(t, []string{"m/adapters/disk: func Open(string)"}, added)

	tree["adapters/disk/broken.go"] = source("package disk\nfunc {")
	_, err = apilist.Of(tree)
	require.Error(t, err)
}

func source(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
