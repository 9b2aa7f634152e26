// Package strict reads the versioned JSON of snapshots: exactly what was
// written, or nothing.
package strict

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"
)

// Decode reads a document of one version into into. It says which part is
// wrong and why; both are empty when nothing is. A document that is truncated,
// of another version, has a field too many or goes on after its end is wrong.
func Decode(data []byte, version int, into any) (field, reason string) {
	var head struct{ Version int }
	if err := json.Unmarshal(data, &head); err != nil {
		return "text", "is not a JSON object: " + err.Error()
	}
	if head.Version != version {
		return "version", "is not known"
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return "text", "does not fit version " + strconv.Itoa(version) + ": " + err.Error()
	}
	if _, err := d.Token(); err != io.EOF {
		return "text", "goes on after its end"
	}
	return "", ""
}
