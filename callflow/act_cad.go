package callflow

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func init() { acts = append(acts, variableActs...) }

// desk is what a story makes of the variables' world: what the flow brings,
// whether the store fails, and whose desktop lags behind it.
type desk struct {
	starts   map[string]string
	failures int  // of the saves to come
	failed   bool // the last act was a save, and failed
	lags     []agent.ID
}

var errStore = errors.New("callflow: the values could not be saved")

// store is the Keep of a story's floor (CAD-9).
func (p *player) store(telephony.CallID, cad.Sheet) error {
	if p.desk.failures == 0 {
		return nil
	}
	p.desk.failures--
	return errStore
}

// idle reports that an act came to nothing though no rule forbids it: there
// was nothing to save or to fetch, or the text is no value.
func idle(err error) bool {
	for _, sentinel := range []error{cad.ErrNothing, cad.ErrFetch, cad.ErrHidden, cad.ErrMask} {
		if errors.Is(err, sentinel) {
			return true
		}
	}
	return false
}

// variablesOf is the contact whose variables an agent means.
func (p *player) variablesOf(m match) (*Contact, error) {
	return p.contact(m.agent, m.on, func(c *Contact) bool {
		_, s, _ := p.f.reading(agent.ID(m.agent), c.ID)
		return s != nil
	})
}

func onVariables(do func(*player, agent.ID, telephony.CallID, match) error) func(*player, match) error {
	return func(p *player, m match) error {
		c, err := p.variablesOf(m)
		if err != nil {
			return err
		}
		return do(p, agent.ID(m.agent), c.ID, m)
	}
}

func typing(text func(match) (value, name string)) func(*player, match) error {
	return onVariables(func(p *player, by agent.ID, id telephony.CallID, m match) error {
		value, name := text(m)
		return p.f.Type(by, id, name, value)
	})
}

// pasting repeats a character as often as the first word says.
func pasting(character string) func(*player, match) error {
	return func(p *player, m match) error {
		n, err := strconv.Atoi(m.word)
		if err != nil || n < 0 || n > maxStory {
			return errors.New("say how many")
		}
		return typing(func(m match) (string, string) { return strings.Repeat(character, n), m.word2 })(p, m)
	}
}

func fetched(cause error) func(*player, match) error {
	return onVariables(func(p *player, by agent.ID, id telephony.CallID, m match) error {
		return p.f.Fetched(by, id, m.word, cause)
	})
}

// put is what the flow sets.
func (p *player) put(m match) error {
	c, err := p.contact("", m.on, nil)
	if err != nil {
		return err
	}
	return p.save("", func() error { return p.f.Put(c.ID, map[string]string{m.word: m.word2}) })
}

var variableActs = []phrase{
	{pattern: "{agent} types {word} into {word}", means: "a value into a variable of his pane; nothing is saved yet (CAD-6)", act: typing(func(m match) (string, string) { return m.word, m.word2 })},
	{pattern: "{agent} clears {word}", means: "types nothing into it", act: typing(func(m match) (string, string) { return "", m.word })},
	{pattern: "{agent} pastes {word} characters into {word}", means: "so many letters (CAD-4)", act: pasting("x")},
	{pattern: "{agent} pastes {word} emoji into {word}", means: "so many characters of four bytes each", act: pasting("\U0001F642")},
	{pattern: "{agent} saves", means: "all that he has typed", act: onVariables(func(p *player, by agent.ID, id telephony.CallID, _ match) error {
		return p.save(by, func() error { return p.f.Save(by, id) })
	})},
	{pattern: "{agent} reverts", means: "all that he has typed (CAD-6)", act: onVariables(func(p *player, by agent.ID, id telephony.CallID, _ match) error {
		return p.f.Revert(by, id)
	})},
	{pattern: "{agent} reverts {word}", means: "one variable", act: onVariables(func(p *player, by agent.ID, id telephony.CallID, m match) error {
		return p.f.Revert(by, id, m.word)
	})},
	{pattern: "{agent} refreshes", means: "asks for the values as they are now (CON-21)", act: onVariables(func(p *player, by agent.ID, id telephony.CallID, _ match) error {
		return p.f.Refresh(by, id)
	})},
	{pattern: "{agent} fetches {word}", means: "asks for a secure variable's value (CAD-3)", act: onVariables(func(p *player, by agent.ID, id telephony.CallID, m match) error {
		return p.f.Fetch(by, id, m.word)
	})},
	{pattern: "the fetch of {word} by {agent} succeeds", means: "he may read the value", act: fetched(nil)},
	{pattern: "the fetch of {word} by {agent} fails", means: "he may try again", act: fetched(errStore)},
	{pattern: "the flow sets {word} to {word}", means: "a variable of the contact, as system (CAD-7)", act: (*player).put},
	{pattern: "the flow sets {word} to {word} characters", means: "to so many letters: the flow is not judged (CAD-4)", act: func(p *player, m match) error {
		n, err := strconv.Atoi(m.word2)
		if err != nil || n < 0 || n > maxStory {
			return errors.New("say how many")
		}
		m.word2 = strings.Repeat("x", n)
		return p.put(m)
	}},
	{pattern: "the next save fails", means: "the values cannot be kept (CAD-9)", act: func(p *player, _ match) error { p.desk.failures++; return nil }},
	{pattern: "{agent}'s desktop lags", means: "what others save does not show there yet (CAD-9)", act: func(p *player, m match) error {
		p.desk.lags = append(p.desk.lags, agent.ID(m.agent))
		return nil
	}},
	{pattern: "{agent}'s desktop catches up", means: "and now it does", act: func(p *player, m match) error { p.catchUp(agent.ID(m.agent)); return nil }},
}

// save carries out a save, of which the desktops that lag hear nothing. That
// the store fails is no refusal: an expectation can ask for it.
func (p *player) save(by agent.ID, do func() error) error {
	type behind struct {
		seat   *Seat
		reader cad.Reader
	}
	var late []behind
	for _, c := range p.f.contacts {
		for i := range c.Seats {
			if s := &c.Seats[i]; s.Agent != by && slices.Contains(p.desk.lags, s.Agent) {
				late = append(late, behind{s, s.Reader})
			}
		}
	}
	err := do()
	for _, b := range late {
		b.seat.Reader = b.reader
	}
	p.f.notices = slices.DeleteFunc(p.f.notices, func(n Notice) bool {
		return n.Kind == NoticeReplaced && n.To != by && slices.Contains(p.desk.lags, n.To)
	})
	if p.desk.failed = errors.Is(err, errStore); p.desk.failed {
		return nil
	}
	return err
}

func (p *player) catchUp(who agent.ID) {
	p.desk.lags = slices.DeleteFunc(p.desk.lags, func(id agent.ID) bool { return id == who })
	for _, id := range p.f.order {
		c := p.f.contacts[id]
		for i := range c.Seats {
			if s := &c.Seats[i]; s.Agent == who {
				conflicts, _ := s.Reader.Rebase(c.Sheet)
				p.f.replaced(c, s, conflicts)
			}
		}
	}
}
