package remote

import (
	"bufio"
	"context"
	"errors"
	"io"
	"sync"
	"time"
)

const (
	beat     = 5 * time.Second  // how often a client says that it is there
	silence  = 15 * time.Second // after how long who says nothing is gone
	farewell = time.Second      // how long what was put may take before a connection that finishes is closed
	maxOut   = 32 << 20         // bytes that may wait for a peer who does not read
	little   = 1 << 18          // bytes below which more of a long answer is put
)

// errEnded is what a connection that was closed at this end gives.
var errEnded = errors.New("remote: connection ended")

// wire is one connection as both ends use it: messages in, messages out. One
// goroutine reads. Putting never waits for the peer, so that no lock, sink or
// command does: a goroutine of the wire's own writes.
type wire struct {
	rw    io.ReadWriteCloser
	in    *bufio.Reader
	ended chan struct{} // closed at the end
	more  chan struct{} // holds one when there is something to write, or finish was called

	mu      sync.Mutex
	out     []byte        // lines that are not yet written
	last    bool          // what is in out is the last
	room    chan struct{} // closed, and replaced, when out was taken to be written
	quiet   *time.Timer   // ends the connection when nothing is read
	closing sync.Once
}

func newWire(rw io.ReadWriteCloser) *wire {
	w := &wire{rw: rw, in: bufio.NewReaderSize(rw, maxLine), ended: make(chan struct{}),
		more: make(chan struct{}, 1), room: make(chan struct{})}
	w.mu.Lock()
	w.quiet = time.AfterFunc(silence, w.end)
	w.mu.Unlock()
	go w.write()
	return w
}

// read waits for the next message. Its memory is bounded by maxLine.
func (w *wire) read() (message, error) {
	line, err := w.in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		return message{}, errTooLong
	}
	if err != nil {
		return message{}, err // also what was cut off in the middle of a line
	}
	w.quiet.Reset(silence)
	return parse(line)
}

// put hands a message over to be written. What cannot be put ends the
// connection: the peer who misses it is better off with a new one.
func (w *wire) put(m message) {
	line, err := m.line()
	if err != nil {
		go w.end() // closing may wait, and who puts may not
		return
	}
	w.putLine(line)
}

func (w *wire) putLine(line []byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.last {
		return
	}
	if len(w.out)+len(line) > maxOut {
		go w.end()
		return
	}
	w.out = append(w.out, line...)
	w.wake()
}

func (w *wire) wake() {
	select {
	case w.more <- struct{}{}:
	default:
	}
}

// calm waits until little is left to be written, for who has much to say.
func (w *wire) calm(ctx context.Context) error {
	for {
		w.mu.Lock()
		less, room := len(w.out) < little, w.room
		w.mu.Unlock()
		if less {
			return ctx.Err()
		}
		select {
		case <-room:
		case <-w.ended:
			return errEnded
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (w *wire) write() {
	for {
		select {
		case <-w.more:
		case <-w.ended:
			return
		}
		w.mu.Lock()
		out, last := w.out, w.last
		w.out = nil
		close(w.room)
		w.room = make(chan struct{})
		w.mu.Unlock()
		if len(out) > 0 {
			if _, err := w.rw.Write(out); err != nil {
				w.end()
				return
			}
		}
		if last {
			w.end()
			return
		}
	}
}

// finish ends the connection as soon as what was put has been written.
func (w *wire) finish() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.last {
		w.last = true
		time.AfterFunc(farewell, w.end)
		w.wake()
	}
}

// end ends the connection now.
func (w *wire) end() {
	w.closing.Do(func() {
		w.mu.Lock()
		w.quiet.Stop()
		w.last, w.out = true, nil
		w.mu.Unlock()
		_ = w.rw.Close()
		close(w.ended) // who waits for it may count on the connection being closed
	})
}
