package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

// pace is how long what happens is gathered before it is told.
const pace = 20 * time.Millisecond

// events is the panel's own stream: the whole scene, each time that it differs.
func (s *site) events(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	defer context.AfterFunc(s.life, cancel)()
	release := s.watch.begin(s.world)
	defer release()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(w)
	beat := time.NewTicker(15 * time.Second)
	defer beat.Stop()
	var last []byte
	for {
		next := s.world.changed.heard()
		now, err := json.Marshal(s.world.scene())
		if err != nil {
			return
		}
		if !bytes.Equal(now, last) {
			last = now
			err = send(out, w, "event: scene\ndata: %s\n\n", now)
		}
		if err != nil {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-next:
			time.Sleep(pace)
		case <-beat.C:
			if send(out, w, ": here%s\n\n", nil) != nil {
				return
			}
		}
	}
}

// send writes to a stream, and gives up on who takes nothing.
func send(out *http.ResponseController, w io.Writer, format string, data []byte) error {
	if err := out.SetWriteDeadline(time.Now().Add(10 * time.Second)); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, format, data); err != nil {
		return err
	}
	return out.Flush()
}
