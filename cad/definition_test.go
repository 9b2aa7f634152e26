package cad_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
)

func TestNewSchema(t *testing.T) {
	long := strings.Repeat("ü", 257)
	for name, defs := range map[string][]cad.Definition{
		"no name":         {{Label: "x"}},
		"twice":           {{Name: "a"}, {Name: "b"}, {Name: "a"}},
		"name not UTF-8":  {{Name: "a\xff"}},
		"label not UTF-8": {{Name: "a", Label: "\xc3"}},
		"long name":       {{Name: long}},
		"type":            {{Name: "a", Type: cad.DateTime + 1}},
		"bidi name":       {{Name: "a\u202eb"}},
		"zero-width name": {{Name: "a\u200b"}},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := cad.NewSchema(defs)
			require.ErrorIs(t, err, cad.ErrDefinition)
			require.Equal(t, cad.Schema{}, s)
		})
	}
	_, err := cad.NewSchema([]cad.Definition{{Name: long[2:]}})
	require.NoError(t, err, "256 characters")
}

func TestSchemaOrder(t *testing.T) {
	in := []cad.Definition{{Name: "c", Order: 2}, {Name: "b", Label: "B", Order: 1}, {Name: "a", Order: 2}, {Name: "d", Order: -1}}
	s, err := cad.NewSchema(in)
	require.NoError(t, err)
	want := []cad.Definition{
		{Name: "d", Label: "d", Order: -1}, {Name: "b", Label: "B", Order: 1},
		{Name: "c", Label: "c", Order: 2}, {Name: "a", Label: "a", Order: 2},
	}
	require.Equal(t, want, s.Definitions())

	in[0].Name = "changed"
	s.Definitions()[0].Name = "changed"
	require.Equal(t, want, s.Definitions(), "the schema is its own")

	require.Empty(t, cad.Schema{}.Definitions())
}

func TestEnumText(t *testing.T) {
	for i, word := range []string{"String", "Integer", "Decimal", "Boolean", "DateTime"} {
		ty := cad.Type(i)
		require.Equal(t, word, ty.String())
		b, err := ty.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(b))
		back := cad.Type(200)
		require.NoError(t, back.UnmarshalText(b))
		require.Equal(t, ty, back)
	}
	for i, word := range []string{"public", "masked", "fetching", "fetched", "failed"} {
		v := cad.Visibility(i)
		require.Equal(t, word, v.String())
		b, err := v.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(b))
		back := cad.Visibility(200)
		require.NoError(t, back.UnmarshalText(b))
		require.Equal(t, v, back)
	}

	ty, v := cad.Integer, cad.Fetched
	for _, word := range []string{"", "string", "INTEGER", " Integer", "Type(1)", "Masked"} {
		require.Error(t, ty.UnmarshalText([]byte(word)))
		require.Error(t, v.UnmarshalText([]byte(word)))
	}
	require.Equal(t, cad.Integer, ty)
	require.Equal(t, cad.Fetched, v)

	require.Equal(t, "Type(5)", cad.Type(5).String())
	require.Equal(t, "Visibility(5)", cad.Visibility(5).String())
	_, err := cad.Type(5).MarshalText()
	require.ErrorIs(t, err, cad.ErrDefinition)
	_, err = cad.Visibility(5).MarshalText()
	require.ErrorIs(t, err, cad.ErrFetch)
}

func TestDefinitionJSON(t *testing.T) {
	const config = `{"name":"due","label":"Due","type":"DateTime","order":4,"editable":true,"secure":false}`
	var d cad.Definition
	require.NoError(t, json.Unmarshal([]byte(config), &d))
	require.Equal(t, cad.Definition{Name: "due", Label: "Due", Type: cad.DateTime, Order: 4, Editable: true}, d)
	b, err := json.Marshal(d)
	require.NoError(t, err)
	require.Equal(t, config, string(b))
}
