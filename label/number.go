package label

import (
	"strconv"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
)

// Number is what is wrong with a number that was typed (DN-7), as a sentence:
// "Only 2 digits; a number has at least 3." It holds no part of the number.
// Empty for nil.
func (l Language) Number(e *dialnumber.Error) string {
	if e == nil {
		return ""
	}
	t := l.value(numberFaults, int(e.Reason))
	if t == nil {
		return l.Rule(e.Rule)
	}
	return t.fill(value{"count", strconv.Itoa(e.Count)}, value{"limit", strconv.Itoa(e.Limit)},
		value{"warning", l.NumberWarning(e.Warning)})
}

// NumberWarning is a doubt about a number that passes the rules, in a few words
// in a sentence.
func (l Language) NumberWarning(w dialnumber.WarningKind) string { return l.word(warnings, uint8(w)) }

// NumberFormat is the name of a number's format (DN-4 to DN-7).
func (l Language) NumberFormat(f dialnumber.Format) string { return l.word(formats, uint8(f)) }

// NumberLine is what kind of line a number belongs to.
func (l Language) NumberLine(t dialnumber.Type) string { return l.word(lines, uint8(t)) }

// NumberRemoved is what a removed character was (DN-3).
func (l Language) NumberRemoved(k dialnumber.Kind) string { return l.word(removals, uint8(k)) }

// NumberUse is what a number is wanted for.
func (l Language) NumberUse(u dialnumber.Use) string { return l.word(uses, uint8(u)) }

// NumberVerdict is what a dialling policy says of a number.
func (l Language) NumberVerdict(v dialnumber.Verdict) string { return l.word(verdicts, uint8(v)) }
