package callflow

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
)

// found is one line of a list in a story's words, from the shortest to the
// longest.
type found []string

// finder is one of the lists that an agent can search.
type finder struct {
	list  string
	means string
	find  func(f *Floor, c target.Call, search string) []found
}

var finders = []finder{
	{"agents to consult", "ID, perhaps with the state: A2 Idle lunch, A3 typing ada (CON-3)", func(f *Floor, c target.Call, search string) []found {
		return candidates(f.lists.ConsultAgents(f.around(), c, search))
	}},
	{"agents to transfer to", "likewise (TRF-3)", func(f *Floor, c target.Call, search string) []found {
		return candidates(f.lists.TransferAgents(f.around(), c, search))
	}},
	{"queues to consult", "by their ids (CON-4)", func(f *Floor, _ target.Call, search string) []found { return places(f.lists.ConsultQueues(search)) }},
	{"queues to transfer to", "a list of its own (TRF-10)", func(f *Floor, _ target.Call, search string) []found { return places(f.lists.TransferQueues(search)) }},
	{"entry points to consult", "by their ids", func(f *Floor, _ target.Call, search string) []found {
		return places(f.lists.ConsultEntryPoints(search))
	}},
	{"entry points to transfer to", "", func(f *Floor, _ target.Call, search string) []found {
		return places(f.lists.TransferEntryPoints(search))
	}},
	{"EP-DNs", "NUMBER, perhaps with its entry point (CON-20)", func(f *Floor, _ target.Call, search string) (all []found) {
		for _, e := range f.lists.EPDNs(search) {
			all = append(all, found{e.Number.Dialled(), e.Number.Dialled() + " " + e.EntryPoint.ID})
		}
		return all
	}},
	{"numbers", "NAME, perhaps with the number, in the address book (CON-5)", func(f *Floor, _ target.Call, search string) (all []found) {
		for _, e := range f.lists.AddressBook(search) {
			all = append(all, found{e.Name, e.Name + " " + e.Number.Dialled()})
		}
		return all
	}},
	{"experts", "ID, perhaps with the presence (CON-6)", func(f *Floor, _ target.Call, search string) (all []found) {
		for _, e := range f.lists.Experts(search) {
			all = append(all, found{e.ID, strings.TrimSpace(e.ID + " " + e.Presence)})
		}
		return all
	}},
}

func candidates(list []target.Candidate) (all []found) {
	for _, c := range list {
		id := string(c.ID)
		one := found{id, id + " " + c.State.Status.String()}
		if c.State.Code != "" {
			one = append(one, one[1]+" "+string(c.State.Code))
		}
		if c.Supervisor {
			one = append(one, one[len(one)-1]+" supervisor")
		}
		all = append(all, one)
	}
	return all
}

func places(list []target.Place) (all []found) {
	for _, p := range list {
		all = append(all, found{p.ID})
	}
	return all
}

var listExpectations = listPhrases()

func listPhrases() (all []phrase) {
	for _, f := range finders {
		all = append(all, phrase{pattern: "{agent} finds " + f.list + ": {words…}", means: f.means, expect: expectList(f)})
	}
	return append(all,
		phrase{pattern: "the lists are {time} old", means: "so long ago they were fetched (CON-7)", expect: expectAge},
		phrase{pattern: "the presence of {word} is {time} old", means: "as the lists have it of an expert (CON-6)", expect: expectPresence},
		phrase{pattern: "{agent} is told to turn to the administrator", means: "if it persists: so says the refusal, or the failure (CON-22)", expect: expectAdvice},
		phrase{pattern: "{word} dialled from {word} is {word}", means: "the class of a number in a region: US, E164, IDD or Other (DN-4 to DN-7)", expect: expectClass})
}

// expectList compares a list with what was typed into its search: all of it,
// in its order; "nothing" is an empty one.
func expectList(f finder) func(*player, *line) (string, error) {
	return func(p *player, l *line) (string, error) {
		wanted, search, typed := l.m.rest, "", ""
		if i := slices.Index(wanted, "typing"); i >= 0 {
			search = strings.Join(wanted[i+1:], " ")
			wanted, typed = wanted[:i], " typing "+search
		}
		call := target.Call{Self: agent.ID(l.m.agent)}
		if c, err := p.contact(l.m.agent, l.m.on, nil); err == nil {
			call = p.f.Call(call.Self, c.ID)
		}
		all, names := f.find(p.f, call, search), asked(wanted)
		if slices.Equal(names, []string{"nothing"}) {
			names = nil
		}
		if slices.EqualFunc(all, names, func(one found, name string) bool { return slices.Contains(one, name) }) {
			return "", nil
		}
		is := []string{"nothing"}
		if len(all) > 0 {
			is = nil
		}
		for _, one := range all {
			is = append(is, one[len(one)-1])
		}
		return l.m.agent + " finds " + f.list + ": " + strings.Join(is, ", ") + typed + meant(l.m), errNot
	}
}

func expectAge(p *player, l *line) (string, error) {
	return age("the lists are", p.f.Now().Sub(p.f.Directory().AsOf()), l)
}

func expectPresence(p *player, l *line) (string, error) {
	for _, e := range p.f.Directory().Experts("") {
		if e.ID == l.m.word {
			return age("the presence of "+e.ID+" is", p.f.Now().Sub(e.PresenceAsOf), l)
		}
	}
	return "", fmt.Errorf("no expert %s is listed", l.m.word)
}

func age(about string, is time.Duration, l *line) (string, error) {
	if is == l.m.time {
		return "", nil
	}
	return fmt.Sprintf("%s %v old", about, is), errNot
}

func expectAdvice(p *player, l *line) (string, error) {
	to := agent.ID(l.m.agent)
	if slices.ContainsFunc(p.notices, func(n Notice) bool { return n.To == to && strings.Contains(n.Advice(), "administrator") }) ||
		p.refused != nil && strings.Contains(p.refused.Error(), "administrator") {
		return "", nil
	}
	return "", fmt.Errorf("%s is not", to)
}

func expectClass(_ *player, l *line) (string, error) {
	number, region, class := l.words[0], l.words[3], l.words[5]
	parsed, err := dialnumber.Parse(number, region)
	if err != nil {
		return "", err
	}
	if is := parsed.Format.String(); is != class {
		return number + " dialled from " + region + " is " + is, errNot
	}
	return "", nil
}
