// Package strict reads the versioned JSON of snapshots: exactly what was
// written, or nothing.
package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"
)

// Decode reads a document of one version into into. It says which part is
// wrong and why; both are empty when nothing is. A document that is truncated,
// of another version, has a field too many or goes on after its end is wrong.
func Decode(data []byte, version int, into any) (field, reason string) {
	if bytes.HasPrefix(data, []byte(`{"version":`+strconv.Itoa(version)+`,`)) { // as we write it: it need not be read twice
		return decode(data, version, into)
	}
	var head struct{ Version int }
	if err := json.Unmarshal(data, &head); err != nil {
		return "text", "is not a JSON object: " + why(err)
	}
	if head.Version != version {
		return "version", "is not known"
	}
	return decode(data, version, into)
}

func decode(data []byte, version int, into any) (field, reason string) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return "text", "does not fit version " + strconv.Itoa(version) + ": " + why(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return "text", "goes on after its end"
	}
	return "", ""
}

// why is what is wrong, without anything of the document: the standard library
// quotes a number that is not wanted, and a time that is none.
func why(err error) string {
	var number *json.UnmarshalTypeError
	var date *time.ParseError
	switch {
	case errors.As(err, &number):
		kind, _, _ := strings.Cut(number.Value, " ")
		return "json: cannot unmarshal " + kind + " into Go value of type " + number.Type.String()
	case errors.As(err, &date):
		return "a time is none"
	}
	return err.Error()
}
