package interaction

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// What is no request at all is an ErrInvalid, no denial, and changes nothing.
func TestBadRequests(t *testing.T) {
	for name, tc := range map[string]struct {
		p *play
		r Request
	}{
		"no action":                       {talking(t, Policy{}), Request{By: ag1}},
		"unknown action":                  {talking(t, Policy{}), Request{By: ag1, Action: nActions}},
		"unknown action of nothing":       {&play{}, Request{By: ag1, Action: 255}},
		"consult nobody":                  {talking(t, Policy{}), Request{By: ag1, Action: Consult}},
		"consult an agent without an id":  {talking(t, Policy{}), Request{By: ag1, Action: Consult, To: ToAgent("")}},
		"transfer to nobody":              {talking(t, Policy{}), Request{By: ag1, Action: Transfer}},
		"transfer to an EP-DN":            {talking(t, Policy{}), Request{By: ag1, Action: Transfer, To: toEPDN}},
		"transfer elsewhere in a consult": {consulting(t, Policy{}), Request{By: ag1, Action: Transfer, To: toQueue}},
		"hold with a target":              {talking(t, Policy{}), Request{By: ag1, Action: Hold, To: a2}},
		"offer to nobody":                 {begin(t, Opening{}), Request{Action: Offer}},
		"offer to a queue":                {begin(t, Opening{}), Request{Action: Offer, To: toQueue}},
		"refuse with a target":            {begin(t, Opening{}), Request{Action: Refuse, To: a1}},
		"preview without his own phone":   {begin(t, Opening{Kind: Preview}).ask(Centre, Offer, a1), Request{By: 1, Action: Accept}},
		"chat with a phone":               {begin(t, Opening{Kind: Chat}).ask(Centre, Offer, a1), Request{By: 2, Action: Accept, To: a1}},
		"no digits":                       {talking(t, Policy{}), Request{By: ag1, Action: SendDigits}},
		"other signs":                     {talking(t, Policy{}), Request{By: ag1, Action: SendDigits, Digits: "12x"}},
		"too many digits":                 {talking(t, Policy{}), Request{By: ag1, Action: SendDigits, Digits: strings.Repeat("1", 33)}},
		"digits elsewhere":                {talking(t, Policy{}), Request{By: ag1, Action: Hold, Digits: "1"}},
	} {
		tc.p.out.Commands = append(tc.p.out.Commands, telephony.Command{Verb: telephony.Hold})
		s, err := tc.p.s.Request(tc.p.now, tc.r, &tc.p.out)
		require.ErrorIs(t, err, ErrInvalid, name)
		require.NotErrorAs(t, err, new(*rule.Denied), name)
		require.Equal(t, tc.p.s, s, name)
		require.Empty(t, tc.p.out.Commands, name)
	}
	p := talking(t, Policy{})
	_, err := p.s.Request(p.now, Request{By: ag1, Action: SendDigits, Digits: strings.Repeat("9", 32)}, &p.out)
	require.NoError(t, err)
}

func TestABadRequestThatIsDeniedIsDenied(t *testing.T) {
	p := held(t, Policy{})
	_, err := p.s.Request(p.now, Request{By: ag1, Action: Hold, To: a2}, &p.out)
	require.ErrorIs(t, err, rule.ID("HLD-3"))
}

