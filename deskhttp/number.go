package deskhttp

import (
	"unicode/utf8"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// numberAnswer is what can be said of a text that was typed or pasted.
type numberAnswer struct {
	Text        string             `json:"text"`
	Removed     []removed          `json:"removed"`
	Folded      []folded           `json:"folded"`
	Valid       bool               `json:"valid"`
	Refusals    []refusal          `json:"refusals"`
	Warnings    []warning          `json:"warnings"`
	Format      dialnumber.Format  `json:"format,omitzero"`
	FormatText  string             `json:"formatText,omitzero"`
	Verdict     dialnumber.Verdict `json:"verdict,omitzero"`
	VerdictText string             `json:"verdictText,omitzero"`
}

type removed struct {
	Offset int             `json:"offset"`
	Char   string          `json:"char"`
	Kind   dialnumber.Kind `json:"kind"`
	Text   string          `json:"text"`
}

type folded struct {
	Offset int    `json:"offset"`
	Char   string `json:"char"`
	To     string `json:"to"`
}

type refusal struct {
	Rule   rule.ID `json:"rule"`
	Text   string  `json:"text"`
	Offset int     `json:"offset"`
}

type warning struct {
	Kind   dialnumber.WarningKind `json:"kind"`
	Text   string                 `json:"text"`
	Offset int                    `json:"offset"`
}

// judge is POST /number.
func (s *Server) judge(a *asked) (any, error) {
	body := struct {
		Text   string         `json:"text"`
		Region string         `json:"region"`
		Use    dialnumber.Use `json:"use"`
	}{}
	if err := a.read(&body); err != nil {
		return nil, err
	}
	parsed, err := s.numbers(body.Region).Parse(body.Text)
	broken := dialnumber.Broken(err)
	if err != nil && len(broken) == 0 {
		return nil, invalid("there is no such region")
	}
	place := places(body.Text)
	out := numberAnswer{Removed: []removed{}, Folded: []folded{}, Refusals: []refusal{}, Warnings: []warning{}, Valid: err == nil,
		Format: parsed.Format, FormatText: a.lang.NumberFormat(parsed.Format)}
	if utf8.RuneCountInString(body.Text) <= dialnumber.MaxInput { // else the account would be as long as the text
		clean := dialnumber.Sanitise(body.Text)
		out.Text = clean.Text
		for _, r := range clean.Removed {
			out.Removed = append(out.Removed, removed{place(r.Offset), string(r.Char), r.Kind, a.lang.NumberRemoved(r.Kind)})
		}
		for _, f := range clean.Folded {
			out.Folded = append(out.Folded, folded{place(f.Offset), string(f.Char), string(rune(f.To))})
		}
	}
	for _, e := range broken {
		out.Refusals = append(out.Refusals, refusal{e.Rule, a.lang.Number(e), place(e.Offset)})
	}
	for _, w := range parsed.Warnings {
		out.Warnings = append(out.Warnings, warning{w.Kind, a.lang.NumberWarning(w.Kind), place(w.Offset)})
	}
	if out.Valid {
		out.Verdict = s.cfg.Numbers.Policy.Decide(parsed, body.Use).Verdict
		out.VerdictText = a.lang.NumberVerdict(out.Verdict)
	}
	return out, nil
}

func (s *Server) numbers(region string) dialnumber.Config {
	if region == "" {
		region = s.cfg.Numbers.Region
	}
	return dialnumber.Config{Region: region, RejectLossy: s.cfg.Numbers.RejectLossy}
}

// number is the number that an agent gives, for a use that the policy lets be.
func (s *Server) number(text, region string, use dialnumber.Use, confirmed bool) (dialnumber.Number, error) {
	if len(s.cfg.Numbers.Policy.Rules) == 0 && !s.cfg.Numbers.RejectLossy {
		return dialnumber.New(text)
	}
	parsed, err := s.numbers(region).Parse(text)
	if err != nil {
		return dialnumber.Number{}, err
	}
	switch s.cfg.Numbers.Policy.Decide(parsed, use).Verdict {
	case dialnumber.Deny:
		return dialnumber.Number{}, errForbids
	case dialnumber.Confirm:
		if !confirmed {
			return dialnumber.Number{}, errConfirm
		}
	}
	return parsed.Number, nil
}

// places turns offsets in bytes into those of a page, which counts UTF-16 units.
func places(text string) func(int) int {
	return func(bytes int) int {
		n := 0
		for _, r := range text[:min(max(bytes, 0), len(text))] {
			n++
			if r > 0xFFFF {
				n++
			}
		}
		return n
	}
}
