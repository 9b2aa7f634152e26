package popover_test

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/popover"
)

// Whatever the administrator and the host give, nothing panics, a card keeps
// within its form, and a label that passes Validate hides nothing.
func FuzzCard(f *testing.F) {
	f.Add("c1", "v1", "One", "https://crm.example/", uint8(3), 2)
	f.Add("", "pin", "a\u202eb", "javascript:x", uint8(200), -1)
	f.Add("\xff", "", "\x00", "https://[::1", uint8(51), 99)
	f.Fuzz(func(t *testing.T, id, name, label, url string, n uint8, number int) {
		var l popover.Layout
		for range n {
			l.Variables = append(l.Variables, popover.Choice{Name: name, Label: label})
			l.Links = append(l.Links, popover.Link{Label: label, URL: url})
		}
		c := popover.Config{Inbound: l, Preview: l, Consult: l}
		if c.Validate() == nil {
			require.True(t, utf8.ValidString(label) || n == 0)
		}
		o := inbound(t)
		o.Contact = id
		card, err := c.Card(o)
		if err != nil {
			require.ErrorIs(t, err, popover.ErrInvalid)
			return
		}
		require.LessOrEqual(t, len(card.Fields), 6)
		require.LessOrEqual(t, len(card.Links), popover.MaxLinks)
		s, err := popover.NewStack([]popover.Card{card})
		require.NoError(t, err)
		require.Len(t, s.Page(number).Cards, 1)
	})
}
