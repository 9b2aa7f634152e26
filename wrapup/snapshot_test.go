package wrapup

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func snap(t testing.TB, s State) []byte {
	data, err := s.Snapshot()
	require.NoError(t, err)
	return data
}

func TestStateInARecord(t *testing.T) {
	record := map[string]State{"x": walkSample(t)}
	data, err := json.Marshal(record)
	require.NoError(t, err)
	var back map[string]State
	require.NoError(t, json.Unmarshal(data, &back))
	require.True(t, record["x"] == back["x"])
	require.ErrorIs(t, json.Unmarshal([]byte(`{"x":{"version":0}}`), &back), ErrSnapshot)
	require.True(t, record["x"] == back["x"], "what cannot be read changes nothing")
}

func TestSnapshotText(t *testing.T) {
	require.JSONEq(t, `{"version":1,"phase":"none"}`, string(snap(t, State{})))

	s, err := New(Policy{Reasons: walkReasons(t), Automatic: time.Minute, MayCancelAutomatic: true, Default: "other"})
	require.NoError(t, err)
	var out Output
	s = s.Fact(walkTime, Owe, &out)
	s, err = s.Request(walkTime, Request{Action: Choose, Reason: "sale"}, &out)
	require.NoError(t, err)
	// This text is a promise: a later version must read it.
	text := `{"version":1,"phase":"due","chosen":"sale","since":1000000000000,"counts":true,` +
		`"policy":{"codes":["sale","other"],"default":"other","automatic":60000000000,"mayCancel":true}}`
	require.JSONEq(t, text, string(snap(t, s)))
	back, err := Restore([]byte(text))
	require.NoError(t, err)
	require.True(t, s == back)
	by, armed := back.Deadline()
	require.True(t, armed && by.Equal(walkTime.Add(time.Minute)), "a snapshot carries its timer")
}

func TestSnapshotRefused(t *testing.T) {
	good := `{"version":1,"phase":"due","chosen":"sale","since":5,"counts":true,"policy":{"codes":["sale","other"],"default":"other","automatic":60}}`
	_, err := Restore([]byte(good))
	require.NoError(t, err)
	for i := range good {
		_, err := Restore([]byte(good[:i]))
		require.ErrorIs(t, err, ErrSnapshot, "truncated at %d", i)
	}
	swap := func(old, new string) string { return strings.Replace(good, old, new, 1) }
	const policy = `"policy":{"codes":["sale","other"],"default":"other","automatic":60}}`
	for name, text := range map[string]string{
		"no object":                    `"due"`,
		"null":                         `null`,
		"no version":                   swap(`"version":1,`, ``),
		"later version":                swap(`"version":1`, `"version":2`),
		"no phase":                     `{"version":1}`,
		"unknown phase":                swap(`"due"`, `"overdue"`),
		"unknown field":                swap(`"since"`, `"sinse"`),
		"goes on":                      good + "{}",
		"reason not listed":            swap(`"chosen":"sale"`, `"chosen":"golf"`),
		"consult's reason not listed":  `{"version":1,"phase":"for-consult","consult":"golf",` + policy,
		"consult's without dialog":     swap(`"chosen":"sale"`, `"consult":"sale"`),
		"submitted without reason":     `{"version":1,"phase":"submitted",` + policy,
		"submitted and counting":       swap(`"due"`, `"submitted"`),
		"timer before it is due":       `{"version":1,"phase":"opened","since":5,` + policy,
		"count-down before it is due":  `{"version":1,"phase":"opened","counts":true,` + policy,
		"count-down without a time":    swap(`,"automatic":60`, ``),
		"count-down lost":              swap(`,"counts":true`, ``),
		"submit waits while due":       swap(`"counts":true`, `"counts":true,"waiting":true`),
		"submit waits without reason":  `{"version":1,"phase":"opened","waiting":true,` + policy,
		"dialog though not required":   swap(`"automatic":60`, `"automatic":60,"notRequired":true`),
		"reason though not required":   `{"version":1,"phase":"none","chosen":"sale","policy":{"codes":["sale"],"default":"sale","notRequired":true}}`,
		"the only reason left out":     `{"version":1,"phase":"due","since":5}`,
		"negative time":                swap(`"automatic":60`, `"automatic":-60`),
		"too long a time":              swap(`"automatic":60`, `"automatic":86400000000001`),
		"default not listed":           swap(`"default":"other"`, `"default":"golf"`),
		"no default":                   swap(`"default":"other"`, `"default":""`),
		"code twice":                   swap(`["sale","other"]`, `["sale","other","sale"]`),
		"code with control character":  swap(`["sale","other"]`, `["sale","other","\u001f"]`),
		"reason of the wrong kind":     swap(`"sale"`, `1`),
		"default's list of other kind": swap(`["sale","other"]`, `"sale"`),
	} {
		require.NotEqual(t, good, text, name)
		s, err := Restore([]byte(text))
		require.ErrorIs(t, err, ErrSnapshot, name)
		var e *Error
		require.True(t, errors.As(err, &e) && e.Field != "" && strings.HasPrefix(err.Error(), "wrapup: invalid snapshot: "), name)
		require.Equal(t, State{}, s, "never half a state: %s", name)
	}
}

// TestChangedReasons: the administrator has another list by now; a wrap-up that
// is under way keeps its own.
func TestChangedReasons(t *testing.T) {
	s, err := New(Policy{Reasons: walkReasons(t)})
	require.NoError(t, err)
	var out Output
	s = s.Fact(walkTime, Owe, &out)
	s, err = s.Request(walkTime, Request{Action: Choose, Reason: "sale"}, &out)
	require.NoError(t, err)
	s, err = Restore(snap(t, s))
	require.NoError(t, err)
	s, err = s.Request(walkTime, Request{Action: Submit}, &out)
	require.NoError(t, err)
	require.Equal(t, Submitted, s.Phase())
	require.Equal(t, []Change{{Kind: Completed, Reason: "sale"}}, out.Changes)

	changed, err := NewReasons(Reason{"renewal", "Renewal"})
	require.NoError(t, err)
	_, known := changed.Lookup("sale")
	require.False(t, known)
}

