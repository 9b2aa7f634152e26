package callflow

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Stage is a story that is made up as it goes: the centre that a story's first
// lines furnish, on which acts are played one by one. It is for whoever walks
// through what can happen: a page with a next button, or a program that tries
// everything. It is not safe for concurrent use.
type Stage struct {
	p    *player
	who  names
	read map[string]line // sentences read before, shared by clones
}

// NewStage furnishes a stage as the story's first lines say; its acts are not
// played.
func NewStage(s *Story) (*Stage, error) {
	p, err := newPlayer(s, newStand)
	if err != nil {
		return nil, &StoryError{File: s.File, Line: 1, Reason: err.Error()}
	}
	return &Stage{p: p, who: names{agents: s.who.agents}, read: map[string]line{}}, nil
}

// Act plays one sentence of the language. An act that the rules refuse is no
// error: Step.Refused says why. The error matches ErrStory, when the sentence
// cannot be read, or says why it cannot happen.
func (g *Stage) Act(sentence string) (Step, error) {
	l, known := g.read[sentence]
	if !known {
		var err error
		if l, err = split(0, sentence); err != nil {
			return Step{}, fmt.Errorf("%w: %w", ErrStory, err)
		}
		if len(l.words) == 0 || l.indented || !find(acts, &l, &g.who) {
			return Step{}, fmt.Errorf("%w: no act reads %q", ErrStory, sentence)
		}
		if l.m.made == "" { // who is introduced is introduced once
			g.read[sentence] = l
		}
	}
	if l.m.made != "" {
		g.who.contacts = append(slices.Clip(g.who.contacts), l.m.made)
	}
	err := g.p.act(&l)
	return Step{Act: strings.TrimSpace(sentence), Refused: g.p.refused, Notices: g.p.notices, Floor: g.p.f}, err
}

// Floor is the stage's floor as it stands; to be read only.
func (g *Stage) Floor() *Floor { return g.p.f }

// stand is the venue of every stage.
func (g *Stage) stand() *stand { return g.p.v.(*stand) }

// Orders are what a slow switch still holds back, the oldest first.
func (g *Stage) Orders() []telephony.Command { return slices.Clone(g.stand().pending) }

// Heard is whom the switch really lets talk with a contact's owner, whatever
// the rules believe.
func (g *Stage) Heard(id telephony.CallID) telephony.Legs { return g.stand().heard[id] }

// Rings reports whether an agent's phone really rings.
func (g *Stage) Rings(who agent.ID) bool {
	for at, on := range g.stand().ringing {
		if c := g.p.f.contacts[at.contact]; on && c != nil {
			if s := c.seatOf(at.leg); s != nil && s.Agent == who {
				return true
			}
		}
	}
	return false
}

// Clone is a stage that goes on from here by itself.
func (g *Stage) Clone() *Stage {
	p := *g.p
	v := g.stand().clone(p.store)
	p.v, p.f = v, v.Floor
	p.last, p.submits, p.desk.starts = maps.Clone(p.last), maps.Clone(p.submits), maps.Clone(p.desk.starts)
	p.shelf.pages = maps.Clone(p.shelf.pages)
	return &Stage{p: &p, who: g.who, read: g.read}
}
