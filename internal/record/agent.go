package record

import (
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Agent is the record of one agent: his state, for what he is reserved, and
// what he has been told and not acknowledged.
type Agent struct {
	Head
	State    agent.State
	Joined   uint64 // when he signed in first, among all: breaks ties between those who have been free as long
	At       time.Time
	Reserved []Reservation
	Seen     []Seen
	Notices  []Numbered // not acknowledged, oldest first
	Told     uint64     // the number of the newest notice there ever was
}

// Reservation holds an agent for an interaction that has not named him yet.
type Reservation struct {
	Call    telephony.CallID
	Channel agent.Channel
	Until   time.Time
	Before  agent.State // as he was
}

// Seen is the newest task of an interaction that the agent's record has taken
// in, so that one that is told again is not counted twice.
type Seen struct {
	Call telephony.CallID
	N    uint64
}

// Numbered is a notice with its number, from 1, without gaps.
type Numbered struct {
	N  uint64
	At time.Time
	callflow.Notice
}

// Clone is a copy to be changed and committed in place of the record.
func (a *Agent) Clone() *Agent {
	next := *a
	next.Reserved, next.Seen, next.Notices = slices.Clip(a.Reserved), slices.Clip(a.Seen), slices.Clip(a.Notices)
	return &next
}

// Take takes in what of an interaction's outbox is for the agent, who is id, each
// task once. It reports whether there was anything new.
func (a *Agent) Take(now time.Time, call telephony.CallID, id agent.ID, tasks []Task, out *agent.Output) bool {
	i := slices.IndexFunc(a.Seen, func(s Seen) bool { return s.Call == call })
	seen := uint64(0)
	if i >= 0 {
		seen = a.Seen[i].N
	}
	last := seen
	for _, t := range tasks {
		if t.N <= seen || t.Agent != id {
			continue
		}
		last = t.N
		switch {
		case t.Notice != nil:
			a.Told++
			a.Notices = append(a.Notices, Numbered{N: a.Told, At: now, Notice: *t.Notice})
		case t.Fact.What == agent.Offered && a.release(call): // counted when he was reserved
		default:
			a.State = a.State.Fact(now, t.Fact, out)
		}
	}
	if last == seen {
		return false
	}
	a.Seen = slices.Clone(a.Seen)
	if i >= 0 {
		a.Seen[i].N = last
	} else {
		a.Seen = append(a.Seen, Seen{call, last})
	}
	return true
}

// Reserve holds the agent for an interaction: he counts as offered from now.
func (a *Agent) Reserve(now time.Time, r Reservation, out *agent.Output) {
	r.Before = a.State
	a.Reserved = append(a.Reserved, r)
	a.State = a.State.Fact(now, agent.Fact{What: agent.Offered, Channel: r.Channel}, out)
}

// Release gives up a reservation that came to nothing; false when there is
// none. Where nothing else has happened to him meanwhile it has not been: he
// keeps his place among those who wait for a contact.
func (a *Agent) Release(now time.Time, call telephony.CallID, out *agent.Output) bool {
	i := slices.IndexFunc(a.Reserved, func(r Reservation) bool { return r.Call == call })
	if i < 0 {
		return false
	}
	ch, before := a.Reserved[i].Channel, a.Reserved[i].Before
	a.release(call)
	if reserved := before.Fact(a.State.Since(), agent.Fact{What: agent.Offered, Channel: ch}, out); reserved == a.State {
		a.State = before
		return true
	}
	a.State = a.State.Fact(now, agent.Fact{What: agent.Released, Channel: ch, Unanswered: true}, out)
	return true
}

func (a *Agent) release(call telephony.CallID) bool {
	i := slices.IndexFunc(a.Reserved, func(r Reservation) bool { return r.Call == call })
	if i < 0 {
		return false
	}
	a.Reserved = slices.Delete(slices.Clone(a.Reserved), i, i+1)
	return true
}

// Forget drops what was kept for interactions that are there no more.
func (a *Agent) Forget(gone func(telephony.CallID) bool) {
	if slices.ContainsFunc(a.Seen, func(s Seen) bool { return gone(s.Call) }) {
		a.Seen = slices.DeleteFunc(slices.Clone(a.Seen), func(s Seen) bool { return gone(s.Call) })
	}
}

// Acknowledge drops the notices up to and including n; false when that is none.
func (a *Agent) Acknowledge(n uint64) bool {
	i := 0
	for i < len(a.Notices) && a.Notices[i].N <= n {
		i++
	}
	a.Notices = a.Notices[i:]
	return i > 0
}

// maxNotices bounds what an agent's notices hold in bytes: a record has a limit.
const maxNotices = 256 << 10

// Bound drops the oldest notices, so that at most so many are kept; fewer, when
// they are long.
func (a *Agent) Bound(limit int) {
	if over := len(a.Notices) - limit; over > 0 {
		a.Notices = a.Notices[over:]
	}
	size, i := 0, len(a.Notices)
	for ; i > 0 && size <= maxNotices; i-- {
		n := &a.Notices[i-1]
		size += len(n.Kind) + len(n.About) + len(n.Contact) + 128
		if c := n.Conflict; c != nil {
			size += len(c.Variable) + len(c.Label) + len(c.Base) + len(c.Mine) + len(c.Theirs)
		}
	}
	if size > maxNotices && i < len(a.Notices)-1 {
		a.Notices = a.Notices[i+1:]
	}
}

// Deadline is when the first reservation ends.
func (a *Agent) Deadline() (by time.Time, ok bool) {
	for _, r := range a.Reserved {
		if !ok || r.Until.Before(by) {
			by, ok = r.Until, true
		}
	}
	return by, ok
}
