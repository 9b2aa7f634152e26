package explore

import (
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// fresh reports whether a move is the first of its form: from a state of this
// form to one of that form, by the same happening, with the same words, told of
// parties of the same roles. A move of a form that was judged already would be
// judged alike. A refusal is always fresh, for what was refused is not seen in
// it.
func (x *walk) fresh(m callflow.Move) bool {
	if m.Fact.Kind == telephony.Failed {
		return true
	}
	was, is, r, e := m.Before, m.After, m.Request, m.Fact
	roles := func(ps ...telephony.Leg) {
		for _, p := range ps {
			x.buf = append(x.buf, byte(was.Role(p))<<4|byte(is.Role(p)))
		}
	}
	op := func(op telephony.Op) byte {
		return flagged(op == 0, op == was.Operation(), op == was.RecordingOperation(), op == was.ConsultOperation(),
			op == is.Operation(), op == is.RecordingOperation(), op == is.ConsultOperation())
	}
	x.buf = append(x.buf[:0], 'm')
	x.buf = x.now.witness.AppendAbstract(was.AppendAbstract(x.buf), was)
	x.buf = is.AppendAbstract(x.buf)
	x.buf = append(x.buf, byte(r.Action), byte(r.To.Kind()), byte(e.Kind), byte(e.Cause), byte(e.Recording), op(e.Op))
	roles(r.By, e.Leg)
	roles(e.Talk[:]...)
	for _, c := range m.Output.Commands {
		x.buf = append(x.buf, byte(c.Verb), byte(c.To.Kind), op(c.Op))
		roles(c.Leg, c.Owner)
		roles(c.Talk[:]...)
	}
	for _, a := range m.Output.Agents {
		x.buf = append(x.buf, 'a', byte(a.Kind), byte(a.Cause))
		roles(a.Party)
	}
	for _, n := range m.Output.Notices {
		x.buf = append(x.buf, 'n', byte(n.Kind), byte(n.Action), byte(n.Cause))
		roles(n.To, n.About)
	}
	x.buf = append(x.buf, byte(m.Output.Want.Reason), byte(len(m.Output.Ignored)))
	return x.first()
}

// first reports whether what stands in the buffer is seen for the first time.
func (x *walk) first() bool {
	if x.forms[string(x.buf)] {
		return false
	}
	x.forms[string(x.buf)] = true
	return true
}

// flagged puts bits into a byte.
func flagged(bits ...bool) byte {
	var v byte
	for i, on := range bits {
		if on {
			v |= 1 << i
		}
	}
	return v
}

// kindOf is what kind of step a move is, for those who want one of each: from
// where to where, by what, and what was commanded.
func (x *walk) kindOf(m callflow.Move) string {
	x.buf = append(x.buf[:0], byte(m.Before.Phase()), byte(m.After.Phase()), byte(m.Request.Action), byte(m.Before.Role(m.Request.By)),
		byte(m.Fact.Kind), byte(m.Before.Role(m.Fact.Leg)))
	for _, c := range m.Output.Commands {
		x.buf = append(x.buf, byte(c.Verb))
	}
	return string(x.buf)
}
