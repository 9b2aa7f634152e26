// Command mutate plants one fault after the other in the tables of package
// interaction and asks which checks notice: every cell with another verdict,
// every guard switched off, every role that may what it may not. Neither the
// goldens nor the unit tests are asked, which say again what the tables say. It
// prints what survives, and the score.
//
//	go run ./internal/mutate            all faults, on all processors
//	go run ./internal/mutate -only Hold those whose name contains Hold
//
// With -rules it plants the faults of package fault instead, one for each rule,
// and asks of each only the story that the catalogue names for the rule.
//
//	go run ./internal/mutate -rules                  a fault for each rule
//	go run ./internal/mutate -rules -only CON,HLD-3  those of the group CON and of HLD-3
package main

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
)

// checks are asked in this order until one notices: the quick ones first.
var checks = []struct{ name, pkg, run string }{
	{"stories", "./callflow", "^TestStories$"},
	{"oracle", "./internal/oracle", "^TestWalk$"},
	{"walk", "./internal/explore", "^TestWalk$"},
}

func main() {
	log.SetFlags(0)
	only := flag.String("only", "", "plant only the faults whose name contains this")
	rules := flag.Bool("rules", false, "plant a fault for each rule, and ask the rule's story")
	floor := flag.Float64("floor", 0, "exit with 1 when less than so many per cent are noticed")
	flag.Parse()
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		log.Fatal(err)
	}
	plant := run
	if *rules {
		plant, *floor = runRules, 100
	}
	score, err := plant(dir, *only)
	os.RemoveAll(dir)
	if err != nil {
		log.Fatal(err)
	}
	if score < *floor {
		log.Fatalf("the score is below %.1f %%", *floor)
	}
}

func run(dir, only string) (float64, error) {
	names, err := exec.Command("go", "run", "-tags", "mutate", "./internal/mutate/list").Output()
	if err != nil {
		return 0, fmt.Errorf("listing the faults: %w", err)
	}
	for i, c := range checks {
		out, err := exec.Command("go", "test", "-tags", "mutate", "-c", "-o", filepath.Join(dir, fmt.Sprint(i)), c.pkg).CombinedOutput()
		if err != nil {
			return 0, fmt.Errorf("building %s: %w\n%s", c.pkg, err, out)
		}
	}
	if by := noticed(dir, -1); by != "" {
		return 0, fmt.Errorf("without any fault, this fails: %s", by)
	}
	type verdict struct {
		n    int
		name string
		by   string
	}
	todo, done := make(chan verdict), make(chan verdict)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for v := range todo {
				v.by = noticed(dir, v.n)
				done <- v
			}
		})
	}
	go func() {
		n := -1
		for lines := bufio.NewScanner(bytes.NewReader(names)); lines.Scan(); {
			if n++; strings.Contains(lines.Text(), only) {
				todo <- verdict{n: n, name: lines.Text()}
			}
		}
		close(todo)
		workers.Wait()
		close(done)
	}()
	by, total := map[string]int{}, 0
	for v := range done {
		total++
		by[v.by]++
		if v.by == "" {
			fmt.Println("survives:", v.name)
		}
	}
	fmt.Printf("%d faults planted", total)
	for _, c := range checks {
		fmt.Printf(", %s noticed %d", c.name, by[c.name])
	}
	score := 100 * float64(total-by[""]) / float64(max(total, 1))
	fmt.Printf(", %d survive: %.1f %%\n", by[""], score)
	return score, nil
}

// noticed is the first check that fails with the fault planted; empty when all
// pass. A check that hangs has noticed.
func noticed(dir string, n int) string {
	for i, c := range checks {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
		args := []string{"-test.run", c.run, "-test.short"}
		cmd := exec.CommandContext(ctx, filepath.Join(dir, fmt.Sprint(i)), args...)
		cmd.Dir = c.pkg
		cmd.Env = os.Environ()
		if n >= 0 {
			cmd.Env = append(cmd.Env, fmt.Sprintf("MUTANT=%d", n))
		}
		err := cmd.Run()
		cancel()
		if err != nil {
			return c.name
		}
	}
	return ""
}
