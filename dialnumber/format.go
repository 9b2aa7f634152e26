package dialnumber

// Format is the class of a number that passes Check (DN-4 to DN-7). It is told,
// and never stands in the way of a call (D7).
type Format uint8

// The formats. The zero Format is none: the text is no number.
const (
	NoFormat    Format = iota
	US                 // DN-4: +1, an area code [2-9]XX, seven digits
	E164               // DN-5: every other + with 3 to 15 digits behind it, the first not 0
	IDD                // DN-6: the calling region's international prefix, a country code, a number
	OtherFormat        // DN-7: everything else: a national number, 911, an extension, *123#
)

var formatNames = [...]string{"", "US", "E164", "IDD", "Other"}

// String is the format's name: US, E164, IDD or Other; empty for NoFormat.
func (f Format) String() string { return name(formatNames[:], uint8(f), "Format") }

// MarshalText gives String; it fails for a format that does not exist.
func (f Format) MarshalText() ([]byte, error) { return marshalName(formatNames[:], uint8(f), "format") }

// UnmarshalText reads what MarshalText wrote.
func (f *Format) UnmarshalText(text []byte) error {
	return unmarshalName(formatNames[:], (*uint8)(f), text, "format")
}

// maxE164 is the most digits of an E.164 number (ITU-T E.164, 6.2.1).
const maxE164 = 15

// isE164 reports whether digits, without their +, have the shape of DN-5.
func isE164(digits string) bool {
	return allDigits(digits) && len(digits) >= MinDigits && len(digits) <= maxE164 && digits[0] != '0'
}

// isUS reports whether digits, without their +, have the shape of DN-4.
func isUS(digits string) bool {
	return allDigits(digits) && len(digits) == 11 && digits[0] == '1' && digits[1] >= '2'
}

// allDigits is the guard before phonenumbers, which turns letters into digits,
// swallows * and glues extensions on: it is only ever given digits, behind a +
// or not.
func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
