package faulty_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/store/faulty"
)

var (
	ann = store.Key{Kind: "agent", ID: "ann"}
	c1  = store.Key{Kind: "contact", ID: "c1"}
)

func stand(cfg faulty.Config) (*faulty.Store, *store.Memory) {
	m := store.NewMemory()
	return faulty.New(m, cfg), m
}

// is reads what is really there.
func is(t *testing.T, m *store.Memory, key store.Key) string {
	t.Helper()
	r, err := m.Load(context.Background(), key)
	if errors.Is(err, store.ErrMissing) {
		return "nothing"
	}
	require.NoError(t, err)
	return string(r.Data)
}

// put commits what must be made.
func put(t *testing.T, s store.Store, key store.Key, was store.Revision, data string) store.Revision {
	t.Helper()
	now, err := s.Commit(context.Background(), key, was, []byte(data))
	require.NoError(t, err)
	return now
}

func TestFaultsOfACommit(t *testing.T) {
	for kind, want := range map[faulty.Kind]struct {
		is, settled string
		err         error
	}{
		faulty.LostRequest:   {"old", "old", faulty.ErrFault},
		faulty.LostAnswer:    {"new", "new", faulty.ErrFault},
		faulty.LateRequest:   {"old", "new", faulty.ErrFault},
		faulty.FalseConflict: {"old", "old", store.ErrConflict},
	} {
		t.Run(kind.String(), func(t *testing.T) {
			s, m := stand(faulty.Config{Delay: time.Hour})
			one := put(t, s, ann, 0, "old")
			s.Plant(faulty.Fault{Kind: kind})
			_, err := s.Commit(t.Context(), ann, one, []byte("new"))
			require.ErrorIs(t, err, want.err)
			require.Equal(t, want.is, is(t, m, ann))
			s.Settle()
			require.Equal(t, want.settled, is(t, m, ann))
			require.Equal(t, 1, s.Struck(kind))
			put(t, s, c1, 0, "as it should be")
		})
	}
}

func TestALateRequestComesByItselfIfItStillCan(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, m := stand(faulty.Config{Delay: time.Minute})
		s.Plant(faulty.Fault{Kind: faulty.LateRequest, Key: ann})
		s.Plant(faulty.Fault{Kind: faulty.LateRequest, Key: c1})
		ctx, end := context.WithCancel(t.Context())
		for _, key := range []store.Key{ann, c1} {
			_, err := s.Commit(ctx, key, 0, []byte("late"))
			require.ErrorIs(t, err, faulty.ErrFault)
		}
		end() // what has been sent is not called back
		put(t, s, c1, 0, "in between")
		<-time.After(59 * time.Second)
		require.Equal(t, "nothing", is(t, m, ann))
		<-time.After(2 * time.Second)
		require.Equal(t, "late", is(t, m, ann))
		require.Equal(t, "in between", is(t, m, c1))
	})
}

func TestFaultsOfALoad(t *testing.T) {
	s, _ := stand(faulty.Config{})
	s.Plant(faulty.Fault{Kind: faulty.StaleLoad, Key: ann})
	s.Plant(faulty.Fault{Kind: faulty.LoadFails, Key: c1})
	_, err := s.Load(t.Context(), c1)
	require.ErrorIs(t, err, faulty.ErrFault)
	require.NotErrorIs(t, err, store.ErrMissing)
	_, err = s.Load(t.Context(), ann)
	require.ErrorIs(t, err, store.ErrMissing, "there is no past yet: the fault waits")
	require.Zero(t, s.Struck(faulty.StaleLoad))

	one := put(t, s, ann, 0, "1")
	_, err = s.Load(t.Context(), ann)
	require.ErrorIs(t, err, store.ErrMissing, "a moment ago there was none")
	two := put(t, s, ann, one, "2")
	_, err = s.Load(t.Context(), ann) // to read is no change
	require.NoError(t, err)
	s.Plant(faulty.Fault{Kind: faulty.StaleLoad})
	r, err := s.Load(t.Context(), ann)
	require.NoError(t, err)
	require.Equal(t, store.Record{Key: ann, Revision: one, Data: []byte("1")}, r)
	r, err = s.Load(t.Context(), ann)
	require.NoError(t, err)
	require.Equal(t, two, r.Revision, "not for ever")

	_, err = s.Commit(t.Context(), ann, two, nil)
	require.NoError(t, err)
	s.Plant(faulty.Fault{Kind: faulty.StaleLoad})
	r, err = s.Load(t.Context(), ann)
	require.NoError(t, err, "a moment ago it was there")
	require.Equal(t, two, r.Revision)
}

