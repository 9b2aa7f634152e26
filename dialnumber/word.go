package dialnumber

// The words that people and programs write around numbers, in lower case.

// extensionWords stand between a number and its extension.
var extensionWords = words("x", "ext", "extn", "extension", "xtn", "xt", "poste", "durchwahl", "dw", "nst",
	"anexo", "interno", "int", "ramal", "toestel", "wew", "anknytning", "доб", "分机", "內線", "内線", "내선")

// joiningWords stand between two numbers.
var joiningWords = words("or", "and", "oder", "und", "ou", "et", "of", "en", "eller", "och", "lub")

// labelWords stand before or behind a number and are no part of it, so that
// nothing is lost with them; between two numbers they part them. Among them are
// the short words for "or" and "and": inside a number such a letter is a slip.
var labelWords = words("tel", "telephone", "phone", "ph", "t", "m", "f", "h", "c", "telefon", "telefono",
	"teléfono", "tél", "téléphone", "tlf", "fon", "fax", "telefax", "mobile", "mobil", "mob", "cell", "cellphone",
	"handy", "gsm", "portable", "call", "callto", "dial", "sip", "sips", "office", "home", "work", "main", "direct",
	"number", "num", "no", "nr", "n", "numéro", "número", "whatsapp", "o", "y", "e", "тел", "телефон", "моб", "факс",
	"电话", "電話", "电话号码", "電話番号", "手机", "手機", "携帯", "전화", "هاتف", "טל", "טלפון")

func words(all ...string) map[string]bool {
	m := make(map[string]bool, len(all))
	for _, w := range all {
		m[w] = true
	}
	return m
}
