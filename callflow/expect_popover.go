package callflow

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// They come first, for "finds queues to consult:" says more than "finds".
func init() {
	expectations = append(slices.Concat(popoverExpectations, listExpectations), expectations...)
}

var popoverExpectations = []phrase{
	{pattern: "{agent}'s popover is empty", means: "no card in either stage", expect: expectPopover("is empty", popoverNames)},
	{pattern: "{agent}'s popover lists {words…}", means: "whose cards there are, from top to bottom, on all pages (POP-9)", expect: expectPopover("lists", popoverNames)},
	{pattern: "{agent}'s page lists {words…}", means: "whose cards are on the page in view (POP-6)", expect: expectPopover("lists", pageNames)},
	{pattern: "below {agent}'s page rings {words…}", means: "whose call rings though it is on another page; or nobody", expect: expectPopover("rings", belowNames)},
	{pattern: "{agent}'s page has no label", means: "all cards are in view", expect: expectLabel},
	{pattern: "{agent}'s page reads {words…}", means: "its label: 1-5 of 7", expect: expectLabel},
	{pattern: "{agent}'s popover has no Accept button", means: "nothing can be accepted together", expect: expectAcceptLabel},
	{pattern: "{agent}'s popover has the button {words…}", means: "Accept 3 requests (POP-8)", expect: expectAcceptLabel},
	{pattern: "accepted are {words…}", means: "by Accept N requests, in order; or none", expect: expectAccepted},
	{pattern: "{agent}'s ways out are {words…}", means: "what the prompt of RONA offers (POP-16)", expect: expectWaysOut},
	{pattern: "{agent} needs no way out", means: "there is no such prompt", expect: expectWaysOut},
	{pattern: "{agent} has no card of {contact}", means: "not yet, not any more, or never", expect: expectNoCard},
	{pattern: "the card of {contact} for {agent} shows {words…}", means: "labels in order, parted by commas, each perhaps with a colon and its value, - for none; or nothing", expect: expectCard("shows", cardFields)},
	{pattern: "the card of {contact} for {agent} offers {words…}", means: "its buttons in order, parted by commas; or nothing", expect: expectCard("offers", cardButtons)},
	{pattern: "the card of {contact} for {agent} links {words…}", means: "the labels of its links, each perhaps with a colon and the address; or nothing", expect: expectCard("links", cardLinks)},
	{pattern: "the card of {contact} for {agent} is marked {words…}", means: "a callback's label, icon, number, DNIS and queue, parted by commas; or nothing (POP-17)", expect: expectCard("is marked", cardMarks)},
	{pattern: "the card of {contact} for {agent} counts {time}", means: "up, since he received the callback (POP-17)", expect: expectCounts},
	{pattern: "the card of {contact} for {agent} reads {words…}", means: "its status", expect: expectCard("reads", cardStatus)},
	{pattern: "the card of {contact} for {agent} is connecting", means: "the first stage (POP-2)", expect: expectStage(popover.Connecting)},
	{pattern: "the card of {contact} for {agent} is a contact request", means: "the second (POP-3)", expect: expectStage(popover.Request)},
}

// page is the page that an agent has turned to.
func (p *player) page(who agent.ID) popover.Page {
	return p.f.Cards(who).Page(max(1, p.shelf.pages[who]))
}

func (p *player) names(cards []popover.Card) []string {
	var all []string
	for i := range cards {
		all = append(all, p.f.contacts[telephony.CallID(cards[i].Contact)].Name)
	}
	return all
}

func popoverNames(p *player, who agent.ID) []string {
	return p.names(slices.Collect(p.f.Cards(who).All()))
}

func pageNames(p *player, who agent.ID) []string { return p.names(p.page(who).Cards) }

func belowNames(p *player, who agent.ID) []string { return p.names(p.page(who).Below) }

// expectPopover compares names in their order. What is so is said with the
// words of the line's own pattern.
func expectPopover(verb string, names func(*player, agent.ID) []string) func(*player, *line) (string, error) {
	return func(p *player, l *line) (string, error) {
		is, wanted := names(p, agent.ID(l.m.agent)), asked(l.m.rest)
		if slices.Equal(wanted, []string{"nobody"}) {
			wanted = nil
		}
		if slices.Equal(is, wanted) {
			return "", nil
		}
		about := l.m.agent + "'s popover "
		switch {
		case strings.HasPrefix(l.phrase.pattern, "below"):
			about = "below " + l.m.agent + "'s page "
			if len(is) == 0 {
				is = []string{"nobody"}
			}
		case len(is) == 0:
			return about + "is empty", errNot
		case strings.Contains(l.phrase.pattern, "'s page "):
			about = l.m.agent + "'s page "
		case verb != "lists":
			verb = "lists"
		}
		return about + verb + " " + strings.Join(is, ", "), errNot
	}
}

func expectLabel(p *player, l *line) (string, error) {
	label := p.page(agent.ID(l.m.agent)).Label
	switch {
	case label == strings.Join(l.m.rest, " "):
		return "", nil
	case label == "":
		return l.m.agent + "'s page has no label", errNot
	}
	return l.m.agent + "'s page reads " + label, errNot
}

