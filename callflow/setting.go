package callflow

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// settings is a Config as a story's policy lines build it up.
type settings struct {
	cfg     Config
	caps    telephony.Capabilities
	reasons []wrapup.Reason

	variables variables
}

// setting is one thing that a policy line can say. A word in braces is
// {time}, {number} or {word}.
type setting struct {
	pattern string
	means   string
	set     func(*settings, string, time.Duration) error
}

func turnOn(to func(*settings) *bool) func(*settings, string, time.Duration) error {
	return func(s *settings, _ string, _ time.Duration) error { *to(s) = true; return nil }
}

func length(to func(*settings) *time.Duration) func(*settings, string, time.Duration) error {
	return func(s *settings, _ string, d time.Duration) error { *to(s) = d; return nil }
}

func number(to func(*settings) *int) func(*settings, string, time.Duration) error {
	return func(s *settings, w string, _ time.Duration) error {
		n, err := strconv.Atoi(w)
		if err != nil {
			return fmt.Errorf("%q is no number", w)
		}
		*to(s) = n
		return nil
	}
}

func cannot(c telephony.Capabilities) func(*settings, string, time.Duration) error {
	return func(s *settings, _ string, _ time.Duration) error { s.caps |= c; return nil }
}

var settingsTable = []setting{
	{"recording", "every accepted call is recorded (REC-1)", turnOn(func(s *settings) *bool { return &s.cfg.Policy.Interaction.Recording })},
	{"privacy shield {time}", "a recording can be paused, for so long (REC-2)", func(s *settings, _ string, d time.Duration) error {
		s.cfg.Policy.Interaction.PrivacyShield, s.cfg.Policy.Interaction.PauseLength = true, d
		return nil
	}},
	{"answer within {time}", "how long an offer rings (ANS-2)", length(func(s *settings) *time.Duration { return &s.cfg.Policy.Interaction.AnswerTimeout })},
	{"consult within {time}", "how long a consulted agent rings, or a queue is searched (CON-14)", length(func(s *settings) *time.Duration { return &s.cfg.Policy.Interaction.ConsultTimeout })},
	{"outsider within {time}", "how long a customer, a number or an expert is rung", length(func(s *settings) *time.Duration { return &s.cfg.Policy.Interaction.OutsiderTimeout })},
	{"acceptance within {time}", "how long Agent 2 may think about a transfer (TRF-8)", length(func(s *settings) *time.Duration { return &s.cfg.Policy.Interaction.AcceptanceTimeout })},
	{"operation within {time}", "how long the switch may take (OP-4)", length(func(s *settings) *time.Duration { return &s.cfg.Policy.Interaction.OperationTimeout })},
	{"end consult ends the call", "the literal reading of End Consult (D2)", turnOn(func(s *settings) *bool { return &s.cfg.Policy.Interaction.EndConsultEndsCall })},
	{"transfer needs acceptance", "Agent 2 is asked before a consult transfer (TRF-8)", turnOn(func(s *settings) *bool { return &s.cfg.Policy.Interaction.AskBeforeTransfer })},
	{"unaccepted transfers return", "an unaccepted blind transfer goes back to the queue (D8)", turnOn(func(s *settings) *bool { return &s.cfg.Policy.Interaction.ReturnUnaccepted })},
	{"end call for web callback", "a web callback can be cancelled (CBK-3)", turnOn(func(s *settings) *bool { return &s.cfg.Policy.Interaction.EndCallForWebCallback })},
	{"remove from campaign", "a preview contact can be removed (OUT-3)", turnOn(func(s *settings) *bool { return &s.cfg.Policy.Interaction.RemoveFromCampaign })},
	{"no wrap-up if not reached", "an outdial that was not reached owes none (OUT-2)", turnOn(func(s *settings) *bool { return &s.cfg.Policy.Interaction.NoWrapUpIfNotReached })},
	{"keep noise", "background noise is not removed (NR-2)", turnOn(func(s *settings) *bool { return &s.cfg.Policy.Interaction.KeepNoise })},
	{"conference of {number}", "how many may talk in a conference (CNF-7)", number(func(s *settings) *int { return &s.cfg.Policy.Interaction.ConferenceParties })},
	{"no wrap-up", "wrap-up is not required (END-7)", turnOn(func(s *settings) *bool { return &s.cfg.Policy.WrapUp.NotRequired })},
	{"wrap-up within {time}", "automatic wrap-up after so long (END-6)", length(func(s *settings) *time.Duration { return &s.cfg.Policy.WrapUp.Automatic })},
	{"count-down can be cancelled", "the agent may stop automatic wrap-up (END-6)", turnOn(func(s *settings) *bool { return &s.cfg.Policy.WrapUp.MayCancelAutomatic })},
	{"reason {word}", "a wrap-up reason (END-3); say it once for each", func(s *settings, w string, _ time.Duration) error {
		s.reasons = append(s.reasons, wrapup.Reason{Code: wrapup.Code(w), Label: w})
		return nil
	}},
	{"default reason {word}", "what automatic wrap-up submits (END-6)", func(s *settings, w string, _ time.Duration) error {
		s.cfg.Policy.WrapUp.Default = wrapup.Code(w)
		return nil
	}},
	{"at most {number} calls", "the limit of concurrent calls (CBK-7)", number(func(s *settings) *int { return &s.cfg.MaxCalls })},
	{"chats {number}", "how many chats an agent has at once (ANS-3)", number(func(s *settings) *int { return &s.cfg.Agents.Chat })},
	{"emails {number}", "how many e-mails an agent has at once (ANS-3)", number(func(s *settings) *int { return &s.cfg.Agents.Email })},
	{"conversations {number}", "how many social conversations an agent has at once (ANS-3)", number(func(s *settings) *int { return &s.cfg.Agents.Social })},
	{"idle code {word}", "a code that may be chosen (AGT-1); the first is the default", func(s *settings, w string, _ time.Duration) error {
		s.cfg.Agents.Codes = append(s.cfg.Agents.Codes, agent.IdleCode(w))
		return nil
	}},
	{"caller id {word}", "a number that an outdial may show (OUT-1)", func(s *settings, w string, _ time.Duration) error {
		s.cfg.CallerIDs = append(s.cfg.CallerIDs, w)
		return nil
	}},
	{"softphone", "agents answer on the desktop (ANS-4)", cannot(telephony.CanAnswer)},
	{"the switch cannot hold", "and so with each of the next (OP-7)", cannot(telephony.CanHold)},
	{"the switch cannot consult", "", cannot(telephony.CanConsult)},
	{"the switch cannot conference", "", cannot(telephony.CanConference)},
	{"the switch cannot transfer", "neither blind nor after a consult", cannot(telephony.CanTransfer | telephony.CanSingleStep)},
	{"the switch cannot record", "", cannot(telephony.CanRecord | telephony.CanPauseRecording)},
	{"the switch cannot mute", "neither mute nor send digits", cannot(telephony.CanMute | telephony.CanSendDigits)},
}

