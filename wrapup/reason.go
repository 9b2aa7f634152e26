package wrapup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-6cc70c2f/callcontrol/internal/fold"
)

// Code identifies a wrap-up reason. It is what a snapshot and a report hold: a
// label may be corrected, a code stays. It has at most 64 characters, none of
// them a control character.
type Code string

// Reason is one wrap-up reason, as the administrator defines it.
type Reason struct {
	Code  Code   `json:"code"`
	Label string `json:"label"` // what the agent reads, at most 256 characters, none of them a control character
}

// builtIn is the one reason of a policy that configures none (END-7).
var builtIn = Reason{Code: "wrap-up", Label: "Wrap Up"}

const (
	maxCode  = 64
	maxLabel = 256
)

// Reasons is a checked list of reasons in the administrator's order. The zero
// value is the list of the one built-in reason, "wrap-up" (END-7). A Reasons
// cannot be changed, and may be shared.
type Reasons struct {
	list   []Reason
	folded []string // the labels as Search compares them
}

// NewReasons checks a list: every reason has a code and a label, and neither
// is there twice. An empty list is the zero value. The error is ErrPolicy.
func NewReasons(list ...Reason) (Reasons, error) {
	var r Reasons
	codes, labels := make(map[Code]bool, len(list)), make(map[string]bool, len(list))
	for _, one := range list {
		switch {
		case fault(string(one.Code), maxCode) != "":
			return Reasons{}, &Error{ErrPolicy, "reason's code", fault(string(one.Code), maxCode)}
		case fault(one.Label, maxLabel) != "":
			return Reasons{}, &Error{ErrPolicy, "label of reason " + string(one.Code), fault(one.Label, maxLabel)}
		case codes[one.Code]:
			return Reasons{}, &Error{ErrPolicy, "reason " + string(one.Code), "is listed twice"}
		case labels[one.Label]:
			return Reasons{}, &Error{ErrPolicy, "label of reason " + string(one.Code), "is another reason's label too"}
		}
		codes[one.Code], labels[one.Label] = true, true
		r.list = append(r.list, one)
		r.folded = append(r.folded, fold.Text(one.Label))
	}
	return r, nil
}

func fault(text string, limit int) string {
	switch {
	case strings.TrimSpace(text) == "":
		return "is empty"
	case !utf8.ValidString(text):
		return "is not valid UTF-8"
	case utf8.RuneCountInString(text) > limit:
		return "is too long"
	case strings.ContainsFunc(text, unicode.IsControl):
		return "has a control character"
	}
	return ""
}

// IsZero reports that none are configured: there is the built-in one then (END-7).
func (r Reasons) IsZero() bool { return len(r.list) == 0 }

// All is the reasons in their order. The slice is the caller's own.
func (r Reasons) All() []Reason {
	if len(r.list) == 0 {
		return []Reason{builtIn}
	}
	return slices.Clone(r.list)
}

// Lookup finds a reason by its code.
func (r Reasons) Lookup(code Code) (Reason, bool) {
	for _, one := range r.list {
		if one.Code == code {
			return one, true
		}
	}
	if len(r.list) == 0 && code == builtIn.Code {
		return builtIn, true
	}
	return Reason{}, false
}

// Search finds the reasons whose label contains every word of the text, in the
// list's order, whatever the case and the accents on Latin letters (END-3). A
// text without a word finds all.
func (r Reasons) Search(text string) []Reason {
	words := strings.Fields(fold.Text(text))
	if len(r.list) == 0 {
		if fold.Contains(fold.Text(builtIn.Label), words) {
			return []Reason{builtIn}
		}
		return nil
	}
	var found []Reason
	for i, label := range r.folded {
		if fold.Contains(label, words) {
			found = append(found, r.list[i])
		}
	}
	return found
}
