package browsertest

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

//go:embed page.js
var helper string

// Within is how long a test waits for what it says should come. It is long since
// a machine may be busy, and costs nothing where the thing comes.
const Within = 20 * time.Second

// Look is how a tab looks at pages.
type Look struct {
	Language      string // the browser's, such as "fr-CA,fr"; English without
	Dark          bool
	Width, Height int64 // of the window; 1280 by 800 without
}

// Tab is one tab with storage and a line of its own.
type Tab struct {
	T    T
	Name string
	Wire *Wire

	ctx    context.Context
	cancel context.CancelFunc

	mu       sync.Mutex
	errors   []string
	expected []string
}

// Open opens a tab under a name that its failures are told by.
func Open(t T, name string, look Look) *Tab {
	t.Helper()
	chromium := Shared(t)
	tab := &Tab{T: t, Name: name, Wire: NewWire(t)}
	tab.ctx, tab.cancel = chromedp.NewContext(chromium.root,
		chromedp.WithNewBrowserContext(func(p *target.CreateBrowserContextParams) {
			p.ProxyServer = tab.Wire.URL()
			// Chromium goes to loopback without a proxy unless it is told not to.
			p.ProxyBypassList = "<-loopback>"
		}),
		chromedp.WithListener(tab.hear))
	t.Cleanup(tab.close)
	tab.furnish(look)
	return tab
}

// furnish makes the tab what a look says, and gives it the helper.
func (tab *Tab) furnish(look Look) {
	tab.T.Helper()
	if look.Language == "" {
		look.Language = "en-GB,en"
	}
	scheme := "light"
	if look.Dark {
		scheme = "dark"
	}
	if look.Width == 0 {
		look.Width, look.Height = 1280, 800
	}
	must(tab, "page.enable", call(tab.ctx, page.Enable, page.EnableParams{}))
	version, err := chromedp.Run(tab.ctx, chromedp.Evaluate[string]("navigator.userAgent"))
	must(tab, "user agent", err)
	must(tab, "language", call(tab.ctx, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: version, AcceptLanguage: look.Language}))
	must(tab, "colours", call(tab.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}}))
	must(tab, "window", call(tab.ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: look.Width, Height: look.Height, DeviceScaleFactor: 1}))
	// A page that is not in front keeps its focus, as one on a second screen does.
	must(tab, "focus", call(tab.ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}))
	must(tab, "helper", call(tab.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: helper}))
}

// Follow presses a link that opens a tab of its own, and goes on in that one.
func (tab *Tab) Follow(p Place, name string, look Look) *Tab {
	tab.T.Helper()
	opened := chromedp.WaitNewTarget(tab.ctx, func(i *target.Info) bool { return i.Type == "page" })
	p.Press()
	select {
	case id := <-opened:
		other := &Tab{T: tab.T, Name: name, Wire: tab.Wire}
		other.ctx, other.cancel = chromedp.NewContext(tab.ctx, chromedp.WithTargetID(id), chromedp.WithListener(other.hear))
		tab.T.Cleanup(other.close)
		other.furnish(look)
		_, err := eval[bool](other, helper+"\n;true")
		must(other, "helper", err)
		return other
	case <-time.After(Within):
		tab.T.Fatalf("%s: %s opens no tab", tab.Name, p)
		return nil
	}
}

// Go opens an address in the tab, and returns when the document has been loaded.
func (tab *Tab) Go(url string) {
	tab.T.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, 2*Within)
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.Navigate(url)); err != nil {
		tab.T.Fatalf("%s: %s does not open: %v", tab.Name, url, err)
	}
}

// Reload loads the page anew, as F5 does.
func (tab *Tab) Reload() {
	tab.T.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, 2*Within)
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.Reload()); err != nil {
		tab.T.Fatalf("%s: it does not reload: %v", tab.Name, err)
	}
}

// Close closes the tab as a person does.
func (tab *Tab) Close() { tab.cancel() }

// Expect says that the browser may write lines with this text on the console:
// it writes one for every answer above 399 and for every line that is cut, and
// no page can keep it from that. What scripts write is never allowed.
func (tab *Tab) Expect(text string) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	tab.expected = append(tab.expected, text)
}

func (tab *Tab) hear(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "assert" {
			var said []string
			for _, a := range e.Args {
				said = append(said, strings.Trim(string(a.Value), `"`)+a.Description)
			}
			tab.note("console: " + strings.Join(said, " "))
		}
	case *runtime.EventExceptionThrown:
		d := e.ExceptionDetails
		text := d.Text
		if d.Exception != nil {
			text += " " + d.Exception.Description
		}
		tab.note("exception: " + text)
	case *log.EventEntryAdded:
		if e.Entry.Level != "error" {
			return
		}
		tab.mu.Lock()
		defer tab.mu.Unlock()
		if e.Entry.Source == "network" {
			for _, x := range tab.expected {
				if strings.Contains(e.Entry.Text, x) {
					return
				}
			}
		}
		tab.errors = append(tab.errors, fmt.Sprintf("%s: %s (%s)", e.Entry.Source, e.Entry.Text, e.Entry.URL))
	}
}

func (tab *Tab) note(text string) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	tab.errors = append(tab.errors, text)
}

// Forget takes back lines with this text that the browser has written about a
// page that was meant to be refused.
func (tab *Tab) Forget(text string) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	var kept []string
	for _, e := range tab.errors {
		if !strings.Contains(e, text) {
			kept = append(kept, e)
		}
	}
	tab.errors = kept
}

// Quiet fails the test with what has been written to the console so far.
func (tab *Tab) Quiet() {
	tab.T.Helper()
	tab.mu.Lock()
	defer tab.mu.Unlock()
	for _, e := range tab.errors {
		tab.T.Errorf("%s: on the console: %s", tab.Name, e)
	}
	tab.errors = nil
}

func (tab *Tab) close() {
	tab.Quiet()
	if tab.T.Failed() && tab.ctx.Err() == nil {
		dir := os.Getenv("BROWSERTEST_PICTURES")
		if dir == "" {
			dir = filepath.Join(os.TempDir(), "callcontrol-browsertest")
		}
		name := strings.Map(func(r rune) rune {
			if r == '/' || r == ' ' || r == '\\' {
				return '-'
			}
			return r
		}, tab.T.Name()+"-"+tab.Name) + ".png"
		if file, err := tab.Picture(dir, name); err == nil {
			tab.T.Logf("%s: a picture of it: %s", tab.Name, file)
		}
		tab.T.Logf("%s: what it asked of the server: %v", tab.Name, tab.Wire.Requests())
	}
	tab.cancel()
}

// Picture keeps what the tab shows as a PNG file, and says where.
func (tab *Tab) Picture(dir, name string) (string, error) {
	ctx, cancel := context.WithTimeout(tab.ctx, Within)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	file := filepath.Join(dir, name)
	return file, os.WriteFile(file, png, 0o644)
}
