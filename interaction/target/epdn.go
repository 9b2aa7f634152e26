package target

import (
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

// NumberedEntryPoint is one line of the list of entry points by number.
type NumberedEntryPoint struct {
	Number     dialnumber.Number
	EntryPoint Place
}

// Target is the number as an EP-DN (CON-20).
func (e NumberedEntryPoint) Target() interaction.Target { return interaction.ToEPDN(e.Number) }

// EPDNs lists the entry points that have a number, for an EP-DN consult. The
// search takes a number: all but digits and + # * : is removed from it (DN-3),
// letters too, and what is left, without a leading +, has to be part of the
// number (CON-20). Where nothing is left, everything is found.
func (d Directory) EPDNs(search string) []NumberedEntryPoint {
	if tooLong(search) {
		return nil
	}
	var q query
	q.digits, _ = numeric(search)
	var out []NumberedEntryPoint
	for i := range d.get().epdns {
		r := &d.get().epdns[i]
		if q.digits == "" || q.partly(r.numbers) {
			out = append(out, NumberedEntryPoint{r.item.Number, d.get().points[d.get().pointByID[r.item.EntryPoint]].item})
		}
	}
	return out
}

// Number makes the target of a number that was typed or pasted for a consult or
// a transfer. A consult of a number that equals a configured EP-DN is an EP-DN
// consult; every other number is dialled as it is (CON-20, D7). The error is
// package dialnumber's, with the rule that the text breaks (DN-7).
func (d Directory) Number(a interaction.Action, text string) (interaction.Target, error) {
	n, err := dialnumber.New(text)
	if err != nil {
		return interaction.Target{}, err
	}
	if i, ok := d.get().epdnByNum[n.Canonical()]; ok && a == interaction.Consult {
		return interaction.ToEPDN(d.get().epdns[i].item.Number), nil
	}
	return interaction.ToNumber(n), nil
}
