package fault

var recFaults = []Fault{
	{
		Rule: "REC-1", File: "interaction/effect_offer.go",
		Old: "\t\tt.startRecording()\n", New: "",
		Why: "nothing is recorded by itself",
	},
	{
		Rule: "REC-2", File: "interaction/effect_media.go",
		Old: "t.s.recBy = t.after(t.s.pol.pause)",
		New: "t.s.recBy = t.after(t.s.pol.operation)",
		Why: "a pause does not last as long as the policy says",
	},
	{
		Rule: "REC-3", File: "interaction/effect_media.go",
		Old: "\t\tt.resumeRecording()\n\tcase recResuming:",
		New: "\t\tif t.s.phase == Talking {\n\t\t\tt.resumeRecording()\n\t\t}\n\tcase recResuming:",
		Why: "the clock is bound by REC-5 like an agent",
	},
	{
		Rule: "REC-4", File: "interaction/table.go",
		Old: "when(shielded, recorded, notPaused, able, noRecordingWish)",
		New: "when(shielded, recorded, able, noRecordingWish)",
		Why: "a second pause",
	},
	{
		Rule: "REC-4", File: "interaction/table.go",
		Old: "{On: ResumeRecording, In: in(Talking),",
		New: "{On: ResumeRecording, In: in(Conference),",
		Why: "it cannot be resumed by hand",
	},
	{
		Rule: "REC-5", File: "interaction/guard.go",
		Old: "return s.pol.has(flagShield)", New: "return s.pol.has(flagRecording)",
		Why: "a pause without Privacy Shield",
	},
	{
		Rule: "REC-5", File: "interaction/table.go",
		Old: "when(shielded, recorded, notPaused, able, noRecordingWish)",
		New: "when(shielded, notPaused, able, noRecordingWish)",
		Why: "a pause of nothing",
	},
	{
		Rule: "REC-5", File: "interaction/table.go",
		Old: "{On: PauseRecording, In: in(Talking),",
		New: "{On: PauseRecording, In: in(Talking, Requested, Consulting, Conference),",
		Why: "a pause in a consult or a conference",
	},
	{
		Rule: "REC-6", File: "interaction/effect_transfer.go",
		Old: "p.role, p.since, p.came = Owner, t.now, telephony.Agent",
		New: "p.role, p.since, p.came = Owner, t.now, telephony.Agent\n\tt.endRecording()",
		Why: "a consult transfer loses the pause",
	},
	{
		Rule: "REC-6", File: "interaction/effect_transfer.go",
		Old: "p.role, p.since, p.came = Owner, t.now, telephony.Agent",
		New: "p.role, p.since, p.came = Owner, t.now, telephony.Agent\n\tif t.s.rec == recPaused {\n\t\tt.s.recBy = t.after(t.s.pol.pause)\n\t}",
		Why: "a consult transfer begins the pause anew",
	},
}