func TestTheNthOfAKindOfRecord(t *testing.T) {
	s, _ := stand(faulty.Config{})
	s.Plant(faulty.Fault{Kind: faulty.LostAnswer, Key: store.Key{Kind: "agent"}, Nth: 3})
	s.Plant(faulty.Fault{}) // no kind: nothing
	var lost []string
	for i := range 6 {
		for _, kind := range []string{"agent", "contact"} {
			_, err := s.Load(t.Context(), store.Key{Kind: kind, ID: "x"}) // counts nothing
			require.ErrorIs(t, err, store.ErrMissing)
			key := store.Key{Kind: kind, ID: fmt.Sprint(i)}
			if _, err := s.Commit(t.Context(), key, 0, []byte("x")); err != nil {
				lost = append(lost, err.Error())
				var f *faulty.Error
				require.ErrorAs(t, err, &f)
				require.Equal(t, faulty.Error{Why: "lost-answer", Key: key}, *f)
			}
		}
	}
	require.Equal(t, []string{"faulty: nobody knows: lost-answer at agent/2"}, lost)
}

// told is a change in one word.
func told(c store.Change, err error) string {
	switch {
	case err != nil:
		return err.Error()
	case c.Current:
		return "current"
	case c.Gone:
		return c.Key.String() + " gone"
	}
	return c.Key.String() + "=" + string(c.Data)
}

func TestFaultsOfAWatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _ := stand(faulty.Config{Delay: time.Minute})
		s.Plant(faulty.Fault{Kind: faulty.RepeatedChange})
		empty, leave := iter.Pull2(s.Watch(t.Context()))
		c, err, _ := empty()
		require.Equal(t, "current", told(c, err))
		one := put(t, s, ann, 0, "1")
		for range 2 {
			c, err, _ = empty()
			require.Equal(t, "agent/ann=1", told(c, err), "Current is not told twice: the fault has waited")
		}
		leave()
		s.Plant(faulty.Fault{Kind: faulty.RepeatedChange, Key: ann})
		s.Plant(faulty.Fault{Kind: faulty.LateChange, Key: ann, Nth: 2})
		s.Plant(faulty.Fault{Kind: faulty.WatchBreaks, Key: c1})
		next, stop := iter.Pull2(s.Watch(t.Context()))
		defer stop()
		take := func() string { c, err, _ := next(); return told(c, err) }
		require.Equal(t, "agent/ann=1", take())
		require.Equal(t, "agent/ann=1", take(), "twice")
		require.Equal(t, "current", take())
		two := put(t, s, ann, one, "2")
		begun := time.Now()
		go func() {
			<-time.After(time.Second)
			two = put(t, s, ann, two, "3")
			put(t, s, ann, two, "4")
		}()
		require.Equal(t, "agent/ann=2", take())
		require.Equal(t, time.Minute, time.Since(begun), "late")
		require.Equal(t, "agent/ann=4", take(), "and what came meanwhile is one change")
		put(t, s, c1, 0, "1")
		require.Equal(t, "faulty: nobody knows: watch-breaks at contact/c1", take())
		_, _, more := next()
		require.False(t, more)
		ctx, end := context.WithCancel(t.Context())
		s.Plant(faulty.Fault{Kind: faulty.LateChange})
		go func() { <-time.After(time.Second); end() }()
		for c, err := range s.Watch(ctx) {
			require.Equal(t, "context canceled", told(c, err), "nobody waits for what is late after his context")
		}
	})
}

func TestAwayAndBack(t *testing.T) {
	for _, hang := range []bool{false, true} {
		t.Run(fmt.Sprintf("hang=%t", hang), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, m := stand(faulty.Config{Hang: hang})
				put(t, s, ann, 0, "1")
				ctx, end := context.WithCancel(t.Context())
				defer end()
				var all []string
				var crew sync.WaitGroup
				crew.Go(func() {
					for c, err := range s.Watch(ctx) {
						all = append(all, told(c, err))
					}
				})
				synctest.Wait()
				s.Away()
				s.Away()
				synctest.Wait()
				_, err := s.Commit(ctx, store.Key{}, 0, nil)
				require.ErrorIs(t, err, store.ErrInvalid, "that needs no store")
				short, stop := context.WithTimeout(ctx, time.Minute)
				defer stop()
				began := time.Now()
				_, err = s.Load(short, ann)
				if !hang {
					require.EqualError(t, err, "faulty: nobody knows: away at agent/ann")
					require.Zero(t, time.Since(began))
					for c, err := range s.Watch(ctx) {
						require.Equal(t, "faulty: nobody knows: away", told(c, err))
					}
					crew.Wait()
					require.Equal(t, []string{"agent/ann=1", "current", "faulty: nobody knows: away"}, all)
				} else {
					require.ErrorIs(t, err, context.DeadlineExceeded)
					crew.Go(func() { put(t, s, c1, 0, "waits") })
					put(t, m, store.Key{Kind: "agent", ID: "bob"}, 0, "told when it is back")
					synctest.Wait()
					require.Equal(t, []string{"agent/ann=1", "current"}, all)
					require.Equal(t, "nothing", is(t, m, c1))
				}
				s.Back()
				s.Back()
				_, err = s.Load(ctx, ann)
				require.NoError(t, err)
				synctest.Wait()
				if hang {
					require.Equal(t, "waits", is(t, m, c1))
					require.Equal(t, []string{"agent/ann=1", "current", "agent/bob=told when it is back", "contact/c1=waits"}, all)
				}
				end()
				crew.Wait()
			})
		})
	}
}

