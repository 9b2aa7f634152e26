package agent

import "slices"

// words names the values of one enum: the index is the value. The word is the
// stable text of JSON and snapshots, the label is what a desktop shows.
type words []struct{ word, label string }

func (w words) label(i int) string {
	if i >= len(w) {
		return "unknown"
	}
	return w[i].label
}

func (w words) marshal(i int, field string) ([]byte, error) {
	if i >= len(w) {
		return nil, invalid(field, "is not one of the defined values")
	}
	return []byte(w[i].word), nil
}

// parse accepts the exact word only: what JSON says is never guessed at.
func (w words) parse(text []byte, field string) (uint8, error) {
	i := slices.IndexFunc(w, func(e struct{ word, label string }) bool { return e.word == string(text) })
	if i < 0 {
		return 0, invalid(field, "is not one of the defined words")
	}
	return uint8(i), nil
}
