package telephony

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// ErrInvalid marks a word, number or document that is not of this vocabulary.
var ErrInvalid = errors.New("telephony: invalid")

// CallID names one contact towards the switch: a call, or a digital contact.
// Whoever creates the contact mints it, the host for what it places, the
// adapter for what arrives. It stays the same for the contact's whole life;
// the switch's own call references stay inside the adapter.
type CallID string

// Leg is one party's connection to a contact (CSTA: connection), a small
// number within it. Numbers are given in order of joining, starting at 1, and
// are never used again: another attempt to reach the same person is another
// leg. 0 is no leg.
type Leg uint16

// Op identifies one command within its contact. The same Op twice is the same
// command sent again, and must not be carried out twice.
type Op uint16

// MaxLegs is how many legs one arrangement can hold. It is more than any
// policy allows today, so that a fourth party needs no new protocol (CNF-7).
const MaxLegs = 6

// Legs is a small set of legs. The zero value is the empty set; two sets with
// the same members are equal.
type Legs [MaxLegs]Leg

// LegsOf makes a set. Zero legs, repeats, and what is over MaxLegs are left
// out.
func LegsOf(legs ...Leg) Legs {
	var s Legs
	for _, l := range legs {
		s = s.With(l)
	}
	return s
}

// With is the set with one more leg, kept in ascending order so that equal
// sets compare equal.
func (s Legs) With(l Leg) Legs {
	if l == 0 || s.Has(l) || s[MaxLegs-1] != 0 {
		return s
	}
	i := s.Len()
	for i > 0 && s[i-1] > l {
		s[i] = s[i-1]
		i--
	}
	s[i] = l
	return s
}

// Has reports whether the leg is in the set.
func (s Legs) Has(l Leg) bool {
	for _, m := range s {
		if m == l {
			return l != 0
		}
	}
	return false
}

// Len is the number of legs in the set.
func (s Legs) Len() int {
	n := 0
	for n < MaxLegs && s[n] != 0 {
		n++
	}
	return n
}

// String is "[1 3]".
func (s Legs) String() string { return fmt.Sprint(s[:s.Len()]) }

// MarshalJSON writes an array of numbers, empty for the empty set.
func (s Legs) MarshalJSON() ([]byte, error) {
	b := []byte{'['}
	for i, l := range s[:s.Len()] {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendUint(b, uint64(l), 10)
	}
	return append(b, ']'), nil
}

// UnmarshalJSON reads an array of distinct leg numbers, at most MaxLegs.
func (s *Legs) UnmarshalJSON(b []byte) error {
	var in []Leg
	if err := json.Unmarshal(b, &in); err != nil {
		return fmt.Errorf("%w: legs: %w", ErrInvalid, err)
	}
	set := LegsOf(in...)
	if set.Len() != len(in) {
		return fmt.Errorf("%w: legs: %d numbers, %d of them usable", ErrInvalid, len(in), set.Len())
	}
	*s = set
	return nil
}

// word finds an enum's text; the table's index is the value.
func word(table []string, v uint8) string {
	if int(v) < len(table) {
		return table[v]
	}
	return "invalid(" + strconv.Itoa(int(v)) + ")"
}

func marshalWord(kind string, table []string, v uint8) ([]byte, error) {
	if int(v) >= len(table) {
		return nil, fmt.Errorf("%w: %s %d", ErrInvalid, kind, v)
	}
	return []byte(table[v]), nil
}

func unmarshalWord(kind string, table []string, b []byte) (uint8, error) {
	i := slices.Index(table, string(b))
	if i < 0 {
		return 0, fmt.Errorf("%w: no such %s", ErrInvalid, kind)
	}
	return uint8(i), nil
}
