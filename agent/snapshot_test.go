package agent

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
	require.JSONEq(t, `{"version":1,"status":"signed-out","cause":"none","since":0}`, string(snap(t, State{})))

	s := walkPolicy(t)
	var out Output
	s, err := s.Request(walkTime, Request{Action: SignIn}, &out)
	require.NoError(t, err)
	for _, w := range []What{Offered, Accepted, OffHook} {
		s = s.Fact(walkTime, Fact{What: w}, &out)
	}
	s, err = s.Request(walkTime, Request{Action: GoIdle, Code: "Lunch"}, &out)
	require.NoError(t, err)
	// This text is a promise: a later version must read it.
	text := `{"version":1,"status":"idle","code":"Break","cause":"none","choice":"Lunch","offHook":true,"since":1000000000000,` +
		`"load":{"voice":{"engaged":1}},"policy":{"chat":2,"email":-1,"social":3,"default":"Break","codes":["Break","Lunch"]}}`
	require.JSONEq(t, text, string(snap(t, s)))
	back, err := Restore([]byte(text))
	require.NoError(t, err)
	require.True(t, s == back)
	require.Equal(t, s.May(SignOut), back.May(SignOut))
}

func TestSnapshotRefused(t *testing.T) {
	good := `{"version":1,"status":"idle","code":"Break","cause":"none","since":5,"choice":"Lunch","load":{"chat":{"wrapUp":1}}}`
	_, err := Restore([]byte(good))
	require.NoError(t, err)
	for i := range good {
		_, err := Restore([]byte(good[:i]))
		require.ErrorIs(t, err, ErrSnapshot, "truncated at %d", i)
	}
	for name, text := range map[string]string{
		"no object":              `[]`,
		"null":                   `null`,
		"no version":             strings.Replace(good, `"version":1,`, ``, 1),
		"later version":          strings.Replace(good, `"version":1`, `"version":2`, 1),
		"no status":              `{"version":1}`,
		"unknown status":         strings.Replace(good, `"idle"`, `"asleep"`, 1),
		"a status of display":    strings.Replace(good, `"idle","code":"Break"`, `"engaged"`, 1),
		"unknown field":          strings.Replace(good, `"since"`, `"sinse"`, 1),
		"unknown channel":        strings.Replace(good, `"chat"`, `"fax"`, 1),
		"negative count":         strings.Replace(good, `"wrapUp":1`, `"wrapUp":-1`, 1),
		"more than can be":       strings.Replace(good, `"wrapUp":1`, `"wrapUp":65535,"engaged":1`, 1),
		"goes on":                good + good,
		"signed out and busy":    strings.Replace(good, `"idle","code":"Break","cause":"none","since":5,"choice":"Lunch"`, `"signed-out","cause":"none","since":5`, 1),
		"RONA without cause":     strings.Replace(good, `"idle","code":"Break"`, `"rona"`, 1),
		"cause without RONA":     strings.Replace(good, `"cause":"none"`, `"cause":"busy"`, 1),
		"Idle without code":      strings.Replace(good, `"code":"Break",`, ``, 1),
		"code without Idle":      strings.Replace(good, `"idle"`, `"available"`, 1),
		"choice beside RONA":     `{"version":1,"status":"rona","cause":"busy","since":5,"choice":"Lunch","load":{"chat":{"wrapUp":1}}}`,
		"choice is the code":     strings.Replace(good, `"Lunch"`, `"Break"`, 1),
		"choice for nothing":     strings.Replace(good, `,"load":{"chat":{"wrapUp":1}}`, ``, 1),
		"choice not listed":      strings.Replace(good, `}}}`, `}},"policy":{"chat":1,"email":1,"social":1,"default":"Break","codes":["Break"]}}`, 1),
		"code not listed":        strings.Replace(good, `}}}`, `}},"policy":{"chat":1,"email":1,"social":1,"default":"Lunch","codes":["Lunch"]}}`, 1),
		"control character":      strings.Replace(good, `"Break"`, `"\u001f"`, 1),
		"policy with a hole":     strings.Replace(good, `}}}`, `}},"policy":{"chat":0,"email":1,"social":1,"default":"Break"}}`, 1),
		"policy not valid":       strings.Replace(good, `}}}`, `}},"policy":{"chat":1,"email":1,"social":1,"default":"Nap","codes":["Break","Lunch"]}}`, 1),
		"too many slots":         strings.Replace(good, `}}}`, `}},"policy":{"chat":1001,"email":1,"social":1,"default":"Break"}}`, 1),
		"code of the wrong kind": strings.Replace(good, `"Break"`, `7`, 1),
	} {
		require.NotEqual(t, good, text, name)
		s, err := Restore([]byte(text))
		require.ErrorIs(t, err, ErrSnapshot, name)
		var e *Error
		require.True(t, errors.As(err, &e) && e.Field != "" && strings.HasPrefix(err.Error(), "agent: invalid snapshot: "), name)
		require.Equal(t, State{}, s, "never half a state: %s", name)
	}
}

