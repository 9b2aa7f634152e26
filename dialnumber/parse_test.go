package dialnumber_test

import (
	"testing"

	pn "github.com/nyaruka/phonenumbers/v2"
	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func TestFormat(t *testing.T) { // DN-4 to DN-7
	const (
		us, e164, idd, other = dialnumber.US, dialnumber.E164, dialnumber.IDD, dialnumber.OtherFormat
	)
	tests := []struct {
		text, region string
		format       dialnumber.Format
		e164         string
	}{
		{"+12015532447", "", us, "+12015532447"},
		{"+12015532447", "DE", us, "+12015532447"},
		{"+1 (201) 553-2447", "US", us, "+12015532447"},
		{"+12000000000", "", us, "+12000000000"}, // shape, not assignment (D7)
		{"+11234567890", "", e164, "+11234567890"},
		{"+10015532447", "", e164, "+10015532447"},
		{"+1201553244", "", e164, "+1201553244"},
		{"+120155324470", "", e164, "+120155324470"},
		{"+123", "", e164, "+123"},
		{"+999123", "", e164, "+999123"},
		{"+123456789012345", "", e164, "+123456789012345"},
		{"+1234567890123456", "", other, ""},
		{"+0123456789", "", other, ""},
		{"+1201553244*", "", other, ""},
		{"*+12015532447", "", other, ""},
		{":+12015532447", "", other, ""},

		{"01161123456789", "US", idd, "+61123456789"}, // DN-6's own example
		{"01161123456789", "CA", idd, "+61123456789"},
		{"01161123456789", "", other, ""}, // no region, no IDD
		{"01161123456789", "GB", other, ""},
		{"011 999 123456", "US", other, ""}, // 999 is no assigned country code
		{"011 61", "US", other, ""},         // a code and no number
		{"011 61 1", "US", idd, "+611"},
		{"011 7 1", "US", idd, ""}, // too short for E.164
		{"00 1234567890123456", "GB", idd, ""},
		{"00 44 20 7946 0018", "FR", idd, "+442079460018"},
		{"0044*", "FR", other, ""},
		{"8~10 1 201 553 2447", "RU", idd, "+12015532447"},
		{"010 1 201 553 2447", "JP", idd, "+12015532447"},
		{"119 1 201 553 2447", "CU", idd, "+12015532447"},
		{"0011 1 201 553 2447", "AU", idd, "+12015532447"},
		{"1400 0011 44 20 7946 00", "AU", other, ""}, // no such carrier
		{"1434 0011 44 20 7946 00", "AU", idd, "+4420794600"},
		{"99501 1 201 5532447", "FI", other, ""},
		{"99511 1 201 5532447", "FI", idd, "+12015532447"},
		{"990 1 201 5532447", "FI", idd, "+12015532447"},
		{"00 14 1 201 5532447", "BR", idd, "+12015532447"},
		{"00 1 201 5532447", "BR", other, ""}, // a carrier must be named there

		{"911", "US", other, ""},
		{"*123#", "US", other, ""},
		{"4711", "DE", other, ""},
		{"123456789012345678", "US", other, ""},
		{"201-553-2447", "US", other, "+12015532447"},
		{"1-201-553-2447", "US", other, "+12015532447"},
		{"201-553-2447", "", other, ""},
		{"553-2447", "US", other, ""},
		{"020 7946 0018", "GB", other, "+442079460018"},
		{"20 7946 0018", "GB", other, ""}, // without its 0 it is another line
		{"030 1234567", "DE", other, "+49301234567"},
		{"30 1234567", "DE", other, ""},
		{"06 1234 5678", "IT", other, "+390612345678"}, // the 0 is part of the number
		{"8 495 123-45-67", "RU", other, "+74951234567"},
		{"1300 123 456", "AU", other, "+611300123456"}, // dialled without the 0
	}
	for _, tt := range tests {
		p, err := dialnumber.Parse(tt.text, tt.region)
		require.NoError(t, err, tt.text)
		require.Equal(t, dialnumber.Sanitise(tt.text).Text, p.Number.Dialled(), "what is dialled is never rewritten")
		require.Equal(t, tt.format, p.Format, "%s from %s", tt.text, tt.region)
		require.Equal(t, tt.e164, p.E164.Dialled(), "%s from %s", tt.text, tt.region)
	}
}

func TestAdvice(t *testing.T) { // D7
	const (
		no, possible, valid = 0, 1, 2
	)
	tests := []struct {
		text, region string
		want         int
		country      int
		kind         dialnumber.Type
	}{
		{"+12015532447", "", valid, 1, dialnumber.FixedOrMobile},
		{"+11234567890", "", possible, 1, dialnumber.UnknownType},
		{"01161123456789", "US", possible, 61, dialnumber.UnknownType},
		{"+1201553244", "", no, 1, dialnumber.UnknownType},
		{"+15532447", "", no, 1, dialnumber.UnknownType},     // only its own town can dial it so
		{"+4402079460018", "", no, 44, dialnumber.FixedLine}, // the trunk 0 is not dialled from abroad
		{"+999123456", "", no, 0, dialnumber.UnknownType},
		{"+447400123456", "", valid, 44, dialnumber.Mobile},
		{"+18005550199", "", valid, 1, dialnumber.TollFree},
		{"+19005551234", "", valid, 1, dialnumber.PremiumRate},
		{"0900 1234567", "DE", valid, 49, dialnumber.PremiumRate},
		{"0049 900 1234567", "FR", valid, 49, dialnumber.PremiumRate},
		{"118218", "FR", valid, 0, dialnumber.PremiumRate}, // a short number
		{"5532447", "US", possible, 0, dialnumber.UnknownType},
		{"911", "US", valid, 0, dialnumber.UnknownType},
		{"*123#", "US", no, 0, dialnumber.UnknownType},
		{"20155324471234", "US", no, 0, dialnumber.UnknownType},
	}
	for _, tt := range tests {
		p, err := dialnumber.Parse(tt.text, tt.region)
		require.NoError(t, err)
		require.Equal(t, tt.want >= possible, p.Possible, tt.text)
		require.Equal(t, tt.want == valid, p.Valid, tt.text)
		require.Equal(t, tt.country, p.Country, tt.text)
		require.Equal(t, tt.kind, p.Type, tt.text)
		require.Equal(t, tt.kind == dialnumber.PremiumRate, p.Premium, tt.text)
	}
}

func TestEmergency(t *testing.T) {
	for region, help := range map[string][]string{
		"US": {"911", "112"}, "GB": {"999", "112"}, "DE": {"112", "110"}, "AU": {"000", "112"}, "JP": {"119", "110"}, "": {"112", "911"},
	} {
		for _, text := range help {
			p, err := dialnumber.Parse(text, region)
			require.NoError(t, err)
			require.True(t, p.Emergency, "%s from %s", text, region)
			require.True(t, p.Possible && p.Valid)
			require.Equal(t, dialnumber.OtherFormat, p.Format)
		}
	}
	for _, text := range []string{"+1911", "*911", "9110", "999"} {
		p, err := dialnumber.Parse(text, "US")
		require.NoError(t, err)
		require.False(t, p.Emergency, text)
	}
}

// Every emergency number of every region is known, has no other reading, and
// is never premium.
func TestEmergencyEverywhere(t *testing.T) {
	all, err := pn.ShortNumberMetadataCollection()
	require.NoError(t, err)
	seen := 0
	for _, m := range all.GetMetadata() {
		for n := range 1000 {
			text := string([]byte{'0' + byte(n/100), '0' + byte(n/10%10), '0' + byte(n%10)})
			if !pn.IsEmergencyNumber(text, m.GetId()) {
				continue
			}
			p, err := dialnumber.Parse(text, m.GetId())
			require.NoError(t, err)
			require.True(t, p.Emergency)
			require.False(t, p.Premium)
			require.Equal(t, dialnumber.OtherFormat, p.Format)
			require.NotEqual(t, dialnumber.Deny, dialnumber.Recommended().Decide(p, dialnumber.Transfer).Verdict)
			seen++
		}
	}
	require.Greater(t, seen, 600)
}

func TestEveryExampleNumberIsItsOwnE164(t *testing.T) {
	for region := range pn.GetSupportedRegions() {
		for kind := range pn.GetSupportedTypesForRegion(region) {
			n := pn.GetExampleNumberForTypeInRegion(region, kind)
			if n == nil {
				continue
			}
			text := pn.Format(n, pn.E164)
			p, err := dialnumber.Parse(text, region)
			require.NoError(t, err, text)
			require.Equal(t, text, p.E164.Dialled())
			require.True(t, p.Possible && p.Valid, text)
			require.Empty(t, p.Warnings)
			require.Equal(t, int(n.GetCountryCode()), p.Country)

			// As it is dialled at home: the E.164 form is found again, or is
			// not claimed; another one never.
			home, err := dialnumber.Parse(pn.Format(n, pn.NATIONAL), region)
			if err != nil {
				require.ErrorIs(t, err, dialnumber.ErrInvalid)
				continue
			}
			if home.E164.IsValid() && home.Format == dialnumber.OtherFormat {
				require.Equal(t, text, home.E164.Dialled(), region)
			}
		}
	}
}

func TestRegion(t *testing.T) {
	for _, region := range []string{"XX", "us", "USA", "001", "U", "\xff\xff", "ZZ"} {
		p, err := dialnumber.Parse("+12015532447", region)
		require.ErrorIs(t, err, dialnumber.ErrRegion)
		require.NotErrorIs(t, err, dialnumber.ErrInvalid)
		var typed *dialnumber.RegionError
		require.ErrorAs(t, err, &typed)
		require.Equal(t, region, typed.Region)
		require.Equal(t, dialnumber.Parsed{}, p)
	}
	for region := range pn.GetSupportedRegions() {
		_, err := dialnumber.Parse("+12015532447", region)
		require.NoError(t, err, region)
	}
}

func TestParseRefusesWhatCheckRefuses(t *testing.T) { // DN-7
	p, err := dialnumber.Parse("+1 201 553 2447 / +1 201 553 2448", "US")
	require.ErrorIs(t, err, rule.ID("DN-1"))
	require.ErrorIs(t, err, rule.ID("DN-8"))
	require.Equal(t, dialnumber.Parsed{Warnings: []dialnumber.Warning{{Kind: dialnumber.SeveralNumbers, Offset: 16}}}, p)
}
