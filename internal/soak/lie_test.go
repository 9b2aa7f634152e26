package soak

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// once lets a lie be told of the first thing that fits, and of it alone.
type once struct {
	mu sync.Mutex
	of telephony.CallID
}

func (o *once) is(id telephony.CallID, fits bool) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.of == "" && fits {
		o.of = id
	}
	return o.of == id && id != ""
}

// TestLies: each equation can fail. A lie is planted between the centre and who
// reads it, and the balance names it, with a story that can be played.
func TestLies(t *testing.T) {
	var o once
	screens := func(change func(agent.ID, *Screen)) lies { return lies{screen: change} }
	for _, tc := range []struct {
		name     string
		equation Equation
		why      string
		lie      func() lies
	}{
		{"a notice is dropped", Numbers, "comes after", func() lies {
			return screens(func(id agent.ID, s *Screen) {
				for i, n := range s.Notices {
					if id == "A3" && n.N == 4 {
						s.Notices = append(append([]Told{}, s.Notices[:i]...), s.Notices[i+1:]...)
						return
					}
				}
			})
		}},
		{"a notice is taken back", Numbers, "is gone", func() lies {
			seen := 0
			return screens(func(id agent.ID, s *Screen) {
				if id == "A3" && len(s.Notices) > 2 {
					if seen++; seen > 1 {
						s.Notices = s.Notices[:1]
					}
				}
			})
		}},
		{"a notice changes", Numbers, "was", func() lies {
			seen := 0
			return screens(func(id agent.ID, s *Screen) {
				if id == "A3" && len(s.Notices) > 2 {
					if seen++; seen > 1 {
						s.Notices = append([]Told{}, s.Notices...)
						s.Notices[0].Kind = "other"
					}
				}
			})
		}},
		{"a contact that has ended stays on a desk", Ends, "his desk shows it", func() lies {
			var ghost Shown
			return screens(func(id agent.ID, s *Screen) {
				if id != "A3" {
					return
				}
				if ghost.ID == "" && len(s.Contacts) > 0 && s.Contacts[0].Panes > 0 {
					ghost = Shown{ID: s.Contacts[0].ID, Panes: 1}
				}
				if ghost.ID != "" && s.contact(ghost.ID) == nil {
					s.Contacts = append(append([]Shown{}, s.Contacts...), ghost)
				}
			})
		}},
		{"a live contact is on no desk", Ends, "his desk does not show it", func() lies {
			return screens(func(id agent.ID, s *Screen) {
				if id == "A3" {
					s.Contacts = nil
				}
			})
		}},
		{"the switch has for ever what has ended", Ends, "it does not end", func() lies {
			return lies{live: func(live []telephony.Live) []telephony.Live {
				return append(append([]telephony.Live{}, live...), telephony.Live{Call: "c7"})
			}}
		}},
		{"a wrap-up is completed and nobody is told", WrapUps, "were completed", func() lies {
			return screens(func(id agent.ID, s *Screen) {
				for i, n := range s.Notices {
					if o.is(n.Call, n.Kind == wrapup.Completed.String()) && n.Kind == wrapup.Completed.String() {
						s.Notices = append([]Told{}, s.Notices...)
						s.Notices[i].Kind = "nothing"
					}
				}
			})
		}},
		{"a dialog is open for ever", WrapUps, "does not end", func() lies {
			return screens(func(id agent.ID, s *Screen) {
				for _, c := range s.Contacts {
					o.is(c.ID, id == "A3" && c.WrapUp != nil)
				}
				if o.of != "" && id == "A3" && s.contact(o.of) == nil {
					s.Contacts = append(append([]Shown{}, s.Contacts...), Shown{ID: o.of, WrapUp: &Dialog{Phase: wrapup.Due}})
				}
			})
		}},
		{"a command is lost and does not come again", Commands, "not given again", func() lies {
			given := 0
			return lies{do: func(c telephony.Command) (bool, error) {
				if o.is(c.Call, c.Verb == telephony.Dial) && c.Verb == telephony.Dial {
					given++
					return given > 1, errors.New("no answer")
				}
				return false, nil
			}}
		}},
		{"an offer is shown long after its time", InTime, "still shown", func() lies {
			return screens(func(id agent.ID, s *Screen) {
				for _, c := range s.Contacts {
					o.is(c.ID, id == "A3")
				}
				if o.of != "" && id == "A3" {
					s.Contacts = append(append([]Shown{}, s.Contacts...), Shown{ID: o.of, Panes: 1, OfferEnds: time.Now().Add(-2 * grace)})
				}
			})
		}},
		{"an agent stays Reserved", InTime, "he is reserved", func() lies {
			return screens(func(id agent.ID, s *Screen) {
				if id == "A3" && s.Status != agent.SignedOut {
					s.Status, s.Contacts = agent.Reserved, nil
				}
			})
		}},
		{"a submit is answered and not done", Durable, "submits", func() lies {
			return lies{answer: func(id agent.ID, q Ask, a Answer) Answer {
				if q.Verb == Submit && a.Outcome != Done {
					a.Outcome = Done
				}
				return a
			}, screen: func(_ agent.ID, s *Screen) {
				for i := range s.Contacts {
					if w := s.Contacts[i].WrapUp; w != nil && w.Phase == wrapup.Due {
						w.Submit, w.Chosen = true, "sold" // pressed too early, and refused
					}
				}
			}}
		}},
		{"an End is answered and not done", Durable, "left as its owner", func() lies {
			return lies{answer: func(id agent.ID, q Ask, a Answer) Answer {
				if o.is(q.Call, q.Action == interaction.Hold && a.Outcome == Done) {
					return a
				}
				return a
			}, screen: func(_ agent.ID, s *Screen) {
				for i := range s.Notices {
					if s.Notices[i].Kind == wrapup.DueNow.String() || s.Notices[i].Kind == wrapup.Completed.String() {
						s.Notices[i].Kind = "nothing"
					}
				}
			}}
		}},
		{"an agent is signed out", Durable, "signed out", func() lies {
			seen := 0
			return screens(func(id agent.ID, s *Screen) {
				if id == "A3" && len(s.Contacts) > 0 {
					if seen++; seen == 9 {
						s.Status = agent.SignedOut
					}
				}
			})
		}},
		{"an answer is none of the contract's", Answers, "what", func() lies {
			return lies{answer: func(id agent.ID, q Ask, a Answer) Answer {
				if o.is(q.Call, q.Action == interaction.Hold) && q.Action == interaction.Hold {
					return Answer{Outcome: Nonsense, Why: "what"}
				}
				return a
			}}
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			o = once{}
			rep := play(t, Config{Seed: 5, Agents: 8, Contacts: 7, For: 90 * time.Second, lie: tc.lie()}, unlasting)
			for _, v := range rep.Violations {
				if v.Equation != tc.equation || !strings.Contains(v.Why, tc.why) {
					continue
				}
				if v.Call != "" {
					text := Playable(v.Story)
					require.NoError(t, callflow.Check(fstest.MapFS{"found.story": {Data: []byte(text)}}), text)
				}
				return
			}
			t.Errorf("not found: %v", rep.Violations)
		})
	}
}

// TestEpochs: a centre that took over gives its commands under a newer epoch,
// or the switch could not tell them from those of the one before.
func TestEpochs(t *testing.T) {
	l := newLedger()
	give := func(centre int, epoch uint64, op telephony.Op) int {
		l.centre = centre
		l.gives(telephony.Command{Call: "c1", Verb: telephony.Dial, Op: op, Epoch: epoch})
		return len(l.found)
	}
	l.arrives("c1", telephony.VoiceMedium, "plain")
	require.Zero(t, give(1, 1, 1))
	require.Zero(t, give(1, 1, 2))
	require.Zero(t, give(3, 2, 1), "a second centre may have been killed on the way")
	require.Equal(t, 1, give(4, 2, 3))
	require.Equal(t, Commands, l.found[0].Equation)
}
