package importlaw_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

const module = "github.com/seed-6cc70c2f/callcontrol"

// law is what one package may import beside the standard library; "+" before a
// name stands for everything that this other package may. A package that is not
// here may not exist.
type law struct {
	pkg  string // the folder; "." is the root
	may  string
	pure bool // no I/O, clock, randomness, goroutine or lock either
}

var laws = []law{
	// Who knows nobody.
	{"rule", "", true},
	{"telephony", "", true},
	{"store", "", false},
	{"internal/apilist", "", true},
	{"internal/diagram", "", true},
	{"internal/fold", "", true},
	{"internal/strict", "", true},
	{"internal/importlaw", "", true},
	{"internal/overlay", "", false},

	// Who knows the rules.
	{"dialnumber", "rule " + phonenumbers, true},
	{"agent", "rule internal/strict", true},
	{"cad", "rule", true},
	{"wrapup", "rule internal/fold internal/strict", true},

	// Who knows those: a contact's life, and what is seen of it.
	{"interaction", "rule agent telephony dialnumber internal/strict", true},
	{"interaction/target", "+interaction interaction internal/fold", true},
	{"popover", "+interaction interaction cad", true},

	// Who joins them.
	{"label", "+callflow", true},
	{"callflow", "+interaction +popover +interaction/target popover interaction/target wrapup", true},

	// Who proves: nobody of the above may import them.
	{"internal/jostle", "internal/overlay", false},
	{"internal/mutate", "rule internal/mutate/fault internal/overlay", false},
	{"internal/mutate/fault", "rule", true},
	{"internal/mutate/list", "interaction", false},
	{"internal/explore", "+callflow callflow internal/oracle", false},
	{"internal/oracle", "+interaction interaction", true},

	// Who performs.
	{"callflow/callflowtest", "callflow", false},
	{"telephony/remote", "telephony", false},
	{"telephony/simulator", "telephony", false},
	{"telephony/telephonytest", "telephony telephony/simulator", false},
	{"store/faulty", "store", false},
	{"store/storetest", "store store/faulty", false},
	{"internal/record", "+callflow callflow store", false},
	{".", "+callflow callflow label store internal/record github.com/google/uuid golang.org/x/sync", false},
	{"deskhttp", "+. .", false},

	// Who breaks it on purpose.
	{"internal/soak", "+. . telephony/remote telephony/simulator", false},
	{"examples/soak", "+. . telephony/remote telephony/simulator internal/soak", false},
}

const (
	phonenumbers = "github.com/nyaruka/phonenumbers/v2"
	testify      = "github.com/stretchr/testify"
)

// impure is what pure code does not import.
var impure = []string{"os", "os/*", "net", "net/http", "net/http/*", "sync/*", "math/rand", "math/rand/*", "crypto/rand",
	"syscall", "runtime", "runtime/*", "testing", "testing/*", "unsafe", "reflect", "log", "plugin", "C"}

// clock is what pure code does not call.
var clock = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer", "LoadLocation"}

// allowed is the set of imports of a package, the "+" written out.
func allowed(pkg string) map[string]bool {
	set := map[string]bool{}
	for _, l := range laws {
		if l.pkg != pkg {
			continue
		}
		for _, name := range strings.Fields(l.may) {
			if other, ok := strings.CutPrefix(name, "+"); ok {
				for n := range allowed(other) {
					set[n] = true
				}
				continue
			}
			set[name] = true
		}
	}
	return set
}

// broken reports every breach of the law in a tree.
func broken(tree fs.FS) ([]string, error) {
	var breaches []string
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return enter(tree, name)
		}
		if strings.HasSuffix(name, ".go") {
			src, err := fs.ReadFile(tree, name)
			if err != nil {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			for _, why := range judge(name, file) {
				breaches = append(breaches, name+": "+why)
			}
		}
		return nil
	})
	return breaches, err
}

