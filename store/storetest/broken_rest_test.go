package storetest_test

import (
	"context"
	"fmt"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// broken are all of them.
var broken = slices.Concat(brokenRecords, brokenWatches, brokenRest)

// Others, contexts and limits.
var brokenRest = []fault{
	{"what was given is reused", 5, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		old, _ := b.Memory.Load(ctx, key)
		now, err := b.Memory.Commit(ctx, key, was, data)
		if err == nil && data == nil {
			clear(old.Data)
		}
		return now, err
	}}, "others/unchanged", "others/unchanged"},
	{"what is read lies in one buffer", 5, bent{load: func(b *bent, ctx context.Context, key store.Key) (store.Record, error) {
		r, err := b.Memory.Load(ctx, key)
		if err != nil {
			return r, err
		}
		b.mu.Lock()
		defer b.mu.Unlock()
		if b.seen[store.Key{}].Data == nil {
			b.seen[store.Key{}] = store.Record{Data: make([]byte, 1<<17)}
		}
		r.Data = b.seen[store.Key{}].Data[:copy(b.seen[store.Key{}].Data, r.Data)]
		return r, nil
	}}, "others/unchanged reading/bytes", "others/unchanged reading/bytes"},
	{"nobody may call from within a watch", 5, bent{
		load: func(b *bent, ctx context.Context, key store.Key) (store.Record, error) {
			select {
			case <-b.one:
				defer func() { b.one <- struct{}{} }()
			case <-ctx.Done():
				return store.Record{}, ctx.Err()
			}
			return b.Memory.Load(ctx, key)
		},
		watch: func(b *bent, ctx context.Context, yield func(store.Change, error) bool) {
			<-b.one
			defer func() { b.one <- struct{}{} }()
			for c, err := range b.Memory.Watch(ctx) {
				if !yield(c, err) {
					return
				}
			}
		}}, "watching/within", "watching/within watching/empty"},

	{"a commit waits for more than its context", 6, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		if ctx.Err() != nil {
			<-b.quit.Done()
		}
		return b.Memory.Commit(ctx, key, was, data)
	}}, "contexts/ended contexts/end", ""},
	{"a load waits for more than its context", 6, bent{load: func(b *bent, ctx context.Context, key store.Key) (store.Record, error) {
		if ctx.Err() != nil {
			<-b.quit.Done()
		}
		return b.Memory.Load(ctx, key)
	}}, "contexts/ended", ""},
	{"a watch outlives its context", 6, bent{watch: func(b *bent, ctx context.Context, yield func(store.Change, error) bool) {
		for c, err := range b.Memory.Watch(b.quit) {
			if !yield(c, err) {
				return
			}
		}
	}}, "contexts/watch", "contexts/watch"},
	{"nothing is too large", 6, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		if len(data) > store.MaxData {
			return 1, nil
		}
		return b.Memory.Commit(ctx, key, was, data)
	}}, "limits/invalid", ""},
	{"what is invalid is anything", 6, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		if err := store.Check(key, was, data); err != nil {
			return 0, fmt.Errorf("database error 12: %v", err)
		}
		return b.Memory.Commit(ctx, key, was, data)
	}}, "limits/invalid", ""},
	{"what is invalid changes something", 6, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		if data != nil && len(data) == 0 {
			_, _ = b.Memory.Commit(ctx, key, was, nil)
		}
		return b.Memory.Commit(ctx, key, was, data)
	}}, "limits/invalid", ""},
	{"large is too large", 6, bent{commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
		if len(data) > 1<<16 {
			return 0, store.ErrInvalid
		}
		return b.Memory.Commit(ctx, key, was, data)
	}}, "limits/largest reading/bytes", ""},
}
