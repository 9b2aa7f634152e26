package browsertest

import "net/url"

// Desk is an agent's desk in a tab of its own, with the words of its language.
type Desk struct {
	*Tab
	W     Words
	Agent string
}

// OpenDesk opens the desk of an agent in a browser of this language, and waits
// until it is connected.
func OpenDesk(t T, server *Server, agent, language string) *Desk {
	t.Helper()
	w := In(t, language)
	return OpenDeskWith(t, server, agent, w, Look{Language: w.Browser()})
}

// OpenDeskWith is OpenDesk with a look.
func OpenDeskWith(t T, server *Server, agent string, w Words, look Look) *Desk {
	t.Helper()
	d := &Desk{Tab: Open(t, agent, look), W: w, Agent: agent}
	d.Go(server.URL("/desk/#agent=" + url.QueryEscape(agent)))
	d.Live()
	return d
}

// Live waits until the desk says that it shows what is.
func (d *Desk) Live() { d.T.Helper(); d.Exact(d.W.Of("page.live")).Shown() }

// Exact is the text, and nothing else beside it.
func (d *Desk) Exact(text string) Place { return d.Page().Exact(text) }

// State is the agent's own state, with its timer.
func (d *Desk) State() Place { return d.Role("group", d.W.Of("page.state")) }

// SignIn signs the agent in, to Idle.
func (d *Desk) SignIn() *Desk {
	d.T.Helper()
	d.Button(d.W.Of("agent-action.sign-in")).Press()
	d.State().Says(d.W.Of("agent-status.idle"))
	return d
}

// Ready signs the agent in and makes him Available.
func (d *Desk) Ready() *Desk {
	d.T.Helper()
	d.SignIn()
	d.Button(d.W.Of("agent-action.available")).Press()
	d.State().Says(d.W.Of("agent-status.available"))
	return d
}

// Popover is the stack of what is offered.
func (d *Desk) Popover() Place { return d.Role("region", d.W.Of("popover.title")) }

// Card is a card of the popover, by the sort of contact: contact.inbound.
func (d *Desk) Card(kind string) Place { return d.Popover().Role("article", d.W.Of(kind)) }

// Tasks is the task list, and TasksButton what opens and collapses it.
func (d *Desk) Tasks() Place { return d.Role("navigation", d.W.Of("desktop.tasks")) }

// TasksButton opens the task list, and collapses it.
func (d *Desk) TasksButton() Place { return d.Tasks().Starts("button", d.W.Of("desktop.tasks")) }

// Call is the interaction's part of the page.
func (d *Desk) Call(name string) Place { return d.Role("region", name) }

// Pane is the pane of one party of an interaction, by the words over his name:
// pane.caller, role.consulted, role.owner.
func (d *Desk) Pane(call, party string) Place {
	return d.Call(call).With("group", d.W.Of(party))
}

// The parties.
const (
	Caller    = "pane.caller"
	Consulted = "role.consulted"
	Owner     = "role.owner"
)

// Is waits until the pane has this status: status.connected.
func (d *Desk) Is(call, party, status string) {
	d.T.Helper()
	d.Pane(call, party).Exact(d.W.Of(status)).Shown()
}

// Action is a button of an interaction: action.hold.
func (d *Desk) Action(call, action string) Place { return d.Call(call).Button(d.W.Of(action)) }

// Do presses it.
func (d *Desk) Do(call, action string) { d.T.Helper(); d.Action(call, action).Press() }

// Dialog is the dialog of this name: dialog.consult.
func (d *Desk) Dialog(name string) Place { return d.Role("dialog", d.W.Of(name)) }

// Field is the field of a variable.
func (d *Desk) Field(call, label string) Place {
	return d.Call(call).Role("region", d.W.Of("variable.title")).Starts("textbox", label)
}

// WrapUp picks a reason and submits it.
func (d *Desk) WrapUp(call, reason string) {
	d.T.Helper()
	box := d.Call(call).Role("dialog", d.W.Of("wrap-up.title"))
	box.Role("radio", reason).Press()
	box.Role("radio", reason).Checked()
	box.Button(d.W.Of("wrap-up-action.submit")).Press()
	d.Call(call).Gone()
}

// Ask opens the dialog of consult or transfer, picks a target under a tab of it
// and sends the request: Ask("Anna", "consult", "dialog.agent", "Ben Okafor").
func (d *Desk) Ask(call, what, tab, target string) {
	d.T.Helper()
	box := d.AskFor(call, what, tab)
	box.Starts("radio", target).Press()
	box.Starts("radio", target).Checked()
	box.Button(d.W.Of("action." + what)).Press()
	box.Gone()
}

// AskFor opens the dialog at a tab, and no more.
func (d *Desk) AskFor(call, what, tab string) Place {
	d.T.Helper()
	d.Do(call, "action."+what)
	box := d.Dialog("dialog." + what)
	box.Role("tab", d.W.Of(tab)).Press()
	box.Role("tab", d.W.Of(tab)).Checked()
	return box
}

// Dial types a number into the dialog that is open, and sends the request.
func (d *Desk) Dial(call, what, number string) {
	d.T.Helper()
	box := d.AskFor(call, what, "dialog.dial-number")
	box.Role("textbox", d.W.Of("dialog.number")).Type(number)
	box.Button(d.W.Of("action." + what)).Press()
	box.Gone()
}

// Noticed waits for a notice with this text.
func (d *Desk) Noticed(text string) {
	d.T.Helper()
	d.Page().Starts("complementary", d.W.Of("page.notices")).Says(text)
}

// Told waits for a message about what was pressed, with this text.
func (d *Desk) Told(text string) {
	d.T.Helper()
	d.Role("region", d.W.Of("page.messages")).Says(text)
}

// Draft types into a variable, and waits until the server keeps the draft.
func (d *Desk) Draft(call, label, text string) {
	d.T.Helper()
	d.Wire.Sent(d.T, "type", func() { d.Field(call, label).Type(text) })
	d.Field(call, label).Described(d.W.Of("variable.edited"))
}

// Save saves the variables of a call.
func (d *Desk) Save(call string) {
	d.T.Helper()
	d.Call(call).Button(d.W.Of("variable.save")).Press()
}
