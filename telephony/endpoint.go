package telephony

import "log/slog"

// EndpointKind says what sort of thing an Endpoint's address names.
type EndpointKind uint8

const (
	NoEndpoint EndpointKind = iota // the zero value: nobody in particular
	Agent                          // the address is the agent's id; the adapter knows his device
	Queue                          // the address is the queue's id
	EntryPoint                     // the address is the entry point's id
	DialNumber                     // the address is the text to dial, never to be rewritten (D7)
	EPDN                           // the address is a number that is mapped to an entry point
	Expert                         // the address is the id of somebody in the organization's directory
	Customer                       // the contact's customer; the address is what he is reached at
)

var endpointWords = []string{"none", "agent", "queue", "entry-point", "number", "ep-dn", "expert", "customer"}

// String is the kind's word, such as "entry-point".
func (k EndpointKind) String() string { return word(endpointWords, uint8(k)) }

// MarshalText writes the kind's word.
func (k EndpointKind) MarshalText() ([]byte, error) {
	return marshalWord("endpoint kind", endpointWords, uint8(k))
}

// UnmarshalText reads the kind's word.
func (k *EndpointKind) UnmarshalText(b []byte) error {
	v, err := unmarshalWord("endpoint kind", endpointWords, b)
	if err == nil {
		*k = EndpointKind(v)
	}
	return err
}

// Endpoint is somebody who can be rung, or somewhere a call can be sent.
type Endpoint struct {
	Kind    EndpointKind `json:"kind,omitempty"`
	Address string       `json:"address,omitempty"`
}

// String names the endpoint for people and logs. Numbers are masked down to
// their last two characters, so that a whole dial number never reaches a log.
func (e Endpoint) String() string {
	switch e.Kind {
	case DialNumber, EPDN, Customer:
		return e.Kind.String() + " " + mask(e.Address)
	}
	if e.Address == "" {
		return e.Kind.String()
	}
	return e.Kind.String() + " " + e.Address
}

// GoString is String, so that %#v does not show a number either.
func (e Endpoint) GoString() string { return e.String() }

// LogValue is String.
func (e Endpoint) LogValue() slog.Value { return slog.StringValue(e.String()) }

func mask(s string) string {
	if len(s) <= 4 {
		return "…"
	}
	return "…" + s[len(s)-2:]
}
