package callflow

import (
	"errors"
	"strconv"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func init() { acts = append(acts, variableActs...) }

// desk is what a story makes of the variables' world: what the flow brings,
// and whether the store fails.
type desk struct {
	starts   map[string]string
	failures int  // of the saves to come
	failed   bool // the last act was a save, and failed
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
		s, _ := c.reading(agent.ID(m.agent))
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
		return p.v.Edit(by, id, Edit{Kind: Type, Name: name, Value: value})
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
		return p.v.Edit(by, id, Edit{Kind: Fetched, Name: m.word, Cause: cause})
	})
}

// put is what the flow sets.
func (p *player) put(m match) error {
	c, err := p.contact("", m.on, nil)
	if err != nil {
		return err
	}
	return p.save(func() error { return p.v.Put(c.ID, map[string]string{m.word: m.word2}) })
}

var variableActs = []phrase{
	{pattern: "{agent} types {word} into {word}", means: "a value into a variable of his pane; nothing is saved yet (CAD-6)", act: typing(func(m match) (string, string) { return m.word, m.word2 })},
	{pattern: "{agent} clears {word}", means: "types nothing into it", act: typing(func(m match) (string, string) { return "", m.word })},
	{pattern: "{agent} pastes {word} characters into {word}", means: "so many letters (CAD-4)", act: pasting("x")},
	{pattern: "{agent} pastes {word} emoji into {word}", means: "so many characters of four bytes each", act: pasting("\U0001F642")},
	{pattern: "{agent} saves", means: "all that he has typed", act: onVariables(func(p *player, by agent.ID, id telephony.CallID, _ match) error {
		return p.save(func() error { return p.v.Save(by, id) })
	})},
	{pattern: "{agent} reverts", means: "all that he has typed (CAD-6)", act: onVariables(func(p *player, by agent.ID, id telephony.CallID, _ match) error {
		return p.v.Edit(by, id, Edit{Kind: Revert})
	})},
	{pattern: "{agent} reverts {word}", means: "one variable", act: onVariables(func(p *player, by agent.ID, id telephony.CallID, m match) error {
		return p.v.Edit(by, id, Edit{Kind: Revert, Name: m.word})
	})},
	{pattern: "{agent} refreshes", means: "asks for the values as they are now (CON-21)", act: onVariables(func(p *player, by agent.ID, id telephony.CallID, _ match) error {
		return p.v.Edit(by, id, Edit{Kind: Refresh})
	})},
	{pattern: "{agent} fetches {word}", means: "asks for a secure variable's value (CAD-3)", act: onVariables(func(p *player, by agent.ID, id telephony.CallID, m match) error {
		return p.v.Edit(by, id, Edit{Kind: Fetch, Name: m.word})
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
		p.v.Lag(agent.ID(m.agent), true)
		return nil
	}},
	{pattern: "{agent}'s desktop catches up", means: "and now it does", act: func(p *player, m match) error { p.v.Lag(agent.ID(m.agent), false); return nil }},
}

// save carries out a save. That the store fails is no refusal: an expectation
// can ask for it.
func (p *player) save(do func() error) error {
	err := do()
	if p.desk.failed = errors.Is(err, errStore); p.desk.failed {
		return nil
	}
	return err
}
