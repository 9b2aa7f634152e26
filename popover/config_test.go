package popover_test

import (
	"encoding"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func numbered(n int) popover.Layout {
	var l popover.Layout
	for i := range n {
		l.Variables = append(l.Variables, popover.Choice{Name: "v" + strconv.Itoa(i)})
	}
	return l
}

func TestValidateCounts(t *testing.T) {
	type limits struct {
		set      func(*popover.Config, popover.Layout)
		rule     rule.ID
		min, max int
	}
	forms := map[popover.Form]limits{
		popover.InboundCall:    {func(c *popover.Config, l popover.Layout) { c.Inbound = l }, "POP-10", 3, 6},
		popover.OutdialCall:    {func(c *popover.Config, l popover.Layout) { c.Outdial = l }, "POP-11", 3, 6},
		popover.ConsultRequest: {func(c *popover.Config, l popover.Layout) { c.Consult = l }, "POP-12", 0, 6},
		popover.EPDNRequest:    {func(c *popover.Config, l popover.Layout) { c.EPDNConsult = l }, "POP-13", 0, 6},
		popover.CallbackCall:   {func(c *popover.Config, l popover.Layout) { c.Callback = l }, "POP-14", 0, 0},
		popover.PreviewCall:    {func(c *popover.Config, l popover.Layout) { c.Preview = l }, "", 0, popover.MaxVariables},
		popover.ChatRequest:    {func(c *popover.Config, l popover.Layout) { c.Chat = l }, "", 0, popover.MaxVariables},
		popover.EmailRequest:   {func(c *popover.Config, l popover.Layout) { c.Email = l }, "", 0, popover.MaxVariables},
		popover.SocialRequest:  {func(c *popover.Config, l popover.Layout) { c.Social = l }, "", 0, popover.MaxVariables},
	}
	for form, want := range forms {
		for n := range popover.MaxVariables + 2 {
			var c popover.Config
			want.set(&c, numbered(n))
			err := c.Validate()
			if n == 0 || n >= want.min && n <= want.max {
				require.NoError(t, err, "%v with %d", form, n)
				continue
			}
			require.ErrorIs(t, err, popover.ErrConfig, "%v with %d", form, n)
			var e *popover.ConfigError
			require.ErrorAs(t, err, &e)
			require.Equal(t, popover.ConfigError{Form: form, Field: "variables", Rule: want.rule, Count: n, Min: want.min, Max: want.max}, *e)
			require.Equal(t, want.rule != "", errors.Is(err, rule.ID(want.rule)))
		}
	}
}

func TestValidateText(t *testing.T) {
	long := strings.Repeat("é", popover.MaxText)
	variable := func(name, label string) popover.Layout {
		return popover.Layout{Variables: []popover.Choice{{Name: name, Label: label}}}
	}
	link := func(label, url string) popover.Layout {
		return popover.Layout{Links: []popover.Link{{label, url}}}
	}
	tests := []struct {
		name   string
		layout popover.Layout
		want   string // of the error, after the package and the form; empty: fine
	}{
		{"plain", variable("v", "Account"), ""},
		{"longest", variable(long, long), ""},
		{"no name", variable("", "x"), "variable 1 has no name"},
		{"long name", variable(long+"x", ""), "variable 1 has a name or label of more than 256 characters"},
		{"long label", variable("v", long+"x"), "variable 1 has a name or label of more than 256 characters"},
		{"bidi", variable("v", "a\u202eb"), "variable 1 has a label with characters that hide"},
		{"line break", variable("v", "a\nb"), "variable 1 has a label with characters that hide"},
		{"bad UTF-8", variable("v", "a\xffb"), "variable 1 has a label with characters that hide"},
		{"twice", popover.Layout{Variables: []popover.Choice{{Name: "v"}, {Name: "v"}}}, "variable 2 is chosen twice"},
		{"link", link("CRM", "https://crm.example/find"), ""},
		{"http link", link("CRM", "http://crm.example"), ""},
		{"script", link("CRM", "javascript:alert(1)"), "link 1 is no absolute http or https address"},
		{"relative", link("CRM", "/find"), "link 1 is no absolute http or https address"},
		{"no host", link("CRM", "https://:80/"), "link 1 is no absolute http or https address"},
		{"unreadable", link("CRM", "https://%zz/"), "link 1 is no absolute http or https address"},
		{"long address", link("CRM", "https://x.example/"+strings.Repeat("x", popover.MaxURL)), "link 1 is no absolute http or https address"},
		{"link without label", link("", "https://x.example/"), "link 1 has no label, a long one, or one with characters that hide"},
		{"longest address", link("CRM", "https://x.example/"+strings.Repeat("x", popover.MaxURL-18)), ""},
		{"link with a long label", link(long+"x", "https://x.example/"), "link 1 has no label, a long one, or one with characters that hide"},
		{"link with a hiding label", link("a\u2066b", "https://x.example/"), "link 1 has no label, a long one, or one with characters that hide"},
		{"eleven links", popover.Layout{Links: many(11)}, "11 links: at most 10"},
		{"ten links", popover.Layout{Links: many(10)}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := popover.Config{Chat: tt.layout}.Validate()
			if tt.want == "" {
				require.NoError(t, err)
				return
			}
			require.EqualError(t, err, "popover: invalid configuration: chat: "+tt.want)
			require.NotErrorIs(t, err, rule.ID(""))
		})
	}
}

