package callcontrol_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

const operation = "docs/OPERATION.md"

// eventRow is a row of the table of events.
type eventRow struct {
	level      string
	attributes []string
}

var eventLine = regexp.MustCompile("(?m)^\\| `([a-z ]+)` \\| (Debug|Info|Warn|Error) \\| ([a-z, ]+) \\| ([^|]+) \\| ([^|]+) \\|$")

// eventTable is what docs/OPERATION.md says of the events.
func eventTable(t testing.TB) map[string]eventRow {
	text, err := os.ReadFile(operation)
	require.NoError(t, err)
	rows := map[string]eventRow{}
	for _, m := range eventLine.FindAllStringSubmatch(string(text), -1) {
		require.NotContains(t, rows, m[1])
		rows[m[1]] = eventRow{m[2], strings.Split(m[3], ", ")}
	}
	return rows
}

// documented holds lines of a log against the table: each is there, with its
// level, and has the attributes of its row and no others.
func documented(t testing.TB, log []entry) {
	rows := eventTable(t)
	for _, e := range log {
		row, ok := rows[e.text("msg")]
		require.True(t, ok, "%s: no %q", operation, e.text("msg"))
		require.Equal(t, strings.ToUpper(row.level), e.text("level"), "%v", e)
		var keys []string
		for key := range e {
			if key != "msg" && key != "level" && key != "time" {
				keys = append(keys, key)
			}
		}
		require.ElementsMatch(t, row.attributes, keys, "%s", e.text("msg"))
	}
}

// TestEventsAreDocumented: the table has every Event constant, with the level
// that its comment names and the level and the attributes of each place that logs
// it; every event is logged somewhere, and nothing else is.
func TestEventsAreDocumented(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	names, want, logged := map[string]string{}, map[string]eventRow{}, map[string]eventRow{}
	fset := token.NewFileSet()
	var calls []*ast.CallExpr
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if name != "events.go" {
					break
				}
				value, err := strconv.Unquote(n.Values[0].(*ast.BasicLit).Value)
				require.NoError(t, err)
				says := n.Comment.Text()
				names[n.Names[0].Name], want[value] = value, eventRow{level: strings.TrimSpace(says[strings.LastIndex(says, ";")+1:])}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.SelectorExpr); ok && slices.Contains([]string{"Debug", "Info", "Warn", "Error", "Log", "LogAttrs"}, f.Sel.Name) {
					if on, ok := f.X.(*ast.SelectorExpr); ok && on.Sel.Name == "log" {
						calls = append(calls, n)
					}
				}
			}
			return true
		})
	}
	for _, call := range calls {
		at := fset.Position(call.Pos())
		event, ok := call.Args[0].(*ast.Ident)
		require.True(t, ok && names[event.Name] != "", "%v: not an Event constant", at)
		row := eventRow{level: call.Fun.(*ast.SelectorExpr).Sel.Name}
		for i := 1; i < len(call.Args); i += 2 {
			key, err := strconv.Unquote(call.Args[i].(*ast.BasicLit).Value)
			require.NoError(t, err, "%v", at)
			row.attributes = append(row.attributes, key)
		}
		if before, twice := logged[names[event.Name]]; twice {
			require.Equal(t, before, row, "%v: not as elsewhere", at)
		}
		logged[names[event.Name]] = row
	}
	require.Greater(t, len(logged), 25)
	for event, row := range want {
		require.Equal(t, row.level, logged[event].level, "%q: its comment and where it is logged", event)
	}
	require.Equal(t, logged, eventTable(t), operation)
}

// TestMetricsAreDocumented: the table has every metric with its unit and labels,
// and the sets of words that labels come from are listed.
func TestMetricsAreDocumented(t *testing.T) {
	text := read(t, operation)
	for _, m := range callcontrol.AllMetrics() {
		unit, of, ends := "count", "none", "none"
		if m.Duration() {
			unit = "seconds"
		}
		if m.Of() != "" {
			of = m.Of()
		}
		if o := outcomes[m]; o != nil {
			ends = strings.Join(o, ", ")
		}
		require.Contains(t, text, fmt.Sprintf("| `%s` | %s | %s | %s | %s |\n", m, unit, of, ends, m.Help()))
	}
	require.Equal(t, len(callcontrol.AllMetrics()), strings.Count(text, "\n| `callcontrol."), "and no other")
	for set, words := range labels() {
		if set == "" {
			continue
		}
		line := regexp.MustCompile("(?m)^- \\*\\*" + set + "\\*\\*: (.*(?:\n  .*)*)").FindStringSubmatch(text)
		require.NotNil(t, line, set)
		have := map[string]bool{}
		for _, word := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(line[1], -1) {
			have[word[1]] = true
		}
		require.Equal(t, words, have, set)
	}
}

// TestOneRequest: the lines of one request, as docs/OPERATION.md quotes them.
func TestOneRequest(t *testing.T) {
	log := &ear{}
	bubble(t, func(c *callcontrol.Config) {
		c.Logger = slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	}, func(s *stand) {
		d := s.desks("A1")[0]
		s.calls("anna")
		s.answers("anna", "A1")
		time.Sleep(time.Second)
		log.mu.Lock()
		log.Reset()
		log.mu.Unlock()
		s.sw.Inject(simulator.Fault{Do: simulator.Late, After: 20 * time.Millisecond})
		require.NoError(s, d.Hold(s.ctx, "anna"))
		synctest.Wait()
	})
	var lines []string
	for line := range bytes.Lines(log.Bytes()) {
		_, rest, _ := strings.Cut(string(line), " ")
		lines = append(lines, strings.TrimPrefix(rest, "level=DEBUG "))
	}
	have := read(t, operation)
	want := replace(t, have, "(?s)<!-- request -->\n```\n.*?```\n", "<!-- request -->\n```\n"+strings.Join(lines, "")+"```\n")
	if *update {
		require.NoError(t, os.WriteFile(operation, []byte(want), 0o644))
		have = want
	}
	require.Equal(t, want, have, "run: go test . -run OneRequest -update")
}
