package record

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/internal/strict"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Decoder reads records. What many have in common it keeps once, so that a
// centre is not larger after a restart than before. Any number of goroutines can
// use one.
type Decoder struct {
	mu       sync.Mutex
	policies map[string]wrapup.Policy
}

// maxPolicies bounds what a decoder keeps; there are a few for each queue.
const maxPolicies = 4096

// NewDecoder makes one.
func NewDecoder() *Decoder { return &Decoder{policies: map[string]wrapup.Policy{}} }

// Interaction reads what Encode gave: ErrCorrupt or ErrNewer for anything else.
// The error holds nothing of the record's values.
func (d *Decoder) Interaction(data []byte) (*Interaction, error) {
	var doc interactionDoc
	if err := open(KindInteraction, data, &doc); err != nil {
		return nil, err
	}
	r := &Interaction{Head: Head{Rev: doc.Rev, Mark: doc.Mark}, Seq: doc.Seq, Epoch: doc.Epoch, At: doc.At, EndedAt: doc.EndedAt,
		Orders: doc.Orders, Told: doc.Told, Pressed: doc.Pressed, Renewed: doc.Renewed}
	var err error
	if r.Contact, err = d.contact(&doc.Contact); err != nil {
		return nil, err
	}
	for _, t := range doc.Tasks {
		task := Task{N: t.N, Agent: t.Agent}
		switch {
		case t.Fact != nil && t.Notice == nil:
			task.Fact = agent.Fact{What: t.Fact.What, Channel: t.Fact.Channel, Cause: t.Fact.Cause, Unanswered: t.Fact.Unanswered}
		case t.Notice != nil && t.Fact == nil:
			n := t.Notice.notice()
			task.Notice = &n
		default:
			return nil, corrupt("tasks", errNeither)
		}
		r.Tasks = append(r.Tasks, task)
	}
	for _, p := range doc.Presses {
		to, err := target(p.To)
		if err != nil {
			return nil, corrupt("presses", err)
		}
		waits := slices.Index(waitWords, p.Waits)
		if waits < 0 {
			return nil, corrupt("presses", errWord)
		}
		r.Presses = append(r.Presses, Press{p.N, p.By, p.Action, to, p.Op, Waits(waits)})
	}
	for _, o := range doc.Ended {
		result := slices.Index(resultWords, o.Result)
		if result < 0 {
			return nil, corrupt("outcomes", errWord)
		}
		r.Ended = append(r.Ended, Outcome{o.N, Result(result), o.Cause})
	}
	return r, nil
}

var (
	errNeither = errors.New("neither a fact nor a notice")
	errWord    = errors.New("a word that is not known")
)

// wants are the reasons by their words.
var wants = func() map[string]interaction.WantReason {
	words := map[string]interaction.WantReason{"": interaction.NotWanted}
	for w := interaction.Arrived; w <= interaction.ConsultAgain; w++ {
		words[w.String()] = w
	}
	return words
}()

func (d *Decoder) contact(doc *contactDoc) (c callflow.Contact, err error) {
	c = callflow.Contact{ID: doc.ID, Customer: doc.Customer, Name: doc.Name, DNIS: doc.DNIS, Queue: doc.Queue, SentBy: doc.SentBy,
		Excluded: doc.Excluded, Arrived: doc.Arrived, NoiseRemoved: doc.NoiseRemoved}
	if c.ID == "" {
		return c, corrupt("contact", errors.New("no id"))
	}
	if c.State, err = interaction.Restore(doc.State); err != nil {
		return c, corrupt("state", err)
	}
	if c.Policy.WrapUp, err = d.policy(doc.WrapUp); err != nil {
		return c, corrupt("wrap-up policy", err)
	}
	if c.Sheet, err = cad.Restore(doc.Sheet); err != nil {
		return c, corrupt("variables", err)
	}
	if c.Sending, err = target(doc.Sending); err != nil {
		return c, corrupt("target", err)
	}
	var known bool
	if c.Want.Reason, known = wants[doc.Want]; !known {
		return c, corrupt("want", errWord)
	}
	if c.Want.To, err = target(doc.WantTo); err != nil {
		return c, corrupt("target", err)
	}
	if len(doc.Seats) > 0 {
		c.Seats = make([]callflow.Seat, 0, max(inline, len(doc.Seats)))
	}
	for i := range doc.Seats {
		s := &doc.Seats[i]
		seat := callflow.Seat{Party: s.Party, Agent: s.Agent, Offered: s.Offered, Engaged: s.Engaged, Left: s.Left, Behind: s.Behind}
		if seat.Target, err = target(s.Target); err != nil {
			return c, corrupt("target", err)
		}
		if s.WrapUp != nil {
			if seat.WrapUp, err = wrapup.Restore(s.WrapUp); err != nil {
				return c, corrupt("wrap-up", err)
			}
		}
		if s.Reader != nil {
			if seat.Reader, err = cad.RestoreReader(c.Sheet, s.Reader); err != nil {
				return c, corrupt("reader", err)
			}
		}
		c.Seats = append(c.Seats, seat)
	}
	return c, nil
}

