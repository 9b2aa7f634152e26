package callcontrol

import (
	"context"
	"iter"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// View is the desktop as it is now; an empty one before the centre is Ready.
func (d *Desk) View() *View { return d.p.current() }

// Views yields the desktop as it is now, and again each time that it has
// changed, until ctx ends; nothing before the centre is Ready. A reader who is slow
// misses views, never the last one; notices stay in the view until they are
// acknowledged, so that none is missed with it.
func (d *Desk) Views(ctx context.Context) iter.Seq[*View] {
	return func(yield func(*View) bool) {
		if d.c.up(ctx) != nil { // who talks may not be shown as one who has nothing to do
			return
		}
		changed := make(chan struct{}, 1)
		d.p.mu.Lock()
		d.p.watch = append(d.p.watch, changed)
		d.p.mu.Unlock()
		defer func() {
			d.p.mu.Lock()
			d.p.watch = slices.DeleteFunc(d.p.watch, func(w chan struct{}) bool { return w == changed })
			d.p.mu.Unlock()
		}()
		var last uint64
		for first := true; ; first = false {
			if v := d.p.current(); first || v.Version > last {
				last = v.Version
				if !yield(v) {
					return
				}
			}
			select {
			case <-changed:
			case <-ctx.Done():
				return
			case <-d.c.life.Done():
				return
			}
		}
	}
}

// Wait waits until the desktop shows what is asked for, and gives that view;
// the context's error, or ErrUnavailable, when it never does.
func (d *Desk) Wait(ctx context.Context, so func(*View) bool) (*View, error) {
	for v := range d.Views(ctx) {
		if so(v) {
			return v, nil
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return nil, ErrUnavailable
}

// current is the latest view; it is built when somebody looks.
func (p *presence) current() *View {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.signalled.Store(false)
	version := p.c.first.Load() + p.version.Load() + 1 // what changes while we build makes another one
	if p.view == nil || p.view.Version != version {
		p.view = p.build(version)
	}
	return p.view
}

func (p *presence) concerns() []*call {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.calls)
}

// page is a view with room for what it usually holds, so that it is one
// allocation.
type page struct {
	View
	interactions [2]Interaction
	panes        [4]Pane
	actions      [2 * 32]Permission
}

// card is an interaction's card in the agent's popover; false when none shows.
func (p *presence) card(c *callflow.Contact) (popover.Card, bool) {
	return c.Card(p.id, p.c.settings.Load().Popover, p.c.around())
}

// builder is a view on its way.
type builder struct {
	p       *presence
	v       *View
	panes   []Pane
	actions []Permission
	cards   []popover.Card
}

// add adds an interaction.
func (b *builder) add(r *record.Interaction) {
	c, p, around := &r.Contact, b.p, b.p.c.around()
	if card, ok := p.card(c); ok {
		b.cards = append(b.cards, card)
	}
	in := Interaction{ID: c.ID, Name: c.Name, Kind: c.State.Kind(), Queue: c.Queue}
	from, acts := len(b.panes), len(b.actions)
	c.Look(p.id, around, &p.seen)
	for i := range p.seen.Panes {
		x := &p.seen.Panes[i]
		b.panes = append(b.panes, Pane{Name: x.Name, Role: x.Role.String(), Status: x.Status, Since: x.Since, TalkSince: x.TalkSince, Offer: x.Card,
			OfferEnds: x.OfferEnds, Recording: x.Recording, PauseEnds: x.PauseEnds, HeldOnDevice: x.HeldOnDevice, InFlight: x.InFlight, Unknown: x.Unknown})
	}
	for _, x := range p.seen.Actions {
		b.actions = append(b.actions, Permission{x.Action, x.Err})
	}
	in.Panes, in.Actions = b.panes[from:len(b.panes):len(b.panes)], b.actions[acts:len(b.actions):len(b.actions)]
	for _, f := range c.Variables(p.id) {
		in.Variables = append(in.Variables, Variable{f})
	}
	if w := p.seen.WrapUp; w != nil {
		in.WrapUp = &WrapUp{Phase: w.Phase, Since: w.Since, Ends: w.Ends, Chosen: w.Chosen, Reasons: w.Reasons, Submit: Button{w.Submit}, Cancel: Button{w.Cancel}}
	}
	if len(in.Panes) > 0 || in.WrapUp != nil {
		b.v.Interactions = append(b.v.Interactions, in)
	}
}

// build makes the view. The caller holds the lock.
func (p *presence) build(version uint64) *View {
	box := &page{}
	v := &box.View
	v.Version, v.Built = version, p.c.now()
	v.Cards, v.Notices, v.Interactions = []Card{}, []Notice{}, box.interactions[:0]
	panes, actions := box.panes[:0], box.actions[:0]
	v.Agent = Agent{ID: p.id}
	if r := p.record(); r != nil {
		sum := r.State.Summary()
		v.Agent.Status, v.Agent.Code, v.Agent.Note, v.Agent.Since = sum.Status, sum.Code, sum.Note, r.State.Since().UTC()
		v.Agent.Codes = p.c.codes
		if prompt, ok := popover.RONA(r.State); ok {
			v.RONA = &RONA{Cause: prompt.Cause, WaysOut: prompt.WaysOut[:]}
		}
		for _, n := range r.Notices {
			v.Notices = append(v.Notices, notice(n.Notice, n.N, n.At))
		}
	}
	b := builder{p: p, v: v, panes: panes, actions: actions}
	for _, k := range p.calls {
		before := len(v.Interactions)
		k.read(b.add)
		if len(v.Interactions) > before {
			v.Interactions[before].Uncertain = k.uncertain.Load()
		}
	}
	p.cards(v, b.cards)
	return v
}

func (p *presence) cards(v *View, cards []popover.Card) {
	if len(cards) == 0 {
		return
	}
	stack, err := popover.NewStack(cards)
	if err != nil { // each interaction has one seat of his, and the limit is far away
		return
	}
	for card := range stack.All() {
		out := Card{Interaction: telephony.CallID(card.Contact), Kind: card.Kind, Channel: card.Channel, Stage: card.Stage, Status: card.Status,
			Offered: card.Offered, Ends: card.Ends, Fields: []CardField{}, Actions: []Permission{}}
		for _, f := range card.Fields {
			out.Fields = append(out.Fields, CardField{f.Label, f.Value})
		}
		for _, l := range card.Links {
			out.Links = append(out.Links, CardLink{l.Label, l.URL})
		}
		if b := card.Callback; b != nil {
			out.Callback = &Callback{b.Number, b.DNIS, b.Queue, b.Since}
		}
		for _, a := range card.Actions {
			out.Actions = append(out.Actions, Permission{a.Action, a.Err})
		}
		v.Cards = append(v.Cards, out)
	}
	v.Acceptable = len(stack.Acceptable())
}

// cards are the agent's popover as it is now.
func (d *Desk) cards() popover.Stack {
	var cards []popover.Card
	for _, k := range d.p.concerns() {
		k.read(func(r *record.Interaction) {
			if card, ok := d.p.card(&r.Contact); ok {
				cards = append(cards, card)
			}
		})
	}
	stack, err := popover.NewStack(cards)
	if err != nil {
		return popover.Stack{}
	}
	return stack
}

// codes are the idle codes of the configuration.
func codes(p agent.Policy) []string {
	var all []string
	for _, c := range p.Codes {
		all = append(all, string(c))
	}
	return all
}
