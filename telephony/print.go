package telephony

import (
	"fmt"
	"log/slog"
	"strings"
)

// How commands and events look where people read them. Numbers are masked, and
// of digits only the count is shown, for they may be an account or a PIN. The
// JSON keeps everything: it is for the switch, not for a log.

// String is the command on one line, such as "dial op 3 leg 2 to number …47".
func (c Command) String() string {
	var b strings.Builder
	b.WriteString(c.Verb.String())
	field(&b, "call", string(c.Call), c.Call != "")
	field(&b, "op", c.Op, c.Op != 0)
	field(&b, "epoch", c.Epoch, c.Epoch != 0)
	field(&b, "leg", c.Leg, c.Leg != 0)
	field(&b, "owner", c.Owner, c.Owner != 0)
	field(&b, "to", c.To, c.To != Endpoint{})
	field(&b, "talk", c.Talk, c.Verb.Media())
	field(&b, "digits", len(c.Digits), c.Digits != "")
	if c.Verb == SetNoiseReduction {
		field(&b, "on", c.On, true)
	}
	return b.String()
}

// GoString is String, so that %#v does not show a number either.
func (c Command) GoString() string { return c.String() }

// LogValue is String.
func (c Command) LogValue() slog.Value { return slog.StringValue(c.String()) }

// String is the event on one line, such as "gone op 3 leg 2 cause busy".
func (e Event) String() string {
	var b strings.Builder
	b.WriteString(e.Kind.String())
	field(&b, "call", string(e.Call), e.Call != "")
	field(&b, "op", e.Op, e.Op != 0)
	field(&b, "leg", e.Leg, e.Leg != 0)
	field(&b, "talk", e.Talk, e.Kind == Arranged)
	field(&b, "cause", e.Cause, e.Cause != NoCause)
	field(&b, "recording", e.Recording, e.Kind == Recorded)
	field(&b, "device", e.Device, e.Device != "")
	field(&b, "contact", e.Contact, e.Contact != Contact{})
	return b.String()
}

// GoString is String, so that %#v does not show a number either.
func (e Event) GoString() string { return e.String() }

// LogValue is String.
func (e Event) LogValue() slog.Value { return slog.StringValue(e.String()) }

// String is the contact on one line, its numbers masked.
func (c Contact) String() string {
	var b strings.Builder
	b.WriteString(c.Medium.String())
	field(&b, "from", c.From, c.From != Endpoint{})
	field(&b, "arrived", c.Arrived, c.Arrived != Endpoint{})
	field(&b, "dnis", mask(c.DNIS), c.DNIS != "")
	return b.String()
}

// GoString is String, so that %#v does not show a number either.
func (c Contact) GoString() string { return c.String() }

// LogValue is String.
func (c Contact) LogValue() slog.Value { return slog.StringValue(c.String()) }

// LogValue is the leg on one line, its endpoint masked.
func (l LiveLeg) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", l)) }

// LogValue is the contact on one line, its endpoints masked.
func (l Live) LogValue() slog.Value { return slog.StringValue(fmt.Sprintf("%+v", l)) }

func field(b *strings.Builder, name string, value any, shown bool) {
	if shown {
		fmt.Fprintf(b, " %s %v", name, value)
	}
}
