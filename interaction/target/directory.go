package target

import (
	"errors"
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/internal/fold"
)

// Directory is the lists made ready for search and judgement. It does not
// change and may be shared. The zero Directory has no targets and no AsOf.
type Directory struct{ p *directory }

type directory struct {
	asOf    time.Time
	agents  []row[Agent]
	queues  []row[Place]
	points  []row[Place]
	epdns   []row[EPDN]
	book    []row[Entry]
	experts []row[Expert]
	signOn  bool // experts can be reached at all (CON-6)

	agentByID  map[agent.ID]int
	queueByID  map[string]int
	pointByID  map[string]int
	epdnByNum  map[dialnumber.Number]int // canonical: without a leading + (CON-20)
	expertByID map[string]int
}

// row is one line of a list with what a search looks at.
type row[T any] struct {
	item    T
	words   string // folded
	numbers []dialnumber.Number
}

// New copies the lists and makes a Directory of them. A row that cannot be a
// target (without an id or a number, or the second with the same one, or an
// EP-DN whose entry point is not listed) is left out, so that one mistake in a
// book does not take the others away. The error is then not nil, joins one
// *RowError for each, and the Directory can be used all the same.
func New(l Lists) (Directory, error) {
	d := &directory{
		asOf:       l.AsOf,
		signOn:     l.SingleSignOn || !l.InCollaborationTool,
		agentByID:  make(map[agent.ID]int, len(l.Agents)),
		queueByID:  make(map[string]int, len(l.Queues)),
		pointByID:  make(map[string]int, len(l.EntryPoints)),
		epdnByNum:  make(map[dialnumber.Number]int, len(l.EPDNs)),
		expertByID: make(map[string]int, len(l.Experts)),
	}
	var bad []error
	d.agents = build("agent", l.Agents, d.agentByID, &bad, func(a Agent) (agent.ID, row[Agent]) {
		r := row[Agent]{item: a, words: fold.Text(a.Name + "\n" + a.Team)}
		if a.DN.IsValid() {
			r.numbers = []dialnumber.Number{a.DN}
		}
		return a.ID, r
	})
	place := func(p Place) (string, row[Place]) {
		return p.ID, row[Place]{item: p, words: fold.Text(p.Name)}
	}
	d.queues = build("queue", l.Queues, d.queueByID, &bad, place)
	d.points = build("entry point", l.EntryPoints, d.pointByID, &bad, place)
	d.experts = build("expert", l.Experts, d.expertByID, &bad, func(e Expert) (string, row[Expert]) {
		e.Phones = slices.DeleteFunc(slices.Clone(e.Phones), func(n dialnumber.Number) bool { return !n.IsValid() })
		return e.ID, row[Expert]{item: e, numbers: e.Phones,
			words: fold.Text(e.FirstName + "\n" + e.Title + "\n" + e.Department)}
	})
	d.addEPDNs(l.EPDNs, &bad)
	for i, e := range l.Book {
		if !e.Number.IsValid() {
			bad = append(bad, &RowError{List: "address book", Row: i, Reason: "has no number"})
			continue
		}
		d.book = append(d.book, row[Entry]{item: e, words: fold.Text(e.Name), numbers: []dialnumber.Number{e.Number}})
	}
	return Directory{d}, errors.Join(bad...)
}

func build[T any, K ~string](list string, items []T, byID map[K]int, bad *[]error, read func(T) (K, row[T])) []row[T] {
	rows := make([]row[T], 0, len(items))
	for i, item := range items {
		id, r := read(item)
		if id == "" {
			*bad = append(*bad, &RowError{List: list, Row: i, Reason: "has no id"})
			continue
		}
		if _, twice := byID[id]; twice {
			*bad = append(*bad, &RowError{List: list, Row: i, Reason: "has the id of another"})
			continue
		}
		byID[id] = len(rows)
		rows = append(rows, r)
	}
	return rows
}

func (d *directory) addEPDNs(list []EPDN, bad *[]error) {
	for i, e := range list {
		wrong := func(reason string) { *bad = append(*bad, &RowError{List: "EP-DN", Row: i, Reason: reason}) }
		if !e.Number.IsValid() {
			wrong("has no number")
			continue
		}
		if _, twice := d.epdnByNum[e.Number.Canonical()]; twice {
			wrong("has the number of another")
			continue
		}
		at, known := d.pointByID[e.EntryPoint]
		if !known {
			wrong("leads to an entry point that is not listed")
			continue
		}
		d.epdnByNum[e.Number.Canonical()] = len(d.epdns)
		d.epdns = append(d.epdns, row[EPDN]{item: e, words: d.points[at].words, numbers: []dialnumber.Number{e.Number}})
	}
}

// AsOf is when the lists were fetched, for the agent who wonders whether to
// refresh (CON-7).
func (d Directory) AsOf() time.Time { return d.get().asOf }

// Agent looks up an agent by his id, for the one who shows his name.
func (d Directory) Agent(id agent.ID) (Agent, bool) {
	if i, ok := d.get().agentByID[id]; ok {
		return d.get().agents[i].item, true
	}
	return Agent{}, false
}

func (d Directory) get() *directory {
	if d.p == nil {
		return &none
	}
	return d.p
}

// String says nothing of what is in it.
func (d Directory) String() string { return "target directory" }

// GoString is String.
func (d Directory) GoString() string { return d.String() }

// none is read only.
var none = directory{signOn: true}
