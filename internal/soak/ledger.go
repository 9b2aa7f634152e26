package soak

import (
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// ledger is what has been seen from outside. It is safe for concurrent use.
type ledger struct {
	mu       sync.Mutex
	contacts map[telephony.CallID]*contact
	retired  map[telephony.CallID]*contact // over, and everything added up; nil after a while
	seats    map[agent.ID]*seat
	total    Totals
	marks    []act // kills and cuts of the line, which befall everybody
	found    []Violation
	seen     map[string]bool // what has been found once already
	centre   int             // how many centres there have been
	wrapped  int             // wrap-ups that were completed, as soon as somebody reads so
	lie      lies
}

// Totals are the sums of a soak.
type Totals struct {
	Offered  int // contacts that came, and calls that agents placed
	Ended    int // of those, the switch has no more
	Live     int // of those, it has
	Outdials int // how many were placed by agents
	Lost     int // arrivals that were lost on the line to the centre: their customers give up

	Owed, Submitted, Open int // wrap-ups

	Given     int // commands to the switch, each once
	Refused   int // of those, certainly not carried out
	Unsettled int // of those, nobody knows, and the call ended or it was given up
	Taken     int // of those, taken
	Answered  int // of those taken: an event told
	Alone     int // there is no more to tell of it than that it was taken
	Settled   int // the line, a fault or the end of the call ate the answer; what is so was asked of the switch

	Notices int
	Presses map[Outcome]int
	Kills   int
	Longest time.Duration // how long a centre took until it could be asked, at most
}

// lies are what a test has the reader believe, to see that the balance finds it.
type lies struct {
	screen func(agent.ID, *Screen)                           // before it is read
	do     func(telephony.Command) (unnoted bool, err error) // a command that never reaches the switch
	live   func([]telephony.Live) []telephony.Live           // what the switch has
	answer func(agent.ID, Ask, Answer) (swap Answer)         // what the centre answers
}

func newLedger() *ledger {
	return &ledger{contacts: map[telephony.CallID]*contact{}, retired: map[telephony.CallID]*contact{}, seats: map[agent.ID]*seat{},
		seen: map[string]bool{}, total: Totals{Presses: map[Outcome]int{}}}
}

// with does something with a contact that is still followed.
func (l *ledger) with(id telephony.CallID, do func(now time.Time, c *contact)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if c := l.contacts[id]; c != nil {
		do(time.Now(), c)
	}
}

// say adds a line to a contact's story.
func (l *ledger) say(id telephony.CallID, format string, args ...any) {
	l.with(id, func(now time.Time, c *contact) { c.say(now, format, args...) })
}

// mark notes what befalls everybody.
func (l *ledger) mark(line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.marks = append(l.marks, act{time.Now(), line})
}

// arrives notes that a customer comes.
func (l *ledger) arrives(id telephony.CallID, medium telephony.Medium, queue string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	c := newContact(id, time.Now())
	c.queue, c.medium = queue, medium
	verb := [...]string{"calls", "chats with", "mails", "messages"}[medium]
	c.say(c.began, "%s %s %s", id, verb, queue)
	l.contacts[id] = c
	l.total.Offered++
}

// events are lost with the line: whoever has arrived and not been told of, the
// centre can never know.
func (l *ledger) eventsLost() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, c := range l.contacts {
		if !c.told && !c.outdial {
			c.lost = true
		}
	}
}

// gives notes that a command is on its way to the switch.
func (l *ledger) gives(cmd telephony.Command) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	c := l.contacts[cmd.Call]
	if c == nil {
		if _, was := l.retired[cmd.Call]; was || cmd.Verb != telephony.Dial {
			return
		}
		c = newContact(cmd.Call, now)
		c.outdial, c.told = true, true
		c.say(now, "# %s dials: the call is %s", cmd.To.Address, c.id)
		l.contacts[cmd.Call] = c
		l.total.Offered++
		l.total.Outdials++
	}
	if l.centre > c.centre && c.centre > 0 && cmd.Epoch <= c.epoch || cmd.Epoch < c.epoch {
		l.finds(Violation{Equation: Commands, Call: c.id, Why: sprint("centre %d gives %v under epoch %d, after centre %d under epoch %d (telephony's duty 5)",
			l.centre, cmd.Verb, cmd.Epoch, c.centre, c.epoch)})
	}
	c.centre, c.epoch = l.centre, cmd.Epoch
	o := c.ops[cmd.Op]
	if o == nil {
		o = &op{verb: cmd.Verb}
		c.ops[cmd.Op] = o
	}
	o.last = now
	c.say(now, "# the switch is told: %v, leg %d, op %d", cmd.Verb, cmd.Leg, cmd.Op)
}

// answers notes what Do answered.
func (l *ledger) answers(cmd telephony.Command, err error, certain bool) {
	l.with(cmd.Call, func(now time.Time, c *contact) {
		o := c.ops[cmd.Op]
		switch {
		case o == nil:
		case err == nil:
			o.taken = true
		case certain:
			o.refused = true
			c.say(now, "# the switch refuses %s: %v", cmd.Verb, err)
		default:
			c.say(now, "# nobody knows what came of %s: %v", cmd.Verb, err)
		}
	})
}

// told notes that the centre has taken an event.
func (l *ledger) told(e telephony.Event) {
	l.with(e.Call, func(now time.Time, c *contact) {
		if e.Kind == telephony.Incoming {
			c.told = true
		}
		c.say(now, "# it tells: %v, leg %d, op %d", e.Kind, e.Leg, e.Op)
		if o := c.ops[e.Op]; e.Op != 0 && o != nil {
			o.answered = true
		}
	})
}

// switchHas notes which contacts the switch has at this moment.
func (l *ledger) switchHas(live []telephony.Live) {
	if l.lie.live != nil {
		live = l.lie.live(live)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	there := make(map[telephony.CallID]bool, len(live))
	for _, one := range live {
		there[one.Call] = true
	}
	for id, c := range l.contacts {
		switch {
		case there[id]:
			c.over = time.Time{}
		case c.over.IsZero() && now.Sub(c.began) > time.Second: // else it may be just being placed
			c.over = now
		}
	}
}
