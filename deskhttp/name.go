package deskhttp

import (
	"maps"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// names knows what people call those whom a view has by their ids, and what the
// administrator calls a reason. A Center's view has ids, since lists may be away;
// what is not listed has no other name here either.
type names struct {
	lists    target.Directory
	settings func() callcontrol.Settings
}

// of is the name of somebody or something as a pane or a notice has it: an agent's
// id, or a target in words such as "expert E1"; empty where there is none.
func (n names) of(shown string) string {
	if a, ok := n.lists.Agent(agent.ID(shown)); ok {
		return a.Name
	}
	kind, id, _ := strings.Cut(shown, " ")
	switch kind {
	case "expert":
		for _, e := range n.lists.Experts("") {
			if e.ID == id {
				return fullName(e)
			}
		}
	case "queue":
		return place(id, n.lists.ConsultQueues(""), n.lists.TransferQueues(""))
	case "entry-point":
		return place(id, n.lists.ConsultEntryPoints(""), n.lists.TransferEntryPoints(""))
	}
	return ""
}

// or is of, or what is shown where that is nothing.
func (n names) or(shown string) string {
	if name := n.of(shown); name != "" {
		return name
	}
	return shown
}

func place(id string, lists ...[]target.Place) string {
	for _, list := range lists {
		for _, p := range list {
			if p.ID == id {
				return p.Name
			}
		}
	}
	return ""
}

func fullName(e target.Expert) string { return strings.TrimSpace(e.FirstName + " " + e.LastName) }

// pane is the name of a pane: a customer is never called by an agent's name, whatever his own is.
func (n names) pane(p callcontrol.Pane) string {
	if p.Role == interaction.Customer.String() {
		return ""
	}
	return n.of(p.Name)
}

// reason is the label of a reason: that of the interaction's queue, else of all
// contacts, else of any queue that has one of this code; else the code.
func (n names) reason(v *callcontrol.View, x callcontrol.Notice) string {
	if x.Reason == "" {
		return ""
	}
	s := n.settings()
	lists := []wrapup.Reasons{s.Policy.WrapUp.Reasons}
	for _, queue := range slices.Sorted(maps.Keys(s.Queues)) {
		q := s.Queues[queue]
		if q.Policy == nil {
			continue
		}
		if in := v.Interaction(x.Interaction); in != nil && in.Queue == queue {
			lists = slices.Insert(lists, 0, q.Policy.WrapUp.Reasons)
		} else {
			lists = append(lists, q.Policy.WrapUp.Reasons)
		}
	}
	for _, list := range lists {
		if r, ok := list.Lookup(x.Reason); ok {
			return r.Label
		}
	}
	return string(x.Reason)
}
