package storetest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// value is what the kit keeps in a record. Every commit has one of its own, so
// whatever is read tells which commit made it.
type value struct {
	Attempt int    `json:"attempt"`
	N       int    `json:"n"`              // grows with every state of a key, also over a removal
	Done    []int  `json:"done,omitempty"` // by writer, how many of his additions are in it
	Pad     []byte `json:"pad,omitempty"`
}

// attempt is one commit that was asked for.
type attempt struct {
	key   store.Key
	was   store.Revision
	n     int
	given []byte // what the store got; nil removes
	want  []byte // a copy of it
	fate  fate
	rev   store.Revision
	sure  bool // it was answered that it was made
	never bool // the revision that it names was gone before it was asked for
}

type fate uint8

const (
	unknown  fate = iota // also while it is under way
	made                 // by its answer, or because it was read
	conflict             // certainly not made
)

// ledger knows everything that was asked, and judges everything that is told.
type ledger struct {
	mu       sync.Mutex
	attempts []*attempt
	byRev    map[keyRev]*attempt // what made a revision
	byWas    map[keyRev]*attempt // what took its place
	wanted   map[keyRev]bool     // what a case knows as a state of its record
	shown    []shown
	lines    []string
}

type keyRev struct {
	key store.Key
	rev store.Revision
}

// shown is data that came from the store, and what it was then.
type shown struct {
	data []byte
	from *attempt
}

// breach is a duty that is broken, and how.
type breach struct {
	duty duty
	how  string
}

func breaks(d duty, format string, args ...any) *breach {
	return &breach{d, fmt.Sprintf(format, args...)}
}

func newLedger() *ledger {
	return &ledger{byRev: map[keyRev]*attempt{}, byWas: map[keyRev]*attempt{}, wanted: map[keyRev]bool{}}
}

// ask begins an attempt. v nil removes.
func (l *ledger) ask(key store.Key, was store.Revision, n int, v *value, never bool) *attempt {
	l.mu.Lock()
	defer l.mu.Unlock()
	a := &attempt{key: key, was: was, n: n, never: never}
	l.attempts = append(l.attempts, a)
	if v != nil {
		v.Attempt, v.N = len(l.attempts), n
		a.given, _ = json.Marshal(v)
		a.want = bytes.Clone(a.given)
	}
	return a
}

// answered judges the answer to an attempt.
func (l *ledger) answered(a *attempt, now store.Revision, err error, certain bool) *breach {
	l.mu.Lock()
	defer l.mu.Unlock()
	what := fmt.Sprintf("n=%d", a.n)
	if a.want == nil {
		what = "removal"
	}
	l.note("commit %v %s on %d: %d, %v", a.key, what, a.was, now, err)
	switch {
	case err == nil:
		a.sure = true
		return l.isMade(a, now)
	case certain:
		a.fate = conflict // and if it was read already, whoever reads it next finds out
	}
	return nil
}

// isMade notes that an attempt was made and gave a revision. The lock is held.
func (l *ledger) isMade(a *attempt, rev store.Revision) *breach {
	at := keyRev{a.key, rev}
	before := keyRev{a.key, a.was}
	switch {
	case a.never:
		return breaks(1, "%v: a commit that names revision %d was made, and that one was not there any more", a.key, a.was)
	case a.fate == conflict:
		return breaks(2, "%v: a commit was answered with a conflict, and was made", a.key)
	case a.fate == made && a.rev != rev:
		return breaks(3, "%v: a record has revision %d, and had %d", a.key, rev, a.rev)
	case a.fate == made:
		return nil
	case (rev == 0) != (a.want == nil):
		return breaks(1, "%v: the new revision is %d; only a removal gives 0, and it gives no other", a.key, rev)
	case rev != 0 && l.byRev[at] != nil:
		return breaks(1, "%v: revision %d was given to two commits", a.key, rev)
	case a.was != 0 && l.byWas[before] != nil:
		return breaks(1, "%v: two commits were made that name revision %d", a.key, a.was)
	}
	a.fate, a.rev = made, rev
	if rev != 0 {
		l.byRev[at] = a
	}
	if a.was != 0 {
		l.byWas[before] = a
	}
	return nil
}

// read judges a record that came from Load (duty 3) or Watch (duty 4).
func (l *ledger) read(key store.Key, r store.Record, d duty) (v value, b *breach) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if json.Unmarshal(r.Data, &v) != nil || v.Attempt < 1 || v.Attempt > len(l.attempts) {
		return v, breaks(d, "%v: %d bytes were read that nobody committed", key, len(r.Data))
	}
	l.note("%s %v n=%d at %d", [...]string{3: "read", 4: "told"}[d], key, v.N, r.Revision)
	a := l.attempts[v.Attempt-1]
	switch {
	case r.Key != key || a.key != key:
		return v, breaks(d, "%v: what was read is the record of %v, and says that of %v", key, a.key, r.Key)
	case !bytes.Equal(r.Data, a.want):
		return v, breaks(d, "%v: what was read is not what was committed", key)
	case r.Revision == 0:
		return v, breaks(d, "%v: a record was read with revision 0", key)
	}
	const most = 2000 // of a long case the first are enough
	if len(l.shown) < most {
		l.shown = append(l.shown, shown{r.Data, a})
	}
	return v, l.isMade(a, r.Revision)
}

// want notes a revision as a state that a case goes on from.
func (l *ledger) want(key store.Key, rev store.Revision) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.wanted[keyRev{key, rev}] = true
}

// late says of what was read that it was made by a creation of which nobody knew,
// and which came late: it names revision 0, and finds that there again when the
// record has been made by another and removed (duty 2).
func (l *ledger) late(v value, rev store.Revision) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	a := l.attempts[v.Attempt-1]
	return a.want != nil && a.was == 0 && !a.sure && !l.wanted[keyRev{a.key, rev}]
}

// lateNow is late, of a record whose place nothing has taken as far as is known.
func (l *ledger) lateNow(v value, rev store.Revision) bool {
	if !l.late(v, rev) {
		return false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.byWas[keyRev{l.attempts[v.Attempt-1].key, rev}] == nil
}

// removalAsked says whether anybody has asked for a removal of a state that is n
// or later.
func (l *ledger) removalAsked(key store.Key, n int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, a := range l.attempts {
		if a.key == key && a.want == nil && a.fate != conflict && a.n > n {
			return true
		}
	}
	return false
}

// untouched looks once more at everything that was given and shown.
func (l *ledger) untouched() *breach {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, a := range l.attempts {
		if !bytes.Equal(a.given, a.want) {
			return breaks(5, "%v: what was given to Commit has been changed", a.key)
		}
	}
	for _, s := range l.shown {
		if !bytes.Equal(s.data, s.from.want) {
			return breaks(5, "%v: what came from the store has been changed", s.from.key)
		}
	}
	return nil
}

// note adds a line to the story of the case. The lock is held.
func (l *ledger) note(format string, args ...any) {
	const most = 40
	if len(l.lines) > 2*most {
		l.lines = append([]string{"    …"}, l.lines[len(l.lines)-most:]...)
	}
	l.lines = append(l.lines, fmt.Sprintf("    "+format, args...))
}

// story is the last of what happened.
func (l *ledger) story() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]string(nil), l.lines...)
}
