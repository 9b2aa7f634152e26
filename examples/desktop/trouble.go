package main

import (
	"sync/atomic"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// trouble is what is about to go wrong, for the panel.
type trouble struct {
	Slow    bool `json:"slow"`    // the switch does nothing until it is told to
	Waiting int  `json:"waiting"` // commands that wait in a slow switch
	Down    bool `json:"down"`    // the connection to the switch is cut (OP-4)
	Save    bool `json:"save"`    // the next save fails (CAD-9)
	Fetch   bool `json:"fetch"`   // the next secure value is not fetched (CAD-3)
	Lists   bool `json:"lists"`   // the lists are not fetched (CON-7)
}

// trouble is as it stands. The caller holds the lock.
func (w *world) trouble() trouble {
	return trouble{Slow: w.slow, Waiting: len(w.sw.Waiting()), Down: w.down, Save: w.badSave.Load(), Fetch: w.badFetch.Load(), Lists: w.badLists.Load()}
}

// troubles is what can be brought about, by its word in the address.
var troubles = map[string]func(*world) error{
	"slow":   func(w *world) error { w.slowly(true); return nil },
	"quick":  func(w *world) error { w.slowly(false); return nil },
	"down":   func(w *world) error { w.cut(true); return nil },
	"up":     func(w *world) error { w.cut(false); return nil },
	"next":   func(w *world) error { return w.sw.Next(simulator.Obey, telephony.NoCause) },
	"refuse": func(w *world) error { return w.sw.Next(simulator.RefuseLater, telephony.NoCause) },
	"forget": func(w *world) error { return w.sw.Next(simulator.Silence, telephony.NoCause) },
	"save":   arm(func(w *world) *atomic.Bool { return &w.badSave }),
	"fetch":  arm(func(w *world) *atomic.Bool { return &w.badFetch }),
	"lists":  arm(func(w *world) *atomic.Bool { return &w.badLists }),
	"reject-next": func(w *world) error {
		w.sw.Inject(simulator.Fault{Do: simulator.Reject, Cause: telephony.Refused})
		return nil
	},
	"heal": func(w *world) error {
		w.sw.Heal()
		w.slowly(false)
		w.cut(false)
		w.badSave.Store(false)
		w.badFetch.Store(false)
		w.badLists.Store(false)
		return nil
	},
}

// arm turns one failure on, or off again.
func arm(which func(*world) *atomic.Bool) func(*world) error {
	return func(w *world) error {
		b := which(w)
		b.Store(!b.Load())
		return nil
	}
}

func (w *world) slowly(on bool) {
	w.mu.Lock()
	w.slow = on
	w.mu.Unlock()
	w.sw.Slow(on)
}

// cut takes the connection to the switch away, or gives it back. People go on
// meanwhile: what a desk shows is what was known last, until somebody can say.
func (w *world) cut(on bool) {
	w.mu.Lock()
	w.down = on
	w.mu.Unlock()
	if on {
		w.sw.Drop()
	} else {
		w.sw.Restore()
	}
}
