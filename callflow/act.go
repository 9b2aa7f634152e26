package callflow

import (
	"fmt"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// acts are what can happen in a story. The order matters where two patterns
// fit: the first one is taken.
var acts []phrase

func init() {
	acts = append(acts, customerActs...)
	acts = append(acts, agentActs...)
	acts = append(acts, buttonActs...)
	acts = append(acts, phoneActs...)
	acts = append(acts, faultActs...)
	acts = append(acts, switchActs...)
}

func arrive(k interaction.Kind) func(*player, match) error {
	return func(p *player, m match) error {
		return p.v.Arrive(Arrival{ID: telephony.CallID(m.made), Kind: k, Queue: m.word, Customer: "+12015550100", DNIS: "+18005550199", Values: p.desk.starts})
	}
}

var customerActs = []phrase{
	{pattern: "{new} calls {word}", means: "a customer calls a queue or an entry point", act: arrive(interaction.Inbound)},
	{pattern: "{new} chats with {word}", means: "a customer opens a chat", act: arrive(interaction.Chat)},
	{pattern: "{new} mails {word}", means: "a customer's e-mail arrives", act: arrive(interaction.Email)},
	{pattern: "{new} messages {word}", means: "a customer writes by social messaging", act: arrive(interaction.Social)},
	{pattern: "{new} asks {word} for a callback", means: "a customer who waits asks to be called instead: a courtesy callback", act: arrive(interaction.CourtesyCallback)},
	{pattern: "{new} asks {word} for a web callback", means: "a customer asks for a call on a site or a chatbot", act: arrive(interaction.WebCallback)},
	{pattern: "campaign {word} has {new}", means: "a preview campaign has a contact", act: arrive(interaction.Preview)},
	{pattern: "the campaign offers {contact} to {agent}", means: "the campaign offers its contact to an agent", act: func(p *player, m match) error {
		c, err := p.named(m.contact)
		if err != nil {
			return err
		}
		return p.v.Assign(c.ID, agent.ID(m.agent))
	}},
	{pattern: "the router offers {contact} to {agent}", means: "a router of the host's own offers a contact, wanted or not", act: func(p *player, m match) error {
		c, err := p.named(m.contact)
		if err != nil {
			return err
		}
		return p.v.Assign(c.ID, agent.ID(m.agent))
	}},
	{pattern: "the queue gives up on {contact}", means: "the consulted queue, or the one that the customer waits in, has nobody", act: func(p *player, m match) error {
		c, err := p.named(m.contact)
		if err != nil {
			return err
		}
		return p.v.GiveUp(c.ID)
	}},
	{pattern: "the administrator decides {words…}", means: "changes a policy, in the words of above; a contact that is here already keeps its own", act: func(p *player, m match) error { return p.decide(m.rest) }},
	{pattern: "{time} pass", means: "time passes, and what falls due happens", act: func(p *player, m match) error { p.v.Pass(m.time); return nil }},
	{pattern: "{time} passes", means: "the same", act: func(p *player, m match) error { p.v.Pass(m.time); return nil }},
}

func person(a agent.Action) func(*player, match) error {
	return func(p *player, m match) error {
		return p.v.Person(agent.ID(m.agent), agent.Request{Action: a, Code: agent.IdleCode(m.word)})
	}
}

var agentActs = []phrase{
	{pattern: "{agent} signs in", means: "to Idle with the default code (AGT-1)", act: person(agent.SignIn)},
	{pattern: "{agent} signs out", means: "if nothing is in the way (AGT-5)", act: person(agent.SignOut)},
	{pattern: "{agent} goes Available", means: "chooses Available", act: person(agent.GoAvailable)},
	{pattern: "{agent} goes Idle", means: "chooses Idle with the default code", act: person(agent.GoIdle)},
	{pattern: "{agent} goes Idle {word}", means: "chooses Idle with a code", act: person(agent.GoIdle)},
	{pattern: "{agent} reloads the desktop", means: "the page is loaded again, from what is stored; nothing changes (AGT-7)", act: func(p *player, m match) error { return p.v.Reload(agent.ID(m.agent)) }},
	{pattern: "{agent} dials {word} to reach {new}", means: "an outdial (OUT-1)", act: dial},
	{pattern: "{agent} dials {word} to reach {new} showing {word}", means: "an outdial with a caller id", act: dial},
	{pattern: "{agent} chooses {word}", means: "picks a wrap-up reason", act: func(p *player, m match) error {
		return p.wrapUp(m, wrapup.Request{Action: wrapup.Choose, Reason: wrapup.Code(m.word)})
	}},
	{pattern: "{agent} submits {word}", means: "picks a wrap-up reason and submits it", act: func(p *player, m match) error {
		if err := p.wrapUp(m, wrapup.Request{Action: wrapup.Choose, Reason: wrapup.Code(m.word)}); err != nil {
			return err
		}
		return p.wrapUp(m, wrapup.Request{Action: wrapup.Submit})
	}},
	{pattern: "{agent} submits", means: "Submit Wrap Up, with the reason chosen", act: func(p *player, m match) error {
		return p.wrapUp(m, wrapup.Request{Action: wrapup.Submit})
	}},
	{pattern: "{agent} cancels the count-down", means: "stops automatic wrap-up (END-6)", act: func(p *player, m match) error {
		return p.wrapUp(m, wrapup.Request{Action: wrapup.CancelCountdown})
	}},
	{pattern: "{agent} closes the dialog", means: "dismisses a consult's optional dialog", act: func(p *player, m match) error {
		return p.wrapUp(m, wrapup.Request{Action: wrapup.Dismiss})
	}},
}

func dial(p *player, m match) error {
	num, err := dialnumber.New(m.word)
	if err != nil {
		return err
	}
	return p.v.Dial(agent.ID(m.agent), telephony.CallID(m.made), num, m.word2)
}

func (p *player) wrapUp(m match, r wrapup.Request) error {
	c, err := p.contact(m.agent, m.on, func(c *Contact) bool {
		s := c.wrapUp(agent.ID(m.agent))
		return s != nil && s.WrapUp.Dialog()
	})
	if err != nil {
		return err
	}
	return p.v.WrapUp(agent.ID(m.agent), c.ID, r)
}

// side is who is meant by "holds customer" or "holds A2": the customer's own
// action, or the consulted party's.
func side(customer, consulted interaction.Action) func(*player, match) error {
	return func(p *player, m match) error {
		if _, err := p.named(m.party); err == nil {
			m.on = m.party
			return p.press(m, customer, interaction.Target{})
		}
		return p.press(m, consulted, interaction.Target{})
	}
}

func reach(a interaction.Action) func(*player, match) error {
	return func(p *player, m match) error {
		to, err := p.target(a, m.rest)
		if err != nil {
			return err
		}
		return p.press(m, a, to)
	}
}

var buttonActs = []phrase{
	{pattern: "{agent} accepts the transfer", means: "Agent 2 takes the call (PAR-10)", act: press(interaction.AcceptTransfer)},
	{pattern: "{agent} declines the transfer", means: "he does not", act: press(interaction.DeclineTransfer)},
	{pattern: "{agent} accepts", means: "Accept: a digital or a preview contact, or by softphone", act: press(interaction.Accept)},
	{pattern: "{agent} declines", means: "refuses what rings (ANS-6)", act: press(interaction.Decline)},
	{pattern: "{agent} skips", means: "passes a preview contact back (OUT-3)", act: press(interaction.Skip)},
	{pattern: "{agent} removes the contact", means: "takes a preview contact out of its campaign (OUT-3)", act: press(interaction.Remove)},
	{pattern: "{agent} cancels", means: "Cancel of a callback or an outdial (CBK-4)", act: press(interaction.Cancel)},
	{pattern: "{agent} holds", means: "puts the customer on hold", act: press(interaction.Hold)},
	{pattern: "{agent} holds {party}", means: "puts the customer, or the consulted party, on hold", act: side(interaction.Hold, interaction.HoldConsult)},
	{pattern: "{agent} resumes", means: "takes the customer off hold", act: press(interaction.Resume)},
	{pattern: "{agent} resumes the recording", means: "by hand (REC-4)", act: press(interaction.ResumeRecording)},
	{pattern: "{agent} resumes {party}", means: "takes the customer, or the consulted party, off hold", act: side(interaction.Resume, interaction.ResumeConsult)},
	{pattern: "{agent} pauses the recording", means: "while sensitive data is given (REC-2)", act: press(interaction.PauseRecording)},
	{pattern: "{agent} consults {words…}", means: "an agent, or: queue NAME, entry point NAME, number NUMBER, EP-DN NUMBER, expert NAME", act: reach(interaction.Consult)},
	{pattern: "{agent} ends the consult", means: "End Consult, ringing or accepted", act: press(interaction.EndConsult)},
	{pattern: "{agent} exits the consult", means: "Agent 2 leaves (CON-15)", act: press(interaction.ExitConsult)},
	{pattern: "{agent} exits the conference", means: "Agent 2 leaves (CNF-3)", act: press(interaction.ExitConference)},
	{pattern: "{agent} starts a conference", means: "joins all three (CNF-1)", act: press(interaction.StartConference)},
	{pattern: "{agent} transfers", means: "to the consulted party", act: press(interaction.Transfer)},
	{pattern: "{agent} transfers to {words…}", means: "to the consulted party, or blind; the targets are those of a consult", act: reach(interaction.Transfer)},
	{pattern: "{agent} ends the call", means: "End", act: press(interaction.End)},
	{pattern: "{agent} mutes", means: "his own leg (OP-7)", act: press(interaction.Mute)},
	{pattern: "{agent} unmutes", means: "and back", act: press(interaction.Unmute)},
	{pattern: "{agent} sends digits {word}", means: "DTMF (OP-7)", act: func(p *player, m match) error {
		c, err := p.contact(m.agent, m.on, nil)
		if err != nil {
			return err
		}
		return p.v.Do(agent.ID(m.agent), c.ID, interaction.Request{Action: interaction.SendDigits, Digits: m.word})
	}},
}

var phoneActs = []phrase{
	{pattern: "{party} answers", means: "somebody's phone is answered: an agent's, a called customer's, an outsider's", act: phone(telephony.Answered, telephony.NoCause)},
	{pattern: "{party}'s phone begins to ring", means: "the switch reports it, perhaps before it says why", act: phone(telephony.Alerting, telephony.NoCause)},
	{pattern: "{party} hangs up", means: "or declines, while it rings", act: phone(telephony.Gone, telephony.HungUp)},
	{pattern: "{party} does not answer", means: "the switch reports that nobody answers", act: phone(telephony.Gone, telephony.NoAnswer)},
	{pattern: "{party} is busy", means: "the switch reports busy", act: phone(telephony.Gone, telephony.Busy)},
	{pattern: "{party}'s phone fails", means: "the phone or its line is dead", act: phone(telephony.Gone, telephony.DeviceFailure)},
	{pattern: "{party}'s number is wrong", means: "there is no such number", act: phone(telephony.Gone, telephony.InvalidNumber)},
	{pattern: "{party} cannot be reached", means: "the switch cannot get through", act: phone(telephony.Gone, telephony.Unreachable)},
	{pattern: "{party} cannot be fetched", means: "the entry point or number that is consulted is not in its list (CON-22)", act: phone(telephony.Gone, telephony.NotConfigured)},
	{pattern: "{party} holds on the phone", means: "with the device's own key (HLD-2)", act: phone(telephony.DeviceHeld, telephony.NoCause)},
	{pattern: "{party} takes it back on the phone", means: "with the device's own key", act: phone(telephony.DeviceRetrieved, telephony.NoCause)},
	{pattern: "{agent} leaves the phone off hook", means: "the handset is not hung up (END-5)", act: hook(telephony.OffHook)},
	{pattern: "{agent} puts the phone on hook", means: "and now it is", act: hook(telephony.OnHook)},
}

func hook(k telephony.EventKind) func(*player, match) error {
	return func(p *player, m match) error { return p.v.Phone(telephony.Event{Kind: k, Device: m.agent}) }
}

// faultWords are what the switch can be told to do badly.
var faultWords = map[string][]telephony.Verb{
	"hold": {telephony.Hold}, "resume": {telephony.Retrieve}, "swap": {telephony.Alternate},
	"consult": {telephony.ConsultationCall}, "ring": {telephony.Dial}, "conference": {telephony.Conference},
	"transfer": {telephony.Transfer, telephony.SingleStep}, "pause": {telephony.PauseRecording},
	"recording": {telephony.StartRecording, telephony.ResumeRecording}, "clear": {telephony.Clear, telephony.ClearCall},
	"answer": {telephony.Answer}, "arrangement": {telephony.Arrange},
}

func misbehave(change func(*Misdeed, match) error) func(*player, match) error {
	return func(p *player, m match) error {
		f := Misdeed{Verbs: faultWords[m.word], Cause: telephony.Refused, Delay: -1}
		if f.Verbs == nil {
			return fmt.Errorf("the switch is never told to %q", m.word)
		}
		if err := change(&f, m); err != nil {
			return err
		}
		p.v.Misbehave(f)
		return nil
	}
}

var faultActs = []phrase{
	{pattern: "the switch refuses the next {word}", means: "hold, resume, swap, consult, ring, conference, transfer, pause, recording, answer", act: misbehave(func(f *Misdeed, _ match) error { f.Refuse = true; return nil })},
	{pattern: "the switch refuses the next {word} as {word}", means: "with a cause, such as busy or invalid-number", act: misbehave(func(f *Misdeed, m match) error {
		f.Refuse = true
		return f.Cause.UnmarshalText([]byte(strings.ReplaceAll(m.word2, " ", "-")))
	})},
	{pattern: "the switch refuses every {word}", means: "until it works again", act: misbehave(func(f *Misdeed, _ match) error { f.Refuse, f.Every = true, true; return nil })},
	{pattern: "the switch refuses the next {word} {time} late", means: "only then", act: misbehave(func(f *Misdeed, m match) error { f.Refuse, f.Delay = true, m.time; return nil })},
	{pattern: "the switch answers the next {word} {time} late", means: "what it does is told only then", act: misbehave(func(f *Misdeed, m match) error { f.Delay = m.time; return nil })},
	{pattern: "the switch never answers the next {word}", means: "and does not do it", act: misbehave(func(*Misdeed, match) error { return nil })},
	{pattern: "the switch says everything twice", means: "every event is repeated", act: func(p *player, _ match) error { p.v.Repeat(); return nil }},
	{pattern: "the switch works again", means: "no fault is left", act: func(p *player, _ match) error { p.v.Behave(); return nil }},
}