func (d *Decoder) policy(raw json.RawMessage) (wrapup.Policy, error) {
	d.mu.Lock()
	p, known := d.policies[string(raw)]
	d.mu.Unlock()
	if known {
		return p, nil
	}
	var doc wrapUpDoc
	if err := json.Unmarshal(raw, &doc); err != nil {
		return p, err
	}
	reasons, err := wrapup.NewReasons(doc.Reasons...)
	if err != nil {
		return p, err
	}
	p = wrapup.Policy{Reasons: reasons, NotRequired: doc.NotRequired, Automatic: doc.Automatic, MayCancelAutomatic: doc.MayCancel, Default: doc.Default}
	if _, err := wrapup.New(p); err != nil {
		return p, err
	}
	d.mu.Lock()
	if len(d.policies) < maxPolicies {
		d.policies[string(raw)] = p
	}
	d.mu.Unlock()
	return p, nil
}

// target is a target that was one: a number has to pass for one again (DN-7).
func target(e telephony.Endpoint) (interaction.Target, error) {
	switch e.Kind {
	case telephony.NoEndpoint:
		return interaction.Target{}, nil
	case telephony.Agent:
		return interaction.ToAgent(agent.ID(e.Address)), nil
	case telephony.Queue:
		return interaction.ToQueue(e.Address), nil
	case telephony.EntryPoint:
		return interaction.ToEntryPoint(e.Address), nil
	case telephony.Expert:
		return interaction.ToExpert(e.Address), nil
	case telephony.DialNumber, telephony.EPDN:
		n, err := dialnumber.New(e.Address)
		if err != nil {
			return interaction.Target{}, err
		}
		if e.Kind == telephony.EPDN {
			return interaction.ToEPDN(n), nil
		}
		return interaction.ToNumber(n), nil
	}
	return interaction.Target{}, fmt.Errorf("%v is no target", e.Kind)
}

func (n *noticeDoc) notice() callflow.Notice {
	return callflow.Notice{To: n.To, Contact: n.Contact, Kind: n.Kind, Action: n.Action, About: n.About, Cause: n.Cause, Reason: n.Reason, Conflict: n.Conflict}
}

// Agent reads what Encode gave: ErrCorrupt or ErrNewer for anything else.
func (d *Decoder) Agent(data []byte) (*Agent, error) {
	var doc agentDoc
	if err := open(KindAgent, data, &doc); err != nil {
		return nil, err
	}
	a := &Agent{Head: Head{Rev: doc.Rev, Mark: doc.Mark}, Joined: doc.Joined, At: doc.At, Told: doc.Told}
	var err error
	if a.State, err = agent.Restore(doc.State); err != nil {
		return nil, corrupt("state", err)
	}
	for _, r := range doc.Reserved {
		before, err := agent.Restore(r.Before)
		if err != nil {
			return nil, corrupt("reservation", err)
		}
		a.Reserved = append(a.Reserved, Reservation{r.Call, r.Channel, r.Until, before})
	}
	for _, s := range doc.Seen {
		a.Seen = append(a.Seen, Seen(s))
	}
	for i := range doc.Notices {
		n := &doc.Notices[i]
		a.Notices = append(a.Notices, Numbered{n.N, n.At, n.Notice.notice()})
	}
	return a, nil
}

// open takes a document out of its envelope.
func open(kind string, data []byte, into any) error {
	body, v, err := unseal(kind, data)
	if err != nil {
		return err
	}
	if part, why := strict.Decode(body, v, into); part != "" {
		return corrupt(part, errors.New(why))
	}
	return nil
}
