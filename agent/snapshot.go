package agent

import (
	"encoding/json"
	"math"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/internal/strict"
)

// version is the snapshot's. A new one must read its predecessor's, so that an
// upgrade drops no agent.
const version = 1

type snapshot struct {
	Version int                      `json:"version"`
	Status  *Status                  `json:"status"`
	Code    IdleCode                 `json:"code,omitempty"`
	Cause   Cause                    `json:"cause"`
	Choice  IdleCode                 `json:"choice,omitempty"`
	OffHook bool                     `json:"offHook,omitempty"`
	Since   int64                    `json:"since"` // Unix nanoseconds
	Load    map[Channel]loadSnapshot `json:"load,omitempty"`
	Policy  *policySnapshot          `json:"policy,omitempty"` // none: the default
}

type loadSnapshot struct {
	Reserved uint16 `json:"reserved,omitempty"`
	Engaged  uint16 `json:"engaged,omitempty"`
	WrapUp   uint16 `json:"wrapUp,omitempty"`
}

type policySnapshot struct {
	Chat    int        `json:"chat"` // slots; negative: none
	Email   int        `json:"email"`
	Social  int        `json:"social"`
	Default IdleCode   `json:"default"`
	Codes   []IdleCode `json:"codes,omitempty"`
}

// Snapshot is the state as JSON, with its policy and a version. Restore gives
// back an equal State. The error is always nil for a State of this package's
// making.
func (s State) Snapshot() ([]byte, error) {
	j := snapshot{
		Version: version, Status: &s.status, Code: s.code, Cause: s.cause,
		Choice: s.choice, OffHook: s.off, Since: s.since,
	}
	for ch := range Channel(channels) {
		if l := s.load[ch]; l != (load{}) {
			if j.Load == nil {
				j.Load = make(map[Channel]loadSnapshot)
			}
			j.Load[ch] = loadSnapshot{l.reserved, l.engaged, l.wrapping}
		}
	}
	if q := s.policy(); q != standard {
		p := q.unpack()
		j.Policy = &policySnapshot{p.Chat, p.Email, p.Social, p.Default, p.Codes}
	}
	return json.Marshal(j)
}

// Restore reads a snapshot. It is strict: what is truncated, of an unknown
// version, has a field too many or contradicts itself is ErrSnapshot, and never
// half a state.
func Restore(data []byte) (State, error) {
	var j snapshot
	if field, reason := strict.Decode(data, version, &j); reason != "" {
		return State{}, damaged(field, reason)
	}
	if j.Status == nil {
		return State{}, damaged("status", "is missing")
	}
	s := State{status: *j.Status, code: j.Code, cause: j.Cause, choice: j.Choice, off: j.OffHook, since: j.Since}
	for ch, l := range j.Load {
		s.load[ch] = load{l.Reserved, l.Engaged, l.WrapUp}
	}
	if p := j.Policy; p != nil {
		if slices.Contains([]int{p.Chat, p.Email, p.Social}, 0) {
			return State{}, damaged("policy", "leaves a number of slots open")
		}
		q, err := pack(Policy{Chat: p.Chat, Email: p.Email, Social: p.Social, Default: p.Default, Codes: p.Codes})
		if err != nil {
			return State{}, damaged("policy", "is not valid: "+err.Error())
		}
		s = s.under(q)
	}
	if reason := s.broken(); reason != "" {
		return State{}, damaged("state", reason)
	}
	return s, nil
}

// MarshalJSON is Snapshot.
func (s State) MarshalJSON() ([]byte, error) { return s.Snapshot() }

// UnmarshalJSON is Restore.
func (s *State) UnmarshalJSON(data []byte) error {
	restored, err := Restore(data)
	if err == nil {
		*s = restored
	}
	return err
}

// broken says how a state contradicts itself; empty when it does not. It is
// inductive: no state that it accepts may lead, through any door, to one that
// it would refuse. Restore, the walk and the fuzz test ask it alike.
func (s *State) broken() string {
	q := s.policy()
	for i := range s.load {
		if s.load[i].sum() > math.MaxUint16 {
			return "counts more than can be counted"
		}
	}
	switch {
	case s.status != SignedOut && s.status != Idle && s.status != Available && s.status != RONA:
		return "has a status that is only ever shown"
	case s.status == SignedOut && s.busy():
		return "is signed out with something open"
	case (s.status == RONA) != (s.cause != NoCause):
		return "has a cause without RONA, or RONA without a cause"
	case (s.status == Idle) != (s.code != ""):
		return "has an idle code without Idle, or Idle without a code"
	case s.code != "" && q.refuses(s.code) != "":
		return "has an idle code that " + q.refuses(s.code)
	case s.choice == "":
		return ""
	case q.refuses(s.choice) != "":
		return "has a choice that " + q.refuses(s.choice)
	case s.status != Idle && s.status != Available:
		return "has a choice that waits beside another status than Idle or Available"
	case s.choice == s.code:
		return "has a choice that it need not wait for"
	case !s.busy():
		return "has a choice that waits for nothing"
	}
	return ""
}

func damaged(field, reason string) error { return &Error{ErrSnapshot, field, reason} }
