package main

import (
	"errors"

	pn "github.com/nyaruka/phonenumbers/v2"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
)

// The number, as it is dialled and as it may be pasted.
const (
	clean  = "+12015532447"
	pasted = " Tel +1 (201) 553-2447 "
)

var errNumber = errors.New("that is not the number")

// question is one way to ask about a number. Ours are not asked the same as
// phonenumbers: they decide what may be dialled (D7), it what a numbering plan
// knows. The third asks it as well, and so costs as much.
type question struct {
	name string
	ask  func(text string) error
}

var questions = []question{
	{"callcontrol `dialnumber`: sanitise + check", func(text string) error {
		s := dialnumber.Sanitise(text)
		if err := dialnumber.Check(s.Text); err != nil {
			return err
		}
		return is(s.Text)
	}},
	{"callcontrol: sanitise + check + text to dial", func(text string) error {
		n, err := dialnumber.New(text)
		if err != nil {
			return err
		}
		return is(n.Dialled())
	}},
	{"callcontrol: sanitise + check + format, plans' advice included", func(text string) error {
		p, err := dialnumber.Parse(text, "US")
		if err != nil {
			return err
		}
		if p.Format != dialnumber.US {
			return errNumber
		}
		return is(p.E164.Dialled())
	}},
	{"phonenumbers: parse + valid + format", func(text string) error {
		n, err := pn.Parse(text, "US")
		if err != nil {
			return err
		}
		if !pn.IsValidNumber(n) {
			return errNumber
		}
		return is(pn.Format(n, pn.E164))
	}},
}

func is(text string) error {
	if text != clean {
		return errNumber
	}
	return nil
}
