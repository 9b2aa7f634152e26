package telephony_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

var update = flag.Bool("update", false, "write the golden files anew")

const number = "+12015532447"

// everything has every field of both messages set: a new field that is not in
// the golden file fails TestJSONIsKept.
var everything = struct {
	Commands []telephony.Command
	Events   []telephony.Event
}{
	[]telephony.Command{
		{},
		{Call: "c1", Op: 3, Epoch: 2, Verb: telephony.ConsultationCall, Leg: 3, Owner: 2,
			To: telephony.Endpoint{Kind: telephony.DialNumber, Address: number}, Talk: telephony.LegsOf(1, 3), Digits: "12#", On: true},
		{Call: "c1", Op: 4, Verb: telephony.Hold, Leg: 1, Owner: 2},
	},
	[]telephony.Event{
		{},
		{Call: "c1", Kind: telephony.Incoming, Leg: 1, Talk: telephony.LegsOf(1, 3), Op: 3, Cause: telephony.Busy,
			Recording: telephony.Paused, Device: "a1", Contact: telephony.Contact{Medium: telephony.ChatMedium,
				From:    telephony.Endpoint{Kind: telephony.Customer, Address: number},
				Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "sales"}, DNIS: "18005550199"}},
		{Call: "c1", Kind: telephony.Gone, Leg: 2, Cause: telephony.Transferred},
	},
}

// The JSON is kept across versions: an adapter in another process reads it.
func TestJSONIsKept(t *testing.T) {
	for _, m := range []any{everything.Commands[1], everything.Events[1]} {
		v := reflect.ValueOf(m)
		for i := range v.NumField() {
			require.False(t, v.Field(i).IsZero(), "%T.%s is not in the golden file", m, v.Type().Field(i).Name)
		}
	}
	text, err := json.MarshalIndent(everything, "", "  ")
	require.NoError(t, err)
	text = append(text, '\n')
	const path = "testdata/messages.json"
	if *update {
		require.NoError(t, os.WriteFile(path, text, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(text), "if this change is meant, and old readers bear it: go test ./telephony -update")

	back := everything
	back.Commands, back.Events = nil, nil
	require.NoError(t, json.Unmarshal(want, &back))
	require.Equal(t, everything, back)
}

func TestUnknownWordsAreNotWritten(t *testing.T) {
	for _, m := range []any{
		telephony.Command{Verb: telephony.Verb(telephony.Verbs)},
		telephony.Event{Kind: telephony.EventKind(telephony.EventKinds)},
		telephony.Event{Cause: telephony.Cause(telephony.Causes)},
		telephony.Endpoint{Kind: telephony.Customer + 1},
	} {
		_, err := json.Marshal(m)
		require.ErrorIs(t, err, telephony.ErrInvalid, "%T", m)
	}
	var c telephony.Command
	require.ErrorIs(t, json.Unmarshal([]byte(`{"verb":"fly"}`), &c), telephony.ErrInvalid)
}

// No whole number, and no digits that somebody keyed in, reach a log.
func TestNumbersAreMaskedWhereTheyArePrinted(t *testing.T) {
	const digits = "4929123456781234"
	num := func(k telephony.EndpointKind) telephony.Endpoint { return telephony.Endpoint{Kind: k, Address: number} }
	secret := []any{
		num(telephony.DialNumber), num(telephony.EPDN), num(telephony.Customer),
		telephony.Command{Verb: telephony.Dial, To: num(telephony.DialNumber)},
		telephony.Command{Verb: telephony.ConsultationCall, To: num(telephony.EPDN)},
		telephony.Command{Verb: telephony.SendDigits, Digits: digits},
		telephony.Contact{From: num(telephony.Customer), DNIS: number},
		telephony.Event{Kind: telephony.Incoming, Contact: telephony.Contact{From: num(telephony.Customer), DNIS: number}},
		telephony.LiveLeg{Endpoint: num(telephony.Customer)},
		telephony.Live{Legs: []telephony.LiveLeg{{Endpoint: num(telephony.DialNumber)}}},
	}
	for i, v := range secret {
		for _, v := range []any{v, pointer(v), []any{v}, struct{ V any }{v}} {
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
				printed(t, fmt.Sprintf("%d %s %T", i, verb, v), fmt.Sprintf(verb, v))
			}
		}
		for _, v := range []any{v, pointer(v)} {
			for name, handler := range map[string]func(*bytes.Buffer) slog.Handler{
				"text": func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) },
				"json": func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) },
			} {
				var b bytes.Buffer
				slog.New(handler(&b)).Info("x", "v", v)
				printed(t, fmt.Sprintf("%d slog %s %T", i, name, v), b.String())
			}
		}
	}
}

func pointer(v any) any {
	p := reflect.New(reflect.TypeOf(v))
	p.Elem().Set(reflect.ValueOf(v))
	return p.Interface()
}

func printed(t *testing.T, how, text string) {
	t.Helper()
	require.NotContains(t, text, "2015532", how)
	require.NotContains(t, text, "492912", how)
}

func TestPrintedOnOneLine(t *testing.T) {
	for want, v := range map[string]fmt.Stringer{
		"number …47":   telephony.Endpoint{Kind: telephony.DialNumber, Address: number},
		"ep-dn …":      telephony.Endpoint{Kind: telephony.EPDN, Address: "2447"},
		"customer …":   telephony.Endpoint{Kind: telephony.Customer},
		"agent a1":     telephony.Endpoint{Kind: telephony.Agent, Address: "a1"},
		"queue sales":  telephony.Endpoint{Kind: telephony.Queue, Address: "sales"},
		"expert":       telephony.Endpoint{Kind: telephony.Expert},
		"none":         telephony.Command{},
		"hold talk []": telephony.Command{Verb: telephony.Hold},
		"consultation-call call c1 op 3 epoch 2 leg 3 owner 2 to number …47 talk [1 3] digits 3": everything.Commands[1],
		"set-noise-reduction on false": telephony.Command{Verb: telephony.SetNoiseReduction},
		"incoming call c1 op 3 leg 1 cause busy device a1 contact chat from customer …47 arrived queue sales dnis …99": everything.Events[1],
		"arranged talk [1]":      telephony.Event{Kind: telephony.Arranged, Talk: telephony.LegsOf(1)},
		"recorded recording off": telephony.Event{Kind: telephony.Recorded},
		"voice":                  telephony.Contact{},
	} {
		require.Equal(t, want, v.String())
		require.Equal(t, want, fmt.Sprintf("%#v", v))
		require.Equal(t, want, v.(slog.LogValuer).LogValue().String())
	}
}
