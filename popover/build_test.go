package popover_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

var noon = time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)

const deskPhone = telephony.All &^ telephony.CanAnswer

// scene drives one interaction to where a test wants it.
type scene struct {
	t   testing.TB
	s   interaction.State
	out interaction.Output
}

func begin(t testing.TB, kind interaction.Kind, caps telephony.Capabilities, p interaction.Policy) *scene {
	c := &scene{t: t}
	o := interaction.Opening{Kind: kind, Capabilities: caps, Policy: p}
	if kind == interaction.Outdial {
		o.Agent = interaction.ToAgent("ann")
	}
	s, err := interaction.New(noon, o, &c.out)
	require.NoError(t, err)
	c.s = s
	return c
}

// assigned is an interaction that has been offered, and does not ring yet where
// a phone has to.
func assigned(t testing.TB, kind interaction.Kind, caps telephony.Capabilities, p interaction.Policy) *scene {
	c := begin(t, kind, caps, p)
	if kind != interaction.Outdial {
		c.ask(interaction.Centre, interaction.Offer, interaction.ToAgent("ann"))
	}
	return c
}

func (c *scene) ask(by interaction.Party, a interaction.Action, to interaction.Target) {
	c.t.Helper()
	s, err := c.s.Request(noon, interaction.Request{By: by, Action: a, To: to}, &c.out)
	require.NoError(c.t, err)
	c.s = s
}

func (c *scene) tell(k telephony.EventKind, leg interaction.Party) {
	c.t.Helper()
	s, err := c.s.Fact(noon.Add(time.Second), telephony.Event{Kind: k, Leg: leg}, &c.out)
	require.NoError(c.t, err)
	c.s = s
}

// ringing is a contact request.
func ringing(t testing.TB, kind interaction.Kind, caps telephony.Capabilities, p interaction.Policy) *scene {
	c := assigned(t, kind, caps, p)
	if kind.Voice() && kind != interaction.Preview {
		c.tell(telephony.Alerting, c.s.Offered())
	}
	return c
}

// consulted is an inbound call about which a second agent is asked.
func consulted(t testing.TB, caps telephony.Capabilities) *scene {
	c := ringing(t, interaction.Inbound, caps, interaction.Policy{})
	c.tell(telephony.Answered, c.s.Offered())
	c.ask(c.s.Owner(), interaction.Consult, interaction.ToAgent("bob"))
	c.tell(telephony.Alerting, c.s.Offered())
	return c
}

// offer is the offer to whoever is being rung.
func (c *scene) offer(id string) popover.Offer {
	return popover.Offer{Contact: id, State: c.s, Agent: c.s.Offered(), At: noon, Values: values(c.t)}
}

// values has seven variables, the fourth and fifth of them secure.
func values(t testing.TB) popover.Source {
	t.Helper()
	schema, err := cad.NewSchema([]cad.Definition{
		{Name: "v1", Label: "One", Order: 1}, {Name: "v2", Label: "Two", Order: 2}, {Name: "v3", Order: 3},
		{Name: "pin", Label: "PIN", Order: 4, Secure: true}, {Name: "iban", Order: 5, Secure: true},
		{Name: "v6", Order: 6}, {Name: "v7", Order: 7}, {Name: "v8", Order: 8}, {Name: "v9", Order: 9},
	})
	require.NoError(t, err)
	sheet, err := cad.NewSheet(schema, "c1", map[string]string{"v1": "1", "v2": "2", "v3": "3", "pin": "SECRET-4711", "iban": "SECRET-0815"})
	require.NoError(t, err)
	return popover.Source{
		CustomerNumber: "+12015532447", Queue: "Billing", DNIS: "8005550100",
		Asker: popover.Asker{Name: "Ann", DN: "4711"},
		Sheet: sheet,
	}
}

func chosen(names ...string) popover.Layout {
	var l popover.Layout
	for _, n := range names {
		l.Variables = append(l.Variables, popover.Choice{Name: n})
	}
	return l
}

func labels(c popover.Card) []string {
	var all []string
	for _, f := range c.Fields {
		all = append(all, f.Label+"="+f.Value)
	}
	return all
}
