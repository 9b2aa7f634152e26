package fault

var cadFaults = []Fault{
	{
		Rule: "CAD-1", File: "cad/definition.go",
		Old: "case a.Order < b.Order:", New: "case a.Order < 0:",
		Why: "the administrator's order is not kept",
	},
	{
		Rule: "CAD-1", File: "cad/definition.go",
		Old: `if d.Label == "" {`, New: `if d.Label != "" {`,
		Why: "the administrator's label is not kept",
	},
	{
		Rule: "CAD-1", File: "cad/check.go",
		Old: "return digits(unsigned(value))", New: "return true",
		Why: "a word in a number's field",
	},
	{
		Rule: "CAD-2", File: "callflow/may.go",
		Old: "c.State.Role(c.Party(by)) == interaction.Nobody {",
		New: "c.State.Role(c.Party(by)) == interaction.Owner {",
		Why: "nothing is edited in the wrap-up",
	},
	{
		Rule: "CAD-2", File: "callflow/may.go",
		Old: "s != nil && s.owes() {\n\t\t\treturn nil", New: "s != nil {\n\t\t\treturn nil",
		Why: "edited after the wrap-up was submitted",
	},
	{
		Rule: "CAD-2", File: "cad/draft.go",
		Old: "if !def.Editable {", New: "if !def.Editable && def.Secure {",
		Why: "what is read-only is edited",
	},
	{
		Rule: "CAD-3", File: "cad/reader.go",
		Old: "return Masked", New: "return Fetched",
		Why: "a secure value is shown before it is fetched",
	},
	{
		Rule: "CAD-3", File: "cad/reader.go",
		Old: "r.asked[i].state == Public || r.asked[i].rev != r.p().sheet.p().cells[i].rev",
		New: "r.asked[i].state == Public",
		Why: "a new value is shown to who fetched the old one",
	},
	{
		Rule: "CAD-3", File: "cad/reader.go",
		Old: "v != Masked && v != Failed", New: "v != Masked",
		Why: "a fetch that failed cannot be tried again",
	},
	{
		Rule: "CAD-4", File: "cad/check.go",
		Old: "if n := utf8.RuneCountInString(value); n > MaxLength {",
		New: "if n := len(value); n > MaxLength {",
		Why: "bytes are counted",
	},
	{
		Rule: "CAD-4", File: "cad/check.go",
		Old: "n > MaxLength {", New: "n >= MaxLength {",
		Why: "256 characters are too many",
	},
	{
		Rule: "CAD-5", File: "cad/check.go",
		Old: "time.Parse(time.DateOnly, value)", New: `time.Parse("02.01.2006", value)`,
		Why: "dates are typed the local way",
	},
	{
		Rule: "CAD-5", File: "cad/check.go",
		Old: "return err == nil || dateTime(value)", New: "return err == nil",
		Why: "no date with a time",
	},
	{
		Rule: "CAD-6", File: "callflow/variables.go",
		Old: "\t\treturn s.Reader.Set(do.Name, do.Value)\n",
		New: "\t\terr = s.Reader.Set(do.Name, do.Value)\n\t\tif saved, err := c.Sheet.Save(s.Reader.Draft); err == nil {\n\t\t\tc.Sheet = saved.Sheet\n\t\t}\n\t\treturn err\n",
		Why: "what is typed is saved at once",
	},
	{
		Rule: "CAD-6", File: "cad/draft.go",
		Old: "*d = (&draft{sheet: d.p().sheet, agent: d.p().agent}).boxed()",
		New: "*d = (&draft{sheet: d.p().sheet, agent: d.p().agent, edits: d.p().edits}).boxed()",
		Why: "Revert changes nothing",
	},
	{
		Rule: "CAD-7", File: "cad/save.go",
		Old: "return lost", New: "return fresh",
		Why: "the last save wins",
	},
	{
		Rule: "CAD-7", File: "callflow/variables.go",
		Old: "e.Notices = append(e.Notices, Notice{To: s.Agent, Contact: c.ID, Kind: NoticeReplaced, About: conflict.By, Conflict: &conflict})",
		New: "_ = conflict",
		Why: "who loses is not told",
	},
	{
		Rule: "CAD-8", File: "cad/save.go",
		Old: "conflict = true", New: "return Result{s, d}, nil",
		Why: "a lost variable takes the others with it",
	},
	{
		Rule: "CAD-9", File: "callflow/variables.go",
		Old: "if err := f.cfg.Keep(c.ID, sheet); err != nil {",
		New: "if err := f.cfg.Keep(c.ID, sheet); err != nil {\n\t\t\tfor i := range c.Seats {\n\t\t\t\t_ = c.Seats[i].Reader.Revert()\n\t\t\t}",
		Why: "a save that fails takes the draft with it",
	},
	{
		Rule: "CAD-9", File: "callflow/variables.go",
		Old: "if err := f.cfg.Keep(c.ID, sheet); err != nil {\n\t\t\treturn err",
		New: "if err := f.cfg.Keep(c.ID, sheet); err != nil {\n\t\t\tc.Sheet = sheet\n\t\t\treturn err",
		Why: "what could not be saved shows as saved",
	},
	{
		Rule: "CAD-10", File: "cad/view.go",
		Old: "f.Copyable = f.Visibility == Public || f.Visibility == Fetched",
		New: "f.Copyable = f.Visibility != Masked",
		Why: "what is still being fetched can be copied",
	},
}
