package callcontrol

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// kick lets somebody work on the orders of an interaction's outbox, if there is
// anything to do and nobody does. One call's orders run in order, by one worker
// at a time; a call without any has no goroutine.
func (c *Center) kick(k *call) {
	k.mu.Lock()
	working, wake := c.mayWork(k)
	k.mu.Unlock()
	c.wakeAt(k, wake)
	if working {
		go c.work(k)
	}
}

// mayWork reports whether there are orders to be given now and nobody is at
// work on them; who is told so has to be. Else it says when to look again. The
// caller holds the lock.
func (c *Center) mayWork(k *call) (yes bool, wake time.Time) {
	if k.working || k.rec == nil || len(k.rec.Orders) == 0 || !c.running.Load() || c.life.Err() != nil {
		return false, wake
	}
	_, yes, wake = k.order(c.now())
	if yes {
		k.working = true
		c.workers.Add(1)
	}
	return yes, wake
}

// order is what the switch is to be told next, or else when to look again.
// Nothing is given before what came before it has been taken. The caller holds
// the lock.
func (k *call) order(now time.Time) (o telephony.Command, ok bool, wake time.Time) {
	r := k.rec
	if r == nil {
		return o, false, wake
	}
	k.sent = slices.DeleteFunc(k.sent, func(s sent) bool { _, open := r.Order(s.op); return !open })
	for _, o := range r.Orders {
		i := slices.IndexFunc(k.sent, func(s sent) bool { return s.op == o.Op })
		if i < 0 || !k.sent[i].again.After(now) {
			return o, true, wake
		}
		if wake.IsZero() || k.sent[i].again.Before(wake) {
			wake = k.sent[i].again
		}
		if !k.sent[i].taken {
			break
		}
	}
	return o, false, wake
}

// work gives the switch one order after the other until nothing is left to do
// now.
func (c *Center) work(k *call) {
	defer c.workers.Done()
	for {
		k.mu.Lock()
		o, ok, wake := k.order(c.now())
		if !ok || c.life.Err() != nil {
			k.working = false
			k.mu.Unlock()
			c.wakeAt(k, wake)
			return
		}
		try := k.tries(o.Op) + 1
		k.mu.Unlock()
		err := c.give(o, try)
		taken := err == nil
		certain := taken || errors.Is(err, telephony.ErrRejected) || errors.Is(err, telephony.ErrUnsupported)
		if c.life.Err() != nil && !certain {
			continue
		}
		k.mu.Lock()
		i := slices.IndexFunc(k.sent, func(s sent) bool { return s.op == o.Op })
		if i < 0 {
			i = len(k.sent)
			k.sent = append(k.sent, sent{op: o.Op})
		}
		s := &k.sent[i]
		s.taken = taken
		s.again = c.now().Add(backoff(s.tries))
		if taken {
			s.again = c.now().Add(unanswered << min(s.tries, 5))
			s.takings++
		}
		s.tries++
		in := input{op: o.Op}
		insists := certain && !taken && (o.Verb == telephony.Clear || o.Verb == telephony.ClearCall) && s.tries < insistent
		s.taken = s.taken || insists // nobody waits behind it
		switch {
		case s.tries < 3:
		case s.takings >= 3 && (o.Verb == telephony.Clear || o.Verb == telephony.ClearCall):
			in.kind = renewing
		case !certain && passes(o.Verb):
			in.kind = forgoing
		}
		k.mu.Unlock()
		if in.kind != 0 {
			if err := c.step(k, &in); err != nil {
				c.log.Error(EventNotSettled, "call", k.id, "op", o.Op, "error", err)
			}
			continue
		}
		switch {
		case taken:
			c.taken(k, o)
		case insists:
			c.log.Warn(EventUnanswered, "call", k.id, "op", o.Op, "verb", o.Verb.String(), "error", hosts("the adapter", err))
		case certain:
			c.refused(k, o, err)
		default:
			c.log.Warn(EventUnanswered, "call", k.id, "op", o.Op, "verb", o.Verb.String(), "error", err)
		}
	}
}

// insistent is how often a switch may refuse to let somebody go before it is
// believed: who leaves has left (OP-8), and a line that nobody has on his desk is
// to be cleared all the same.
const insistent = 6

// passes: the order passes through, no event answers it, and nobody's call
// depends on it (OP-7, NR-2).
func passes(v telephony.Verb) bool {
	switch v {
	case telephony.Mute, telephony.Unmute, telephony.SendDigits, telephony.SetNoiseReduction:
		return true
	}
	return false
}

// unanswered is how long after it was taken an order without an answer is given
// again (OP-8), longer each time. The switch does not do it twice (telephony's
// duty 4).
const unanswered = 10 * time.Second

// give gives the switch an order. An adapter that does not answer in time is
// left alone with it: the answer is unknown then.
func (c *Center) give(o telephony.Command, try int) error {
	o.Epoch = c.epoch
	began := time.Now()
	err := c.tellSwitch(o)
	outcome := "unknown"
	switch {
	case err == nil:
		outcome = "taken"
	case errors.Is(err, telephony.ErrRejected), errors.Is(err, telephony.ErrUnsupported):
		outcome = "refused"
	}
	c.metrics.command(o.Verb.String(), outcome, time.Since(began))
	if c.tracing() {
		c.log.Debug(EventCommand, "call", o.Call, "op", o.Op, "verb", o.Verb.String(), "try", try, "outcome", outcome)
	}
	return err
}

func (c *Center) tellSwitch(o telephony.Command) error {
	ctx, cancel := context.WithTimeout(c.life, c.cfg.Limits.Patience)
	defer cancel()
	answer := make(chan error, 1)
	go func() { answer <- guard("the adapter", func() error { return c.cfg.Adapter.Do(ctx, o) }) }()
	select {
	case err := <-answer:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-answer:
		return err
	default:
		return ctx.Err()
	}
}

// taken: the switch has taken the order. Where no event answers it that is all
// there is; where somebody waits for just this he is told.
func (c *Center) taken(k *call, o telephony.Command) {
	settled, waits := passes(o.Verb), false
	k.read(func(r *record.Interaction) { waits = r.WaitsTaken(o.Op) })
	if !settled && !waits {
		return
	}
	if err := c.step(k, &input{kind: taking, op: o.Op, settled: settled}); err != nil {
		c.log.Error(EventNotSettled, "call", k.id, "op", o.Op, "error", err)
	}
}

// refused: the switch will certainly not carry the order out.
func (c *Center) refused(k *call, o telephony.Command, err error) {
	cause := telephony.Refused
	var no *telephony.Rejection
	if errors.As(err, &no) && no.Cause != telephony.NoCause {
		cause = no.Cause
	}
	ev := telephony.Event{Call: k.id, Kind: telephony.Failed, Op: o.Op, Leg: o.Leg, Cause: cause}
	if err := c.report(k, ev); err != nil {
		c.log.Error(EventRefusalLost, "call", k.id, "op", o.Op, "cause", cause.String(), "error", err)
	}
}
