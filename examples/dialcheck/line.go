package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxLine is room for a megabyte in which every byte is written as \u00xx.
const maxLine = 8 << 20

var errLong = fmt.Errorf("longer than %d bytes", maxLine)

// readError says that the input itself has failed: there is no next line.
type readError struct{ err error }

func (e *readError) Error() string { return "reading: " + e.err.Error() }
func (e *readError) Unwrap() error { return e.err }

// lineReader reads lines of up to maxLine bytes and skips longer ones, so that
// no input makes it take more memory than that.
type lineReader struct {
	in     *bufio.Reader
	number int // of the line that was read last, counted from 1
	line   []byte
}

// next is the next line without its end; it is good until the next call.
// io.EOF says that there is none, errLong that it has been skipped.
func (r *lineReader) next() ([]byte, error) {
	r.line = r.line[:0]
	long := false
	for {
		part, err := r.in.ReadSlice('\n')
		if long = long || len(r.line)+len(part) > maxLine; !long {
			r.line = append(r.line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(part) == 0 && len(r.line) == 0 && !long:
			return nil, io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return nil, &readError{err}
		}
		r.number++
		if long {
			return nil, errLong
		}
		return bytes.TrimSuffix(bytes.TrimSuffix(r.line, []byte("\n")), []byte("\r")), nil
	}
}

// idle reports whether reading on would wait for the writer of the pipe.
func (r *lineReader) idle() bool { return r.in.Buffered() == 0 }

var (
	errNoTab     = errors.New("want a JSON string, a TAB and a region (the region may be empty)")
	errNotString = errors.New("what stands before the TAB is not a JSON string")
)

// split reads "JSON-string TAB region". A JSON string holds no TAB of its own.
func split(line []byte) (text, region string, err error) {
	tab := bytes.LastIndexByte(line, '\t')
	if tab < 0 {
		return "", "", errNoTab
	}
	quoted := bytes.TrimSpace(line[:tab])
	// null would be read as an empty text. The JSON error is not passed on: it
	// may quote what is somebody's number.
	if len(quoted) == 0 || quoted[0] != '"' || json.Unmarshal(quoted, &text) != nil {
		return "", "", errNotString
	}
	return text, string(bytes.TrimSpace(line[tab+1:])), nil
}
