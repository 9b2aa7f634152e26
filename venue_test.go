package callcontrol

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// venue is a Center with a simulated switch as a place where stories are
// played.
type venue struct {
	t       *testing.T
	ctx     context.Context
	cancel  func()
	done    chan error
	end     func() // of the line
	sw      *simulator.Switch
	c       *Center
	cfg     callflow.Config
	lists   *target.Directory
	last    map[agent.ID]uint64
	mu      sync.Mutex
	values  map[telephony.CallID]map[string]string
	ignored []rule.ID
	said    []telephony.Event // since the last order

	where  at
	config Config
	cut    *cut // between the Center and its surroundings; nil when it is not to be killed
}

func newVenue(t *testing.T, cfg callflow.Config, where at) (*venue, error) {
	time.Sleep(time.Until(cfg.Start))
	v := &venue{t: t, cfg: cfg, last: map[agent.ID]uint64{}, values: map[telephony.CallID]map[string]string{}, done: make(chan error, 1)}
	v.sw = simulator.New(simulator.Config{Capabilities: cfg.Capabilities})
	settings := Settings{Policy: cfg.Policy, Queues: cfg.Queues, CallerIDs: cfg.CallerIDs, MaxCalls: cfg.MaxCalls, Popover: cfg.Popover}
	config := Config{
		Adapter: &overheard{where.line(v), v}, Settings: settings, Agents: cfg.Agents, Variables: cfg.Variables,
		Values: func(id telephony.CallID, _ telephony.Contact) map[string]string {
			v.mu.Lock()
			defer v.mu.Unlock()
			return v.values[id]
		},
		Keep:      func(_ context.Context, id telephony.CallID, s cad.Sheet) error { return cfg.Keep(id, s) },
		Logger:    slog.New(&ignoredLog{v: v}),
		KeepEnded: 1000 * time.Hour,
	}
	if cfg.Lists != nil {
		config.Directory = StaticDirectory(*cfg.Lists)
	}
	if where.stored {
		config.Store = &faithful{store.NewMemory(), t, where.each}
	}
	v.where, v.config = where, config
	return v, v.start()
}

// start opens the centre, again after it was killed.
func (v *venue) start() error {
	config := v.config
	if v.where.killed != nil {
		v.cut = v.where.killed.between(config.Store, config.Adapter)
		config.Store, config.Adapter = v.cut, v.cut
	}
	var err error
	if v.c, err = New(config); err != nil {
		return err
	}
	if v.lists != nil {
		v.c.lists.Store(v.lists)
	}
	v.ctx, v.cancel = context.WithCancel(v.t.Context())
	if v.cut != nil {
		v.cut.end = v.cancel
	}
	go func() { v.done <- v.c.Run(v.ctx) }()
	synctest.Wait()
	return nil
}

func (v *venue) close() {
	v.cancel()
	require.NoError(v.t, <-v.done)
	if v.end != nil {
		v.end()
	}
}

// settled waits until nothing more comes of what was asked. Where the Center was
// killed meanwhile another one goes on; and where it was killed before it had
// recorded what was asked, it is asked again, as whoever pressed in vain would.
func (v *venue) settled(do func() error) error { return v.recorded(record.KindInteraction, do) }

func (v *venue) recorded(kind string, do func() error) error {
	for {
		if v.cut != nil {
			v.cut.begin()
		}
		err := do()
		synctest.Wait()
		if v.cut == nil || !v.cut.dead() {
			return err
		}
		recorded := v.cut.recorded(kind)
		v.revive()
		if recorded {
			return nil
		}
	}
}

// revive lets another Center go on where the last one was killed.
func (v *venue) revive() {
	require.NoError(v.t, <-v.done)
	require.NoError(v.t, v.start())
}

func (v *venue) Person(id agent.ID, r agent.Request) error {
	return v.recorded(record.KindAgent, func() error { return v.c.Desk(id).person(r) })
}

