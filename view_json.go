package callcontrol

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// What a view's JSON says of a button is said by a denial, which is an error: it
// is written as its rule and its text, and read back as the same denial. So a
// desktop in Go at the far end of a line has the view that a desktop here has.

// allowance is a button's part of the JSON.
type allowance struct {
	Allowed bool   `json:"allowed"`
	Rule    string `json:"rule,omitzero"`
	Why     string `json:"why,omitzero"`
}

func allowanceOf(denied error) allowance {
	a := allowance{Allowed: denied == nil}
	a.Rule, a.Why = why(denied)
	return a
}

// why is the rule's id and the text of a denial.
func why(err error) (id, text string) {
	var d *rule.Denied
	if errors.As(err, &d) {
		return string(d.Rule()), d.Error()
	}
	return "", ""
}

// denied is the denial that says why not. What says neither that it is allowed
// nor why not is denied too: a button that is enabled by mistake is worse.
func denied(allowed bool, id, why string) error {
	if allowed {
		return nil
	}
	what, rest, found := strings.Cut(strings.TrimPrefix(why, "rule "+id+": "), " is denied")
	if !found {
		return rule.Deny(rule.ID(id), "", "", why)
	}
	where, reason, _ := strings.Cut(rest, ": ")
	return rule.Deny(rule.ID(id), what, strings.TrimPrefix(where, " in "), reason)
}

// MarshalJSON writes {"action", "allowed"}, and of a denied one "rule" and "why".
func (p Permission) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Action interaction.Action `json:"action"`
		allowance
	}{p.Action, allowanceOf(p.Denied)})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (p *Permission) UnmarshalJSON(data []byte) error {
	var in struct {
		Action interaction.Action `json:"action"`
		allowance
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*p = Permission{in.Action, denied(in.Allowed, in.Rule, in.Why)}
	return nil
}

// MarshalJSON writes {"allowed"}, and of a denied one "rule" and "why".
func (b Button) MarshalJSON() ([]byte, error) { return json.Marshal(allowanceOf(b.Denied)) }

// UnmarshalJSON reads what MarshalJSON writes.
func (b *Button) UnmarshalJSON(data []byte) error {
	var in allowance
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*b = Button{denied(in.Allowed, in.Rule, in.Why)}
	return nil
}

// variableJSON is a variable as a page needs it.
type variableJSON struct {
	Name       string         `json:"name"`
	Label      string         `json:"label"`
	Type       cad.Type       `json:"type"`
	Secure     bool           `json:"secure,omitzero"`
	Value      string         `json:"value"` // what stands in the field
	Saved      string         `json:"saved"`
	Edited     bool           `json:"edited,omitzero"`
	By         string         `json:"by,omitzero"`
	Revision   uint64         `json:"revision"`
	Visibility cad.Visibility `json:"visibility"`
	Copyable   bool           `json:"copyable"`
	Editable   bool           `json:"editable"`
	Rule       string         `json:"rule,omitzero"` // why it cannot be edited
	Why        string         `json:"why,omitzero"`
}

// MarshalJSON writes the variable as a page needs it.
func (v Variable) MarshalJSON() ([]byte, error) {
	out := variableJSON{Name: v.Name, Label: v.Label, Type: v.Type, Secure: v.Secure, Value: v.Value.Text(), Saved: v.Saved.Text(), Edited: v.Edited,
		By: v.By, Revision: v.Revision, Visibility: v.Visibility, Copyable: v.Copyable, Editable: v.Denied == nil}
	out.Rule, out.Why = why(v.Denied)
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes: what a desktop is not told of
// the definition, its Order and Editable, is not there.
func (v *Variable) UnmarshalJSON(data []byte) error {
	var in variableJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*v = Variable{cad.Field{Definition: cad.Definition{Name: in.Name, Label: in.Label, Type: in.Type, Secure: in.Secure},
		Value: cad.Shown(in.Value, in.Secure), Saved: cad.Shown(in.Saved, in.Secure), Edited: in.Edited,
		By: in.By, Revision: in.Revision, Visibility: in.Visibility, Copyable: in.Copyable, Denied: denied(in.Editable, in.Rule, in.Why)}}
	return nil
}
