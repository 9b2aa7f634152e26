package wrapup

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// kept is one snapshot as a version of this package wrote it, and what a desk
// showed of it then.
type kept struct {
	Name     string            `json:"name"`
	Means    map[string]string `json:"means"`
	Snapshot json.RawMessage   `json:"snapshot"`
}

// TestSnapshotsOfEveryVersion reads what every version has written, the present
// one included: an upgrade drops no wrap-up. testdata/snapshots-v1.json is what
// version 1 wrote, and is never written again, by -update or by hand: if this
// test fails, the code that reads is wrong. A change of the format is a new
// version, with a file of its own, which -update writes if it is not there; the
// test of the older files stays. docs/COMPATIBILITY.md says how.
func TestSnapshotsOfEveryVersion(t *testing.T) {
	for v := 1; v <= version; v++ {
		path := fmt.Sprintf("testdata/snapshots-v%d.json", v)
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) && v == version && *update {
			data = keep(t)
			err = os.WriteFile(path, data, 0o644)
		}
		require.NoError(t, err, "a new version is written with -update, once")
		var list []kept
		require.NoError(t, json.Unmarshal(data, &list))
		require.GreaterOrEqual(t, len(list), 15)
		for _, k := range list {
			s, err := Restore(k.Snapshot)
			require.NoError(t, err, k.Name)
			now := means(s)
			for what, was := range k.Means { // a later version may know more
				require.Equal(t, was, now[what], "%s: %s", k.Name, what)
			}
			if v == version {
				require.JSONEq(t, string(k.Snapshot), string(snap(t, s)), "%s: the format has changed, and its version has not", k.Name)
			}
		}
	}
}

// keep is the file of the present version, a line for each state.
func keep(t *testing.T) []byte {
	var lines []string
	for _, l := range lives() {
		s := l.live(t)
		line, err := json.Marshal(kept{l.name, means(s), snap(t, s)})
		require.NoError(t, err)
		lines = append(lines, string(line))
	}
	return []byte("[\n" + strings.Join(lines, ",\n") + "\n]\n")
}

// means is what can be seen of a state, in words that are kept across versions,
// and what its deadline would make of it.
func means(s State) map[string]string {
	phase, _ := s.Phase().MarshalText()
	chosen, _ := s.Chosen()
	m := map[string]string{
		"phase": string(phase), "chosen": string(chosen),
		"dialog": fmt.Sprint(s.Dialog()), "waiting": fmt.Sprint(s.Waiting()), "since": "", "deadline": "",
	}
	if at, ok := s.Since(); ok {
		m["since"] = at.UTC().Format(time.RFC3339Nano)
	}
	if at, ok := s.Deadline(); ok {
		m["deadline"] = at.UTC().Format(time.RFC3339Nano)
		after := s.Tick(at, new(Output))
		reason, _ := after.Chosen()
		m["by itself"] = string(reason)
	}
	return m
}

type life struct {
	name   string
	policy string // of walkPolicies
	steps  []any  // Request or Fact
}

// lives are those whose ends are kept: every phase under every policy that makes
// a difference to it.
func lives() []life {
	pick, submit, stop := Request{Action: Choose, Reason: "sale"}, Request{Action: Submit}, Request{Action: CancelCountdown}
	return []life{
		{"nothing yet", "by hand", nil},
		{"nothing yet, default policy", "built-in reason", nil},
		{"nothing yet, none required", "not required", nil},
		{"opened for a transfer", "by hand", []any{Open}},
		{"opened, and the only reason picked", "built-in reason", []any{Open}},
		{"opened and picked", "automatic", []any{Open, pick}},
		{"submitted before the switch has confirmed", "automatic", []any{Open, pick, submit}},
		{"kept over a transfer that was refused", "by hand", []any{Open, pick, Withdraw}},
		{"due", "by hand", []any{Owe}},
		{"due with the only reason", "built-in reason", []any{Owe}},
		{"due and picked", "by hand", []any{Owe, pick}},
		{"due and counting down", "automatic", []any{Owe}},
		{"due, counting down, and picked", "automatic", []any{Open, pick, Owe}},
		{"due, and may stop the count-down", "automatic, may stop", []any{Owe}},
		{"due, and the count-down stopped", "automatic, may stop", []any{Owe, stop}},
		{"for a consult", "by hand", []any{OpenForConsult}},
		{"for a consult, and picked", "automatic", []any{OpenForConsult, pick}},
		{"for a consult, with a reason kept for the call", "by hand", []any{Open, pick, Withdraw, OpenForConsult}},
		{"submitted", "by hand", []any{Owe, pick, submit}},
		{"submitted, none required", "not required", []any{Owe}},
	}
}

func (l life) live(t *testing.T) State {
	s, err := New(walkPolicies(t)[l.policy])
	require.NoError(t, err)
	now := time.Date(2026, 1, 2, 3, 4, 5, 678_000_000, time.UTC)
	for _, step := range l.steps {
		var out Output
		now = now.Add(7 * time.Second)
		switch step := step.(type) {
		case Request:
			s, err = s.Request(now, step, &out)
			require.NoError(t, err, l.name)
		case Fact:
			s = s.Fact(now, step, &out)
			require.Empty(t, string(out.Ignored), l.name)
		}
	}
	return s
}

// TestLives: what a next version would keep can be kept.
func TestLives(t *testing.T) {
	shown := map[Phase]bool{}
	for _, l := range lives() {
		s := l.live(t)
		shown[s.Phase()] = true
		back, err := Restore(snap(t, s))
		require.NoError(t, err, l.name)
		require.True(t, s == back, l.name)
	}
	require.Len(t, shown, phaseCount)
}
