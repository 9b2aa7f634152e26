package main

import (
	"fmt"
	"math"
	"runtime"
	"time"
)

// sample is something to be measured; once does it one time.
type sample struct {
	name string
	once func() error

	rounds int     // how often it is done in one pass
	nanos  float64 // the fastest pass's, for one time
	allocs float64 // the fewest of any pass, for one time
}

// measure runs the samples in turns, so that a neighbour on the machine
// disturbs all alike, and keeps each one's best pass.
func measure(samples []*sample, passes int, length time.Duration) error {
	for _, s := range samples {
		if err := s.calibrate(length); err != nil {
			return err
		}
		s.nanos, s.allocs = math.Inf(1), math.Inf(1)
	}
	for range passes {
		for _, s := range samples {
			took, allocs, err := s.pass()
			if err != nil {
				return err
			}
			s.nanos = min(s.nanos, float64(took.Nanoseconds())/float64(s.rounds))
			s.allocs = min(s.allocs, float64(allocs)/float64(s.rounds))
		}
	}
	return nil
}

// calibrate finds how many rounds make a pass of about the wanted length.
func (s *sample) calibrate(length time.Duration) error {
	for s.rounds = 16; ; s.rounds *= 2 {
		took, _, err := s.pass()
		if err != nil {
			return err
		}
		if took >= length/2 {
			return nil
		}
	}
}

func (s *sample) pass() (time.Duration, uint64, error) {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begun := time.Now()
	for range s.rounds {
		if err := s.once(); err != nil {
			return 0, 0, fmt.Errorf("%s: %w", s.name, err)
		}
	}
	took := time.Since(begun)
	runtime.ReadMemStats(&after)
	return took, after.Mallocs - before.Mallocs, nil
}
