package bolt_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/seed-6cc70c2f/callcontrol/adapters/bolt"
	"github.com/seed-6cc70c2f/callcontrol/store"
)

// What was committed is there when the file is opened again.
func Example() {
	dir, err := os.MkdirTemp("", "centre")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	path, ctx := filepath.Join(dir, "centre.db"), context.Background()
	ann := store.Key{Kind: "agent", ID: "ann"}

	s, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = s.Commit(ctx, ann, 0, []byte("Available"))
	fmt.Println(err, s.Close())

	if s, err = bolt.Open(path, bolt.Options{}); err != nil {
		fmt.Println(err)
		return
	}
	r, err := s.Load(ctx, ann)
	fmt.Println(string(r.Data), err, s.Close())
	// Output:
	// <nil> <nil>
	// Available <nil> <nil>
}
