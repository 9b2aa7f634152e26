package record_test

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/internal/record"
)

// FuzzDecode: whatever a store gives back is a record, or an error of one of two
// kinds; and what is a record stays one.
func FuzzDecode(f *testing.F) {
	data, err := os.ReadFile("../../testdata/records-v1.json")
	require.NoError(f, err)
	var all []struct{ Kind, Data string }
	require.NoError(f, json.Unmarshal(data, &all))
	for i := 0; i < len(all); i += 7 {
		_, body, _ := strings.Cut(all[i].Data, "\n")
		f.Add(all[i].Kind, []byte(body))
	}
	f.Add("agent", []byte("{}"))
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		d, data := record.NewDecoder(), record.Seal(kind, body) // with the right checksum, so that what is in it is read
		for _, read := range []func() (interface{ Encode() ([]byte, error) }, error){
			func() (interface{ Encode() ([]byte, error) }, error) { return d.Interaction(data) },
			func() (interface{ Encode() ([]byte, error) }, error) { return d.Agent(data) },
			func() (interface{ Encode() ([]byte, error) }, error) { return d.Centre(data) },
		} {
			r, err := read()
			if err != nil {
				if !errors.Is(err, record.ErrCorrupt) && !errors.Is(err, record.ErrNewer) {
					t.Fatal(err)
				}
				continue
			}
			if _, err := r.Encode(); err != nil {
				t.Fatal("it was read, and cannot be written:", err)
			}
		}
	})
}
