package oracle

import (
	"maps"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Witness watches one interaction from its beginning. Its zero value has seen
// nothing yet. A copy goes on by itself, so that a walk which branches can
// branch its witness.
type Witness struct {
	past Past
}

// Began takes the commands of the beginning into account.
func (w *Witness) Began(out *interaction.Output) {
	w.past = Past{Met: No, Blind: No, Search: No, EPDN: No, HeldBefore: No, Answering: No, Commanded: map[telephony.Op]telephony.Verb{}}
	w.commanded(out)
}

// Saw is Stepped, and then May.
func (w *Witness) Saw(before, after interaction.State, what Happening, out *interaction.Output) error {
	if err := w.Stepped(before, after, what, out); err != nil {
		return err
	}
	return w.May(after)
}

// Stepped compares one step, as Compare does, with what it remembers, and
// remembers it.
func (w *Witness) Stepped(before, after interaction.State, what Happening, out *interaction.Output) error {
	v := See(before)
	v.Past = w.past
	err := compare(v, See(after), what, out)
	w.Remember(before, after, what, out)
	return err
}

// Remember is Stepped, for a step that need not be compared.
func (w *Witness) Remember(before, after interaction.State, what Happening, out *interaction.Output) {
	w.remember(See(before), See(after), what)
	w.commanded(out)
}

// May compares every button, as CompareMay does, with what it remembers.
func (w *Witness) May(s interaction.State) error {
	now := See(s)
	now.Past = w.past
	return compareMay(s, now)
}

// AppendAbstract appends to b what it remembers that still matters in the
// state, but for the operations: two witnesses of the same form, of states of
// the same form, judge alike from here on.
func (w *Witness) AppendAbstract(b []byte, s interaction.State) []byte {
	offered, phase := s.Offered(), s.Phase()
	about := func(matters bool, g Guess) {
		if !matters {
			g = CannotTell
		}
		b = append(b, byte(g))
	}
	about(s.Owner() == 0, w.past.Met)
	about(s.Owner() == 0 || s.InFlight() == interaction.Transfer, w.past.Blind)
	about(phase == interaction.Requested, w.past.Search)
	about(s.Consulted() != 0 || phase == interaction.Requested, w.past.EPDN)
	about(phase == interaction.Requested, w.past.HeldBefore)
	about(s.Leg(offered) == telephony.LegAlerting, w.past.Answering)
	return b
}

func (w *Witness) commanded(out *interaction.Output) {
	if len(out.Commands) == 0 {
		return
	}
	w.past.Commanded = maps.Clone(w.past.Commanded)
	for _, c := range out.Commands {
		w.past.Commanded[c.Op] = c.Verb
		if c.Verb == telephony.ConsultationCall {
			w.past.Consult = c.Op
		}
	}
}

func (w *Witness) remember(v, now Situation, what Happening) {
	r := what.Request
	if r.Action != interaction.NoAction && what.Err == nil {
		switch kind := r.To.Kind(); {
		case r.Action == interaction.Consult:
			w.past.Search = guess(kind == telephony.Queue || kind == telephony.EntryPoint || kind == telephony.EPDN)
			w.past.EPDN = guess(kind == telephony.EPDN)
			w.past.HeldBefore = guess(v.Customer.Held)
		case r.Action == interaction.Transfer && v.Stage == Plain:
			w.past.Blind = guess(kind == telephony.Agent || kind == telephony.DialNumber || kind == telephony.Expert)
		case r.Action == interaction.Accept && v.Offered.Phone == telephony.LegAlerting:
			w.past.Answering = Yes
		case r.Action == interaction.Offer && v.Stage == Waiting:
			w.past.Blind = No
		}
	}
	if now.Offered.Party != v.Offered.Party || now.Offered.Phone == telephony.LegUp {
		w.past.Answering = No
	}
	if f := what.Fact; f.Kind == telephony.Failed && (w.past.Commanded[f.Op] == telephony.Answer || f.Op == 0 && f.Leg == v.Offered.Party) {
		w.past.Answering = CannotTell
	}
	if what.Fact.Kind == telephony.NoEvent && r.Action == interaction.NoAction && w.past.Answering == Yes {
		w.past.Answering = CannotTell // its time may be over (OP-4)
	}
	if v.Stage == Requested && now.Customer.Held != v.Customer.Held {
		w.past.HeldBefore = CannotTell // what has been done since stands
	}
	if now.Agent1.here() {
		w.past.Met = Yes
	}
	if now.Stage == Plain && now.Agent1.Party != v.Agent1.Party {
		w.past.Blind, w.past.EPDN = No, No // CON-21: until he becomes the owner
	}
}
