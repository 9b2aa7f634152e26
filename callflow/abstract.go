package callflow

import (
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// AppendAbstract appends the stage's abstract form to b: two stages of the same
// form go on alike, but for the numbers that parties and operations were given
// and for the times of timers and deadlines. Variables, reasons and cards are
// left out: no rule about who may do what looks at them.
func (g *Stage) AppendAbstract(b []byte) []byte {
	f := g.p.f
	for _, id := range f.signed {
		b = appendAgent(b, f.agents[id])
	}
	for _, id := range f.order {
		b = f.contacts[id].appendAbstract(b)
	}
	for _, c := range g.stand().pending {
		b = append(b, '|', byte(c.Verb))
		con := f.contacts[c.Call]
		b = con.appendLeg(b, c.Leg)
		for _, l := range c.Talk[:c.Talk.Len()] {
			b = con.appendLeg(b, l)
		}
		b = append(b, flagged(c.Op != 0 && c.Op == con.State.Operation(), c.Op != 0 && c.Op == con.State.RecordingOperation(),
			c.Op != 0 && c.Op == con.State.ConsultOperation(), g.stand().slow))
	}
	return b
}

func appendAgent(b []byte, a agent.State) []byte {
	own, _, cause := a.Own()
	_, waits := a.Choice()
	b = append(b, 'a', byte(own), byte(cause), flagged(waits, a.OffHook()))
	for ch := agent.Voice; ch <= agent.Social; ch++ {
		l := a.Load(ch)
		b = append(b, byte(l.Reserved), byte(l.Engaged), byte(l.WrapUp))
	}
	return b
}

func (c *Contact) appendAbstract(b []byte) []byte {
	b = append(b, 'c')
	b = c.State.AppendAbstract(b)
	var seats [][]byte
	for i := range c.Seats {
		s := &c.Seats[i]
		if s.Left && !s.WrapUp.Dialog() { // what is submitted is history
			continue
		}
		one := append([]byte{'s', byte(c.State.Role(s.Party)), flagged(s.Engaged, s.Left), byte(s.WrapUp.Phase())}, s.Agent...)
		seats = append(seats, one)
	}
	slices.SortFunc(seats, slices.Compare)
	for _, one := range seats {
		b = append(b, one...)
	}
	b = append(b, 'q', byte(c.Want.Reason))
	b = append(b, c.Queue...)
	b = append(b, '-')
	return append(b, c.Excluded...)
}

// appendLeg names a leg by its role, for its number does not matter.
func (c *Contact) appendLeg(b []byte, l telephony.Leg) []byte {
	if l == 0 {
		return append(b, 'n')
	}
	if r := c.State.Role(l); r != interaction.Nobody {
		return append(b, byte(r))
	}
	return append(b, 'g')
}

func flagged(bits ...bool) byte {
	var v byte
	for i, on := range bits {
		if on {
			v |= 1 << i
		}
	}
	return v
}
