package telephonytest

import (
	"errors"
	"sync"
	"sync/atomic"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

var errNotTaken = errors.New("telephonytest: the event was not taken")

// obstacle is a sink that stops at the first event of one kind until the case
// lets it go on.
type obstacle struct {
	g    *game
	kind telephony.EventKind
	met  chan struct{} // closed when that event came
	pass chan struct{} // closed when the sink may go on
	free func()        // closes pass, also when the case ends before its time
}

func (g *game) obstacle(k telephony.EventKind) *obstacle {
	o := &obstacle{g: g, kind: k, met: make(chan struct{}), pass: make(chan struct{})}
	o.free = sync.OnceFunc(func() { close(o.pass) })
	g.free = o.free
	return o
}

// refusing refuses the event three times, the first time after a while.
func (g *game) refusing(k telephony.EventKind) *obstacle {
	o := g.obstacle(k)
	var n atomic.Int32
	g.judge(func(e telephony.Event) error {
		if e.Kind != k {
			return nil
		}
		switch n.Add(1) {
		case 1:
			close(o.met)
			<-o.pass
			return errNotTaken
		case 2, 3:
			return errNotTaken
		}
		return nil
	})
	return o
}

// slow takes the event, after a while.
func (g *game) slow(k telephony.EventKind) *obstacle {
	o := g.obstacle(k)
	once := sync.OnceFunc(func() { close(o.met); <-o.pass })
	g.judge(func(e telephony.Event) error {
		if e.Kind == k {
			once()
		}
		return nil
	})
	return o
}

// meanwhile does something while the sink stands at the event.
func (o *obstacle) meanwhile(act func()) {
	defer o.free()
	if _, in := within(o.met, o.g.patience); !in {
		o.g.broken(3, "in %v nobody told: %v", o.g.patience, o.kind)
	}
	o.g.note("the sink does not return from " + o.kind.String() + " yet")
	act()
}
