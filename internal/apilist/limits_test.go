package apilist_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// row is a line of the table of limits: what, how many, and the constant.
var row = regexp.MustCompile("(?m)^\\| [^|]+ \\| ([0-9,]+)[^|]* \\| `([a-zA-Z/.]+)` \\|")

// TestLimits compares the figures of docs/SECURITY.md with the constants that it
// names. A duration is compared by name only.
func TestLimits(t *testing.T) {
	page, err := os.ReadFile("../../docs/SECURITY.md")
	require.NoError(t, err)
	rows := row.FindAllStringSubmatch(string(page), -1)
	require.Greater(t, len(rows), 35)
	known := map[string]map[string]string{}
	for _, r := range rows {
		folder, name := ".", r[2]
		if at := strings.LastIndex(name, "."); at >= 0 && !strings.HasPrefix(name, "Limits.") {
			folder, name = name[:at], name[at+1:]
		}
		if known[folder] == nil {
			known[folder] = values(t, filepath.Join("../..", folder))
		}
		source, there := known[folder][name]
		require.True(t, there, "no such constant: %s", r[2])
		if strings.Contains(source, "time.") {
			continue
		}
		v, err := types.Eval(token.NewFileSet(), nil, token.NoPos, source)
		require.NoError(t, err, "%s = %s", r[2], source)
		want, _ := constant.Int64Val(constant.ToInt(v.Value))
		require.EqualValues(t, strings.ReplaceAll(r[1], ",", ""), constant.MakeInt64(want).ExactString(), r[2])
	}
}

// values are the constants of a folder, as they are written, and what is assigned
// to a field of Limits.
func values(t *testing.T, folder string) map[string]string {
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	require.NoError(t, err)
	all := map[string]string{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if i < len(n.Values) {
						all[id.Name] = types.ExprString(n.Values[i])
					}
				}
			case *ast.AssignStmt:
				if len(n.Lhs) == 1 {
					left := types.ExprString(n.Lhs[0])
					if at := strings.Index(left, "Limits."); at >= 0 {
						all[left[at:]] = types.ExprString(n.Rhs[0])
					}
				}
			}
			return true
		})
	}
	return all
}