func (v *venue) Arrive(a callflow.Arrival) error {
	media := map[interaction.Kind]telephony.Medium{interaction.Inbound: telephony.VoiceMedium, interaction.Chat: telephony.ChatMedium,
		interaction.Email: telephony.EmailMedium, interaction.Social: telephony.SocialMedium}
	medium, arrives := media[a.Kind]
	if !arrives {
		return v.settled(func() error { return v.c.Open(v.ctx, a) })
	}
	v.mu.Lock()
	v.values[a.ID] = a.Values
	v.mu.Unlock()
	return v.happens(v.sw.Arrive(a.ID, telephony.Contact{Medium: medium, DNIS: a.DNIS,
		From: telephony.Endpoint{Kind: telephony.Customer, Address: a.Customer}, Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: a.Queue}}))
}

func (v *venue) Dial(by agent.ID, id telephony.CallID, to dialnumber.Number, callerID string) error {
	return v.asks(func() error { return v.c.Desk(by).dial(v.ctx, id, string(id), to, callerID) })
}

// happens is what nobody has to do again, for the switch tells it until it was
// heard.
func (v *venue) happens(err error) error {
	synctest.Wait()
	if v.cut != nil && v.cut.dead() {
		v.revive()
	}
	return err
}

// asks lets somebody ask, and does not wait for him longer than it takes to
// see that he waits himself.
func (v *venue) asks(do func() error) error {
	return v.settled(func() error { return v.asked(do) })
}

func (v *venue) asked(do func() error) error {
	answer := make(chan error, 1)
	go func() { answer <- do() }()
	synctest.Wait()
	select {
	case err := <-answer:
		var failed *Failed
		var pending *Pending
		if errors.As(err, &failed) || errors.As(err, &pending) {
			return nil // the rules allowed it; that it failed is told by notices
		}
		return err
	default:
		return nil
	}
}

// Do asks without Do's joining: a story that presses a button twice wants to
// know why not (OP-1).
func (v *venue) Do(by agent.ID, id telephony.CallID, r interaction.Request) error {
	return v.settled(func() error {
		k, err := v.c.find(v.ctx, id)
		if err == nil {
			_, err = v.c.Desk(by).ask(k, r)
		}
		return err
	})
}

func (v *venue) AcceptAll(by agent.ID) (popover.AcceptResult, error) {
	var r popover.AcceptResult
	desk, before := v.c, v.c.Desk(by).cards().Acceptable()
	err := v.settled(func() error {
		var err error
		r, err = v.c.Desk(by).AcceptAll(v.ctx)
		return err
	})
	if desk != v.c { // the answer was lost with the Center that gave it: he presses again, and his desktop tells
		_, _ = v.c.Desk(by).AcceptAll(v.ctx)
		synctest.Wait()
		r = popover.AcceptResult{}
		for _, id := range before {
			if !slices.Contains(v.c.Desk(by).cards().Acceptable(), id) {
				r.Accepted = append(r.Accepted, id)
			}
		}
	}
	return r, err
}

func (v *venue) WrapUp(by agent.ID, id telephony.CallID, r wrapup.Request) error {
	return v.settled(func() error { return v.c.Desk(by).WrapUp(v.ctx, id, r) })
}

func (v *venue) Edit(by agent.ID, id telephony.CallID, e callflow.Edit) error {
	if desk := v.c; e.Kind == callflow.Fetch {
		defer func() {
			if desk != v.c { // nobody waits any more for what was asked of another Center
				_ = v.c.Desk(by).edit(v.ctx, id, e)
			}
		}()
	}
	return v.settled(func() error {
		err := v.c.Desk(by).edit(v.ctx, id, e)
		if err != nil && e.Kind == callflow.Fetched && v.cut != nil { // nobody waits any more for what was asked of another Center
			_ = v.c.Desk(by).edit(v.ctx, id, callflow.Edit{Kind: callflow.Fetch, Name: e.Name})
			err = v.c.Desk(by).edit(v.ctx, id, e)
		}
		return err
	})
}

func (v *venue) Save(by agent.ID, id telephony.CallID) error {
	return v.settled(func() error { return v.kept(v.c.Desk(by).Save(v.ctx, id)) })
}

func (v *venue) Put(id telephony.CallID, values map[string]string) error {
	return v.settled(func() error { return v.kept(v.c.Put(v.ctx, id, values)) })
}

func (v *venue) kept(err error) error {
	var not *NotKept
	if errors.As(err, &not) {
		return not.Err
	}
	return err
}

