package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
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

// overlay writes the changed files and the list of them that go's -overlay
// reads, and gives the list's name.
func overlay(goroot, dir string) (string, error) {
	files := map[string][]byte{
		"runtime/shove.go":       shove,
		"internal/sync/shove.go": []byte(reach),
	}
	for _, l := range lines {
		src, changed := files[l.file]
		if !changed {
			var err error
			if src, err = os.ReadFile(filepath.Join(goroot, "src", filepath.FromSlash(l.file))); err != nil {
				return "", err
			}
		}
		head := []byte("\n" + l.head + "\n")
		if n := bytes.Count(src, head); n != 1 {
			return "", fmt.Errorf("%w: %s has %q %d times, not once", errOtherGo, l.file, l.head, n)
		}
		files[l.file] = bytes.Replace(src, head, append(head, l.line+"\n"...), 1)
	}
	list := struct{ Replace map[string]string }{map[string]string{}}
	for name, src := range files {
		to := filepath.Join(dir, strings.ReplaceAll(name, "/", "-"))
		if err := os.WriteFile(to, src, 0o600); err != nil {
			return "", err
		}
		list.Replace[filepath.Join(goroot, "src", filepath.FromSlash(name))] = to
	}
	all, err := json.Marshal(list)
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "overlay.json")
	return file, os.WriteFile(file, all, 0o600)
}
