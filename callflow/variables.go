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

// EditKind is what an agent does at the variables of a contact.
type EditKind uint8

const (
	NoEdit  EditKind = iota // the zero value, which is never a valid request
	Type                    // Value into the field Name of his draft; nothing is saved yet (CAD-6)
	Revert                  // back to the values saved last: of Name, or of all when it is empty (CAD-6)
	Refresh                 // shows him the values as they are now (CON-21)
	Fetch                   // asks for the secure variable Name, for him alone, for the first time or again (CAD-3)
	Fetched                 // ends a Fetch: without a Cause he may read it, else it has failed (CAD-3)
)

// Edit is one thing that an agent does at the variables of a contact, short of
// saving them.
type Edit struct {
	Kind  EditKind
	Name  string
	Value string
	Cause error
}

// reading is the seat from which an agent reads and edits the contact's
// variables now, and whether he may edit (CAD-2, CON-21).
func (c *Contact) reading(by agent.ID) (*Seat, error) {
	may := c.May(by, interaction.EditVariables, interaction.Target{}, nil)
	if s := c.seat(by); s != nil && s.Engaged {
		return s, may
	}
	if s := c.wrapUp(by); s != nil && s.owes() {
		return s, may
	}
	return nil, may
}

// at is the seat from which the agent reads; to edit he must be allowed to.
func (c *Contact) at(by agent.ID, edits bool) (*Seat, error) {
	s, err := c.reading(by)
	switch {
	case s == nil && err == nil:
		return nil, fmt.Errorf("%w: the agent has no part in this contact", ErrUnknown)
	case s == nil || edits && err != nil:
		return nil, err
	}
	return s, nil
}

// Edit does what an agent asks at the variables (CAD). To type and to revert
// he needs the right to edit; to look, a part in the contact.
func (c *Contact) Edit(by agent.ID, do Edit, e *Effects) error {
	e.Reset()
	s, err := c.at(by, do.Kind == Type || do.Kind == Revert)
	if err != nil {
		return err
	}
	switch do.Kind {
	case Type:
		return s.Reader.Set(do.Name, do.Value)
	case Revert:
		if do.Name == "" {
			return s.Reader.Revert()
		}
		return s.Reader.Revert(do.Name)
	case Refresh:
		conflicts, err := s.Reader.Refresh(c.Sheet)
		c.replaced(s, conflicts, e)
		return err
	case Fetch:
		return s.Reader.Fetch(do.Name)
	case Fetched:
		return s.Reader.Answer(do.Name, do.Cause)
	}
	return fmt.Errorf("%w: no such edit", ErrInvalid)
}

// Saved is the sheet that a save of the agent's draft would make. Each variable
// stands alone: the first save of it wins (CAD-7, CAD-8). Nothing has changed
// until Keep is given it, so that it can be stored first (CAD-9).
func (c *Contact) Saved(by agent.ID) (cad.Sheet, error) {
	s, err := c.at(by, true)
	if err != nil {
		return cad.Sheet{}, err
	}
	result, err := c.Sheet.Save(s.Reader.Draft)
	return result.Sheet, err
}

// Keep makes a sheet that somebody saved, or with an empty id the flow, the
// contact's, and moves every draft on to it. Who loses what he typed is told
// (CAD-7).
func (c *Contact) Keep(by agent.ID, sheet cad.Sheet, e *Effects) {
	e.Reset()
	c.Sheet = sheet
	for i := range c.Seats {
		s := &c.Seats[i]
		if s.Behind && s.Agent != by || s.Left && !s.owes() { // no draft any more (CAD-2)
			continue
		}
		if conflicts, err := s.Reader.Rebase(sheet); err == nil {
			c.replaced(s, conflicts, e)
		}
	}
}

// Lag keeps what others save from the agent's desktop, or no more: a saved
// value may take a while to show (CAD-9). What he saves meanwhile is built on an
// older version (CAD-7).
func (c *Contact) Lag(by agent.ID, on bool, e *Effects) {
	for i := range c.Seats {
		if s := &c.Seats[i]; s.Agent == by {
			s.Behind = on
			if on {
				continue
			}
			if conflicts, err := s.Reader.Rebase(c.Sheet); err == nil {
				c.replaced(s, conflicts, e)
			}
		}
	}
}

func (c *Contact) replaced(s *Seat, conflicts []cad.Conflict, e *Effects) {
	for _, conflict := range conflicts {
		e.Notices = append(e.Notices, Notice{To: s.Agent, Contact: c.ID, Kind: NoticeReplaced, About: conflict.By, Conflict: &conflict})
	}
}

// Variables are the contact's variables as an agent's pane shows them; none
// for who has no part in it.
func (c *Contact) Variables(by agent.ID) []cad.Field {
	s, may := c.reading(by)
	if s == nil {
		return nil
	}
	return s.Reader.View(may)
}

// Edit does what an agent asks at the variables of a contact.
func (f *Floor) Edit(by agent.ID, id telephony.CallID, do Edit) error {
	c := f.contacts[id]
	if c == nil {
		return fmt.Errorf("%w: contact", ErrUnknown)
	}
	err := c.Edit(by, do, &f.effects)
	f.take()
	return err
}

// Type is Edit of that kind.
func (f *Floor) Type(by agent.ID, id telephony.CallID, name, value string) error {
	return f.Edit(by, id, Edit{Kind: Type, Name: name, Value: value})
}

// Revert is Edit of that kind; with an empty name, of all.
func (f *Floor) Revert(by agent.ID, id telephony.CallID, name string) error {
	return f.Edit(by, id, Edit{Kind: Revert, Name: name})
}

// Refresh is Edit of that kind. Only the consulted agent of an EP-DN consult
// needs it (CON-21).
func (f *Floor) Refresh(by agent.ID, id telephony.CallID) error {
	return f.Edit(by, id, Edit{Kind: Refresh})
}

// Fetch is Edit of that kind; Fetched answers it.
func (f *Floor) Fetch(by agent.ID, id telephony.CallID, name string) error {
	return f.Edit(by, id, Edit{Kind: Fetch, Name: name})
}

// Fetched is Edit of that kind.
func (f *Floor) Fetched(by agent.ID, id telephony.CallID, name string, cause error) error {
	return f.Edit(by, id, Edit{Kind: Fetched, Name: name, Cause: cause})
}

// Save saves an agent's draft. Each variable stands alone: the first save of
// it wins, and who loses is told (CAD-7, CAD-8). Where the configuration's Keep
// fails nothing is saved, and the draft is kept (CAD-9).
func (f *Floor) Save(by agent.ID, id telephony.CallID) error {
	c := f.contacts[id]
	if c == nil {
		return fmt.Errorf("%w: contact", ErrUnknown)
	}
	sheet, err := c.Saved(by)
	if err != nil {
		return err
	}
	return f.keep(by, c, sheet)
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
	return f.keep("", c, sheet)
}

// keep commits a sheet.
func (f *Floor) keep(by agent.ID, c *Contact, sheet cad.Sheet) error {
	if f.cfg.Keep != nil {
		if err := f.cfg.Keep(c.ID, sheet); err != nil {
			return err
		}
	}
	c.Keep(by, sheet, &f.effects)
	f.take()
	return nil
}

// Variables are the contact's variables as an agent's pane shows them; none
// for who has no part in it.
func (f *Floor) Variables(by agent.ID, id telephony.CallID) []cad.Field {
	if c := f.contacts[id]; c != nil {
		return c.Variables(by)
	}
	return nil
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
