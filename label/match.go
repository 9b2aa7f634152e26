package label

import (
	"slices"
	"strconv"
	"strings"
)

// Match picks the language that a browser asks for with its Accept-Language
// header (RFC 9110, 12.5.4), among those of the host; among English and French
// where none are named. A range that no tag equals is shortened part by part
// (RFC 4647, 3.4), and one that is shorter than a tag matches it: "fr-CA" finds
// "fr", and "pt" finds "pt-BR". Where nothing matches it is the first of the
// languages. It takes any text; what is no range is passed over.
func Match(acceptLanguage string, among ...Language) Language {
	if len(among) == 0 {
		among = []Language{English(), French()}
	}
	wanted := ranges(acceptLanguage)
	for _, r := range wanted {
		if r.weight == 0 {
			continue
		}
		for tag := r.tag; tag != ""; tag = shorter(tag) {
			if i := find(among, tag, wanted); i >= 0 {
				return among[i]
			}
		}
		if r.tag == "*" {
			if i := slices.IndexFunc(among, func(l Language) bool { return !refused(l, wanted) }); i >= 0 {
				return among[i]
			}
		}
	}
	return among[0]
}

// wish is one range of the header with its weight, in thousandths.
type wish struct {
	tag    string
	weight int
}

// ranges are the header's, the heaviest first and else as they stand. A browser
// sends a handful; more than maxRanges are not read.
func ranges(header string) []wish {
	const maxRanges = 32
	var all []wish
	for one := range strings.SplitSeq(header, ",") {
		if len(all) == maxRanges {
			break
		}
		tag, parameters, _ := strings.Cut(one, ";")
		tag = strings.ToLower(strings.TrimSpace(tag))
		weight, ok := quality(parameters)
		if ok && (tag == "*" || validTag(tag)) {
			all = append(all, wish{tag, weight})
		}
	}
	slices.SortStableFunc(all, func(a, b wish) int { return b.weight - a.weight })
	return all
}

// quality reads "q=0.8" as 800; without it a range has the full weight.
func quality(s string) (thousandths int, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 1000, true
	}
	name, number, _ := strings.Cut(s, "=")
	number = strings.TrimSpace(number)
	if !strings.EqualFold(strings.TrimSpace(name), "q") || len(number) > len("0.000") {
		return 0, false
	}
	q, err := strconv.ParseFloat(number, 64)
	if err != nil || !(q >= 0 && q <= 1) {
		return 0, false
	}
	return int(q*1000 + 0.5), true
}

// shorter drops a tag's last part.
func shorter(tag string) string {
	at := strings.LastIndexByte(tag, '-')
	if at < 0 {
		return ""
	}
	return tag[:at]
}

// find looks for the tag itself, and then for one that it begins; what is
// refused is not found.
func find(among []Language, tag string, wanted []wish) int {
	same := func(l Language) bool { return strings.EqualFold(l.Tag(), tag) && !refused(l, wanted) }
	if i := slices.IndexFunc(among, same); i >= 0 {
		return i
	}
	return slices.IndexFunc(among, func(l Language) bool { return begins(l.Tag(), tag) && !refused(l, wanted) })
}

func begins(tag, head string) bool {
	return len(tag) > len(head) && tag[len(head)] == '-' && strings.EqualFold(tag[:len(head)], head)
}

// refused: the narrowest range that names the language has a weight of 0.
func refused(l Language, wanted []wish) bool {
	best, zero := -1, false
	for _, w := range wanted {
		n := len(w.tag)
		switch {
		case w.tag == "*":
			n = 0
		case !strings.EqualFold(l.Tag(), w.tag) && !begins(l.Tag(), w.tag):
			continue
		}
		if n > best {
			best, zero = n, w.weight == 0
		}
	}
	return zero
}

// validTag has the shape of a BCP 47 tag: letters, then parts of letters and
// digits, each of at most eight characters.
func validTag(tag string) bool {
	if len(tag) > 64 {
		return false
	}
	i := 0
	for one := range strings.SplitSeq(tag, "-") {
		if len(one) == 0 || len(one) > 8 || i == 0 && len(one) < 2 {
			return false
		}
		for _, r := range []byte(one) {
			letter := r|0x20 >= 'a' && r|0x20 <= 'z'
			if !letter && (i == 0 || r < '0' || r > '9') {
				return false
			}
		}
		i++
	}
	return true
}
