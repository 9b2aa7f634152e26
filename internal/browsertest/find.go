package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"
)

// step is one turn of the way to an element.
type step struct {
	Role     string `json:"role,omitempty"`
	Name     string `json:"name,omitempty"`
	Starts   bool   `json:"starts,omitempty"`
	Contains bool   `json:"contains,omitempty"`
	Text     string `json:"text,omitempty"`
	Exact    string `json:"exact,omitempty"`
}

// Place is a way to elements of a page by what people are told of them: role
// and accessible name, and the text that is to be seen. It is looked up anew at
// every use, so that a page may draw itself anew meanwhile.
type Place struct {
	tab   *Tab
	steps []step
	index int
}

// Page is the whole of it.
func (tab *Tab) Page() Place { return Place{tab: tab} }

// Role is the element of a role with exactly this accessible name; any name if
// it is empty.
func (tab *Tab) Role(role, name string) Place { return tab.Page().Role(role, name) }

// Button is the button with this name.
func (tab *Tab) Button(name string) Place { return tab.Page().Role("button", name) }

// Text is the innermost element that shows the text.
func (tab *Tab) Text(text string) Place { return tab.Page().Text(text) }

// Role goes on to an element within.
func (p Place) Role(role, name string) Place { return p.with(step{Role: role, Name: name}) }

// Like is Role with a name that the accessible name has in it.
func (p Place) Like(role, part string) Place {
	return p.with(step{Role: role, Name: part, Contains: true})
}

// Starts is Role with a name that the accessible name starts with.
func (p Place) Starts(role, part string) Place {
	return p.with(step{Role: role, Name: part, Starts: true})
}

// Button goes on to a button within.
func (p Place) Button(name string) Place { return p.Role("button", name) }

// Text goes on to the innermost element that shows the text.
func (p Place) Text(text string) Place { return p.with(step{Text: text}) }

// Exact goes on to the innermost element that shows this text and nothing else,
// and is no button: a status that a button has the word of as well.
func (p Place) Exact(text string) Place { return p.with(step{Exact: text}) }

// With is the element of a role that shows the text.
func (p Place) With(role, text string) Place { return p.with(step{Role: role, Text: text}) }

// Nth is the one of several, from 0, in the order of the document.
func (p Place) Nth(i int) Place { p.index = i; return p }

func (p Place) with(s step) Place {
	p.steps = append(append([]step{}, p.steps...), s)
	return p
}

// String says the way in words, for failures.
func (p Place) String() string {
	var out []string
	for _, s := range p.steps {
		switch {
		case s.Exact != "":
			out = append(out, fmt.Sprintf("the text %q", s.Exact))
		case s.Role == "":
			out = append(out, fmt.Sprintf("what shows %q", s.Text))
		case s.Text != "":
			out = append(out, fmt.Sprintf("%s that shows %q", s.Role, s.Text))
		default:
			out = append(out, fmt.Sprintf("%s %q", s.Role, s.Name))
		}
	}
	if len(out) == 0 {
		return "the page"
	}
	return strings.Join(out, " > ")
}

func (p Place) json() string {
	if p.steps == nil {
		return "[]"
	}
	b, _ := json.Marshal(p.steps)
	return string(b)
}

// answer is what the helper in the page says.
type answer struct {
	OK      bool    `json:"ok"`
	Saw     string  `json:"saw"`
	Outline string  `json:"outline"`
	X       float64 `json:"x"`
	Y       float64 `json:"y"`
	Hit     bool    `json:"hit"`
	Over    string  `json:"over"`
	Tag     string  `json:"tag"`
}

func (p Place) until(check string, arg any) {
	p.tab.T.Helper()
	got, err := p.wait(check, arg, Within.Milliseconds())
	if err != nil {
		p.tab.T.Fatalf("%s: %s is to be %s: %v", p.tab.Name, p, check, err)
	}
	if !got.OK {
		p.tab.T.Fatalf("%s: %s is to be %s %v: %s\n%s", p.tab.Name, p, check, arg, got.Saw, got.Outline)
	}
}

func (p Place) wait(check string, arg any, within int64) (answer, error) {
	b, err := json.Marshal(arg)
	if err != nil {
		return answer{}, err
	}
	return eval[answer](p.tab, fmt.Sprintf("__bench.until(%s,%q,%s,%d)", p.json(), check, b, within))
}

// Shown waits until there is such an element to be seen.
func (p Place) Shown() Place { p.tab.T.Helper(); p.until("shown", nil); return p }

// Gone waits until there is none.
func (p Place) Gone() Place { p.tab.T.Helper(); p.until("gone", nil); return p }

// Count waits until there are so many.
func (p Place) Count(n int) Place { p.tab.T.Helper(); p.until("count", n); return p }

// Pressable waits until it can be pressed.
func (p Place) Pressable() Place { p.tab.T.Helper(); p.until("pressable", nil); return p }

// Disabled waits until it cannot be pressed, and says so to a screen reader.
func (p Place) Disabled() Place { p.tab.T.Helper(); p.until("disabled", nil); return p }

// Says waits until the text is to be read in it.
func (p Place) Says(text string) Place { p.tab.T.Helper(); p.until("says", text); return p }

// Silent waits until the text is not to be read in it.
func (p Place) Silent(text string) Place { p.tab.T.Helper(); p.until("silent", text); return p }

// Holds waits until it is a field with this value.
func (p Place) Holds(value string) Place { p.tab.T.Helper(); p.until("holds", value); return p }

// Described waits until its accessible description has the text.
func (p Place) Described(text string) Place { p.tab.T.Helper(); p.until("described", text); return p }

// Focused waits until it, or something in it, has the focus.
func (p Place) Focused() Place { p.tab.T.Helper(); p.until("focused", nil); return p }

// Checked waits until it is chosen: a radio button, a tab, an option.
func (p Place) Checked() Place { p.tab.T.Helper(); p.until("checked", nil); return p }

// Is reports whether a check holds within a moment, for tests that go either way.
func (p Place) Is(check string, arg any, milliseconds int64) bool {
	p.tab.T.Helper()
	got, err := p.wait(check, arg, milliseconds)
	if err != nil {
		p.tab.T.Fatalf("%s: %s: %v", p.tab.Name, p, err)
	}
	return got.OK
}

// Texts is what each such element shows now.
func (p Place) Texts() []string {
	p.tab.T.Helper()
	got, err := eval[[]string](p.tab, fmt.Sprintf("__bench.texts(%s)", p.json()))
	must(p.tab, p.String(), err)
	return got
}

// Value is what the field holds now.
func (p Place) Value() string {
	p.tab.T.Helper()
	got, err := eval[string](p.tab, fmt.Sprintf("__bench.value(%s)", p.json()))
	must(p.tab, p.String(), err)
	return got
}

// Outline is what the page shows, by role and name.
func (tab *Tab) Outline() string {
	tab.T.Helper()
	got, err := eval[string](tab, "__bench.outline()")
	must(tab, "outline", err)
	return got
}

// eval evaluates an expression in the page, and waits if it is a promise.
func eval[R any](tab *Tab, expression string) (R, error) {
	ctx, cancel := context.WithTimeout(tab.ctx, 3*Within)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[R](expression, chromedp.EvalAwaitPromise, chromedp.EvalAsValue))
}

// Script evaluates an expression in the page as whoever writes bad input does.
func Script[R any](tab *Tab, expression string) R {
	tab.T.Helper()
	got, err := eval[R](tab, expression)
	must(tab, expression, err)
	return got
}
