package remote

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// encode writes a command or an event such that reading it gives the same
// again. JSON cannot carry everything that a Go string can: a call id that is
// no UTF-8 would silently become another.
func encode[T comparable](v T) (json.RawMessage, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, errMalformed
	}
	var back T
	if json.Unmarshal(b, &back) != nil || back != v {
		return nil, errMalformed
	}
	return b, nil
}

// decodeCommand is strict: a field that is not known might be what matters.
func decodeCommand(b []byte) (telephony.Command, error) {
	var c telephony.Command
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if d.Decode(&c) != nil {
		return telephony.Command{}, errMalformed
	}
	return c, nil
}

// errForeign marks an event of a kind that this version does not know.
var errForeign = errors.New("remote: unknown kind of event")

// decodeEvent ignores what it does not know, where that does no harm.
func decodeEvent(b []byte) (telephony.Event, error) {
	var kind struct {
		Kind string `json:"kind"`
	}
	if json.Unmarshal(b, &kind) != nil {
		return telephony.Event{}, errMalformed
	}
	if new(telephony.EventKind).UnmarshalText([]byte(kind.Kind)) != nil {
		return telephony.Event{}, errForeign
	}
	var e struct {
		telephony.Event
		Cause anyCause `json:"cause"`
	}
	if json.Unmarshal(b, &e) != nil {
		return telephony.Event{}, errMalformed
	}
	e.Event.Cause = telephony.Cause(e.Cause)
	return e.Event, nil
}

// anyCause reads a cause of a later version as Unknown: that a leg has gone
// matters more than why.
type anyCause telephony.Cause

func (c *anyCause) UnmarshalText(b []byte) error {
	if (*telephony.Cause)(c).UnmarshalText(b) != nil {
		*c = anyCause(telephony.Unknown)
	}
	return nil
}

// liveContact is a telephony.Live on the wire.
type liveContact struct {
	Call      telephony.CallID    `json:"call"`
	Legs      []liveLeg           `json:"legs"`
	Talk      telephony.Legs      `json:"talk"`
	Recording telephony.Recording `json:"recording"`
}

type liveLeg struct {
	Leg      telephony.Leg      `json:"leg"`
	Endpoint telephony.Endpoint `json:"endpoint"`
	State    telephony.LegState `json:"state"`
	Held     bool               `json:"held,omitempty"`
}

func encodeLive(l telephony.Live) (json.RawMessage, error) {
	out := liveContact{Call: l.Call, Legs: []liveLeg{}, Talk: l.Talk, Recording: l.Recording}
	for _, leg := range l.Legs {
		out.Legs = append(out.Legs, liveLeg(leg))
	}
	b, err := json.Marshal(out)
	if err != nil {
		return nil, errMalformed
	}
	back, err := decodeLive(b)
	if err != nil || back.Call != l.Call || back.Talk != l.Talk || !slices.Equal(back.Legs, l.Legs) {
		return nil, errMalformed
	}
	return b, nil
}

func decodeLive(b []byte) (telephony.Live, error) {
	var in liveContact
	if json.Unmarshal(b, &in) != nil {
		return telephony.Live{}, errMalformed
	}
	l := telephony.Live{Call: in.Call, Talk: in.Talk, Recording: in.Recording}
	for _, leg := range in.Legs {
		l.Legs = append(l.Legs, telephony.LiveLeg(leg))
	}
	return l, nil
}

// decodeCapabilities leaves out the words that it does not know.
func decodeCapabilities(s string) telephony.Capabilities {
	var set telephony.Capabilities
	for w := range strings.SplitSeq(s, "+") {
		var one telephony.Capabilities
		if one.UnmarshalText([]byte(w)) == nil {
			set |= one
		}
	}
	return set
}

// refusal puts an adapter's error into the words of an answer. Its text stays
// behind: it may quote a number.
func refusal(err error) (word, cause string) {
	var r *telephony.Rejection
	switch {
	case err == nil:
		return "", ""
	case errors.Is(err, telephony.ErrUnsupported):
		return unsupported, ""
	case errors.As(err, &r):
		if int(r.Cause) >= telephony.Causes {
			return rejected, telephony.Unknown.String()
		}
		return rejected, r.Cause.String()
	case errors.Is(err, telephony.ErrRejected):
		return rejected, ""
	}
	return unknown, ""
}

// outcome is the error that the words of an answer stand for.
func outcome(word, cause string) error {
	switch word {
	case "":
		return nil
	case unsupported, unknownType:
		return telephony.ErrUnsupported
	case rejected:
		if cause == "" {
			return telephony.ErrRejected
		}
		var c anyCause
		_ = c.UnmarshalText([]byte(cause))
		return &telephony.Rejection{Cause: telephony.Cause(c)}
	}
	return ErrUnknown
}