func many(n int) (all []popover.Link) {
	for range n {
		all = append(all, popover.Link{"x", "https://x.example/"})
	}
	return all
}

func TestValidateFindsAll(t *testing.T) {
	err := popover.Config{Inbound: numbered(2), Consult: numbered(7), Callback: numbered(1)}.Validate()
	require.EqualError(t, err, `popover: invalid configuration: inbound: 2 variables: none, or 3 to 6 (POP-10)
popover: invalid configuration: consult: 7 variables: at most 6 (POP-12)
popover: invalid configuration: callback: 1 variables: none can be chosen (POP-14)`)
	for _, id := range []rule.ID{"POP-10", "POP-12", "POP-14"} {
		require.ErrorIs(t, err, id)
	}
	require.NoError(t, popover.Config{}.Validate())
}

func TestUndefined(t *testing.T) {
	schema := values(t).Sheet.Schema()
	c := popover.Config{Inbound: chosen("v1", "zzz", "pin"), Social: chosen("aaa", "zzz")}
	require.Equal(t, []string{"aaa", "zzz"}, c.Undefined(schema))
	require.Empty(t, popover.Config{Inbound: chosen("v1", "v2", "pin")}.Undefined(schema))
}

func TestWords(t *testing.T) {
	check := func(n int, value func(uint8) encoding.TextMarshaler, read func([]byte) (encoding.TextMarshaler, error)) {
		seen := map[string]bool{}
		for i := range n {
			text, err := value(uint8(i)).MarshalText()
			require.NoError(t, err)
			require.False(t, seen[string(text)])
			seen[string(text)] = true
			back, err := read(text)
			require.NoError(t, err)
			require.Equal(t, value(uint8(i)), back)
		}
		_, err := value(uint8(n)).MarshalText()
		require.ErrorIs(t, err, popover.ErrInvalid)
		_, err = read([]byte("nonsense"))
		require.ErrorIs(t, err, popover.ErrInvalid)
		_, err = read(nil)
		require.ErrorIs(t, err, popover.ErrInvalid)
	}
	check(10, func(v uint8) encoding.TextMarshaler { return popover.Form(v) }, func(b []byte) (encoding.TextMarshaler, error) {
		var f popover.Form
		err := f.UnmarshalText(b)
		return f, err
	})
	check(2, func(v uint8) encoding.TextMarshaler { return popover.Stage(v) }, func(b []byte) (encoding.TextMarshaler, error) {
		var s popover.Stage
		err := s.UnmarshalText(b)
		return s, err
	})
	check(7, func(v uint8) encoding.TextMarshaler { return popover.FieldKind(v) }, func(b []byte) (encoding.TextMarshaler, error) {
		var k popover.FieldKind
		err := k.UnmarshalText(b)
		return k, err
	})
	require.Equal(t, "invalid(10)", popover.Form(10).String())
	require.Equal(t, "contact-request", popover.Request.String())
	require.Equal(t, "agent-dn", popover.AgentDN.String())
}

func TestChannelOf(t *testing.T) {
	for k, want := range map[interaction.Kind]agent.Channel{
		interaction.Inbound: agent.Voice, interaction.Outdial: agent.Voice, interaction.Preview: agent.Voice, interaction.WebCallback: agent.Voice,
		interaction.Chat: agent.Chat, interaction.Email: agent.Email, interaction.Social: agent.Social,
	} {
		require.Equal(t, want, popover.ChannelOf(k), k)
	}
}
