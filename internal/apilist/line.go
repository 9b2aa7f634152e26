package apilist

import (
	"go/ast"
	"go/format"
	"go/token"
	"strconv"
	"strings"
)

// text is a piece of source on one line.
func text(n ast.Node) string {
	var b strings.Builder
	if err := format.Node(&b, token.NewFileSet(), n); err != nil {
		return "?" // a tree that the parser made can be written
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// constants gives a type, and a value where it is written out. The value of an
// iota is left out: the order of an enum's constants is in no promise.
func constants(d *ast.GenDecl) []string {
	var lines []string
	var last *ast.ValueSpec // whose type and values the following ones repeat
	for _, spec := range d.Specs {
		v := spec.(*ast.ValueSpec)
		if len(v.Values) > 0 {
			last = v
		}
		for i, name := range v.Names {
			if !name.IsExported() {
				continue
			}
			line := "const " + name.Name
			if last.Type != nil {
				line += " " + text(last.Type)
			}
			if i < len(v.Values) && !mentions(v.Values[i], "iota") {
				line += " = " + text(v.Values[i])
			}
			lines = append(lines, line)
		}
	}
	return lines
}

func mentions(n ast.Node, name string) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name
		return !found
	})
	return found
}

// variables gives a type, or what stands in its place.
func variables(d *ast.GenDecl) []string {
	var lines []string
	for _, spec := range d.Specs {
		v := spec.(*ast.ValueSpec)
		for i, name := range v.Names {
			switch {
			case !name.IsExported():
			case v.Type != nil:
				lines = append(lines, "var "+name.Name+" "+text(v.Type))
			case i < len(v.Values):
				lines = append(lines, "var "+name.Name+" "+guessed(v.Values[i]))
			default:
				lines = append(lines, "var "+name.Name)
			}
		}
	}
	return lines
}

// guessed is the type of a variable that says none. An error's text is not
// listed: it is for people.
func guessed(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.CallExpr:
		if f := text(e.Fun); f == "errors.New" || f == "fmt.Errorf" {
			return "error"
		}
	case *ast.SelectorExpr: // another package's sentinel, under a name of ours
		if strings.HasPrefix(e.Sel.Name, "Err") {
			return "error"
		}
	case *ast.CompositeLit:
		return text(e.Type)
	case *ast.UnaryExpr:
		if lit, ok := e.X.(*ast.CompositeLit); ok {
			return "*" + text(lit.Type)
		}
	}
	return "= " + text(e)
}

// function is a function or method without the names of its parameters, which
// nobody depends on.
func function(d *ast.FuncDecl) []string {
	if !d.Name.IsExported() {
		return nil
	}
	if d.Recv == nil {
		return []string{"func " + d.Name.Name + parameters(d.Type.TypeParams) + signature(d.Type)}
	}
	receiver, star := d.Recv.List[0].Type, ""
	if p, ok := receiver.(*ast.StarExpr); ok {
		receiver, star = p.X, "*"
	}
	owner, _, _ := strings.Cut(text(receiver), "[")
	if !ast.IsExported(owner) {
		return nil
	}
	on := ""
	if star != "" {
		on = ", on a pointer"
	}
	return []string{"method " + owner + "." + d.Name.Name + signature(d.Type) + on}
}

func parameters(list *ast.FieldList) string {
	if list == nil {
		return ""
	}
	var all []string
	for _, f := range list.List {
		for _, name := range f.Names {
			all = append(all, name.Name+" "+text(f.Type))
		}
	}
	return "[" + strings.Join(all, ", ") + "]"
}

func signature(f *ast.FuncType) string {
	types := func(list *ast.FieldList) []string {
		var all []string
		if list != nil {
			for _, field := range list.List {
				for range max(1, len(field.Names)) {
					all = append(all, text(field.Type))
				}
			}
		}
		return all
	}
	in, out := types(f.Params), types(f.Results)
	line := "(" + strings.Join(in, ", ") + ")"
	switch len(out) {
	case 0:
		return line
	case 1:
		return line + " " + out[0]
	}
	return line + " (" + strings.Join(out, ", ") + ")"
}

// typed is a type with its fields, or an interface with its methods. That a
// struct has fields of its own is said, for then it can grow.
func typed(spec *ast.TypeSpec) []string {
	if !spec.Name.IsExported() {
		return nil
	}
	name := spec.Name.Name
	head := "type " + name + parameters(spec.TypeParams)
	if spec.Assign.IsValid() {
		return []string{head + " = " + text(spec.Type)}
	}
	switch t := spec.Type.(type) {
	case *ast.StructType:
		fields, hidden := members(name, t)
		if hidden {
			return append(fields, head+" struct, with fields that are not exported")
		}
		return append(fields, head+" struct")
	case *ast.InterfaceType:
		lines := []string{head + " interface"}
		for _, m := range t.Methods.List {
			f, isMethod := m.Type.(*ast.FuncType)
			switch {
			case !isMethod:
				lines = append(lines, "method "+name+" embeds "+text(m.Type))
			case m.Names[0].IsExported():
				lines = append(lines, "method "+name+"."+m.Names[0].Name+signature(f))
			default:
				lines[0] = head + " interface, which others cannot implement"
			}
		}
		return lines
	}
	return []string{head + " " + text(spec.Type)}
}

// members are a struct's exported fields, with the key that each has in JSON:
// the key is part of the promise.
func members(owner string, t *ast.StructType) (lines []string, hidden bool) {
	for _, f := range t.Fields.List {
		tag := ""
		if f.Tag != nil {
			if s, err := strconv.Unquote(f.Tag.Value); err == nil {
				tag = " `" + s + "`"
			}
		}
		if len(f.Names) == 0 {
			base := strings.TrimPrefix(text(f.Type), "*")
			base = base[strings.LastIndex(base, ".")+1:]
			if ast.IsExported(base) {
				lines = append(lines, "field "+owner+"."+base+" "+text(f.Type)+", embedded"+tag)
			} else {
				hidden = true
			}
		}
		for _, name := range f.Names {
			if name.IsExported() {
				lines = append(lines, "field "+owner+"."+name.Name+" "+text(f.Type)+tag)
			} else {
				hidden = true
			}
		}
	}
	return lines, hidden
}
