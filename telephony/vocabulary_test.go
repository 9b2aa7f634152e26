package telephony_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

type word interface {
	~uint8
	String() string
	encoding.TextMarshaler
}

// words plays every value of an enum through its text and back, and everything
// beyond it into an error.
func words[E word, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, last E, want ...string) {
	t.Helper()
	require.Len(t, want, int(last)+1, "%T has another number of words", last)
	for v := range 256 {
		e := E(v)
		text, err := e.MarshalText()
		if v > int(last) {
			require.ErrorIs(t, err, telephony.ErrInvalid, "%T %d", e, v)
			require.Contains(t, e.String(), "invalid(")
			continue
		}
		require.NoError(t, err)
		require.Equal(t, want[v], e.String())
		require.Equal(t, want[v], string(text))
		var back E
		require.NoError(t, P(&back).UnmarshalText(text))
		require.Equal(t, e, back)
	}
	for _, bad := range []string{"", "?", "None", want[len(want)-1] + " "} {
		back := last
		require.ErrorIs(t, P(&back).UnmarshalText([]byte(bad)), telephony.ErrInvalid, "%T %q", last, bad)
		require.Equal(t, last, back, "what cannot be read changes nothing")
	}
}

func TestEveryWordIsReadBack(t *testing.T) {
	words(t, telephony.SetNoiseReduction, "none", "dial", "consultation-call", "hold", "retrieve", "alternate", "reconnect",
		"arrange", "conference", "transfer", "single-step-transfer", "clear", "clear-call", "answer", "start-recording",
		"pause-recording", "resume-recording", "mute", "unmute", "send-digits", "set-noise-reduction")
	words(t, telephony.Incoming, "none", "alerting", "answered", "gone", "arranged", "diverted", "recorded",
		"device-held", "device-retrieved", "failed", "off-hook", "on-hook", "incoming")
	words(t, telephony.Unknown, "none", "hung-up", "no-answer", "declined", "busy", "device-failure", "invalid-number",
		"unreachable", "abandoned", "cancelled", "refused", "limit-reached", "not-configured", "transferred", "unknown")
	words(t, telephony.Customer, "none", "agent", "queue", "entry-point", "number", "ep-dn", "expert", "customer")
	words(t, telephony.Paused, "off", "on", "paused")
	words(t, telephony.LegUp, "gone", "dialled", "alerting", "up")
	words(t, telephony.SocialMedium, "voice", "chat", "email", "social")
}

func TestCountsAreTheWords(t *testing.T) {
	require.Equal(t, 21, telephony.Verbs)
	require.Equal(t, 13, telephony.EventKinds)
	require.Equal(t, 15, telephony.Causes)
}

func TestMediaVerbsAreThoseThatArrange(t *testing.T) {
	var media []string
	for v := range telephony.Verb(telephony.Verbs) {
		if v.Media() {
			media = append(media, v.String())
		}
	}
	require.Equal(t, []string{"consultation-call", "hold", "retrieve", "alternate", "reconnect", "arrange", "conference"}, media)
}

// What every switch can do has no bit; the rest needs exactly one.
func TestNeeds(t *testing.T) {
	free := []telephony.Verb{telephony.NoVerb, telephony.Dial, telephony.Reconnect, telephony.Arrange, telephony.Clear,
		telephony.ClearCall, telephony.Answer}
	needed := map[telephony.Capabilities][]string{}
	for v := range telephony.Verb(telephony.Verbs) {
		if slices.Contains(free, v) {
			require.Zero(t, v.Needs(), v)
			continue
		}
		require.True(t, telephony.All.Has(v.Needs()))
		needed[v.Needs()] = append(needed[v.Needs()], v.String())
	}
	require.Equal(t, map[telephony.Capabilities][]string{
		telephony.CanHold:           {"hold", "retrieve", "alternate"},
		telephony.CanConsult:        {"consultation-call"},
		telephony.CanConference:     {"conference"},
		telephony.CanTransfer:       {"transfer"},
		telephony.CanSingleStep:     {"single-step-transfer"},
		telephony.CanRecord:         {"start-recording"},
		telephony.CanPauseRecording: {"pause-recording", "resume-recording"},
		telephony.CanMute:           {"mute", "unmute"},
		telephony.CanSendDigits:     {"send-digits"},
		telephony.CanReduceNoise:    {"set-noise-reduction"},
	}, needed)
}

