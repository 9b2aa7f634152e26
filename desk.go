package callcontrol

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
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
	if id == "" {
		return nil, fmt.Errorf("%w: no agent id", ErrInvalid)
	}
	d := c.Desk(id)
	err := d.Person(ctx, agent.Request{Action: agent.SignIn})
	var denied *rule.Denied
	if errors.As(err, &denied) && d.signedIn() {
		err = nil
	}
	if err != nil {
		return nil, err
	}
	return d, nil
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
	if d.c.life.Err() != nil {
		return ErrUnavailable
	}
	if r.Action != agent.SignIn && !d.signedIn() {
		return ErrSignedOut
	}
	return d.person(ctx, r)
}

func (d *Desk) person(ctx context.Context, r agent.Request) error {
	err := d.c.change(ctx, d.p, func(now time.Time, a *record.Agent, out *agent.Output) error {
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
	if d.c.life.Err() != nil {
		return ErrUnavailable
	}
	if !d.signedIn() {
		return ErrSignedOut
	}
	k, err := d.c.find(id)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	press, err := d.ask(ctx, k, r)
	if err != nil {
		var denied *rule.Denied
		if errors.As(err, &denied) {
			k.read(func(cur *record.Interaction) { // another desk of his may have pressed it first
				if p, ok := cur.Open(d.p.id, r.Action, r.To); ok {
					press = p.N
				}
			})
		}
		if press == 0 {
			return err
		}
	}
	return d.c.await(ctx, k, press, r.Action)
}

// ask decides a request, and gives the number of what the caller is to wait
// for.
func (d *Desk) ask(ctx context.Context, k *call, r interaction.Request) (uint64, error) {
	in := input{kind: asking, by: d.p.id, request: r}
	if (r.Action == interaction.Consult || r.Action == interaction.Transfer) && r.To.Kind() == telephony.Agent && !consulted(k, r.To) {
		err := d.c.reserving(ctx, k, agent.ID(r.To.Address()), &in)
		return in.press, err
	}
	err := d.c.step(ctx, k, &in)
	return in.press, err
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
	if d.c.life.Err() != nil {
		return ErrUnavailable
	}
	if !d.signedIn() {
		return ErrSignedOut
	}
	ids := d.c.settings.Load().CallerIDs
	err := d.c.change(ctx, d.p, func(now time.Time, a *record.Agent, out *agent.Output) error {
		before := &input{reserved: d.p.id, as: a.State}
		if err := callflow.MayDial(d.p.id, to, callerID, ids, d.c.aroundFor(before)); err != nil {
			return err
		}
		a.Reserve(now, record.Reservation{Call: id, Channel: agent.Voice, Until: now.Add(reservedFor)}, out)
		return nil
	})
	if err != nil {
		return err
	}
	var press uint64
	if err := d.c.open(ctx, callflow.Arrival{ID: id, Kind: interaction.Outdial, Name: name, Customer: to.Dialled()}, interaction.ToAgent(d.p.id), &press); err != nil {
		k := &call{id: id}
		var was agent.State
		if r := d.p.record(); r != nil {
			was = r.State
		}
		d.c.release(d.p, k)
		if errors.Is(err, errFull) {
			return callflow.MayDial(d.p.id, to, callerID, ids, d.c.aroundFor(&input{full: true, reserved: d.p.id, as: was}))
		}
		return err
	}
	k, err := d.c.find(id)
	if err != nil {
		return err
	}
	return d.c.await(ctx, k, press, interaction.NoAction)
}

// AcceptAll is Accept N requests: each digital request of the popover is
// accepted by itself, all at once, and calls are left alone (POP-8, D12). The
// result lists what was accepted and what was not, with the reasons, in the
// order of the popover.
func (d *Desk) AcceptAll(ctx context.Context) (popover.AcceptResult, error) {
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
	return d.step(ctx, id, input{kind: wrapping, by: d.p.id, wrapUp: r})
}

// step does what waits for nobody.
func (d *Desk) step(ctx context.Context, id telephony.CallID, in input) error {
	if !d.signedIn() {
		return ErrSignedOut
	}
	k, err := d.c.find(id)
	if err != nil {
		return err
	}
	return d.c.step(ctx, k, &in)
}

// Acknowledge says that the agent has seen his notices up to that number.
func (d *Desk) Acknowledge(ctx context.Context, upTo uint64) error {
	err := d.c.change(ctx, d.p, func(_ time.Time, a *record.Agent, _ *agent.Output) error {
		if !a.Acknowledge(upTo) {
			return errNothing
		}
		return nil
	})
	if errors.Is(err, errNothing) {
		return nil
	}
	return err
}
