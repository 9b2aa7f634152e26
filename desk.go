package callcontrol

import (
	"context"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Desk is one agent's desktop: a stream of views, and one door for what he
// asks. Any number of Desks of one agent see the same and do the same. It is
// safe for concurrent use.
type Desk struct {
	c *Center
	p *presence
}

// Desk is the desktop of an agent, who may be signed in or not.
func (c *Center) Desk(id agent.ID) *Desk {
	p, _ := c.presence(id)
	return &Desk{c, p}
}

// SignIn signs an agent in, to Idle with the default code (AGT-1), and gives
// his desktop. Who is signed in already just gets his desktop.
func (c *Center) SignIn(ctx context.Context, id agent.ID) (*Desk, error) {
	if err := checkAgent(id); err != nil {
		return nil, err
	}
	began, d := time.Now(), c.Desk(id)
	err := d.asPerson(ctx, agent.Request{Action: agent.SignIn})
	var denied *rule.Denied
	if errors.As(err, &denied) && d.signedIn() {
		err = nil
	}
	d.ended("", agent.SignIn.String(), 0, began, err)
	if err != nil {
		return nil, err
	}
	return d, nil
}

// checkAgent says what is wrong with an agent's id.
func checkAgent(id agent.ID) error {
	switch {
	case id == "":
		return fmt.Errorf("%w: no agent id", ErrInvalid)
	case len(id) > store.MaxKey || !utf8.ValidString(string(id)) || id == cad.System:
		return fmt.Errorf("%w: an agent id of %d bytes, not in UTF-8, or that of the system", ErrInvalid, len(id))
	}
	return nil
}

// Agent is whose desktop it is.
func (d *Desk) Agent() agent.ID { return d.p.id }

func (d *Desk) signedIn() bool {
	r := d.p.record()
	return r != nil && r.State.Summary().Status != agent.SignedOut
}

// Person does what the agent asks about himself: sign in or out, choose
// Available or Idle with a code (AGT-1, AGT-3). A refused sign-out is a
// *callflow.SignOutBlocked, which lists what is in the way (AGT-5).
func (d *Desk) Person(ctx context.Context, r agent.Request) error {
	began := time.Now()
	err := d.asPerson(ctx, r)
	d.ended("", r.Action.String(), 0, began, err)
	return err
}

func (d *Desk) asPerson(ctx context.Context, r agent.Request) error {
	if err := d.c.up(ctx); err != nil {
		return err
	}
	if r.Action != agent.SignIn && !d.signedIn() {
		return ErrSignedOut
	}
	if err := checkAgent(d.p.id); err != nil {
		return err
	}
	_, err := apart(ctx, d.c, func() (struct{}, error) { return struct{}{}, d.person(r) })
	return err
}

func (d *Desk) person(r agent.Request) error {
	err := d.c.change(d.p, func(now time.Time, a *record.Agent, out *agent.Output) error {
		if a.Joined == 0 {
			fresh, err := agent.New(d.c.cfg.Agents)
			if err != nil {
				return err
			}
			a.State, a.Joined = fresh, d.c.joined.Add(1)
		}
		next, err := a.State.Request(now, r, out)
		if err == nil {
			a.State = next
		}
		return err
	})
	if err != nil && r.Action == agent.SignOut {
		return callflow.BlockSignOut(err, d.holds())
	}
	return err
}

// holds are the interactions that keep the agent from signing out.
func (d *Desk) holds() []telephony.CallID {
	var in []telephony.CallID
	for _, k := range d.p.concerns() {
		k.read(func(r *record.Interaction) {
			if r.Contact.Holds(d.p.id) {
				in = append(in, k.id)
			}
		})
	}
	return in
}

// Do does what the agent asks of an interaction. It refuses exactly what the
// view shows as denied, and judges a target at this moment (CON-7). It waits
// until the switch has done it, or, where somebody's phone has to ring, has
// taken it. The same request made twice at once is one: both get its outcome.
//
//	nil                 it is so
//	*rule.Denied        a rule forbids it: show its text
//	*Failed             the switch would not, or something came first
//	*Pending            not known yet: it goes on, the view will tell
//	ErrNoInteraction    there is no such interaction
//	ErrSignedOut        the agent is not signed in
//	ErrUnavailable      the centre is stopped, or its records are out of reach
//	the context's       it had ended before anything was asked
//
// Anything else says that the request makes no sense, and matches
// interaction.ErrInvalid or callflow.ErrInvalid.
func (d *Desk) Do(ctx context.Context, id telephony.CallID, r interaction.Request) error {
	began := time.Now()
	var op telephony.Op
	err := d.request(ctx, id, r, &op)
	d.ended(id, r.Action.String(), op, began, err)
	return err
}

// request is Do; op gets the operation that it waits for.
func (d *Desk) request(ctx context.Context, id telephony.CallID, r interaction.Request, op *telephony.Op) error {
	if err := d.c.up(ctx); err != nil {
		return err
	}
	if !d.signedIn() {
		return ErrSignedOut
	}
	k, err := d.c.find(ctx, id)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(r.To.Address()) > maxText {
		return fmt.Errorf("%w: a target of %d bytes", ErrInvalid, len(r.To.Address()))
	}
	press, err := apart(ctx, d.c, func() (pressing, error) { return d.ask(k, r) })
	var pending *Pending
	switch {
	case errors.As(err, &pending):
		return &Pending{Action: r.Action, Err: pending.Err}
	case errors.Is(err, errMaybe):
		return &Pending{Action: r.Action, Err: err}
	case err != nil:
		var denied *rule.Denied
		if errors.As(err, &denied) {
			k.read(func(cur *record.Interaction) { // another desk of his may have pressed it first
				if p, ok := cur.Open(d.p.id, r.Action, r.To); ok {
					press = pressing{p.N, p.Op}
				}
			})
		}
		if press.n == 0 {
			return err
		}
	}
	*op = press.op
	return d.c.await(ctx, k, press.n, r.Action)
}

// pressing is what the caller of a request waits for.
type pressing struct {
	n  uint64       // the press; 0 for none
	op telephony.Op // its operation; 0 when there is no command
}

// ask decides a request, and gives what the caller is to wait for.
func (d *Desk) ask(k *call, r interaction.Request) (pressing, error) {
	in := input{kind: asking, by: d.p.id, request: r}
	if (r.Action == interaction.Consult || r.Action == interaction.Transfer) && r.To.Kind() == telephony.Agent && !consulted(k, r.To) {
		err := d.c.reserving(k, agent.ID(r.To.Address()), &in)
		return pressing{in.press, in.op}, err
	}
	err := d.c.step(k, &in)
	return pressing{in.press, in.op}, err
}

// consulted: the target is Agent 2 already, and needs no reservation.
func consulted(k *call, to interaction.Target) bool {
	is := false
	k.read(func(r *record.Interaction) {
		there := r.Contact.State.Consulted()
		is = there != 0 && r.Contact.Party(agent.ID(to.Address())) == there
	})
	return is
}

// await waits for a press to end; 0 is none.
func (c *Center) await(ctx context.Context, k *call, press uint64, a interaction.Action) error {
	if press == 0 {
		return nil
	}
	for {
		o, over, next := k.outcome(press)
		if over {
			return outcome(a, o)
		}
		select {
		case <-next:
		case <-ctx.Done():
			return &Pending{Action: a, Err: ctx.Err()}
		case <-c.life.Done():
			return &Pending{Action: a, Err: ErrUnavailable}
		}
	}
}

// Dial dials a number (OUT-1) and gives the id of the new interaction. It waits
// until the switch has taken it: the agent's phone rings first. The caller id
// must be one that the settings list; empty is the switch's own.
func (d *Desk) Dial(ctx context.Context, to dialnumber.Number, callerID string) (telephony.CallID, error) {
	id := telephony.CallID(uuid.NewString())
	return id, d.dial(ctx, id, interaction.ToNumber(to).String(), to, callerID)
}

func (d *Desk) dial(ctx context.Context, id telephony.CallID, name string, to dialnumber.Number, callerID string) error {
	began := time.Now()
	var op telephony.Op
	err := d.dialling(ctx, id, name, to, callerID, &op)
	d.ended(id, called(interaction.NoAction), op, began, err)
	return err
}

// dialling is Dial; op gets the operation that it waits for.
func (d *Desk) dialling(ctx context.Context, id telephony.CallID, name string, to dialnumber.Number, callerID string, op *telephony.Op) error {
	if err := d.c.up(ctx); err != nil {
		return err
	}
	if !d.signedIn() {
		return ErrSignedOut
	}
	press, err := apart(ctx, d.c, func() (pressing, error) { return d.place(id, name, to, callerID) })
	if err != nil {
		return err
	}
	k, err := d.c.find(ctx, id)
	if err != nil {
		return err
	}
	*op = press.op
	return d.c.await(ctx, k, press.n, interaction.NoAction)
}

// place makes the interaction of an outdial, and gives what the caller is to wait
// for.
func (d *Desk) place(id telephony.CallID, name string, to dialnumber.Number, callerID string) (press pressing, err error) {
	ids := d.c.settings.Load().CallerIDs
	err = d.c.change(d.p, func(now time.Time, a *record.Agent, out *agent.Output) error {
		before := &input{reserved: d.p.id, as: a.State}
		if err := callflow.MayDial(d.p.id, to, callerID, ids, d.c.aroundFor(before)); err != nil {
			return err
		}
		a.Reserve(now, record.Reservation{Call: id, Channel: agent.Voice, Until: now.Add(reservedFor)}, out)
		return nil
	})
	if err != nil {
		return pressing{}, err
	}
	err = d.c.open(callflow.Arrival{ID: id, Kind: interaction.Outdial, Name: name, Customer: to.Dialled()}, interaction.ToAgent(d.p.id), &press)
	if err == nil {
		return press, nil
	}
	var was agent.State
	if r := d.p.record(); r != nil {
		was = r.State
	}
	d.c.release(d.p, &call{id: id})
	if errors.Is(err, errFull) {
		err = callflow.MayDial(d.p.id, to, callerID, ids, d.c.aroundFor(&input{full: true, reserved: d.p.id, as: was}))
	}
	return pressing{}, err
}

// AcceptAll is Accept N requests: each digital request of the popover is
// accepted by itself, all at once, and calls are left alone (POP-8, D12). The
// result lists what was accepted and what was not, with the reasons, in the
// order of the popover.
func (d *Desk) AcceptAll(ctx context.Context) (popover.AcceptResult, error) {
	if err := d.c.up(ctx); err != nil {
		return popover.AcceptResult{}, err
	}
	if !d.signedIn() {
		return popover.AcceptResult{}, ErrSignedOut
	}
	stack := d.cards()
	ids := stack.Acceptable()
	errs := make(map[string]error, len(ids))
	results := make([]error, len(ids))
	var g errgroup.Group
	g.SetLimit(8)
	for i, id := range ids {
		g.Go(func() error {
			results[i] = d.Do(ctx, telephony.CallID(id), interaction.Request{Action: interaction.Accept})
			return nil
		})
	}
	_ = g.Wait()
	for i, id := range ids {
		errs[id] = results[i]
	}
	return stack.Accept(func(id string) error { return errs[id] }), nil
}

// WrapUp does what the agent asks of his wrap-up dialog for an interaction
// (END-3, END-4, END-6).
func (d *Desk) WrapUp(ctx context.Context, id telephony.CallID, r wrapup.Request) error {
	began := time.Now()
	err := d.step(ctx, id, input{kind: wrapping, by: d.p.id, wrapUp: r})
	d.ended(id, r.Action.String(), 0, began, err)
	return err
}

// step does what waits for nobody.
func (d *Desk) step(ctx context.Context, id telephony.CallID, in input) error {
	if err := d.c.up(ctx); err != nil {
		return err
	}
	if !d.signedIn() {
		return ErrSignedOut
	}
	k, err := d.c.find(ctx, id)
	if err != nil {
		return err
	}
	_, err = apart(ctx, d.c, func() (struct{}, error) { return struct{}{}, d.c.step(k, &in) })
	return err
}

// Acknowledge says that the agent has seen his notices up to that number.
func (d *Desk) Acknowledge(ctx context.Context, upTo uint64) error {
	if err := d.c.up(ctx); err != nil {
		return err
	}
	_, err := apart(ctx, d.c, func() (struct{}, error) {
		return struct{}{}, d.c.change(d.p, func(_ time.Time, a *record.Agent, _ *agent.Output) error {
			if !a.Acknowledge(upTo) {
				return errNothing
			}
			return nil
		})
	})
	if errors.Is(err, errNothing) {
		return nil
	}
	return err
}
