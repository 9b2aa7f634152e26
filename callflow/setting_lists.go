package callflow

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
)

// listRow is one kind of row in the centre's lists: a line of the setup says
// "list" before it, an act "the lists are refreshed with".
type listRow struct {
	head  string // the words that it begins with
	form  string // what follows them
	means string
	put   func(l *target.Lists, words []string, now time.Time) error // adds it, or puts it in its place
	drop  func(l *target.Lists, key string)
}

var listRows = []listRow{
	{"agent", "{agent} {word} team {word} DN {word} supervisor", "an agent by his id; then perhaps his name, team, number, and that he is a supervisor (CON-3)", putAgent,
		func(l *target.Lists, key string) { l.Agents = leaveOut(l.Agents, agentKey, key) }},
	{"queue", "{word} {word} consult transfer", "a queue by its id; then perhaps its name, and for what it can be picked (CON-4)",
		func(l *target.Lists, words []string, _ time.Time) (err error) { return putPlace(&l.Queues, words) },
		func(l *target.Lists, key string) { l.Queues = leaveOut(l.Queues, placeKey, key) }},
	{"entry point", "{word} {word} consult transfer", "an entry point, likewise",
		func(l *target.Lists, words []string, _ time.Time) (err error) { return putPlace(&l.EntryPoints, words) },
		func(l *target.Lists, key string) { l.EntryPoints = leaveOut(l.EntryPoints, placeKey, key) }},
	{"EP-DN", "{word} for {word}", "a number that leads to an entry point (CON-20)", putEPDN,
		func(l *target.Lists, key string) { l.EPDNs = leaveOut(l.EPDNs, epdnKey, key) }},
	{"book", "{word} {word}", "a name and a number of the address book (CON-5)", putEntry,
		func(l *target.Lists, key string) { l.Book = leaveOut(l.Book, entryKey, key) }},
	{"expert", "{word} {word} {word} {word} {word} {word…} present {word}", "an expert: id, first and last name, title, department; then perhaps phone numbers and his presence (CON-6)", putExpert,
		func(l *target.Lists, key string) { l.Experts = leaveOut(l.Experts, expertKey, key) }},
}

func agentKey(a target.Agent) string   { return string(a.ID) }
func placeKey(p target.Place) string   { return p.ID }
func epdnKey(e target.EPDN) string     { return e.Number.Canonical().Dialled() }
func entryKey(e target.Entry) string   { return e.Name }
func expertKey(e target.Expert) string { return e.ID }

// with is the rows with one more, or with one in the place of its namesake.
// The rows are not changed: a story can be played again.
func with[T any](rows []T, key func(T) string, one T) []T {
	rows = slices.Clone(rows)
	if i := slices.IndexFunc(rows, func(r T) bool { return key(r) == key(one) }); i >= 0 {
		rows[i] = one
		return rows
	}
	return append(rows, one)
}

func leaveOut[T any](rows []T, key func(T) string, gone string) []T {
	return slices.DeleteFunc(slices.Clone(rows), func(r T) bool { return key(r) == gone })
}

// errRow says that a row is not as the language has it; read says how it is.
var errRow = errors.New("callflow: no such row")

func (r *listRow) read(l *target.Lists, words []string, now time.Time) error {
	err := r.put(l, words, now)
	if err == errRow {
		return fmt.Errorf("say: %s %s", r.head, r.form)
	}
	return err
}

// rowOf finds the row that the words begin with, and what follows its head.
func rowOf(words []string) (*listRow, []string, error) {
	for i := range listRows {
		head := strings.Fields(listRows[i].head)
		if len(words) > len(head) && slices.Equal(words[:len(head)], head) {
			return &listRows[i], words[len(head):], nil
		}
	}
	return nil, nil, fmt.Errorf("no list has %q; say agent, queue, entry point, EP-DN, book or expert, and which", strings.Join(words, " "))
}

func putAgent(l *target.Lists, words []string, _ time.Time) error {
	a := target.Agent{ID: agent.ID(words[0]), Name: words[0]}
	for i := 1; i < len(words); i++ {
		switch w := words[i]; {
		case w == "supervisor":
			a.Supervisor = true
		case w == "team" && i+1 < len(words):
			i++
			a.Team = words[i]
		case w == "DN" && i+1 < len(words):
			i++
			num, err := dialnumber.New(words[i])
			if err != nil {
				return err
			}
			a.DN = num
		case i == 1:
			a.Name = w
		default:
			return errRow
		}
	}
	l.Agents = with(l.Agents, agentKey, a)
	return nil
}

func putPlace(rows *[]target.Place, words []string) error {
	p := target.Place{ID: words[0], Name: words[0]}
	for i, w := range words[1:] {
		switch {
		case w == "consult":
			p.Consult = true
		case w == "transfer":
			p.Transfer = true
		case i == 0:
			p.Name = w
		default:
			return errRow
		}
	}
	*rows = with(*rows, placeKey, p)
	return nil
}

func putEPDN(l *target.Lists, words []string, _ time.Time) error {
	if len(words) != 3 || words[1] != "for" {
		return errRow
	}
	num, err := dialnumber.New(words[0])
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(l.EntryPoints, func(p target.Place) bool { return p.ID == words[2] }) {
		return fmt.Errorf("there is no entry point %s yet", words[2])
	}
	l.EPDNs = with(l.EPDNs, epdnKey, target.EPDN{Number: num, EntryPoint: words[2]})
	return nil
}

func putEntry(l *target.Lists, words []string, _ time.Time) error {
	if len(words) != 2 {
		return errRow
	}
	num, err := dialnumber.New(words[1])
	if err != nil {
		return err
	}
	l.Book = with(l.Book, entryKey, target.Entry{Name: words[0], Number: num})
	return nil
}

func putExpert(l *target.Lists, words []string, now time.Time) error {
	if len(words) < 5 {
		return errRow
	}
	e := target.Expert{ID: words[0], FirstName: words[1], LastName: words[2], Title: words[3], Department: words[4]}
	rest := words[5:]
	if n := len(rest); n > 1 && rest[n-2] == "present" {
		e.Presence, e.PresenceAsOf, rest = rest[n-1], now, rest[:n-2]
	}
	for _, w := range rest {
		num, err := dialnumber.New(w)
		if err != nil {
			return err
		}
		e.Phones = append(e.Phones, num)
	}
	l.Experts = with(l.Experts, expertKey, e)
	return nil
}

func size(l *target.Lists) int {
	return len(l.Agents) + len(l.Queues) + len(l.EntryPoints) + len(l.EPDNs) + len(l.Book) + len(l.Experts)
}

// list reads a line of the setup that lists somebody or something.
func (s *settings) list(words []string) error {
	row, rest, err := rowOf(words)
	if err != nil {
		return err
	}
	l := s.lists()
	before := size(l)
	if err := row.read(l, rest, l.AsOf); err != nil {
		return err
	}
	if size(l) == before {
		return fmt.Errorf("%s %s is listed twice", row.head, rest[0])
	}
	return nil
}

func (s *settings) lists() *target.Lists {
	if s.cfg.Lists == nil {
		s.cfg.Lists = &target.Lists{AsOf: storyStart}
	}
	return s.cfg.Lists
}