// enter skips what is no part of this module.
func enter(tree fs.FS, dir string) error {
	base := path.Base(dir)
	if dir == "." {
		return nil
	}
	if base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return fs.SkipDir
	}
	if _, err := fs.Stat(tree, path.Join(dir, "go.mod")); err == nil {
		return fs.SkipDir
	}
	return nil
}

func judge(name string, file *ast.File) []string {
	pkg := path.Dir(name)
	test := strings.HasSuffix(name, "_test.go")
	i := slices.IndexFunc(laws, func(l law) bool { return l.pkg == pkg })
	example := i < 0 && strings.HasPrefix(pkg, "examples/")
	if i < 0 && !example {
		return []string{"the law knows no package " + pkg}
	}
	may, pure := map[string]bool{}, false
	if i >= 0 {
		planted := strings.HasSuffix(name, "/mutate.go") // under its build tag only
		may, pure = allowed(pkg), laws[i].pure && !test && !planted
	}
	var why []string
	for _, spec := range file.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		if !permitted(p, pkg, may, test, example) {
			why = append(why, "may not import "+p)
		}
		if pure && slices.ContainsFunc(impure, func(pattern string) bool { ok, _ := path.Match(pattern, p); return ok }) {
			why = append(why, "is pure, and imports "+p)
		}
	}
	if pure {
		why = append(why, impurities(file)...)
	}
	return why
}

func permitted(p, pkg string, may map[string]bool, test, example bool) bool {
	own, inside := strings.CutPrefix(p, module)
	own = strings.TrimPrefix(own, "/")
	if own == "" {
		own = "."
	}
	first, _, _ := strings.Cut(p, "/")
	switch {
	case inside && example:
		return !strings.HasPrefix(own, "internal/")
	case inside && test && own != ".":
		return true // a test may look at anything below the root
	case inside:
		return may[own] || own == pkg && test
	case p == testify || strings.HasPrefix(p, testify+"/"):
		return test
	case strings.Contains(first, "."):
		return slices.ContainsFunc(slices.Collect(keys(may)), func(m string) bool { return p == m || strings.HasPrefix(p, m+"/") })
	}
	return true // the standard library
}

func keys(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// impurities finds goroutines, channels and clocks.
func impurities(file *ast.File) []string {
	var why []string
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			why = append(why, "is pure, and starts a goroutine")
		case *ast.ChanType, *ast.SelectStmt:
			why = append(why, "is pure, and has a channel")
		case *ast.SelectorExpr:
			x, ok := n.X.(*ast.Ident)
			switch {
			case ok && x.Name == "time" && slices.Contains(clock, n.Sel.Name):
				why = append(why, "is pure, and asks time."+n.Sel.Name)
			case ok && x.Name == "sync" && !strings.HasPrefix(n.Sel.Name, "Once"): // a table made when first asked for
				why = append(why, "is pure, and has a sync."+n.Sel.Name)
			}
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "panic" {
				why = append(why, "is pure, and panics")
			}
		}
		return true
	})
	return why
}

func TestImportsRunOneWay(t *testing.T) {
	breaches, err := broken(os.DirFS("../.."))
	require.NoError(t, err)
	require.Empty(t, breaches, strings.Join(breaches, "\n"))
}

// The law allows no circle, and names nothing that it does not know.
func TestTheLawHasNoCircle(t *testing.T) {
	state := map[string]int{}
	var visit func(pkg string)
	visit = func(pkg string) {
		require.NotEqual(t, 1, state[pkg], "a circle through %s", pkg)
		if state[pkg] == 2 {
			return
		}
		state[pkg] = 1
		for p := range allowed(pkg) {
			if slices.ContainsFunc(laws, func(l law) bool { return l.pkg == p }) {
				visit(p)
			} else {
				require.Contains(t, strings.Split(p, "/")[0], ".", "%s may import %s, which the law does not know", pkg, p)
			}
		}
		state[pkg] = 2
	}
	for _, l := range laws {
		visit(l.pkg)
	}
}

