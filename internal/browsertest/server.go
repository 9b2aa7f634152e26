package browsertest

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// nothing swallows what the proxy's own log would say about lines that tests cut.
type nothing struct{}

func (nothing) Write(p []byte) (int, error) { return len(p), nil }

var quiet = log.New(nothing{}, "", 0)

var built struct {
	once sync.Once
	path string
	err  error
}

// program builds the example once for all tests of the process.
func program() (string, error) {
	built.once.Do(func() {
		dir, err := os.MkdirTemp("", "callcontrol-desktop-")
		if err != nil {
			built.err = err
			return
		}
		built.path = filepath.Join(dir, "desktop")
		cmd := exec.Command("go", "build", "-o", built.path, "./examples/desktop")
		cmd.Dir = ModuleRoot()
		if out, err := cmd.CombinedOutput(); err != nil {
			built.err = fmt.Errorf("go build ./examples/desktop: %w\n%s", err, out)
		}
	})
	return built.path, built.err
}

// RemoveProgram takes away what the tests of the process have built.
func RemoveProgram() {
	if built.path != "" {
		_ = os.RemoveAll(filepath.Dir(built.path))
	}
}

// ModuleRoot is where callcontrol's own go.mod is: two above this file.
func ModuleRoot() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Dir(filepath.Dir(filepath.Dir(file)))
}

// Server is one process of examples/desktop, on a port of its own: every test
// has a world that nobody else has touched.
type Server struct {
	t    T
	addr string
	args []string
	cmd  *exec.Cmd
	done chan struct{}
	out  *tail
}

// NewServer starts one and waits until it answers.
func NewServer(t T, args ...string) *Server {
	t.Helper()
	s := &Server{t: t, addr: "127.0.0.1:0", args: args, out: &tail{}}
	s.Start()
	t.Cleanup(func() {
		s.Stop()
		if t.Failed() {
			t.Logf("the server's last words:\n%s", s.out)
		}
	})
	return s
}

// URL of a path on the server.
func (s *Server) URL(path string) string { return "http://" + s.addr + path }

// PID of the process that runs now.
func (s *Server) PID() int { return s.cmd.Process.Pid }

var address = regexp.MustCompile(`http://([0-9a-zA-Z.:\[\]]+)`)

// Start starts the process on a free port, and again after Stop or Kill on the
// port it had.
func (s *Server) Start() {
	s.t.Helper()
	path, err := program()
	if err != nil {
		s.t.Fatalf("browsertest: %v", err)
	}
	s.cmd = exec.Command(path, append([]string{"-addr", s.addr}, s.args...)...)
	reader, writer, err := os.Pipe()
	if err != nil {
		s.t.Fatalf("browsertest: %v", err)
	}
	s.cmd.Stdout, s.cmd.Stderr = writer, writer
	if err := s.cmd.Start(); err != nil {
		s.t.Fatalf("browsertest: %v", err)
	}
	_ = writer.Close()
	ready := make(chan string, 1)
	s.done = make(chan struct{})
	go func() {
		lines, said := bufio.NewReader(reader), false
		for {
			line, err := lines.ReadString('\n')
			_, _ = s.out.Write([]byte(line))
			if found := address.FindStringSubmatch(line); !said && found != nil {
				said = true
				ready <- found[1]
			}
			if err != nil {
				break
			}
		}
		_ = reader.Close()
	}()
	go func(cmd *exec.Cmd, done chan struct{}) { _ = cmd.Wait(); close(done) }(s.cmd, s.done)
	// The address is printed once it listens: that line is the event waited for.
	select {
	case s.addr = <-ready: // the same port when it starts again
	case <-s.done:
		s.t.Fatalf("browsertest: the server ended at once:\n%s", s.out)
	case <-time.After(time.Minute):
		s.t.Fatalf("browsertest: the server has not said its address:\n%s", s.out)
	}
	ctx, cancel := context.WithTimeout(context.Background(), Within)
	defer cancel()
	request, _ := http.NewRequestWithContext(ctx, http.MethodGet, s.URL("/"), nil)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		s.t.Fatalf("browsertest: the server does not answer: %v\n%s", err, s.out)
	}
	_, _ = io.Copy(io.Discard, response.Body)
	_ = response.Body.Close()
}

// Stop asks the process to end, and waits for it.
func (s *Server) Stop() { s.end(os.Interrupt) }

// Kill ends the process as a failing machine does.
func (s *Server) Kill() { s.end(syscall.SIGKILL) }

func (s *Server) end(signal os.Signal) {
	_ = s.cmd.Process.Signal(signal)
	select {
	case <-s.done:
	case <-time.After(Within):
		s.t.Errorf("browsertest: the server did not end on %v", signal)
		_ = s.cmd.Process.Kill()
		<-s.done
	}
}

// tail keeps the end of what a process says.
type tail struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.buf.Len() > 64<<10 {
		t.buf.Next(32 << 10)
	}
	return t.buf.Write(p)
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.buf.String()
}
