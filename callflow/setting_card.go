package callflow

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/popover"
)

// furnishing is a line of the setup: the words that it begins with, what
// follows them, and what becomes of what follows.
type furnishing struct {
	head  string
	form  string
	means string
	set   func(*settings, []string) error
}

var furnishings = append(listFurnishings(), cardFurnishings...)

func listFurnishings() (all []furnishing) {
	for _, r := range listRows {
		all = append(all, furnishing{"list " + r.head, r.form, r.means, func(s *settings, words []string) error {
			return s.list(append(strings.Fields(r.head), words...))
		}})
	}
	return all
}

var cardFurnishings = []furnishing{
	{"the desk runs in the collaboration tool", "", "whose users the experts are: they can be reached only with (CON-6)", func(s *settings, _ []string) error {
		s.lists().InCollaborationTool = true
		return nil
	}},
	{"single sign-on", "", "is enabled", func(s *settings, _ []string) error { s.lists().SingleSignOn = true; return nil }},
	{"card", "{word} shows {word} as {word}, {word}…", "which variables the cards of a form show, perhaps under a label of their own: inbound, outdial, consult, EP-DN, callback, preview, chat, email, social (POP-4)", card},
	{"card", "{word} links {word} {word}", "a label and an address", card},
	{"card", "{word} without Decline", "the button is left out", card},
}

// furnish reads a line that lists somebody or lays out a card; false when it
// is none.
func (s *Story) furnish(l line) (bool, error) {
	for _, f := range furnishings {
		head := strings.Fields(f.head)
		n := len(head)
		if len(l.words) < n || !slices.Equal(l.words[:n], head) {
			continue
		}
		if (len(l.words) > n) != (f.form != "") {
			return true, fmt.Errorf("say: %s", strings.TrimSpace(f.head+" "+f.form))
		}
		return true, f.set(&s.cfg, l.words[n:])
	}
	return false, nil
}

// formWord is what a story calls a form of card.
func formWord(f popover.Form) string {
	if f == popover.EPDNRequest {
		return "EP-DN"
	}
	return f.String()
}

func layout(c *popover.Config, form string) *popover.Layout {
	all := map[string]*popover.Layout{
		formWord(popover.InboundCall): &c.Inbound, formWord(popover.OutdialCall): &c.Outdial,
		formWord(popover.ConsultRequest): &c.Consult, formWord(popover.EPDNRequest): &c.EPDNConsult,
		formWord(popover.CallbackCall): &c.Callback, formWord(popover.PreviewCall): &c.Preview,
		formWord(popover.ChatRequest): &c.Chat, formWord(popover.EmailRequest): &c.Email, formWord(popover.SocialRequest): &c.Social,
	}
	return all[form]
}

func card(s *settings, words []string) error {
	lay := layout(&s.cfg.Popover, words[0])
	if lay == nil {
		return fmt.Errorf("there is no card %q", words[0])
	}
	switch rest := words[1:]; {
	case len(rest) > 1 && rest[0] == "shows":
		lay.Variables = nil
		for _, one := range commas(rest[1:]) {
			choice := popover.Choice{Name: one[0]}
			if len(one) > 2 && one[1] == "as" {
				choice.Label = strings.Join(one[2:], " ")
			} else if len(one) > 1 {
				return fmt.Errorf("say: %s as LABEL", one[0])
			}
			lay.Variables = append(lay.Variables, choice)
		}
	case len(rest) == 3 && rest[0] == "links":
		lay.Links = append(lay.Links, popover.Link{Label: rest[1], URL: rest[2]})
	case len(rest) == 2 && rest[0] == "without" && rest[1] == "Decline":
		lay.NoDecline = true
	default:
		return fmt.Errorf("a card shows variables, links LABEL ADDRESS, or is without Decline")
	}
	return s.cfg.Popover.Validate()
}
