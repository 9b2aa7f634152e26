package simulator

import (
	"context"
	"math/rand/v2"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// post is what has happened and has not been taken yet: a queue for each call
// and each phone, in order (duty 1).
type post struct {
	twice   bool // everything is told twice
	mixed   bool // Shuffle
	running bool
	wake    chan struct{} // holds one token when there may be something to do
	queues  map[address]*queue
	agenda  agenda[*queue] // each queue but the one that is being told
	ready   []*queue       // of those, what is due, when mixed
}

// address is what events are in order about: a call, or an agent's phone.
type address struct {
	call   telephony.CallID
	device string
}

type queue struct {
	of    address
	told  []told // never empty, but while its only event is being told
	tries int    // how often sink would not have the first one
}

type told struct {
	event  telephony.Event
	due    time.Time
	serial uint64
}

func newPost() post {
	return post{wake: make(chan struct{}, 1), queues: map[address]*queue{}}
}

// tell gives an event to the post, to be told at the earliest when it is due.
func (s *Switch) tell(e telephony.Event, due time.Time) {
	p, of := &s.post, address{e.Call, e.Device}
	if e.Call != "" {
		of.device = ""
	}
	t := told{e, due, s.nextSerial()}
	if q := p.queues[of]; q != nil {
		q.told = append(q.told, t)
	} else {
		q = &queue{of: of, told: []told{t}}
		p.queues[of] = q
		p.agenda.add(due, t.serial, q)
	}
	if p.twice {
		q := p.queues[of]
		q.told = append(q.told, t)
	}
	p.ring()
}

// ring has Run look again.
func (p *post) ring() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

func (p *post) held() int {
	n := 0
	for _, q := range p.queues {
		n += len(q.told)
	}
	return n
}

// mix begins or ends the mixing of calls.
func (p *post) mix(on bool) {
	p.mixed = on
	for _, q := range p.ready {
		p.agenda.add(q.told[0].due, q.told[0].serial, q)
	}
	p.ready = nil
}

// take is the queue whose first event is to be told now, nil for none.
func (p *post) take(now time.Time, random *rand.Rand) *queue {
	if !p.mixed {
		d, _ := p.agenda.take(now)
		return d.what
	}
	for d, ok := p.agenda.take(now); ok; d, ok = p.agenda.take(now) {
		p.ready = append(p.ready, d.what)
	}
	if len(p.ready) == 0 {
		return nil
	}
	i, end := random.IntN(len(p.ready)), len(p.ready)-1
	q := p.ready[i]
	p.ready[i], p.ready[end] = p.ready[end], nil
	p.ready = p.ready[:end]
	return q
}

// back puts a queue back whose first event sink has taken, or would not have:
// then it comes again, after a while that grows to a second.
func (p *post) back(q *queue, taken bool, now time.Time) {
	if p.queues[q.of] != q {
		return // DropEvents, meanwhile
	}
	if !taken {
		pause := time.Millisecond << min(q.tries, 10)
		q.tries++
		p.agenda.add(now.Add(pause), q.told[0].serial, q)
		return
	}
	q.told, q.tries = q.told[1:], 0
	if len(q.told) == 0 {
		delete(p.queues, q.of)
		return
	}
	p.agenda.add(q.told[0].due, q.told[0].serial, q)
}

// Run tells what happens until ctx ends, and returns its error then. It returns
// ErrLink when the connection is cut, and ErrRunning when it runs already. What
// sink has not taken comes again, and is kept until Run is called again.
func (s *Switch) Run(ctx context.Context, sink func(telephony.Event) error) error {
	leave := s.enter()
	busy := s.post.running
	s.post.running = true
	if !busy {
		s.post.afresh()
	}
	leave()
	if busy {
		return ErrRunning
	}
	defer func() {
		s.mu.Lock()
		s.post.running = false
		s.mu.Unlock()
	}()
	alarm := time.NewTimer(time.Hour)
	defer alarm.Stop()
	for ctx.Err() == nil {
		q, e, by, err := s.turn()
		if err != nil {
			return err
		}
		if q != nil {
			s.deliver(q, e, sink)
			continue
		}
		var rings <-chan time.Time
		if !by.IsZero() {
			alarm.Reset(time.Until(by))
			rings = alarm.C
		}
		select {
		case <-ctx.Done():
		case <-s.post.wake:
		case <-rings:
		}
	}
	return ctx.Err()
}

// turn is what Run does next: tell a queue's first event, or wait until by, the
// zero time for as long as it takes.
func (s *Switch) turn() (q *queue, e telephony.Event, by time.Time, err error) {
	defer s.enter()()
	if s.down {
		return nil, e, by, ErrLink
	}
	if q = s.post.take(time.Now(), s.random); q != nil {
		return q, q.told[0].event, by, nil
	}
	by, ok := s.post.agenda.first()
	if at, also := s.later.first(); also && (!ok || at.Before(by)) {
		by = at
	}
	return nil, e, by, nil
}

// deliver tells a queue's first event, with no lock held (duty 18). Where sink
// panics it has not taken the event.
func (s *Switch) deliver(q *queue, e telephony.Event, sink func(telephony.Event) error) {
	taken := false
	defer func() {
		defer s.enter()()
		if taken {
			s.count.Told++
		}
		s.post.back(q, taken, time.Now())
	}()
	taken = sink(e) == nil
}

// afresh lets what the last Run could not get rid of be told at once: who listens
// now is not the one who would not have it.
func (p *post) afresh() {
	p.agenda, p.ready = agenda[*queue]{}, nil
	for _, q := range p.queues {
		q.tries = 0
		p.agenda.add(q.told[0].due, q.told[0].serial, q)
	}
}

// lose forgets everything.
func (p *post) lose() {
	p.queues, p.agenda, p.ready = map[address]*queue{}, agenda[*queue]{}, nil
}
