package target

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

// Lists is what the host knows of possible targets. The order of each list is
// the order in which it is shown. The zero value has no targets.
type Lists struct {
	AsOf        time.Time // when it was fetched (CON-7)
	Agents      []Agent
	Queues      []Place
	EntryPoints []Place
	EPDNs       []EPDN
	Book        []Entry // the address book (CON-5)
	Experts     []Expert

	// InCollaborationTool says that the agents' desk runs inside the tool
	// whose users the experts are; then they can be consulted and transferred
	// to only with SingleSignOn (CON-6).
	InCollaborationTool bool
	SingleSignOn        bool
}

// Agent is an agent of the centre, or a supervisor.
type Agent struct {
	ID         agent.ID
	Name       string
	Team       string
	DN         dialnumber.Number // the zero Number when he has none
	Supervisor bool
}

// Target is the agent as a target.
func (a Agent) Target() interaction.Target { return interaction.ToAgent(a.ID) }

// Place is a queue or an entry point. Whether it may be consulted, and whether
// it may be transferred to, are two lists of their own (CON-4, TRF-10).
type Place struct {
	ID       string
	Name     string
	Consult  bool // it may be consulted
	Transfer bool // it may be transferred to
}

// EPDN is a number that is mapped to an entry point.
type EPDN struct {
	Number     dialnumber.Number
	EntryPoint string // the entry point's id, which is in Lists.EntryPoints
}

// Entry is a name with a number in the address book.
type Entry struct {
	Name   string
	Number dialnumber.Number
}

// Target is the number as a target; what is picked from the book is dialled as
// a plain number (CON-5).
func (e Entry) Target() interaction.Target { return interaction.ToNumber(e.Number) }

// Expert is somebody of the organization who is no agent of the centre.
type Expert struct {
	ID         string
	FirstName  string
	LastName   string
	Title      string
	Department string
	Phones     []dialnumber.Number // business numbers; without one he is not listed (CON-6)

	// Presence is in the words of the collaboration tool, such as "Away". It
	// may lag, is shown with its age, and never forbids a consult (CON-6).
	Presence     string
	PresenceAsOf time.Time
}

// Target is the expert as a target.
func (e Expert) Target() interaction.Target { return interaction.ToExpert(e.ID) }
