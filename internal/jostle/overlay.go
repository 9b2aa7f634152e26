package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/seed-6cc70c2f/callcontrol/internal/overlay"
)

// shove is what is added to Go's own package runtime, and reached from there by
// internal/sync.
//
//go:embed shove.go.txt
var shove []byte

// reach is what package internal/sync needs to call it.
const reach = `package sync

import _ "unsafe"

//go:linkname shove
func shove()
`

// lines go behind the head of a function in Go's own source.
var lines = []struct{ file, head, line string }{
	{"internal/sync/mutex.go", "func (m *Mutex) Lock() {", "\tshove()"},
	{"internal/sync/mutex.go", "func (m *Mutex) Unlock() {", "\tdefer shove()"},
	{"runtime/chan.go", "func chansend1(c *hchan, elem unsafe.Pointer) {", "\tshove()"},
	{"runtime/chan.go", "func chanrecv1(c *hchan, elem unsafe.Pointer) {", "\tshove()"},
	{"runtime/select.go", "func selectgo(cas0 *scase, order0 *uint16, pc0 *uintptr, nsends, nrecvs int, block bool) (int, bool) {", "\tshove()"},
}

var errOtherGo = errors.New("jostle: this Go reads otherwise than 1.26")

// shoving writes Go's changed files into dir, and gives the list of them that
// go's -overlay takes.
func shoving(goroot, dir string) (string, error) {
	in := func(file string) string { return filepath.Join(goroot, "src", filepath.FromSlash(file)) }
	texts := map[string][]byte{
		in("runtime/shove.go"):       shove,
		in("internal/sync/shove.go"): []byte(reach),
	}
	for _, l := range lines {
		src, changed := texts[in(l.file)]
		if !changed {
			var err error
			if src, err = os.ReadFile(in(l.file)); err != nil {
				return "", err
			}
		}
		head := []byte("\n" + l.head + "\n")
		if n := bytes.Count(src, head); n != 1 {
			return "", fmt.Errorf("%w: %s has %q %d times, not once", errOtherGo, l.file, l.head, n)
		}
		texts[in(l.file)] = bytes.Replace(src, head, append(head, l.line+"\n"...), 1)
	}
	return overlay.Write(dir, texts)
}
