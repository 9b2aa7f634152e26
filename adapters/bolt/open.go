package bolt

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	bbolt "go.etcd.io/bbolt"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Options say how a file is opened. The zero Options are sensible.
type Options struct {
	// LockTimeout is how long Open waits for somebody else to close the file.
	// 0: one second.
	LockTimeout time.Duration

	// Mode is what a new file may be used for, and by whom. 0: 0600, because the
	// records hold what customers have said.
	Mode os.FileMode

	alone bool                                             // no group commit, for the benchmark
	file  func(string, int, os.FileMode) (*os.File, error) // opens the file, for tests
}

// Store is a store in one file. It may be used by several goroutines at once.
type Store struct {
	db       *bbolt.DB
	queue    queue
	watchers store.Watchers
	done     chan struct{} // closed when the writer has ended
	close    func() error

	mu      sync.Mutex
	syncing map[store.Key]store.Record // what was there before the commit that is being synced
	stopped error
}

// The buckets of the file.
var (
	about   = []byte("callcontrol") // what this file is
	records = []byte("records")
	format  = []byte("format")
	version = []byte("1")
)

// Open opens the store in a file, which is made when it is not there. It reads
// every record once, and so finds what is damaged. The errors are ErrLocked,
// ErrCorrupt, ErrForeign, or the system's.
func Open(path string, o Options) (*Store, error) {
	if o.LockTimeout <= 0 {
		o.LockTimeout = time.Second
	}
	if o.Mode == 0 {
		o.Mode = 0o600
	}
	if o.file == nil {
		o.file = os.OpenFile
	}
	var file *os.File
	engine := &bbolt.Options{
		Timeout:      o.LockTimeout,
		FreelistType: bbolt.FreelistMapType, // the other one is slow after much has been removed
		OpenFile: func(name string, flag int, mode os.FileMode) (f *os.File, err error) {
			f, err = o.file(name, flag, mode)
			file = f
			return f, err
		},
	}
	s := &Store{done: make(chan struct{}), queue: queue{more: make(chan struct{}, 1)}}
	err := guarded(func() (err error) {
		if s.db, err = bbolt.Open(path, o.Mode, engine); err != nil {
			return err
		}
		return s.prepare(path)
	})
	if err != nil {
		if s.db != nil {
			_ = guarded(s.db.Close)
		} else if file != nil { // the engine leaves it open, and locked, when it panics
			unlock(file)
			_ = file.Close()
		}
		return nil, opening(err)
	}
	if o.alone {
		s.queue.most = 1
	}
	s.close = sync.OnceValue(s.shut)
	go s.run()
	return s, nil
}

// prepare makes a new file a store, and reads an old one.
func (s *Store) prepare(path string) error {
	isNew := false
	err := s.db.View(func(tx *bbolt.Tx) error {
		if info, err := os.Stat(path); err != nil {
			return err
		} else if info.Size() < tx.Size() {
			return fmt.Errorf("%w: it was cut off", ErrCorrupt)
		}
		if first, _ := tx.Cursor().First(); first == nil {
			isNew = true
			return nil
		}
		return check(tx)
	})
	if err != nil || !isNew {
		return err
	}
	err = s.db.Update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucket(about)
		if err != nil {
			return err
		}
		_, err = tx.CreateBucket(records)
		return errors.Join(err, b.Put(format, version))
	})
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// check reads every record.
func check(tx *bbolt.Tx) error {
	b, all := tx.Bucket(about), tx.Bucket(records)
	if b == nil || all == nil || string(b.Get(format)) != string(version) {
		return ErrForeign
	}
	return all.ForEach(func(k, v []byte) error {
		_, err := decodeKey(k)
		if err == nil {
			_, _, err = decodeValue(k, v)
		}
		return err
	})
}

// syncFolder makes sure that a new file is found after the power has failed.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Close carries out the commits that wait, ends every watch with ErrClosed, and
// closes the file. Whatever is called afterwards fails with ErrClosed. Closing
// again does nothing and gives the same error.
func (s *Store) Close() error { return s.close() }

func (s *Store) shut() error {
	s.queue.end()
	<-s.done
	err := guarded(s.db.Close)
	s.watchers.End(ErrClosed)
	return err
}
