package telephonytest

import "slices"

// cases is the kit. A case's name begins with what its duty is about.
var cases = slices.Concat(orderCases, departureCases, factCases, repeatCases, answerCases, raceCases, liveCases, endingCases,
	capabilityCases, deviceCases, recordingCases, queueCases, concurrencyCases)
