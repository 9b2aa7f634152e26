package popover

import (
	"log/slog"

	"github.com/seed-6cc70c2f/callcontrol/cad"
)

// FieldKind says what a field of a card shows.
type FieldKind uint8

const (
	Variable       FieldKind = iota // a variable that the administrator chose; the zero value
	CustomerNumber                  // the customer's phone number (POP-10, POP-14)
	QueueName                       // the name of the queue (POP-10, POP-14)
	DNIS                            // the number that the customer dialled (POP-10, POP-14)
	AgentName                       // of the agent who asks for a consult (POP-12)
	AgentDN                         // his dial number (POP-12, POP-13)
	AgentTeam                       // his team (POP-12)
)

var (
	fieldWords  = words{"variable", "customer-number", "queue-name", "dnis", "agent-name", "agent-dn", "agent-team"}
	fieldLabels = words{"", "Phone Number", "Queue Name", "DNIS", "Agent Name", "Agent DN", "Agent Team"}
)

// String is the kind's word, such as "queue-name".
func (k FieldKind) String() string { return fieldWords.text(uint8(k)) }

// MarshalText writes the kind's word.
func (k FieldKind) MarshalText() ([]byte, error) { return fieldWords.marshal("field kind", uint8(k)) }

// UnmarshalText reads the kind's word.
func (k *FieldKind) UnmarshalText(text []byte) error {
	v, err := fieldWords.unmarshal("field kind", text)
	if err == nil {
		*k = FieldKind(v)
	}
	return err
}

// Field is one line of a card. It prints without its value, which may be
// personal data.
type Field struct {
	Kind  FieldKind
	Name  string // the variable's name; empty for the other kinds
	Label string // as the administrator words it; English for the other kinds
	Value string // empty where there is none: the field keeps its place
}

// String is the label without the value.
func (f Field) String() string { return f.Label }

// GoString is String.
func (f Field) GoString() string { return f.Label }

// LogValue is String.
func (f Field) LogValue() slog.Value { return slog.StringValue(f.Label) }

// Source has the values that cards show. It prints none of them.
type Source struct {
	CustomerNumber string    // what the customer is reached at
	Queue          string    // the name of the queue that routed the contact
	DNIS           string    // the number that he dialled
	Asker          Asker     // on a consult: the agent who asks
	Sheet          cad.Sheet // the saved variables; of the secure ones none is shown (POP-18)
}

// Asker is the agent who asks for a consult (POP-12).
type Asker struct {
	Name string
	DN   string
	Team string
}

// String says nothing of the values.
func (Source) String() string { return "popover source" }

// GoString is String.
func (s Source) GoString() string { return s.String() }

// LogValue is String.
func (s Source) LogValue() slog.Value { return slog.StringValue(s.String()) }

func (s *Source) value(k FieldKind) string {
	switch k {
	case CustomerNumber:
		return s.CustomerNumber
	case QueueName:
		return s.Queue
	case DNIS:
		return s.DNIS
	case AgentName:
		return s.Asker.Name
	case AgentDN:
		return s.Asker.DN
	case AgentTeam:
		return s.Asker.Team
	}
	return ""
}

// fields lists what a card of this form shows. More variables than the form
// can have are not shown, even where nobody asked Validate.
func (f *form) fields(chosen []Choice, s *Source) []Field {
	fixed := f.lead
	if len(chosen) == 0 && len(f.unset) > 0 {
		fixed = f.unset
	}
	chosen = chosen[:min(len(chosen), f.max)]
	if len(fixed)+len(chosen) == 0 {
		return nil
	}
	out := make([]Field, 0, len(fixed)+len(chosen))
	for _, k := range fixed {
		out = append(out, Field{Kind: k, Label: fieldLabels[k], Value: s.value(k)})
	}
	start := len(out)
	out = out[:start+len(chosen)]
	var found uint64 // MaxVariables is below 64
	for d, value := range s.Sheet.Public() {
		for i, c := range chosen {
			if c.Name != d.Name || found>>i&1 == 1 {
				continue
			}
			label := c.Label
			if label == "" {
				label = d.Label
			}
			out[start+i] = Field{Name: d.Name, Label: label, Value: value}
			found |= 1 << i
		}
	}
	// What the sheet does not give out is secure, or no variable of this
	// contact: left out, and the others move up (POP-10).
	kept := out[:start]
	for i := range chosen {
		if found>>i&1 == 1 {
			kept = append(kept, out[start+i])
		}
	}
	return kept
}
