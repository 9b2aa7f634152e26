// Package oracle says a second time what the rules of a consult, a conference
// and a transfer allow and bring about: slowly, from the specification alone,
// and about what can be seen from outside.
//
// It shares nothing with package interaction but the words that a desktop
// shows. [See] reads the panes' labels and who is there, and never the phase;
// [Permitted] and [Next] are long plain conditions, a paragraph to a rule,
// written without a look at the tables that they are to be held against. What
// is written twice by different means is seldom wrong twice in the same way.
//
// [Why] says by which rule something is denied, from the order of denials that
// the specification gives. Whoever wrote it had seen the tables.
//
// [Compare] holds one step against it, and [CompareMay] every button of every
// party. Both need nothing but the states before and after, so that a walk
// through all states can call them in any order. Some of the past cannot be
// seen in a state: whether a phone rings for a blind transfer (TRF-5) or for
// the queue (ANS-2), for instance. There they take either outcome. A [Witness]
// has watched one interaction since it began, remembers, and is stricter.
//
// Where the rules leave something open, Next gives each reading that they
// bear. It never gives a reading for the sole reason that the machine does so.
package oracle
