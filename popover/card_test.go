package popover_test

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func card(t *testing.T, c popover.Config, o popover.Offer) popover.Card {
	t.Helper()
	got, err := c.Card(o)
	require.NoError(t, err)
	return got
}

func TestStages(t *testing.T) { // POP-2, POP-3, ANS-1
	c := assigned(t, interaction.Inbound, deskPhone, interaction.Policy{})
	got := card(t, popover.Config{}, c.offer("c1"))
	require.Equal(t, popover.Connecting, got.Stage)
	require.Equal(t, interaction.IsConnecting, got.Status)
	require.Empty(t, got.Fields)
	require.Empty(t, got.Actions)
	require.ErrorIs(t, got.Accept, rule.ID("POP-3"))

	c.tell(telephony.Alerting, c.s.Offered())
	got = card(t, popover.Config{}, c.offer("c1"))
	require.Equal(t, popover.Request, got.Stage)
	require.Equal(t, interaction.IsRinging, got.Status)
	require.Equal(t, noon.Add(20*time.Second), got.Ends, "ANS-2 counts from the offer")
	require.Equal(t, noon, got.Offered)
	require.NotEmpty(t, got.Fields)

	agentOne := c.s.Offered()
	c.tell(telephony.Answered, agentOne)
	for _, p := range []interaction.Party{agentOne, c.s.Customer(), 99, interaction.Centre} {
		_, err := popover.Config{}.Card(popover.Offer{Contact: "c1", State: c.s, Agent: p})
		require.ErrorIs(t, err, popover.ErrNoCard, "%d", p)
	}
	_, err := popover.Config{}.Card(popover.Offer{Contact: "c1"})
	require.ErrorIs(t, err, popover.ErrNoCard, "an interaction that has not begun")

	for _, k := range []interaction.Kind{interaction.Chat, interaction.Email, interaction.Social} {
		got := card(t, popover.Config{}, assigned(t, k, telephony.All, interaction.Policy{}).offer("d1"))
		require.Equal(t, popover.Request, got.Stage, "a digital contact's at once (ANS-1)")
	}
}

func TestOfferedFallsBackOnThePane(t *testing.T) {
	c := ringing(t, interaction.Inbound, deskPhone, interaction.Policy{})
	o := c.offer("c1")
	o.At = time.Time{}
	require.Equal(t, noon.Add(time.Second), card(t, popover.Config{}, o).Offered)
}

func TestFields(t *testing.T) {
	customer := []string{"Phone Number=+12015532447", "Queue Name=Billing", "DNIS=8005550100"}
	asker := []string{"Agent Name=Ann", "Agent DN=4711", "Agent Team="} // POP-12: the empty one keeps its place
	join := func(a []string, b ...string) []string { return append(append([]string{}, a...), b...) }
	six := chosen("v2", "v1", "v3", "v6", "v7", "v8")
	sixShown := []string{"Two=2", "One=1", "v3=3", "v6=", "v7=", "v8="}
	eight := chosen("v1", "v2", "v3", "v6", "v7", "v8", "v9", "v9")
	tests := []struct {
		name   string
		offer  func(*testing.T) popover.Offer
		config popover.Config
		form   popover.Form
		want   []string
	}{
		{"POP-10 none configured", inbound, popover.Config{}, popover.InboundCall, customer},
		{"POP-10 six in the administrator's order", inbound, popover.Config{Inbound: six}, popover.InboundCall, sixShown},
		{"POP-10 a label of the administrator's", inbound, popover.Config{Inbound: popover.Layout{Variables: []popover.Choice{
			{"v1", "Account"}, {"v2", ""}, {"v3", ""}}}}, popover.InboundCall, []string{"Account=1", "Two=2", "v3=3"}},
		{"POP-10 secure ones left out, fewer than 3", inbound, popover.Config{Inbound: chosen("pin", "v2", "iban", "v1")}, popover.InboundCall, []string{"Two=2", "One=1"}},
		{"POP-10 nothing but secure ones", inbound, popover.Config{Inbound: chosen("pin", "iban", "pin")}, popover.InboundCall, nil},
		{"POP-10 never more than six", inbound, popover.Config{Inbound: eight}, popover.InboundCall, []string{"One=1", "Two=2", "v3=3", "v6=", "v7=", "v8="}},
		{"POP-10 undefined ones left out", inbound, popover.Config{Inbound: chosen("v1", "no such", "v2")}, popover.InboundCall, []string{"One=1", "Two=2"}},
		{"POP-11 none configured", outdial, popover.Config{Inbound: six}, popover.OutdialCall, customer},
		{"POP-11 as POP-10", outdial, popover.Config{Outdial: six}, popover.OutdialCall, sixShown},
		{"POP-12 none configured", consult, popover.Config{Inbound: six}, popover.ConsultRequest, asker},
		{"POP-12 nine", consult, popover.Config{Consult: eight}, popover.ConsultRequest, join(asker, "One=1", "Two=2", "v3=3", "v6=", "v7=", "v8=")},
		{"POP-12 one is enough", consult, popover.Config{Consult: chosen("v1")}, popover.ConsultRequest, join(asker, "One=1")},
		{"POP-13 seven", epdn, popover.Config{EPDNConsult: eight, Consult: chosen("v1")}, popover.EPDNRequest, []string{"Agent DN=4711", "One=1", "Two=2", "v3=3", "v6=", "v7=", "v8="}},
		{"POP-13 none configured", epdn, popover.Config{Consult: six}, popover.EPDNRequest, []string{"Agent DN=4711"}},
		{"POP-14 courtesy", kind(interaction.CourtesyCallback), popover.Config{Callback: six}, popover.CallbackCall, customer},
		{"POP-14 web", kind(interaction.WebCallback), popover.Config{}, popover.CallbackCall, customer},
		{"POP-15 whatever is configured", kind(interaction.Preview), popover.Config{Preview: chosen("v1", "v2", "v3", "v6", "v7", "v8", "v9")}, popover.PreviewCall,
			[]string{"One=1", "Two=2", "v3=3", "v6=", "v7=", "v8=", "v9="}},
		{"POP-15 nothing configured", kind(interaction.Preview), popover.Config{}, popover.PreviewCall, nil},
		{"POP-4 chat", kind(interaction.Chat), popover.Config{Chat: chosen("v1")}, popover.ChatRequest, []string{"One=1"}},
		{"POP-4 email", kind(interaction.Email), popover.Config{Email: chosen("v1")}, popover.EmailRequest, []string{"One=1"}},
		{"POP-4 social", kind(interaction.Social), popover.Config{Social: chosen("v1")}, popover.SocialRequest, []string{"One=1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := card(t, tt.config, tt.offer(t))
			require.Equal(t, tt.form, got.Form)
			require.Equal(t, tt.want, labels(got))
		})
	}
}

