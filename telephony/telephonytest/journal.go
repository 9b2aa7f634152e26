package telephonytest

import (
	"slices"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// journal is what was told in one case: the sink, and everything that asks
// about it. It also keeps what was commanded and done, for a failure's text.
type journal struct {
	mu     sync.Mutex
	told   []telephony.Event
	lines  []string
	grown  chan struct{} // closed when something is told
	before func(telephony.Event) error
	inside int // how many events are looked at just now
}

func newJournal() *journal { return &journal{grown: make(chan struct{})} }

// sink takes an event, unless the case's own judge refuses it. The judge may
// block, and is called without the lock.
func (j *journal) sink(e telephony.Event) error {
	j.mu.Lock()
	judge := j.before
	j.inside++
	j.mu.Unlock()
	var err error
	if judge != nil {
		err = judge(e)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.inside--
	if err != nil {
		return err
	}
	j.told = append(j.told, e)
	j.lines = append(j.lines, "    told "+e.String())
	close(j.grown)
	j.grown = make(chan struct{})
	return nil
}

// stands reports whether an event is being looked at just now.
func (j *journal) stands() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.inside > 0
}

// judge sets who looks at each event before it is taken.
func (j *journal) judge(f func(telephony.Event) error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.before = f
}

// note adds a line to the story of the case.
func (j *journal) note(line string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.lines = append(j.lines, line)
}

// story is the last of what happened.
func (j *journal) story() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	const most = 40
	if n := len(j.lines); n > most {
		return append([]string{"…"}, j.lines[n-most:]...)
	}
	return append([]string(nil), j.lines...)
}

// now is how much has been told.
func (j *journal) now() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return len(j.told)
}

// since is what has been told from a moment on.
func (j *journal) since(from int) []telephony.Event {
	j.mu.Lock()
	defer j.mu.Unlock()
	return append([]telephony.Event(nil), j.told[from:]...)
}

// news is since, without what had been told before, word by word: an event that
// comes twice does no harm (duty 1).
func (j *journal) news(from int) (all []telephony.Event) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for i := from; i < len(j.told); i++ {
		if e := j.told[i]; !slices.Contains(j.told[:i], e) {
			all = append(all, e)
		}
	}
	return all
}

// find is the place of the first event from a moment on that fits.
func (j *journal) find(from int, fits func(telephony.Event) bool) (int, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for i := from; i < len(j.told); i++ {
		if fits(j.told[i]) {
			return i, true
		}
	}
	return 0, false
}

// await is find, for something that may still have to come.
func (j *journal) await(from int, patience time.Duration, fits func(telephony.Event) bool) (int, bool) {
	late := time.NewTimer(patience)
	defer late.Stop()
	for {
		j.mu.Lock()
		grown := j.grown
		j.mu.Unlock()
		if i, ok := j.find(from, fits); ok {
			return i, true
		}
		select {
		case <-grown:
		case <-late.C:
			return j.find(from, fits)
		}
	}
}