func expectAcceptLabel(p *player, l *line) (string, error) {
	label := p.f.Cards(agent.ID(l.m.agent)).AcceptLabel()
	switch {
	case label == strings.Join(l.m.rest, " "):
		return "", nil
	case label == "":
		return l.m.agent + "'s popover has no Accept button", errNot
	}
	return l.m.agent + "'s popover has the button " + label, errNot
}

func expectAccepted(p *player, l *line) (string, error) {
	var is []string
	for _, id := range p.shelf.accepted.Accepted {
		is = append(is, p.f.contacts[telephony.CallID(id)].Name)
	}
	if len(is) == 0 {
		is = []string{"none"}
	}
	if slices.Equal(is, asked(l.m.rest)) {
		return "", nil
	}
	return "accepted are " + strings.Join(is, ", "), errNot
}

func expectWaysOut(p *player, l *line) (string, error) {
	prompt, ok := popover.RONA(p.f.Agent(agent.ID(l.m.agent)))
	var is []string
	for _, a := range prompt.WaysOut {
		is = append(is, map[agent.Action]string{agent.GoAvailable: agent.Available.String(), agent.GoIdle: agent.Idle.String()}[a])
	}
	switch {
	case !ok && len(l.m.rest) == 0, ok && slices.Equal(is, asked(l.m.rest)):
		return "", nil
	case !ok:
		return l.m.agent + " needs no way out", errNot
	}
	return l.m.agent + "'s ways out are " + strings.Join(is, ", "), errNot
}

// card is the card that a line speaks of.
func (p *player) card(l *line) (popover.Card, error) {
	c, err := p.named(l.m.contact)
	if err != nil {
		return popover.Card{}, err
	}
	for one := range p.f.Cards(agent.ID(l.m.agent)).All() {
		if one.Contact == string(c.ID) {
			return one, nil
		}
	}
	return popover.Card{}, popover.ErrNoCard
}

func expectNoCard(p *player, l *line) (string, error) {
	one, err := p.card(l)
	switch {
	case errors.Is(err, popover.ErrNoCard):
		return "", nil
	case err != nil:
		return "", err
	}
	return about(l) + " is " + stageWord(one.Stage), errNot
}

func about(l *line) string { return "the card of " + l.m.contact + " for " + l.m.agent }

func noCard(l *line, err error) (string, error) {
	if errors.Is(err, popover.ErrNoCard) {
		return l.m.agent + " has no card of " + l.m.contact, errNot
	}
	return "", err
}

func stageWord(s popover.Stage) string {
	return map[popover.Stage]string{popover.Connecting: "connecting", popover.Request: "a contact request"}[s]
}

func expectStage(s popover.Stage) func(*player, *line) (string, error) {
	return func(p *player, l *line) (string, error) {
		one, err := p.card(l)
		switch {
		case err != nil:
			return noCard(l, err)
		case one.Stage == s:
			return "", nil
		}
		return about(l) + " is " + stageWord(one.Stage), errNot
	}
}

func expectCounts(p *player, l *line) (string, error) {
	one, err := p.card(l)
	switch {
	case err != nil:
		return noCard(l, err)
	case one.Callback == nil:
		return about(l) + " is marked nothing", errNot
	}
	if is := one.Callback.Elapsed(p.f.Now()); is != l.m.time {
		return fmt.Sprintf("%s counts %v", about(l), is), errNot
	}
	return "", nil
}

// cardPart is one thing on a card: what has to be said of it, and what can be.
type cardPart struct{ name, value string }

func cardFields(c *popover.Card) (all []cardPart) {
	for _, f := range c.Fields {
		if f.Value == "" {
			f.Value = "-"
		}
		all = append(all, cardPart{f.Label, f.Value})
	}
	return all
}

func cardButtons(c *popover.Card) (all []cardPart) {
	for _, a := range c.Actions {
		all = append(all, cardPart{name: a.Action.String()})
	}
	return all
}

func cardLinks(c *popover.Card) (all []cardPart) {
	for _, k := range c.Links {
		all = append(all, cardPart{k.Label, k.URL})
	}
	return all
}

func cardMarks(c *popover.Card) (all []cardPart) {
	if b := c.Callback; b != nil {
		all = []cardPart{{b.Label, ""}, {"icon", b.Icon}, {"number", b.Number}, {"DNIS", b.DNIS}, {"queue", b.Queue}}
	}
	return all
}

func cardStatus(c *popover.Card) []cardPart { return []cardPart{{name: c.Status.String()}} }

// expectCard compares all that a card has of one sort, in its order.
func expectCard(verb string, parts func(*popover.Card) []cardPart) func(*player, *line) (string, error) {
	return func(p *player, l *line) (string, error) {
		one, err := p.card(l)
		if err != nil {
			return noCard(l, err)
		}
		all, wanted := parts(&one), asked(l.m.rest)
		ok := len(all) == len(wanted)
		var is []string
		for i, part := range all {
			full := part.name
			if part.value != "" {
				full += ": " + part.value
			}
			ok = ok && (wanted[i] == part.name || wanted[i] == full)
			is = append(is, full)
		}
		if len(all) == 0 {
			ok, is = slices.Equal(wanted, []string{"nothing"}), []string{"nothing"}
		}
		if ok {
			return "", nil
		}
		return about(l) + " " + verb + " " + strings.Join(is, ", "), errNot
	}
}