func TestBadFacts(t *testing.T) {
	p := talking(t, Policy{})
	for name, e := range map[string]telephony.Event{
		"nothing":                  {},
		"unknown kind":             {Kind: telephony.EventKind(telephony.EventKinds)},
		"of an agent's phone":      {Kind: telephony.OffHook, Device: "a1"},
		"of a new contact":         {Kind: telephony.Incoming},
		"alerting nobody":          {Kind: telephony.Alerting},
		"gone nobody":              {Kind: telephony.Gone},
		"held by nobody":           {Kind: telephony.DeviceHeld},
		"a foreign leg":            {Kind: telephony.Gone, Leg: 9},
		"a foreign leg, diverted":  {Kind: telephony.Diverted, Leg: 9},
		"a foreign leg, arranged":  {Kind: telephony.Arranged, Talk: telephony.LegsOf(1, 9)},
		"an unknown cause":         {Kind: telephony.Gone, Leg: 1, Cause: telephony.Cause(telephony.Causes)},
		"an unknown recorder":      {Kind: telephony.Recorded, Recording: telephony.Paused + 1},
		"a leg before there's any": {Kind: telephony.Answered, Leg: 3},
	} {
		p.out.Commands = append(p.out.Commands, telephony.Command{Verb: telephony.Hold})
		s, err := p.s.Fact(p.now, e, &p.out)
		require.ErrorIs(t, err, ErrInvalid, name)
		require.Equal(t, p.s, s, name)
		require.Empty(t, p.out.Commands, name)
		require.Empty(t, string(p.out.Ignored), name)
	}
}

// Before the beginning and after the end, facts and ticks are ignored.
func TestNothingBringsBackWhatHasEnded(t *testing.T) {
	over := talking(t, Policy{Recording: true}).ask(ag1, Consult, a2).ask(ag1, EndConsult).leaves(cust)
	for _, s := range []State{{}, over.s} {
		for k := telephony.Alerting; k <= telephony.Failed; k++ {
			for leg := range s.nParty + 1 {
				var out Output
				next, err := s.Fact(over.now, telephony.Event{Kind: k, Leg: leg, Op: s.nOp}, &out)
				require.Equal(t, s, next)
				require.True(t, err != nil || out.Ignored == "OP-5")
				require.Empty(t, out.Commands)
			}
		}
		var out Output
		require.Equal(t, s, s.Tick(over.now.Add(time.Hour), &out))
		require.Equal(t, rule.ID("OP-5"), out.Ignored)
	}
}

func TestBadOpenings(t *testing.T) {
	for name, o := range map[string]Opening{
		"no kind":                  {},
		"unknown kind":             {Kind: nKinds},
		"outdial without agent":    {Kind: Outdial},
		"outdial of a queue":       {Kind: Outdial, Agent: toQueue},
		"inbound with agent":       {Kind: Inbound, Agent: a1},
		"unknown capability":       {Kind: Inbound, Capabilities: telephony.All + 1},
		"negative time":            {Kind: Inbound, Policy: Policy{AnswerTimeout: -time.Second}},
		"half a second":            {Kind: Inbound, Policy: Policy{ConsultTimeout: 1500 * time.Millisecond}},
		"less than a second":       {Kind: Inbound, Policy: Policy{OperationTimeout: time.Millisecond}},
		"too long":                 {Kind: Inbound, Policy: Policy{PauseLength: 65536 * time.Second}},
		"a conference of one":      {Kind: Inbound, Policy: Policy{ConferenceParties: 1}},
		"a conference of too many": {Kind: Inbound, Policy: Policy{ConferenceParties: nSlots + 1}},
		"a negative conference":    {Kind: Inbound, Policy: Policy{ConferenceParties: -1}},
	} {
		var out Output
		s, err := New(time.Unix(0, 0), o, &out)
		require.ErrorIs(t, err, ErrInvalid, name)
		require.Zero(t, s, name)
		require.Empty(t, out.Commands, name)
	}
	require.NoError(t, Policy{PauseLength: 65535 * time.Second, ConferenceParties: 4}.Validate())
	require.ErrorIs(t, Policy{OutsiderTimeout: -1}.Validate(), ErrInvalid)
}