// FuzzDoors feeds a snapshot and then events: nothing panics, and no state that
// Restore accepts leads to one that it would refuse.
func FuzzDoors(f *testing.F) {
	s, _ := New(Policy{Codes: []IdleCode{"a", "b"}})
	f.Add(snap(f, s), []byte{0, 1, 2, 3, 4, 5, 6, 7})
	f.Add([]byte(`{"version":1,"status":"rona","cause":"busy","since":5,"load":{"chat":{"wrapUp":1}}}`), []byte{9, 9, 9, 200, 31})
	f.Add([]byte(`{"version":1,"status":"idle","code":"x","cause":"none","since":5,"choice":"y","load":{"voice":{"reserved":65535}}}`), []byte{2, 3, 5, 8, 13, 21, 34, 55})
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
			if b&1 == 0 {
				r := Request{Action: Action(b >> 1 & 7)}
				if b>>4&1 == 1 && r.Action == GoIdle {
					r.Code = "b"
				}
				may := s.May(r.Action)
				after, err := s.Request(now, r, &out)
				if !errors.Is(err, ErrInvalid) {
					require.True(t, may == err)
				}
				if err != nil {
					require.True(t, s == after)
				}
				s = after
				continue
			}
			after := s.Fact(now, Fact{What: What(b >> 1 & 15), Channel: Channel(b >> 5 & 3), Cause: Cause(i % 7), Unanswered: b>>7 == 1}, &out)
			require.Equal(t, out.Ignored != "", s == after)
			s = after
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
	check(channels, func(i int) (string, []byte, error) {
		v := Channel(i)
		b, err := v.MarshalText()
		return v.String(), b, err
	},
		func(b []byte) (int, error) { var v Channel; err := v.UnmarshalText(b); return int(v), err })
	check(causes, func(i int) (string, []byte, error) {
		v := Cause(i)
		b, err := v.MarshalText()
		return v.String(), b, err
	},
		func(b []byte) (int, error) { var v Cause; err := v.UnmarshalText(b); return int(v), err })
	check(statuses, func(i int) (string, []byte, error) {
		v := Status(i)
		b, err := v.MarshalText()
		return v.String(), b, err
	},
		func(b []byte) (int, error) { var v Status; err := v.UnmarshalText(b); return int(v), err })
	check(actions, func(i int) (string, []byte, error) {
		v := Action(i)
		b, err := v.MarshalText()
		return v.String(), b, err
	},
		func(b []byte) (int, error) { var v Action; err := v.UnmarshalText(b); return int(v), err })
	check(whats, func(i int) (string, []byte, error) {
		v := What(i)
		b, err := v.MarshalText()
		return v.String(), b, err
	},
		func(b []byte) (int, error) { var v What; err := v.UnmarshalText(b); return int(v), err })
	check(kinds, func(i int) (string, []byte, error) {
		v := Kind(i)
		b, err := v.MarshalText()
		return v.String(), b, err
	},
		func(b []byte) (int, error) { var v Kind; err := v.UnmarshalText(b); return int(v), err })

	data, err := json.Marshal(map[Channel]Status{Voice: WrapUp})
	require.NoError(t, err)
	require.Equal(t, `{"voice":"wrap-up"}`, string(data))
}

func TestPolicy(t *testing.T) {
	s, err := New(Policy{})
	require.NoError(t, err)
	require.True(t, s == State{}, "the zero policy is the zero value's")
	for ch, n := range map[Channel]int{Voice: 1, Chat: 3, Email: 5, Social: 3} {
		require.Equal(t, n, s.Slots(ch))
	}
	same, err := New(Policy{Chat: 3, Email: 5, Social: 3, Default: "Idle"})
	require.NoError(t, err)
	require.True(t, s == same)
	none, err := New(Policy{Chat: -7, Email: 1000})
	require.NoError(t, err)
	require.Equal(t, 0, none.Slots(Chat))
	require.Equal(t, 1000, none.Slots(Email))
	require.Equal(t, 1, none.Slots(Voice))

	for name, p := range map[string]Policy{
		"too many":       {Email: 1001},
		"empty code":     {Codes: []IdleCode{"a", ""}},
		"blank code":     {Codes: []IdleCode{" "}},
		"twice":          {Codes: []IdleCode{"a", "b", "a"}},
		"long":           {Codes: []IdleCode{IdleCode(strings.Repeat("é", 65))}},
		"no text":        {Codes: []IdleCode{"\xff"}},
		"control":        {Codes: []IdleCode{"a\x1fb"}},
		"unlisted":       {Codes: []IdleCode{"a"}, Default: "b"},
		"default broken": {Default: "\n"},
	} {
		_, err := New(p)
		require.ErrorIs(t, err, ErrPolicy, name)
	}
	_, err = New(Policy{Codes: []IdleCode{IdleCode(strings.Repeat("é", 64))}})
	require.NoError(t, err)
}

func TestNoAllocation(t *testing.T) {
	s := walkPolicy(t)
	var out Output
	s, err := s.Request(walkTime, Request{Action: SignIn}, &out)
	require.NoError(t, err)
	busy := s.Fact(walkTime, Fact{What: Offered}, &out)
	for name, f := range map[string]func(){
		"request":   func() { _, _ = s.Request(walkTime, Request{Action: GoAvailable}, &out) },
		"with code": func() { _, _ = s.Request(walkTime, Request{Action: GoIdle, Code: "Lunch"}, &out) },
		"refusal":   func() { _, _ = busy.Request(walkTime, Request{Action: SignOut}, &out) },
		"may":       func() { _ = busy.May(SignOut) },
		"fact":      func() { _ = busy.Fact(walkTime, Fact{What: Missed}, &out) },
		"ignored":   func() { _ = s.Fact(walkTime, Fact{What: Missed}, &out) },
		"question":  func() { _ = busy.MayBeOffered(Voice) },
		"summary":   func() { _ = busy.Summary() },
	} {
		require.Zero(t, testing.AllocsPerRun(100, f), name)
	}
}

func BenchmarkFact(b *testing.B) {
	var out Output
	s, _ := State{}.Request(walkTime, Request{Action: SignIn}, &out)
	b.ReportAllocs()
	for b.Loop() {
		s = s.Fact(walkTime, Fact{What: Offered}, &out)
		s = s.Fact(walkTime, Fact{What: Released}, &out)
	}
}

func BenchmarkMay(b *testing.B) {
	var s State
	b.ReportAllocs()
	for b.Loop() {
		_ = s.May(SignOut)
	}
}
