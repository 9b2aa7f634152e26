package interaction

import (
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Target is who or what a consult, a transfer or an offer goes to. It is
// opaque: a number can become a target only as a dialnumber.Number, which has
// been checked (DN-7). The zero value is no target.
type Target struct {
	kind    telephony.EndpointKind
	address string
}

// ToAgent is an agent of this centre, or a supervisor.
func ToAgent(id agent.ID) Target { return target(telephony.Agent, string(id)) }

// ToQueue is a queue, by its id.
func ToQueue(id string) Target { return target(telephony.Queue, id) }

// ToEntryPoint is an entry point, by its id.
func ToEntryPoint(id string) Target { return target(telephony.EntryPoint, id) }

// ToNumber is a plain dial number (DN-7).
func ToNumber(n dialnumber.Number) Target { return target(telephony.DialNumber, n.Dialled()) }

// ToEPDN is a number that is mapped to an entry point (CON-20). Only a consult
// goes there.
func ToEPDN(n dialnumber.Number) Target { return target(telephony.EPDN, n.Dialled()) }

// ToExpert is somebody of the organization who is no agent (CON-6).
func ToExpert(id string) Target { return target(telephony.Expert, id) }

func target(k telephony.EndpointKind, address string) Target {
	if address == "" {
		return Target{}
	}
	return Target{k, address}
}

// IsZero reports that there is no target.
func (t Target) IsZero() bool { return t == Target{} }

// Kind is what sort of target it is.
func (t Target) Kind() telephony.EndpointKind { return t.kind }

// Address is the target's id, or for a number the text to dial.
func (t Target) Address() string { return t.address }

// Endpoint is the target as the switch is told.
func (t Target) Endpoint() telephony.Endpoint {
	return telephony.Endpoint{Kind: t.kind, Address: t.address}
}

// String names the target; a number is masked.
func (t Target) String() string { return t.Endpoint().String() }

// GoString is String.
func (t Target) GoString() string { return t.String() }

// routed: somebody else, a queue or a workflow, finds the agent.
func routed(k telephony.EndpointKind) bool {
	return k == telephony.Queue || k == telephony.EntryPoint || k == telephony.EPDN
}

// outside: who answers there is no agent of this centre.
func outside(k telephony.EndpointKind) bool {
	return k == telephony.DialNumber || k == telephony.Expert
}
