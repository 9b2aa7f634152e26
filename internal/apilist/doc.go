// Package apilist lists what this module and its adapters export, a line for each
// name, so that a change of the public API is seen in review and made on purpose.
// Its test compares the list with docs/API.md; see docs/COMPATIBILITY.md for what
// such a change asks of its author.
//
// Listed are the packages that somebody else can import: those of the module, and
// those of the modules nested in it (the adapters), which live in the same tree.
// Left out are internal folders, commands and examples, and testdata. The source
// is read as it stands, without types being checked: a name is shown as it is
// written, and a method that comes with an embedded field only as the field.
package apilist
