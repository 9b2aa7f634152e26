// Command embed is a small service that has a contact centre inside: its own
// HTTP API for agents' desks over a callcontrol.Center, on a simulated switch.
//
//	embed [-listen ADDRESS] [AGENT…]
//
// The agents are those named, or A1 and A2.
package main

import (
	"context"
	"errors"
	"flag"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

func main() {
	listen := flag.String("listen", "localhost:8080", "the `address` to listen at")
	flag.Parse()
	agents := []agent.ID{"A1", "A2"}
	if flag.NArg() > 0 {
		agents = nil
		for _, id := range flag.Args() {
			agents = append(agents, agent.ID(id))
		}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *listen, agents); err != nil {
		log.Fatal(err)
	}
}

// run serves until ctx ends. The centre ends last, so that what is asked until
// then is answered, and run returns after it.
func run(ctx context.Context, listen string, agents []agent.ID) error {
	sw := simulator.New(simulator.Config{})
	center, err := callcontrol.New(callcontrol.Config{Adapter: sw})
	if err != nil {
		return err
	}
	life, end := context.WithCancel(context.WithoutCancel(ctx))
	done := make(chan error, 1)
	go func() { done <- center.Run(life) }()
	defer func() { end(); <-done }()

	s := &service{center: center, sw: sw, agents: agents, patience: 5 * time.Second}
	server := &http.Server{Addr: listen, Handler: s.handler(), ReadHeaderTimeout: 5 * time.Second}
	closed := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		soon, cancel := context.WithTimeout(life, 2*s.patience)
		defer cancel()
		closed <- server.Shutdown(soon)
	})
	defer stop()
	log.Print("listening at ", listen)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-closed
}
