package record

import (
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Interaction is the record of one contact: the contact itself with its
// wrap-ups and variables, what is still to be done about it, and how the last
// presses ended.
type Interaction struct {
	Head
	Seq     uint64 // its place in the order of arrival
	Contact callflow.Contact
	Epoch   uint64    // whose orders the switch is to follow
	At      time.Time // when it was changed last; its clock never goes back
	EndedAt time.Time // when nothing more could come of it; zero before

	Orders  []telephony.Command // the outbox to the switch, in order; an entry goes with the fact that answers it
	Tasks   []Task              // the outbox to agents, in order of N
	Told    uint64              // the N of the newest task there ever was
	Presses []Press             // requests that wait for the switch
	Ended   []Outcome           // how the latest presses ended, oldest first
	Pressed uint64              // the N of the newest press
	Renewed telephony.Op        // how many orders have been given anew under an Op of ours
}

// Task is one thing that an agent is still to be told.
type Task struct {
	N      uint64
	Agent  agent.ID
	Fact   agent.Fact       // NoFact when it is a notice
	Notice *callflow.Notice // nil when it is a fact
}

// Waits is what a press waits for.
type Waits uint8

const (
	ForWish      Waits = iota // its wish to be in flight no more
	ForRecording              // its change of the recording to be in flight no more
	ForTaken                  // the switch to have taken its command
	ForAnswer                 // a fact that answers its command
)

// Press is one request of an agent that waits for the switch.
type Press struct {
	N      uint64
	By     agent.ID
	Action interaction.Action
	To     interaction.Target
	Op     telephony.Op
	Waits  Waits
}

// Result is how a press ended.
type Result uint8

const (
	Done      Result = iota // as it was asked
	Failed                  // the switch would not, for Cause
	Overtaken               // something else came first, for Cause
	Unknown                 // the switch never said (OP-4)
)

// Outcome is a press that has ended.
type Outcome struct {
	N      uint64
	Result Result
	Cause  telephony.Cause
}

// kept is how many outcomes are remembered for those who still wait.
const kept = 4

// inline is how many seats a record holds without another allocation: an
// owner and a consulted party.
const inline = 2

// Clone is a copy to be changed and committed in place of the record.
func (r *Interaction) Clone() *Interaction {
	box := &struct {
		Interaction
		seats [inline]callflow.Seat
	}{Interaction: *r}
	next := &box.Interaction
	next.Contact.Seats = append(box.seats[:0], r.Contact.Seats...)
	next.Orders, next.Tasks = slices.Clip(r.Orders), slices.Clip(r.Tasks)
	next.Presses, next.Ended = slices.Clip(r.Presses), slices.Clip(r.Ended)
	return next
}

// Trim forgets the tasks up to and including n, which have been done.
func (r *Interaction) Trim(n uint64) {
	i := 0
	for i < len(r.Tasks) && r.Tasks[i].N <= n {
		i++
	}
	r.Tasks = r.Tasks[i:]
	if len(r.Tasks) == 0 {
		r.Tasks = nil
	}
}

// Absorb takes what a step has brought about into the outboxes.
func (r *Interaction) Absorb(e *callflow.Effects) {
	for i := range e.Commands {
		c := e.Commands[i]
		c.Epoch = r.Epoch
		if slices.ContainsFunc(r.Orders, func(old telephony.Command) bool { return supersedes(c, old) }) {
			r.Orders = slices.DeleteFunc(slices.Clone(r.Orders), func(old telephony.Command) bool { return supersedes(c, old) })
		}
		r.Orders = append(r.Orders, c)
	}
	for _, a := range e.Agents {
		r.Told++
		r.Tasks = append(r.Tasks, Task{N: r.Told, Agent: a.Agent, Fact: a.Fact})
	}
	for i := range e.Notices {
		n := e.Notices[i]
		if n.To == "" {
			continue
		}
		r.Told++
		r.Tasks = append(r.Tasks, Task{N: r.Told, Agent: n.To, Notice: &n})
	}
}

// supersedes reports whether a new order makes an old one, of which nobody
// knows yet whether it was carried out, pointless: what was to be rung is
// cleared, another arrangement is to be so. It is what keeps a hang-up from
// waiting behind an order that the switch does not answer (OP-8).
func supersedes(c, old telephony.Command) bool {
	switch {
	case old.Verb == telephony.ClearCall:
		return false
	case c.Verb == telephony.ClearCall:
		return true
	case (c.Verb == telephony.Clear || c.Verb == telephony.Reconnect) && rings(old.Verb) && old.Leg == c.Leg:
		return true
	case recording(c.Verb):
		return recording(old.Verb)
	case arranges(c.Verb):
		return arranges(old.Verb) && old.Verb != telephony.Reconnect || old.Verb == telephony.Transfer || old.Verb == telephony.SingleStep
	}
	return false
}

// rings: the order lets the leg that it names be rung or answered.
func rings(v telephony.Verb) bool {
	return v == telephony.Dial || v == telephony.ConsultationCall || v == telephony.Answer
}

// arranges: the order says who is to talk, and rings nobody.
func arranges(v telephony.Verb) bool { return v.Media() && v != telephony.ConsultationCall }

func recording(v telephony.Verb) bool {
	return v == telephony.StartRecording || v == telephony.PauseRecording || v == telephony.ResumeRecording
}

// Answer takes the orders out of the outbox that an event of the switch
// answers: the one that it names, and those about a leg that has gone.
func (r *Interaction) Answer(ev telephony.Event) {
	answered := func(c telephony.Command) bool {
		if ev.Op != 0 && c.Op == ev.Op {
			return true
		}
		return ev.Kind == telephony.Gone && c.Leg == ev.Leg && ev.Leg != 0 && !c.Verb.Media()
	}
	if slices.ContainsFunc(r.Orders, answered) {
		r.Orders = slices.DeleteFunc(slices.Clone(r.Orders), answered)
	}
}

// Settle takes an order out of the outbox to which Do's answer is all there
// is.
func (r *Interaction) Settle(op telephony.Op) {
	r.Answer(telephony.Event{Op: op})
}

// Renew gives an order another operation id, so that it is another command to
// the switch, which took it and never answered: to give it again as it was would
// tell it nothing new. Only what is let go is renewed (OP-8); the ids come from
// the top, where the interaction's own never get to.
func (r *Interaction) Renew(op telephony.Op) {
	r.Orders = slices.Clone(r.Orders)
	for i := range r.Orders {
		if o := &r.Orders[i]; o.Op == op && (o.Verb == telephony.Clear || o.Verb == telephony.ClearCall) {
			o.Op = ^r.Renewed
			r.Renewed++
		}
	}
}

// Clear orders the switch to clear a contact that has ended here and lives on
// there; false when it is ordered already.
func (r *Interaction) Clear() bool {
	if len(r.Orders) > 0 {
		return false
	}
	r.Orders = append(slices.Clip(r.Orders), telephony.Command{Call: r.Contact.ID, Op: ^r.Renewed, Epoch: r.Epoch, Verb: telephony.ClearCall})
	r.Renewed++
	return true
}

// Order is the order with that operation id; false when it has been answered,
// or superseded.
func (r *Interaction) Order(op telephony.Op) (telephony.Command, bool) {
	for _, c := range r.Orders {
		if c.Op == op {
			return c, true
		}
	}
	return telephony.Command{}, false
}

// Press notes a request that waits for the switch, and returns its number.
func (r *Interaction) Press(p Press) uint64 {
	r.Pressed++
	p.N = r.Pressed
	r.Presses = append(r.Presses, p)
	return p.N
}

// Open is the press that waits with the same request; false when none does.
func (r *Interaction) Open(by agent.ID, a interaction.Action, to interaction.Target) (Press, bool) {
	for _, p := range r.Presses {
		if p.By == by && p.Action == a && p.To == to {
			return p, true
		}
	}
	return Press{}, false
}

// Outcome is how a press ended; false while it waits. A press that was
// forgotten, because many came after it, counts as unknown.
func (r *Interaction) Outcome(n uint64) (Outcome, bool) {
	for _, p := range r.Presses {
		if p.N == n {
			return Outcome{}, false
		}
	}
	for _, o := range r.Ended {
		if o.N == n {
			return o, true
		}
	}
	return Outcome{N: n, Result: Unknown}, true
}

// Resolve ends the presses that wait no more after a step, which was brought
// about by ev, by a deadline, or by a request; before is the state before it.
func (r *Interaction) Resolve(before interaction.State, by Input, ev telephony.Event) {
	if len(r.Presses) == 0 {
		return
	}
	var open []Press
	for _, p := range r.Presses {
		if r.waits(p, before) {
			open = append(open, p)
			continue
		}
		o := Outcome{N: p.N, Result: Overtaken}
		switch {
		case by == Deadline:
			o.Result = Unknown
		case by == Asked && p.Action == interaction.Transfer:
			o.Result, o.Cause = Failed, telephony.Declined
		case by == Asked:
		case ev.Kind == telephony.Failed:
			o.Result, o.Cause = Failed, ev.Cause
		case ev.Kind == telephony.Gone && p.Waits != ForTaken: // what it rang may well have gone again
			o.Cause = ev.Cause
		default:
			o.Result = Done
		}
		r.end(o)
	}
	r.Presses = open
}

// Input is what a step was brought about by.
type Input uint8

const (
	Asked    Input = iota // a request
	Reported              // an event of the switch
	Deadline              // a deadline that has passed
)

func (r *Interaction) waits(p Press, before interaction.State) bool {
	s := &r.Contact.State
	switch p.Waits {
	case ForWish:
		return s.InFlight() == p.Action
	case ForRecording:
		return s.RecordingOperation() == p.Op
	}
	_, open := r.Order(p.Op)
	return open
}

// WaitsTaken reports whether a press waits for the switch to take that order.
func (r *Interaction) WaitsTaken(op telephony.Op) bool {
	return slices.ContainsFunc(r.Presses, func(p Press) bool { return p.Waits == ForTaken && p.Op == op })
}

// GiveUp takes an order out of the outbox that is not worth holding up others
// for: nobody knows whether the switch has carried it out, or ever will.
func (r *Interaction) GiveUp(op telephony.Op) {
	r.Settle(op)
	r.finish(op, Unknown)
}

// Taken ends the presses that waited for the switch to take an order.
func (r *Interaction) Taken(op telephony.Op) { r.finish(op, Done) }

func (r *Interaction) finish(op telephony.Op, how Result) {
	i := slices.IndexFunc(r.Presses, func(p Press) bool { return p.Waits == ForTaken && p.Op == op })
	if i < 0 {
		return
	}
	n := r.Presses[i].N
	r.Presses = slices.Delete(slices.Clone(r.Presses), i, i+1)
	r.end(Outcome{N: n, Result: how})
}

func (r *Interaction) end(o Outcome) {
	r.Ended = append(slices.Clip(r.Ended), o)
	if len(r.Ended) > kept {
		r.Ended = r.Ended[len(r.Ended)-kept:]
	}
}
