package agent

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
// one included: an upgrade drops no agent. testdata/snapshots-v1.json is what
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
	for _, p := range plays() {
		s := p.play(t)
		line, err := json.Marshal(kept{p.name, means(s), snap(t, s)})
		require.NoError(t, err)
		lines = append(lines, string(line))
	}
	return []byte("[\n" + strings.Join(lines, ",\n") + "\n]\n")
}

// means is what can be seen of a state, in words that are kept across versions.
func means(s State) map[string]string {
	word := func(v interface{ MarshalText() ([]byte, error) }) string {
		b, _ := v.MarshalText()
		return string(b)
	}
	own, code, cause := s.Own()
	choice, _ := s.Choice()
	m := map[string]string{
		"own": word(own), "code": string(code), "cause": word(cause), "choice": string(choice),
		"shown": word(s.Summary().Status), "off hook": fmt.Sprint(s.OffHook()), "since": s.Since().UTC().Format(time.RFC3339Nano),
	}
	for _, ch := range []Channel{Voice, Chat, Email, Social} {
		l := s.Load(ch)
		m[word(ch)] = fmt.Sprintf("%d reserved, %d engaged, %d to wrap up, of %d", l.Reserved, l.Engaged, l.WrapUp, s.Slots(ch))
	}
	return m
}

type life struct {
	name  string
	from  func(testing.TB) State
	steps []any // Request or Fact
}

// plays are the lives whose ends are kept: every status of his own and shown,
// every cause, choices that wait, and every channel.
func plays() []life {
	in, avail, lunch := Request{Action: SignIn}, Request{Action: GoAvailable}, Request{Action: GoIdle, Code: "Lunch"}
	on := func(w What, ch Channel) Fact { return Fact{What: w, Channel: ch} }
	missed := func(c Cause) []any { return []any{in, avail, on(Offered, Voice), Fact{What: Missed, Cause: c}} }
	zero := func(testing.TB) State { return State{} }
	return []life{
		{"never signed in", zero, nil},
		{"signed out with his phone off hook", zero, []any{Fact{What: OffHook}}},
		{"signed in", zero, []any{in}},
		{"signed out again", walkPolicy, []any{in, avail, Request{Action: SignOut}}},
		{"idle with a code", walkPolicy, []any{in, lunch}},
		{"available", walkPolicy, []any{in, avail}},
		{"available and off hook", zero, []any{in, avail, Fact{What: OffHook}}},
		{"reserved", zero, []any{in, avail, on(Offered, Voice)}},
		{"engaged", walkPolicy, []any{in, avail, on(Offered, Voice), on(Accepted, Voice), Fact{What: OffHook}}},
		{"wrap-up", zero, []any{in, avail, on(Offered, Voice), on(Accepted, Voice), on(WrapUpDue, Voice)}},
		{"idle and engaged", walkPolicy, []any{in, on(Offered, Voice), on(Accepted, Voice)}},
		{"an idle choice that waits", walkPolicy, []any{in, avail, on(Offered, Voice), on(Accepted, Voice), lunch}},
		{"an idle choice that waits for another", walkPolicy, []any{in, on(Offered, Chat), on(Accepted, Chat), lunch}},
		{"not answered", zero, missed(NoCause)},
		{"declined", walkPolicy, missed(Declined)},
		{"busy", zero, missed(Busy)},
		{"device failure", zero, missed(DeviceFailure)},
		{"invalid number", zero, missed(InvalidNumber)},
		{"not answered with a chat open", walkPolicy, append([]any{in, avail, on(Offered, Chat), on(Accepted, Chat)}, missed(NoAnswer)[2:]...)},
		{"every channel", zero, []any{in, avail, on(Offered, Voice), on(Accepted, Voice), on(WrapUpDue, Voice),
			on(Offered, Chat), on(Accepted, Chat), on(Offered, Chat), on(Offered, Email), on(Accepted, Email), on(WrapUpDue, Email), on(Offered, Social)}},
	}
}

func (l life) play(t *testing.T) State {
	s := l.from(t)
	now := time.Date(2026, 1, 2, 3, 4, 5, 678_000_000, time.UTC)
	for _, step := range l.steps {
		var out Output
		now = now.Add(7 * time.Second)
		switch step := step.(type) {
		case Request:
			var err error
			s, err = s.Request(now, step, &out)
			require.NoError(t, err, l.name)
		case Fact:
			s = s.Fact(now, step, &out)
			require.Empty(t, string(out.Ignored), l.name)
		}
	}
	return s
}

// TestPlays: what a next version would keep can be kept.
func TestPlays(t *testing.T) {
	shown := map[Status]bool{}
	for _, p := range plays() {
		s := p.play(t)
		shown[s.Summary().Status] = true
		back, err := Restore(snap(t, s))
		require.NoError(t, err, p.name)
		require.True(t, s == back, p.name)
	}
	require.Len(t, shown, statuses)
}
