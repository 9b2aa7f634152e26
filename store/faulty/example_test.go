package faulty_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/store/faulty"
)

// The second commit of an agent is made, and its answer is lost. Who was not
// answered asks: the record tells whether it was.
func Example() {
	ctx := context.Background()
	s := faulty.New(store.NewMemory(), faulty.Config{})
	s.Plant(faulty.Fault{Kind: faulty.LostAnswer, Key: store.Key{Kind: "agent"}, Nth: 2})

	ann := store.Key{Kind: "agent", ID: "ann"}
	was, _ := s.Commit(ctx, ann, 0, []byte("Idle"))
	_, err := s.Commit(ctx, ann, was, []byte("Available"))
	fmt.Println(err)
	fmt.Println(errors.Is(err, store.ErrConflict))

	now, _ := s.Load(ctx, ann)
	fmt.Println(string(now.Data))
	// Output:
	// faulty: nobody knows: lost-answer at agent/ann
	// false
	// Available
}
