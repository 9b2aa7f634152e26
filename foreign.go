package callcontrol

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// foreign is an error of the host's code: his adapter, store, Directory, Keep or
// Unlock. What such a text holds nobody here can know, a number that was dialled
// or a value that could not be kept; so it is never logged, nor in the text of an
// error of ours. Whoever has that error finds the host's own in it with errors.Is
// and errors.As. Only Fetch and Refresh answer in the very words of the host, for
// whoever asked him.
type foreign struct {
	who string
	err error
}

// hosts marks an error as one of the host's code; nil stays nil. One that has a
// marked one within is marked all the same: the host may have wrapped what we gave
// him.
func hosts(who string, err error) error {
	if err == nil {
		return nil
	}
	if _, marked := err.(*foreign); marked {
		return err
	}
	return &foreign{who, err}
}

// Error says whose it is, and of what type.
func (e *foreign) Error() string { return e.who + ": " + words(e.err) }

// Unwrap is the host's error.
func (e *foreign) Unwrap() error { return e.err }

// known are errors whose texts are ours, or those of the standard library, and
// always the same.
var known = []error{
	context.Canceled, context.DeadlineExceeded, io.EOF, io.ErrUnexpectedEOF, net.ErrClosed,
	os.ErrNotExist, os.ErrExist, os.ErrPermission, os.ErrClosed, os.ErrDeadlineExceeded,
	telephony.ErrUnsupported, telephony.ErrRejected, store.ErrConflict, store.ErrMissing, store.ErrInvalid,
	record.ErrUnknown, record.ErrCorrupt, record.ErrNewer, ErrUnavailable,
}

// words are what may be shown of a host's error: the texts that are known, what
// an error says of itself as a slog.LogValuer, for it has been written to be
// logged, and of every other one its type.
func words(err error) string {
	var all []string
	var walk func(error)
	walk = func(err error) {
		if err == nil || len(all) == maxWords {
			return
		}
		for _, k := range known {
			if err == k {
				all = append(all, k.Error())
				return
			}
		}
		switch e := err.(type) {
		case *rule.Denied, *telephony.Rejection, *target.RowError, syscall.Errno, *panicked:
			all = append(all, err.Error())
			return
		case slog.LogValuer:
			all = append(all, slog.AnyValue(e).Resolve().String())
			return
		}
		if kind := fmt.Sprintf("%T", err); !strings.HasPrefix(kind, "*fmt.") && kind != "*errors.joinError" {
			all = append(all, kind)
		}
		switch e := err.(type) {
		case interface{ Unwrap() error }:
			walk(e.Unwrap())
		case interface{ Unwrap() []error }:
			for _, err := range e.Unwrap() {
				walk(err)
			}
		}
	}
	walk(err)
	return strings.Join(all, ": ")
}

// maxWords bounds how much of a chain of errors is shown.
const maxWords = 8

// panicked is a panic of the host's code: nobody knows what it has done. What was
// panicked with is not shown, for it may hold anything; where, is.
type panicked struct {
	kind  string
	where string
}

// Error says what type of value it panicked with, and where.
func (e *panicked) Error() string { return "panicked with a " + e.kind + " in " + e.where }

// guard keeps a panic of the host's code from ending the centre.
func guard(who string, do func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &foreign{who, &panicked{fmt.Sprintf("%T", r), where()}}
		}
	}()
	return hosts(who, do())
}

// where is the function that has panicked, with its line; to be called by who
// recovers.
func where() string {
	var pcs [32]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs[:])])
	panicking := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			panicking = true
		case panicking && !strings.HasPrefix(f.Function, "runtime."):
			return f.Function + ":" + strconv.Itoa(f.Line)
		}
		if !more {
			return "an unknown place"
		}
	}
}
