package dialnumber

import (
	"strconv"

	pn "github.com/nyaruka/phonenumbers/v2"
)

// advice is what the numbering plans say about a number.
type advice struct {
	possible, valid bool
	country         int    // country code; 0 where the number is not known to be public
	kind            Type   // also of a number that is reached once its trunk prefix is dropped
	e164            string // of a national number that is valid and dialled as its country dials
}

// adviceOn asks phonenumbers about a text that is digits, behind a + or not;
// about any other it knows nothing. Without a + the region's national plan is
// asked, and its short numbers.
func adviceOn(text, region string) advice {
	switch {
	case text == "":
		return advice{}
	case text[0] == '+':
		return internationalAdvice(text)
	case region == "" || !allDigits(text):
		return advice{}
	}
	a := nationalAdvice(text, region)
	if a.valid {
		return a
	}
	if short := shortNumber(text, region); short != nil && pn.IsPossibleShortNumberForRegion(short, region) {
		a.possible = true
		a.valid = pn.IsValidShortNumberForRegion(short, region)
		if a.valid && pn.GetExpectedCostForRegion(short, region) == pn.PREMIUM_RATE_COST {
			a.kind = PremiumRate
		}
	}
	return a
}

// noRegion is the region of which phonenumbers knows nothing: a number with its
// + needs none.
const noRegion = "ZZ"

func internationalAdvice(text string) advice {
	if !allDigits(text[1:]) {
		return advice{}
	}
	n, err := pn.Parse(text, noRegion)
	if err != nil {
		return advice{}
	}
	// A number is valid when its plan knows of what kind it is: that is how
	// phonenumbers decides as well, and asking it twice is what costs time.
	kind := pn.GetNumberType(n)
	a := advice{country: int(n.GetCountryCode()), kind: typeOf(kind)}
	// phonenumbers drops a national prefix that should not be there, and judges
	// what is left; dialled is the text as it stands (D7).
	if text == "+"+strconv.Itoa(a.country)+pn.GetNationalSignificantNumber(n) {
		a.valid = kind != pn.UNKNOWN
		// A length that only its own town can dial is none behind a +; a few
		// valid numbers (+1 310 1234) have such a length all the same.
		a.possible = a.valid || pn.IsPossibleNumberWithReason(n) == pn.IS_POSSIBLE
	}
	return a
}

// nationalAdvice judges a number only when it is dialled as its country dials:
// phonenumbers also takes "301234567" from DE for +49301234567, but without
// its 0 that is another line, in the caller's own town.
func nationalAdvice(text, region string) advice {
	n, err := pn.Parse(text, region)
	if err != nil || n.GetCountryCode() != int32(pn.GetCountryCodeForRegion(region)) {
		return advice{}
	}
	nsn := pn.GetNationalSignificantNumber(n)
	asDialled := pn.GetNddPrefixForRegion(region, true)+nsn == text ||
		pn.NormalizeDigitsOnly(pn.Format(n, pn.NATIONAL)) == text
	if !asDialled {
		return advice{}
	}
	var a advice
	switch pn.IsPossibleNumberWithReason(n) {
	case pn.IS_POSSIBLE, pn.IS_POSSIBLE_LOCAL_ONLY:
		a.possible = true
	}
	if kind := pn.GetNumberType(n); kind != pn.UNKNOWN {
		a.valid = true
		a.country = int(n.GetCountryCode())
		a.kind = typeOf(kind)
		a.e164 = "+" + strconv.Itoa(a.country) + nsn
	}
	return a
}

// shortNumber is a short number as phonenumbers wants it; its own Parse would
// strip national prefixes from it. No short number has more than 6 digits by
// far; nil for anything longer.
func shortNumber(text, region string) *pn.PhoneNumber {
	if len(text) > 10 {
		return nil
	}
	value, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return nil
	}
	zeros := 0
	for zeros < len(text)-1 && text[zeros] == '0' {
		zeros++
	}
	n := &pn.PhoneNumber{
		CountryCode:    new(int32(pn.GetCountryCodeForRegion(region))),
		NationalNumber: new(value),
	}
	if zeros > 0 {
		n.ItalianLeadingZero = new(true)
		n.NumberOfLeadingZeros = new(int32(zeros))
	}
	return n
}

// isEmergency reports whether exactly this text calls for help in the region.
// Without a region only the two numbers are known that mobile networks take
// everywhere (3GPP TS 22.101, 10.1.1).
func isEmergency(text, region string) bool {
	if region == "" {
		return text == "112" || text == "911"
	}
	return allDigits(text) && pn.IsEmergencyNumber(text, region)
}
