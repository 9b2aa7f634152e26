package bolt

import (
	"context"
	"os"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Alone opens without group commit.
func Alone(path string) (*Store, error) { return Open(path, Options{alone: true}) }

// Through opens with a file that comes from somewhere else.
func Through(path string, file func(string, int, os.FileMode) (*os.File, error)) (*Store, error) {
	return Open(path, Options{file: file})
}

// Turn is the turn of a commit that has waited.
func Turn(s *Store, ctx context.Context, key store.Key) error {
	r := &request{ctx: ctx, key: key, data: []byte("x")}
	s.write([]*request{r})
	return r.err
}

// Syncing is a store that is syncing what takes the place of these records.
func Syncing(s *Store, before ...store.Record) (done func()) {
	all := map[store.Key]store.Record{}
	for _, r := range before {
		all[r.Key] = r
	}
	s.sync(all)
	return func() { s.sync(nil) }
}
