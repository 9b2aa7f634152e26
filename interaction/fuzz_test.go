package interaction

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// anyStep takes one step of any kind, written in four bytes, and holds it
// against what must hold of every step: it breaks nothing, and does only what
// the switch can. internal/explore writes steps in the same way.
//
//	0 action by target         a request; targets stands for whom, 7 for digits
//	1 kind+14·op leg more      a fact; op 1 answers the wish, 2 the recording's,
//	                           3 the consultation call; more is the cause, the
//	                           other talker, the recording
//	2 tenths (two bytes) any   the clock; how much time has passed is the caller's
func anyStep(t testing.TB, s State, now time.Time, n uint32) State {
	t.Helper()
	b := [4]byte{}
	binary.LittleEndian.PutUint32(b[:], n)
	leg := Party(b[2] % 9)
	var out Output
	next := s
	switch b[0] % 3 {
	case 0:
		r := Request{By: Party(b[2] % 9), Action: Action(b[1])}
		switch to := b[3] % 8; {
		case to < 6:
			r.To = targets[to]
		case r.Action == SendDigits:
			r.Digits = "5"
		}
		may := s.May(r.By, r.Action)
		got, err := s.Request(now, r, &out)
		if may != nil {
			require.Equal(t, may, err)
		}
		if err != nil {
			require.Equal(t, s, got)
		}
		next = got
	case 1:
		e := telephony.Event{Kind: telephony.EventKind(b[1] % 14), Leg: leg, Op: [5]telephony.Op{0, s.op, s.recOp, s.ConsultOperation(), telephony.Op(b[3])}[b[1]/14%5]}
		switch e.Kind {
		case telephony.Arranged:
			e.Leg, e.Talk = 0, telephony.LegsOf(leg, Party(b[3]%9))
		case telephony.Recorded:
			e.Recording = telephony.Recording(b[3] % 4)
		default:
			e.Cause = telephony.Cause(b[3] % 16)
		}
		got, err := s.Fact(now, e, &out)
		if err != nil {
			require.ErrorIs(t, err, ErrInvalid)
			require.Equal(t, s, got)
		}
		next = got
	default:
		next = s.Tick(now, &out)
		if due, ok := s.Deadline(); ok && !due.After(now) {
			require.NotEqual(t, s, next, "a deadline that passed is not armed")
		}
	}
	for _, c := range out.Commands {
		require.True(t, next.pol.caps.Has(c.Verb.Needs()), "OP-7: %v", c)
	}
	require.Empty(t, next.broken(), "%v after %x: %+v", s.phase, b, next)
	return next
}

func same(t testing.TB, s State) {
	t.Helper()
	data, err := s.Snapshot()
	require.NoError(t, err)
	back, err := Restore(data)
	require.NoError(t, err, string(data))
	require.Equal(t, s, back)
}

// began is an interaction as a fuzzer's first two numbers say.
func began(t testing.TB, kind uint8, flags uint32, now time.Time) State {
	t.Helper()
	var out Output
	o := Opening{Kind: Kind(kind%uint8(nKinds-1) + 1), Capabilities: telephony.All &^ telephony.Capabilities(flags>>9)}
	for i, on := range o.Policy.switches() {
		*on = flags&(1<<i) != 0
	}
	if flags&(1<<31) != 0 { // a switch that is slower than a ring
		o.Policy.OperationTimeout, o.Policy.AnswerTimeout, o.Policy.ConsultTimeout = time.Minute, 5*time.Second, 5*time.Second
	}
	if o.Kind == Outdial {
		o.Agent = a1
	}
	s, err := New(now, o, &out)
	require.NoError(t, err)
	return s
}

// lived takes the steps that are written in data, at most a few hundred.
func lived(t testing.TB, kind uint8, flags uint32, data []byte) State {
	now := time.Unix(1_000_000, 0)
	s := began(t, kind, flags, now)
	for n := 0; len(data) >= 4 && n < 500; data, n = data[4:], n+1 {
		if data[0]%3 == 2 {
			now = now.Add(time.Duration(binary.LittleEndian.Uint16(data[1:])) * 100 * time.Millisecond)
		}
		s = anyStep(t, s, now, binary.LittleEndian.Uint32(data))
	}
	return s
}

// way is one line of testdata/walk.seeds: the shortest way to one kind of step,
// as the walk of internal/explore has found it.
type way struct {
	kind  uint8
	flags uint32
	steps []byte
	ends  string
}

func ways(t testing.TB) []way {
	text, err := os.ReadFile("testdata/walk.seeds")
	require.NoError(t, err)
	var all []way
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var w way
		_, err := fmt.Sscanf(line, "%d %d %x %s", &w.kind, &w.flags, &w.steps, &w.ends)
		require.NoError(t, err, line)
		all = append(all, w)
	}
	require.Greater(t, len(all), 100)
	return all
}

