package callcontrol_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"log/slog"
	"net"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// loose is an error of a host who puts everything into its text, whatever way
// it is printed.
type loose string

func (e loose) Error() string { return string(e) }

// blurting is a host whose every error, and panic, tells all there is to tell.
type blurting struct {
	*simulator.Switch
	store.Store
	all     string
	fails   atomic.Bool // the adapter's Do
	panics  atomic.Bool
	stops   chan error // what Run returns
	lost    atomic.Bool
	away    atomic.Bool // the store
	touched atomic.Int32
}

func (b *blurting) err(of ...any) error {
	b.touched.Add(1)
	return fmt.Errorf("%s: %w", b.all, loose(fmt.Sprintf("%s %#v", b.all, of)))
}

func (b *blurting) Do(ctx context.Context, c telephony.Command) error {
	text, _ := json.Marshal(c)
	if b.panics.CompareAndSwap(true, false) {
		panic(string(text) + b.all)
	}
	if b.fails.CompareAndSwap(true, false) {
		return b.err(string(text))
	}
	if err := b.Switch.Do(ctx, c); err != nil {
		return fmt.Errorf("%s %s: %w", text, b.all, err)
	}
	return nil
}

func (b *blurting) Run(ctx context.Context, sink func(telephony.Event) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- b.Switch.Run(ctx, sink) }()
	select {
	case err := <-b.stops:
		cancel()
		<-done
		return err
	case err := <-done:
		return err
	}
}

func (b *blurting) Live(ctx context.Context) iter.Seq2[telephony.Live, error] {
	if b.lost.CompareAndSwap(true, false) {
		return func(yield func(telephony.Live, error) bool) { yield(telephony.Live{}, b.err()) }
	}
	return b.Switch.Live(ctx)
}

func (b *blurting) Load(ctx context.Context, key store.Key) (store.Record, error) {
	r, err := b.Store.Load(ctx, key)
	if b.away.Load() {
		return store.Record{}, b.err(string(r.Data))
	}
	return r, err
}

func (b *blurting) Commit(ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
	if b.away.Load() {
		return 0, b.err(string(data))
	}
	rev, err := b.Store.Commit(ctx, key, was, data)
	if err != nil {
		err = fmt.Errorf("%s: %w", data, err)
	}
	return rev, err
}

func (b *blurting) Lists(context.Context) (target.Lists, error) { return target.Lists{}, b.err() }

