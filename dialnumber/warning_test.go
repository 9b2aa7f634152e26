package dialnumber_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func TestWarnings(t *testing.T) {
	type w = dialnumber.Warning
	const (
		ext, colon, letters, pause = dialnumber.ExtensionGlued, dialnumber.ColonLeft, dialnumber.LettersLost, dialnumber.PauseLost
		trunk, several, ambiguous  = dialnumber.TrunkZero, dialnumber.SeveralNumbers, dialnumber.AmbiguousPrefix
		folded, impossible         = dialnumber.DigitsFolded, dialnumber.NotPossible
	)
	tests := []struct {
		text, region string
		want         []w
	}{
		{"+1 (201) 553-2447", "US", nil},
		{"", "", nil},
		{"*123#", "", nil},
		{"12:34:56", "", nil}, // a colon that somebody typed
		{"Tel +1 201 553 2447", "", nil},
		{"ext. 4711", "", nil},
		{"201-553-2447 (home)", "US", nil},
		{"Büro: 030 1234567", "DE", []w{{letters, 0}, {colon, 5}}},

		{"201-553-2447 x123", "US", []w{{ext, 13}}},
		{"201-553-2447x123", "US", []w{{ext, 12}}},
		{"201-553-2447 Ext. 123", "US", []w{{ext, 13}}},
		{"201-553-2447 ｅｘｔ 123", "US", []w{{ext, 13}}},
		{"8 495 123-45-67 доб. 12", "RU", []w{{ext, 16}}},
		{"x123", "US", nil},
		{"201-553-2447 ext", "US", nil},

		{"Tel: +1 201 553 2447", "", []w{{colon, 3}}},
		{"tel:2015532447", "US", []w{{colon, 3}}},
		{"Tel. : 2015532447", "US", []w{{colon, 5}}},
		{"电话：2015532447", "US", []w{{folded, 6}, {colon, 6}}},
		{"tel:+12015532447;ext=5", "US", []w{{colon, 3}, {ext, 17}}},
		{"sip:+12015532447@example.com:5060", "", []w{{colon, 3}, {letters, 17}, {colon, 28}}},

		{"1-800-FLOWERS", "US", []w{{letters, 6}}},
		{"FLOWERS 1800", "US", []w{{letters, 0}}},
		{"2O1 553 2447", "", []w{{letters, 1}}}, // a letter o for a zero, and no Spanish "or"
		{"5551234 o 5551235", "", []w{{several, 8}}},
		{"20l 553 2447", "", []w{{letters, 2}}},
		{"201 ② 553 2447", "", []w{{letters, 4}}},
		{"➕12015532447", "", []w{{letters, 0}}},
		{"201 fax 553", "", []w{{letters, 4}}},
		{"+1 201 553 2447 pw", "", []w{{letters, 16}}},

		{"201 553 2447,,12#", "US", []w{{pause, 12}}},
		{"201 553 2447;12", "US", []w{{pause, 12}}},
		{"201 553 2447p12", "US", []w{{pause, 12}}},
		{"201 553 2447 ww 12", "US", []w{{pause, 13}}},
		{"Berlin, 030 1234567", "DE", []w{{letters, 0}}}, // a comma before the number is no pause
		{"030 1234567,", "DE", nil},

		{"+44 (0)20 7946 0018", "", []w{{impossible, 0}, {trunk, 4}}},
		{"+44( 0 ) 20 7946 0018", "", []w{{impossible, 0}, {trunk, 3}}},
		{"+44（０）20 7946 0018", "", []w{{impossible, 0}, {trunk, 3}, {folded, 6}}},
		{"+44 [0]20 7946 0018", "", []w{{impossible, 0}, {trunk, 4}}},
		{"0044 (0)20 7946 0018", "DE", []w{{impossible, 0}, {trunk, 5}}},
		{"(0)20 7946 0018", "GB", nil},
		{"+44 (020) 7946 0018", "", []w{{impossible, 0}}},

		{"5551234 or 5551235", "US", []w{{several, 8}}},
		{"5551234\n5551235", "US", []w{{several, 7}}},
		{"5551234, 5551235", "US", []w{{several, 7}}},
		{"5551234/5551235", "US", []w{{several, 7}}},
		{"5551234/35", "US", []w{{several, 7}}},
		{"0171/12345678", "DE", nil},
		{"5551234 fax 5551235", "US", []w{{several, 8}}},
		{"5551234\u20285551235", "US", []w{{several, 7}}},
		{"5551234\u20295551235", "US", []w{{several, 7}}},
		{"5551234|5551235", "US", []w{{several, 7}}},
		{"5551234 & 5551235", "US", []w{{several, 8}}},
		{"5551234\r5551235", "US", []w{{several, 7}}},
		{"5551234\t5551235", "US", []w{{several, 7}}},
		{"5551234\\5551235", "US", []w{{several, 7}}},
		{"5551234、5551235", "US", []w{{several, 7}}},
		{"911\n", "US", nil},

		{"0012015532447", "HK", []w{{ambiguous, 0}}},
		{"0012015532447", "KR", []w{{ambiguous, 0}}},
		{"0012015532447", "TH", []w{{ambiguous, 0}}},
		{"0012015532447", "SG", []w{{ambiguous, 0}}},
		{"tel 001-201-553-2447", "HK", []w{{ambiguous, 4}}},
		{"0012015532447", "DE", nil},
		{"001 1 201 553 2447", "SG", nil},
		{"0011 44 20 7946 0018", "AU", nil},

		{"٢٠١٥٥٣٢٤٤٧", "US", []w{{folded, 0}}},
		{"201 ＃ ５", "US", []w{{folded, 4}}}, // once is enough

		{"+1201553244", "", []w{{impossible, 0}}},
		{"tel +1201553244", "", []w{{impossible, 4}}},
		{"011 44 20", "US", []w{{impossible, 0}}},
		{"4711", "US", nil}, // nobody said that it is a public number
	}
	for _, tt := range tests {
		p, _ := dialnumber.Parse(tt.text, tt.region)
		require.Equal(t, tt.want, p.Warnings, "%q from %s", tt.text, tt.region)
	}
}