func inbound(t *testing.T) popover.Offer { return kind(interaction.Inbound)(t) }
func outdial(t *testing.T) popover.Offer { return kind(interaction.Outdial)(t) }
func consult(t *testing.T) popover.Offer { return consulted(t, deskPhone).offer("c1") }

func epdn(t *testing.T) popover.Offer {
	o := consult(t)
	o.EPDN = true
	return o
}

func kind(k interaction.Kind) func(*testing.T) popover.Offer {
	return func(t *testing.T) popover.Offer {
		return ringing(t, k, deskPhone, interaction.Policy{}).offer("c1")
	}
}

// No form shows a secure variable, whatever is configured (POP-18), and nothing
// that is made of one prints a value.
func TestSecure(t *testing.T) {
	all := chosen("pin", "v1", "iban", "pin", "v2", "v3")
	c := popover.Config{Inbound: all, Outdial: all, Consult: all, EPDNConsult: all, Callback: all, Preview: all, Chat: all, Email: all, Social: all}
	for _, make := range []func(*testing.T) popover.Offer{inbound, outdial, consult, epdn, kind(interaction.CourtesyCallback), kind(interaction.WebCallback),
		kind(interaction.Preview), kind(interaction.Chat), kind(interaction.Email), kind(interaction.Social)} {
		o := make(t)
		got := card(t, c, o)
		for _, f := range got.Fields {
			require.NotContains(t, f.Value+f.Name+f.Label, "SECRET")
			require.NotContains(t, []string{"pin", "iban"}, f.Name)
		}
		stack, err := popover.NewStack([]popover.Card{got})
		require.NoError(t, err)
		var log strings.Builder
		slog.New(slog.NewTextHandler(&log, nil)).Info("x", "card", got, "source", o.Values, "field", got.Fields, "stack", stack, "callback", got.Callback)
		for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
			log.WriteString(fmt.Sprintf(verb+verb+verb+verb+verb, got, &got, stack, o.Values, stack.Page(1)))
			log.WriteString(fmt.Sprintf(verb, got.Callback))
		}
		require.NotContains(t, log.String(), "SECRET")
		require.NotContains(t, log.String(), "2015532447", "nor the customer's number")
	}
}

