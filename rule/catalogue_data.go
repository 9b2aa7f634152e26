package rule

var recordingRules = []Rule{
	{ID: "REC-1", Says: "With recording enabled in the policy, a call is recorded without anybody asking for it.", Story: "recorder-does-not-come-back"},
	{ID: "REC-2", Says: "With Privacy Shield enabled, an agent may pause the recording while the customer gives sensitive data. The policy sets how long a pause lasts.", Story: "recording-is-paused-while-a-card-number-is-given"},
	{ID: "REC-3", Says: "When the pause's time is over recording resumes by itself, even in a consult or conference that has begun meanwhile: REC-5 binds agents and not the clock. If the switch fails to resume, it is asked again after each operation time-out, the agent is told each time, and the indicator goes on to say paused.", Story: "pause-runs-out-during-a-consult"},
	{ID: "REC-4", Says: "An agent may resume the recording before the pause's time is over. Pausing a recording that is paused is denied, and does not lengthen the pause.", Story: "trap-second-pause"},
	{ID: "REC-5", Says: "Recording can be paused and resumed only on an active call, on hold too, but not from Consult Requested until the consult is over, and not in a conference. Without Privacy Shield, or when nothing is recorded, it is denied for that reason.", Story: "no-privacy-shield-and-nothing-recorded"},
	{ID: "REC-6", Says: "The indicator says recording, paused or off, whoever talks or is on hold. A blind transfer or a return to the queue ends a pause, so that the next owner starts recorded; a consult transfer takes the pause along with what is left of its time.", Story: "pause-goes-along-with-a-consult-transfer"},
}

var dataRules = []Rule{
	{ID: "CAD-1", Says: "The administrator defines the variables: name, label, type, order, whether editable and whether secure.", Story: "variables-as-the-administrator-defined-them"},
	{ID: "CAD-2", Says: "Only a variable defined as editable can be edited, and only in an interaction that was accepted and whose wrap-up is not submitted yet.", Story: "data-is-edited-from-acceptance-to-submitted-wrap-up"},
	{ID: "CAD-3", Says: "A secure variable is marked as such in the pane and never shown in the popover. Asterisks stand for its value until the agent fetches it, which each agent does for himself and may try again when it fails.", Story: "secure-value-is-fetched-by-each-for-himself"},
	{ID: "CAD-4", Says: "A typed or pasted value has at most 256 characters, counted as Unicode code points; a longer one is refused with its count and never cut. Values that the flow sets are not judged.", Story: "pasted-text-is-too-long"},
	{ID: "CAD-5", Says: "A date is written as in ISO 8601, and a date with a time as in RFC 3339.", Story: "date-is-typed-the-local-way"},
	{ID: "CAD-6", Says: "Edits are a draft until Save: no value changes before. Revert brings back the values that were saved last.", Story: "draft-is-kept-until-save-or-revert"},
	{ID: "CAD-7", Says: "When two agents edit one variable, the first save wins: the other's entry is replaced, and so is a save built on an older version. The loser is told which variable, who saved and both values, but never the value of a secure one. Equal values are no conflict, and a change by the flow counts as a save by system.", Story: "two-agents-edit-the-same-variable"},
	{ID: "CAD-8", Says: "Edits of different variables never conflict, and a variable that loses a conflict does not take the rest of the save with it.", Story: "lost-variable-takes-no-other-with-it"},
	{ID: "CAD-9", Says: "Saving is not instant: the new value may show with a delay, and the network or the routing may make the save fail. The draft survives a failure and can be saved again.", Story: "save-fails-and-is-tried-again"},
	{ID: "CAD-10", Says: "Values can be copied. A secure value has to be fetched first.", Story: "secure-value-is-copied-only-once-fetched"},
}
