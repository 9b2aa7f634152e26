package oracle

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// walker leads one interaction through what its choices say, by its exported
// doors only, and shows each step to a witness and to Compare.
type walker struct {
	choices []byte
	s       interaction.State
	out     interaction.Output
	now     time.Time
	witness Witness
	queue   []telephony.Event // what the switch has still to say
	told    []telephony.Event // what it has said, for repeats
	last    interaction.Party
	story   []string
	steps   int
	changed map[string]int // what was seen, so that a test can tell that it saw enough
}

// pick is a choice below n; 0 when there is none left.
func (w *walker) pick(n int) int {
	if len(w.choices) == 0 {
		return 0
	}
	c := int(w.choices[0])
	w.choices = w.choices[1:]
	return c % n
}

func (w *walker) flip() bool { return w.pick(2) == 1 }

func (w *walker) begin() error {
	kinds := []interaction.Kind{interaction.Inbound, interaction.Inbound, interaction.Inbound, interaction.CourtesyCallback,
		interaction.WebCallback, interaction.Outdial, interaction.Preview, interaction.Chat, interaction.Email, interaction.Social}
	o := interaction.Opening{Kind: kinds[w.pick(len(kinds))], Capabilities: telephony.All, Policy: interaction.Policy{
		Recording: w.flip(), PrivacyShield: w.flip(), EndConsultEndsCall: w.flip(), AskBeforeTransfer: w.flip(),
		ReturnUnaccepted: w.flip(), EndCallForWebCallback: w.flip(), RemoveFromCampaign: w.flip(), NoWrapUpIfNotReached: w.flip()}}
	switch w.pick(8) {
	case 6: // all but one or two
		one, other := w.pick(12), w.pick(12)
		o.Capabilities &^= 1<<one | 1<<other
	case 7:
		o.Capabilities = telephony.Capabilities(w.pick(256)<<8|w.pick(256)) & telephony.All
	}
	switch w.pick(8) {
	case 6: // a phone rings for a shorter time than the switch may take
		o.Policy.OperationTimeout = time.Minute
	case 7:
		o.Policy.ConferenceParties = 2
	}
	if o.Kind == interaction.Outdial {
		o.Agent = interaction.ToAgent("A0")
	}
	w.now = time.Unix(1_000_000, 0)
	s, err := interaction.New(w.now, o, &w.out)
	if err != nil {
		return err
	}
	w.s = s
	w.witness.Began(&w.out)
	w.story = append(w.story, fmt.Sprintf("%v %+v, switch %v", o.Kind, o.Policy, o.Capabilities))
	w.obey()
	return nil
}

func (w *walker) obey() {
	for _, c := range w.out.Commands {
		w.last = max(w.last, c.Leg)
		switch w.pick(24) {
		case 22:
			w.queue = append(w.queue, telephony.Event{Kind: telephony.Failed, Op: c.Op, Leg: c.Leg, Cause: telephony.Refused})
		case 23: // silence
		default:
			telephony.Obey(c, func(e telephony.Event) { w.queue = append(w.queue, e) })
		}
	}
}

var causes = []telephony.Cause{telephony.HungUp, telephony.NoAnswer, telephony.Declined, telephony.Busy, telephony.DeviceFailure}

var number = func() dialnumber.Number {
	n, _ := dialnumber.New("5550100")
	return n
}()

func (w *walker) target() interaction.Target {
	switch w.pick(8) {
	case 0:
		return interaction.ToQueue("Q")
	case 1:
		return interaction.ToNumber(number)
	case 2:
		return interaction.ToExpert("E")
	case 3:
		return interaction.ToEPDN(number)
	case 4:
		return interaction.ToEntryPoint("P")
	}
	return interaction.ToAgent(agent.ID(fmt.Sprintf("A%d", w.pick(4))))
}

// everybody who is here.
func (w *walker) everybody() []interaction.Party {
	var all []interaction.Party
	for _, p := range []interaction.Party{w.s.Customer(), w.s.Owner(), w.s.Consulted(), w.s.Offered()} {
		if p != 0 {
			all = append(all, p)
		}
	}
	return all
}

// here is one of them.
func (w *walker) here() interaction.Party {
	all := w.everybody()
	if len(all) == 0 {
		return 0
	}
	return all[w.pick(len(all))]
}

func (w *walker) request() Happening {
	r := interaction.Request{By: w.here()}
	all := interaction.Actions()
	switch w.pick(8) {
	case 0:
		r.By, r.Action = interaction.Centre, interaction.Offer
	case 1:
		r.By, r.Action = interaction.Centre, []interaction.Action{interaction.Offer, interaction.Refuse}[w.pick(2)]
	case 2: // anything at all
		r.Action = all[w.pick(len(all))]
	default: // what a desk shows as allowed, rather than what ends it all
		var may []interaction.Action
		for _, p := range w.s.Permissions(r.By, nil) {
			quiet := p.Action >= interaction.Mute || p.Action == interaction.End
			if p.Err == nil && (!quiet || w.pick(8) == 0) {
				may = append(may, p.Action)
			}
		}
		if len(may) == 0 {
			r.Action = all[w.pick(len(all))]
			break
		}
		r.Action = may[w.pick(len(may))]
	}
	switch a := r.Action; {
	case a == interaction.Offer, a == interaction.Accept && w.s.Kind() == interaction.Preview:
		r.To = interaction.ToAgent("A1")
	case a == interaction.Consult, a == interaction.Transfer && w.s.Consulted() == 0:
		r.To = w.target()
	case a == interaction.SendDigits:
		r.Digits = "12#"
	}
	return Happening{Request: r}
}