// TestMarkers: a host who tells everything in each of his errors and panics, and
// a life in which each of them comes up: the log, the errors, the notices and the
// metrics have no secure value and no whole number.
func TestMarkers(t *testing.T) {
	log, said, m := &ear{}, &ear{}, &tally{}
	const mapped = "14155550166"
	b := &blurting{all: strings.Join([]string{secret, typed, caller, dialled, mapped, digits}, " ")}
	var keeps, locked atomic.Bool
	var panicking atomic.Pointer[string]
	records := store.NewMemory()
	configure := func(c *callcontrol.Config) {
		schema, err := cad.NewSchema([]cad.Definition{{Name: "pin", Editable: true, Secure: true}, {Name: "order", Editable: true}})
		require.NoError(t, err)
		if b.Switch == nil {
			b.Switch, b.Store, b.stops = c.Adapter.(*simulator.Switch), records, make(chan error)
		}
		log.hears(c)
		c.Adapter, c.Variables, c.Store, c.Directory, c.Metrics = b, schema, b, b, m
		c.Settings.CallerIDs = []string{"+18005550199"}
		c.Values = func(telephony.CallID, telephony.Contact) map[string]string { return map[string]string{"pin": secret} }
		c.Keep = func(_ context.Context, _ telephony.CallID, s cad.Sheet) error {
			if p := panicking.Load(); p != nil {
				panic(loose(*p))
			}
			if !keeps.Load() {
				pin, err := s.Saved("pin")
				return errors.Join(err, b.err(pin.Value.Text()))
			}
			return nil
		}
		c.Unlock = func(context.Context, agent.ID, telephony.CallID, string) error {
			if locked.Load() {
				return b.err()
			}
			return nil
		}
	}
	bubble(t, configure, func(s *stand) {
		fail := func(err error) {
			s.Helper()
			require.Error(s, err)
			fmt.Fprintf(said, "%v %+v %#v %q\n", err, err, err, err)
		}
		<-s.c.Ready()
		number, err := dialnumber.New("+" + dialled)
		require.NoError(s, err)
		epdn, err := dialnumber.New("+" + mapped)
		require.NoError(s, err)
		d := s.desks("A1", "A2")
		a1, a2 := d[0], d[1]
		require.NoError(s, s.sw.Arrive("anna", telephony.Contact{From: telephony.Endpoint{Kind: telephony.Customer, Address: "+" + caller},
			Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "billing"}, DNIS: "+" + dialled}))
		synctest.Wait()
		s.answers("anna", "A1")

		// Variables: leave to read refused, a save that fails, and one that panics.
		locked.Store(true)
		err = a1.Fetch(s.ctx, "anna", "pin")
		var his loose
		require.ErrorAs(s, err, &his)
		require.Contains(s, err.Error(), secret, "whoever asks Unlock is answered in its own words; nobody else")
		locked.Store(false)
		require.NoError(s, a1.Fetch(s.ctx, "anna", "pin"))
		require.NoError(s, a1.Type(s.ctx, "anna", "pin", typed))
		require.NoError(s, a1.Type(s.ctx, "anna", "order", "twelve"))
		err = a1.Save(s.ctx, "anna")
		require.ErrorAs(s, err, &his, "Keep's error is there for whoever looks for it")
		fail(err)
		text := b.all
		panicking.Store(&text)
		err = a1.Save(s.ctx, "anna")
		require.ErrorIs(s, err, callcontrol.ErrNotKept)
		fail(err)
		panicking.Store(nil)
		keeps.Store(true)
		require.NoError(s, a1.Consult(s.ctx, "anna", interaction.ToAgent("A2")))
		synctest.Wait()
		s.answers("anna", "A2")
		require.NoError(s, a2.Type(s.ctx, "anna", "pin", secret+typed))
		require.NoError(s, a1.Save(s.ctx, "anna"))
		require.NoError(s, a2.ExitConsult(s.ctx, "anna"))
		synctest.Wait()

		// The adapter: nobody knows, it panics, refuses in its own words, stops.
		b.fails.Store(true)
		require.NoError(s, a1.Consult(s.ctx, "anna", interaction.ToNumber(number)))
		synctest.Wait()
		require.NoError(s, a1.EndConsult(s.ctx, "anna"))
		synctest.Wait()
		b.panics.Store(true)
		require.NoError(s, a1.Consult(s.ctx, "anna", interaction.ToEPDN(epdn)))
		synctest.Wait()
		require.NoError(s, a1.EndConsult(s.ctx, "anna"))
		synctest.Wait()
		s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.ConsultationCall}, Do: simulator.Reject, Cause: telephony.InvalidNumber})
		fail(a1.Consult(s.ctx, "anna", interaction.ToNumber(number)))
		require.NoError(s, a1.Resume(s.ctx, "anna"))
		b.panics.Store(true)
		require.NoError(s, a1.SendDigits(s.ctx, "anna", digits))
		fail(a1.Consult(s.ctx, "anna", interaction.ToEntryPoint(strings.Repeat("x", 2000))))
		b.lost.Store(true)
		b.stops <- b.err()
		time.Sleep(10 * time.Second)
		synctest.Wait()
		_, err = a2.Dial(s.ctx, number, "+"+caller)
		fail(err)
		id, err := a2.Dial(s.ctx, number, "+18005550199")
		require.NoError(s, err)
		s.answers(id, "A2")

		// The store: away, with all that it should have kept.
		b.away.Store(true)
		fail(a1.Hold(s.ctx, "anna"))
		fail(a1.Type(s.ctx, "anna", "pin", typed+typed))
		fail(a2.Idle(s.ctx, ""))
		fail(s.c.Open(s.ctx, callflow.Arrival{ID: "bert", Kind: interaction.WebCallback, Customer: "+" + caller, Values: map[string]string{"pin": secret}}))
		late, cancel := context.WithTimeout(s.ctx, time.Second)
		fail(a1.Hold(late, "anna"))
		cancel()
		s.hangsUp("anna", 1)
		time.Sleep(time.Minute)
		b.away.Store(false)
		time.Sleep(time.Minute)
		synctest.Wait()
		for _, desk := range d {
			notices, err := json.Marshal(desk.View().Notices)
			require.NoError(s, err)
			fmt.Fprintf(said, "%s %+v %v\n", notices, desk.View().Notices, *desk.View())
		}

		// The next centre: a store that is away, a record with a number where none
		// should be, and one that keeps a centre from beginning.
		s.stop()
		spoil(s, records, "anna", `"seq":1`, `"seq":`+dialled+`.5`)
		cfg := callcontrol.Config{}
		configure(&cfg)
		c, err := callcontrol.New(cfg)
		require.NoError(s, err)
		b.away.Store(true)
		life, end := context.WithCancel(s.Context())
		done := make(chan error, 1)
		go func() { done <- c.Run(life) }()
		time.Sleep(time.Second)
		b.away.Store(false)
		<-c.Ready()
		require.Error(s, c.Desk("A1").Hold(s.Context(), "anna"))
		end()
		require.NoError(s, <-done)
		spoil(s, records, "", `"epoch":`, `"epoch":"`+secret+`","was":`)
		c, err = callcontrol.New(cfg)
		require.NoError(s, err)
		fail(c.Run(s.Context()))
		s.stop = func() {}
	})

	lines := log.entries(t)
	told := map[string]bool{}
	for _, e := range lines {
		told[e.text("msg")] = true
	}
	for _, event := range []string{callcontrol.EventListsNotFetched, callcontrol.EventAdapterStopped, callcontrol.EventUnanswered, callcontrol.EventLiveUnknown,
		callcontrol.EventStoreAway, callcontrol.EventDeadlineNotKept, callcontrol.EventRecordUnreadable} {
		require.True(t, told[event], "the life has not been as bad as it should: no %q", event)
	}
	require.Greater(t, b.touched.Load(), int32(20))
	m.small(t)
	measured := fmt.Sprint(m.of)
	for _, mark := range []string{secret, typed, caller, caller[1:], dialled, dialled[1:], mapped, mapped[1:], digits} {
		for where, text := range map[string]string{"the log": log.String(), "an error or a notice": said.String(), "the metrics": measured} {
			if at := strings.Index(text, mark); at >= 0 {
				t.Errorf("%s is in %s: …%s…", mark, where, text[max(0, at-300):at+len(mark)])
			}
		}
	}
	require.Contains(t, log.String(), "callcontrol_test.loose", "of a host's error the type is told")
	require.Contains(t, log.String(), "the adapter: panicked with a string in github.com/seed-6cc70c2f/callcontrol_test.(*blurting).Do:", "and of a panic the place")
	documented(t, lines)
}

