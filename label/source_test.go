package label_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// The packages whose refusals people see.
var refusing = []string{"agent", "cad", "callflow", "interaction", "interaction/target", "wrapup"}

func source(t *testing.T, pkg string) []*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", pkg, "*.go"))
	require.NoError(t, err)
	require.NotEmpty(t, names, pkg)
	var files []*ast.File
	for _, name := range names {
		if !strings.HasSuffix(name, "_test.go") {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			require.NoError(t, err)
			files = append(files, file)
		}
	}
	return files
}

// refusals finds the actions and the reasons with which a package refuses: in
// the calls of Deny and of the functions around it, and in interaction's two
// tables of reasons.
func refusals(t *testing.T, pkg string) (actions, reasons []string) {
	t.Helper()
	files := source(t, pkg)
	named := map[string]string{}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok {
				for i := range min(len(spec.Names), len(spec.Values)) {
					if s, ok := text(spec.Values[i], nil); ok {
						named[spec.Names[i].Name] = s
					}
				}
			}
			return true
		})
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				name := ""
				switch fun := n.Fun.(type) {
				case *ast.Ident:
					name = fun.Name
				case *ast.SelectorExpr:
					name = fun.Sel.Name
				}
				if name != "Deny" && name != "deny" && name != "denyAs" || len(n.Args) < 2 {
					return true
				}
				if s, ok := text(n.Args[len(n.Args)-1], named); ok {
					reasons = append(reasons, s)
				}
				act := n.Args[0] // denyAs
				if name == "Deny" {
					act = n.Args[1]
				}
				if s, ok := text(act, named); ok && name != "deny" {
					actions = append(actions, s)
				}
			case *ast.ValueSpec:
				if n.Names[0].Name != "guards" && n.Names[0].Name != "wishReasons" || len(n.Values) == 0 {
					return true
				}
				ast.Inspect(n.Values[0], func(m ast.Node) bool {
					if l, ok := m.(*ast.CompositeLit); ok && len(l.Elts) > 0 {
						for i, e := range l.Elts {
							if s, ok := text(e, named); ok && (n.Names[0].Name == "wishReasons" || i == 2) {
								reasons = append(reasons, s)
							}
						}
					}
					return true
				})
			}
			return true
		})
	}
	none := func(s string) bool { return s == "" }
	return slices.DeleteFunc(actions, none), slices.DeleteFunc(reasons, none)
}

// text is the value of a string: a literal, a constant, or the sum of two.
func text(e ast.Expr, named map[string]string) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.Ident:
		s, ok := named[e.Name]
		return s, ok
	case *ast.BinaryExpr:
		a, ok := text(e.X, named)
		b, also := text(e.Y, named)
		return a + b, ok && also
	}
	return "", false
}

// constants are the strings that a package declares under names that begin so.
func constants(t *testing.T, pkg, prefix string) []string {
	t.Helper()
	var all []string
	for _, f := range source(t, pkg) {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, s := range g.Specs {
				spec := s.(*ast.ValueSpec)
				for i, name := range spec.Names {
					if i < len(spec.Values) && strings.HasPrefix(name.Name, prefix) {
						if s, ok := text(spec.Values[i], nil); ok {
							all = append(all, s)
						}
					}
				}
			}
		}
	}
	return all
}

// A reason or an action that a package refuses with, and that has no words
// here, would be told in English or not at all.
func TestEveryReasonAndActionOfARefusalHasWords(t *testing.T) {
	told := map[string]bool{}
	for _, pkg := range refusing {
		actions, reasons := refusals(t, pkg)
		require.NotEmpty(t, reasons, pkg)
		for _, reason := range reasons {
			for _, l := range both {
				d := rule.Deny("OP-9", "Hold", "", reason)
				require.NotContains(t, l.Denial(d), l.Rule("OP-9"), "%s refuses with %q, which has no words", pkg, reason)
			}
			told[reason] = true
		}
		for _, action := range actions {
			d := rule.Deny("OP-9", action, "", "")
			require.NotEqual(t, "« "+action+" »", strings.SplitAfter(spaced(label.French().Denial(d)), "»")[0],
				"%s refuses %q, which has no words", pkg, action)
		}
	}
	reasons := 0
	for _, k := range label.Keys() {
		if strings.HasPrefix(string(k), "reason.") {
			reasons++
		}
	}
	require.Equal(t, reasons, len(told), "a reason has words here, and no package refuses with it any more")
}