func (w *walker) fact() Happening {
	p := w.here()
	e := telephony.Event{Leg: p}
	switch w.pick(16) {
	case 0:
		e.Kind, e.Cause = telephony.Gone, causes[w.pick(len(causes))]
	case 1:
		e.Kind = telephony.DeviceHeld
	case 2:
		e.Kind = telephony.DeviceRetrieved
		for _, q := range w.everybody() { // rather one who holds
			if w.s.HeldOnDevice(q) {
				e.Leg = q
			}
		}
	case 3:
		e.Kind = telephony.Alerting
	case 4: // who left long ago
		e.Kind, e.Leg = telephony.Answered, interaction.Party(1+w.pick(1+int(w.last)))
	case 5: // an arrangement that nobody asked for
		e = telephony.Event{Kind: telephony.Arranged, Talk: telephony.LegsOf(w.here())}
	case 6:
		e = telephony.Event{Kind: telephony.Arranged}
	case 7:
		if len(w.told) > 0 { // something again, late
			e = w.told[w.pick(len(w.told))]
		}
	case 8:
		e = telephony.Event{Kind: telephony.Arranged, Talk: telephony.LegsOf(w.s.Customer(), w.s.Consulted())}
	case 9:
		e = telephony.Event{Kind: telephony.Recorded, Recording: telephony.Recording(w.pick(3))}
	case 10:
		e.Kind, e.Op = telephony.Diverted, w.s.Operation()
		e.Leg = max(w.s.Consulted(), w.s.Offered())
	case 11: // refused, it does not say which order
		e.Kind, e.Cause = telephony.Failed, telephony.Refused
	}
	if e.Kind == telephony.NoEvent { // somebody answers his phone
		e.Kind, e.Leg = telephony.Answered, p
		if q := w.s.Offered(); q != 0 && w.s.Leg(q) != telephony.LegUp {
			e.Leg = q
		}
	}
	return Happening{Fact: e}
}

// next chooses what happens.
func (w *walker) next() Happening {
	if len(w.queue) > 0 && w.pick(4) > 0 {
		e := w.queue[0]
		w.queue = w.queue[1:]
		if w.pick(16) == 15 { // overtaken by the next
			w.queue = append(w.queue, e)
		}
		return Happening{Fact: e}
	}
	switch w.pick(16) {
	case 0, 1, 2, 3, 4:
		return w.fact()
	case 5:
		return Happening{}
	}
	return w.request()
}

func (w *walker) step() error {
	h := w.next()
	before := w.s
	now := w.now.Add(time.Duration(w.pick(3)) * time.Second)
	if due, ok := before.Deadline(); ok && h.Request.Action == 0 && h.Fact.Kind == 0 && w.pick(4) > 0 {
		now = due
	}
	if now.After(w.now) {
		w.now = now
	}
	h.Now = w.now
	switch {
	case h.Request.Action != interaction.NoAction:
		w.s, h.Err = before.Request(w.now, h.Request, &w.out)
	case h.Fact.Kind != telephony.NoEvent:
		w.told = append(w.told, h.Fact)
		w.s, h.Err = before.Fact(w.now, h.Fact, &w.out)
	default:
		w.s = before.Tick(w.now, &w.out)
	}
	w.steps++
	w.story = append(w.story, fmt.Sprintf("%v (%v)\n      -> %v", h, h.Err, See(w.s).Scene))
	if w.changed != nil && h.Err == nil {
		word := "the clock"
		if h.Request.Action != 0 {
			word = h.Request.Action.String()
		} else if h.Fact.Kind != 0 {
			word = h.Fact.Kind.String()
		}
		w.changed[fmt.Sprintf("%v, %s: %v", See(before).Stage, word, See(w.s).Stage)]++
	}
	if err := w.witness.Saw(before, w.s, h, &w.out); err != nil {
		return err
	}
	if err := Compare(before, w.s, h, &w.out); err != nil {
		return fmt.Errorf("without memory: %w", err)
	}
	w.obey()
	return nil
}

func (w *walker) walk() error {
	if err := w.begin(); err != nil {
		return err
	}
	for range 400 {
		if len(w.choices) == 0 {
			return nil
		}
		if err := w.step(); err != nil {
			return err
		}
		if w.s.Phase() == interaction.Ended && w.pick(4) == 0 {
			return nil
		}
	}
	return nil
}

func bytesOf(seed uint64, n int) []byte {
	rnd := rand.New(rand.NewPCG(seed, 2))
	b := make([]byte, 0, n+8)
	for len(b) < n {
		b = binary.LittleEndian.AppendUint64(b, rnd.Uint64())
	}
	return b
}

func TestWalk(t *testing.T) {
	walks := 12_000
	if testing.Short() {
		walks = 3_000
	}
	steps, changed := 0, map[string]int{}
	for seed := range uint64(walks) {
		w := &walker{choices: bytesOf(seed, 600), changed: changed}
		if err := w.walk(); err != nil {
			for _, line := range w.story {
				t.Log(line)
			}
			t.Fatalf("seed %d: %v", seed, err)
		}
		steps += w.steps
	}
	t.Logf("%d walks, %d steps, %d kinds of steps", walks, steps, len(changed))
	require.Greater(t, len(changed), 100)
}

func FuzzOracle(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed, []byte{})
	}
	f.Fuzz(func(t *testing.T, seed uint64, steps []byte) {
		w := &walker{choices: slices.Concat(steps[:min(len(steps), 2000)], bytesOf(seed, 300))}
		if err := w.walk(); err != nil {
			for _, line := range w.story {
				t.Log(line)
			}
			t.Fatal(err)
		}
	})
}