// set reads one thing that a policy line says.
func (s *settings) set(words []string) error {
	for _, st := range settingsTable {
		parts := strings.Fields(st.pattern)
		if len(parts) != len(words) {
			continue
		}
		ok, w, d := true, "", time.Duration(0)
		for i, p := range parts {
			switch p {
			case "{time}":
				var err error
				d, err = time.ParseDuration(words[i])
				ok = ok && err == nil
			case "{number}", "{word}":
				w = words[i]
			default:
				ok = ok && p == words[i]
			}
		}
		if ok {
			return st.set(s, w, d)
		}
	}
	return fmt.Errorf("no policy reads %q", strings.Join(words, " "))
}

func (s *settings) queue(name string, agents []string) {
	if s.cfg.Queues == nil {
		s.cfg.Queues = map[string]Queue{}
	}
	var q Queue
	for _, a := range agents {
		q.Agents = append(q.Agents, agent.ID(a))
	}
	s.cfg.Queues[name] = q
}

// storyStart is when every story begins.
var storyStart = time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)

// config is the centre that the story plays in. The bits that its policy lines
// gathered turn a capability off, but for the softphone's, which they turn on.
func (s *Story) config() (Config, error) {
	cfg := s.cfg.cfg
	reasons, err := wrapup.NewReasons(s.cfg.reasons...)
	if err != nil {
		return cfg, err
	}
	cfg.Policy.WrapUp.Reasons = reasons
	cfg.Variables = s.cfg.variables.schema
	caps := (telephony.All &^ telephony.CanAnswer) ^ s.cfg.caps
	cfg.Capabilities = &caps
	cfg.Start = storyStart
	return cfg, cfg.validate()
}

// decide changes the policy while the centre is open. Contacts took theirs
// when they began (NR-2); what belongs to agents and to the switch was taken
// when the centre opened, and cannot change any more.
func (p *player) decide(words []string) error {
	for _, one := range commas(words) {
		s := settings{cfg: p.f.cfg}
		if err := s.set(one); err != nil {
			return err
		}
		if s.cfg.Policy.Interaction == p.f.cfg.Policy.Interaction {
			return fmt.Errorf("%q cannot change while the centre is open", strings.Join(one, " "))
		}
		if err := s.cfg.Policy.Interaction.Validate(); err != nil {
			return err
		}
		if err := p.v.Configure(s.cfg); err != nil {
			return err
		}
		p.f = p.v.Scene()
	}
	return nil
}
