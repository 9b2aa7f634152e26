package bolt_test

import (
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/adapters/bolt"
	"github.com/seed-6cc70c2f/callcontrol/store"
)

// disk is a file behind whose back the test can put another one.
type disk struct {
	t    *testing.T
	file *os.File
	real int
}

func openDisk(t *testing.T, path string) (*bolt.Store, *disk) {
	t.Helper()
	d := &disk{t: t}
	s, err := bolt.Through(path, func(name string, flag int, mode os.FileMode) (f *os.File, err error) {
		f, err = os.OpenFile(name, flag, mode)
		d.file = f
		return f, err
	})
	require.NoError(t, err)
	d.real, err = syscall.Dup(int(d.file.Fd()))
	require.NoError(t, err)
	t.Cleanup(func() { _ = syscall.Close(d.real) })
	return s, d
}

// becomes puts another file in the place of the open one; what is mapped stays.
func (d *disk) becomes(path string, flag int) {
	d.t.Helper()
	f, err := os.OpenFile(path, flag, 0)
	require.NoError(d.t, err)
	defer f.Close()
	require.NoError(d.t, syscall.Dup3(int(f.Fd()), int(d.file.Fd()), 0))
}

func (d *disk) heals() {
	d.t.Helper()
	require.NoError(d.t, syscall.Dup3(d.real, int(d.file.Fd()), 0))
}

// On a full disk commits fail, reading goes on, and when there is room again so
// do commits.
func TestAFullDisk(t *testing.T) {
	path := file(t)
	s, d := openDisk(t, path)
	one := put(t, s, ann, 0, "1")
	d.becomes("/dev/full", os.O_RDWR)
	for range 3 {
		_, err := s.Commit(t.Context(), ann, one, []byte("2"))
		require.ErrorIs(t, err, syscall.ENOSPC)
		require.NotErrorIs(t, err, store.ErrConflict)
		_, err = s.Commit(t.Context(), ann, one+7, []byte("2"))
		require.ErrorIs(t, err, store.ErrConflict, "that needs no room")
		require.Equal(t, "1", is(t, s, ann))
	}
	d.heals()
	two := put(t, s, ann, one, "2")
	require.Equal(t, "2", is(t, s, ann))
	require.NoError(t, s.Close())
	again := open(t, path)
	require.Equal(t, "2", is(t, again, ann))
	put(t, again, ann, two, "3")
}

// When a sync fails nobody can tell what is on the disk: nothing more is read,
// and nothing written, until the file is opened again.
func TestADiskThatDoesNotSync(t *testing.T) {
	path := file(t)
	s, d := openDisk(t, path)
	one := put(t, s, ann, 0, "1")
	watched := make(chan error)
	current := make(chan struct{})
	go func() {
		var last error
		for c, err := range s.Watch(t.Context()) {
			if last = err; c.Current {
				close(current)
			}
		}
		watched <- last
	}()
	<-current
	d.becomes("/dev/null", os.O_RDWR) // takes every write, and cannot be synced
	_, err := s.Commit(t.Context(), ann, one, []byte("2"))
	require.ErrorIs(t, err, bolt.ErrStopped)
	d.heals()
	_, err = s.Load(t.Context(), ann)
	require.ErrorIs(t, err, bolt.ErrStopped)
	_, err = s.Commit(t.Context(), bob, 0, []byte("1"))
	require.ErrorIs(t, err, bolt.ErrStopped)
	require.ErrorIs(t, <-watched, bolt.ErrStopped)
	require.NoError(t, s.Close())
	require.Equal(t, "1", is(t, open(t, path), ann))
}
