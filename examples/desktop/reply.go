package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

var (
	errNonsense = errors.New("desktop: invalid")
	errUnknown  = errors.New("desktop: no such agent")
	errNotJSON  = errors.New("desktop: the body has to be application/json")
	errCrowded  = errors.New("desktop: too many customers for one demonstration")
)

// read takes a request's body: JSON, small, and with no field that we do not
// know. A nil v expects none.
func read(w http.ResponseWriter, r *http.Request, v any) error {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return errNotJSON
	}
	if v == nil {
		v = &struct{}{}
	}
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, 8<<10))
	d.DisallowUnknownFields()
	err := d.Decode(v)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return err
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return fmt.Errorf("%w: the body", errNonsense)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%w: the body", errNonsense)
	}
	return nil
}

// done answers what has no other answer than how it went.
func (s *site) done(w http.ResponseWriter, err error) {
	s.world.changed.ring()
	if err != nil {
		refuse(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// refuse answers with an error. The page has words for each; why is for those
// who read along.
func refuse(w http.ResponseWriter, err error) {
	code, word := http.StatusInternalServerError, "failed"
	var denied *rule.Denied
	var large *http.MaxBytesError
	is := func(e error) bool { return errors.Is(err, e) }
	switch {
	case errors.As(err, &denied):
		code, word = http.StatusConflict, "denied"
	case is(simulator.ErrNoCall), is(simulator.ErrNoLeg), is(callcontrol.ErrNoInteraction), is(errUnknown), is(errNoStory):
		code, word = http.StatusNotFound, "gone"
	case is(simulator.ErrPhone), is(simulator.ErrNothingWaits), is(simulator.ErrUsed):
		code, word = http.StatusConflict, "phone"
	case errors.As(err, &large):
		code, word = http.StatusRequestEntityTooLarge, "large"
	case is(errNotJSON):
		code, word = http.StatusUnsupportedMediaType, "invalid"
	case is(errCrowded):
		code, word = http.StatusTooManyRequests, "crowded"
	case is(errNonsense), is(callcontrol.ErrInvalid):
		code, word = http.StatusBadRequest, "invalid"
	case is(callcontrol.ErrUnavailable):
		code, word = http.StatusServiceUnavailable, "unavailable"
	}
	body := map[string]string{"error": word, "why": err.Error()}
	if denied != nil {
		body["rule"] = string(denied.Rule())
	}
	write(w, code, body)
}

func write(w http.ResponseWriter, code int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(body) // who does not listen any more misses it
}
