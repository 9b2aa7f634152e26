package remote_test

import (
	"context"
	"fmt"
	"io"
	"net"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// A server around an adapter, and a client of it. They would be two programs.
func Example() {
	// The program with the switch. Its adapter is a simulator here.
	office := simulator.New(simulator.Config{})
	server, err := remote.NewServer(office, remote.ServerConfig{Token: "open sesame"})
	if err != nil {
		fmt.Println(err)
		return
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0") // in earnest: tls.Listen
	if err != nil {
		fmt.Println(err)
		return
	}
	serving, stop := context.WithCancel(context.Background())
	defer stop()
	served := make(chan error, 1)
	go func() { served <- server.Serve(serving, listener) }()

	// The program with the rules.
	ctx, enough := context.WithCancel(context.Background())
	defer enough()
	cfg := remote.Config{
		Token: "open sesame",
		Connect: func(ctx context.Context) (io.ReadWriteCloser, error) {
			return new(net.Dialer).DialContext(ctx, "tcp", listener.Addr().String())
		},
	}
	if cfg.Capabilities, err = remote.Ask(ctx, cfg); err != nil {
		fmt.Println(err)
		return
	}
	adapter, err := remote.New(cfg)
	if err != nil {
		fmt.Println(err)
		return
	}
	dial := telephony.Command{Call: "c1", Op: 1, Epoch: 1, Verb: telephony.Dial, Leg: 2, To: telephony.Endpoint{Kind: telephony.Agent, Address: "anna"}}
	_ = office.Arrive("c1", telephony.Contact{From: telephony.Endpoint{Kind: telephony.Customer, Address: "+12015532447"}})
	err = adapter.Run(ctx, func(e telephony.Event) error {
		fmt.Println(e)
		switch e.Kind {
		case telephony.Incoming:
			return adapter.Do(ctx, dial)
		case telephony.Alerting:
			return office.Answers(e.Call, e.Leg)
		case telephony.Answered:
			enough()
		}
		return nil
	})
	fmt.Println(err)
	stop()
	fmt.Println(<-served)
	// Output:
	// incoming call c1 leg 1 contact voice from customer …47
	// alerting call c1 op 1 leg 2
	// answered call c1 leg 2
	// context canceled
	// context canceled
}
