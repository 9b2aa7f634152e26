package fault

var dnFaults = []Fault{
	{
		Rule: "DN-1", File: "dialnumber/check.go",
		Old: "return n.digits < MinDigits || n.digits > MaxDigits",
		New: "return n.kept < MinDigits || n.kept > MaxDigits",
		Why: "characters are counted, not digits",
	},
	{
		Rule: "DN-1", File: "dialnumber/number.go",
		Old: "MaxDigits = 18 ",
		New: "MaxDigits = 19 ",
		Why: "nineteen digits",
	},
	{
		Rule: "DN-2", File: "dialnumber/number.go",
		Old: `const alphabet = "0123456789+#*:"`,
		New: `const alphabet = "0123456789+#*"`,
		Why: "the colon is removed",
	},
	{
		Rule: "DN-2", File: "dialnumber/number.go",
		Old: `const alphabet = "0123456789+#*:"`,
		New: `const alphabet = "0123456789+#*:~"`,
		Why: "the tilde is kept",
	},
	{
		Rule: "DN-3", File: "dialnumber/sanitise.go",
		Old: "if !unicode.IsDigit(r) {",
		New: "if unicode.IsDigit(r) {",
		Why: "other scripts' digits are removed",
	},
	{
		Rule: "DN-4", File: "dialnumber/format.go",
		Old: "&& digits[1] >= '2'",
		New: "&& digits[1] >= '1'",
		Why: "an area code that there is not",
	},
	{
		Rule: "DN-5", File: "dialnumber/parse.go",
		Old: "} else if isE164(rest) {",
		New: `} else if rest == "" {`,
		Why: "E.164 is not told",
	},
	{
		Rule: "DN-6", File: "dialnumber/parse.go",
		Old: "p.Format = IDD",
		New: "p.Format = E164",
		Why: "an IDD number passes as E.164",
	},
	{
		Rule: "DN-6", File: "dialnumber/parse.go",
		Old: `number = intl.international(text); number != ""`,
		New: `number = intl.international(text); number != "" && region == "US"`,
		Why: "the prefix of one region only",
	},
	{
		Rule: "DN-7", File: "dialnumber/number.go",
		Old: `	if c.broken() {
		return Number{}, c.err(text)`,
		New: `	if c.digits == 0 {
		return Number{}, c.err(text)`,
		Why: "the call is made all the same",
	},
	{
		Rule: "DN-8", File: "dialnumber/check.go",
		Old: "n.pluses > 1 ||",
		New: "",
		Why: "a second +",
	},
	{
		Rule: "DN-8", File: "dialnumber/number.go",
		Old: "MaxLength = 40 ",
		New: "MaxLength = 42 ",
		Why: "forty-two characters",
	},
}
