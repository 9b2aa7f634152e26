// Command screens makes the pictures in docs/screens again: it works the example
// desktop as the tests do, and stops at each of its main screens.
//
//	go run -C internal/browsertest ./screens [-to DIRECTORY]
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

func main() {
	to := flag.String("to", filepath.Join(bt.ModuleRoot(), "docs", "screens"), "the `directory` that the pictures go to")
	flag.Parse()
	os.Exit(make(*to))
}

func make(to string) (code int) {
	r := &run{to: to}
	defer func() {
		if stopped := recover(); stopped != nil && stopped != errStop {
			panic(stopped)
		}
		r.end()
		bt.StopShared()
		bt.RemoveProgram()
		if r.failed {
			code = 1
		}
	}()
	r.english()
	r.french()
	r.others()
	return 0
}

// english is the popover and a call, in light colours.
func (r *run) english() {
	server := bt.NewServer(r)
	world := bt.NewWorld(r, server)
	a1 := bt.OpenDesk(r, server, "A1", "en").Ready()
	world.Arrives("inbound", "billing", "Anna")
	for i, kind := range []string{"email", "social", "chat"} {
		world.Arrives(kind, "billing", []string{"Élodie", "Jonas", "Kira"}[i])
	}
	a1.Popover().Role("article", "").Count(4)
	r.picture(a1.Tab, "popover")
	a1.Close()
	r.call()
}

// call is one call, up to its wrap-up.
func (r *run) call() {
	server := bt.NewServer(r)
	world := bt.NewWorld(r, server)
	a1 := bt.OpenDesk(r, server, "A1", "en").Ready()
	w := a1.W
	world.Arrives("inbound", "sales", "Anna")
	world.Answers("A1")
	a1.Is("Anna", bt.Caller, "status.connected")
	a1.Do("Anna", "action.hold")
	a1.Is("Anna", bt.Caller, "status.call-on-hold")
	a1.Action("Anna", "action.end").Focus()
	a1.Role("tooltip", "").Says("HLD-3")
	r.picture(a1.Tab, "hold-with-reason")

	a2 := bt.OpenDesk(r, server, "A2", "en").SignIn()
	box := a1.AskFor("Anna", "consult", "dialog.agent")
	box.Starts("radio", "Ben Okafor").Press()
	box.Starts("radio", "Ben Okafor").Checked()
	r.picture(a1.Tab, "consult-dialog")
	box.Role("tab", w.Of("dialog.dial-number")).Press()
	box.Role("textbox", w.Of("dialog.number")).Type("+1 (201) 555-0177 Courier")
	box.Says(w.Of("page.removed"))
	box.Exact("+12015550177").Shown()
	r.picture(a1.Tab, "consult-number")
	box.Role("tab", w.Of("dialog.agent")).Press()
	box.Starts("radio", "Ben Okafor").Press()
	box.Button(w.Of("action.consult")).Press()
	a2.Popover().Role("article", "").Shown()
	r.picture(a2.Tab, "consult-request")
	world.Answers("A2")
	a1.Is("Anna", bt.Consulted, "status.consulting")
	r.picture(a1.Tab, "consult")
	a1.Draft("Anna", "Topic", "A refund, please")
	a2.Draft("Anna", "Topic", "A complaint")
	a2.Save("Anna")
	a1.Noticed("A complaint")
	a1.Do("Anna", "action.conference")
	a1.Is("Anna", bt.Caller, "status.conference")
	r.picture(a1.Tab, "conference-and-conflict")
	a1.Do("Anna", "action.end")
	dialog := a1.Call("Anna").Role("dialog", w.Of("wrap-up.title")).Shown()
	dialog.Role("searchbox", "").Type("re")
	dialog.Starts("radio", "Contract renewed").Press()
	r.picture(a1.Tab, "wrap-up")
}

// french is a transfer and a RONA in dark colours.
func (r *run) french() {
	server := bt.NewServer(r, "-answer", "30s")
	world := bt.NewWorld(r, server)
	w := bt.In(r, "fr")
	look := bt.Look{Language: w.Browser(), Dark: true}
	a1 := bt.OpenDeskWith(r, server, "A1", w, look).Ready()
	world.Arrives("web-callback", "sales", "Wanda")
	a1.Card("contact.web-callback").Shown()
	r.picture(a1.Tab, "callback-fr-dark")
	world.Answers("A1")
	world.Customer("Wanda", "answer")
	a1.Is("Wanda", bt.Caller, "status.connected")
	a1.Do("Wanda", "action.pause-recording")
	a1.Pane("Wanda", bt.Caller).Says(w.Of("recording.paused"))
	r.picture(a1.Tab, "recording-paused-fr-dark")
	a2 := bt.OpenDeskWith(r, server, "A2", w, look).Ready()
	box := a1.AskFor("Wanda", "transfer", "dialog.agent")
	box.Starts("radio", "Ben Okafor").Press()
	r.picture(a1.Tab, "transfer-dialog-fr-dark")
	box.Button(w.Of("action.transfer")).Press()
	world.Declines("A2")
	a2.State().Says(w.Of("agent-status.rona"))
	r.picture(a2.Tab, "rona-fr-dark")
}

// others are the pages beside the desk.
func (r *run) others() {
	server := bt.NewServer(r)
	w := bt.In(r, "en")
	a1 := bt.OpenDesk(r, server, "A1", "en").Ready()
	world := bt.NewWorld(r, server)
	world.Arrives("inbound", "billing", "Anna")
	a1.Card("contact.inbound").Shown()
	start := bt.Open(r, "start", bt.Look{})
	start.Go(server.URL("/"))
	start.Role("group", w.Of("start/customer", "name", "Anna")).Shown()
	r.picture(start, "start")
	stories := bt.Open(r, "stories", bt.Look{})
	stories.Go(server.URL("/stories/"))
	stories.Role("searchbox", w.Of("stories/find")).Type("CON-17")
	stories.Role("region", w.Of("stories/all")).Role("link", "").Press()
	stories.Button(w.Of("stories/next")).Press()
	stories.Button(w.Of("stories/next")).Press()
	r.picture(stories, "stories")
}

// run is what the harness needs of a test.
type run struct {
	to       string
	failed   bool
	cleanups []func()
}

var errStop = fmt.Errorf("stopped")

func (r *run) picture(tab *bt.Tab, name string) {
	file, err := tab.Picture(r.to, name+".png")
	if err != nil {
		r.Fatalf("%s: %v", name, err)
	}
	fmt.Println(file)
}

func (r *run) Helper()                         {}
func (r *run) Name() string                    { return "screens" }
func (r *run) Logf(format string, args ...any) { log.Printf(format, args...) }
func (r *run) Errorf(format string, args ...any) {
	r.failed = true
	log.Printf(format, args...)
}
func (r *run) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	panic(errStop)
}
func (r *run) Failed() bool      { return r.failed }
func (r *run) Cleanup(do func()) { r.cleanups = append(r.cleanups, do) }
func (r *run) TempDir() string   { return os.TempDir() }

func (r *run) end() {
	for i := len(r.cleanups) - 1; i >= 0; i-- {
		r.cleanups[i]()
	}
	r.cleanups = nil
}
