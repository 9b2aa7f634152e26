package callcontrol

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Scene is a floor put together of the records.
func (v *venue) Scene() *callflow.Floor {
	var agents []callflow.Signed
	desks := v.c.desks.all()
	desks = slices.DeleteFunc(desks, func(p *presence) bool { return p.record() == nil })
	slices.SortFunc(desks, func(a, b *presence) int { return cmp.Compare(a.record().Joined, b.record().Joined) })
	for _, p := range desks {
		agents = append(agents, callflow.Signed{ID: p.id, State: p.record().State})
	}
	calls := v.c.calls.all()
	slices.SortFunc(calls, func(a, b *call) int { return cmp.Compare(a.seq, b.seq) })
	var contacts []callflow.Contact
	for _, k := range calls {
		k.read(func(r *record.Interaction) { contacts = append(contacts, *r.Contact.Clone()) })
	}
	f, err := callflow.Assemble(v.cfg, time.Now().UTC(), agents, contacts)
	require.NoError(v.t, err)
	if v.lists != nil {
		f.SetDirectory(*v.lists)
	}
	v.agree(f)
	return f
}

// agree holds the desks' views against the scene: what a page shows is what
// the rules say.
func (v *venue) agree(f *callflow.Floor) {
	for _, id := range f.Agents() {
		view, want := v.c.Desk(id).View(), f.View(id)
		require.Equal(v.t, want.Summary.Status, view.Agent.Status, id)
		require.Len(v.t, view.Interactions, len(want.Contacts), id)
		for i, c := range want.Contacts {
			require.Equal(v.t, c.Contact, view.Interactions[i].ID)
			require.Len(v.t, view.Interactions[i].Panes, len(c.Panes))
			for j, p := range c.Panes {
				require.Equal(v.t, p.Status, view.Interactions[i].Panes[j].Status)
				require.Equal(v.t, p.InFlight, view.Interactions[i].Panes[j].InFlight)
			}
			for j, p := range c.Actions {
				require.Equal(v.t, Permission{p.Action, p.Err}, view.Interactions[i].Actions[j], "%s in %s", id, c.Contact)
			}
		}
		require.Len(v.t, view.Cards, f.Cards(id).Len())
		if v.cut == nil {
			readsBack(v.t, view)
		}
	}
}

// readsBack: a view that is written and read is the same view.
func readsBack(t *testing.T, view *View) {
	data, err := json.Marshal(view)
	require.NoError(t, err)
	var read View
	require.NoError(t, json.Unmarshal(data, &read), "%s", data)
	again, err := json.Marshal(&read)
	require.NoError(t, err)
	require.JSONEq(t, string(data), string(again))
	for i, in := range view.Interactions {
		for _, p := range in.Actions {
			may := read.Interactions[i].May(p.Action)
			require.Equal(t, fmt.Sprint(p.Denied), fmt.Sprint(may))
			if p.Denied != nil {
				was, now := denialOf(t, p.Denied), denialOf(t, may)
				require.Equal(t, [3]string{string(was.Rule()), was.Action(), was.State()}, [3]string{string(now.Rule()), now.Action(), now.State()})
			}
		}
	}
}

func denialOf(t *testing.T, err error) *rule.Denied {
	var d *rule.Denied
	require.ErrorAs(t, err, &d)
	return d
}

func (v *venue) TakeNotices() []callflow.Notice {
	var all []callflow.Notice
	for _, p := range v.c.desks.all() {
		if r := p.record(); r != nil {
			for _, n := range r.Notices {
				if n.N > v.last[p.id] {
					require.Equal(v.t, v.last[p.id]+1, n.N, "numbered without gaps")
					v.last[p.id] = n.N
					all = append(all, n.Notice)
				}
			}
		}
	}
	return all
}

func (v *venue) TakeIgnored() []rule.ID {
	v.mu.Lock()
	defer v.mu.Unlock()
	all := v.ignored
	v.ignored = nil
	return all
}

// overheard notes what the switch says.
type overheard struct {
	telephony.Adapter
	v *venue
}

func (o *overheard) Run(ctx context.Context, sink func(telephony.Event) error) error {
	return o.Adapter.Run(ctx, func(ev telephony.Event) error {
		o.v.mu.Lock()
		o.v.said = append(o.v.said, ev)
		o.v.mu.Unlock()
		return sink(ev)
	})
}

// ignoredLog collects by what rules events were ignored.
type ignoredLog struct {
	slog.Handler
	v *venue
}

func (l *ignoredLog) Enabled(context.Context, slog.Level) bool { return true }

func (l *ignoredLog) Handle(_ context.Context, r slog.Record) error {
	if r.Message == "event ignored" {
		r.Attrs(func(a slog.Attr) bool {
			if a.Key == "rule" {
				l.v.mu.Lock()
				l.v.ignored = append(l.v.ignored, rule.ID(a.Value.String()))
				l.v.mu.Unlock()
			}
			return true
		})
	}
	return nil
}
