package storetest_test

import (
	"context"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Watching.
var brokenWatches = []fault{
	{"Current never comes", 4, edit(func(_ *bent, c store.Change) []store.Change {
		if c.Current {
			return nil
		}
		return []store.Change{c}
	}), "watching/empty watching/there watching/changes", "watching/empty watching/there watching/changes"},
	{"Current comes first", 4, bent{watch: func(b *bent, ctx context.Context, yield func(store.Change, error) bool) {
		if !yield(store.Change{Current: true}, nil) {
			return
		}
		for c, err := range b.Memory.Watch(ctx) {
			if !c.Current && !yield(c, err) {
				return
			}
		}
	}}, "watching/there watching/changes", "watching/there watching/changes"},
	{"Current comes with every change", 4, edit(func(_ *bent, c store.Change) []store.Change {
		return []store.Change{c, {Current: true}}
	}), "watching/empty watching/changes", ""},
	{"one that is there is left out", 4, edit(func(b *bent, c store.Change) []store.Change {
		if c.Key.ID == "7" {
			return nil
		}
		return []store.Change{c}
	}), "watching/there", "watching/there others/together watching/changes"},
	{"removals are not told", 4, edit(func(_ *bent, c store.Change) []store.Change {
		if c.Gone {
			return nil
		}
		return []store.Change{c}
	}), "watching/changes others/unchanged", "watching/changes others/unchanged watching/there"},
	{"who was there is told as gone", 4, edit(func(_ *bent, c store.Change) []store.Change {
		if c.Data == nil {
			return []store.Change{c}
		}
		return []store.Change{c, {Record: store.Record{Key: c.Key}, Gone: true}, c}
	}), "watching/there watching/changes", "watching/there watching/changes"},
	{"what has changed is told as gone, and as new", 4, edit(func(b *bent, c store.Change) []store.Change {
		b.mu.Lock()
		defer b.mu.Unlock()
		old := b.seen[c.Key]
		if b.seen[c.Key] = c.Record; old.Revision == c.Revision || old.Data == nil || c.Data == nil {
			return []store.Change{c}
		}
		return []store.Change{{Record: store.Record{Key: c.Key}, Gone: true}, c}
	}), "others/unchanged", "others/unchanged"},
	{"a change is followed by the one before", 4, edit(func(b *bent, c store.Change) []store.Change {
		b.mu.Lock()
		defer b.mu.Unlock()
		old := b.seen[c.Key]
		if b.seen[c.Key] = c.Record; old.Data == nil || c.Data == nil {
			return []store.Change{c}
		}
		return []store.Change{c, {Record: old}, c}
	}), "watching/never-backwards", "watching/never-backwards watching/slow"},
	{"the first changes are the last", 4, edit(func(b *bent, c store.Change) []store.Change {
		if b.count() > 6 {
			return nil
		}
		return []store.Change{c}
	}), "watching/never-backwards", "watching/never-backwards"},
	{"a commit waits for whoever watches", 4, bent{
		commit: func(b *bent, ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
			select { // the watcher holds it while he reads
			case <-b.one:
			case <-ctx.Done():
				return 0, ctx.Err()
			}
			defer func() { b.one <- struct{}{} }()
			return b.Memory.Commit(ctx, key, was, data)
		},
		watch: func(b *bent, ctx context.Context, yield func(store.Change, error) bool) {
			for c, err := range b.Memory.Watch(ctx) {
				<-b.one
				more := yield(c, err)
				if b.one <- struct{}{}; !more {
					return
				}
			}
		}}, "watching/slow", "watching/slow watching/there watching/empty"},
}

// edit tells something else in the place of each change.
func edit(of func(*bent, store.Change) []store.Change) bent {
	return bent{watch: func(b *bent, ctx context.Context, yield func(store.Change, error) bool) {
		for c, err := range b.Memory.Watch(ctx) {
			told := []store.Change{c}
			if err == nil {
				told = of(b, c)
			}
			for _, c := range told {
				if !yield(c, err) {
					return
				}
			}
		}
	}}
}
