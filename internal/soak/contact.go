package soak

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// contact is what is known from outside of one contact, from its first moment
// until it is over and nobody's desk shows it.
type contact struct {
	id      telephony.CallID
	queue   string
	medium  telephony.Medium
	outdial bool
	began   time.Time
	told    bool      // the centre has taken that it is there
	lost    bool      // that was lost on the line, and only the customer can end it
	handed  bool      // it was handed to somebody outside: those who talk end it
	over    time.Time // when it was seen that the switch has it no more; zero: it has
	quiet   time.Time // since when it is over and on no desk
	acts    []act
	centre  int // which centre has given the last command, and under which epoch
	epoch   uint64
	ops     map[telephony.Op]*op
	parts   map[agent.ID]*part
	plans   map[planKey]*plan
}

// act is something that happened to a contact, as a line of a story.
type act struct {
	at   time.Time
	line string
}

// part is one agent's part in a contact, by what his desk says.
type part struct {
	panes   bool // his desk shows it
	dialog  bool // and the dialog of a wrap-up that is due
	since   time.Time
	due     int  // wrap-ups that he has been told are due
	done    int  // and completed
	waiting bool // he has submitted before it was due
	ended   int  // leavings as its owner that were answered with done
	submits int  // submits that were answered with done
}

// op is one command for the switch.
type op struct {
	verb     telephony.Verb
	last     time.Time // when it was given last
	taken    bool
	refused  bool
	answered bool // an event told what came of it
}

// alone: the answer of Do is all there is (duty "What comes of each command").
func alone(v telephony.Verb) bool {
	switch v {
	case telephony.Mute, telephony.Unmute, telephony.SendDigits, telephony.SetNoiseReduction:
		return true
	}
	return false
}

func newContact(id telephony.CallID, now time.Time) *contact {
	return &contact{id: id, began: now, ops: map[telephony.Op]*op{}, parts: map[agent.ID]*part{}, plans: map[planKey]*plan{}}
}

func (c *contact) part(id agent.ID, now time.Time) *part {
	p := c.parts[id]
	if p == nil {
		p = &part{since: now}
		c.parts[id] = p
	}
	return p
}

func (c *contact) say(now time.Time, format string, args ...any) {
	c.acts = append(c.acts, act{now, fmt.Sprintf(format, args...)})
}

// shown: somebody's desk shows it.
func (c *contact) shown() bool {
	for _, p := range c.parts {
		if p.panes || p.dialog {
			return true
		}
	}
	return false
}

// chance is what is random about one thing, the same in every run of a seed
// whatever else happens.
func chance(seed uint64, of string, n uint64) *rand.Rand {
	h := uint64(14695981039346656037)
	for i := range len(of) {
		h = (h ^ uint64(of[i])) * 1099511628211
	}
	return rand.New(rand.NewPCG(seed, h^n*0x9e3779b97f4a7c15))
}

// between is a time from a to b.
func between(r *rand.Rand, a, b time.Duration) time.Duration {
	return a + time.Duration(r.Int64N(int64(b-a)))
}
