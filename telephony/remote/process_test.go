package remote_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
	"github.com/seed-6cc70c2f/callcontrol/telephony/telephonytest"
)

// asSwitch makes this test binary a switch in a process of its own. Its value
// is where to serve: the path of a Unix socket, or a port of this machine.
const asSwitch = "CALLCONTROL_REMOTE_TEST_SWITCH"

func TestMain(m *testing.M) {
	if where := os.Getenv(asSwitch); where != "" {
		if err := beSwitch(where); err != nil {
			_, _ = os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// act is what the test has somebody do, on the switch's standard input; report
// is what came of it, on its standard output. The kit's people go this way, and
// not through the protocol.
type act struct {
	Do      string
	Call    telephony.CallID
	Leg     telephony.Leg
	Cause   telephony.Cause
	Agent   string
	Contact telephony.Contact
}

type report struct {
	Text     string
	Endpoint telephony.Endpoint
	Error    string
}

// beSwitch is the whole of the other process. It ends with its input.
func beSwitch(where string) error {
	network := "tcp"
	if filepath.IsAbs(where) {
		network = "unix"
	}
	l, err := net.Listen(network, where)
	if err != nil {
		return err
	}
	who := newPeople()
	s, err := remote.NewServer(who, remote.ServerConfig{})
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, l) }()
	in, out := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	if err := out.Encode(report{Text: l.Addr().String()}); err != nil {
		return err
	}
	for {
		var a act
		if in.Decode(&a) != nil {
			break
		}
		if err := out.Encode(who.perform(a)); err != nil {
			break
		}
	}
	stop()
	if err := <-served; !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

func (p people) perform(a act) (r report) {
	var err error
	switch a.Do {
	case "arrives":
		var id telephony.CallID
		id, err = p.Arrives(a.Contact)
		r.Text = string(id)
	case "answers":
		err = p.Answers(a.Call, a.Leg)
	case "hangs up":
		err = p.HangsUp(a.Call, a.Leg, a.Cause)
	case "holds":
		err = p.HoldsOnDevice(a.Call, a.Leg)
	case "takes back":
		err = p.TakesBackOnDevice(a.Call, a.Leg)
	case "off hook":
		err = p.OffHook(a.Agent)
	case "on hook":
		err = p.OnHook(a.Agent)
	case "nowhere":
		r.Endpoint = p.Nowhere()
	case "dialled":
		r.Text, err = p.Dialled(a.Call, a.Leg)
	default:
		err = errors.New("nobody can " + a.Do)
	}
	if err != nil {
		r.Error = err.Error()
	}
	return r
}

// process is a switch in another process, and the people at its phones.
type process struct {
	t       *testing.T
	address string
	cmd     *exec.Cmd
	stdin   io.Closer

	mu  sync.Mutex
	in  *json.Encoder
	out *json.Decoder
}

func start(t *testing.T, where string) *process {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), asSwitch+"="+where)
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	require.NoError(t, err)
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	p := &process{t: t, cmd: cmd, stdin: stdin, in: json.NewEncoder(stdin), out: json.NewDecoder(bufio.NewReader(stdout))}
	t.Cleanup(p.kill)
	var r report
	require.NoError(t, p.out.Decode(&r))
	p.address = r.Text
	return p
}

// kill ends the process without a word.
func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}

// leave lets it end in an orderly way.
func (p *process) leave() {
	require.NoError(p.t, p.stdin.Close())
	require.NoError(p.t, p.cmd.Wait())
}

func (p *process) performs(a act) (report, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	var r report
	if err := errors.Join(p.in.Encode(a), p.out.Decode(&r)); err != nil {
		return r, err
	}
	if r.Error != "" {
		return r, errors.New(r.Error)
	}
	return r, nil
}

func (p *process) Arrives(c telephony.Contact) (telephony.CallID, error) {
	r, err := p.performs(act{Do: "arrives", Contact: c})
	return telephony.CallID(r.Text), err
}

func (p *process) Answers(c telephony.CallID, l telephony.Leg) error {
	_, err := p.performs(act{Do: "answers", Call: c, Leg: l})
	return err
}

func (p *process) HangsUp(c telephony.CallID, l telephony.Leg, why telephony.Cause) error {
	_, err := p.performs(act{Do: "hangs up", Call: c, Leg: l, Cause: why})
	return err
}