// FuzzDoors feeds a snapshot and then events: nothing panics, no state that
// Restore accepts leads to one that it would refuse, and no deadline loops.
func FuzzDoors(f *testing.F) {
	for _, p := range walkPolicies(f) {
		s, _ := New(p)
		f.Add(snap(f, s), []byte{0, 1, 2, 3, 4, 5, 6, 7})
		f.Add(snap(f, s.Fact(walkTime, Owe, new(Output))), []byte{2, 2, 31, 8, 90, 255})
		f.Add(snap(f, s.Fact(walkTime, OpenForConsult, new(Output))), []byte{9, 10, 11, 12, 13, 14})
	}
	f.Add([]byte(`{"version":1,"phase":"due","chosen":"a","since":9223372036854775807,"counts":true,"policy":{"codes":["a"],"default":"a","automatic":60}}`), []byte{2})
	f.Fuzz(func(t *testing.T, data, steps []byte) {
		s, err := Restore(data)
		if err != nil {
			require.ErrorIs(t, err, ErrSnapshot)
			return
		}
		var out Output
		for i, b := range steps {
			require.Empty(t, s.broken())
			back, err := Restore(snap(t, s))
			require.NoError(t, err)
			require.True(t, s == back)
			now := time.Unix(0, int64(i))
			switch b % 3 {
			case 0:
				r := Request{Action: Action(b / 3 % 6)}
				if r.Action == Choose {
					r.Reason = s.policy().def
				}
				may := s.May(r.Action)
				after, err := s.Request(now, r, &out)
				require.True(t, may == err || errors.Is(err, ErrInvalid))
				if err != nil {
					require.True(t, s == after)
				}
				s = after
			case 1:
				after := s.Fact(now, Fact(b/3%6), &out)
				if out.Ignored != "" {
					require.True(t, s == after)
				}
				s = after
			case 2:
				if by, armed := s.Deadline(); armed {
					s = s.Tick(by, &out)
					_, armed = s.Deadline()
					require.False(t, armed)
				}
			}
		}
	})
}

func TestEnums(t *testing.T) {
	check := func(n int, text func(i int) (string, []byte, error), parse func([]byte) (int, error)) {
		t.Helper()
		seen := map[string]bool{}
		for i := range n {
			label, word, err := text(i)
			require.NoError(t, err)
			require.NotEqual(t, "unknown", label)
			require.False(t, seen[string(word)], "%s twice", word)
			seen[string(word)] = true
			back, err := parse(word)
			require.NoError(t, err)
			require.Equal(t, i, back)
		}
		label, _, err := text(n)
		require.Equal(t, "unknown", label)
		require.ErrorIs(t, err, ErrInvalid)
		_, err = parse([]byte("no such word"))
		require.ErrorIs(t, err, ErrInvalid)
	}
	check(phaseCount, func(i int) (string, []byte, error) {
		v := Phase(i)
		b, err := v.MarshalText()
		return v.String(), b, err
	},
		func(b []byte) (int, error) { var v Phase; err := v.UnmarshalText(b); return int(v), err })
	check(actions, func(i int) (string, []byte, error) {
		v := Action(i)
		b, err := v.MarshalText()
		return v.String(), b, err
	},
		func(b []byte) (int, error) { var v Action; err := v.UnmarshalText(b); return int(v), err })
	check(facts, func(i int) (string, []byte, error) {
		v := Fact(i)
		b, err := v.MarshalText()
		return v.String(), b, err
	},
		func(b []byte) (int, error) { var v Fact; err := v.UnmarshalText(b); return int(v), err })
	check(kinds, func(i int) (string, []byte, error) {
		v := Kind(i)
		b, err := v.MarshalText()
		return v.String(), b, err
	},
		func(b []byte) (int, error) { var v Kind; err := v.UnmarshalText(b); return int(v), err })
}

func TestNoAllocation(t *testing.T) {
	s, err := New(Policy{Reasons: walkReasons(t), Automatic: time.Minute})
	require.NoError(t, err)
	var out Output
	due := s.Fact(walkTime, Owe, &out)
	consult := s.Fact(walkTime, OpenForConsult, &out)
	consult.Fact(walkTime, Owe, &out) // two changes: the output has room for them
	for name, f := range map[string]func(){
		"request": func() { _, _ = due.Request(walkTime, Request{Action: Choose, Reason: "other"}, &out) },
		"refusal": func() { _, _ = due.Request(walkTime, Request{Action: Submit}, &out) },
		"may":     func() { _ = due.May(Dismiss) },
		"fact":    func() { _ = consult.Fact(walkTime, Owe, &out) },
		"ignored": func() { _ = s.Fact(walkTime, Withdraw, &out) },
		"tick":    func() { _ = due.Tick(walkTime.Add(time.Hour), &out) },
	} {
		require.Zero(t, testing.AllocsPerRun(100, f), name)
	}
}

func BenchmarkFact(b *testing.B) {
	var out Output
	var s State
	b.ReportAllocs()
	for b.Loop() {
		s = s.Fact(walkTime, Open, &out)
		s = s.Fact(walkTime, Withdraw, &out)
	}
}

func BenchmarkMay(b *testing.B) {
	var s State
	b.ReportAllocs()
	for b.Loop() {
		_ = s.May(Submit)
	}
}
