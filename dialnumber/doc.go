// Package dialnumber sanitises, checks and classifies the numbers that agents
// type, paste and pick (DN-1 to DN-8). It is pure: it reads no clock and does
// no I/O, and no input makes it panic.
//
// # Three questions
//
// What is left of this text? [Sanitise] keeps digits and + # * : and accounts
// for all the rest (DN-3). It takes any text.
//
// May it be dialled? [Check] tells every rule that it breaks, with the place in
// the text as it was entered; [New] makes a [Number] of what breaks none. Only
// the alphabet, the count of digits and the place of the + decide (D7).
//
// What is it? [Parse] also tells the [Format], the E.164 form where it can be
// determined, what the numbering plans say, and [Warning]s about what the text
// has lost, or brought along that should not be dialled. All of it is advice:
// what is dialled is the sanitised text, never rewritten.
//
// # Numbers are personal data
//
// A [Number] is masked by everything that prints or logs it. [Number.Dialled]
// and the Marshal methods give the text. Errors and warnings hold places and
// counts, never a part of the number.
//
// # Errors
//
// Each broken rule is an [*Error]; several come joined, and [Broken] lists
// them. errors.Is(err, rule.ID("DN-1")) asks for a rule, errors.As for the
// first *Error, errors.Is(err, ErrInvalid) for any. A region that does not
// exist is a [*RegionError] and breaks no rule.
//
// # Regions
//
// The region that a number is dialled from is always explicit: two capital
// letters, or "" for none. It decides where an international prefix ends
// (DN-6), what a national number means, and which numbers call for help.
//
//   - Some regions have prefixes that begin with each other: from Hong Kong
//     0012015532447 is 001 and an Egyptian number, though whoever pasted it
//     may have meant 00 and an American one. Parse reads it as the region's
//     own plan does, and warns ([AmbiguousPrefix]).
//   - A national number has an E.164 form only when it is dialled as its
//     country dials: 030 1234567 from Germany has one, 30 1234567 has not,
//     since that is a line of the caller's own town.
//   - Behind + or an international prefix the digits stand as they are: in
//     +44 020 7946 0018 the 0 is one too many, and the number is not possible.
//   - Short numbers, 911 among them, are OtherFormat; they can be valid. 112
//     and 911 are the emergency numbers of no region.
//
// # Policy
//
// A [Policy] says which sound numbers may be called, for a call of one's own,
// a consult and a transfer each. It is off by default; [Recommended] is one to
// begin with.
//
// # Cost
//
// Sanitise, Check and New never touch the numbering plans. Check and New
// allocate nothing for a number, nor does Sanitise for clean text; for pasted
// text it allocates what is left and the account of the rest. Parse asks github.com/nyaruka/phonenumbers, which this
// package alone imports: tens of microseconds a number. That library reads its
// plans when the program starts, used or not, at a cost of about 5 ms and 5 MB
// of memory. The prefixes of the regions are compiled at the first Parse that
// names a region.
package dialnumber