func TestAmbiguousPrefixReadsAsPhonenumbersDoes(t *testing.T) {
	for _, region := range []string{"HK", "KR", "TH", "SG"} {
		p, err := dialnumber.Parse("0012015532447", region)
		require.NoError(t, err)
		require.Equal(t, dialnumber.IDD, p.Format)
		require.Equal(t, 20, p.Country)
		require.Equal(t, "+2015532447", p.E164.Dialled())
	}
}

func TestRejectLossy(t *testing.T) {
	strict := dialnumber.Config{Region: "US", RejectLossy: true}
	for text, kind := range map[string]dialnumber.WarningKind{
		"201-553-2447 x123": dialnumber.ExtensionGlued, "Tel: +12015532447": dialnumber.ColonLeft,
		"1-800-FLOWERS": dialnumber.LettersLost, "201 553 2447,12": dialnumber.PauseLost,
		"+44 (0)20 7946 0018": dialnumber.TrunkZero, "5551234 or 5551235": dialnumber.SeveralNumbers,
	} {
		_, err := dialnumber.Parse(text, "US")
		require.NoError(t, err, "a warning is no error unless asked for")
		p, err := strict.Parse(text)
		require.ErrorIs(t, err, rule.ID("DN-3"), text)
		broken := dialnumber.Broken(err)
		require.Len(t, broken, 1)
		require.Equal(t, dialnumber.Lossy, broken[0].Reason)
		require.Equal(t, kind, broken[0].Warning)
		require.True(t, kind.Lossy())
		require.Equal(t, []dialnumber.Warning{{Kind: kind, Offset: broken[0].Offset}}, p.Warnings)
		require.False(t, p.Number.IsValid())
	}
	for _, text := range []string{"+1 (201) 553-2447", "٢٠١٥٥٣٢٤٤٧", "+1201553244", "0012015532447"} {
		p, err := dialnumber.Config{Region: "HK", RejectLossy: true}.Parse(text)
		require.NoError(t, err, text)
		for _, w := range p.Warnings {
			require.False(t, w.Kind.Lossy())
		}
	}
	_, err := strict.Parse("1 x 2")
	require.Len(t, dialnumber.Broken(err), 2, "all at once: DN-1 and DN-3")
}
