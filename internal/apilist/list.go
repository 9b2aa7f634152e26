package apilist

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// Package is one package that can be imported.
type Package struct {
	Path  string   // the folder, as an import path after the module's; "." is the root
	Lines []string // sorted, without doubles
}

// Of lists the packages of a tree, in the order of their paths. Errors are those
// of reading and of the parser.
func Of(tree fs.FS) ([]Package, error) {
	found := map[string]map[string]bool{}
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if name != "." && hiddenFolder(path.Base(name)) {
				return fs.SkipDir
			}
			return nil
		case !strings.HasSuffix(name, ".go"), strings.HasSuffix(name, "_test.go"):
			return nil
		}
		source, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.SkipObjectResolution)
		if err != nil || file.Name.Name == "main" {
			return err
		}
		dir := path.Dir(name)
		if found[dir] == nil {
			found[dir] = map[string]bool{}
		}
		for _, line := range exported(file) {
			found[dir][line] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var list []Package
	for dir, lines := range found {
		list = append(list, Package{dir, slices.SortedFunc(maps.Keys(lines), byName)})
	}
	slices.SortFunc(list, func(a, b Package) int { return strings.Compare(a.Path, b.Path) })
	return list, nil
}

func hiddenFolder(base string) bool {
	return base == "internal" || base == "examples" || base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_")
}

// byName keeps a type together with its fields and methods, whatever word the
// lines begin with.
func byName(a, b string) int {
	return cmp.Or(strings.Compare(key(a), key(b)), strings.Compare(a, b))
}

func key(line string) string {
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "const":
		return "1" + rest
	case "var":
		return "2" + rest
	case "func":
		return "3" + rest
	}
	owner, _, _ := strings.Cut(rest, " ")
	owner, member, _ := strings.Cut(owner, ".")
	owner, _, _ = strings.Cut(owner, "[")
	rank := map[string]string{"type": "1", "field": "2", "method": "3"}[word]
	return "4" + owner + " " + rank + member
}

// exported are the lines of one file.
func exported(file *ast.File) []string {
	var lines []string
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			lines = append(lines, function(d)...)
		case *ast.GenDecl:
			switch d.Tok {
			case token.CONST:
				lines = append(lines, constants(d)...)
			case token.VAR:
				lines = append(lines, variables(d)...)
			case token.TYPE:
				for _, spec := range d.Specs {
					lines = append(lines, typed(spec.(*ast.TypeSpec))...)
				}
			}
		}
	}
	return lines
}
