package callflow

import (
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

// Naming says what a party is called.
type Naming func(*Contact, interaction.Party) string

// Masked is the naming for logs and pages: a dialled number is masked.
func Masked(c *Contact, p interaction.Party) string { return c.nameOf(p) }

// spoken is a story's naming: an outsider is called as he was dialled.
func spoken(c *Contact, p interaction.Party) string {
	if s := c.seatOf(p); s != nil && s.Agent == "" {
		return s.Target.Address()
	}
	return c.nameOf(p)
}

// Talks is who hears whom: a set of names for each contact in which anybody
// hears the owner, he among them.
func (f *Floor) Talks(name Naming) [][]string {
	var all [][]string
	for _, id := range f.order {
		c := f.contacts[id]
		hears := c.State.Hears()
		if hears.Len() == 0 {
			continue
		}
		set := []string{name(c, c.State.Owner())}
		for _, leg := range hears[:hears.Len()] {
			set = append(set, name(c, leg))
		}
		slices.Sort(set)
		all = append(all, set)
	}
	return all
}

// OnHold is who is on hold, in any contact.
func (f *Floor) OnHold(name Naming) []string {
	var held []string
	for _, id := range f.order {
		c := f.contacts[id]
		for _, p := range []interaction.Party{c.State.Customer(), c.State.Consulted()} {
			if p != 0 && c.State.OnHold(p) {
				held = append(held, name(c, p))
			}
		}
	}
	return held
}
