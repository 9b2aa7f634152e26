package oracle

import (
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Witness watches one interaction from its beginning. Its zero value has seen
// nothing yet.
type Witness struct {
	past Past
}

// Began takes the commands of the beginning into account.
func (w *Witness) Began(out *interaction.Output) {
	w.past = Past{Met: No, Blind: No, Search: No, EPDN: No, HeldBefore: No, Answering: No, Commanded: map[telephony.Op]telephony.Verb{}}
	w.commanded(out)
}

// Saw compares one step and every button after it, as Compare and CompareMay
// do, with what it remembers.
func (w *Witness) Saw(before, after interaction.State, what Happening, out *interaction.Output) error {
	v, now := See(before), See(after)
	v.Past = w.past
	err := compare(v, now, what, out)
	w.remember(v, now, what)
	w.commanded(out)
	if err != nil {
		return err
	}
	now.Past = w.past
	return compareMay(after, now)
}

func (w *Witness) commanded(out *interaction.Output) {
	for _, c := range out.Commands {
		w.past.Commanded[c.Op] = c.Verb
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
	if op := what.Fact.Op; what.Fact.Kind == telephony.Failed && w.past.Commanded[op] == telephony.Answer {
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
