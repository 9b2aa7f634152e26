package label

// reasonTable has every reason that narrows a rule down, as the packages word
// it in their refusals, and the word that stands for it in a key. A reason may
// be reworded there; the word stays.
var reasonTable = []struct{ word, says string }{
	// interaction: the conditions of its table, and what is in flight (OP-1).
	{"customer-held-already", "the customer is on hold already"},
	{"customer-not-held", "the customer is not on hold"},
	{"customer-held", "the customer is on hold"},
	{"consulted-held-already", "the consulted party is on hold already"},
	{"consulted-not-held", "the consulted party is not on hold"},
	{"hold-needs-call", "only a call can be held"},
	{"consult-needs-call", "only in a call can somebody be consulted"},
	{"transfer-needs-call", "only a call can be transferred"},
	{"leg-needs-call", "only a call's leg can be muted or sent digits"},
	{"switch-cannot", "the switch cannot do it"},
	{"hold-in-flight", "a hold is in flight"},
	{"resume-in-flight", "a resume is in flight"},
	{"consult-hold-in-flight", "a hold of the consulted party is in flight"},
	{"consult-resume-in-flight", "a resume of the consulted party is in flight"},
	{"conference-in-flight", "a conference is in flight"},
	{"transfer-in-flight", "a transfer is in flight"},
	{"transfer-waits", "a transfer waits to be accepted"},
	{"recording-in-flight", "a change of the recording is in flight"},
	{"answer-in-flight", "an answer is in flight"},
	{"no-privacy-shield", "Privacy Shield is off"},
	{"not-recorded", "nothing is recorded"},
	{"paused-already", "the recording is paused already"},
	{"not-paused", "the recording is not paused"},
	{"no-conference", "the policy allows no conference"},
	{"no-transfer-waits", "no transfer waits to be accepted"},
	{"not-cancellable", "this contact cannot be cancelled"},
	{"skip-needs-preview", "only a preview contact can be skipped"},
	{"remove-not-allowed", "the policy does not let it be removed"},
	{"being-assigned", "the contact is still being assigned"},
	{"answer-on-phone", "a call is answered on the phone"},
	{"preview-is-skipped", "a preview contact is skipped, not declined"},
	{"does-not-ring", "it does not ring"},
	{"ep-dn-reads", "in an EP-DN consult the consulted agent cannot edit"},
	{"no-one-waits", "no one waits"},
	{"transfer-undecided", "a transfer is not decided yet"},

	// agent: his own requests, and why another cannot have him.
	{"not-signed-in", "not signed in"},
	{"signed-in-already", "already signed in"},
	{"still-open", "an interaction is open or not wrapped up"},
	{"no-slot", "no free slot on that channel"},
	{"no-voice-slot", "no free voice slot"},
	{"idle-chosen", "Idle is chosen"},

	// wrapup: its dialog.
	{"no-wrap-up-asked", "no wrap-up is asked for"},
	{"wrap-up-submitted", "the wrap-up is submitted"},
	{"submit-waits", "the submit waits for the transfer"},
	{"no-reason-chosen", "no reason is chosen"},
	{"no-countdown", "no count-down runs"},
	{"owner-wraps-up", "the owner of a call wraps up"},
	{"countdown-stays", "the policy does not allow it"},
	{"no-wrap-up-owed", "no wrap-up is owed"},

	// interaction/target and callflow: who and what can be called.
	{"target-in-call", "the target is in the call already"},
	{"self-or-in-call", "oneself, or someone in the call already"},
	{"no-such-agent", "there is no such agent now"},
	{"not-listed", "it is not in the list for this"},
	{"entry-point-not-fetched", "the entry point could not be fetched from its list; turn to the administrator if this persists"},
	{"number-not-fetched", "the number is wrong or could not be fetched from its list; turn to the administrator if this persists"},
	{"no-such-expert", "there is no such expert"},
	{"expert-without-number", "the expert has no business phone number"},
	{"no-sign-on", "single sign-on is not enabled"},
	{"caller-id-not-listed", "the caller id is not one that the policy lists"},
	{"transferred-away", "the agent has transferred the call away"},
	{"agent-in-call", "the agent is in the call already"},

	// cad: the variables.
	{"wrong-type", "the value is not of the variable's type"},
	{"not-editable", "the variable is not editable"},
	{"consulted-by-ep-dn", "the agent was consulted through an EP-DN"},
	{"not-fetched", "the value is not fetched"},
}

func reasonWords() []string {
	all := make([]string, len(reasonTable))
	for i, r := range reasonTable {
		all[i] = r.word
	}
	return all
}

var reasonPlaces = func() map[string]int {
	all := map[string]int{}
	for i, r := range reasonTable {
		all[r.says] = int(index.themes[reasons][i])
	}
	return all
}()

// reason is the sentence for a refusal's reason, which the refusal has in
// English; empty for none, and for one that nobody here knows.
func (l Language) reason(says string) string {
	if place, ok := reasonPlaces[says]; ok {
		return l.book().texts[place].raw
	}
	return ""
}