func TestPolicyIsKept(t *testing.T) {
	p := Policy{true, true, 1e9, 2e9, 3e9, 4e9, 5e9, 6e9, true, true, true, true, true, true, true, 4}
	require.Equal(t, p, begin(t, Opening{Policy: p}).s.Policy())
	require.Equal(t, Policy{PauseLength: 30e9, AnswerTimeout: 20e9, ConsultTimeout: 20e9, OutsiderTimeout: 45e9,
		AcceptanceTimeout: 20e9, OperationTimeout: 5e9, ConferenceParties: 3}, begin(t, Opening{}).s.Policy())
	for i := range 9 { // each flag stands alone
		var one Policy
		n := 0
		for _, b := range []*bool{&one.Recording, &one.PrivacyShield, &one.EndConsultEndsCall, &one.AskBeforeTransfer, &one.ReturnUnaccepted,
			&one.EndCallForWebCallback, &one.RemoveFromCampaign, &one.NoWrapUpIfNotReached, &one.KeepNoise} {
			*b = n == i
			n++
		}
		packed, err := one.pack(0)
		require.NoError(t, err)
		want := packed.unpack()
		got := begin(t, Opening{Policy: one}).s.Policy()
		require.Equal(t, want, got)
		got.PauseLength, got.AnswerTimeout, got.ConsultTimeout, got.OutsiderTimeout, got.AcceptanceTimeout, got.OperationTimeout, got.ConferenceParties = 0, 0, 0, 0, 0, 0, 0
		require.Equal(t, one, got)
	}
}

func TestSnapshotsOfEveryKindOfState(t *testing.T) {
	for _, p := range representatives(t) {
		data, err := json.Marshal(p.s)
		require.NoError(t, err)
		var back State
		require.NoError(t, json.Unmarshal(data, &back), string(data))
		require.Equal(t, p.s, back)
		for n := range len(data) {
			s, err := Restore(data[:n])
			require.ErrorIs(t, err, ErrInvalid)
			require.Zero(t, s)
		}
	}
}

func TestBadSnapshots(t *testing.T) {
	good, err := consulting(t, Policy{Recording: true}).ask(ag1, Resume).s.Snapshot()
	require.NoError(t, err)
	_, err = Restore(good)
	require.NoError(t, err)
	change := func(f func(m map[string]any)) []byte {
		var m map[string]any
		require.NoError(t, json.Unmarshal(good, &m))
		f(m)
		data, err := json.Marshal(m)
		require.NoError(t, err)
		require.NotEqual(t, good, data)
		return data
	}
	set := func(key string, v any) []byte { return change(func(m map[string]any) { m[key] = v }) }
	party := func(i int, key string, v any) []byte {
		return change(func(m map[string]any) { m["parties"].([]any)[i].(map[string]any)[key] = v })
	}
	for name, data := range map[string][]byte{
		"nothing":                nil,
		"null":                   []byte("null"),
		"a list":                 []byte("[]"),
		"an empty one":           []byte("{}"),
		"trailing garbage":       append(append([]byte{}, good...), "x"...),
		"two of them":            append(append([]byte{}, good...), good...),
		"an unknown field":       set("colour", 1),
		"an unknown version":     set("version", snapshotVersion+1),
		"version nought":         set("version", 0),
		"another phase":          set("phase", "Talking"),
		"an unknown phase":       set("phase", "Dancing"),
		"not begun":              set("phase", "Not Begun"),
		"ended, and yet here":    set("phase", "Ended"),
		"an ending":              set("ending", "by the agent"),
		"both on hold":           set("talk", 0),
		"both heard":             set("talk", 5),
		"somebody else heard":    set("talk", 8),
		"no deadline":            set("opBy", 0),
		"a deadline too many":    set("ringBy", 1),
		"no operation":           set("op", 0),
		"no wish":                set("wish", 0),
		"another wish":           set("wish", int(wishSend)),
		"an unknown wish":        set("wish", nWishes),
		"a wish for nobody":      set("wishFor", 0),
		"an unknown recording":   set("rec", 9),
		"a pause without end":    set("rec", int(recPausing)),
		"a digital consult":      set("kind", "chat"),
		"no kind":                set("kind", "none"),
		"a cause":                set("cause", "busy"),
		"a trace of a consult":   set("flags", 1),
		"an unknown flag":        set("flags", 4),
		"a trace of a transfer":  set("via", int(telephony.Agent)),
		"an unknown via":         set("via", 200),
		"two customers":          party(1, "role", int(Customer)),
		"two owners":             party(2, "role", int(Owner)),
		"no customer":            party(0, "role", int(Nobody)),
		"an unknown role":        party(1, "role", nRoles),
		"a number twice":         party(2, "id", 1),
		"no number":              party(2, "id", 0),
		"an owner who rings":     party(1, "leg", int(legAlerting)),
		"a customer not there":   party(0, "leg", int(legAlerting)),
		"an unknown leg":         party(1, "leg", 9),
		"an unknown flag of his": party(1, "flags", 8),
		"an agent not told":      party(2, "flags", 0),
		"inside and outside":     party(2, "flags", partyAgent|partyExternal),
		"a trace of nobody":      party(3, "since", 1),
		"a negative number":      party(1, "id", -1),
		"an outsider's origin":   party(2, "came", int(telephony.Expert)),
		"an impossible policy":   set("policy", map[string]any{"seconds": []int{1, 1, 1, 1, 1, 1}, "flags": 0, "capabilities": 0, "parties": 9}),
		"a time-out of nothing":  set("policy", map[string]any{"seconds": []int{0, 1, 1, 1, 1, 1}, "flags": 0, "capabilities": 0, "parties": 3}),
	} {
		s, err := Restore(data)
		require.ErrorIs(t, err, ErrInvalid, name)
		require.Zero(t, s, name)
		kept := talking(t, Policy{}).s
		before := kept
		require.Error(t, json.Unmarshal(data, &kept), name)
		require.Equal(t, before, kept, name)
	}
}

