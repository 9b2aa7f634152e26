package record

import (
	"encoding/json"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// The documents of version 1. The machines' own snapshots are inside as they
// are, each with a version of its own. Nothing in them is ever given another
// meaning: a document that needs one gets the next version.
type (
	interactionDoc struct {
		Version int                 `json:"version"`
		Mark    Mark                `json:"mark,omitzero"`
		Rev     Revision            `json:"rev"`
		Seq     uint64              `json:"seq"`
		Epoch   uint64              `json:"epoch"`
		At      time.Time           `json:"at"`
		EndedAt time.Time           `json:"endedAt,omitzero"`
		Contact contactDoc          `json:"contact"`
		Orders  []telephony.Command `json:"orders,omitempty"`
		Tasks   []taskDoc           `json:"tasks,omitempty"`
		Told    uint64              `json:"told,omitempty"`
		Presses []pressDoc          `json:"presses,omitempty"`
		Ended   []outcomeDoc        `json:"ended,omitempty"`
		Pressed uint64              `json:"pressed,omitempty"`
		Renewed telephony.Op        `json:"renewed,omitempty"`
	}
	contactDoc struct {
		ID           telephony.CallID   `json:"id"`
		State        json.RawMessage    `json:"state"`
		WrapUp       json.RawMessage    `json:"wrapUp"`
		Customer     telephony.Endpoint `json:"customer"`
		Name         string             `json:"name"`
		DNIS         string             `json:"dnis,omitempty"`
		Queue        string             `json:"queue,omitempty"`
		Seats        []seatDoc          `json:"seats,omitempty"`
		Sending      telephony.Endpoint `json:"sending,omitzero"`
		SentBy       agent.ID           `json:"sentBy,omitempty"`
		Excluded     agent.ID           `json:"excluded,omitempty"`
		Arrived      time.Time          `json:"arrived"`
		Want         string             `json:"want,omitempty"`
		WantTo       telephony.Endpoint `json:"wantTo,omitzero"`
		Sheet        json.RawMessage    `json:"sheet"`
		NoiseRemoved bool               `json:"noiseRemoved,omitempty"`
	}
	seatDoc struct {
		Party   interaction.Party  `json:"party"`
		Agent   agent.ID           `json:"agent,omitempty"`
		Target  telephony.Endpoint `json:"target,omitzero"`
		Offered time.Time          `json:"offered,omitzero"`
		Engaged bool               `json:"engaged,omitempty"`
		Left    bool               `json:"left,omitempty"`
		WrapUp  json.RawMessage    `json:"wrapUp,omitempty"`
		Reader  json.RawMessage    `json:"reader,omitempty"`
		Behind  bool               `json:"behind,omitempty"`
	}
	wrapUpDoc struct { // the interaction's own policy is in its state
		Reasons     []wrapup.Reason `json:"reasons,omitempty"`
		NotRequired bool            `json:"notRequired,omitempty"`
		Automatic   time.Duration   `json:"automatic,omitempty"` // nanoseconds
		MayCancel   bool            `json:"mayCancel,omitempty"`
		Default     wrapup.Code     `json:"default,omitempty"`
	}
	taskDoc struct {
		N      uint64     `json:"n"`
		Agent  agent.ID   `json:"agent"`
		Fact   *factDoc   `json:"fact,omitempty"`
		Notice *noticeDoc `json:"notice,omitempty"`
	}
	factDoc struct {
		What       agent.What    `json:"what"`
		Channel    agent.Channel `json:"channel"`
		Cause      agent.Cause   `json:"cause"`
		Unanswered bool          `json:"unanswered,omitempty"`
	}
	noticeDoc struct {
		To       agent.ID           `json:"to"`
		Contact  telephony.CallID   `json:"contact,omitempty"`
		Kind     string             `json:"kind"`
		Action   interaction.Action `json:"action"`
		About    string             `json:"about,omitempty"`
		Cause    telephony.Cause    `json:"cause"`
		Reason   wrapup.Code        `json:"reason,omitempty"`
		Conflict *cad.Conflict      `json:"conflict,omitempty"`
	}
	pressDoc struct {
		N      uint64             `json:"n"`
		By     agent.ID           `json:"by"`
		Action interaction.Action `json:"action"`
		To     telephony.Endpoint `json:"to,omitzero"`
		Op     telephony.Op       `json:"op"`
		Waits  string             `json:"waits"`
	}
	outcomeDoc struct {
		N      uint64          `json:"n"`
		Result string          `json:"result"`
		Cause  telephony.Cause `json:"cause"`
	}
	agentDoc struct {
		Version  int              `json:"version"`
		Mark     Mark             `json:"mark,omitzero"`
		Rev      Revision         `json:"rev"`
		State    json.RawMessage  `json:"state"`
		Joined   uint64           `json:"joined,omitempty"`
		At       time.Time        `json:"at"`
		Reserved []reservationDoc `json:"reserved,omitempty"`
		Seen     []seenDoc        `json:"seen,omitempty"`
		Notices  []numberedDoc    `json:"notices,omitempty"`
		Told     uint64           `json:"told,omitempty"`
	}
	reservationDoc struct {
		Call    telephony.CallID `json:"call"`
		Channel agent.Channel    `json:"channel"`
		Until   time.Time        `json:"until"`
		Before  json.RawMessage  `json:"before"`
	}
	seenDoc struct {
		Call telephony.CallID `json:"call"`
		N    uint64           `json:"n"`
	}
	numberedDoc struct {
		N      uint64    `json:"n"`
		At     time.Time `json:"at"`
		Notice noticeDoc `json:"notice"`
	}
)

// The words of what has none elsewhere.
var (
	waitWords   = []string{"wish", "recording", "taken", "answer"}
	resultWords = []string{"done", "failed", "overtaken", "unknown"}
)

// Encode is the record as a store keeps it. An error means that the record holds
// what this package never put there.
func (r *Interaction) Encode() ([]byte, error) {
	contact, err := contactOf(&r.Contact)
	if err != nil {
		return nil, err
	}
	d := interactionDoc{Version: version, Mark: r.Mark, Rev: r.Rev, Seq: r.Seq, Epoch: r.Epoch, At: r.At, EndedAt: r.EndedAt, Contact: contact,
		Orders: r.Orders, Told: r.Told, Pressed: r.Pressed, Renewed: r.Renewed}
	for _, t := range r.Tasks {
		doc := taskDoc{N: t.N, Agent: t.Agent}
		if t.Notice != nil {
			n := noticeOf(t.Notice)
			doc.Notice = &n
		} else {
			doc.Fact = &factDoc{t.Fact.What, t.Fact.Channel, t.Fact.Cause, t.Fact.Unanswered}
		}
		d.Tasks = append(d.Tasks, doc)
	}
	for _, p := range r.Presses {
		d.Presses = append(d.Presses, pressDoc{p.N, p.By, p.Action, p.To.Endpoint(), p.Op, waitWords[p.Waits]})
	}
	for _, o := range r.Ended {
		d.Ended = append(d.Ended, outcomeDoc{o.N, resultWords[o.Result], o.Cause})
	}
	return sealed(KindInteraction, d)
}

func contactOf(c *callflow.Contact) (d contactDoc, err error) {
	d = contactDoc{ID: c.ID, Customer: c.Customer, Name: c.Name, DNIS: c.DNIS, Queue: c.Queue, Sending: c.Sending.Endpoint(), SentBy: c.SentBy,
		Excluded: c.Excluded, Arrived: c.Arrived, WantTo: c.Want.To.Endpoint(), NoiseRemoved: c.NoiseRemoved}
	if c.Want.Reason != interaction.NotWanted {
		d.Want = c.Want.Reason.String()
	}
	if d.State, err = c.State.Snapshot(); err != nil {
		return d, err
	}
	if d.Sheet, err = c.Sheet.Snapshot(); err != nil {
		return d, err
	}
	w := &c.Policy.WrapUp
	var reasons []wrapup.Reason
	if !w.Reasons.IsZero() {
		reasons = w.Reasons.All()
	}
	if d.WrapUp, err = json.Marshal(wrapUpDoc{reasons, w.NotRequired, w.Automatic, w.MayCancelAutomatic, w.Default}); err != nil {
		return d, err
	}
	for i := range c.Seats {
		s := &c.Seats[i]
		seat := seatDoc{Party: s.Party, Agent: s.Agent, Target: s.Target.Endpoint(), Offered: s.Offered, Engaged: s.Engaged, Left: s.Left, Behind: s.Behind}
		if s.WrapUp != (wrapup.State{}) {
			if seat.WrapUp, err = s.WrapUp.Snapshot(); err != nil {
				return d, err
			}
		}
		if s.Reader.Agent() != "" {
			if seat.Reader, err = s.Reader.Snapshot(c.Sheet); err != nil {
				return d, err
			}
		}
		d.Seats = append(d.Seats, seat)
	}
	return d, nil
}

func noticeOf(n *callflow.Notice) noticeDoc {
	return noticeDoc{n.To, n.Contact, n.Kind, n.Action, n.About, n.Cause, n.Reason, n.Conflict}
}

// Encode is the record as a store keeps it.
func (a *Agent) Encode() ([]byte, error) {
	state, err := a.State.Snapshot()
	if err != nil {
		return nil, err
	}
	d := agentDoc{Version: version, Mark: a.Mark, Rev: a.Rev, State: state, Joined: a.Joined, At: a.At, Told: a.Told}
	for _, r := range a.Reserved {
		before, err := r.Before.Snapshot()
		if err != nil {
			return nil, err
		}
		d.Reserved = append(d.Reserved, reservationDoc{r.Call, r.Channel, r.Until, before})
	}
	for _, s := range a.Seen {
		d.Seen = append(d.Seen, seenDoc(s))
	}
	for i := range a.Notices {
		n := &a.Notices[i]
		d.Notices = append(d.Notices, numberedDoc{n.N, n.At, noticeOf(&n.Notice)})
	}
	return sealed(KindAgent, d)
}

func sealed(kind string, doc any) ([]byte, error) {
	body, err := json.Marshal(doc)
	if err != nil {
		return nil, err
	}
	return seal(kind, body), nil
}
