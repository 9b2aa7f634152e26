// Command jostle runs go test with goroutines that get in each other's way:
// before a mutex is taken, after it is given back, and before something is sent,
// received or selected, who does it now and then lets others go first, or
// lingers a little. A test that is green only because things usually come in
// one order is seldom red on a quiet machine; jostled, it is so within a few
// runs.
//
//	go run ./internal/jostle -short -cpu 1,2,4 -count 5 ./...
//	go run ./internal/jostle -race -short -run Stories .
//
// The arguments are those of go test. Where the tests run is as ever; only Go's
// own mutexes and channels are built with a line more, by -overlay, and nothing
// of the Go installation is changed.
package main

import (
	"errors"
	"io"
	"log"
	"os"
	"os/exec"
	"strings"
)

func main() {
	log.SetFlags(0)
	dir, err := os.MkdirTemp("", "jostle")
	if err != nil {
		log.Fatal(err)
	}
	err = test(os.Stdout, dir, os.Args[1:])
	os.RemoveAll(dir)
	var red *exec.ExitError
	switch {
	case errors.As(err, &red):
		os.Exit(1)
	case err != nil:
		log.Fatal(err)
	}
}

// test is go test with the overlay, which it puts into dir.
func test(out io.Writer, dir string, args []string) error {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	file, err := shoving(strings.TrimSpace(string(goroot)), dir)
	if err != nil {
		return err
	}
	c := exec.Command("go", append([]string{"test", "-overlay=" + file, "-count=1"}, args...)...)
	c.Stdout, c.Stderr = out, out
	return c.Run()
}
