package callflow

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Move is one step of a contact's interaction, as a Stage took it: an act may
// bring about several, for the switch answers and the router offers. A request
// that was refused is no move.
type Move struct {
	Contact       telephony.CallID
	At            time.Time
	Before, After interaction.State   // before its beginning the state has not begun
	Request       interaction.Request // what was asked, when it has an action
	Fact          telephony.Event     // what was reported, when it has a kind; with neither a deadline had passed
	Output        *interaction.Output // what it brought about; lent until each returns
}

// Watch calls each with every move from now on, on this stage and on the clones
// that are made of it. It is for those who hold what follows against the rules
// (internal/oracle); each must leave the stage alone. nil ends it.
func (g *Stage) Watch(each func(Move)) { g.p.f.effects.watch = each }

// watched tells who watches what the interaction has just done.
func (e *Effects) watched(m Move) {
	m.Output = &e.out
	e.watch(m)
}
