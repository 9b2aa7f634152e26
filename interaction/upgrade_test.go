package interaction

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// kept is one snapshot as a version of this package wrote it, and what a desk
// showed of it then.
type kept struct {
	Name     string            `json:"name"`
	Means    map[string]string `json:"means"`
	Snapshot json.RawMessage   `json:"snapshot"`
}

// TestSnapshotsOfEveryVersion reads what every version has written, the present
// one included: an upgrade drops no live call. testdata/snapshots-v1.json is what
// version 1 wrote, and is never written again, by -update or by hand: if this
// test fails, the code that reads is wrong. A change of the format is a new
// version, with a file of its own, which -update writes if it is not there; the
// test of the older files stays. docs/COMPATIBILITY.md says how.
func TestSnapshotsOfEveryVersion(t *testing.T) {
	for v := 1; v <= snapshotVersion; v++ {
		path := fmt.Sprintf("testdata/snapshots-v%d.json", v)
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) && v == snapshotVersion && *update {
			data = keep(t)
			err = os.WriteFile(path, data, 0o644)
		}
		require.NoError(t, err, "a new version is written with -update, once")
		var list []kept
		require.NoError(t, json.Unmarshal(data, &list))
		require.GreaterOrEqual(t, len(list), 40)
		for _, k := range list {
			s, err := Restore(k.Snapshot)
			require.NoError(t, err, k.Name)
			now := means(s)
			for what, was := range k.Means { // a later version may know more
				require.Equal(t, was, now[what], "%s: %s", k.Name, what)
			}
			again, err := s.Snapshot()
			require.NoError(t, err)
			if v == snapshotVersion {
				require.JSONEq(t, string(k.Snapshot), string(again), "%s: the format has changed, and its version has not", k.Name)
			}
		}
	}
}

// keep is the file of the present version, a line for each state: those of the
// matrix, which show every phase and every wish in flight, and how it can end.
func keep(t *testing.T) []byte {
	all := append(representatives(t), lasts(t)...)
	var lines []string
	for i, p := range all {
		data, err := p.s.Snapshot()
		require.NoError(t, err)
		line, err := json.Marshal(kept{fmt.Sprintf("%d: %v, %v", i+1, p.s.Kind(), p.s.Phase()), means(p.s), data})
		require.NoError(t, err)
		lines = append(lines, string(line))
	}
	return []byte("[\n" + strings.Join(lines, ",\n") + "\n]\n")
}

// lasts are states that the matrix has no line for: a policy and capabilities of
// the host's own, a device hold, an outcome that nobody knows, ends, and each
// capability and each switch of the policy alone, which are kept as bits.
func lasts(t *testing.T) []*play {
	own := Policy{PauseLength: 61 * time.Second, AnswerTimeout: 7 * time.Second, ConsultTimeout: 8 * time.Second,
		OutsiderTimeout: 9 * time.Second, AcceptanceTimeout: 10 * time.Second, OperationTimeout: 11 * time.Second,
		EndConsultEndsCall: true, ReturnUnaccepted: true, NoWrapUpIfNotReached: true, KeepNoise: true, ConferenceParties: 4}
	list := []*play{
		begin(t, Opening{Policy: own, Capabilities: telephony.All &^ telephony.CanRecord}).ask(Centre, Offer, a1).rings(ag1),
		consulting(t, own),
		talking(t, Policy{}).event(telephony.Event{Kind: telephony.DeviceHeld, Leg: cust}),
		talking(t, Policy{}).ask(ag1, Hold).wait(),
		talking(t, shield).leaves(cust),
		begin(t, Opening{}).leaves(cust),
		calling(t, Outdial, Policy{}).leaves(2, telephony.Busy),
	}
	for i, bit := 0, telephony.Capabilities(1); bit <= telephony.All; i, bit = i+1, bit<<1 {
		var p Policy
		on := p.switches()
		*on[i%len(on)] = true
		list = append(list, begin(t, Opening{Policy: p, Capabilities: bit}))
	}
	return list
}

// means is what can be seen of a state, in words that are kept across versions.
func means(s State) map[string]string {
	m := map[string]string{
		"kind": s.Kind().String(), "phase": s.Phase().String(), "owner hears": fmt.Sprint(s.Hears()),
		"owner": fmt.Sprint(s.Owner()), "consulted": fmt.Sprint(s.Consulted()), "offered": fmt.Sprint(s.Offered()), "customer": fmt.Sprint(s.Customer()),
		"recording": s.Recording().String(), "in flight": s.InFlight().String(), "unknown": s.Unknown().String(),
		"capabilities": fmt.Sprint(s.Capabilities()), "deadline": "",
	}
	policy := reflect.ValueOf(s.Policy())
	for i := range policy.NumField() {
		m["policy, "+policy.Type().Field(i).Name] = fmt.Sprint(policy.Field(i))
	}
	how, why := s.Ended()
	m["ended"] = how.String() + ", " + why.String()
	if at, ok := s.Deadline(); ok {
		m["deadline"] = at.Format(time.RFC3339Nano)
	}
	for p := cust; p <= 4; p++ {
		if s.Role(p) != Nobody {
			m[fmt.Sprintf("party %d", p)] = fmt.Sprintf("%v, leg %v, held on device %v, outside %v, panes %q", s.Role(p), s.Leg(p), s.HeldOnDevice(p), s.Outside(p), statuses(s, p))
		}
	}
	return m
}
