package soak

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

// Elsewhere is the plant whose centres are processes of a program, over a store
// on disk in a directory. A kill is a SIGKILL, whenever it comes.
func Elsewhere(program, dir string) Plant { return &elsewhere{program: program, dir: dir} }

type elsewhere struct {
	program, dir string
	stop         context.CancelFunc
	served       chan error
}

func (p *elsewhere) Lasting() bool         { return true }
func (p *elsewhere) at(name string) string { return filepath.Join(p.dir, name) }

func (p *elsewhere) Open(line telephony.Adapter) error {
	server, err := remote.NewServer(line, remote.ServerConfig{})
	if err != nil {
		return err
	}
	l, err := net.Listen("unix", p.at("switch"))
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	p.stop, p.served = stop, make(chan error, 1)
	go func() { p.served <- server.Serve(ctx, l) }()
	return nil
}

func (p *elsewhere) Close() error {
	p.stop()
	if err := <-p.served; !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

func (p *elsewhere) Start() (Centre, error) {
	desks := p.at("desks")
	_ = os.Remove(desks)
	cmd := exec.Command(p.program, p.at("switch"), desks, p.at("records"))
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	c := &process{cmd: cmd, socket: desks, ended: make(chan struct{}), began: time.Now()}
	go func() {
		c.err = cmd.Wait()
		close(c.ended)
	}()
	return c, nil
}

// process is a centre in a process of its own.
type process struct {
	cmd    *exec.Cmd
	socket string
	began  time.Time
	ended  chan struct{}
	err    error // of Wait, when it has ended
	once   sync.Once
	why    atomic.Pointer[string] // how it was killed
}

func (c *process) dial(ctx context.Context) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "unix", c.socket)
}

// Ready waits for the desks to be served, which they are once the records have
// been loaded.
func (c *process) Ready(ctx context.Context) error {
	for {
		conn, err := c.dial(ctx)
		if err == nil {
			return conn.Close()
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-c.ended:
			return errKilled // end tells whether it was
		case <-time.After(5 * time.Millisecond):
		}
	}
}

func (c *process) Desk(id agent.ID) Desk { return &far{id: id, dial: c.dial} }
func (c *process) dead() <-chan struct{} { return c.ended }

// kill comes some milliseconds later, so many as there would have been commits:
// whatever the process is at then.
func (c *process) kill(_ moment, n int) {
	time.AfterFunc(time.Duration(n*n)*time.Millisecond, func() { c.once.Do(c.shoot) })
}

func (c *process) shoot() {
	c.why.Store(new(sprint("SIGKILL after %v", time.Since(c.began).Round(time.Millisecond))))
	_ = c.cmd.Process.Kill()
}

func (c *process) end() (string, error) {
	<-c.ended
	var exit *exec.ExitError
	why := c.why.Load()
	if why == nil || errors.As(c.err, &exit) && exit.Exited() {
		return "", fmt.Errorf("soak: the process has ended by itself: %w", c.err)
	}
	return *why, nil
}
