package dialnumber

import (
	"errors"
	"slices"
	"strings"
)

// Config says where numbers are dialled from and how strict to be. The zero
// Config knows no region and rejects nothing but what Check rejects.
type Config struct {
	// Region is the calling region, two capital letters such as "GB". Without
	// one there is no IDD, and nothing national is known.
	Region string
	// RejectLossy makes an error of every warning that is Lossy: another
	// number than the one that was meant may be dialled.
	RejectLossy bool
}

// Parsed is a dial number and what can be said about it. Only Number is for
// dialling; the rest is advice (D7).
type Parsed struct {
	Number      Number    `json:"number"`      // what is dialled, as New makes it; the zero Number with an error
	Format      Format    `json:"format"`      // DN-4 to DN-7
	E164        Number    `json:"e164"`        // with its +, where it can be determined; else the zero Number
	Country     int       `json:"country"`     // country code, such as 44; 0 where it is not known
	Type        Type      `json:"type"`        // the kind of line, where the plan tells
	Possible    bool      `json:"possible"`    // a number of its country, or a short number of the region, can be so long
	Valid       bool      `json:"valid"`       // the plan has such numbers; nobody need have it
	Emergency   bool      `json:"emergency"`   // it calls for help in the calling region (112 and 911 without one)
	Premium     bool      `json:"premium"`     // charged above the usual; never so for an emergency number
	ServiceCode bool      `json:"serviceCode"` // begins with * or #: switches a service of the network, calls nobody
	Warnings    []Warning `json:"warnings"`    // what may be wrong, in the order of the text; nil when nothing is
}

// Parse is Config.Parse for a calling region, which may be "".
func Parse(text, region string) (Parsed, error) {
	return Config{Region: region}.Parse(text)
}

// Parse sanitises, checks and classifies a text that was typed or pasted. The
// error joins one *Error for every broken rule (DN-1, DN-8; DN-3 for what
// RejectLossy forbids), or is a *RegionError. Beside an error the Parsed holds
// nothing but warnings, and none about a text that breaks the limit on input.
func (c Config) Parse(text string) (Parsed, error) {
	intl, err := lookup(c.Region)
	if err != nil {
		return Parsed{}, err
	}
	n := count(text)
	var p Parsed
	if n.entered <= MaxInput {
		p.Warnings = doubts(text, n.digits)
	}
	broken := n.list(text)
	if c.RejectLossy {
		broken = append(broken, lossy(p.Warnings)...)
	}
	if len(broken) > 0 {
		return p, errors.Join(broken...)
	}
	p.Number = pack(text)
	p.classify(c.Region, intl, text)
	slices.SortStableFunc(p.Warnings, func(a, b Warning) int { return a.Offset - b.Offset })
	return p, nil
}

// lossy makes errors of the warnings that RejectLossy forbids.
func lossy(warnings []Warning) []error {
	var all []error
	for _, w := range warnings {
		if w.Kind.Lossy() {
			all = append(all, &Error{Rule: dn3, Reason: Lossy, Offset: w.Offset, Warning: w.Kind})
		}
	}
	return all
}

func (p *Parsed) classify(region string, intl prefixes, raw string) {
	text := p.Number.Dialled()
	p.Format = OtherFormat
	p.ServiceCode = text[0] == '*' || text[0] == '#'
	var number string // the digits behind + or the international prefix
	switch rest, plus := strings.CutPrefix(text, "+"); {
	case plus:
		if isUS(rest) {
			p.Format, number = US, rest
		} else if isE164(rest) {
			p.Format, number = E164, rest
		}
	case allDigits(text):
		p.Emergency = isEmergency(text, region)
		if p.Emergency {
			break
		}
		if number = intl.international(text); number != "" {
			p.Format = IDD
			if intl.otherReading(text, number) {
				p.Warnings = append(p.Warnings, Warning{Kind: AmbiguousPrefix, Offset: locate(raw).firstDigit})
			}
		}
	}
	if p.Format == OtherFormat {
		p.advise(adviceOn(text, region))
		return
	}
	if isE164(number) {
		p.E164 = pack("+" + number)
		p.advise(adviceOn("+"+number, ""))
	}
	p.Country = countryCode(number)
	if !p.Possible {
		p.Warnings = append(p.Warnings, Warning{Kind: NotPossible, Offset: locate(raw).first})
	}
}

func (p *Parsed) advise(a advice) {
	p.Possible, p.Valid, p.Country, p.Type = a.possible, a.valid, a.country, a.kind
	if a.e164 != "" {
		p.E164 = pack(a.e164)
	}
	if p.Emergency {
		p.Possible, p.Valid, p.Type = true, true, UnknownType
	}
	p.Premium = p.Type == PremiumRate
}
