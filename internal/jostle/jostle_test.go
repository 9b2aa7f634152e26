package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// racy is green as long as a goroutine does not get on before who started it has
// locked twice: on one processor nearly always.
const racy = `package racy

import (
	"sync"
	"testing"
)

func TestRacy(t *testing.T) {
	for range 1000 {
		var mu, other sync.Mutex
		first := false
		var wg sync.WaitGroup
		wg.Go(func() { mu.Lock(); first = true; mu.Unlock() })
		other.Lock()
		other.Unlock()
		mu.Lock()
		if first {
			t.Error("the other was first")
		}
		mu.Unlock()
		wg.Wait()
		if t.Failed() {
			return
		}
	}
}
`

// A test that is green by the usual order is red when it is jostled; the
// overlay fits the Go that builds this.
func TestJostle(t *testing.T) {
	if os.Getenv("CALLCONTROL_JOSTLE") == "" {
		t.Skip("it builds Go's standard library anew: CALLCONTROL_JOSTLE=1, as .ci/run has it")
	}
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module racy\n\ngo 1.26\n"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "racy_test.go"), []byte(racy), 0o600))
	t.Chdir(dir)
	var out strings.Builder
	err := test(&out, t.TempDir(), []string{"-cpu=1", "."})
	if errors.Is(err, errOtherGo) {
		t.Skip(err) // whoever builds with a newer one can do without
	}
	require.ErrorContains(t, err, "exit status 1")
	require.Contains(t, out.String(), "the other was first")
}

// A Go that reads otherwise is no green run.
func TestAnotherGo(t *testing.T) {
	goroot := t.TempDir()
	for _, l := range lines {
		file := filepath.Join(goroot, "src", l.file)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o700))
		was, _ := os.ReadFile(file)
		require.NoError(t, os.WriteFile(file, append(was, "\n"+l.head+"\n}\n"...), 0o600))
	}
	list, err := shoving(goroot, t.TempDir())
	require.NoError(t, err)
	text, err := os.ReadFile(list)
	require.NoError(t, err)
	var files struct{ Replace map[string]string }
	require.NoError(t, json.Unmarshal(text, &files))
	require.Len(t, files.Replace, 5)
	for name, by := range files.Replace {
		require.True(t, strings.HasPrefix(name, filepath.Join(goroot, "src")), name)
		src, err := os.ReadFile(by)
		require.NoError(t, err)
		require.Contains(t, string(src), "shove()", name)
	}

	require.NoError(t, os.WriteFile(filepath.Join(goroot, "src", "runtime/chan.go"), []byte("package runtime\n"), 0o600))
	_, err = shoving(goroot, t.TempDir())
	require.ErrorIs(t, err, errOtherGo)
	require.ErrorContains(t, err, `runtime/chan.go has "func chansend1(c *hchan, elem unsafe.Pointer) {" 0 times`)
}