func TestWordsAreReadBack(t *testing.T) {
	for p := range Phase(nPhases) {
		text, err := p.MarshalText()
		require.NoError(t, err)
		back := Phase(255)
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, p, back)
	}
	for a := range Action(nActions) {
		text, err := a.MarshalText()
		require.NoError(t, err)
		back := Action(255)
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, a, back)
	}
	for k := range Kind(nKinds) {
		text, err := k.MarshalText()
		require.NoError(t, err)
		back := Kind(255)
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, k, back)
	}
	for s := range InConference + 1 {
		text, err := s.MarshalText()
		require.NoError(t, err)
		back := Status(255)
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, s, back)
	}
	for n := range ContactEnded + 1 {
		text, err := n.MarshalText()
		require.NoError(t, err)
		back := NoticeKind(255)
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, n, back)
	}
	for e := range WasRemoved + 1 {
		text, err := e.MarshalText()
		require.NoError(t, err)
		back := Ending(255)
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, e, back)
	}
	for _, unknown := range []interface{ MarshalText() ([]byte, error) }{Phase(nPhases), Action(nActions), Kind(nKinds), InConference + 1,
		ContactEnded + 1, WasRemoved + 1} {
		_, err := unknown.MarshalText()
		require.ErrorIs(t, err, ErrInvalid, "%T", unknown)
	}
	a := Hold
	require.ErrorIs(t, a.UnmarshalText([]byte("Fly")), ErrInvalid)
	require.Equal(t, Hold, a)
	require.Equal(t, int(Offer-Accept), len(Actions()))
	require.Equal(t, len(roleWords), nRoles)
	require.Equal(t, len(factWords), nFacts)
	for f := alerting; f < nFacts; f++ {
		require.NotEmpty(t, f.String())
	}
}

// A target never shows a whole number.
func TestTargetIsMasked(t *testing.T) {
	require.Equal(t, "number …47", toNumber.String())
	require.Equal(t, "number …47", toNumber.GoString())
	require.Equal(t, "+12015532447", toNumber.Address())
	require.Equal(t, telephony.DialNumber, toNumber.Kind())
	require.True(t, ToAgent("").IsZero())
	_, err := talking(t, Policy{}).s.Request(time.Time{}, Request{By: ag1, Action: Hold, To: toNumber}, new(Output))
	require.NotContains(t, err.Error(), "2015532")
}
