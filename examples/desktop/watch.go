package main

import (
	"context"
	"sync"
)

// watch lets the bell ring when an agent's own state changes, while anybody
// looks at the panel.
type watch struct {
	mu      sync.Mutex
	lookers int
	end     context.CancelFunc
}

// begin counts one who looks; what it gives back is called when he looks no more.
func (h *watch) begin(w *world) func() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.lookers++; h.lookers == 1 {
		var ctx context.Context
		ctx, h.end = context.WithCancel(context.Background())
		for _, a := range w.agents {
			go func() {
				for range w.center.Desk(a.ID).Views(ctx) {
					w.changed.ring()
				}
			}()
		}
	}
	return func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		if h.lookers--; h.lookers == 0 {
			h.end()
		}
	}
}