// TestWays: the ways lead where the walk says, so that the fuzzers begin all
// over the space of states and not at its door.
func TestWays(t *testing.T) {
	reached := map[string]int{}
	for _, w := range ways(t) {
		s := lived(t, w.kind, w.flags, w.steps)
		require.Equal(t, w.ends, s.phase.String(), "%d %d %x", w.kind, w.flags, w.steps)
		reached[w.ends]++
	}
	for p := Waiting; p <= Ended; p++ {
		require.Positive(t, reached[p.String()], "%v", p)
	}
}

func FuzzEvents(f *testing.F) {
	for _, w := range ways(f) {
		f.Add(w.kind, w.flags, w.steps)
	}
	f.Fuzz(func(t *testing.T, kind uint8, flags uint32, data []byte) {
		same(t, lived(t, kind, flags, data))
	})
}

// What Restore accepts is sound, and no step leads from it to what it would
// not accept. A fuzzer that changes bytes of a document seldom writes one that
// is taken, so it may change its numbers as well: edits are pairs of a field
// and a number.
func FuzzRestore(f *testing.F) {
	for i, w := range ways(f) {
		data, err := lived(f, w.kind, w.flags, w.steps).Snapshot()
		require.NoError(f, err)
		f.Add(data, []byte{}, uint64(i))
		f.Add(data, []byte{byte(i), byte(i / 7)}, uint64(i))
	}
	f.Fuzz(func(t *testing.T, data, edits []byte, seed uint64) {
		s, err := Restore(edited(data, edits))
		if err != nil {
			require.ErrorIs(t, err, ErrInvalid)
			require.Zero(t, s)
			return
		}
		same(t, s)
		rnd := rand.New(rand.NewPCG(seed, 7))
		now := time.Unix(1_000_000, 0)
		for range 40 {
			if by, ok := s.Deadline(); ok && rnd.IntN(8) == 0 {
				now = by
			}
			s = anyStep(t, s, now, rnd.Uint32())
		}
		same(t, s)
	})
}

// edited is the document with other numbers in it; as it was where it is none.
func edited(data, edits []byte) []byte {
	var w snapshot
	if len(edits) < 2 || json.Unmarshal(data, &w) != nil {
		return data
	}
	fields := numbers(reflect.ValueOf(&w).Elem(), nil)
	for ; len(edits) >= 2; edits = edits[2:] {
		switch f := fields[int(edits[0])%len(fields)]; {
		case f.CanUint():
			f.SetUint(uint64(edits[1]))
		case f.CanInt():
			f.SetInt(int64(edits[1]))
		}
	}
	if text, err := json.Marshal(w); err == nil {
		return text
	}
	return data // a word that does not exist
}

// numbers are the fields of a snapshot that are numbers, nested ones as well.
func numbers(v reflect.Value, into []reflect.Value) []reflect.Value {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			into = numbers(v.Field(i), into)
		}
	case reflect.Array:
		for i := range v.Len() {
			into = numbers(v.Index(i), into)
		}
	default:
		into = append(into, v)
	}
	return into
}

// TestRestoreIsInductive changes one to three numbers of a snapshot: most are
// refused, and what is taken never breaks.
func TestRestoreIsInductive(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 12))
	all, taken := representatives(t), 0
	for range 15000 {
		p := all[rnd.IntN(len(all))]
		data, err := p.s.Snapshot()
		require.NoError(t, err)
		var w snapshot
		require.NoError(t, json.Unmarshal(data, &w))
		fields := numbers(reflect.ValueOf(&w).Elem(), nil)
		for range 1 + rnd.IntN(3) {
			f, n := fields[rnd.IntN(len(fields))], rnd.Int64N(7)
			if rnd.IntN(8) == 0 {
				n = rnd.Int64() >> rnd.IntN(63)
			}
			switch {
			case f.CanUint():
				f.SetUint(uint64(n))
			case f.CanInt():
				f.SetInt(n)
			}
		}
		data, err = json.Marshal(w)
		if err != nil {
			continue // a word that does not exist
		}
		s, err := Restore(data)
		if err != nil {
			require.ErrorIs(t, err, ErrInvalid)
			continue
		}
		taken++
		now := p.now
		for range 12 {
			if by, ok := s.Deadline(); ok && rnd.IntN(8) == 0 {
				now = by
			}
			s = anyStep(t, s, now, rnd.Uint32())
		}
		same(t, s)
	}
	require.Greater(t, taken, 1500)
	t.Logf("%d of 15000 taken", taken)
}
