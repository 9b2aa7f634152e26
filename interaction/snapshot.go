package interaction

import (
	"encoding/json"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/internal/strict"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// snapshotVersion grows when the document below changes. A version reads its
// predecessor's, so that an upgrade drops no live call; this is the first.
const snapshotVersion = 1

type snapshot struct {
	Version  int               `json:"version"`
	Phase    Phase             `json:"phase"`
	Kind     Kind              `json:"kind"`
	Parties  [nSlots]partyWire `json:"parties"`
	Talk     uint8             `json:"talk"`
	Rec      rec               `json:"rec"`
	Wish     wish              `json:"wish"`
	WishFor  uint8             `json:"wishFor"`
	Unsure   wish              `json:"unsure"`
	Op       telephony.Op      `json:"op"`
	RecOp    telephony.Op      `json:"recOp"`
	OpBy     int64             `json:"opBy"`
	RingBy   int64             `json:"ringBy"`
	RecBy    int64             `json:"recBy"`
	NParty   Party             `json:"parties_given"`
	NOp      telephony.Op      `json:"ops_given"`
	TookBack Party             `json:"tookBack"`
	Via      uint8             `json:"via"`
	Flags    uint8             `json:"flags"`
	Ending   Ending            `json:"ending"`
	Cause    telephony.Cause   `json:"cause"`
	Policy   policyWire        `json:"policy"`
}

type partyWire struct {
	ID    Party        `json:"id"`
	Op    telephony.Op `json:"op"`
	Role  Role         `json:"role"`
	Leg   leg          `json:"leg"`
	Came  uint8        `json:"came"`
	Flags uint8        `json:"flags"`
	Since int64        `json:"since"`
}

type policyWire struct {
	Seconds [6]uint16 `json:"seconds"` // pause, answer, consult, outsider, acceptance, operation
	Flags   uint16    `json:"flags"`
	Caps    uint16    `json:"capabilities"`
	Parties uint8     `json:"parties"`
}

// Snapshot writes the whole state as JSON, deadlines and policy included.
// Restore(Snapshot(s)) is s.
func (s State) Snapshot() ([]byte, error) {
	q := s.pol
	w := snapshot{
		Version: snapshotVersion, Phase: s.phase, Kind: s.kind, Talk: s.talk, Rec: s.rec, Wish: s.wish, WishFor: s.wishFor, Unsure: s.unsure,
		Op: s.op, RecOp: s.recOp, OpBy: s.opBy, RingBy: s.ringBy, RecBy: s.recBy, NParty: s.nParty, NOp: s.nOp,
		TookBack: s.tookBack, Via: uint8(s.via), Flags: s.flags, Ending: s.ending, Cause: s.cause,
		Policy: policyWire{[6]uint16{q.pause, q.answer, q.consult, q.outsider, q.acceptance, q.operation}, q.flags, uint16(q.caps), q.parties},
	}
	for i, p := range s.p {
		w.Parties[i] = partyWire{p.id, p.op, p.role, p.leg, uint8(p.came), p.flags, p.since}
	}
	return json.Marshal(w)
}

// Restore reads what Snapshot wrote. A document that is truncated, of an
// unknown version, has an unknown field, or contradicts itself is an error
// that matches ErrInvalid, never a half-state.
func Restore(data []byte) (State, error) {
	var w snapshot
	if field, reason := strict.Decode(data, snapshotVersion, &w); reason != "" {
		return State{}, fmt.Errorf("%w: snapshot: %s %s", ErrInvalid, field, reason)
	}
	q := w.Policy
	s := State{
		phase: w.Phase, kind: w.Kind, talk: w.Talk, rec: w.Rec, wish: w.Wish, wishFor: w.WishFor, unsure: w.Unsure, op: w.Op, recOp: w.RecOp,
		opBy: w.OpBy, ringBy: w.RingBy, recBy: w.RecBy, nParty: w.NParty, nOp: w.NOp, tookBack: w.TookBack,
		via: telephony.EndpointKind(w.Via), flags: w.Flags, ending: w.Ending, cause: w.Cause,
		pol: policy{q.Seconds[0], q.Seconds[1], q.Seconds[2], q.Seconds[3], q.Seconds[4], q.Seconds[5], q.Flags, telephony.Capabilities(q.Caps), q.Parties},
	}
	for i, p := range w.Parties {
		s.p[i] = party{p.Since, p.ID, p.Op, p.Role, p.Leg, telephony.EndpointKind(p.Came), p.Flags}
	}
	if why := s.broken(); why != "" {
		return State{}, fmt.Errorf("%w: snapshot contradicts itself: %s", ErrInvalid, why)
	}
	return s, nil
}

// MarshalJSON is Snapshot.
func (s State) MarshalJSON() ([]byte, error) { return s.Snapshot() }

// UnmarshalJSON is Restore.
func (s *State) UnmarshalJSON(data []byte) error {
	r, err := Restore(data)
	if err == nil {
		*s = r
	}
	return err
}
