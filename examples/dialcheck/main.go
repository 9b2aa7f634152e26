// Command dialcheck tells of every number in a list what this library would
// dial and what it thinks of it: to try a contact list, an address book or a
// dialling policy's exceptions before they go live. README.md beside it
// describes its input and output.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Stdin, os.Stdout, os.Stderr)) }

// run answers every line of in on out, and complains of bad ones on complaints.
// It returns the exit status: 0, or 1 when a line could not be read or the pipe
// broke.
func run(in io.Reader, out, complaints io.Writer) int {
	lines := &lineReader{in: bufio.NewReaderSize(in, 1<<16)}
	buffered := bufio.NewWriterSize(out, 1<<16)
	encoder := json.NewEncoder(buffered)
	encoder.SetEscapeHTML(false)
	bad := 0
	for {
		line, err := lines.next()
		if errors.Is(err, io.EOF) {
			break
		}
		var a answer
		if err == nil {
			a, err = judge(line)
		}
		var broken *readError
		if errors.As(err, &broken) {
			fmt.Fprintln(complaints, "dialcheck:", err)
			_ = buffered.Flush() // what was answered so far is of use; the status is 1 already
			return 1
		}
		if err != nil {
			fmt.Fprintf(complaints, "dialcheck: line %d: %v\n", lines.number, err)
			bad++
			continue
		}
		if err := encoder.Encode(a); err != nil {
			fmt.Fprintln(complaints, "dialcheck: writing:", err)
			return 1
		}
		// Whoever feeds us line by line, and waits, gets each answer at once.
		if lines.idle() {
			if err := buffered.Flush(); err != nil {
				fmt.Fprintln(complaints, "dialcheck: writing:", err)
				return 1
			}
		}
	}
	if err := buffered.Flush(); err != nil {
		fmt.Fprintln(complaints, "dialcheck: writing:", err)
		return 1
	}
	if bad > 0 {
		fmt.Fprintf(complaints, "dialcheck: %d of %d lines without an answer\n", bad, lines.number)
		return 1
	}
	return 0
}
