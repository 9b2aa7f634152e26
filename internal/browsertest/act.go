package browsertest

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Press presses it with the mouse, once it can be pressed.
func (p Place) Press() {
	p.tab.T.Helper()
	p.until("pressable", nil)
	p.Click()
}

// Click clicks where it is, whether it can be pressed or not. It lands there or
// nowhere: what moves away under the pointer is tried again, and what lies under
// something else fails.
func (p Place) Click() {
	p.tab.T.Helper()
	p.until("shown", nil)
	var got answer
	for range 4 {
		var err error
		got, err = eval[answer](p.tab, fmt.Sprintf("__bench.aim(%s,%d)", p.json(), p.index))
		must(p.tab, p.String(), err)
		if !got.OK || !got.Hit {
			continue
		}
		p.tab.mouse(input.DispatchMouseEventTypeMouseMoved, got.X, got.Y)
		p.tab.mouse(input.DispatchMouseEventTypeMousePressed, got.X, got.Y)
		p.tab.mouse(input.DispatchMouseEventTypeMouseReleased, got.X, got.Y)
		shot, err := eval[answer](p.tab, "globalThis.__bench ? __bench.shot() : {ok:true}")
		if err != nil || shot.OK {
			// An error is a page that the click has led away from.
			return
		}
		p.tab.T.Logf("%s: the press on %s would have landed on %s", p.tab.Name, p, shot.Over)
	}
	p.tab.T.Fatalf("%s: %s cannot be clicked: %s %s\n%s", p.tab.Name, p, got.Saw, got.Over, got.Outline)
}

// Point moves the pointer onto it.
func (p Place) Point() {
	p.tab.T.Helper()
	p.until("shown", nil)
	got, err := eval[answer](p.tab, fmt.Sprintf("__bench.aim(%s,%d)", p.json(), p.index))
	must(p.tab, p.String(), err)
	p.tab.mouse(input.DispatchMouseEventTypeMouseMoved, got.X, got.Y)
}

// Focus puts the keyboard's focus on it.
func (p Place) Focus() {
	p.tab.T.Helper()
	p.until("shown", nil)
	_, err := eval[bool](p.tab, fmt.Sprintf("__bench.focus(%s)", p.json()))
	must(p.tab, p.String(), err)
}

// Type replaces what the field holds, as one who selects all and types, or
// pastes: the text comes in one piece.
func (p Place) Type(text string) {
	p.tab.T.Helper()
	p.Focus()
	p.tab.Key("a", kb.ModifierCtrl)
	if text == "" {
		p.tab.Key(kb.Delete, 0)
		return
	}
	must(p.tab, "typing", call(p.tab.ctx, input.InsertText, input.InsertTextParams{Text: text}))
}

// Paste replaces what the field holds by what was copied.
func (p Place) Paste() {
	p.tab.T.Helper()
	p.Focus()
	p.tab.Key("a", kb.ModifierCtrl)
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeRawKeyDown, input.DispatchKeyEventTypeKeyUp} {
		must(p.tab, "pasting", call(p.tab.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{
			Type: kind, Modifiers: int64(kb.ModifierCtrl), Key: "v", Code: "KeyV", Commands: []string{"paste"}}))
	}
}

// Pick chooses an option of a select by its text.
func (p Place) Pick(option string) {
	p.tab.T.Helper()
	p.until("shown", nil)
	b, _ := json.Marshal(option)
	got, err := eval[answer](p.tab, fmt.Sprintf("__bench.pick(%s,%s)", p.json(), b))
	must(p.tab, p.String(), err)
	if !got.OK {
		p.tab.T.Fatalf("%s: %s: no option %q: %s\n%s", p.tab.Name, p, option, got.Saw, got.Outline)
	}
}

// Key presses a key, as the keyboard does.
func (tab *Tab) Key(key string, with kb.Modifier) {
	tab.T.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, Within)
	defer cancel()
	var options []chromedp.KeyOption
	if with != 0 {
		options = append(options, chromedp.KeyModifiers(with))
	}
	_, err := chromedp.Run(ctx, chromedp.KeyEvent(key, options...))
	must(tab, "key", err)
}

func (tab *Tab) mouse(kind input.DispatchMouseEventType, x, y float64) {
	tab.T.Helper()
	p := input.DispatchMouseEventParams{Type: kind, X: x, Y: y}
	if kind != input.DispatchMouseEventTypeMouseMoved {
		p.Button, p.ClickCount = input.MouseButtonLeft, 1
	}
	must(tab, "mouse", call(tab.ctx, input.DispatchMouseEvent, p))
}

// call gives the browser a command.
func call[P, R any](tab context.Context, command cdp.Command[P, R], params P) error {
	_, err := chromedp.Call(tab, command, params)
	return err
}

func must(tab *Tab, what string, err error) {
	tab.T.Helper()
	if err != nil {
		tab.T.Fatalf("%s: %s: %v", tab.Name, what, err)
	}
}

// Keys that tests press.
const (
	ArrowRight = kb.ArrowRight
	ArrowLeft  = kb.ArrowLeft
	ArrowDown  = kb.ArrowDown
	Escape     = kb.Escape
)

// TabTo presses Tab until the focus is on it, as one without a mouse does.
func (tab *Tab) TabTo(p Place) {
	tab.T.Helper()
	p.Shown()
	for range 120 {
		if p.Is("focused", nil, 0) {
			return
		}
		tab.Key(kb.Tab, 0)
	}
	tab.T.Fatalf("%s: Tab does not reach %s\n%s", tab.Name, p, tab.Outline())
}
