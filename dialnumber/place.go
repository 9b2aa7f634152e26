package dialnumber

// places are where in a raw text, in bytes, things stand that a person is told
// of. A place of what the text does not hold means nothing.
type places struct {
	first      int // the first character that is kept
	firstDigit int
	foreign    int // the first that is not its own dialled form
	manyDigits int // the first digit too many
	plusBehind int // the first + behind a digit
	secondPlus int
	long       int // the first kept character too many
	longInput  int // the first character too many
}

// locate finds the places. It is asked only about a text that is refused, or
// warned of.
func locate(text string) places {
	at := places{foreign: -1, plusBehind: -1}
	var n tally
	for i := 0; i < len(text); {
		c := read(text, i)
		before := n
		n.add(codes[c.kept])
		reaches := func(nth, was, is int, place *int) {
			if was < nth && is == nth {
				*place = i
			}
		}
		reaches(1, before.kept, n.kept, &at.first)
		reaches(1, before.digits, n.digits, &at.firstDigit)
		reaches(MaxDigits+1, before.digits, n.digits, &at.manyDigits)
		reaches(2, before.pluses, n.pluses, &at.secondPlus)
		reaches(MaxLength+1, before.kept, n.kept, &at.long)
		reaches(MaxInput+1, before.entered, n.entered, &at.longInput)
		if at.plusBehind < 0 && n.plusBehind {
			at.plusBehind = i
		}
		if at.foreign < 0 && (c.kept == 0 || c.char != rune(c.kept)) {
			at.foreign = i
		}
		i += c.size
	}
	return at
}
