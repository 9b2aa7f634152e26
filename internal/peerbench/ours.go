package main

import (
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// ourEvents is how many events the life has in callcontrol: the ten steps, and
// the switch's confirmations of the hold, the resume and the transfer.
const ourEvents = steps + 3

// The parties' numbers, which are their legs': in order of joining.
const customer, agent1, agent2 = 1, 2, 3

var noon = time.Date(2026, 1, 5, 12, 0, 0, 0, time.UTC)

// event is what a person asks for, or what the switch reports.
type event struct {
	request interaction.Request
	fact    telephony.Event
}

func asks(r interaction.Request) event { return event{request: r} }

func reports(e telephony.Event) event { return event{fact: e} }

// ourLife is the life in events, by steps.
var ourLife = [steps][]event{
	{asks(interaction.Request{By: interaction.Centre, Action: interaction.Offer, To: interaction.ToAgent("A1")})},
	{reports(telephony.Event{Kind: telephony.Alerting, Leg: agent1})},
	{reports(telephony.Event{Kind: telephony.Answered, Leg: agent1})},
	{asks(interaction.Request{By: agent1, Action: interaction.Hold}),
		reports(telephony.Event{Kind: telephony.Arranged})},
	{asks(interaction.Request{By: agent1, Action: interaction.Resume}),
		reports(telephony.Event{Kind: telephony.Arranged, Talk: telephony.LegsOf(customer)})},
	{asks(interaction.Request{By: agent1, Action: interaction.Consult, To: interaction.ToAgent("A2")})},
	{reports(telephony.Event{Kind: telephony.Alerting, Leg: agent2})},
	{reports(telephony.Event{Kind: telephony.Answered, Leg: agent2})},
	{asks(interaction.Request{By: agent1, Action: interaction.Transfer}),
		reports(telephony.Event{Kind: telephony.Diverted, Leg: agent2})},
	{reports(telephony.Event{Kind: telephony.Gone, Leg: customer})},
}

// ours is a call in callcontrol. With shown it also works out, after every
// event, what each agent's desk shows: the panes, and every action with its
// verdict.
type ours struct {
	s     interaction.State
	out   interaction.Output
	shown bool
	panes []interaction.Pane
	all   []interaction.Permission
}

func (m *ours) begin() (err error) {
	m.s, err = interaction.New(noon, interaction.Opening{Kind: interaction.Inbound, Capabilities: telephony.All}, &m.out)
	return err
}

func (m *ours) step(i int) error {
	for j := range ourLife[i] {
		if err := m.do(&ourLife[i][j]); err != nil {
			return err
		}
	}
	return nil
}

func (m *ours) do(e *event) error {
	if e.fact.Kind == telephony.NoEvent {
		s, err := m.s.Request(noon, e.request, &m.out)
		if err != nil {
			return err
		}
		m.s = s
	} else {
		s, err := m.s.Fact(noon, e.fact, &m.out)
		if err != nil {
			return err
		}
		if m.out.Ignored != "" {
			return fmt.Errorf("%v was ignored: %w", e.fact.Kind, m.out.Ignored)
		}
		m.s = s
	}
	if m.shown {
		m.show()
	}
	return nil
}

func (m *ours) show() {
	for _, of := range [...]interaction.Party{m.s.Owner(), m.s.Offered(), m.s.Consulted()} {
		if of != 0 {
			m.panes = m.s.Panes(of, m.panes[:0])
			m.all = m.s.Permissions(of, m.all[:0])
		}
	}
}

func (m *ours) state() string {
	if m.s.OnHold(customer) && m.s.Phase() == interaction.Talking {
		return "Held"
	}
	return m.s.Phase().String()
}
