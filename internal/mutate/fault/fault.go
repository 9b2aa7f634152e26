package fault

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// Fault breaks one rule in one file: a guard switched off, a wrong target, a
// command or a notice dropped.
type Fault struct {
	Rule rule.ID
	File string // path from the module's root
	Old  string // text that occurs once in File
	New  string // what stands there instead
	Why  string // what is broken by it, in a few words
}

// ErrStale is that a fault no longer fits its file, which has changed since.
var ErrStale = errors.New("fault: it does not fit its file")

// All returns the faults of every group, in the order of the catalogue's
// groups. The slice is the caller's own.
func All() []Fault {
	return slices.Concat(
		nrFaults, popFaults, ansFaults, hldFaults, conFaults, parFaults,
		cnfFaults, trfFaults, dnFaults, recFaults, cadFaults,
		endFaults, cbkFaults, outFaults, agtFaults, opFaults,
	)
}

// Apply is the file with the fault planted in it. The error is ErrStale where
// Old does not occur exactly once, or the fault changes nothing.
func (f Fault) Apply(src []byte) ([]byte, error) {
	if f.Old == "" || f.Old == f.New {
		return nil, fmt.Errorf("%w: %s in %s changes nothing", ErrStale, string(f.Rule), f.File)
	}
	if n := bytes.Count(src, []byte(f.Old)); n != 1 {
		return nil, fmt.Errorf("%w: %s in %s: %q occurs %d times", ErrStale, string(f.Rule), f.File, f.Old, n)
	}
	return bytes.Replace(src, []byte(f.Old), []byte(f.New), 1), nil
}
