package callcontrol

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/store"
)

// faithful is a store that reads whatever it is given, and finds it as it was:
// every record of every story.
type faithful struct {
	store.Store
	t    *testing.T
	each func(store.Key, []byte)
}

func (f *faithful) Commit(ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
	if data != nil {
		again, _, err := reread(key.Kind, data)
		if err != nil || body(again) != body(data) {
			f.t.Errorf("%s: %v\nwritten %s\nread    %s", key, err, data, again)
		}
		if f.each != nil {
			f.each(key, data)
		}
	}
	return f.Store.Commit(ctx, key, was, data)
}

// body is a record without its checksum. What was being fetched has failed when it
// is read: nobody waits for it any more (CAD-3).
func body(data []byte) string {
	_, body, _ := strings.Cut(string(data), "\n")
	return strings.ReplaceAll(body, `"state":"fetching"`, `"state":"failed"`)
}

// reread reads a record and writes it again; what is what it says, in short.
func reread(kind string, data []byte) (again []byte, what string, err error) {
	d := record.NewDecoder()
	switch kind {
	case record.KindInteraction:
		r, err := d.Interaction(data)
		if err != nil {
			return nil, "", err
		}
		again, err = r.Encode()
		s := &r.Contact.State
		var b strings.Builder
		fmt.Fprintf(&b, "%v %v, talk %v, in flight %v, %d orders, %d tasks, %d presses", s.Kind(), s.Phase(), s.Hears(), s.InFlight(), len(r.Orders), len(r.Tasks), len(r.Presses))
		if by, ok := r.Contact.Deadline(); ok {
			fmt.Fprintf(&b, ", due %s", by.UTC().Format("15:04:05"))
		}
		for i := range r.Contact.Seats {
			seat := &r.Contact.Seats[i]
			fmt.Fprintf(&b, "; %d %s %v %v", seat.Party, seat.Agent, seat.Target, seat.WrapUp.Phase())
			for e, v := range seat.Reader.Edits() {
				fmt.Fprintf(&b, " %s=%s", e.Name, v)
			}
		}
		return again, b.String(), err
	case record.KindAgent:
		a, err := d.Agent(data)
		if err != nil {
			return nil, "", err
		}
		again, err = a.Encode()
		what = fmt.Sprintf("%v, %d reserved, %d seen, notices to %d", a.State.Summary(), len(a.Reserved), len(a.Seen), a.Told)
		for _, n := range a.Notices {
			what += fmt.Sprintf("; %d %s %s", n.N, n.Kind, n.About)
		}
		return again, what, err
	}
	c, err := d.Centre(data)
	if err != nil {
		return nil, "", err
	}
	again, err = c.Encode()
	return again, fmt.Sprint("epoch ", c.Epoch), err
}

const goldenRecords = "testdata/records-v1.json"

type goldenRecord struct {
	Kind string `json:"kind"`
	Data string `json:"data"`
	What string `json:"what"`
}

// TestRecordsOfVersion1: records as the first version wrote them are read, and
// mean what they meant. The file is never rewritten: when the encoding changes it
// gets a second version, with a file of its own, and goes on reading this one. A
// centre is upgraded with calls on the line.
func TestRecordsOfVersion1(t *testing.T) {
	if _, err := os.Stat(goldenRecords); err != nil {
		writeGoldenRecords(t)
	}
	data, err := os.ReadFile(goldenRecords)
	require.NoError(t, err)
	var all []goldenRecord
	require.NoError(t, json.Unmarshal(data, &all))
	require.Greater(t, len(all), 100)
	var whats strings.Builder
	for _, g := range all {
		whats.WriteString(g.What + "\n")
	}
	for p := interaction.Waiting; p <= interaction.Ended; p++ {
		require.Contains(t, whats.String(), " "+p.String()+",")
	}
	for _, part := range []string{"Available", "Idle", "Reserved", "Engaged", "Wrap Up", "RONA", "Signed Out", "in flight Hold", "1 presses", "2 orders", "ep-dn", "preview", "chat"} {
		require.Contains(t, whats.String(), part)
	}
	for _, g := range all {
		again, what, err := reread(g.Kind, []byte(g.Data))
		require.NoError(t, err, g.Data)
		require.Equal(t, g.What, what, g.Data)
		require.Equal(t, body([]byte(g.Data)), body(again), "the encoding has changed: it needs another version")
	}
}

func writeGoldenRecords(t *testing.T) {
	stories, err := callflow.Stories(callflow.Shipped())
	require.NoError(t, err)
	seen, all := map[string]bool{}, []goldenRecord{}
	var mu sync.Mutex
	for _, s := range stories {
		synctest.Test(t, func(t *testing.T) {
			var v *venue
			defer func() { v.close() }()
			require.NoError(t, s.PlayAt(func(cfg callflow.Config) (callflow.Venue, error) {
				var err error
				v, err = newVenue(t, cfg, at{line: near, stored: true, each: func(key store.Key, data []byte) {
					mu.Lock()
					defer mu.Unlock()
					_, what, _ := reread(key.Kind, data)
					if kind := key.Kind + strings.Join(strings.FieldsFunc(what, func(r rune) bool { return r >= '0' && r <= '9' || r == ':' }), ""); !seen[kind] {
						seen[kind] = true
						fresh := false // each sort, phase and number of orders, and a fifth of the rest
						for _, part := range append(strings.Fields(what)[:2], strings.Split(what, ", ")...) {
							fresh = fresh || !seen[part] && !strings.Contains(part, ";")
							seen[part] = true
						}
						if !fresh && len(seen)%5 != 0 {
							return
						}
						all = append(all, goldenRecord{key.Kind, string(data), what})
					}
				}})
				return v, err
			}, nil))
		})
	}
	data, err := json.MarshalIndent(all, "", "\t")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(goldenRecords, append(data, '\n'), 0o644))
}

// TestRecordsAreWhole: every field of a record's parts is in what is kept, so that
// a field which is added cannot be forgotten.
func TestRecordsAreWhole(t *testing.T) {
	for of, fields := range map[reflect.Type]string{
		reflect.TypeFor[record.Interaction](): "Head Seq Contact Epoch At EndedAt Orders Tasks Told Presses Ended Pressed Renewed",
		reflect.TypeFor[callflow.Contact]():   "ID State Policy Customer Name DNIS Queue Seats Sending SentBy Excluded Arrived Want Sheet NoiseRemoved",
		reflect.TypeFor[callflow.Seat]():      "Party Agent Target Offered Engaged Left WrapUp Reader Behind",
		reflect.TypeFor[callflow.Notice]():    "To Contact Kind Action About Cause Reason Conflict",
		reflect.TypeFor[record.Agent]():       "Head State Joined At Reserved Seen Notices Told",
		reflect.TypeFor[record.Press]():       "N By Action To Op Waits",
		reflect.TypeFor[record.Task]():        "N Agent Fact Notice",
	} {
		var names []string
		for i := range of.NumField() {
			names = append(names, of.Field(i).Name)
		}
		require.Equal(t, fields, strings.Join(names, " "), "%v: keep the new field in internal/record, then list it here", of)
	}
}
