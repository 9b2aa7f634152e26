// Command soakhost is one centre in a process of its own, for package soak to
// kill: over a store on disk, with the switch behind a Unix socket, and its desks
// served behind another one.
//
//	soakhost SWITCH DESKS RECORDS
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/adapters/bolt"
	"github.com/seed-6cc70c2f/callcontrol/internal/soak"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/remote"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: soakhost SWITCH DESKS RECORDS")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, "soakhost:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, sw, desks, records string) error {
	s, err := bolt.Open(records, bolt.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	line, err := remote.New(remote.Config{Capabilities: telephony.All, Connect: func(ctx context.Context) (io.ReadWriteCloser, error) {
		var d net.Dialer
		return d.DialContext(ctx, "unix", sw)
	}})
	if err != nil {
		return err
	}
	cfg := soak.Configured(line, s)
	c, err := callcontrol.New(cfg)
	if err != nil {
		return err
	}
	ran := make(chan error, 1)
	go func() { ran <- c.Run(ctx) }()
	select {
	case <-c.Ready():
	case err := <-ran:
		return err
	}
	l, err := net.Listen("unix", desks)
	if err != nil {
		return err
	}
	soak.ServeDesks(ctx, l, c)
	return <-ran
}
