package callflow

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// View is what one agent's desktop shows.
type View struct {
	Agent    agent.ID
	Summary  agent.Summary
	Since    time.Time
	Contacts []ContactView // those he has a part in, or a wrap-up of, in order of arrival
}

// ContactView is one contact on one desktop.
type ContactView struct {
	Contact telephony.CallID
	Name    string
	Kind    interaction.Kind
	Queue   string
	Panes   []Pane                   // the customer's first
	Actions []interaction.Permission // empty for who only wraps up
	WrapUp  *WrapUpView              // while his dialog is open
}

// Pane is a pane with the name of whom it is about.
type Pane struct {
	Name string
	interaction.Pane
}

// WrapUpView is an open wrap-up dialog.
type WrapUpView struct {
	Phase   wrapup.Phase
	Since   time.Time // the count-up runs from here (END-6); zero when none runs
	Ends    time.Time // the count-down ends here (END-6); zero when none runs
	Chosen  wrapup.Code
	Reasons []wrapup.Reason
	Submit  error // nil, or why it cannot be submitted now
	Cancel  error // nil, or why the count-down cannot be cancelled
}

// View is what the agent's desktop shows now.
func (f *Floor) View(id agent.ID) View {
	a := f.agents[id]
	v := View{Agent: id, Summary: a.Summary(), Since: a.Since()}
	for _, call := range f.order {
		if cv, ok := f.contacts[call].View(id, f.around()); ok {
			v.Contacts = append(v.Contacts, cv)
		}
	}
	return v
}

// View is the contact on the agent's desktop; false when it is not there.
func (c *Contact) View(id agent.ID, in Around) (ContactView, bool) {
	var v ContactView
	c.Look(id, in, &v)
	return v, len(v.Panes) > 0 || v.WrapUp != nil
}

// Look is View into a ContactView that may have been used before.
func (c *Contact) Look(id agent.ID, in Around, v *ContactView) {
	*v = ContactView{Contact: c.ID, Name: c.Name, Kind: c.State.Kind(), Queue: c.Queue, Panes: v.Panes[:0], Actions: v.Actions[:0]}
	if s := c.seat(id); s != nil {
		var panes [2]interaction.Pane
		for _, p := range c.State.Panes(s.Party, panes[:0]) {
			name := c.nameOf(p.About)
			if p.Role == interaction.Customer {
				name = c.Name
			}
			v.Panes = append(v.Panes, Pane{Name: name, Pane: p})
		}
		v.Actions = c.State.Permissions(s.Party, v.Actions)
		for i := range v.Actions {
			if p := &v.Actions[i]; p.Err == nil {
				p.Err = c.May(id, p.Action, interaction.Target{}, in)
			}
		}
	}
	if s := c.wrapUp(id); s != nil && s.WrapUp.Dialog() {
		v.WrapUp = wrapUpView(s.WrapUp, c.Policy.WrapUp)
	}
}

func wrapUpView(s wrapup.State, p wrapup.Policy) *WrapUpView {
	v := &WrapUpView{Phase: s.Phase(), Reasons: p.Reasons.All(), Submit: s.May(wrapup.Submit), Cancel: s.May(wrapup.CancelCountdown)}
	v.Since, _ = s.Since()
	v.Ends, _ = s.Deadline()
	v.Chosen, _ = s.Chosen()
	return v
}
