package dialnumber

import (
	"errors"
	"regexp"
	"strconv"
	"sync"

	pn "github.com/nyaruka/phonenumbers/v2"
)

// ErrRegion is matched by a *RegionError.
var ErrRegion = errors.New("dialnumber: unknown region")

// RegionError says that the calling region is none: two capital letters, such
// as "GB", of a region with telephone numbers are needed; or "" for no region.
type RegionError struct {
	Region string // as it was given, cut to 16 bytes
}

// Error reads "dialnumber: unknown region …".
func (e *RegionError) Error() string { return ErrRegion.Error() + " " + strconv.Quote(e.Region) }

// Is matches ErrRegion.
func (e *RegionError) Is(target error) bool { return target == ErrRegion }

// prefixes are the international prefixes of a region: one or a few, given as
// a regular expression. Each is told apart by its whole length, so that a text
// that begins with two of them ("001" and "00" from HK) is seen to.
type prefixes struct {
	first *regexp.Regexp // the prefix that phonenumbers would take
	whole *regexp.Regexp // a text that is a prefix and nothing else
}

// maxPrefix is more than the longest international prefix, which has 8 digits
// (the carrier selections of AU and FI).
const maxPrefix = 10

// regions is made at the first Parse that names a region: neither Sanitise nor
// Check needs it.
var regions = sync.OnceValue(func() map[string]prefixes {
	byPattern := map[string]prefixes{}
	byRegion := map[string]prefixes{}
	all, err := pn.MetadataCollection()
	if err != nil {
		return byRegion // the embedded data was read at start; without it no region is known
	}
	for _, m := range all.GetMetadata() {
		pattern := m.GetInternationalPrefix()
		if len(m.GetId()) != 2 || pattern == "" {
			continue
		}
		p, ok := byPattern[pattern]
		if !ok {
			p = compile(pattern)
			byPattern[pattern] = p
		}
		byRegion[m.GetId()] = p
	}
	return byRegion
})

// compile never panics: a pattern that is no regular expression is a region
// without a prefix.
func compile(pattern string) prefixes {
	first, err := regexp.Compile(`^(?:` + pattern + `)`)
	if err != nil {
		return prefixes{}
	}
	whole, err := regexp.Compile(`^(?:` + pattern + `)$`)
	if err != nil {
		return prefixes{}
	}
	return prefixes{first: first, whole: whole}
}

// lookup finds a region's prefixes; none, and no error, for no region.
func lookup(region string) (prefixes, error) {
	if region == "" {
		return prefixes{}, nil
	}
	p, ok := regions()[region]
	if !ok {
		return prefixes{}, &RegionError{Region: region[:min(len(region), 16)]}
	}
	return p, nil
}

// international is the number behind an international prefix: country code and
// all, without a +. It is "" when digits begin with no prefix, or no assigned
// country code follows. Where the text begins with several prefixes, the one
// that phonenumbers takes comes first, then the longest.
func (p prefixes) international(digits string) string {
	if p.first == nil {
		return ""
	}
	if at := p.first.FindStringIndex(digits); at != nil && countryCode(digits[at[1]:]) != 0 {
		return digits[at[1]:]
	}
	for n := min(maxPrefix, len(digits)); n > 0; n-- {
		if p.whole.MatchString(digits[:n]) && countryCode(digits[n:]) != 0 {
			return digits[n:]
		}
	}
	return ""
}

// otherReading reports whether digits, read as the number behind one prefix,
// are a possible number behind another one too: of this region, or 00, which
// most of the world dials and a person from elsewhere will have meant.
func (p prefixes) otherReading(digits, number string) bool {
	for n := 1; n <= min(maxPrefix, len(digits)-1); n++ {
		rest := digits[n:]
		if rest == number || digits[:n] != "00" && !p.whole.MatchString(digits[:n]) {
			continue
		}
		if countryCode(rest) != 0 && len(rest) <= maxE164 && adviceOn("+"+rest, "").possible {
			return true
		}
	}
	return false
}

// countryCode is the assigned country code that digits begin with, when at
// least one more digit follows; else 0. No code is the beginning of another.
func countryCode(digits string) int {
	assigned := pn.GetSupportedCallingCodes()
	code := 0
	for i := 0; i < 3 && i+1 < len(digits); i++ {
		code = 10*code + int(digits[i]-'0')
		if code == 0 {
			return 0
		}
		if assigned[code] {
			return code
		}
	}
	return 0
}