func TestBreachesAreFound(t *testing.T) {
	own := func(p string) string { return `import _ "` + path.Join(module, p) + `"` }
	for _, tc := range []struct{ name, file, src, want string }{
		{"allowed", "interaction/a.go", own("agent"), ""},
		{"the wrong way", "agent/a.go", own("interaction"), "may not import " + module + "/interaction"},
		{"beside", "cad/a.go", own("wrapup"), "may not import " + module + "/wrapup"},
		{"not written out", "interaction/target/a.go", own("dialnumber"), ""},
		{"the root", "callflow/a.go", own(""), "may not import " + module},
		{"the root in a test", "callflow/a_test.go", own(""), "may not import " + module},
		{"the root in its own test", "a_test.go", own(""), ""},
		{"the root in an example", "examples/x/main.go", own(""), ""},
		{"a sibling in a test", "agent/a_test.go", own("interaction"), ""},
		{"an inside in an example", "examples/x/main.go", own("internal/fold"), "may not import " + module + "/internal/fold"},
		{"phonenumbers", "dialnumber/a.go", `import _ "` + phonenumbers + `"`, ""},
		{"phonenumbers elsewhere", "interaction/a.go", `import _ "` + phonenumbers + `"`, "may not import " + phonenumbers},
		{"phonenumbers in another's test", "interaction/a_test.go", `import _ "` + phonenumbers + `"`, "may not import " + phonenumbers},
		{"testify", "agent/a.go", `import _ "` + testify + `/require"`, "may not import " + testify + "/require"},
		{"testify in a test", "agent/a_test.go", `import _ "` + testify + `/require"`, ""},
		{"text", "cad/a_test.go", `import _ "golang.org/x/text/unicode/norm"`, "may not import golang.org/x/text/unicode/norm"},
		{"sync", "a.go", `import _ "golang.org/x/sync/errgroup"`, ""},
		{"not sync", "a.go", `import _ "golang.org/x/syncopate"`, "may not import golang.org/x/syncopate"},
		{"a new room", "util/a.go", ``, "the law knows no package util"},
		{"another module", "adapters/sip/a.go", own(""), ""},
		{"data", "rule/testdata/a.go", own("agent"), ""},
		{"I/O", "rule/a.go", `import _ "os"`, "is pure, and imports os"},
		{"I/O below", "rule/a.go", `import _ "net/http/httptest"`, "is pure, and imports net/http/httptest"},
		{"I/O in a test", "rule/a_test.go", `import _ "os"`, ""},
		{"an address", "popover/a.go", `import _ "net/url"`, ""},
		{"an atomic", "cad/a.go", `import _ "sync/atomic"`, "is pure, and imports sync/atomic"},
		{"a lock", "cad/a.go", "import \"sync\"\nvar x sync.Mutex", "is pure, and has a sync.Mutex"},
		{"a table made once", "cad/a.go", "import \"sync\"\nvar x = sync.OnceValue(nil)", ""},
		{"a lock of the runtime", "a.go", `import _ "sync"`, ""},
		{"a clock", "agent/a.go", "import \"time\"\nvar x = time.Now()", "is pure, and asks time.Now"},
		{"a time", "agent/a.go", "import \"time\"\nvar x = time.Unix(0, 0)", ""},
		{"a goroutine", "agent/a.go", "func f() { go f() }", "is pure, and starts a goroutine"},
		{"a channel", "agent/a.go", "var c chan int", "is pure, and has a channel"},
		{"a panic", "agent/a.go", "func f() { panic(1) }", "is pure, and panics"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tree := fstest.MapFS{tc.file: {Data: []byte("package p\n" + tc.src)}, "adapters/sip/go.mod": {}}
			got, err := broken(tree)
			require.NoError(t, err)
			if tc.want == "" {
				require.Empty(t, got)
				return
			}
			require.Equal(t, []string{fmt.Sprintf("%s: %s", tc.file, tc.want)}, got)
		})
	}
	_, err := broken(fstest.MapFS{"rule/a.go": {Data: []byte("packag")}})
	require.Error(t, err)
}
