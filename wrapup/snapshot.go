package wrapup

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/internal/strict"
)

// version is the snapshot's. A new one must read its predecessor's, so that an
// upgrade drops no wrap-up.
const version = 1

type snapshot struct {
	Version int             `json:"version"`
	Phase   *Phase          `json:"phase"`
	Chosen  Code            `json:"chosen,omitempty"`
	Consult Code            `json:"consult,omitempty"`
	Since   int64           `json:"since,omitempty"` // Unix nanoseconds
	Waiting bool            `json:"waiting,omitempty"`
	Counts  bool            `json:"counts,omitempty"`
	Policy  *policySnapshot `json:"policy,omitempty"` // none: the default
}

type policySnapshot struct {
	Codes       []Code `json:"codes,omitempty"`
	Default     Code   `json:"default"`
	Automatic   int64  `json:"automatic,omitempty"` // nanoseconds
	NotRequired bool   `json:"notRequired,omitempty"`
	MayCancel   bool   `json:"mayCancel,omitempty"`
}

// Snapshot is the state as JSON, with its policy (the reasons' codes, not their
// labels) and a version. Restore gives back an equal State. The error is always
// nil for a State of this package's making. A list of reasons
// that has changed meanwhile does not touch it: a dialog keeps the reasons with
// which it was made.
func (s State) Snapshot() ([]byte, error) {
	j := snapshot{
		Version: version, Phase: &s.phase, Chosen: s.chosen, Consult: s.consult,
		Since: s.since, Waiting: s.waiting, Counts: s.counts,
	}
	if q := s.policy(); q != standard {
		j.Policy = &policySnapshot{
			Default: q.def, Automatic: int64(q.automatic), NotRequired: q.notRequired, MayCancel: q.mayCancel,
		}
		for code := range strings.SplitSeq(q.codes, codeDivider) {
			if code != "" {
				j.Policy.Codes = append(j.Policy.Codes, Code(code))
			}
		}
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
	if j.Phase == nil {
		return State{}, damaged("phase", "is missing")
	}
	s := State{phase: *j.Phase, chosen: j.Chosen, consult: j.Consult, since: j.Since, waiting: j.Waiting, counts: j.Counts}
	if p := j.Policy; p != nil {
		q, err := p.pack()
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

// pack builds the list anew from the codes alone, so that a snapshot is judged
// as a policy is.
func (p *policySnapshot) pack() (policy, error) {
	list := make([]Reason, len(p.Codes))
	for i, code := range p.Codes {
		list[i] = Reason{Code: code, Label: string(code)}
	}
	reasons, err := NewReasons(list...)
	if err != nil {
		return policy{}, err
	}
	if p.Default == "" {
		return policy{}, &Error{ErrPolicy, "default reason", "is empty"}
	}
	return pack(Policy{
		Reasons: reasons, Default: p.Default, Automatic: time.Duration(p.Automatic),
		NotRequired: p.NotRequired, MayCancelAutomatic: p.MayCancel,
	})
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
	dialog := s.phase == Opened || s.phase == Due || s.phase == ForConsult
	waived := s.phase == Submitted && q.notRequired
	switch {
	case s.phase >= phaseCount:
		return "has no such phase"
	case s.chosen != "" && !q.has(s.chosen), s.consult != "" && !q.has(s.consult):
		return "has a reason that is not in its list"
	case dialog && q.notRequired:
		return "has a dialog that the policy never opens"
	case q.notRequired && s.chosen != "":
		return "has a reason though none is asked for"
	case s.consult != "" && s.phase != ForConsult:
		return "has a consult's reason without its dialog"
	case q.codes == "" && dialog && *s.choice() == "":
		return "has left out the only reason there is"
	case s.phase == Submitted && s.chosen == "" && !waived:
		return "is submitted without a reason"
	case s.since != 0 && s.phase != Due:
		return "has a timer while it is not due"
	case s.waiting && (s.phase != Opened || s.chosen == ""):
		return "has a submit that waits for nothing"
	case s.counts && (s.phase != Due || q.automatic == 0):
		return "has a count-down that cannot run"
	case s.phase == Due && !s.counts && q.automatic > 0 && !q.mayCancel:
		return "has lost a count-down that cannot be cancelled"
	}
	return ""
}

func damaged(field, reason string) error { return &Error{ErrSnapshot, field, reason} }
