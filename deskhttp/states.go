package deskhttp

import (
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
)

// candidates are the agents in a list of targets: who may be asked by his state as
// it is now (CON-3, TRF-3). He is judged again when he is asked for (CON-7).
func (s *Server) candidates(lists target.Directory, a *asked, transfer bool, search string) []target.Candidate {
	find := lists.ConsultAgents
	if transfer {
		find = lists.TransferAgents
	}
	all := find(s.cfg.Center.States(), target.Call{Self: a.desk.Agent()}, search)
	return slices.DeleteFunc(all, func(c target.Candidate) bool { return c.ID == a.desk.Agent() })
}
