package label

// The words of a desktop that no enum has; Text gives them.
const (
	// The popover (POP).
	Popover   Key = "popover.title"
	Callback  Key = "popover.callback" // the mark on a callback's card (POP-17)
	RONATitle Key = "popover.rona"     // over the two ways out (POP-16)
	Received  Key = "popover.received" // beside a callback's timer (POP-17)

	// The interaction control pane (ANS-4, CON-10).
	Pane          Key = "pane.title"
	Caller        Key = "pane.caller"    // over the customer's pane
	ConsultedPane Key = "pane.consulted" // over the consulted party's
	PaneHold      Key = "pane.hold"      // HoldConsult, on the consulted party's own pane
	PaneResume    Key = "pane.resume"    // ResumeConsult, there
	HeldOnDevice  Key = "pane.held-on-device"
	InFlight      Key = "pane.in-flight" // beside the action that waits for the switch (OP-1)
	Unsettled     Key = "pane.unknown"   // beside the action that has not been answered (OP-4)
	Uncertain     Key = "pane.uncertain" // nobody could say whether the switch has the interaction as it is shown
	Timer         Key = "pane.timer"

	// The consult and transfer request dialogs (CON-2 to CON-7).
	ConsultDialog    Key = "dialog.consult"
	TransferDialog   Key = "dialog.transfer"
	AgentTab         Key = "dialog.agent"
	QueueTab         Key = "dialog.queue"
	DialNumberTab    Key = "dialog.dial-number"
	OrganizationTab  Key = "dialog.organization"
	EntryPoints      Key = "dialog.entry-points"
	AddressBook      Key = "dialog.address-book"
	NumberField      Key = "dialog.number"
	Search           Key = "dialog.search"
	Refresh          Key = "dialog.refresh"
	FirstName        Key = "dialog.first-name"
	JobTitle         Key = "dialog.job-title"
	Department       Key = "dialog.department"
	PhoneNumber      Key = "dialog.phone-number"
	BlindTransfer    Key = "dialog.blind-transfer"
	NothingFound     Key = "dialog.nothing-found"
	DialNumberFormat Key = "dialog.number-hint" // what may be typed (DN-1, DN-2)

	// The wrap-up reasons dialog (END).
	WrapUpDialog  Key = "wrap-up.title"
	WrapUpReason  Key = "wrap-up.reason"
	ConsultWrapUp Key = "wrap-up.consult" // the dialog for an ended consult (CON-16)
	WrapUpTime    Key = "wrap-up.time"    // beside the count-up (END-6)
	WrapUpEnds    Key = "wrap-up.ends"    // beside the count-down (END-6)

	// Call-associated data (CAD).
	Variables      Key = "variable.title"
	Save           Key = "variable.save"
	Revert         Key = "variable.revert"
	Copy           Key = "variable.copy"
	Retry          Key = "variable.retry" // after a fetch that failed (CAD-3)
	Fetch          Key = "variable.fetch"
	SecureVariable Key = "variable.secure"
	Edited         Key = "variable.edited"

	// The rest of the desktop.
	TaskList      Key = "desktop.tasks"
	RecordIcon    Key = "desktop.record"
	PrivacyShield Key = "desktop.privacy-shield"
	NoiseRemoval  Key = "desktop.noise-removal"
	Dial          Key = "desktop.dial" // OUT-1
)

var wordKeys = keyWords(
	Popover, Callback, RONATitle, Received,
	Pane, Caller, ConsultedPane, PaneHold, PaneResume, HeldOnDevice, InFlight, Unsettled, Uncertain, Timer,
	ConsultDialog, TransferDialog, AgentTab, QueueTab, DialNumberTab, OrganizationTab, EntryPoints, AddressBook, NumberField,
	Search, Refresh, FirstName, JobTitle, Department, PhoneNumber, BlindTransfer, NothingFound, DialNumberFormat,
	WrapUpDialog, WrapUpReason, ConsultWrapUp, WrapUpTime, WrapUpEnds,
	Variables, Save, Revert, Copy, Retry, Fetch, SecureVariable, Edited,
	TaskList, RecordIcon, PrivacyShield, NoiseRemoval, Dial,
)

func keyWords(keys ...Key) []string {
	all := make([]string, len(keys))
	for i, k := range keys {
		all[i] = string(k)
	}
	return all
}

// What this package fills in itself.
const (
	sayDenied        Key = "sentence.denied"
	saySummary       Key = "sentence.agent"
	sayNotOffered    Key = "sentence.not-offered"
	sayAdministrator Key = "sentence.administrator"
	saySystem        Key = "sentence.system"
	sayPage          Key = "sentence.page"
	sayAcceptNone    Key = "sentence.accept-none"
	sayAcceptOne     Key = "sentence.accept-one"
	sayAcceptMany    Key = "sentence.accept-many"
)

var sentenceWords = []string{"denied", "agent", "not-offered", "administrator", "system", "page", "accept-none", "accept-one", "accept-many"}
