package record

import (
	"sync/atomic"
	"time"
)

// Clock is the time of a centre: that of the wall, but it never goes back, and
// never stands. Deadlines are kept in records as times of day; with the wall's own
// clock, one that jumps back an hour would let a phone ring for an hour.
type Clock struct {
	start time.Time    // where the monotonic clock of this process is counted from
	ahead atomic.Int64 // how far the wall is ahead of it at most, in nanoseconds
	wall  func() int64 // in Unix nanoseconds
}

// NewClock makes a clock; wall is nil for the machine's.
func NewClock(wall func() int64) *Clock {
	if wall == nil {
		wall = func() int64 { return time.Now().UnixNano() }
	}
	return &Clock{start: time.Now(), wall: wall}
}

// Now is the time.
func (c *Clock) Now() time.Time {
	gone := int64(time.Since(c.start))
	return c.at(gone, c.wall()-gone)
}

// NotBefore sets the clock to a time that has been already: it goes on from there
// if it is behind. It says by how much it was.
func (c *Clock) NotBefore(at time.Time) time.Duration {
	now := c.Now()
	if !at.After(now) {
		return 0
	}
	gone := int64(time.Since(c.start))
	c.at(gone, at.UnixNano()-gone)
	return at.Sub(now)
}

func (c *Clock) at(gone, ahead int64) time.Time {
	for {
		most := c.ahead.Load()
		if most >= ahead {
			ahead = most
			break
		}
		if c.ahead.CompareAndSwap(most, ahead) {
			break
		}
	}
	return time.Unix(0, gone+ahead).UTC()
}
