package fold

// plain maps a small letter to what is left without its accent, bar or
// ligature: every Latin, Greek and Cyrillic letter that Unicode decomposes into
// a letter and combining marks, so that both ways of writing it fold alike, and
// the Latin ones besides that people search without (ø, ł, ß …).
var plain = func() map[rune]string {
	m := make(map[rune]string, 700)
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
		"s":  "śŝşšșṡṣṥṧṩẛ",
		"ss": "ß",
		"t":  "ţťŧțṫṭṯṱẗ",
		"th": "þ",
		"u":  "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
		"v":  "ṽṿ",
		"w":  "ŵẁẃẅẇẉẘ",
		"x":  "ẋẍ",
		"y":  "ýÿŷȳẏẙỳỵỷỹƴ",
		"z":  "źżžẑẓẕ",
		"ʒ":  "ǯ",

		"α": "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ",
		"ε": "έἐἑἒἓἔἕὲέ",
		"η": "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ",
		"ι": "ΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ",
		"ο": "όὀὁὂὃὄὅὸό",
		"ρ": "ῤῥ",
		"υ": "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧϓϔϒ",
		"ω": "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ",

		"а": "ӑӓ", "г": "ѓ", "е": "ѐёӗ", "ж": "ӂӝ", "з": "ӟ", "и": "йѝӣӥ", "к": "ќ", "о": "ӧ",
		"у": "ўӯӱӳ", "ч": "ӵ", "ы": "ӹ", "э": "ӭ", "і": "ї", "ѵ": "ѷ", "ә": "ӛ", "ө": "ӫ",
	} {
		for _, r := range letters {
			m[r] = base
		}
	}
	return m
}()
