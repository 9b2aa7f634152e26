package telephony

// Cause says why a leg has gone, or why the switch did not do as it was told.
type Cause uint8

const (
	NoCause       Cause = iota // the zero value: none was given
	HungUp                     // the party hung up in the ordinary way (Q.850 16)
	NoAnswer                   // it rang, and nobody answered (Q.850 19)
	Declined                   // the party refused while it rang (Q.850 21)
	Busy                       // the party was busy (Q.850 17)
	DeviceFailure              // the phone or its line failed (Q.850 27, 38)
	InvalidNumber              // no such number, or not a complete one (Q.850 1, 28)
	Unreachable                // cannot be reached now, by no fault of the number (Q.850 18, 20)
	Abandoned                  // the customer gave up before anybody had answered
	Cancelled                  // the centre took it back: nobody failed
	Refused                    // the switch would not
	LimitReached               // the limit of concurrent calls (CBK-7)
	NotConfigured              // the entry point or number could not be fetched from its list (CON-22)
	Transferred                // gone because the call was handed to somebody else
	Unknown                    // nobody can tell: the switch never said (OP-4)
)

var causeWords = []string{"none", "hung-up", "no-answer", "declined", "busy", "device-failure",
	"invalid-number", "unreachable", "abandoned", "cancelled", "refused", "limit-reached",
	"not-configured", "transferred", "unknown"}

// Causes is how many causes there are: every Cause is below it.
const Causes = int(Unknown) + 1

// String is the cause's word, such as "device-failure".
func (c Cause) String() string { return word(causeWords, uint8(c)) }

// MarshalText writes the cause's word.
func (c Cause) MarshalText() ([]byte, error) { return marshalWord("cause", causeWords, uint8(c)) }

// UnmarshalText reads the cause's word.
func (c *Cause) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("cause", causeWords, b)
	if err == nil {
		*c = Cause(v)
	}
	return err
}
