package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/internal/mutate/fault"
	"github.com/seed-6cc70c2f/callcontrol/internal/overlay"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// builders is how many faults are built and asked about at a time.
const builders = 2

// runRules plants the faults of package fault, only those of the rules and
// groups named with commas between, or all if none is. A fault is noticed when a line of the rule's story that carries the rule's id
// is not borne out; what it breaks elsewhere does not count.
func runRules(dir, only string) (float64, error) {
	type job struct {
		n int
		f fault.Fault
	}
	todo := make(chan job)
	var workers sync.WaitGroup
	var mu sync.Mutex
	total, survive := 0, 0
	for range builders {
		workers.Go(func() {
			for j := range todo {
				why := survives(filepath.Join(dir, fmt.Sprint(j.n)), j.f)
				mu.Lock()
				if total++; why != nil {
					survive++
					fmt.Printf("survives: %s (%s in %s): %v\n", string(j.f.Rule), j.f.Why, j.f.File, why)
				}
				mu.Unlock()
			}
		})
	}
	named := strings.Split(only, ",")
	for n, f := range fault.All() {
		if only == "" || slices.Contains(named, string(f.Rule)) || slices.Contains(named, f.Rule.Group()) {
			todo <- job{n, f}
		}
	}
	close(todo)
	workers.Wait()
	score := 100 * float64(total-survive) / float64(max(total, 1))
	fmt.Printf("%d faults planted in the rules, %d survive: %.1f %%\n", total, survive, score)
	if total == 0 {
		return 0, errors.New("there is no such rule")
	}
	return score, nil
}

// survives says why a fault counts as not noticed; nil when it was.
func survives(dir string, f fault.Fault) error {
	defer os.RemoveAll(dir)
	r, ok := rule.Lookup(f.Rule)
	if !ok {
		return errors.New("the catalogue has no such rule")
	}
	binary, err := build(dir, f)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary, "-test.run", "^TestStories$/^"+r.Story+"$")
	cmd.Dir = "callflow"
	out, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		return fmt.Errorf("%s hangs", r.Story)
	}
	switch said := string(out); {
	case err == nil:
		return fmt.Errorf("%s passes", r.Story)
	case !strings.Contains(said, "--- FAIL: TestStories/"+r.Story+" "):
		return fmt.Errorf("%s was not played:\n%s", r.Story, said)
	}
	text, err := os.ReadFile(filepath.Join("callflow", "testdata", r.Story+".story"))
	if err == nil && !carries(string(out), r.Story, string(text), string(f.Rule)) {
		err = fmt.Errorf("%s fails, but at no line that carries the rule:\n%s", r.Story, out)
	}
	return err
}

// build is the test binary of callflow with the fault planted.
func build(dir string, f fault.Fault) (string, error) {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return "", err
	}
	src, err := os.ReadFile(f.File)
	if err != nil {
		return "", err
	}
	planted, err := f.Apply(src)
	if err != nil {
		return "", err
	}
	at, err := filepath.Abs(f.File)
	if err != nil {
		return "", err
	}
	list, err := overlay.Write(dir, map[string][]byte{at: planted})
	if err != nil {
		return "", err
	}
	binary := filepath.Join(dir, "callflow.test")
	out, err := exec.Command("go", "test", "-overlay", list, "-ldflags", "-s -w", "-c", "-o", binary, "./callflow").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("it does not compile: %w\n%s", err, out)
	}
	return binary, nil
}

// carries reports whether one of the story's lines that failed, by what the
// test said, carries the rule's id.
func carries(said, story, text, id string) bool {
	lines := strings.Split(text, "\n")
	for _, at := range regexp.MustCompile(`(?m)(?:^|\s)`+regexp.QuoteMeta(story)+`\.story:(\d+): `).FindAllStringSubmatch(said, -1) {
		n, err := strconv.Atoi(at[1])
		if err == nil && 0 < n && n <= len(lines) && slices.Contains(strings.Fields(lines[n-1]), id) {
			return true
		}
	}
	return false
}
