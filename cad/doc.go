// Package cad keeps the call-associated data of an interaction: the variables
// that the administrator defines, that the flow fills and that agents edit. It
// is pure: it reads no clock, keeps no lock and does no I/O.
//
// # Four values
//
// A [Schema] is the checked list of definitions. A [Sheet] holds the saved
// values of one interaction, each with its revision and with who saved it. A
// [Draft] holds what one agent has typed and not saved. A [Reader] is a Draft
// with what that agent may see of it: which secure values he has fetched, and
// whether his view is frozen. All four can be copied: what is done to a copy
// is not done to the original.
//
// # Saving
//
// [Sheet.Save] changes neither the sheet nor the draft. It returns the sheet
// as it would be, and the caller commits that to his store:
//
//  1. result, err := sheet.Save(draft)
//  2. put result.Sheet in the place of sheet, by compare-and-set
//  3. conflicts, err := draft.Rebase(result.Sheet)
//
// If step 2 fails, leave out step 3: the draft is kept as it was and can be
// saved again (CAD-9). If step 2 finds that another sheet has come first,
// start again with that one. If its outcome is unknown, start again as well: a
// draft that had arrived after all is recognised, and reported as [ErrNothing].
// Whatever the agent typed between the steps stays in the draft.
//
// Step 3 is also what tells every other agent: rebase his draft on each new
// sheet. Entries that another one's save has overtaken are replaced, and come
// back as [Conflict], one each (CAD-7).
//
// # Secure values
//
// A secure value is in no error, in no Conflict, and in nothing that fmt,
// log/slog or encoding/json make of any type of this package, whatever the
// verb. It comes out in three places, each asked for by name: [Value.Text], and
// [Sheet.Snapshot] and [Reader.Snapshot], which are for the store. Sheet, Draft
// and Reader refuse json.Marshal, so that none is written, or silently left out, by accident.
//
// # What the caller decides
//
// Whether the agent may edit at this moment (CAD-2: the interaction accepted,
// its wrap-up not submitted) is the interaction's to say. Ask there before
// [Draft.Set] and before saving, and hand the answer to [Reader.View]. Whether
// the variable is editable is judged here.
package cad
