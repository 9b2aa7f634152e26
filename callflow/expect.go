package callflow

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// expectations are what can be asked after an act. Each gives what is so, in
// the words of the language, and an error when the line is not borne out.
// What is not asked is not judged.
var expectations []phrase

func init() {
	expectations = []phrase{
		{pattern: "?", means: "never borne out; a rewrite puts what is so in its place, for review", expect: expectFill},
		{pattern: "refused", means: "the act was refused, by one of the line's rules; without such a line an act must be allowed", expect: expectRefused},
		{pattern: "ignored", means: "a fact of the act changed nothing (OP-5)", expect: expectIgnored},
		{pattern: "{agent} sees nothing", means: "no pane and no card", expect: expectNothing},
		{pattern: "{agent} sees only {words…}", means: "the panes of the next sentence, and no others", expect: expectSees},
		{pattern: "{agent} sees {words…}", means: "NAME: STATUS, then perhaps recording, paused, held on the phone, or what is in flight, or not so: not paused; several panes are parted by semicolons", expect: expectSees},
		{pattern: "{agent} may not {words…}", means: "actions that are denied, parted by commas, each by one of the line's rules; also: sign out, submit, cancel the count-down, consult TARGET, transfer to TARGET, type into VARIABLE, copy VARIABLE", expect: expectMayNot},
		{pattern: "{agent} may {words…}", means: "actions that are allowed, in the same words", expect: expectMay},
		{pattern: "{agent} is told nothing", means: "no notice came of the act", expect: expectTold},
		{pattern: "{agent} is told {words…}", means: "a notice, perhaps with a colon and its cause: Consult failed: declined", expect: expectTold},
		{pattern: "{agent} is {words…}", means: "his state: Available, Idle CODE, RONA, RONA CAUSE, Reserved, Engaged, Wrap Up, Signed Out", expect: expectIs},
		{pattern: "{contact} may not {words…}", means: "the customer has no buttons (PAR-2)", expect: expectCustomerMayNot},
		{pattern: "{agent}'s phone rings", means: "really, whatever the desktop says", expect: expectRings},
		{pattern: "{agent}'s phone does not ring", means: "nor does it go on ringing for what is over", expect: expectSilent},
		{pattern: "talk {words…}", means: "just these hear each other", expect: expectTalk},
		{pattern: "nobody talks", means: "in no contact", expect: expectTalk},
		{pattern: "on hold {words…}", means: "these are on hold", expect: expectHold},
		{pattern: "nobody is on hold", means: "in no contact", expect: expectHold},
		{pattern: "noise of {contact} is {word}", means: "removed or kept (NR-2)", expect: expectNoise},
		{pattern: "{contact} waits for {word}", means: "in that queue, or for an agent of it", expect: expectWaits},
		{pattern: "{contact} ended {words…}", means: "by the customer, by the agent, abandoned, cancelled, handed over, dropped, not reached, refused, unknown, removed; perhaps with a colon and the cause", expect: expectEnded},
		{pattern: "{contact} goes on", means: "it has not ended", expect: expectEnded},
		{pattern: "{contact} is in the way of {agent}", means: "the refused sign-out lists the contact (AGT-5)", expect: expectInTheWay},
		{pattern: "nobody owes a wrap-up", means: "in no contact", expect: expectOwes},
		{pattern: "{agent} owes a wrap-up", means: "he has left, and not submitted (END-7)", expect: expectOwes},
		{pattern: "{agent} owes no wrap-up", means: "", expect: expectOwes},
		{pattern: "{agent}'s dialog is {words…}", means: "his wrap-up dialog: closed, open, due, or for the consult", expect: expectDialog},
		{pattern: "{agent}'s {word} shows {time}", means: "a timer: talk, status, count-up, count-down, pause, offer", expect: expectTimer},
		{pattern: "{agent}'s {word} does not run", means: "that timer does not run", expect: expectTimer},
		{pattern: "the reason of {agent} is {word}", means: "the wrap-up reason that is recorded for him", expect: expectReason},
		{pattern: "{agent} finds {words…}", means: "searching the reasons: finds \"Sale\" typing sal (END-3)", expect: expectFinds},
	}
}

var errNot = errors.New("not so")

func expectRefused(p *player, l *line) (string, error) {
	p.done = true
	if p.refused == nil {
		return "", errors.New("it was not refused")
	}
	if len(l.rules) > 0 && !slices.ContainsFunc(l.rules, func(id rule.ID) bool { return errors.Is(p.refused, id) }) {
		if refusal(p.refused) == "" {
			return "refused", fmt.Errorf("it was refused by no rule: %w", p.refused)
		}
		return "refused " + string(refusal(p.refused)), fmt.Errorf("it was refused by %s", string(refusal(p.refused)))
	}
	return "refused", nil
}

