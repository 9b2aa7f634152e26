package popover

import (
	"errors"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// MaxID is how many bytes a contact's id can have; ours.
const MaxID = 256

// Offer is what a card is made of: the interaction as it stands, and what is
// known beside it.
type Offer struct {
	Contact string            // the contact's id: the same in every view, 1 to MaxID bytes
	State   interaction.State // the interaction now
	Agent   interaction.Party // whose popover it is: his number in State
	At      time.Time         // when it was offered to him (POP-9, POP-17); zero: when its present status began
	EPDN    bool              // on a consult: it came by an EP-DN (POP-13)
	Values  Source            // what the fields show
}

// Card makes the card of an offer. ErrNoCard says that there is none, because
// the agent has accepted or is no party; ErrInvalid that the contact's id is
// empty or too long. It takes any Config and never shows more than the form
// allows.
func (c Config) Card(o Offer) (Card, error) {
	if o.Contact == "" || len(o.Contact) > MaxID {
		return Card{}, errContact
	}
	var room [2]interaction.Pane
	pane, found := interaction.Pane{}, false
	for _, p := range o.State.Panes(o.Agent, room[:0]) {
		if p.Card {
			pane, found = p, true
		}
	}
	if !found {
		return Card{}, ErrNoCard
	}
	card := Card{
		Contact: o.Contact,
		Kind:    o.State.Kind(),
		Channel: ChannelOf(o.State.Kind()),
		Status:  pane.Status,
		Offered: o.At,
		Ends:    pane.OfferEnds,
		Accept:  o.State.May(o.Agent, interaction.Accept),
	}
	if card.Offered.IsZero() {
		card.Offered = pane.Since
	}
	card.Form = formOfKind[card.Kind]
	if pane.Role == interaction.Owner { // it is about the agent who asks, not about the customer
		card.Form = ConsultRequest
		if o.EPDN {
			card.Form = EPDNRequest
		}
	}
	if pane.Status == interaction.IsConnecting {
		return card, nil
	}
	layout := c.layout(card.Form)
	card.Stage = Request
	card.Fields = formTable[card.Form].fields(layout.Variables, &o.Values)
	card.Links = slices.Clone(layout.Links[:min(len(layout.Links), MaxLinks)])
	card.Actions = actions(&o, layout.NoDecline)
	if card.Form == CallbackCall {
		card.Callback = &Callback{Label: "Callback", Icon: "callback", Number: o.Values.CustomerNumber,
			DNIS: o.Values.DNIS, Queue: o.Values.Queue, Since: card.Offered}
	}
	return card, nil
}

var errContact = &Error{Field: "contact id", Reason: "is empty or too long"}

var buttons = [...]interaction.Action{interaction.Accept, interaction.Decline, interaction.Skip, interaction.Remove, interaction.Cancel}

// actions asks the interaction about each button. One that is denied has no
// place on this card, unless all that it waits for is the switch.
func actions(o *Offer, noDecline bool) []interaction.Permission {
	out := make([]interaction.Permission, 0, len(buttons))
	for _, a := range buttons {
		if a == interaction.Decline && noDecline {
			continue
		}
		if err := o.State.May(o.Agent, a); err == nil || errors.Is(err, rule.ID("OP-1")) {
			out = append(out, interaction.Permission{Action: a, Err: err})
		}
	}
	return out
}
