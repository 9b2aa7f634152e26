package faulty

import (
	"errors"
	"fmt"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Kind is one way to misbehave.
type Kind uint8

const (
	NoFault Kind = iota // the zero value: as the store inside does it

	LostRequest   // Commit: not made, and nobody knows
	LostAnswer    // Commit: made, and nobody knows
	LateRequest   // Commit: nobody knows, and it is made after Delay if the revision is still there
	FalseConflict // Commit: ErrConflict, though nothing had changed; not made

	LoadFails // Load: an error that says nothing
	StaleLoad // Load: what was there before the last change, or ErrMissing if nothing was

	WatchBreaks    // Watch: ends with an error in the place of a change
	RepeatedChange // Watch: a change is told twice; not Current
	LateChange     // Watch: a change, and all behind it, is told after Delay
)

// Kinds is how many kinds there are: every Kind is below it.
const Kinds = int(LateChange) + 1

var kindWords = [Kinds]string{"none", "lost-request", "lost-answer", "late-request", "false-conflict",
	"load-fails", "stale-load", "watch-breaks", "repeated-change", "late-change"}

// String is the kind's word, such as "lost-answer".
func (k Kind) String() string {
	if int(k) >= Kinds {
		return fmt.Sprintf("Kind(%d)", uint8(k))
	}
	return kindWords[k]
}

// MarshalText writes the kind's word.
func (k Kind) MarshalText() ([]byte, error) {
	if int(k) >= Kinds {
		return nil, fmt.Errorf("faulty: no such kind of fault: %d", uint8(k))
	}
	return []byte(kindWords[k]), nil
}

// UnmarshalText reads the kind's word.
func (k *Kind) UnmarshalText(text []byte) error {
	for i, word := range kindWords {
		if word == string(text) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("faulty: no such kind of fault: %.20q", text)
}

// method is what a kind strikes.
type method uint8

const (
	noMethod method = iota
	commits
	loads
	watches
)

func (k Kind) method() method {
	switch {
	case k == NoFault || int(k) >= Kinds:
		return noMethod
	case k < LoadFails:
		return commits
	case k < WatchBreaks:
		return loads
	}
	return watches
}

// Rates are how often each kind strikes by chance, from 0 to 1. A call is struck
// once: where the rates of a method are more than 1 together, the later kinds
// come short.
type Rates [Kinds]float64

// All are the rates at which every kind strikes alike.
func All(rate float64) (all Rates) {
	for k := range all {
		all[k] = rate
	}
	return all
}

// Fault is a fault to be planted.
type Fault struct {
	Kind Kind
	Key  store.Key // whose record; an empty part fits every record, and for a watch also Current
	Nth  int       // the how-manieth call that fits, from now on; 0 is 1
}

// fits says whether a call is one that a planted fault counts.
func (f Fault) fits(m method, key store.Key) bool {
	return f.Kind.method() == m && (f.Key.Kind == "" || f.Key.Kind == key.Kind) && (f.Key.ID == "" || f.Key.ID == key.ID)
}

// ErrFault is matched by every error of a fault and a condition. It is none of the
// certain outcomes of package store: nobody knows.
var ErrFault = errors.New("faulty: nobody knows")

// Error is a failure made on purpose.
type Error struct {
	Why string    // the fault's word, "away" or "full"
	Key store.Key // zero for a watch that ends between two records
}

// Error reads "faulty: nobody knows: lost-answer at agent/ann".
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(ErrFault.Error())
	b.WriteString(": ")
	b.WriteString(e.Why)
	if e.Key != (store.Key{}) {
		b.WriteString(" at ")
		b.WriteString(e.Key.String())
	}
	return b.String()
}

// Unwrap gives ErrFault.
func (e *Error) Unwrap() error { return ErrFault }
