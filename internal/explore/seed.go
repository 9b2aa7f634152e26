package explore

import (
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Seed is one way through an interaction as FuzzEvents of package interaction
// reads it: how it begins, and four bytes a step.
type Seed struct {
	Key   string // what is new in it
	Kind  uint8
	Flags uint32
	Steps []byte
	Ends  interaction.Phase
}

// String is the seed's line in interaction/testdata/walk.seeds.
func (s Seed) String() string {
	return fmt.Sprintf("%d %d %s %s", s.Kind, s.Flags, hex.EncodeToString(s.Steps), s.Ends)
}

// note writes a move down as FuzzEvents reads it, the time since the last one
// before it, and what kind of move it is.
func (x *walk) note(m callflow.Move) {
	x.now.keys = append(x.now.keys, x.kindOf(m))
	x.now.ends = m.After.Phase()
	if m.Before.Phase() == interaction.NotBegun {
		x.now.at = m.At
		return
	}
	clock := m.Request.Action == interaction.NoAction && m.Fact.Kind == telephony.NoEvent
	if tenths := m.At.Sub(x.now.at) / (time.Second / 10); tenths > 0 || clock {
		x.now.seed = append(x.now.seed, 2, byte(tenths), byte(tenths>>8), 0)
		x.now.at = m.At
	}
	if clock {
		return
	}
	step, ok := sown(m)
	x.now.seed = append(x.now.seed, step[:]...)
	x.now.unsaid = x.now.unsaid || !ok
}

// sown is a request or a fact in four bytes; false where they have no room for
// it.
func sown(m callflow.Move) ([4]byte, bool) {
	if r := m.Request; r.Action != interaction.NoAction {
		kinds := []telephony.EndpointKind{telephony.Agent, telephony.Queue, telephony.EntryPoint, telephony.Expert, telephony.DialNumber, telephony.EPDN, telephony.NoEndpoint}
		return [4]byte{0, byte(r.Action), byte(r.By), byte(slices.Index(kinds, r.To.Kind()))}, r.By < 9
	}
	e := m.Fact
	op, more := byte(0), byte(e.Cause)
	switch {
	case e.Op != 0 && e.Op == m.Before.Operation():
		op = 1
	case e.Op != 0 && e.Op == m.Before.RecordingOperation():
		op = 2
	case e.Op != 0 && e.Op == m.Before.ConsultOperation():
		op = 3
	}
	leg := e.Leg
	switch e.Kind {
	case telephony.Arranged:
		leg, more = e.Talk[0], byte(e.Talk[1])
	case telephony.Recorded:
		more = byte(e.Recording)
	}
	return [4]byte{1, 14*op + byte(e.Kind), byte(leg), more}, leg < 9 && e.Talk.Len() <= 2 && more < 16
}

// opening is how an interaction of the policy begins, as FuzzEvents reads it;
// false where it has no word for the policy's times.
func opening(s interaction.State) (kind uint8, flags uint32, ok bool) {
	p := s.Policy()
	for i, on := range []bool{p.Recording, p.PrivacyShield, p.EndConsultEndsCall, p.AskBeforeTransfer, p.ReturnUnaccepted,
		p.EndCallForWebCallback, p.RemoveFromCampaign, p.NoWrapUpIfNotReached, p.KeepNoise} {
		if on {
			flags |= 1 << i
		}
	}
	flags |= uint32(telephony.All&^s.Capabilities()) << 9
	switch [3]time.Duration{p.OperationTimeout, p.AnswerTimeout, p.ConsultTimeout} {
	case [3]time.Duration{5 * time.Second, 20 * time.Second, 20 * time.Second}:
		ok = true
	case [3]time.Duration{60 * time.Second, 5 * time.Second, 5 * time.Second}:
		flags, ok = flags|1<<31, true
	}
	return uint8(s.Kind()) - 1, flags, ok
}

// sow keeps the way to a step of a new kind: the shortest, since states are
// walked breadth first.
func (x *walk) sow(i int) {
	if x.now.unsaid || x.nodes[i].unsaid {
		return
	}
	for _, key := range x.now.keys {
		if x.sown[key] {
			continue
		}
		x.sown[key] = true
		steps := x.now.seed
		for j := i; j >= 0; j = x.nodes[j].parent {
			steps = slices.Concat(x.nodes[j].seed, steps)
		}
		x.res.Seeds = append(x.res.Seeds, Seed{key, x.kind, x.flags, steps, x.now.ends})
	}
}
