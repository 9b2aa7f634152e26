package storetest

import "slices"

// cases is the kit. A case's name begins with what its duty is about.
var cases = slices.Concat(setCases, outcomeCases, watchCases, otherCases)