func expectIgnored(p *player, l *line) (string, error) {
	for _, id := range p.ignored {
		if len(l.rules) == 0 || slices.Contains(l.rules, id) {
			return "ignored", nil
		}
	}
	return "", errors.New("nothing was ignored")
}

// panes are what an agent sees, in the language's words.
func (p *player) panes(who string) map[string][]string {
	all := map[string][]string{}
	for _, c := range p.f.View(agent.ID(who)).Contacts {
		for i, pane := range c.Panes {
			words := []string{pane.Status.String()}
			if pane.Recording != telephony.NotRecording && i == 0 && pane.Role == interaction.Customer {
				words = append(words, map[telephony.Recording]string{telephony.RecordingOn: "recording", telephony.Paused: "paused"}[pane.Recording])
			}
			if pane.HeldOnDevice {
				words = append(words, "held on the phone")
			}
			if pane.Unknown != interaction.NoAction {
				words = append(words, pane.Unknown.String()+" unknown")
			}
			if pane.InFlight != interaction.NoAction {
				words = append(words, pane.InFlight.String()+" in flight")
			}
			name := pane.Name
			if con := p.f.contacts[c.Contact]; pane.Role != interaction.Customer {
				if s := con.seatOf(pane.About); s != nil && s.Agent == "" {
					name = s.Target.Address()
				}
			}
			all[name] = words
		}
	}
	return all
}

