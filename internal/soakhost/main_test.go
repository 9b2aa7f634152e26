package main

import (
	"os"
	"testing"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/internal/soak"
)

// asHost makes this test binary the host.
const asHost = "CALLCONTROL_SOAK_HOST"

func TestMain(m *testing.M) {
	if os.Getenv(asHost) != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// TestKilled: a process over a store on disk is killed by the operating system,
// again and again, and the next one goes on: the balance holds.
func TestKilled(t *testing.T) {
	t.Setenv(asHost, "yes")
	cfg := soak.Config{Seed: 1, Agents: 60, Contacts: 50, For: 25 * time.Second, Kills: 20, Faults: 10, Think: 600 * time.Millisecond}
	if testing.Short() {
		cfg.For, cfg.Kills = 5*time.Second, 4
	}
	rep, err := soak.Run(t.Context(), cfg, soak.Elsewhere(os.Args[0], t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range rep.Violations {
		t.Errorf("%v\n%s", v, v.Story)
	}
	if rep.Kills < cfg.Kills || rep.Ended < cfg.Contacts || rep.Offered != rep.Ended || rep.Owed != rep.Submitted {
		t.Errorf("%+v", rep)
	}
	t.Logf("%d contacts, %d kills, %v", rep.Ended, rep.Kills, rep.Presses)
}