func (p *process) HoldsOnDevice(c telephony.CallID, l telephony.Leg) error {
	_, err := p.performs(act{Do: "holds", Call: c, Leg: l})
	return err
}

func (p *process) TakesBackOnDevice(c telephony.CallID, l telephony.Leg) error {
	_, err := p.performs(act{Do: "takes back", Call: c, Leg: l})
	return err
}

func (p *process) OffHook(agent string) error {
	_, err := p.performs(act{Do: "off hook", Agent: agent})
	return err
}

func (p *process) OnHook(agent string) error {
	_, err := p.performs(act{Do: "on hook", Agent: agent})
	return err
}

func (p *process) Nowhere() telephony.Endpoint {
	r, err := p.performs(act{Do: "nowhere"})
	require.NoError(p.t, err)
	return r.Endpoint
}

func (p *process) Dialled(c telephony.CallID, l telephony.Leg) (string, error) {
	r, err := p.performs(act{Do: "dialled", Call: c, Leg: l})
	return r.Text, err
}

func (p *process) Agents() []string { return people{}.Agents() }
func (p *process) Number() string   { return people{}.Number() }
func (p *process) Queue() string    { return people{}.Queue() }

// reach is an adapter for a switch at an address.
func reach(t *testing.T, network, address string) *remote.Adapter {
	t.Helper()
	connect := func(ctx context.Context) (io.ReadWriteCloser, error) {
		return new(net.Dialer).DialContext(ctx, network, address)
	}
	can, err := remote.Ask(t.Context(), remote.Config{Connect: connect})
	require.NoError(t, err)
	a, err := remote.New(remote.Config{Connect: connect, Capabilities: can})
	require.NoError(t, err)
	return a
}

// The simulator in another process keeps its duties, over TCP.
func TestKitInAnotherProcess(t *testing.T) {
	telephonytest.Run(t, telephonytest.Harness{
		New: func(t *testing.T) telephonytest.Line {
			p := start(t, "127.0.0.1:0")
			return telephonytest.Line{Adapter: reach(t, "tcp", p.address), People: p,
				Again: func() telephony.Adapter { return reach(t, "tcp", p.address) }}
		},
	})
}

// A switch that is killed, and started anew at the same place, is found again:
// Run says that something may be lost, Live tells what there is, and the next
// call goes as it should.
func TestSwitchKilled(t *testing.T) {
	dir, err := os.MkdirTemp("", "switch") // a path that fits into a socket's address
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	where := filepath.Join(dir, "s")
	first := start(t, where)
	a := reach(t, "unix", where)
	told := make(chan telephony.Event, 9)
	run := func() chan error {
		ctx, stop := context.WithCancel(context.Background())
		t.Cleanup(stop)
		done := make(chan error, 1)
		go func() { done <- a.Run(ctx, func(e telephony.Event) error { told <- e; return nil }) }()
		return done
	}
	ended := run()
	call, err := first.Arrives(telephony.Contact{DNIS: number})
	require.NoError(t, err)
	require.Equal(t, telephony.Event{Call: call, Kind: telephony.Incoming, Leg: 1, Contact: telephony.Contact{DNIS: number}}, <-told)

	first.kill()
	require.NoError(t, os.Remove(where))
	taken := make(chan error, 1)
	go func() {
		taken <- a.Do(context.Background(), telephony.Command{Call: "placed", Op: 1, Epoch: 1, Verb: telephony.Dial, Leg: 1,
			To: telephony.Endpoint{Kind: telephony.Customer, Address: number}})
	}()
	second := start(t, where)
	require.ErrorIs(t, <-ended, remote.ErrLost)
	require.NoError(t, <-taken)
	for l, err := range a.Live(t.Context()) {
		require.NoError(t, err)
		require.Equal(t, telephony.CallID("placed"), l.Call)
	}
	ended = run()
	require.Equal(t, telephony.Event{Call: "placed", Op: 1, Kind: telephony.Alerting, Leg: 1}, <-told)
	require.NoError(t, second.Answers("placed", 1))
	e := <-told
	for e.Kind == telephony.Alerting {
		e = <-told // told once more, if the command was sent again (duty 4)
	}
	require.Equal(t, telephony.Event{Call: "placed", Kind: telephony.Answered, Leg: 1}, e)
	second.leave()
	require.Empty(t, ended) // an orderly end is waited out
	third := start(t, where)
	require.ErrorIs(t, <-ended, remote.ErrLost)
	third.leave()
}