func renderPanes(all map[string][]string) string {
	if len(all) == 0 {
		return "nothing"
	}
	var out []string
	for name, words := range all {
		out = append(out, name+": "+strings.Join(words, ", "))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func expectNothing(p *player, l *line) (string, error) {
	all := p.panes(l.m.agent)
	if len(all) == 0 {
		return l.m.agent + " sees nothing", nil
	}
	return l.m.agent + " sees " + renderPanes(all), errNot
}

func expectSees(p *player, l *line) (string, error) {
	all := p.panes(l.m.agent)
	panes := strings.Split(strings.Join(l.m.rest, " "), ";")
	if strings.Contains(l.phrase.pattern, " only ") && len(all) != len(panes) {
		return l.m.agent + " sees " + renderPanes(all), errNot
	}
	for _, pane := range panes {
		name, words, ok := strings.Cut(strings.TrimSpace(pane), ": ")
		for _, w := range strings.Split(words, ",") {
			w, absent := strings.CutPrefix(strings.TrimSpace(w), "not ")
			ok = ok && all[name] != nil && slices.Contains(all[name], w) != absent
		}
		if !ok {
			return l.m.agent + " sees " + renderPanes(all), errNot
		}
	}
	return "", nil
}

// asked splits "Hold, Consult, Transfer to A2" into questions.
func asked(words []string) []string {
	var all []string
	for _, ws := range commas(words) {
		all = append(all, strings.Join(ws, " "))
	}
	return all
}

// action is the one with that label; NoAction when there is none.
func action(label string) interaction.Action {
	for a := interaction.Accept; a <= interaction.Refuse; a++ {
		if strings.EqualFold(a.String(), label) {
			return a
		}
	}
	return interaction.NoAction
}

// may answers one question about what an agent may do.
func (p *player) may(l *line, what string) error {
	if asked, err := p.mayVariable(l, what); asked {
		return err
	}
	who := agent.ID(l.m.agent)
	lower := strings.ToLower(what)
	switch lower {
	case "sign in":
		return p.f.Agent(who).May(agent.SignIn)
	case "sign out":
		return p.f.Agent(who).May(agent.SignOut)
	case "dial":
		return p.f.Agent(who).MayDialOut()
	case "submit", "cancel the count-down", "close the dialog":
		a := map[string]wrapup.Action{"submit": wrapup.Submit, "cancel the count-down": wrapup.CancelCountdown, "close the dialog": wrapup.Dismiss}[lower]
		c, err := p.contact(l.m.agent, l.m.on, func(c *Contact) bool { s := c.wrapUp(who); return s != nil && s.WrapUp.Dialog() })
		if err != nil {
			return err
		}
		return c.MayWrapUp(who, a)
	}
	action, to := action(what), interaction.Target{}
	for prefix, a := range map[string]interaction.Action{"consult ": interaction.Consult, "transfer to ": interaction.Transfer} {
		if strings.HasPrefix(lower, prefix) && action == interaction.NoAction {
			var err error
			if to, err = p.target(a, strings.Fields(what[len(prefix):])); err != nil {
				return err
			}
			action = a
		}
	}
	if action == interaction.NoAction {
		return fmt.Errorf("there is no action %q", what)
	}
	c, err := p.contact(l.m.agent, l.m.on, nil)
	if err != nil {
		return err
	}
	return p.f.May(who, c.ID, action, to)
}

func expectMay(p *player, l *line) (string, error) {
	var allowed, not []string
	var why error
	for _, what := range asked(l.m.rest) {
		if err := p.may(l, what); err != nil {
			not, why = append(not, what), errors.Join(why, fmt.Errorf("%s: %w", what, err))
		} else {
			allowed = append(allowed, what)
		}
	}
	if why == nil {
		return "", nil
	}
	if len(allowed) == 0 {
		return l.m.agent + " may not " + strings.Join(not, ", "), why
	}
	return l.m.agent + " may " + strings.Join(allowed, ", "), why
}

func expectMayNot(p *player, l *line) (string, error) {
	var denied, allowed []string
	var why error
	for _, what := range asked(l.m.rest) {
		switch err := p.may(l, what); {
		case err == nil:
			allowed = append(allowed, what)
			why = errors.Join(why, fmt.Errorf("%s is allowed", what))
		case refusal(err) == "":
			return "", err
		case len(l.rules) > 0 && !slices.Contains(l.rules, refusal(err)):
			denied = append(denied, what)
			why = errors.Join(why, fmt.Errorf("%s is denied by %s", what, string(refusal(err))))
		default:
			denied = append(denied, what)
		}
	}
	if why == nil {
		return "", nil
	}
	if len(denied) == 0 {
		return l.m.agent + " may " + strings.Join(allowed, ", "), why
	}
	return l.m.agent + " may not " + strings.Join(denied, ", "), why
}

// words is a notice in the language's words, from the shortest to the longest.
func (n Notice) words() []string {
	s := n.Kind
	all := []string{s}
	if n.Action != interaction.NoAction {
		s += " " + n.Action.String()
		all = append(all, s)
	}
	if n.Cause != telephony.NoCause {
		all = append(all, n.Kind+": "+n.Cause.String(), s+": "+n.Cause.String())
	}
	return all
}

func expectTold(p *player, l *line) (string, error) {
	want := strings.Join(l.m.rest, " ")
	var got []string
	for _, n := range p.notices {
		if n.To != agent.ID(l.m.agent) {
			continue
		}
		all := n.words()
		if slices.ContainsFunc(all, func(s string) bool { return want != "" && strings.EqualFold(s, want) }) {
			return "", nil
		}
		got = append(got, all[len(all)-1])
	}
	if want == "" && len(got) == 0 {
		return "", nil
	}
	if len(got) == 0 {
		return l.m.agent + " is told nothing", errNot
	}
	return l.m.agent + " is told " + strings.Join(got, " and "), errNot
}

func expectIs(p *player, l *line) (string, error) {
	sum := p.f.Agent(agent.ID(l.m.agent)).Summary()
	full := sum.Status.String()
	ok := []string{full}
	if sum.Code != "" {
		full += " " + string(sum.Code)
	}
	if sum.Cause != agent.NoCause {
		full += " " + sum.Cause.String()
	}
	if sum.Note != "" {
		full += ", " + sum.Note
	}
	want := strings.Join(l.m.rest, " ")
	if slices.Contains(append(ok, full), want) {
		return "", nil
	}
	return l.m.agent + " is " + full, errNot
}

func expectTalk(p *player, l *line) (string, error) {
	all := p.f.Talks(spoken)
	want := slices.Clone(l.m.rest)
	slices.Sort(want)
	if len(want) == 0 && len(all) == 0 || slices.ContainsFunc(all, func(s []string) bool { return slices.Equal(s, want) }) {
		return "", nil
	}
	if len(all) == 0 {
		return "nobody talks", errNot
	}
	var out []string
	for _, s := range all {
		out = append(out, strings.Join(s, " "))
	}
	return "talk " + strings.Join(out, "; "), errNot
}

func expectHold(p *player, l *line) (string, error) {
	held := p.f.OnHold(spoken)
	ok := len(l.m.rest) > 0 || len(held) == 0
	for _, name := range l.m.rest {
		ok = ok && slices.Contains(held, name)
	}
	if ok {
		return "", nil
	}
	if len(held) == 0 {
		return "nobody is on hold", errNot
	}
	return "on hold " + strings.Join(held, " "), errNot
}
