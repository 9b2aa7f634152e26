package dialnumber

import pn "github.com/nyaruka/phonenumbers/v2"

// Type is what kind of line a number belongs to, as far as its country's plan
// tells: advice, not fact.
type Type uint8

// The types. The zero Type is unknown.
const (
	UnknownType   Type = iota // not a valid number, or one of no known kind
	FixedLine                 // a fixed line
	Mobile                    // a mobile
	FixedOrMobile             // either: the plan does not tell them apart (+1)
	TollFree                  // free for the caller
	PremiumRate               // charged above the usual
	SharedCost                // the caller pays a part
	VoIP                      // a line of the internet
	Personal                  // follows its person from line to line, often at a higher charge
	Pager                     // a pager
	UAN                       // one number for a company with many lines
	Voicemail                 // a mailbox's access number
)

var typeNames = [...]string{"unknown", "fixed-line", "mobile", "fixed-or-mobile", "toll-free", "premium-rate",
	"shared-cost", "voip", "personal", "pager", "uan", "voicemail"}

// String is the type's name, such as "toll-free".
func (t Type) String() string { return name(typeNames[:], uint8(t), "Type") }

// MarshalText gives String; it fails for a type that does not exist.
func (t Type) MarshalText() ([]byte, error) { return marshalName(typeNames[:], uint8(t), "type") }

// UnmarshalText reads what MarshalText wrote.
func (t *Type) UnmarshalText(text []byte) error {
	return unmarshalName(typeNames[:], (*uint8)(t), text, "type")
}

func typeOf(t pn.PhoneNumberType) Type {
	switch t {
	case pn.FIXED_LINE:
		return FixedLine
	case pn.MOBILE:
		return Mobile
	case pn.FIXED_LINE_OR_MOBILE:
		return FixedOrMobile
	case pn.TOLL_FREE:
		return TollFree
	case pn.PREMIUM_RATE:
		return PremiumRate
	case pn.SHARED_COST:
		return SharedCost
	case pn.VOIP:
		return VoIP
	case pn.PERSONAL_NUMBER:
		return Personal
	case pn.PAGER:
		return Pager
	case pn.UAN:
		return UAN
	case pn.VOICEMAIL:
		return Voicemail
	}
	return UnknownType
}
