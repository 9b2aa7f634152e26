package interaction

import (
	"encoding/binary"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// anyStep takes one step of any kind and holds it against what must hold of
// every step: it breaks nothing, and a snapshot is the whole of it.
func anyStep(t *testing.T, s State, now time.Time, n uint32) State {
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
		e := telephony.Event{Kind: telephony.EventKind(b[1] % 14), Leg: leg, Cause: telephony.Cause(b[3] % 16), Recording: telephony.Recording(b[3] % 4),
			Talk: telephony.LegsOf(leg, Party(b[3]%9)), Op: [4]telephony.Op{0, s.op, s.recOp, telephony.Op(b[3])}[b[1]/14%4]}
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

func same(t *testing.T, s State) {
	t.Helper()
	data, err := s.Snapshot()
	require.NoError(t, err)
	back, err := Restore(data)
	require.NoError(t, err, string(data))
	require.Equal(t, s, back)
}

func FuzzEvents(f *testing.F) {
	f.Add(uint8(1), uint16(0), []byte("\x00\x19\x00\x00\x01\x02\x02\x00\x00\x06\x02\x07"))
	f.Add(uint8(6), uint16(3), []byte("\x00\x19\x00\x00\x01\x02\x02\x00\x01\x06\x02\x01"))
	f.Add(uint8(4), uint16(9), []byte("\x01\x02\x01\x00\x01\x02\x02\x00\x00\x0a\x01\x01\x01\x02\x03\x00"))
	f.Fuzz(func(t *testing.T, kind uint8, flags uint16, data []byte) {
		var out Output
		flag := func(bit int) bool { return flags&(1<<bit) != 0 }
		o := Opening{Kind: Kind(kind%uint8(nKinds-1) + 1), Capabilities: telephony.All &^ telephony.Capabilities(flags>>9),
			Policy: Policy{Recording: flag(0), PrivacyShield: flag(1), EndConsultEndsCall: flag(2), AskBeforeTransfer: flag(3), ReturnUnaccepted: flag(4),
				EndCallForWebCallback: flag(5), RemoveFromCampaign: flag(6), NoWrapUpIfNotReached: flag(7), KeepNoise: flag(8)}}
		if o.Kind == Outdial {
			o.Agent = a1
		}
		now := time.Unix(1_000_000, 0)
		s, err := New(now, o, &out)
		require.NoError(t, err)
		for ; len(data) >= 4; data = data[4:] {
			n := binary.LittleEndian.Uint32(data)
			now = now.Add(time.Duration(n>>24) * 100 * time.Millisecond)
			s = anyStep(t, s, now, n)
			same(t, s)
		}
	})
}

// What Restore accepts is sound, and no step leads from it to what it would
// not accept.
func FuzzRestore(f *testing.F) {
	for i, p := range representatives(f) {
		data, err := p.s.Snapshot()
		require.NoError(f, err)
		f.Add(data, uint64(i))
	}
	f.Fuzz(func(t *testing.T, data []byte, seed uint64) {
		s, err := Restore(data)
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
