package storetest_test

import (
	"fmt"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/store/storetest"
)

// packageComment is the comment of a package, read from its doc.go.
func packageComment(t *testing.T, file string) string {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments|parser.PackageClauseOnly)
	require.NoError(t, err)
	return f.Doc.Text()
}

// A failure quotes what package store says, word by word.
func TestDutiesAreQuotedAsTheyAre(t *testing.T) {
	var p comment.Parser
	numbered := regexp.MustCompile(`^Duty (\d+), ([^:]+): (.+)$`)
	names, texts := storetest.Quotes()
	n := 0
	for _, block := range p.Parse(packageComment(t, "../doc.go")).Content {
		par, ok := block.(*comment.Paragraph)
		if !ok {
			continue
		}
		m := numbered.FindStringSubmatch(strings.Join(strings.Fields(plain(par.Text)), " "))
		if m == nil {
			continue
		}
		n++
		require.Equal(t, fmt.Sprint(n), m[1], "the duties are numbered one after the other")
		require.LessOrEqual(t, n, len(texts), "duty %d is not quoted", n)
		require.Equal(t, m[2], names[n-1])
		require.Equal(t, strings.NewReplacer("[", "", "]", "").Replace(m[3]), texts[n-1])
	}
	require.Equal(t, len(texts), n)
}

func plain(all []comment.Text) string {
	var b strings.Builder
	for _, t := range all {
		switch t := t.(type) {
		case comment.Plain:
			b.WriteString(string(t))
		case comment.Italic:
			b.WriteString(string(t))
		case *comment.Link:
			b.WriteString(plain(t.Text))
		case *comment.DocLink:
			b.WriteString(plain(t.Text))
		}
	}
	return b.String()
}

// The package comment lists the cases that there are, each duty has one, and each
// duty is broken by some store.
func TestTheCommentListsTheCases(t *testing.T) {
	text := packageComment(t, "doc.go")
	_, list, found := strings.Cut(text, "changed (duty 5).\n")
	require.True(t, found)
	require.Equal(t, caseList(), strings.TrimSpace(list))
	shown, missed := map[int]bool{}, map[int]bool{}
	for _, c := range storetest.Cases() {
		require.NotEmpty(t, c.Why, c.Name)
		shown[c.Duty] = true
	}
	for _, f := range broken {
		missed[f.duty] = true
	}
	_, texts := storetest.Quotes()
	for d := range texts {
		require.True(t, shown[d+1], "no case is about duty %d", d+1)
		require.True(t, missed[d+1], "no store breaks duty %d", d+1)
	}
}

// caseList is the table of the package comment.
func caseList() string {
	type family struct {
		name string
		duty int
	}
	var order []family
	cases := map[family][]string{}
	for _, c := range storetest.Cases() {
		name, rest, _ := strings.Cut(c.Name, "/")
		f := family{name, c.Duty}
		if cases[f] == nil {
			order = append(order, f)
		}
		cases[f] = append(cases[f], rest)
	}
	const width = 76
	var lines []string
	for _, f := range order {
		line := fmt.Sprintf("\t%-3d%s:", f.duty, f.name)
		for i, rest := range cases[f] {
			if i < len(cases[f])-1 {
				rest += ","
			}
			if len(line)+1+len(rest) > width {
				lines = append(lines, line)
				line = "\t      "
			}
			line += " " + rest
		}
		lines = append(lines, line)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
