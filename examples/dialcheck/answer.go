package main

import (
	"errors"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
)

// answer is what is written for one number; README.md describes each field.
type answer struct {
	Raw      string            `json:"raw"`
	Text     string            `json:"text"`
	Digits   int               `json:"digits"`
	Accepted bool              `json:"accepted"`
	Errors   []string          `json:"errors"`
	Format   dialnumber.Format `json:"format"`
	E164     dialnumber.Number `json:"e164"`
	Possible bool              `json:"possible"`
	Valid    bool              `json:"valid"`
	Removed  []removal         `json:"removed"`
	Folded   []fold            `json:"folded"`
	Warnings []string          `json:"warnings"`
}

type removal struct {
	Offset int             `json:"offset"`
	Char   string          `json:"char"`
	Kind   dialnumber.Kind `json:"kind"`
}

type fold struct {
	Offset int    `json:"offset"`
	Char   string `json:"char"`
	To     string `json:"to"`
}

// judge answers one line of input.
func judge(line []byte) (answer, error) {
	text, region, err := split(line)
	if err != nil {
		return answer{}, err
	}
	parsed, err := dialnumber.Parse(text, region)
	if errors.Is(err, dialnumber.ErrRegion) {
		return answer{}, err
	}
	s := dialnumber.Sanitise(text)
	a := answer{
		Raw: text, Text: s.Text,
		Errors:   []string{},
		Format:   parsed.Format,
		E164:     parsed.E164,
		Possible: parsed.Possible,
		Valid:    parsed.Valid,
		Removed:  make([]removal, 0, len(s.Removed)),
		Folded:   make([]fold, 0, len(s.Folded)),
		Warnings: []string{},
	}
	for i := range len(s.Text) {
		if '0' <= s.Text[i] && s.Text[i] <= '9' {
			a.Digits++
		}
	}
	// DN-1 alone: the alphabet is sanitised already, DN-8 is told in errors.
	a.Accepted = a.Digits >= dialnumber.MinDigits && a.Digits <= dialnumber.MaxDigits
	for _, e := range dialnumber.Broken(err) {
		if id := string(e.Rule); !slices.Contains(a.Errors, id) {
			a.Errors = append(a.Errors, id)
		}
	}
	for _, r := range s.Removed {
		a.Removed = append(a.Removed, removal{r.Offset, string(r.Char), r.Kind})
	}
	for _, f := range s.Folded {
		a.Folded = append(a.Folded, fold{f.Offset, string(f.Char), string(rune(f.To))})
	}
	for _, w := range parsed.Warnings {
		if k := w.Kind.String(); !slices.Contains(a.Warnings, k) {
			a.Warnings = append(a.Warnings, k)
		}
	}
	return a, nil
}
