package dialnumber

// Use is what a number is wanted for: a policy may answer differently.
type Use uint8

// The uses. The zero Use is Dial.
const (
	Dial     Use = iota // an outdial call
	Consult             // a consult call: the customer waits, and may be joined
	Transfer            // a transfer: the customer is left with whoever answers
)

var useNames = [...]string{"dial", "consult", "transfer"}

// String is the use's name, such as "consult".
func (u Use) String() string { return name(useNames[:], uint8(u), "Use") }

// MarshalText gives String; it fails for a use that does not exist.
func (u Use) MarshalText() ([]byte, error) { return marshalName(useNames[:], uint8(u), "use") }

// UnmarshalText reads what MarshalText wrote.
func (u *Use) UnmarshalText(text []byte) error {
	return unmarshalName(useNames[:], (*uint8)(u), text, "use")
}

// Verdict is what a rule of a dialling policy says of a number.
type Verdict uint8

// The verdicts. The zero Verdict is none: the rule leaves it to the next one.
const (
	NoVerdict Verdict = iota
	Allow             // the call may be placed
	Deny              // it may not
	Confirm           // it may, once the agent has been asked
)

var verdictNames = [...]string{"", "allow", "deny", "confirm"}

// String is the verdict's name, such as "confirm"; empty for NoVerdict.
func (v Verdict) String() string { return name(verdictNames[:], uint8(v), "Verdict") }

// MarshalText gives String; it fails for a verdict that does not exist.
func (v Verdict) MarshalText() ([]byte, error) {
	return marshalName(verdictNames[:], uint8(v), "verdict")
}

// UnmarshalText reads what MarshalText wrote.
func (v *Verdict) UnmarshalText(text []byte) error {
	return unmarshalName(verdictNames[:], (*uint8)(v), text, "verdict")
}
