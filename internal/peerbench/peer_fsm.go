package main

import (
	"context"
	"errors"

	"github.com/looplab/fsm"
)

var errGuard = errors.New("the guard says no")

// events is the table as looplab/fsm takes it: made once, for every machine.
var events = func() []fsm.EventDesc {
	var all []fsm.EventDesc
	for _, m := range moves {
		d := fsm.EventDesc{Name: triggerWords[m.on], Dst: stateWords[m.to]}
		for _, from := range m.from {
			d.Src = append(d.Src, stateWords[from])
		}
		all = append(all, d)
	}
	return all
}()

// guards are looplab's: a callback before the event that may cancel it.
func guards(c *call) fsm.Callbacks {
	all := fsm.Callbacks{}
	for _, m := range moves {
		if m.need != 0 {
			all["before_"+triggerWords[m.on]] = func(_ context.Context, e *fsm.Event) {
				if !c.may(m.need) {
					e.Cancel(errGuard)
				}
			}
		}
	}
	return all
}

func newFSM(c *call) *fsm.FSM { return fsm.NewFSM(stateWords[waiting], events, guards(c)) }

func fire(f *fsm.FSM, i int) error { return f.Event(context.Background(), triggerWords[lifeOf[i]]) }

func current(f *fsm.FSM) string {
	if is := f.Current(); is != stateWords[consultRinging] {
		return is
	}
	return stateWords[requested]
}

// reusedFSM is one machine that is set back for the next call.
type reusedFSM struct {
	call call
	f    *fsm.FSM
}

func newReusedFSM() (machine, error) {
	m := &reusedFSM{}
	m.f = newFSM(&m.call)
	return m, nil
}

func (m *reusedFSM) begin() error {
	m.call = newCall
	m.f.SetState(stateWords[waiting])
	return nil
}

func (m *reusedFSM) step(i int) error { return fire(m.f, i) }

func (m *reusedFSM) state() string { return current(m.f) }

// fsmPerCall is a machine for each call.
type fsmPerCall struct {
	f *fsm.FSM
}

func (m *fsmPerCall) begin() error {
	c := newCall
	m.f = newFSM(&c)
	return nil
}

func (m *fsmPerCall) step(i int) error { return fire(m.f, i) }

func (m *fsmPerCall) state() string { return current(m.f) }
