package deskhttp

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
)

// read reads the body of a request into v; an empty one leaves it as it is.
func (a *asked) read(v any) error {
	data, err := io.ReadAll(a.r.Body)
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return errTooLarge
	}
	if err != nil {
		return invalid("the body cannot be read")
	}
	if data = bytes.TrimSpace(data); len(data) == 0 {
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if d.Decode(v) != nil {
		return invalid("the body is not the JSON of this call")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return invalid("there is more behind the JSON of the body")
	}
	return nil
}

func write(w http.ResponseWriter, status int, body any) {
	data, err := json.Marshal(body)
	if err != nil { // nothing here can fail to be written
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(status)
	_, _ = w.Write(data) // who does not listen any more misses it
}

func retryAfter(h http.Header, seconds int) { h.Set("Retry-After", strconv.Itoa(seconds)) }
