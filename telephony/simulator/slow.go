package simulator

import (
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Slow makes the switch slow: every command that it takes waits until Next says
// what becomes of it. Made quick again, it catches up: it does everything that
// waits, in order.
func (s *Switch) Slow(on bool) {
	defer s.enter()()
	s.slow = on
	for !on && len(s.waits) > 0 {
		s.carry(s.oldest(), time.Now(), 0)
	}
}

// Waiting is what waits in a slow switch, oldest first.
func (s *Switch) Waiting() []telephony.Command {
	defer s.enter()()
	all := make([]telephony.Command, len(s.waits))
	for i, o := range s.waits {
		all[i] = o.command
	}
	return all
}

// Next says what becomes of the command that has waited longest: Obey does it,
// RefuseLater refuses it with why (NoCause: Refused), Silence forgets it. It is
// ErrNothingWaits when none waits, ErrInvalid for another word.
func (s *Switch) Next(what What, why telephony.Cause) error {
	defer s.enter()()
	switch {
	case what != Obey && what != RefuseLater && what != Silence:
		return fmt.Errorf("%w: %v is nothing to do with what waits", ErrInvalid, what)
	case len(s.waits) == 0:
		return ErrNothingWaits
	}
	o := s.oldest()
	switch what {
	case Silence:
		return nil
	case RefuseLater:
		if o.refuse = why; why == telephony.NoCause {
			o.refuse = telephony.Refused
		}
	}
	s.carry(o, time.Now(), 0)
	return nil
}

func (s *Switch) oldest() *order {
	o := s.waits[0]
	s.waits[0], s.waits = nil, s.waits[1:]
	return o
}
