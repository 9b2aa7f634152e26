package wrapup

import (
	"strings"
	"unicode"
)

// fold is a text as Search compares it: without case, and without the accents
// of Latin letters, whether they are part of the letter or follow it as a
// combining mark. Other scripts lose their case only.
func fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		// Up first: two small letters of one capital (σ, ς) become the same.
		r = unicode.ToLower(unicode.ToUpper(r))
		switch base, ok := plain[r]; {
		case ok:
			b.WriteString(base)
		case r >= 0x0300 && r <= 0x036F: // the combining marks that accents decompose to
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain maps a small Latin letter to what is left without its accent, bar or
// ligature, over the blocks Latin-1, Extended-A, Extended-B and Extended
// Additional, as far as people search without them.
var plain = func() map[rune]string {
	m := make(map[rune]string, 400)
	for base, letters := range map[string]string{
		"a":  "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
		"ae": "æǣǽ",
		"b":  "ƀḃḅḇ",
		"c":  "çćĉċčḉ",
		"d":  "ðďđḋḍḏḑḓ",
		"dz": "ǆǳ",
		"e":  "èéêëēĕėęěǝȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
		"f":  "ḟ",
		"g":  "ĝğġģǥǧǵḡ",
		"h":  "ĥħȟḣḥḧḩḫẖ",
		"i":  "ìíîïĩīĭįıǐȉȋḭḯỉị",
		"ij": "ĳ",
		"j":  "ĵǰ",
		"k":  "ķĸǩḱḳḵƙ",
		"l":  "ĺļľŀłḷḹḻḽ",
		"lj": "ǉ",
		"m":  "ḿṁṃ",
		"n":  "ñńņňŉŋǹṅṇṉṋ",
		"nj": "ǌ",
		"o":  "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
		"oe": "œ",
		"p":  "ṕṗ",
		"r":  "ŕŗřȑȓṙṛṝṟ",
		"s":  "śŝşšșṡṣṥṧṩ",
		"ss": "ß",
		"t":  "ţťŧțṫṭṯṱẗ",
		"th": "þ",
		"u":  "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
		"v":  "ṽṿ",
		"w":  "ŵẁẃẅẇẉẘ",
		"x":  "ẋẍ",
		"y":  "ýÿŷȳẏẙỳỵỷỹƴ",
		"z":  "źżžẑẓẕ",
	} {
		for _, r := range letters {
			m[r] = base
		}
	}
	return m
}()
