package deskhttp

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// maxRows is how much of a list is sent; who wants the rest searches.
const maxRows = 200

// targetList is a list of whom a call can be consulted on or transferred to.
type targetList struct {
	List  string    `json:"list"`
	AsOf  time.Time `json:"asOf,omitzero"` // CON-7
	Total int       `json:"total"`
	Rows  []row     `json:"rows"`
}

// row is one line of it, with the fields of its list.
type row struct {
	To           telephony.Endpoint `json:"to"`
	Name         string             `json:"name"`
	Number       string             `json:"number,omitzero"`
	Team         string             `json:"team,omitzero"`
	Supervisor   bool               `json:"supervisor,omitzero"`
	Status       agent.Status       `json:"status,omitzero"`
	Text         string             `json:"text,omitzero"`
	FirstName    string             `json:"firstName,omitzero"`
	LastName     string             `json:"lastName,omitzero"`
	Title        string             `json:"title,omitzero"`
	Department   string             `json:"department,omitzero"`
	Presence     string             `json:"presence,omitzero"`
	PresenceAsOf time.Time          `json:"presenceAsOf,omitzero"`
}

// targets is GET /targets (CON-3 to CON-6, CON-20, TRF-3, TRF-10).
func (s *Server) targets(a *asked) (any, error) {
	q := a.r.URL.Query()
	search, lists := q.Get("search"), s.cfg.Center.Lists()
	out := targetList{List: q.Get("list"), AsOf: lists.AsOf(), Rows: []row{}}
	transfer := q.Get("action") == "transfer"
	if !transfer && q.Get("action") != "consult" {
		return nil, invalid("action is consult or transfer")
	}
	add := func(r row) {
		if out.Total++; len(out.Rows) < maxRows {
			out.Rows = append(out.Rows, r)
		}
	}
	switch out.List {
	case "agents":
		for _, c := range s.candidates(lists, a, transfer, search) {
			add(row{To: c.Target().Endpoint(), Name: c.Name, Number: c.DN.Dialled(), Team: c.Team, Supervisor: c.Supervisor,
				Status: c.State.Status, Text: a.lang.Agent(c.State)})
		}
	case "queues":
		find := lists.ConsultQueues
		if transfer {
			find = lists.TransferQueues
		}
		for _, p := range find(search) {
			add(row{To: interaction.ToQueue(p.ID).Endpoint(), Name: p.Name})
		}
	case "entry-points":
		find := lists.ConsultEntryPoints
		if transfer {
			find = lists.TransferEntryPoints
		}
		for _, p := range find(search) {
			add(row{To: interaction.ToEntryPoint(p.ID).Endpoint(), Name: p.Name})
		}
	case "ep-dns":
		if transfer { // nobody is transferred to one (CON-20)
			break
		}
		for _, e := range lists.EPDNs(search) {
			add(row{To: e.Target().Endpoint(), Name: e.EntryPoint.Name, Number: e.Number.Dialled()})
		}
	case "numbers":
		for _, e := range lists.AddressBook(search) {
			add(row{To: e.Target().Endpoint(), Name: e.Name, Number: e.Number.Dialled()})
		}
	case "organization":
		for _, e := range lists.Experts(search) {
			add(expert(e))
		}
	default:
		return nil, errNotFound
	}
	return out, nil
}

func expert(e target.Expert) row {
	r := row{To: e.Target().Endpoint(), Name: fullName(e), FirstName: e.FirstName, LastName: e.LastName, Title: e.Title, Department: e.Department,
		Presence: e.Presence, PresenceAsOf: e.PresenceAsOf}
	if len(e.Phones) > 0 {
		r.Number = e.Phones[0].Dialled()
	}
	return r
}

// refresh is POST /targets/refresh (CON-7).
func (s *Server) refresh(a *asked) (any, error) {
	if err := a.read(&struct{}{}); err != nil {
		return nil, err
	}
	if err := s.cfg.Center.Refresh(a.ctx); err != nil {
		return nil, errNotFetched // the lists that there are serve on
	}
	return nil, nil
}

// interaction is one on the asking agent's desktop.
func (a *asked) interaction(id string) (*callcontrol.Interaction, error) {
	if in := a.desk.View().Interaction(telephony.CallID(id)); in != nil {
		return in, nil
	}
	return nil, callcontrol.ErrNoInteraction
}
