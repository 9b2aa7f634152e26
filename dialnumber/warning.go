package dialnumber

// WarningKind says what may be wrong with a number that passes the rules.
type WarningKind uint8

// The warnings. The zero WarningKind is none.
const (
	NoWarning       WarningKind = iota
	ExtensionGlued              // lossy: an extension ("x123") became part of the number
	ColonLeft                   // lossy: the colon of a label or a URI ("Tel:", "sip:") is dialled
	LettersLost                 // lossy: letters, numerals or signs beside the digits were removed
	PauseLost                   // lossy: a pause or wait was removed; what follows is dialled at once
	TrunkZero                   // lossy: the (0) of "+44 (0)20 …" is dialled
	SeveralNumbers              // lossy: more than one number was pasted
	AmbiguousPrefix             // the digits can be read with more than one international prefix
	DigitsFolded                // other scripts' digits or full-width forms became ASCII
	NotPossible                 // no number of that country has this length
)

var warningNames = [...]string{"none", "extension-glued", "colon-left", "letters-lost", "pause-lost",
	"trunk-zero", "several-numbers", "ambiguous-prefix", "digits-folded", "not-possible"}

var warningSays = [...]string{"", "an extension is glued on", "the colon of a label or an address is dialled",
	"letters beside the digits are lost", "a pause is lost", "the (0) behind the country code is dialled",
	"several numbers became one", "the international prefix can be read in more than one way",
	"digits or signs of another form became ASCII", "no number of that country has this length"}

// String is the warning's name, such as "extension-glued".
func (w WarningKind) String() string { return name(warningNames[:], uint8(w), "WarningKind") }

// Says is the warning in a few words; empty for NoWarning and unknown ones.
func (w WarningKind) Says() string {
	if int(w) < len(warningSays) {
		return warningSays[w]
	}
	return ""
}

// Lossy reports whether another number than the one meant may be dialled:
// Config.RejectLossy makes an error of these.
func (w WarningKind) Lossy() bool { return ExtensionGlued <= w && w <= SeveralNumbers }

// MarshalText gives String; it fails for a warning that does not exist.
func (w WarningKind) MarshalText() ([]byte, error) {
	return marshalName(warningNames[:], uint8(w), "warning")
}

// UnmarshalText reads what MarshalText wrote.
func (w *WarningKind) UnmarshalText(text []byte) error {
	return unmarshalName(warningNames[:], (*uint8)(w), text, "warning")
}

// Warning is one doubt about a number. It holds no part of the number.
type Warning struct {
	Kind   WarningKind `json:"kind"`
	Offset int         `json:"offset"` // where in the raw text, in bytes; 0 where it is about the whole
}
