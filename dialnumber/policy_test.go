package dialnumber_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
)

var uses = []dialnumber.Use{dialnumber.Dial, dialnumber.Consult, dialnumber.Transfer}

func parsed(t testing.TB, text, region string) dialnumber.Parsed {
	t.Helper()
	p, err := dialnumber.Parse(text, region)
	require.NoError(t, err)
	return p
}

func TestPolicyIsOffByDefault(t *testing.T) {
	for _, text := range []string{"911", "+19005551234", "*123#", "+97912345678", "123"} {
		for _, use := range uses {
			require.Equal(t, dialnumber.Decision{Verdict: dialnumber.Allow, Rule: -1}, dialnumber.Policy{}.Decide(parsed(t, text, "US"), use))
		}
	}
	require.NoError(t, dialnumber.Policy{}.Validate())
}

func TestPolicyConditions(t *testing.T) {
	type rule = dialnumber.PolicyRule
	tests := []struct {
		name         string
		rule         rule
		text, region string
		want         bool
	}{
		{"prefix of what is dialled", rule{Prefix: "*12"}, "*123#", "", true},
		{"another prefix", rule{Prefix: "*13"}, "*123#", "", false},
		{"prefix longer than the number", rule{Prefix: "1234"}, "123", "", false},
		{"international prefix on +", rule{Prefix: "+1201"}, "+12015532447", "", true},
		{"international prefix on IDD", rule{Prefix: "+1201"}, "0012015532447", "DE", true},
		{"international prefix on a national number", rule{Prefix: "+1201"}, "2015532447", "US", true},
		{"international prefix on what is no public number", rule{Prefix: "+1201"}, "2015", "US", false},
		{"international prefix on + of no known class", rule{Prefix: "+12"}, "+1234567890123456", "", true},
		{"national prefix on +", rule{Prefix: "1201"}, "+12015532447", "", false},
		{"country", rule{Country: 44}, "+442079460018", "", true},
		{"country of IDD", rule{Country: 44}, "0044 2079460018", "DE", true},
		{"country at home", rule{Country: 44}, "020 7946 0018", "GB", true},
		{"another country", rule{Country: 49}, "+442079460018", "", false},
		{"country of an impossible number", rule{Country: 979}, "+9791", "", true},
		{"type", rule{Type: dialnumber.TollFree}, "+18005550199", "", true},
		{"another type", rule{Type: dialnumber.Mobile}, "+18005550199", "", false},
		{"service code", rule{ServiceCode: true}, "*123#", "", true},
		{"service code with #", rule{ServiceCode: true}, "#31#123", "", true},
		{"no service code", rule{ServiceCode: true}, "123#", "", false},
		{"emergency", rule{Emergency: true}, "112", "DE", true},
		{"no emergency", rule{Emergency: true}, "113", "DE", false},
		{"premium", rule{Premium: true}, "0900 1234567", "DE", true},
		{"premium by IDD", rule{Premium: true}, "0049 900 1234567", "FR", true},
		{"premium with a needless trunk 0", rule{Premium: true}, "+49 0900 1234567", "", true},
		{"no premium", rule{Premium: true}, "030 1234567", "DE", false},
		{"all that is asked", rule{Premium: true, Country: 49, Prefix: "+49900"}, "0900 1234567", "DE", true},
		{"not all that is asked", rule{Premium: true, Country: 44}, "0900 1234567", "DE", false},
		{"nothing asked", rule{}, "123", "", true},
	}
	for _, tt := range tests {
		tt.rule.Dial, tt.rule.Name = dialnumber.Deny, tt.name
		p := dialnumber.Policy{Rules: []rule{tt.rule}}
		require.NoError(t, p.Validate(), tt.name)
		want := dialnumber.Decision{Verdict: dialnumber.Allow, Rule: -1}
		require.Equal(t, want, p.Decide(parsed(t, tt.text, tt.region), dialnumber.Consult), "no verdict for this use")
		if tt.want {
			want = dialnumber.Decision{Verdict: dialnumber.Deny, Rule: 0, Name: tt.name}
		}
		require.Equal(t, want, p.Decide(parsed(t, tt.text, tt.region), dialnumber.Dial), tt.name)
	}
}

func TestPolicyOrderAndUses(t *testing.T) {
	p := dialnumber.Policy{Rules: []dialnumber.PolicyRule{
		{Name: "ours", Prefix: "+1201", Dial: dialnumber.Allow, Transfer: dialnumber.Confirm},
		{Name: "closed", Dial: dialnumber.Deny, Consult: dialnumber.Confirm, Transfer: dialnumber.Deny},
	}}
	ours, other := parsed(t, "+12015532447", ""), parsed(t, "+442079460018", "")
	for i, want := range []dialnumber.Decision{{dialnumber.Allow, 0, "ours"}, {dialnumber.Confirm, 1, "closed"}, {dialnumber.Confirm, 0, "ours"}} {
		require.Equal(t, want, p.Decide(ours, uses[i]))
	}
	for i, want := range []dialnumber.Decision{{dialnumber.Deny, 1, "closed"}, {dialnumber.Confirm, 1, "closed"}, {dialnumber.Deny, 1, "closed"}} {
		require.Equal(t, want, p.Decide(other, uses[i]))
	}
	nothing := dialnumber.Decision{Verdict: dialnumber.Deny, Rule: -1}
	require.Equal(t, nothing, p.Decide(dialnumber.Parsed{}, dialnumber.Dial), "no number")
	require.Equal(t, nothing, dialnumber.Policy{}.Decide(ours, dialnumber.Use(3)), "no use")
}

