package main

import (
	"context"

	"github.com/qmuntal/stateless"
)

// configure fills a machine with the table; of gives the guards their call.
func configure(sm *stateless.StateMachine, of func() *call) {
	for _, m := range moves {
		for _, from := range m.from {
			if m.need == 0 {
				sm.Configure(from).Permit(m.on, m.to)
				continue
			}
			sm.Configure(from).Permit(m.on, m.to, func(context.Context, ...any) bool { return of().may(m.need) })
		}
	}
}

// sharedStateless is one machine for all calls: the state is kept outside it,
// with the call.
type sharedStateless struct {
	call *call
	sm   *stateless.StateMachine
}

func newSharedStateless() (machine, error) {
	m := &sharedStateless{call: &call{}}
	m.sm = stateless.NewStateMachineWithExternalStorage(
		func(context.Context) (stateless.State, error) { return m.call.state, nil },
		func(_ context.Context, s stateless.State) error { m.call.state = s.(state); return nil },
		stateless.FiringImmediate)
	configure(m.sm, func() *call { return m.call })
	return m, nil
}

func (m *sharedStateless) begin() error {
	*m.call = newCall
	return nil
}

func (m *sharedStateless) step(i int) error { return m.sm.Fire(lifeOf[i]) }

func (m *sharedStateless) state() string { return m.call.state.word() }

// statelessPerCall is a machine for each call.
type statelessPerCall struct {
	sm *stateless.StateMachine
}

func (m *statelessPerCall) begin() error {
	c := newCall
	m.sm = stateless.NewStateMachineWithMode(waiting, stateless.FiringImmediate)
	configure(m.sm, func() *call { return &c })
	return nil
}

func (m *statelessPerCall) step(i int) error { return m.sm.Fire(lifeOf[i]) }

func (m *statelessPerCall) state() string { return m.sm.MustState().(state).word() }
