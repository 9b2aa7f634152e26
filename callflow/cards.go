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
		c := f.contacts[id]
		s := c.seat(of)
		if s == nil || s.Engaged {
			continue
		}
		card, err := f.cfg.Popover.Card(popover.Offer{Contact: string(id), State: c.State, Agent: s.Party, At: s.Offered,
			EPDN: c.Sending.Kind() == telephony.EPDN, Values: f.source(c)})
		if err == nil {
			cards = append(cards, card)
		}
	}
	stack, err := popover.NewStack(cards)
	if err != nil { // each contact has one seat of his, and the limit is far away
		return popover.Stack{}
	}
	return stack
}

func (f *Floor) source(c *Contact) popover.Source {
	src := popover.Source{CustomerNumber: c.Customer.Address, Queue: c.Queue, DNIS: c.DNIS, Sheet: c.Sheet}
	if owner := c.seatOf(c.State.Owner()); owner != nil {
		src.Asker = popover.Asker{Name: string(owner.Agent)}
		if a, ok := f.lists.Agent(owner.Agent); ok {
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