func (v *venue) Assign(id telephony.CallID, to agent.ID) error {
	return v.settled(func() error { return v.c.Offer(v.ctx, id, to) })
}

func (v *venue) GiveUp(id telephony.CallID) error {
	return v.settled(func() error { return v.c.Refuse(v.ctx, id) })
}

func (v *venue) Configure(cfg callflow.Config) error {
	v.cfg = cfg
	s := v.c.Settings()
	s.Policy, s.Popover = cfg.Policy, cfg.Popover
	v.config.Settings = s
	return v.c.Configure(s)
}

func (v *venue) SetDirectory(d target.Directory) {
	v.lists = &d
	v.c.lists.Store(&d)
}

// Reload is a desktop that looks anew: another desk sees the very same.
func (v *venue) Reload(id agent.ID) error {
	if one, other := v.c.Desk(id).View(), v.c.Desk(id).View(); one != other {
		return errors.New("two desks of one agent see different things")
	}
	return nil
}

func (v *venue) Lag(who agent.ID, on bool) {
	for _, k := range v.c.calls.all() {
		in := &input{kind: lagging, by: who, settled: on}
		require.NoError(v.t, v.settled(func() error {
			k, err := v.c.find(v.ctx, k.id)
			if err == nil {
				err = v.c.step(k, in)
			}
			return err
		}))
	}
}

func (v *venue) Phone(ev telephony.Event) error {
	var err error
	switch ev.Kind {
	case telephony.Answered:
		err = v.sw.Answers(ev.Call, ev.Leg)
	case telephony.Gone:
		err = v.sw.HangsUp(ev.Call, ev.Leg, ev.Cause)
	case telephony.DeviceHeld:
		err = v.sw.HoldsOnDevice(ev.Call, ev.Leg)
	case telephony.DeviceRetrieved:
		err = v.sw.TakesBackOnDevice(ev.Call, ev.Leg)
	case telephony.OffHook:
		v.sw.OffHook(ev.Device)
	case telephony.OnHook:
		v.sw.OnHook(ev.Device)
	default:
		v.sw.Say(ev)
	}
	if err != nil { // a phone that says what is not so, or is not so any more
		v.sw.Say(ev)
	}
	return v.happens(nil)
}

func (v *venue) Pass(d time.Duration) {
	time.Sleep(d)
	_ = v.happens(nil)
}

func (v *venue) Misbehave(m callflow.Misdeed) {
	f := simulator.Fault{Verbs: m.Verbs, Every: m.Every, Cause: m.Cause}
	switch {
	case m.Refuse:
		f.Do, f.After = simulator.RefuseLater, max(m.Delay, 0)
	case m.Delay < 0:
		f.Do = simulator.Silence
	default:
		f.Do, f.After = simulator.Late, m.Delay
	}
	v.sw.Inject(f)
}

func (v *venue) Repeat() { v.sw.Repeat(true) }
func (v *venue) Behave() { v.sw.Heal() }
func (v *venue) Slow()   { v.sw.Slow(true) }

func (v *venue) Next(w callflow.Word) error {
	v.forgetSaid()
	words := map[callflow.Word]simulator.What{callflow.DoIt: simulator.Obey, callflow.RefuseIt: simulator.RefuseLater, callflow.ForgetIt: simulator.Silence}
	what, ok := words[w]
	if !ok {
		return errors.New("an adapter delivers in order (duty 1)")
	}
	return v.happens(v.sw.Next(what, telephony.Refused))
}

func (v *venue) CatchUp() error {
	v.forgetSaid()
	v.sw.Slow(false)
	return v.happens(nil)
}

func (v *venue) Again() error {
	v.mu.Lock()
	said := slices.Clone(v.said)
	v.mu.Unlock()
	for _, ev := range said {
		v.sw.Say(ev)
	}
	return v.happens(nil)
}

func (v *venue) forgetSaid() {
	v.mu.Lock()
	v.said = nil
	v.mu.Unlock()
}

func (v *venue) Rings(id telephony.CallID, leg interaction.Party) bool {
	for _, live := range v.sw.Contacts() {
		for _, l := range live.Legs {
			if live.Call == id && l.Leg == leg {
				return l.State == telephony.LegDialled || l.State == telephony.LegAlerting
			}
		}
	}
	return false
}