func TestFull(t *testing.T) {
	s, m := stand(faulty.Config{})
	one := put(t, s, ann, 0, "1")
	s.Full(true)
	for _, data := range [][]byte{[]byte("2"), nil} {
		_, err := s.Commit(t.Context(), ann, one, data)
		require.EqualError(t, err, "faulty: nobody knows: full at agent/ann")
	}
	r, err := s.Load(t.Context(), ann)
	require.NoError(t, err)
	require.Equal(t, "1", string(r.Data))
	s.Full(false)
	put(t, s, ann, one, "2")
	require.Equal(t, "2", is(t, m, ann))
}

// fates are what becomes of 400 calls for one record.
func fates(t *testing.T, seed uint64, key store.Key, beside func(s *faulty.Store, i int)) (all string) {
	s, _ := stand(faulty.Config{Seed: seed, Rates: faulty.All(0.1), Delay: time.Hour})
	for i := range 400 {
		beside(s, i)
		before := s.Struck(faulty.LostRequest)
		_, err := s.Commit(t.Context(), key, 1<<60, []byte("x")) // a conflict, if nothing strikes
		if s.Struck(faulty.LostRequest) > before {
			all += "L"
		} else if errors.Is(err, faulty.ErrFault) {
			all += "f"
		} else {
			all += "."
		}
	}
	return all
}

func TestChanceIsASeed(t *testing.T) {
	nothing := func(*faulty.Store, int) {}
	one := fates(t, 7, ann, nothing)
	require.Equal(t, one, fates(t, 7, ann, nothing))
	require.Equal(t, one, fates(t, 7, ann, func(s *faulty.Store, i int) {
		for range i % 3 {
			_, _ = s.Commit(t.Context(), c1, 0, []byte("x"))
			_, _ = s.Load(t.Context(), ann)
		}
	}), "what happens to others, and to other methods, changes nothing")
	require.NotEqual(t, one, fates(t, 8, ann, nothing))
	require.NotEqual(t, one, fates(t, 7, c1, nothing))
}

func TestRatesAreKept(t *testing.T) {
	var rates faulty.Rates
	rates[faulty.LostRequest], rates[faulty.FalseConflict] = 0.3, 0.1
	s, _ := stand(faulty.Config{Rates: rates})
	const calls = 20_000
	for i := range calls {
		_, _ = s.Commit(t.Context(), store.Key{Kind: "agent", ID: fmt.Sprint(i % 100)}, 1<<60, []byte("x"))
	}
	require.InDelta(t, 0.3, float64(s.Struck(faulty.LostRequest))/calls, 0.015)
	require.InDelta(t, 0.1, float64(s.Struck(faulty.FalseConflict))/calls, 0.015)
	require.Zero(t, s.Struck(faulty.LostAnswer))
	require.Zero(t, s.Struck(faulty.Kind(200)))
}

// What a run of days has seen long ago is forgotten, and what is in use is not.
func TestThePastIsBounded(t *testing.T) {
	s, _ := stand(faulty.Config{})
	put(t, s, ann, 0, "1")
	for i := range 10_000 {
		put(t, s, store.Key{Kind: "contact", ID: fmt.Sprint(i)}, 0, "x")
	}
	s.Plant(faulty.Fault{Kind: faulty.StaleLoad})
	_, err := s.Load(t.Context(), ann)
	require.NoError(t, err, "its past is forgotten")
	require.Zero(t, s.Struck(faulty.StaleLoad))
	_, err = s.Load(t.Context(), store.Key{Kind: "contact", ID: "9000"})
	require.ErrorIs(t, err, store.ErrMissing)
}

func TestKindsHaveWords(t *testing.T) {
	for i := range faulty.Kinds {
		k := faulty.Kind(i)
		text, err := k.MarshalText()
		require.NoError(t, err)
		require.Equal(t, k.String(), string(text))
		back := faulty.Kind(99)
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, k, back)
	}
	_, err := faulty.Kind(99).MarshalText()
	require.EqualError(t, err, "faulty: no such kind of fault: 99")
	require.Equal(t, "Kind(99)", faulty.Kind(99).String())
	var k faulty.Kind
	require.EqualError(t, k.UnmarshalText([]byte("sunspots")), `faulty: no such kind of fault: "sunspots"`)
}
