package callflow

import (
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Cards are the cards of an agent's popover, in its order (POP-9).
func (f *Floor) Cards(of agent.ID) popover.Stack {
	var cards []popover.Card
	for _, id := range f.order {
		if card, ok := f.contacts[id].Card(of, f.cfg.Popover, f.around()); ok {
			cards = append(cards, card)
		}
	}
	stack, err := popover.NewStack(cards)
	if err != nil { // each contact has one seat of his, and the limit is far away
		return popover.Stack{}
	}
	return stack
}

// Card is the contact's card in an agent's popover; false when none shows.
func (c *Contact) Card(of agent.ID, cfg popover.Config, in Around) (popover.Card, bool) {
	s := c.seat(of)
	if s == nil || s.Engaged {
		return popover.Card{}, false
	}
	card, err := cfg.Card(popover.Offer{Contact: string(c.ID), State: c.State, Agent: s.Party, At: s.Offered,
		EPDN: c.Sending.Kind() == telephony.EPDN, Values: c.source(in)})
	return card, err == nil
}

func (c *Contact) source(in Around) popover.Source {
	src := popover.Source{CustomerNumber: c.Customer.Address, Queue: c.Queue, DNIS: c.DNIS, Sheet: c.Sheet}
	if owner := c.seatOf(c.State.Owner()); owner != nil {
		src.Asker = popover.Asker{Name: string(owner.Agent)}
		lists, _ := in.Directory()
		if a, ok := lists.Agent(owner.Agent); ok {
			src.Asker = popover.Asker{Name: a.Name, DN: a.DN.Dialled(), Team: a.Team}
		}
	}
	return src
}

// AcceptAll is Accept N requests: each digital request of his popover is
// accepted by itself, calls are left alone (POP-8, D12).
func (f *Floor) AcceptAll(by agent.ID) (popover.AcceptResult, error) {
	if _, ok := f.agents[by]; !ok {
		return popover.AcceptResult{}, fmt.Errorf("%w: agent", ErrUnknown)
	}
	return f.Cards(by).Accept(func(contact string) error {
		return f.Do(by, telephony.CallID(contact), interaction.Request{Action: interaction.Accept})
	}), nil
}
