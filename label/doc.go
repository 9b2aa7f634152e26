// Package label has every word that an agent's desktop shows, in English and
// French, as data: actions, statuses, causes, agent states, cards, dialogs,
// notices, outcomes, and for every refusal what to tell the agent.
//
// The other packages speak in values: interaction.CallOnHold, a *rule.Denied,
// a notice's kind. A [Language] turns them into words, with one method for each
// enum and for each sentence:
//
//	l := label.Match(r.Header.Get("Accept-Language"))
//	l.Status(interaction.CallOnHold)   // Call on Hold, Appel en attente
//	l.Denial(denied)                   // Hold is not possible. The customer is on hold already.
//	l.Notice(label.Notice{Kind: n.Kind, About: n.About, Cause: n.Cause})
//	l.Text(label.Search)               // what no enum has
//
// A page that does its own showing takes all texts at once, with
// [Language.Words]. docs/LABELS.md lists them side by side.
//
// # Words
//
// The French words are those of the specification's source wherever it names a
// thing; where it has several for one thing, one of them is used throughout.
// The English ones are those of the rules. Refusals are worded for people at a
// desk: the catalogue of package rule is for those who build on this module.
//
// What only machines read has no words here: a command's verb, a switch's
// event, the events of the machines. What the administrator words stays as he
// worded it: idle codes, wrap-up reasons, variables, links.
//
// # Texts
//
// Each text has a [Key] and is one line. In it {cause} is filled in, and what
// stands between [ ] is left out when a placeholder in it has nothing to show:
//
//	Consult failed[: {about}][ ({cause})]
//
// There are no other signs, and no braces or brackets that stand for
// themselves. What is filled in is shown as it is; a page escapes it like any
// text that people have typed.
//
// # Another language
//
// [New] takes a text for every key and refuses what is not complete, with the
// list of what is missing. [Language.With] takes some, and falls back on the
// language that it is asked of: for a variant, for a centre's own wording of a
// button, or for a translation that has only begun. Either way a text has the
// placeholders of the English one. A version of this module may add keys, so
// that a complete language has to be completed when it is upgraded: a test of
// the host's that calls New says so.
//
// Whether a word is missing is never a matter of luck: the keys are taken from
// the enums and from the catalogue of rules themselves.
package label
