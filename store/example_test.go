package store_test

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"fmt"
	"iter"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// sealed encrypts the data of the store inside. Kind and id stay readable, and are
// sealed with the data, so that no record can be put in the place of another.
type sealed struct {
	store.Store
	aead cipher.AEAD
}

func (s sealed) Load(ctx context.Context, key store.Key) (store.Record, error) {
	return s.open(s.Store.Load(ctx, key))
}

func (s sealed) Commit(ctx context.Context, key store.Key, was store.Revision, data []byte) (store.Revision, error) {
	if err := store.Check(key, was, data); err != nil {
		return 0, err
	}
	if data != nil { // nil removes
		data = s.aead.Seal(nil, nil, data, []byte(key.Kind+"\x00"+key.ID))
	}
	return s.Store.Commit(ctx, key, was, data)
}

func (s sealed) Watch(ctx context.Context) iter.Seq2[store.Change, error] {
	return func(yield func(store.Change, error) bool) {
		for c, err := range s.Store.Watch(ctx) {
			if c.Data != nil {
				c.Record, err = s.open(c.Record, err)
			}
			if !yield(c, err) || err != nil {
				return
			}
		}
	}
}

func (s sealed) open(r store.Record, err error) (store.Record, error) {
	if err == nil {
		r.Data, err = s.aead.Open(nil, nil, r.Data, []byte(r.Key.Kind+"\x00"+r.Key.ID))
	}
	return r, err
}

// Records hold what customers have said. A store that is wrapped encrypts them
// before they reach the disk. Sealing adds 28 bytes, so the largest record is that
// much smaller; where the key comes from is the host's own affair.
func Example_encrypted() {
	secret := make([]byte, 32)
	_, _ = rand.Read(secret)
	block, _ := aes.NewCipher(secret)
	aead, _ := cipher.NewGCMWithRandomNonce(block)
	disk := store.NewMemory()
	s := sealed{disk, aead}

	ctx, key := context.Background(), store.Key{Kind: "interaction", ID: "c1"}
	_, err := s.Commit(ctx, key, 0, []byte("card 4111"))
	fmt.Println(err)
	r, err := s.Load(ctx, key)
	fmt.Println(string(r.Data), err)
	r, _ = disk.Load(ctx, key)
	fmt.Println(len(r.Data), string(r.Data) == "card 4111")
	for c, err := range s.Watch(ctx) {
		fmt.Println(c.Key, string(c.Data), err)
		break
	}
	// Output:
	// <nil>
	// card 4111 <nil>
	// 37 false
	// interaction/c1 card 4111 <nil>
}

// Two who change the same record at the same time: the second is told, reads what
// is there now, and decides anew.
func Example() {
	ctx, s := context.Background(), store.NewMemory()
	ann := store.Key{Kind: "agent", ID: "ann"}
	was, _ := s.Commit(ctx, ann, 0, []byte("Idle"))
	_, err := s.Commit(ctx, ann, was, []byte("Available"))
	fmt.Println(err)
	_, err = s.Commit(ctx, ann, was, []byte("Engaged"))
	fmt.Println(err)
	now, _ := s.Load(ctx, ann)
	fmt.Println(string(now.Data))
	// Output:
	// <nil>
	// store: the record has changed
	// Available
}

// A store that tells its watchers what has changed, with the help of Watchers.
func ExampleWatchers() {
	data := map[store.Key]store.Record{}
	var watchers store.Watchers
	commit := func(r store.Record) { data[r.Key] = r; watchers.Changed(r.Key) }
	keys := func() (all []store.Key, err error) {
		for k := range data {
			all = append(all, k)
		}
		return all, nil
	}
	load := func(k store.Key) (store.Record, error) { return data[k], nil }

	ann := store.Key{Kind: "agent", ID: "ann"}
	commit(store.Record{Key: ann, Revision: 1, Data: []byte("Idle")})
	for c, err := range watchers.Watch(context.Background(), keys, load) {
		fmt.Println(c.Key, c.Revision, c.Current, err)
		if c.Revision == 3 {
			break
		}
		if c.Current {
			commit(store.Record{Key: ann, Revision: 2, Data: []byte("Available")})
			commit(store.Record{Key: ann, Revision: 3, Data: []byte("Engaged")})
		}
	}
	// Output:
	// agent/ann 1 false <nil>
	// / 0 true <nil>
	// agent/ann 3 false <nil>
}
