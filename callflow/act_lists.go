package callflow

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/popover"
)

func init() { acts = append(acts, listActs...) }

// shelf is what a story remembers of lists and popovers.
type shelf struct {
	lists    target.Lists         // as they were fetched last
	pages    map[agent.ID]int     // the page of the popover that an agent has turned to
	accepted popover.AcceptResult // what came of the last Accept N requests
}

var listActs = []phrase{
	{pattern: "{agent} accepts all", means: "Accept N requests (POP-8)", act: func(p *player, m match) (err error) {
		p.shelf.accepted, err = p.v.AcceptAll(agent.ID(m.agent))
		return err
	}},
	{pattern: "{agent} turns to page {word}", means: "of his popover (POP-6)", act: func(p *player, m match) error {
		n, err := strconv.Atoi(m.word)
		if err != nil {
			return fmt.Errorf("%q is no page", m.word)
		}
		if p.shelf.pages == nil {
			p.shelf.pages = map[agent.ID]int{}
		}
		p.shelf.pages[agent.ID(m.agent)] = n
		return nil
	}},
	{pattern: "the administrator changes card {words…}", means: "in the words of a card line", act: func(p *player, m match) error {
		s := settings{cfg: p.f.cfg}
		if err := card(&s, m.rest); err != nil {
			return err
		}
		return p.v.Configure(s.cfg)
	}},
	{pattern: "the lists are refreshed", means: "and are as they were (CON-7)", act: func(p *player, _ match) error {
		return p.refresh(func(*target.Lists) error { return nil })
	}},
	{pattern: "the lists are refreshed with {words…}", means: "a row that is new or has changed, in the words of a list line", act: func(p *player, m match) error {
		row, rest, err := rowOf(m.rest)
		if err != nil {
			return err
		}
		return p.refresh(func(l *target.Lists) error { return row.read(l, rest, p.f.Now()) })
	}},
	{pattern: "the lists are refreshed without {words…}", means: "a row that has gone, by its first word: queue support", act: func(p *player, m match) error {
		row, rest, err := rowOf(m.rest)
		if err != nil {
			return err
		}
		return p.refresh(func(l *target.Lists) error {
			before := size(l)
			if row.drop(l, strings.TrimPrefix(rest[0], "+")); size(l) == before {
				return fmt.Errorf("%s %s is not listed", row.head, rest[0])
			}
			return nil
		})
	}},
}

// refresh fetches the lists anew (CON-7).
func (p *player) refresh(change func(*target.Lists) error) error {
	l := p.shelf.lists
	l.AsOf = p.f.Now()
	if err := change(&l); err != nil {
		return err
	}
	d, err := target.New(l)
	if err != nil {
		return err
	}
	p.shelf.lists = l
	p.v.SetDirectory(d)
	return nil
}

// target reads "A2", "queue q", "entry point e", "number n", "EP-DN n", "book
// name" or "expert x". A number that is typed to be consulted can be an EP-DN
// of the lists (CON-20).
func (p *player) target(a interaction.Action, words []string) (interaction.Target, error) {
	say := strings.Join(words, " ")
	for _, head := range []string{"queue ", "entry point ", "expert ", "number ", "EP-DN ", "book "} {
		if what, ok := strings.CutPrefix(say, head); ok {
			return p.targetOf(a, strings.TrimSpace(head), what)
		}
	}
	if len(words) != 1 {
		return interaction.Target{}, fmt.Errorf("no target reads %q", say)
	}
	return interaction.ToAgent(agent.ID(say)), nil
}

func (p *player) targetOf(a interaction.Action, kind, what string) (interaction.Target, error) {
	switch kind {
	case "queue":
		return interaction.ToQueue(what), nil
	case "entry point":
		return interaction.ToEntryPoint(what), nil
	case "expert":
		return interaction.ToExpert(what), nil
	case "book":
		for _, e := range p.f.Directory().AddressBook(what) {
			if e.Name == what {
				return e.Target(), nil
			}
		}
		return interaction.Target{}, fmt.Errorf("the address book has no %q", what)
	case "number":
		return p.f.Directory().Number(a, what)
	}
	num, err := dialnumber.New(what)
	if err != nil {
		return interaction.Target{}, err
	}
	return interaction.ToEPDN(num), nil
}
