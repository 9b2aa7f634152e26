package rule

import "slices"

// catalogue has the groups in the specification's order, and within a group
// the rules by number. Its texts are data: a refusal quotes them and
// docs/RULES.md is rendered from them.
var catalogue = slices.Concat(
	noiseRules, popoverRules, answerRules,
	holdRules, consultRules, participantRules,
	conferenceRules, transferRules, numberRules,
	recordingRules, dataRules,
	endRules, callbackRules, outdialRules,
	agentRules, operationRules,
)

// Group is a chapter of the catalogue: the rules whose ids share the code.
type Group struct {
	Code  string // "HLD", as ID.Group gives it
	Title string // "Hold and resume"
}

// Groups returns the chapters of the catalogue, in the order in which All has
// their rules. The slice is the caller's own.
func Groups() []Group { return slices.Clone(groups) }

var groups = []Group{
	{"NR", "Background-noise removal"},
	{"POP", "The popover"},
	{"ANS", "Answering"},
	{"HLD", "Hold and resume"},
	{"CON", "Consult"},
	{"PAR", "Who may do what in a consult and a conference"},
	{"CNF", "Conference"},
	{"TRF", "Transfer"},
	{"DN", "Dial numbers"},
	{"REC", "Recording"},
	{"CAD", "Call-associated data"},
	{"END", "Ending a call and wrap-up"},
	{"CBK", "Callback"},
	{"OUT", "Outdial and preview campaign"},
	{"AGT", "Agent states"},
	{"OP", "What holds for every request and fact"},
}
