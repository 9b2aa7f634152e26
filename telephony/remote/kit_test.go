package remote_test

import (
	"fmt"
	"net"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
	"github.com/seed-6cc70c2f/callcontrol/telephony/telephonytest"
)

// people are those at a simulator's phones, as the conformance kit wants them.
type people struct {
	*simulator.Switch
	arrived *atomic.Int64
}

func newPeople() people { return people{simulator.New(simulator.Config{}), new(atomic.Int64)} }

func (p people) Arrives(c telephony.Contact) (telephony.CallID, error) {
	id := telephony.CallID(fmt.Sprintf("arrived-%d", p.arrived.Add(1)))
	return id, p.Arrive(id, c)
}

func (p people) Agents() []string { return []string{"anna", "ben", "chloe", "dan"} }
func (p people) Number() string   { return "+1 (201) 553-2447" }
func (p people) Queue() string    { return "sales" }

func (p people) OffHook(agent string) error { p.Switch.OffHook(agent); return nil }
func (p people) OnHook(agent string) error  { p.Switch.OnHook(agent); return nil }

// Nowhere is somebody whom the switch never consults, however often it is asked:
// where its refusal is lost on the way, the command comes again.
func (p people) Nowhere() telephony.Endpoint {
	nobody := telephony.Endpoint{Kind: telephony.Agent, Address: "nobody"}
	p.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.ConsultationCall}, To: nobody, Every: true,
		Do: simulator.Reject, Cause: telephony.Unreachable})
	return nobody
}

func (p people) Dialled(call telephony.CallID, leg telephony.Leg) (string, error) {
	for _, l := range p.Contacts() {
		for _, party := range l.Legs {
			if l.Call == call && party.Leg == leg {
				return party.Endpoint.Address, nil
			}
		}
	}
	return "", simulator.ErrNoLeg
}

func line(t *testing.T, proxy func(int, net.Conn) net.Conn) telephonytest.Line {
	who, p := newPeople(), newPipes()
	p.proxy = proxy
	serve(t, who, p, remote.ServerConfig{})
	return telephonytest.Line{Adapter: dial(t, p), People: who, Again: func() telephony.Adapter { return dial(t, p) }}
}

// The simulator keeps its duties through a connection.
func TestKit(t *testing.T) {
	telephonytest.Run(t, telephonytest.Harness{
		Wrap: synctest.Test,
		New:  func(t *testing.T) telephonytest.Line { return line(t, nil) },
	})
}

// And through one that breaks all the time.
func TestKitOverABadLine(t *testing.T) {
	var breaks atomic.Int64
	telephonytest.Run(t, telephonytest.Harness{
		Wrap: synctest.Test,
		New: func(t *testing.T) telephonytest.Line {
			return line(t, func(n int, c net.Conn) net.Conn {
				breaks.Add(1)
				var left atomic.Int64
				left.Store(int64(8 + n%7))
				return lines{c, &left}
			})
		},
	})
	require.Greater(t, breaks.Load(), int64(100))
}