func TestButtons(t *testing.T) {
	soft, desk := telephony.All, deskPhone
	cancel := interaction.Policy{EndCallForWebCallback: true}
	tests := []struct {
		name string
		made *scene
		want string
	}{
		{"POP-7 chat", ringing(t, interaction.Chat, desk, interaction.Policy{}), "Accept Decline"},
		{"POP-8 a call on a desk phone", ringing(t, interaction.Inbound, desk, interaction.Policy{}), "Decline"},
		{"ANS-4 a call on a softphone", ringing(t, interaction.Inbound, soft, interaction.Policy{}), "Accept Decline"},
		{"OUT-3 preview", ringing(t, interaction.Preview, desk, interaction.Policy{}), "Accept Skip"},
		{"OUT-3 preview, removable", ringing(t, interaction.Preview, desk, interaction.Policy{RemoveFromCampaign: true}), "Accept Skip Remove"},
		{"OUT-1 outdial", ringing(t, interaction.Outdial, desk, interaction.Policy{}), "Cancel"},
		{"CBK-3 web callback, cancellable", ringing(t, interaction.WebCallback, desk, cancel), "Decline Cancel"},
		{"CBK-3 web callback, not cancellable", ringing(t, interaction.WebCallback, desk, interaction.Policy{}), "Decline"},
		{"CBK-3 never a courtesy callback", ringing(t, interaction.CourtesyCallback, desk, cancel), "Decline"},
		{"CON-13 consult", consulted(t, desk), "Decline"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := card(t, popover.Config{}, tt.made.offer("c1"))
			var names []string
			for _, a := range got.Actions {
				require.NoError(t, a.Err)
				names = append(names, a.Action.String())
			}
			require.Equal(t, tt.want, strings.Join(names, " "))
			require.Equal(t, tt.made.s.May(tt.made.s.Offered(), interaction.Accept), got.Accept)
		})
	}
	got := card(t, popover.Config{Inbound: popover.Layout{NoDecline: true}}, inbound(t))
	require.Empty(t, got.Actions)

	c := ringing(t, interaction.Inbound, soft, interaction.Policy{})
	c.ask(c.s.Offered(), interaction.Accept, interaction.Target{})
	got = card(t, popover.Config{}, c.offer("c1"))
	require.Equal(t, interaction.Accept, got.Actions[0].Action)
	require.ErrorIs(t, got.Actions[0].Err, rule.ID("OP-1"), "greyed while the answer is in flight")
}

func TestCallback(t *testing.T) { // POP-17, CBK-3, CBK-8
	c := ringing(t, interaction.WebCallback, deskPhone, interaction.Policy{EndCallForWebCallback: true})
	got := card(t, popover.Config{}, c.offer("c1"))
	require.Equal(t, &popover.Callback{Label: "Callback", Icon: "callback", Number: "+12015532447", DNIS: "8005550100", Queue: "Billing", Since: noon}, got.Callback)
	require.Equal(t, interaction.MayCancel, got.Status)
	require.Equal(t, 7*time.Second, got.Callback.Elapsed(noon.Add(7*time.Second)))
	require.Zero(t, got.Callback.Elapsed(noon.Add(-time.Second)))

	agentOne := c.s.Offered()
	c.tell(telephony.Answered, agentOne)
	got = card(t, popover.Config{}, popover.Offer{Contact: "c1", State: c.s, Agent: agentOne, At: noon})
	require.Equal(t, popover.Request, got.Stage, "the card stays until the customer answers (CBK-8)")
	require.Equal(t, interaction.MayCancel, got.Status)

	require.Nil(t, card(t, popover.Config{}, inbound(t)).Callback)
	courtesy := card(t, popover.Config{}, kind(interaction.CourtesyCallback)(t))
	require.Equal(t, "Callback", courtesy.Callback.Label)
	require.Equal(t, interaction.IsRinging, courtesy.Status)
}

func TestLinksAreCopied(t *testing.T) {
	c := popover.Config{Inbound: popover.Layout{Links: []popover.Link{{"CRM", "https://crm.example/"}}}}
	got := card(t, c, inbound(t))
	require.Equal(t, c.Inbound.Links, got.Links)
	got.Links[0].Label = "changed"
	require.Equal(t, "CRM", c.Inbound.Links[0].Label)
}

func TestContactID(t *testing.T) {
	o := inbound(t)
	for _, id := range []string{"", strings.Repeat("x", popover.MaxID+1)} {
		o.Contact = id
		_, err := popover.Config{}.Card(o)
		require.ErrorIs(t, err, popover.ErrInvalid)
		var e *popover.Error
		require.ErrorAs(t, err, &e)
		require.EqualError(t, e, "popover: invalid: contact id is empty or too long")
		_, err = popover.NewStack([]popover.Card{{Contact: id}})
		require.ErrorIs(t, err, popover.ErrInvalid)
	}
	o.Contact = strings.Repeat("x", popover.MaxID)
	_, err := popover.NewStack([]popover.Card{card(t, popover.Config{}, o)})
	require.NoError(t, err)
}

func TestRONA(t *testing.T) { // POP-16
	var out agent.Output
	var s agent.State
	do := func(a agent.Action) {
		next, err := s.Request(noon, agent.Request{Action: a}, &out)
		require.NoError(t, err)
		s = next
	}
	do(agent.SignIn)
	do(agent.GoAvailable)
	_, shown := popover.RONA(s)
	require.False(t, shown)
	s = s.Fact(noon, agent.Fact{What: agent.Offered}, &out)
	s = s.Fact(noon, agent.Fact{What: agent.Missed, Cause: agent.Declined}, &out)
	p, shown := popover.RONA(s)
	require.True(t, shown)
	require.Equal(t, popover.Prompt{Cause: agent.Declined, WaysOut: [2]agent.Action{agent.GoAvailable, agent.GoIdle}}, p)
	for _, a := range p.WaysOut {
		require.NoError(t, s.May(a))
	}
	require.NoError(t, s.May(agent.SignOut), "it does not block sign-out, which clears it")
	do(agent.SignOut)
	_, shown = popover.RONA(s)
	require.False(t, shown)
}
