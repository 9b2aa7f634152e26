package deskhttp

import "time"

// bucket lets so many requests through at once, and so many in a second over
// time. The caller guards it.
type bucket struct {
	rate, size, left float64
	at               time.Time
}

// take takes one request; else it says after how long there will be one.
func (b *bucket) take(now time.Time) time.Duration {
	if passed := now.Sub(b.at); passed > 0 {
		b.left, b.at = min(b.size, b.left+b.rate*passed.Seconds()), now
	}
	if b.left >= 1 {
		b.left--
		return 0
	}
	return max(time.Duration((1-b.left)/b.rate*float64(time.Second)), time.Millisecond)
}