func TestEmergencyIsNeverDeniedByAPremiumRule(t *testing.T) {
	help := parsed(t, "911", "US")
	// A numbering plan, or a host that fills Parsed by itself, may be wrong.
	help.Premium, help.Type = true, dialnumber.PremiumRate
	for _, r := range []dialnumber.PolicyRule{{Premium: true}, {Type: dialnumber.PremiumRate}, {Premium: true, Prefix: "9"}} {
		for _, verdict := range []dialnumber.Verdict{dialnumber.Deny, dialnumber.Confirm} {
			r.Dial, r.Consult, r.Transfer = verdict, verdict, verdict
			for _, use := range uses {
				require.Equal(t, dialnumber.Allow, dialnumber.Policy{Rules: []dialnumber.PolicyRule{r}}.Decide(help, use).Verdict)
			}
		}
	}
}

func TestRecommended(t *testing.T) {
	p := dialnumber.Recommended()
	require.NoError(t, p.Validate())
	const a, d, c = dialnumber.Allow, dialnumber.Deny, dialnumber.Confirm
	for _, tt := range []struct {
		text, region            string
		dial, consult, transfer dialnumber.Verdict
	}{
		{"911", "US", a, a, c},
		{"112", "", a, a, c},
		{"+12015532447", "", a, a, a},
		{"4711", "DE", a, a, a},
		{"+19005551234", "", d, d, d},
		{"0900 1234567", "DE", d, d, d},
		{"118218", "FR", d, d, d},
		{"+97912345678", "", d, d, d},
		{"*72 2015532447", "US", c, d, d},
		{"#31#123", "", c, d, d},
		{"1300 123 456", "AU", c, c, c},
		{"+447012345678", "", c, c, c},
		{"+881612345678", "", c, c, d},
		{"011 870 773111632", "US", c, c, d},
		{"+883510000000094", "", c, c, d},
		{"+882123456789", "", c, c, d},
		{"Tel: +19005551234", "", c, c, c},
	} {
		n := parsed(t, tt.text, tt.region)
		for i, want := range []dialnumber.Verdict{tt.dial, tt.consult, tt.transfer} {
			require.Equal(t, want, p.Decide(n, uses[i]).Verdict, "%s for %s", tt.text, uses[i])
		}
	}
	p.Rules[0].Name = "changed"
	require.Equal(t, "emergency", dialnumber.Recommended().Rules[0].Name, "the rules are the caller's own")
}

func TestPolicyValidate(t *testing.T) {
	for want, r := range map[string]dialnumber.PolicyRule{
		"dialnumber: policy rule 1: prefix: holds a character that is never dialled":               {Prefix: "+1 201", Dial: dialnumber.Deny},
		"dialnumber: policy rule 1: prefix: is longer than any number":                             {Prefix: "00000000000000000000000000000000000000000", Dial: dialnumber.Deny},
		"dialnumber: policy rule 1: country: is no country code":                                   {Country: 1000, Dial: dialnumber.Deny},
		"dialnumber: policy rule 1: type: does not exist":                                          {Type: dialnumber.Voicemail + 1, Dial: dialnumber.Deny},
		"dialnumber: policy rule 1: dial: is no verdict":                                           {Dial: 9},
		"dialnumber: policy rule 1: consult: is no verdict":                                        {Consult: 9},
		"dialnumber: policy rule 1: transfer: is no verdict":                                       {Transfer: 9},
		"dialnumber: policy rule 1: dial: the rule decides nothing: it has no verdict for any use": {Premium: true},
		"dialnumber: policy rule 1: premium: an emergency number is never a premium one":           {Premium: true, Emergency: true, Dial: dialnumber.Deny},
	} {
		err := dialnumber.Policy{Rules: []dialnumber.PolicyRule{{Dial: dialnumber.Allow}, r}}.Validate()
		require.EqualError(t, err, want)
		var typed *dialnumber.PolicyError
		require.ErrorAs(t, err, &typed)
		require.Equal(t, 1, typed.Rule)
	}
	require.Error(t, dialnumber.Policy{Rules: []dialnumber.PolicyRule{{Country: -1, Dial: dialnumber.Deny}}}.Validate())
}

func TestPolicyIsJSON(t *testing.T) {
	const text = `{"rules":[{"name":"help","emergency":true,"dial":"allow"},{"prefix":"+1900","country":1,"type":"premium-rate","serviceCode":true,"premium":true,"dial":"deny","consult":"confirm","transfer":"deny"}]}`
	var p dialnumber.Policy
	require.NoError(t, json.Unmarshal([]byte(text), &p))
	b, err := json.Marshal(p)
	require.NoError(t, err)
	require.Equal(t, text, string(b))
	require.Error(t, json.Unmarshal([]byte(`{"rules":[{"dial":"perhaps"}]}`), &p))
}
