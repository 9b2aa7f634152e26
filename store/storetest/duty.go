package storetest

import (
	"fmt"
	"strings"
)

// duty is the number of one duty of an implementation.
type duty int

// dutyText is one entry of package store's numbered list. The kit's tests compare
// it with that package's comment, word by word.
type dutyText struct {
	name string
	text string
}

// quote is the duty as a failure shows it, in lines of a width that can be read.
func (d duty) quote() string {
	t := duties[d-1]
	var b strings.Builder
	n := 0
	for _, word := range strings.Fields(fmt.Sprintf("duty %d, %s: %s", int(d), t.name, t.text)) {
		switch {
		case n+1+len(word) > 100:
			b.WriteString("\n  ")
			n = 0
		case n > 0:
			b.WriteByte(' ')
		}
		b.WriteString(word)
		n += len(word) + 1
	}
	return b.String()
}

var duties = []dutyText{
	{"compare and set", "Commit changes a record only if its revision is still the one that the caller names, and does " +
		"so as a whole. Of two commits that name the same one, one is made."},
	{"three outcomes", "nil when it was made, and survives whatever happens to the process from now on, if the store is " +
		"one that survives; ErrConflict when it was certainly not made and never will be; anything else when nobody knows. " +
		"A commit of which nobody knows may still be made later, as long as the revision that it names is there."},
	{"reading", "Load gives a record with the revision that it had. It may be an older one (a commit against it is a " +
		"conflict then), but not for ever, and never one that was not committed. ErrMissing says that there is none, or " +
		"was none a moment ago; any other error says nothing."},
	{"watching", "Watch tells every record that is there, then one Change with Current, then what is committed, by " +
		"whomever, until its context ends or it fails; who wants to go on watches anew. It may be late, tell a change " +
		"twice, and tell only the last of several; of one record it never tells an older one after a newer one. A watcher " +
		"who does not read keeps nobody from committing."},
	{"others", "records do not wait for one another, every method can be called at any time by anybody, and what is " +
		"given to Commit, or comes from Load and Watch, is changed by nobody afterwards."},
	{"contexts and limits", "a method returns soon after its context has ended. What is too large, or has no key, is " +
		"ErrInvalid, and changes nothing."},
}
