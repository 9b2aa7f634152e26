package apilist

import (
	"fmt"
	"strings"
)

// Page renders the list as docs/API.md.
func Page(module string, list []Package) string {
	var b strings.Builder
	b.WriteString(`# The public API

Every name that can be imported, a line each, sorted: constants, variables, functions, then each type with its fields and methods.
Packages under ` + "`adapters`" + ` are modules of their own. Rendered from the source by ` + "`go test ./internal/apilist -update`" + ` and
compared by its test, so that a change of this page is a change of the API: see [COMPATIBILITY.md](COMPATIBILITY.md) before
making one. What a name means stands in the package's own documentation.
`)
	for _, p := range list {
		path := module
		if p.Path != "." {
			path += "/" + p.Path
		}
		fmt.Fprintf(&b, "\n## %s\n\n```\n%s\n```\n", path, strings.Join(p.Lines, "\n"))
	}
	return b.String()
}

// Diff says which lines of a page are gone and which are new, under the heading
// of their package.
func Diff(was, is string) (gone, added []string) {
	old, now := lines(was), lines(is)
	for _, l := range now {
		if !old.has(l) {
			added = append(added, l)
		}
	}
	for _, l := range old {
		if !now.has(l) {
			gone = append(gone, l)
		}
	}
	return gone, added
}

type page []string

func (p page) has(line string) bool {
	for _, l := range p {
		if l == line {
			return true
		}
	}
	return false
}

func lines(text string) page {
	var all page
	heading := ""
	for l := range strings.Lines(text) {
		l = strings.TrimSuffix(l, "\n")
		if h, ok := strings.CutPrefix(l, "## "); ok {
			heading = h
		}
		if l != "" && !strings.HasPrefix(l, "```") {
			all = append(all, heading+": "+l)
		}
	}
	return all
}
