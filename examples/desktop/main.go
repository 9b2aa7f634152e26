// Command desktop is a contact centre to click at: desks in the browser, a panel
// of customers and desk phones, and the stories of this library on screen.
//
//	desktop [-addr ADDRESS] [-agents N] [-answer 20s] [-pause 15s] [-wrapup 60s]
//
// It prints the address of its first page, and serves until it is interrupted.
// It is a demonstration: who opens a desk is believed to be that agent, so it
// listens on loopback addresses only.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"time"
)

func main() {
	var o options
	addr := flag.String("addr", "localhost:8080", "the loopback `address` to listen at; port 0 is any that is free")
	flag.IntVar(&o.agents, "agents", 6, "how many agents there are, `1` to 1000")
	flag.DurationVar(&o.answer, "answer", 20*time.Second, "how long an offer rings, in whole seconds")
	flag.DurationVar(&o.pause, "pause", 15*time.Second, "how long a pause of the recording lasts")
	flag.DurationVar(&o.wrapUp, "wrapup", time.Minute, "the count-down of the queue Sales")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *addr, o, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// run serves until ctx ends. The centre ends last, so that what is asked until
// then is answered.
func run(ctx context.Context, addr string, o options, out io.Writer) error {
	listener, err := listen(ctx, addr)
	if err != nil {
		return err
	}
	w, err := newWorld(o)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	life, end := context.WithCancel(context.WithoutCancel(ctx))
	done := make(chan error, 1)
	go func() { done <- w.center.Run(life) }()
	defer func() { end(); <-done }()

	s, err := newSite(w)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer s.api.Close()
	server := &http.Server{Handler: s.handler(), ReadHeaderTimeout: 5 * time.Second, IdleTimeout: 2 * time.Minute}
	closed := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		soon, cancel := context.WithTimeout(life, 5*time.Second)
		defer cancel()
		closed <- errors.Join(s.drain(soon), server.Shutdown(soon))
	})
	defer stop()
	fmt.Fprintln(out, pageAddress(addr, listener.Addr()))
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-closed
}

// listen opens the port, on a loopback address or not at all.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("desktop: -addr: %w", err)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("desktop: -addr: %q is not this machine alone: anybody who reaches the page could be any agent", host)
	}
	return new(net.ListenConfig).Listen(ctx, "tcp", addr)
}

// pageAddress is where the first page is: under the name that was asked for, at
// the port that it came to.
func pageAddress(asked string, got net.Addr) string {
	host, _, _ := net.SplitHostPort(asked)
	_, port, _ := net.SplitHostPort(got.String())
	return "http://" + net.JoinHostPort(host, port) + "/"
}
