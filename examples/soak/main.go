// Command soak runs a contact centre with thousands of agents and calls for
// half a minute, with faults of the switch and kills of the centre, and strikes a
// balance at the end. It exits with status 1 when the balance does not hold.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/internal/soak"
	"github.com/seed-6cc70c2f/callcontrol/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(1)
	}
}

// errBalance: the balance does not hold.
var errBalance = errors.New("soak: the balance does not hold")

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("soak", flag.ContinueOnError)
	cfg := soak.Config{Every: 3 * time.Second}
	flags.Uint64Var(&cfg.Seed, "seed", 1, "where everything random comes from")
	flags.IntVar(&cfg.Agents, "agents", 3000, "how many agents")
	flags.IntVar(&cfg.Contacts, "contacts", 3000, "how many contacts at a time")
	flags.DurationVar(&cfg.For, "for", 15*time.Second, "how long contacts arrive")
	flags.IntVar(&cfg.Kills, "kills", 8, "how often the centre is killed")
	flags.IntVar(&cfg.Faults, "faults", 10, "how many contacts of a hundred meet a fault; 0: the line is not cut either")
	flags.DurationVar(&cfg.Think, "think", 800*time.Millisecond, "how long an agent looks at his desk before he presses")
	memory := flags.Bool("memory", false, "the centre keeps its records in its own memory, and is not killed")
	host := flags.String("host", "", "the program of internal/soakhost: the centre is a process of its own, killed with SIGKILL")
	stories := flags.String("stories", "", "a folder for a story of each violation; without one they are printed")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("soak: what is %q?", flags.Arg(0))
	}
	plant := soak.Here(store.NewMemory())
	switch {
	case *host != "":
		dir, err := os.MkdirTemp("", "soak")
		if err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(dir) }()
		plant = soak.Elsewhere(*host, dir)
	case *memory:
		plant, cfg.Kills = soak.Here(nil), 0
	}
	cfg.Weigh = *host == "" && !*memory
	cfg.Progress = func(p soak.Progress) { progress(out, p) }
	fmt.Fprintf(out, "%d agents, %d contacts at a time, %v, %d kills, faults of %d in a hundred, seed %d\n",
		cfg.Agents, cfg.Contacts, cfg.For, cfg.Kills, cfg.Faults, cfg.Seed)
	rep, err := soak.Run(ctx, cfg, plant)
	if err != nil {
		return err
	}
	balance(out, rep)
	if err := violations(out, rep, *stories); err != nil {
		return err
	}
	if len(rep.Violations) > 0 {
		return errBalance
	}
	return nil
}

// violations prints what does not add up, and where the stories are.
func violations(out io.Writer, rep soak.Report, dir string) error {
	for i, v := range rep.Violations {
		fmt.Fprintln(out, "\n"+v.String())
		switch {
		case v.Story == "":
		case dir == "" && i < 3:
			fmt.Fprint(out, soak.Playable(v.Story))
		case dir != "":
			name := filepath.Join(dir, fmt.Sprintf("soak-%03d.story", i+1))
			if err := os.WriteFile(name, []byte(soak.Playable(v.Story)), 0o600); err != nil {
				return err
			}
			fmt.Fprintln(out, "  see", name)
		}
	}
	return nil
}
