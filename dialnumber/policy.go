package dialnumber

import (
	"fmt"
	"strings"
)

// Policy says which sound numbers may be called, and for what. The zero Policy
// is off: it allows every number. A policy is the administrator's own and no
// rule of the specification: DN-7 does not know it.
type Policy struct {
	// Rules are asked in order. The first that matches the number and has a
	// verdict for the use decides; when none does, the number is allowed.
	Rules []PolicyRule `json:"rules"`
}

// PolicyRule matches a number when everything that it asks for is so. A rule
// that asks for nothing matches every number: the last rule of a policy that
// is closed by default.
type PolicyRule struct {
	Name string `json:"name,omitempty"` // for logs and the agent's eyes

	// Prefix is how the number begins: with a + it is compared with E164, so
	// that it does not matter how the number was dialled; without one, with
	// the text that is dialled.
	Prefix string `json:"prefix,omitempty"`
	// Country is the country code, such as 44; 0 asks for none.
	Country int `json:"country,omitempty"`
	// Type is the kind of line; UnknownType asks for none.
	Type Type `json:"type,omitempty"`
	// ServiceCode, Emergency and Premium ask for Parsed's field of that name.
	ServiceCode bool `json:"serviceCode,omitempty"`
	Emergency   bool `json:"emergency,omitempty"`
	Premium     bool `json:"premium,omitempty"`

	// What is decided, for each use.
	Dial     Verdict `json:"dial,omitempty"`
	Consult  Verdict `json:"consult,omitempty"`
	Transfer Verdict `json:"transfer,omitempty"`
}

// Decision is what a policy says of a number. It holds no part of it.
type Decision struct {
	Verdict Verdict // Allow, Deny or Confirm
	Rule    int     // which rule decided, counted from 0; -1 where none did
	Name    string  // that rule's name
}

// Decide asks the policy about a number and what it is wanted for. What is no
// number, or no use, is denied.
func (p Policy) Decide(n Parsed, use Use) Decision {
	if !n.Number.IsValid() || use > Transfer {
		return Decision{Verdict: Deny, Rule: -1}
	}
	for i, r := range p.Rules {
		v := r.verdict(use)
		if v != NoVerdict && r.matches(&n) {
			return Decision{Verdict: v, Rule: i, Name: r.Name}
		}
	}
	return Decision{Verdict: Allow, Rule: -1}
}

func (r *PolicyRule) verdict(use Use) Verdict {
	switch use {
	case Dial:
		return r.Dial
	case Consult:
		return r.Consult
	default:
		return r.Transfer
	}
}

func (r *PolicyRule) matches(n *Parsed) bool {
	// Whoever calls for help is not stopped because of the price, not even by
	// a numbering plan that is wrong about it.
	if n.Emergency && (r.Premium || r.Type == PremiumRate) {
		return false
	}
	return (r.Prefix == "" || r.begins(n)) &&
		(r.Country == 0 || r.Country == n.Country) &&
		(r.Type == UnknownType || r.Type == n.Type) &&
		(!r.ServiceCode || n.ServiceCode) &&
		(!r.Emergency || n.Emergency) &&
		(!r.Premium || n.Premium)
}

func (r *PolicyRule) begins(n *Parsed) bool {
	number := n.Number
	if r.Prefix[0] == '+' && n.E164.IsValid() {
		number = n.E164
	}
	return strings.HasPrefix(number.Dialled(), r.Prefix)
}

// PolicyError says what is wrong with a rule of a policy.
type PolicyError struct {
	Rule    int    // which rule, counted from 0
	Field   string // which of its fields, as in its JSON
	Problem string // what is wrong with it
}

// Error reads "dialnumber: policy rule 2: prefix: …".
func (e *PolicyError) Error() string {
	return fmt.Sprintf("dialnumber: policy rule %d: %s: %s", e.Rule, e.Field, e.Problem)
}

// Validate finds the first rule that can never match, decides nothing, or
// holds a value that does not exist: a *PolicyError. Ask it once, when the
// policy is read; Decide takes any policy.
func (p Policy) Validate() error {
	for i, r := range p.Rules {
		if field, problem := r.problem(); problem != "" {
			return &PolicyError{Rule: i, Field: field, Problem: problem}
		}
	}
	return nil
}

func (r *PolicyRule) problem() (field, what string) {
	for i := range len(r.Prefix) {
		if strings.IndexByte(alphabet, r.Prefix[i]) < 0 {
			return "prefix", "holds a character that is never dialled"
		}
	}
	switch {
	case len(r.Prefix) > MaxLength:
		return "prefix", "is longer than any number"
	case r.Country < 0 || r.Country > 999:
		return "country", "is no country code"
	case int(r.Type) >= len(typeNames):
		return "type", "does not exist"
	case r.Dial > Confirm:
		return "dial", "is no verdict"
	case r.Consult > Confirm:
		return "consult", "is no verdict"
	case r.Transfer > Confirm:
		return "transfer", "is no verdict"
	case r.Dial == NoVerdict && r.Consult == NoVerdict && r.Transfer == NoVerdict:
		return "dial", "the rule decides nothing: it has no verdict for any use"
	case r.Emergency && (r.Premium || r.Type == PremiumRate):
		return "premium", "an emergency number is never a premium one"
	}
	return "", ""
}
