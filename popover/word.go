package popover

import (
	"slices"
	"strconv"
)

// words names the values of one enum; the index is the value.
type words []string

func (w words) text(v uint8) string {
	if int(v) < len(w) {
		return w[v]
	}
	return "invalid(" + strconv.Itoa(int(v)) + ")"
}

func (w words) marshal(what string, v uint8) ([]byte, error) {
	if int(v) >= len(w) {
		return nil, &Error{Field: what, Reason: "is not one of the defined values"}
	}
	return []byte(w[v]), nil
}

func (w words) unmarshal(what string, text []byte) (uint8, error) {
	i := slices.Index(w, string(text))
	if i < 0 {
		return 0, &Error{Field: what, Reason: "is not one of the defined words"}
	}
	return uint8(i), nil
}
