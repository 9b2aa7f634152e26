package callflow

import (
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// NoticeReplaced tells an agent that another save of a variable came before
// his, and replaced what he had typed (CAD-7); Notice.Conflict has the values,
// but never a secure one's.
const NoticeReplaced = "Edit replaced"

// reading is the seat from which an agent reads and edits the contact's
// variables now, and whether he may edit (CAD-2, CON-21).
func (f *Floor) reading(by agent.ID, id telephony.CallID) (*Contact, *Seat, error) {
	c := f.contacts[id]
	if c == nil {
		return nil, nil, fmt.Errorf("%w: contact", ErrUnknown)
	}
	may := f.May(by, id, interaction.EditVariables, interaction.Target{})
	if s := c.seat(by); s != nil && s.Engaged {
		return c, s, may
	}
	if s := c.wrapUp(by); s != nil && s.owes() {
		return c, s, may
	}
	return c, nil, may
}

// edit lets an agent change something of his own draft.
func (f *Floor) edit(by agent.ID, id telephony.CallID, do func(*cad.Reader) error) error {
	_, s, err := f.reading(by, id)
	if err != nil {
		return err
	}
	if s == nil {
		return fmt.Errorf("%w: the agent has no part in this contact", ErrUnknown)
	}
	return do(&s.Reader)
}

// Type puts a value into a field of an agent's draft; nothing is saved yet
// (CAD-6).
func (f *Floor) Type(by agent.ID, id telephony.CallID, name, value string) error {
	return f.edit(by, id, func(r *cad.Reader) error { return r.Set(name, value) })
}

// Revert goes back to the values saved last, of the named variables or of all
// (CAD-6).
func (f *Floor) Revert(by agent.ID, id telephony.CallID, names ...string) error {
	return f.edit(by, id, func(r *cad.Reader) error { return r.Revert(names...) })
}

// Save saves an agent's draft. Each variable stands alone: the first save of
// it wins, and who loses is told (CAD-7, CAD-8). Where the configuration's Keep
// fails nothing is saved, and the draft is kept (CAD-9).
func (f *Floor) Save(by agent.ID, id telephony.CallID) error {
	c, s, err := f.reading(by, id)
	if err != nil {
		return err
	}
	if s == nil {
		return fmt.Errorf("%w: the agent has no part in this contact", ErrUnknown)
	}
	result, err := c.Sheet.Save(s.Reader.Draft)
	if err != nil {
		return err
	}
	return f.keep(c, result.Sheet)
}

// Put is what the flow sets; it counts as a save by the system (CAD-7).
func (f *Floor) Put(id telephony.CallID, values map[string]string) error {
	c := f.contacts[id]
	if c == nil {
		return fmt.Errorf("%w: contact", ErrUnknown)
	}
	sheet, err := c.Sheet.Put(values)
	if err != nil {
		return err
	}
	return f.keep(c, sheet)
}

// keep commits a sheet, and moves every draft on to it.
func (f *Floor) keep(c *Contact, sheet cad.Sheet) error {
	if f.cfg.Keep != nil {
		if err := f.cfg.Keep(c.ID, sheet); err != nil {
			return err
		}
	}
	c.Sheet = sheet
	for i := range c.Seats {
		s := &c.Seats[i]
		if s.Left && !s.owes() { // it is no draft any more (CAD-2)
			continue
		}
		conflicts, err := s.Reader.Rebase(sheet)
		if err == nil {
			f.replaced(c, s, conflicts)
		}
	}
	return nil
}

func (f *Floor) replaced(c *Contact, s *Seat, conflicts []cad.Conflict) {
	for _, conflict := range conflicts {
		f.notices = append(f.notices, Notice{To: s.Agent, Contact: c.ID, Kind: NoticeReplaced, About: conflict.By, Conflict: &conflict})
	}
}

// Refresh shows the agent the values as they are now. Only the consulted agent
// of an EP-DN consult needs it (CON-21).
func (f *Floor) Refresh(by agent.ID, id telephony.CallID) error {
	c, s, err := f.reading(by, id)
	if s == nil && err == nil {
		err = fmt.Errorf("%w: the agent has no part in this contact", ErrUnknown)
	}
	if s == nil {
		return err
	}
	conflicts, err := s.Reader.Refresh(c.Sheet)
	f.replaced(c, s, conflicts)
	return err
}

// Fetch asks for a secure variable's value, for this agent alone, for the first
// time or again (CAD-3). Fetched answers it.
func (f *Floor) Fetch(by agent.ID, id telephony.CallID, name string) error {
	return f.look(by, id, func(r *cad.Reader) error { return r.Fetch(name) })
}

// Fetched ends a Fetch: with nil he may read the value, else it has failed for
// that cause and can be tried again (CAD-3).
func (f *Floor) Fetched(by agent.ID, id telephony.CallID, name string, cause error) error {
	return f.look(by, id, func(r *cad.Reader) error { return r.Answer(name, cause) })
}

// look needs a part in the contact, not the right to edit.
func (f *Floor) look(by agent.ID, id telephony.CallID, do func(*cad.Reader) error) error {
	_, s, err := f.reading(by, id)
	if s == nil && err == nil {
		err = fmt.Errorf("%w: the agent has no part in this contact", ErrUnknown)
	}
	if s == nil {
		return err
	}
	return do(&s.Reader)
}

// Variables are the contact's variables as an agent's pane shows them; none
// for who has no part in it.
func (f *Floor) Variables(by agent.ID, id telephony.CallID) []cad.Field {
	_, s, may := f.reading(by, id)
	if s == nil {
		return nil
	}
	return s.Reader.View(may)
}

// seatReader gives an agent who has accepted his place at the variables. One
// who was consulted through an EP-DN sees them as they are now (CON-21).
func (c *Contact) seatReader(s *Seat) {
	r, err := cad.NewReader(c.Sheet, string(s.Agent))
	if err != nil { // the zero sheet: no variables are defined
		return
	}
	if c.Sending.Kind() == telephony.EPDN && c.State.Role(s.Party) == interaction.Consulted {
		r.Freeze()
	}
	s.Reader = r
}
