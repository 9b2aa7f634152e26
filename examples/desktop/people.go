package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// person is a customer, from the moment he wants something.
type person struct {
	kind   interaction.Kind
	queue  string // the queue, entry point or campaign
	number string
	topic  string
	called bool // he has been connected: what begins when he is called has begun
}

// wish is what a customer wants: the body of POST /phones/customers.
type wish struct {
	Kind  interaction.Kind `json:"kind"`
	Name  string           `json:"name"`  // empty: one of ours
	To    string           `json:"to"`    // the queue or entry point
	Topic string           `json:"topic"` // what he wants, and put into a variable
	Count int              `json:"count"` // how many such customers; 0 is one
}

var media = map[interaction.Kind]telephony.Medium{
	interaction.Inbound: telephony.VoiceMedium, interaction.Chat: telephony.ChatMedium,
	interaction.Email: telephony.EmailMedium, interaction.Social: telephony.SocialMedium,
}

const (
	maxName   = 64 // characters
	maxTopic  = 512
	maxAtOnce = 20
	maxPeople = 5000
)

var firstNames = []string{"Anna", "Bert", "Carla", "Driss", "Élodie", "Frank", "Gina", "Hamid", "Inès", "Jonas", "Kira", "Luc", "Mona", "Nils", "Olga", "Paul"}

var topics = []string{"Invoice of last month", "Change of address", "Delivery is late", "Price of an upgrade", "Cannot sign in"}

// check says what is wrong with a wish.
func (v wish) check(w *world) error {
	switch {
	case v.Kind == interaction.NoKind || v.Kind == interaction.Outdial:
		return fmt.Errorf("%w: kind", errNonsense)
	case !w.place(v.To):
		return fmt.Errorf("%w: to", errNonsense)
	case !plain(v.Name, maxName) || v.Name != "" && strings.Trim(v.Name, ".") == "": // a path would lose it
		return fmt.Errorf("%w: name", errNonsense)
	case !plain(v.Topic, maxTopic):
		return fmt.Errorf("%w: topic", errNonsense)
	case v.Count < 0 || v.Count > maxAtOnce:
		return fmt.Errorf("%w: count", errNonsense)
	}
	return nil
}

// plain: any text that a person can read, of so many characters.
func plain(text string, most int) bool {
	return utf8.ValidString(text) && utf8.RuneCountInString(text) <= most && !strings.ContainsFunc(text, unicode.IsControl)
}

// place reports whether there is such a queue or entry point.
func (w *world) place(id string) bool {
	for _, p := range slices.Concat(w.lists.Queues, w.lists.EntryPoints) {
		if p.ID == id {
			return true
		}
	}
	return false
}

// arrive lets customers come, and gives the ids of their contacts.
func (w *world) arrive(ctx context.Context, v wish) ([]telephony.CallID, error) {
	if err := v.check(w); err != nil {
		return nil, err
	}
	var ids []telephony.CallID
	for range max(v.Count, 1) {
		id, p, err := w.meet(v)
		if err == nil {
			err = w.begin(ctx, id, p)
		}
		if err != nil {
			return ids, err
		}
		ids = append(ids, id)
	}
	w.changed.ring()
	return ids, nil
}

// meet gives a customer a name that nobody has had, and a number. The desks call
// him by the id of his contact, so that is his name.
func (w *world) meet(v wish) (telephony.CallID, *person, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	n := len(w.order)
	if n >= maxPeople {
		return "", nil, errCrowded
	}
	name := strings.TrimSpace(v.Name)
	if name == "" {
		name = firstNames[n%len(firstNames)]
	}
	id := telephony.CallID(name)
	for i := 2; w.people[id] != nil; i++ {
		id = telephony.CallID(fmt.Sprint(name, " ", i))
	}
	p := &person{kind: v.Kind, queue: v.To, topic: v.Topic, number: fmt.Sprintf("+1201555%04d", 1000+n)}
	w.people[id] = p
	w.order = append(w.order, id)
	return id, p, nil
}

// begin takes the customer's contact to the switch, or to the centre when it is
// the centre that is to call him.
func (w *world) begin(ctx context.Context, id telephony.CallID, p *person) error {
	if medium, ok := media[p.kind]; ok {
		return w.sw.Arrive(id, telephony.Contact{
			Medium: medium, DNIS: "+12015550199",
			From:    telephony.Endpoint{Kind: telephony.Customer, Address: p.number},
			Arrived: telephony.Endpoint{Kind: w.kindOf(p.queue), Address: p.queue},
		})
	}
	return w.center.Open(ctx, callflow.Arrival{ID: id, Kind: p.kind, Queue: p.queue, Customer: p.number,
		DNIS: "+12015550199", Values: w.values(id, telephony.Contact{})})
}

func (w *world) kindOf(place string) telephony.EndpointKind {
	for _, p := range w.lists.EntryPoints {
		if p.ID == place {
			return telephony.EntryPoint
		}
	}
	return telephony.Queue
}

// values are what the flow has found out about a customer.
func (w *world) values(id telephony.CallID, _ telephony.Contact) map[string]string {
	w.mu.Lock()
	defer w.mu.Unlock()
	p := w.people[id]
	if p == nil {
		return nil
	}
	account := p.number[len(p.number)-4:]
	topic := p.topic
	if topic == "" {
		topic = topics[int(account[3]-'0')%len(topics)]
	}
	return map[string]string{
		"customer": string(id), "topic": topic, "account": "C-" + account, "language": "English", "orders": "2",
		"balance": "117.50", "premium": "true", "card": "4000 0012 3456 7899", "secret": "marmalade",
	}
}

// put lets a campaign offer its contact to an agent.
func (w *world) put(ctx context.Context, id telephony.CallID, v offer) error {
	if !w.known(v.Agent) {
		return errUnknown
	}
	w.mu.Lock()
	p := w.people[id]
	w.mu.Unlock()
	if p == nil || p.kind != interaction.Preview {
		return callcontrol.ErrNoInteraction
	}
	err := w.center.Offer(ctx, id, v.Agent)
	if errors.Is(err, callcontrol.ErrNoInteraction) || errors.Is(err, rule.ID("OP-3")) {
		w.mu.Lock()
		p.called = true // it has been removed from its campaign
		w.mu.Unlock()
	}
	return err
}
