package callcontrol

import (
	"context"
	"errors"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Type puts a value into a field of the agent's draft of the variables; nothing
// is saved yet (CAD-6). A value that cannot be is refused, and the draft stays
// as it was (CAD-4, CAD-5).
func (d *Desk) Type(ctx context.Context, id telephony.CallID, name, value string) error {
	return d.edit(ctx, id, callflow.Edit{Kind: callflow.Type, Name: name, Value: value})
}

// Revert goes back to the value saved last, or with an empty name to all of
// them (CAD-6).
func (d *Desk) Revert(ctx context.Context, id telephony.CallID, name string) error {
	return d.edit(ctx, id, callflow.Edit{Kind: callflow.Revert, Name: name})
}

// RefreshVariables shows the values as they are now. Only the consulted agent
// of an EP-DN consult needs it (CON-21).
func (d *Desk) RefreshVariables(ctx context.Context, id telephony.CallID) error {
	return d.edit(ctx, id, callflow.Edit{Kind: callflow.Refresh})
}

// Fetch unlocks a secure variable for this agent (CAD-3), and waits for the
// host's word (Config.Unlock). When that fails the field says so and offers to
// try again; the error is the host's own.
func (d *Desk) Fetch(ctx context.Context, id telephony.CallID, name string) error {
	began := time.Now()
	err := d.fetch(ctx, id, name)
	d.ended(id, edits[callflow.Fetch], 0, began, err)
	if his, ok := err.(*foreign); ok && !errors.As(err, new(*panicked)) {
		return his.err
	}
	return err
}

func (d *Desk) fetch(ctx context.Context, id telephony.CallID, name string) error {
	if err := d.change(ctx, id, callflow.Edit{Kind: callflow.Fetch, Name: name}); err != nil {
		return err
	}
	cause := guard("Unlock", func() error { return d.c.cfg.Unlock(ctx, d.p.id, id, name) })
	// The answer is noted also when the caller has gone: the field is not to be
	// fetching for ever.
	err := d.change(context.WithoutCancel(ctx), id, callflow.Edit{Kind: callflow.Fetched, Name: name, Cause: cause})
	if err != nil {
		return err
	}
	return cause
}

func (d *Desk) edit(ctx context.Context, id telephony.CallID, e callflow.Edit) error {
	began := time.Now()
	err := d.change(ctx, id, e)
	d.ended(id, edits[e.Kind], 0, began, err)
	return err
}

func (d *Desk) change(ctx context.Context, id telephony.CallID, e callflow.Edit) error {
	return d.step(ctx, id, input{kind: editing, by: d.p.id, edit: e})
}

// Save saves what the agent has typed. Each variable stands alone: the first
// save of it wins, and who loses is told (CAD-7, CAD-8). When Config.Keep fails
// nothing is saved, the draft is kept, and it can be saved again (CAD-9).
func (d *Desk) Save(ctx context.Context, id telephony.CallID) error {
	began := time.Now()
	err := d.save(ctx, id)
	d.ended(id, saveVariables, 0, began, err)
	return err
}

func (d *Desk) save(ctx context.Context, id telephony.CallID) error {
	if err := d.c.up(ctx); err != nil {
		return err
	}
	if !d.signedIn() {
		return ErrSignedOut
	}
	return d.c.save(ctx, id, d.p.id, func(c *callflow.Contact) (cad.Sheet, error) { return c.Saved(d.p.id) })
}

// Put is what the flow sets; it counts as a save by the system (CAD-7).
func (c *Center) Put(ctx context.Context, id telephony.CallID, values map[string]string) error {
	return c.save(ctx, id, "", func(k *callflow.Contact) (cad.Sheet, error) { return k.Sheet.Put(values) })
}

// save stores a sheet and then makes it the interaction's. One save of an
// interaction runs at a time, so that what was stored is what counts.
func (c *Center) save(ctx context.Context, id telephony.CallID, by agent.ID, make func(*callflow.Contact) (cad.Sheet, error)) error {
	k, err := c.find(ctx, id)
	if err != nil {
		return err
	}
	select {
	case k.saving <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-k.saving }()
	var contact *callflow.Contact
	if !k.read(func(r *record.Interaction) { contact = r.Contact.Clone() }) {
		return ErrNoInteraction
	}
	sheet, err := make(contact)
	if err != nil {
		return err
	}
	if err := guard("Keep", func() error { return c.cfg.Keep(ctx, id, sheet) }); err != nil {
		return &NotKept{err}
	}
	return c.step(k, &input{kind: keeping, by: by, sheet: sheet})
}

// ErrNotKept marks a NotKept.
var ErrNotKept = errors.New("callcontrol: the variables could not be kept")

// NotKept says that a save failed (CAD-9): the draft is as it was, and can be
// saved again.
type NotKept struct {
	Err error // what Config.Keep said: its own text is not shown, errors.Is and errors.As find it
}

// Error says that the save failed. What Keep said is not in it, for it may hold
// a value.
func (e *NotKept) Error() string { return ErrNotKept.Error() }

// Unwrap is ErrNotKept and what Config.Keep said.
func (e *NotKept) Unwrap() []error { return []error{ErrNotKept, e.Err} }
