package dialnumber_test

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	pn "github.com/nyaruka/phonenumbers/v2"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
)

// The oracle says the rules a second time, slowly and obviously.

// oracleDigit is the value of a decimal digit: how far it is from the beginning
// of its run of digits, the last place of it.
func oracleDigit(r rune) byte {
	start := r
	for start > 0 && unicode.Is(unicode.Nd, start-1) {
		start--
	}
	return '0' + byte((r-start)%10)
}

// oracleKept is DN-3 for one character, given as it stands in the text.
func oracleKept(char string) string {
	if strings.Contains("+#*:", char) {
		return char
	}
	if i := slices.Index([]string{"＋", "＃", "＊", "："}, char); i >= 0 {
		return "+#*:"[i : i+1]
	}
	if r := []rune(char)[0]; unicode.Is(unicode.Nd, r) {
		return string(rune(oracleDigit(r)))
	}
	return ""
}

// oracleChars cuts a text into characters; a byte that is no UTF-8 is one.
func oracleChars(text string) []string { return strings.Split(text, "") }

// oracleSanitise is DN-3 by concatenation.
func oracleSanitise(text string) string {
	kept := ""
	for _, char := range oracleChars(text) {
		kept += oracleKept(char)
	}
	return kept
}

var (
	oracleDigits   = regexp.MustCompile(`[0-9]`)
	oracleSecond   = regexp.MustCompile(`\+.*\+`)
	oracleMisplace = regexp.MustCompile(`[0-9].*\+`)
	oracleUS       = regexp.MustCompile(`^\+1[2-9][0-9]{9}$`)
	oracleE164     = regexp.MustCompile(`^\+[1-9][0-9]{2,14}$`)
)

// oracleReasons are the rules that a text breaks, as sorted names.
func oracleReasons(text string) []string {
	kept := oracleSanitise(text)
	digits := len(oracleDigits.FindAllString(kept, -1))
	var all []string
	for reason, broken := range map[dialnumber.Reason]bool{
		dialnumber.TooFewDigits:  digits < 3,
		dialnumber.TooManyDigits: digits > 18,
		dialnumber.SecondPlus:    oracleSecond.MatchString(kept),
		dialnumber.MisplacedPlus: oracleMisplace.MatchString(kept),
		dialnumber.TooLong:       len(kept) > 40,
		dialnumber.InputTooLong:  len(oracleChars(text)) > 256,
	} {
		if broken {
			all = append(all, reason.String())
		}
	}
	slices.Sort(all)
	return all
}

// oracleFormat is the class of a sound number.
func oracleFormat(kept, region string) dialnumber.Format {
	switch {
	case oracleUS.MatchString(kept):
		return dialnumber.US
	case oracleE164.MatchString(kept):
		return dialnumber.E164
	case regexp.MustCompile(`^[0-9]+$`).MatchString(kept) && !pn.IsEmergencyNumber(kept, region) && oracleIDD(kept, region):
		return dialnumber.IDD
	}
	return dialnumber.OtherFormat
}

// oracleIDD tries every place at which the prefix could end, and every code.
func oracleIDD(kept, region string) bool {
	all, _ := pn.MetadataCollection()
	for _, m := range all.GetMetadata() {
		if m.GetId() != region || m.GetInternationalPrefix() == "" {
			continue
		}
		prefix := regexp.MustCompile(`^(?:` + m.GetInternationalPrefix() + `)$`)
		for end := 1; end < len(kept); end++ {
			if !prefix.MatchString(kept[:end]) {
				continue
			}
			for code := range pn.GetSupportedCallingCodes() {
				if regexp.MustCompile(`^` + itoa(code) + `.`).MatchString(kept[end:]) {
					return true
				}
			}
		}
	}
	return false
}
