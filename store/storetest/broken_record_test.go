package storetest_test

import (
	"bytes"
	"context"
	"runtime"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Compare and set, outcomes and reading.
var brokenRecords = []fault{
	{"no revision is compared", 1, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		b.mu.Lock()
		defer b.mu.Unlock()
		if now := b.now(key); now != 0 || was != 0 && data != nil {
			was = now
		}
		return b.Memory.Commit(ctx, key, was, data)
	}}, "set/new set/old-revision set/not-there set/remove set/one-of-many", ""},
	{"it is compared first and set then", 1, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		if b.now(key) != was {
			return 0, store.ErrConflict
		}
		for range 20 {
			runtime.Gosched()
		}
		for {
			if now, err := b.Memory.Commit(ctx, key, b.now(key), data); err == nil {
				return now, nil
			}
		}
	}}, "set/one-of-many", "set/one-of-many"},
	{"a removal compares nothing", 1, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		if now := b.now(key); data == nil && was != 0 {
			if was = now; was == 0 {
				return 0, nil
			}
		}
		return b.Memory.Commit(ctx, key, was, data)
	}}, "set/old-revision set/remove set/not-there", ""},
	{"what is not there takes every revision", 1, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		if b.now(key) == 0 && data != nil {
			was = 0
		}
		return b.Memory.Commit(ctx, key, was, data)
	}}, "set/not-there set/remove", "set/not-there set/remove set/again set/new set/counting"},
	{"revisions begin anew after a removal", 1, bent{commit: counting, load: counted}, "set/again outcomes/revisions-survive",
		"set/new set/old-revision set/remove set/again outcomes/revisions-survive set/counting"},
	{"revisions come round again", 1, bent{commit: func(b *bent, _ context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		return b.counts(key, was, data, was%100+1)
	}, load: counted}, "set/counting", "set/new set/old-revision set/counting"},
	{"a revision does not change", 1, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		b.mu.Lock()
		defer b.mu.Unlock()
		r := b.seen[key]
		if r.Revision != was {
			return 0, store.ErrConflict
		}
		if data == nil {
			delete(b.seen, key)
			return 0, nil
		}
		b.seen[key] = store.Record{Key: key, Revision: 1, Data: data}
		return 1, nil
	}, load: counted}, "set/old-revision set/counting set/one-of-many", "set/new set/old-revision set/one-of-many set/counting"},
	{"kind and id run together", 3, bent{
		commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
			return b.Memory.Commit(ctx, joined(key), was, data)
		},
		load: func(b *bent, ctx context.Context, key store.Key) (store.Record, error) {
			r, err := b.Memory.Load(ctx, joined(key))
			r.Key = key
			return r, err
		}}, "set/keys", "set/keys set/new set/again"},
	{"a late commit is made over whatever is there", 1, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		if was != 0 && b.count()%5 == 2 && data != nil {
			time.AfterFunc(time.Millisecond, func() { _, _ = b.Memory.Commit(b.quit, key, b.now(key), data) })
			return 0, context.DeadlineExceeded
		}
		return b.Memory.Commit(ctx, key, was, data)
	}}, "set/counting reading/beside", "set/counting reading/beside"},

	{"what was made is called a conflict", 2, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		now, err := b.Memory.Commit(ctx, key, was, data)
		if err == nil && data != nil && b.count()%3 == 2 {
			return 0, store.ErrConflict
		}
		return now, err
	}}, "set/old-revision set/again outcomes/conflict-is-certain", ""},
	{"a conflict is made later", 2, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		if b.now(key) == was && data != nil && b.count()%4 == 3 {
			time.AfterFunc(50*time.Microsecond, func() { _, _ = b.Memory.Commit(b.quit, key, was, data) })
			time.Sleep(100 * time.Microsecond)
			return 0, store.ErrConflict
		}
		return b.Memory.Commit(ctx, key, was, data)
	}}, "outcomes/conflict-is-certain set/again", "outcomes/conflict-is-certain set/again"},
	{"a new process begins a little earlier", 2, bent{
		commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
			before, _ := b.Memory.Load(ctx, key)
			now, err := b.Memory.Commit(ctx, key, was, data)
			if err == nil {
				b.mu.Lock()
				defer b.mu.Unlock()
				b.seen[key] = before
			}
			return now, err
		},
		reopen: func(b *bent) store.Store {
			s := &bent{Memory: b.Memory, quit: b.quit}
			s.load = func(_ *bent, ctx context.Context, key store.Key) (store.Record, error) {
				if r := b.seen[key]; r.Revision != 0 {
					return r, nil
				}
				return store.Record{}, store.ErrMissing
			}
			return s
		}}, "outcomes/survives", "outcomes/survives"},

	{"what was read once is read for ever", 3, bent{load: func(b *bent, ctx context.Context, key store.Key) (store.Record, error) {
		b.mu.Lock()
		defer b.mu.Unlock()
		if r, known := b.seen[key]; known {
			return r, nil
		}
		r, err := b.Memory.Load(ctx, key)
		if err == nil {
			b.seen[key] = r
		}
		return r, err
	}}, "reading/bytes reading/beside", "reading/bytes reading/beside reading/missing set/new"},
	{"what is long is cut off", 3, bent{load: func(b *bent, ctx context.Context, key store.Key) (store.Record, error) {
		r, err := b.Memory.Load(ctx, key)
		r.Data = r.Data[:min(len(r.Data), 2048)]
		return r, err
	}}, "reading/bytes outcomes/survives limits/largest", ""},
	{"a letter is another one", 3, bent{load: func(b *bent, ctx context.Context, key store.Key) (store.Record, error) {
		r, err := b.Memory.Load(ctx, key)
		r.Data = bytes.Replace(r.Data, []byte("AAcO"), []byte("AAcP"), 1)
		return r, err
	}}, "reading/bytes", ""},
	{"the revision is that of another moment", 3, bent{load: func(b *bent, ctx context.Context, key store.Key) (store.Record, error) {
		r, err := b.Memory.Load(ctx, key)
		if r.Revision > 1 {
			r.Revision--
		}
		return r, err
	}}, "set/old-revision reading/bytes", "set/new set/old-revision set/remove reading/bytes"},
	{"somebody else's record is read", 3, bent{load: func(b *bent, ctx context.Context, key store.Key) (store.Record, error) {
		r, err := b.Memory.Load(ctx, key)
		if err != nil {
			return b.Memory.Load(ctx, store.Key{Kind: "agent", ID: "ann"})
		}
		return r, nil
	}}, "reading/missing set/not-there", "reading/missing set/not-there limits/largest set/new"},
	{"what was removed is still read", 3, bent{load: func(b *bent, ctx context.Context, key store.Key) (store.Record, error) {
		b.mu.Lock()
		defer b.mu.Unlock()
		r, err := b.Memory.Load(ctx, key)
		if err == nil {
			b.seen[key] = r
		} else if old, known := b.seen[key]; known {
			return old, nil
		}
		return r, err
	}, commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		now, err := b.Memory.Commit(ctx, key, was, data)
		_, _ = b.Load(ctx, key)
		return now, err
	}}, "set/remove", "set/remove set/new reading/missing"},
}

// counting commits with revisions that are counted by record, while it is there.
func counting(b *bent, _ context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
	return b.counts(key, was, data, was+1)
}

func (b *bent) counts(key store.Key, was store.Revision, data []byte, now store.Revision) (store.Revision, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	r := b.seen[key]
	if r.Revision != was {
		return 0, store.ErrConflict
	}
	if data == nil {
		delete(b.seen, key)
		return 0, nil
	}
	b.seen[key] = store.Record{Key: key, Revision: now, Data: bytes.Clone(data)}
	return now, nil
}

func counted(b *bent, _ context.Context, key store.Key) (store.Record, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if r, there := b.seen[key]; there {
		return r, nil
	}
	return store.Record{}, store.ErrMissing
}

func joined(key store.Key) store.Key { return store.Key{Kind: "all", ID: key.Kind + key.ID} }
