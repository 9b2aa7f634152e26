package rule

// Denied says that a rule forbids an action. It is the one error with which
// every package of this module refuses a person's request for a reason of the
// rules; a malformed request is another matter, and another error.
//
// A Denied is shared and immutable: the same refusal is the same pointer each
// time, so that refusing allocates nothing and a page can compare refusals.
// It holds no name of a person, no number and no value of a variable.
type Denied struct {
	rule   ID
	action string
	state  string
	reason string
}

// Deny makes a refusal. The action and the state are the words that a desktop
// shows; reason narrows the rule down where one rule forbids for several
// reasons ("a hold is in flight" for OP-1), and may be empty. Packages make
// their refusals once, when they start.
func Deny(id ID, action, state, reason string) *Denied {
	return &Denied{rule: id, action: action, state: state, reason: reason}
}

// Rule is the rule that forbids the action.
func (d *Denied) Rule() ID { return d.rule }

// Action is the forbidden action's label, such as "Hold".
func (d *Denied) Action() string { return d.action }

// State is the label of the state in which it is forbidden, such as
// "Conference".
func (d *Denied) State() string { return d.state }

// Reason narrows the rule down; it is empty where the rule says it all.
func (d *Denied) Reason() string { return d.reason }

// Error reads "rule HLD-3: Hold is denied in Call on Hold: …", with the reason
// where there is one, and else with what the rule says.
func (d *Denied) Error() string {
	why := d.reason
	if why == "" {
		why = d.rule.Says()
	}
	s := "rule " + string(d.rule) + ": " + d.action + " is denied"
	if d.state != "" {
		s += " in " + d.state
	}
	if why != "" {
		s += ": " + why
	}
	return s
}

// Is lets errors.Is(err, rule.ID("HLD-3")) ask for the rule.
func (d *Denied) Is(target error) bool {
	id, ok := target.(ID)
	return ok && id == d.rule
}
