package cad

import "fmt"

// Type says what an agent may type into a variable (CAD-1). Every type takes
// the empty text, which means that the variable has no value. Values are kept
// exactly as typed and compared as text: 7 and 007 are two values.
type Type uint8

const (
	String   Type = iota // any text; the zero value
	Integer              // an optional sign and ASCII digits, of any size
	Decimal              // an Integer, or one with a point between digits; no exponent
	Boolean              // true or false
	DateTime             // an ISO 8601 date (2026-01-31) or an RFC 3339 date-time (CAD-5)
)

var typeNames = [...]string{"String", "Integer", "Decimal", "Boolean", "DateTime"}

// String is the name of the type, such as "DateTime".
func (t Type) String() string {
	if int(t) < len(typeNames) {
		return typeNames[t]
	}
	return fmt.Sprintf("Type(%d)", uint8(t))
}

// MarshalText gives the name of the type, which is kept across versions. A
// type that is none of the five is an error.
func (t Type) MarshalText() ([]byte, error) {
	if int(t) < len(typeNames) {
		return []byte(typeNames[t]), nil
	}
	return nil, &Error{Err: ErrDefinition, detail: "no such type"}
}

// UnmarshalText takes exactly what MarshalText gives.
func (t *Type) UnmarshalText(text []byte) error {
	for i, name := range typeNames {
		if string(text) == name {
			*t = Type(i)
			return nil
		}
	}
	return &Error{Err: ErrDefinition, detail: "no such type"}
}
