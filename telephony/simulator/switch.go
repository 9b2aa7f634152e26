package simulator

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Config says what kind of switch it is. Its zero value is one that can do
// everything, at once, for any number of calls.
type Config struct {
	// Seed is where everything random comes from.
	Seed uint64

	// Capabilities is what the switch can do; nil is everything.
	Capabilities *telephony.Capabilities

	// MaxCalls is how many concurrent calls there may be; 0 or less is no
	// limit. A contact counts for one while anybody is connected or rung, and
	// for another while somebody is consulted. Over it, a consultation, a blind
	// transfer to a person and a call that the host places are rejected with
	// LimitReached (CBK-7). Calls of customers come in all the same, and digital
	// contacts do not count.
	MaxCalls int

	// Delay is how long after it has happened an event is told: between half
	// and one and a half times as long, by chance. 0 is at once.
	Delay time.Duration
}

var (
	// ErrNoCall: the switch has no such contact.
	ErrNoCall = errors.New("simulator: no such call")

	// ErrNoLeg: there is nobody at that leg, not yet or not any more.
	ErrNoLeg = errors.New("simulator: nobody there")

	// ErrPhone: the phone is there, and this cannot be done with it as it is:
	// answered twice, or held while it rings.
	ErrPhone = errors.New("simulator: the phone is not so")

	// ErrUsed: the id of a contact that arrives has been used before.
	ErrUsed = errors.New("simulator: call id in use")

	// ErrLink: the connection to the switch is cut (Drop).
	ErrLink = errors.New("simulator: the connection is cut")

	// ErrLost: nobody knows whether the command was carried out (LoseAnswer,
	// LoseCommand).
	ErrLost = errors.New("simulator: no answer")

	// ErrRunning: Run runs already.
	ErrRunning = errors.New("simulator: running already")

	// ErrNothingWaits: no command waits for Next.
	ErrNothingWaits = errors.New("simulator: nothing waits")

	// ErrInvalid marks a word or a value that means nothing here.
	ErrInvalid = errors.New("simulator: invalid")
)

// PhoneError is something that a person could not do. It wraps ErrNoCall,
// ErrNoLeg or ErrPhone.
type PhoneError struct {
	Call  telephony.CallID
	Leg   telephony.Leg
	State telephony.LegState // how far the leg has come
	Err   error
}

// Error is "simulator: nobody there: call c1 leg 3 gone".
func (e *PhoneError) Error() string {
	return fmt.Sprintf("%v: call %s leg %d %v", e.Err, e.Call, e.Leg, e.State)
}

// Unwrap is the sentinel.
func (e *PhoneError) Unwrap() error { return e.Err }

// Count is what a switch has had to do since it was made. Of the commands,
//
//	Taken + Again + Rejected + Lost
//
// is how often Do was called while the connection was up and its context had
// not ended, and Done + Failed + Open is Taken.
type Count struct {
	Taken    int // commands that were taken
	Again    int // those that had been taken before, by their Op (duty 4)
	Rejected int // refused by Do: rejected or unsupported
	Lost     int // never reached the switch: LoseCommand and Block
	Done     int // of those taken: carried out
	Failed   int // of those taken: came to nothing, and told so by Failed
	Open     int // of those taken: they wait, are late, or have been forgotten
	Told     int // events that sink has taken
	Held     int // events that nobody has taken yet
}

// Switch is a telephone system in memory, a telephony.Adapter. It is safe for
// concurrent use. Make it with New.
type Switch struct {
	mu     sync.Mutex
	cfg    Config
	can    telephony.Capabilities
	random *rand.Rand
	serial uint64 // of whatever has to keep an order
	load   int    // concurrent calls (CBK-7)
	calls  map[telephony.CallID]*call
	over   []*call // those whose last leg has gone, oldest first
	later  agenda[*order]
	post   post
	faults []Fault
	slow   bool
	waits  []*order // of a slow switch, oldest first
	down   bool
	count  Count
}

var _ telephony.Adapter = (*Switch)(nil)

// New makes a switch that has no contacts.
func New(cfg Config) *Switch {
	s := &Switch{cfg: cfg, can: telephony.All, calls: map[telephony.CallID]*call{},
		random: rand.New(rand.NewPCG(cfg.Seed, cfg.Seed)), post: newPost()}
	if cfg.Capabilities != nil {
		s.can = *cfg.Capabilities
	}
	return s
}

// Capabilities is what the switch can do, as its Config says.
func (s *Switch) Capabilities() telephony.Capabilities { return s.can }

// Count is what there has been to do so far, as the switch itself has counted.
func (s *Switch) Count() Count {
	defer s.enter()()
	n := s.count
	n.Open = n.Taken - n.Done - n.Failed
	n.Held = s.post.held()
	return n
}

// enter locks the switch, with everything done that was due by now. It returns
// what unlocks it.
func (s *Switch) enter() func() {
	s.mu.Lock()
	s.catchUp(time.Now())
	return s.mu.Unlock
}

// nextSerial is one more than the last.
func (s *Switch) nextSerial() uint64 {
	s.serial++
	return s.serial
}

// spread is how long after something has happened it is told.
func (s *Switch) spread() time.Duration {
	if s.cfg.Delay <= 0 {
		return 0
	}
	return s.cfg.Delay/2 + time.Duration(s.random.Int64N(int64(s.cfg.Delay)+1))
}
