package browsertest_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

func TestMain(m *testing.M) {
	code := m.Run()
	bt.StopShared()
	bt.RemoveProgram()
	os.Exit(code)
}

// own serves the harness's own page, where what comes out is known beforehand.
func own(t *testing.T) string {
	t.Helper()
	s := httptest.NewServer(http.FileServer(http.Dir("testdata")))
	t.Cleanup(s.Close)
	return s.URL + "/page.html"
}

func TestHarnessFindsByRoleAndName(t *testing.T) {
	t.Parallel()
	tab := bt.Open(t, "own", bt.Look{})
	tab.Go(own(t))
	tab.Role("heading", "Harness").Shown()
	tab.Role("region", "Anna").Button("Hold").Press()
	tab.Role("region", "Anna").Says("held")
	tab.Page().Exact("held").Shown()
	tab.Page().Exact("Hold").Gone() // a button's word is not what is so
	tab.Role("region", "Ben").Button("Hold").Disabled().Described("HLD-3")
	tab.Role("region", "Ben").Silent("held")
	tab.Role("textbox", "Number").Type("+1 201")
	tab.Role("textbox", "Number").Holds("+1 201")
	tab.Role("textbox", "Number").Type("7")
	tab.Role("textbox", "Number").Holds("7").Focused()
	tab.Role("combobox", "Idle code").Pick("Lunch")
	tab.Role("combobox", "Idle code").Holds("Lunch")
	tab.Button("Hold").Count(2)

	tab.Button("Consult").Press()
	tab.Role("dialog", "Consult Request").Shown()
	tab.Button("Hold").Gone() // behind a modal dialog nothing can be reached
	tab.Role("dialog", "Consult Request").Button("Close").Press()
	tab.Role("dialog", "Consult Request").Gone()
	tab.Button("Hold").Count(2)
}

func TestHarnessCutsTheLine(t *testing.T) {
	t.Parallel()
	url := own(t)
	tab := bt.Open(t, "own", bt.Look{Language: "fr-CA,fr"})
	tab.Go(url)
	require.Equal(t, "fr-CA,fr", bt.Script[string](tab, "navigator.languages.join()"))
	ask := "fetch(location.href,{cache:'no-store'}).then((r)=>String(r.status),()=>'cut')"
	require.Equal(t, "200", bt.Script[string](tab, ask))
	tab.Expect("net::ERR_")
	tab.Wire.Cut()
	require.Equal(t, "cut", bt.Script[string](tab, ask))
	tab.Wire.Mend()
	require.Equal(t, "200", bt.Script[string](tab, ask))
}

func TestHarnessSeesBadContrast(t *testing.T) {
	t.Parallel()
	tab := bt.Open(t, "own", bt.Look{})
	tab.Go(own(t))
	tab.Role("heading", "Harness").Shown()
	require.NotEqual(t, "serious", worst(tab.Axe()))
	bt.Script[bool](tab, `document.querySelector("h1").style.color = "#eee", document.querySelector("#n").parentElement.replaceWith(document.createElement("input")), true`)
	require.Equal(t, "critical", worst(tab.Axe()), "an input without a label")
}

// A test that ought to fail is given to the harness as one of its own.
func TestHarnessFailsForTheConsole(t *testing.T) {
	t.Parallel()
	url := own(t)
	f := &failing{t: t}
	tab := bt.Open(f, "own", bt.Look{})
	tab.Go(url)
	tab.Button("Fail").Press()
	tab.Quiet()
	require.Contains(t, f.said, "a wrong thing")

	f.said = ""
	bt.Script[bool](tab, `setTimeout(() => { throw new Error("nobody caught it"); }, 0), new Promise((r) => setTimeout(() => r(true), 0))`)
	tab.Quiet()
	require.Contains(t, f.said, "nobody caught it")

	f.said = ""
	bt.Script[string](tab, "fetch('/nothing').then((r)=>String(r.status))")
	tab.Quiet()
	require.Contains(t, f.said, "404")
}

func worst(findings []bt.Finding) string {
	order := []string{"critical", "serious", "moderate", "minor"}
	for _, impact := range order {
		for _, f := range findings {
			if f.Impact == impact {
				return impact
			}
		}
	}
	return ""
}

// failing is a test that is allowed to fail, and says what with.
type failing struct {
	t    *testing.T
	said string
}

func (f *failing) Helper()                      {}
func (f *failing) Name() string                 { return f.t.Name() }
func (f *failing) Logf(string, ...any)          {}
func (f *failing) Errorf(s string, args ...any) { f.said += fmt.Sprintf(s, args...) + "\n" }
func (f *failing) Fatalf(s string, args ...any) {
	f.t.Fatalf(strings.ReplaceAll(s, "%w", "%v"), args...)
}
func (f *failing) Failed() bool      { return false }
func (f *failing) Cleanup(do func()) { f.t.Cleanup(do) }
func (f *failing) TempDir() string   { return f.t.TempDir() }
