package popover

import (
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// Form is which of the administrator's layouts a card follows. It is not the
// contact's kind alone: a consult about an inbound call has a form of its own.
type Form uint8

const (
	NoForm         Form = iota // the zero value: none
	InboundCall                // a customer called (POP-10)
	OutdialCall                // an agent dials (POP-11)
	ConsultRequest             // another agent asks for help (POP-12)
	EPDNRequest                // and reached this one by an EP-DN (POP-13)
	CallbackCall               // a callback of either kind (POP-14, POP-17)
	PreviewCall                // a preview campaign's contact (POP-15)
	ChatRequest                // a chat (POP-4)
	EmailRequest               // an email (POP-4)
	SocialRequest              // a conversation by social messaging (POP-4)

	nForms = iota
)

var formWords = words{"none", "inbound", "outdial", "consult", "epdn-consult", "callback", "preview", "chat", "email", "social"}

// String is the form's word, such as "epdn-consult".
func (f Form) String() string { return formWords.text(uint8(f)) }

// MarshalText writes the form's word.
func (f Form) MarshalText() ([]byte, error) { return formWords.marshal("form", uint8(f)) }

// UnmarshalText reads the form's word.
func (f *Form) UnmarshalText(text []byte) error {
	v, err := formWords.unmarshal("form", text)
	if err == nil {
		*f = Form(v)
	}
	return err
}

// MaxVariables is how many variables can be chosen for a form for which the
// rules set no limit (POP-15, and the digital channels). Ours.
const MaxVariables = 50

// form is what the rules say of the fields of one form.
type form struct {
	rule   rule.ID
	lead   []FieldKind // always first, in this order, also when empty
	unset  []FieldKind // when no variables are chosen
	min    int         // how many variables have to be chosen, unless none are
	max    int         // how many can be
	anyNum bool        // the limit is ours, not the rule's
}

var customerFields = []FieldKind{CustomerNumber, QueueName, DNIS}

var formTable = [nForms]form{
	InboundCall:    {rule: "POP-10", unset: customerFields, min: 3, max: 6},
	OutdialCall:    {rule: "POP-11", unset: customerFields, min: 3, max: 6},
	ConsultRequest: {rule: "POP-12", lead: []FieldKind{AgentName, AgentDN, AgentTeam}, max: 6},
	EPDNRequest:    {rule: "POP-13", lead: []FieldKind{AgentDN}, max: 6},
	CallbackCall:   {rule: "POP-14", lead: customerFields},
	PreviewCall:    {rule: "POP-15", max: MaxVariables, anyNum: true},
	ChatRequest:    {rule: "POP-4", max: MaxVariables, anyNum: true},
	EmailRequest:   {rule: "POP-4", max: MaxVariables, anyNum: true},
	SocialRequest:  {rule: "POP-4", max: MaxVariables, anyNum: true},
}

var formOfKind = map[interaction.Kind]Form{
	interaction.Inbound:          InboundCall,
	interaction.CourtesyCallback: CallbackCall,
	interaction.WebCallback:      CallbackCall,
	interaction.Outdial:          OutdialCall,
	interaction.Preview:          PreviewCall,
	interaction.Chat:             ChatRequest,
	interaction.Email:            EmailRequest,
	interaction.Social:           SocialRequest,
}

// ChannelOf is the channel on which contacts of a kind reach an agent.
func ChannelOf(k interaction.Kind) agent.Channel {
	switch k {
	case interaction.Chat:
		return agent.Chat
	case interaction.Email:
		return agent.Email
	case interaction.Social:
		return agent.Social
	}
	return agent.Voice
}
