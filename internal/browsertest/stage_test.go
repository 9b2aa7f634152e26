package browsertest_test

import (
	"testing"

	bt "github.com/seed-6cc70c2f/callcontrol/internal/browsertest"
)

// What the example calls them.
const (
	ada   = "Ada Laurent"  // A1
	ben   = "Ben Okafor"   // A2
	chloe = "Chloé Martin" // A3
)

// stage is a server, the people at its phones, and the desks that are open.
type stage struct {
	*testing.T
	server *bt.Server
	world  *bt.World
	lang   string
}

// begin starts one. What runs out by itself has minutes for it, unless that is
// what a flow is about: a machine may be busy.
func begin(t *testing.T, lang string, args ...string) *stage {
	t.Helper()
	server := bt.NewServer(t, append([]string{"-answer", "3m", "-pause", "3m", "-wrapup", "3m"}, args...)...)
	return &stage{T: t, server: server, world: bt.NewWorld(t, server), lang: lang}
}

func (s *stage) desk(agent string) *bt.Desk {
	s.Helper()
	return bt.OpenDesk(s.T, s.server, agent, s.lang)
}

// talk is A1 in a call with a customer of this name, from this queue. Who else
// is to be there comes later, so that the call is offered to nobody else.
func (s *stage) talk(name, queue string) *bt.Desk {
	s.Helper()
	a1 := s.desk("A1").Ready()
	s.world.Arrives("inbound", queue, name)
	s.world.Answers("A1")
	a1.Is(name, bt.Caller, "status.connected")
	return a1
}

// consult is A1 in a consult with A2 about the customer.
func (s *stage) consult(name, queue string) (a1, a2 *bt.Desk) {
	s.Helper()
	a1 = s.talk(name, queue)
	a2 = s.desk("A2").SignIn()
	a1.Ask(name, "consult", "dialog.agent", ben)
	a2.Popover().Role("article", "").Says(a2.W.Of("status.ringing"))
	s.world.Answers("A2")
	a1.Is(name, bt.Consulted, "status.consulting")
	a1.Is(name, bt.Caller, "status.call-on-hold")
	return a1, a2
}

// languages runs a flow in English and in French.
func languages(t *testing.T, flow func(t *testing.T, lang string)) {
	t.Helper()
	t.Parallel()
	for _, lang := range []string{"en", "fr"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			flow(t, lang)
		})
	}
}