func TestCapabilitiesAreReadBack(t *testing.T) {
	for c := range telephony.All + 1 {
		text, err := c.MarshalText()
		require.NoError(t, err)
		var back telephony.Capabilities
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, c, back)
	}
	require.Equal(t, "none", telephony.Capabilities(0).String())
	require.Equal(t, "hold+consult+conference+transfer+single-step-transfer+record+pause-recording+answer+mute+digits+hook+noise-removal",
		telephony.All.String())

	c := telephony.CanHold
	for _, bad := range []string{"", "hold+", "hold+fly", "none+hold", "Hold"} {
		require.ErrorIs(t, c.UnmarshalText([]byte(bad)), telephony.ErrInvalid, bad)
		require.Equal(t, telephony.CanHold, c)
	}
	require.NoError(t, c.UnmarshalText([]byte("mute+hold+mute")), "in any order")
	require.Equal(t, telephony.CanHold|telephony.CanMute, c)
	_, err := (telephony.All + 1).MarshalText()
	require.ErrorIs(t, err, telephony.ErrInvalid)
}

// A set of legs is a set: order and repeats do not count, so that two that have
// the same members are equal, and may be compared in a State or a Command.
func TestLegsAreASet(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		in := make([]telephony.Leg, rnd.IntN(9))
		for i := range in {
			in[i] = telephony.Leg(rnd.IntN(6))
		}
		members := map[telephony.Leg]bool{}
		for _, l := range in {
			if l != 0 {
				members[l] = true
			}
		}
		s := telephony.LegsOf(in...)
		require.Equal(t, len(members), s.Len())
		for l := range telephony.Leg(8) {
			require.Equal(t, members[l], s.Has(l))
		}
		rnd.Shuffle(len(in), func(i, j int) { in[i], in[j] = in[j], in[i] })
		require.Equal(t, s, telephony.LegsOf(in...))
		require.True(t, slices.IsSorted(s[:s.Len()]))

		data, err := json.Marshal(s)
		require.NoError(t, err)
		var back telephony.Legs
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, s, back)
	}
}

func TestLegsOverTheLimitAreLeftOut(t *testing.T) {
	full := telephony.LegsOf(6, 5, 4, 3, 2, 1)
	require.Equal(t, telephony.MaxLegs, full.Len())
	require.Equal(t, full, full.With(7))
	require.Equal(t, full, full.With(3))
	require.Equal(t, "[1 2 3 4 5 6]", full.String())
	require.Equal(t, "[]", telephony.Legs{}.String())
	require.Equal(t, full, full.With(0))
}

func TestLegsAreReadStrictly(t *testing.T) {
	s := telephony.LegsOf(9)
	for _, bad := range []string{`[1,1]`, `[0]`, `[-1]`, `[65536]`, `[1.5]`, `["1"]`, `{}`, `[1`, `[1,2,3,4,5,6,7]`} {
		require.Error(t, json.Unmarshal([]byte(bad), &s), bad)
		require.Equal(t, telephony.LegsOf(9), s)
	}
	require.ErrorIs(t, s.UnmarshalJSON([]byte(`[1,1]`)), telephony.ErrInvalid)
	require.NoError(t, json.Unmarshal([]byte(`[3,1]`), &s))
	require.Equal(t, telephony.LegsOf(1, 3), s)
	require.NoError(t, json.Unmarshal([]byte(`[]`), &s))
	require.Zero(t, s)
}

func TestRejection(t *testing.T) {
	var err error = &telephony.Rejection{Cause: telephony.Busy}
	require.ErrorIs(t, err, telephony.ErrRejected)
	require.NotErrorIs(t, err, telephony.ErrUnsupported)
	require.EqualError(t, err, "telephony: rejected: busy")
	var r *telephony.Rejection
	require.True(t, errors.As(err, &r))
	require.Equal(t, telephony.Busy, r.Cause)
}