// frank is an error that says itself what is logged of it.
type frank struct{ text string }

func (e frank) Error() string        { return e.text }
func (e frank) LogValue() slog.Value { return slog.StringValue("line 3 is down") }

// TestWhatIsToldOfAnError: the texts that are always the same, what an error says
// itself is to be logged, and of all others the type.
func TestWhatIsToldOfAnError(t *testing.T) {
	for _, tc := range []struct {
		err  error
		told string
	}{
		{loose(secret), "the adapter: callcontrol_test.loose"},
		{fmt.Errorf("%s: %w", secret, io.ErrUnexpectedEOF), "the adapter: unexpected EOF"},
		{&net.OpError{Op: "dial", Net: secret, Err: os.NewSyscallError(secret, syscall.ECONNREFUSED)}, "the adapter: *net.OpError: *os.SyscallError: connection refused"},
		{fmt.Errorf("%s: %w", secret, frank{secret}), "the adapter: line 3 is down"},
		{errors.Join(loose(secret), &telephony.Rejection{Cause: telephony.Busy}), "the adapter: callcontrol_test.loose: telephony: rejected: busy"},
		{errors.Join(slices.Repeat([]error{loose(secret)}, 100)...), "the adapter" + strings.Repeat(": callcontrol_test.loose", 8)},
	} {
		log := &ear{}
		returned := false
		b := &bad{run: func() error {
			if returned {
				return nil
			}
			returned = true
			return tc.err
		}}
		bubble(t, func(c *callcontrol.Config) {
			b.Switch = c.Adapter.(*simulator.Switch)
			c.Adapter = b
			log.hears(c)
		}, func(*stand) { synctest.Wait() })
		lines := log.entries(t)
		require.Len(t, lines, 1)
		require.Equal(t, callcontrol.EventAdapterStopped, lines[0].text("msg"))
		require.Equal(t, tc.told, lines[0].text("error"))
	}
}

// spoil changes a record into one that cannot be, with a checksum that is right;
// of the centre where no id is given.
func spoil(s *stand, records *store.Memory, id, old, new string) {
	s.Helper()
	key := store.Key{Kind: "interaction", ID: id}
	if id == "" {
		key = store.Key{Kind: "centre", ID: "epoch"}
	}
	r, err := records.Load(s.Context(), key)
	require.NoError(s, err)
	_, body, _ := bytes.Cut(r.Data, []byte("\n"))
	require.Contains(s, string(body), old)
	body = bytes.Replace(body, []byte(old), []byte(new), 1)
	head := fmt.Sprintf("callcontrol %s 1 %08x\n", key.Kind, crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)))
	_, err = records.Commit(s.Context(), key, r.Revision, append([]byte(head), body...))
	require.NoError(s, err)
}
