package main

import "fmt"

// steps is how many steps the life has.
const steps = 10

// trail is where a call stands after each step, in the words of interaction.
// The hold is told apart, since it is a state of the peers.
var trail = [steps]string{"Connecting", "Ringing", "Talking", "Held", "Talking",
	"Requested", "Requested", "Consulting", "Talking", "Ended"}

// machine is what plays the life: begin, then steps 0 to 9 in their order.
type machine interface {
	begin() error
	step(i int) error
	state() string // in the words of trail
}

// play is one life, checked at its end.
func play(m machine) error {
	if err := m.begin(); err != nil {
		return err
	}
	for i := range steps {
		if err := m.step(i); err != nil {
			return fmt.Errorf("step %d: %w", i+1, err)
		}
	}
	if is := m.state(); is != trail[steps-1] {
		return fmt.Errorf("the life ends in %q, not in %q", is, trail[steps-1])
	}
	return nil
}

// contender is one machine, as the table names it.
type contender struct {
	name   string
	events int // transitions in a life
	new    func() (machine, error)
}

// contenders are ours, ours with what its desks show, and the peers.
func contenders() []contender {
	return []contender{
		{"callcontrol `interaction`", ourEvents, func() (machine, error) { return &ours{}, nil }},
		{"callcontrol with panes and permissions", ourEvents, func() (machine, error) { return &ours{shown: true}, nil }},
		{"stateless, one shared machine", steps, newSharedStateless},
		{"stateless, one machine per call", steps, func() (machine, error) { return &statelessPerCall{}, nil }},
		{"looplab/fsm, one reused machine", steps, newReusedFSM},
		{"looplab/fsm, one machine per call", steps, func() (machine, error) { return &fsmPerCall{}, nil }},
	}
}
