// Package otel tells OpenTelemetry what a contact centre measures: it is a
// callcontrol.Metrics on an OpenTelemetry meter.
//
//	bridge, err := otel.New(provider.Meter("contact-centre"))
//	center, err := callcontrol.New(callcontrol.Config{Adapter: adapter, Metrics: bridge})
//	stop, err := bridge.Watch(center)
//
// The instruments have the names of the metrics ("callcontrol.requests"), which
// are kept across versions. What is counted is an Int64Counter; durations are a
// Float64Histogram in seconds, with bounds from half a millisecond to half a
// minute, which a view of the SDK can change. The attributes are
// "callcontrol.action", "callcontrol.event", "callcontrol.verb" or
// "callcontrol.record", whichever the metric has, and "callcontrol.outcome".
// Their values come from small sets of words: no id, no number and no value of a
// variable is ever in them.
//
// Watch adds how much there is at the moment: interactions, concurrent calls and
// agents.
//
// The package needs the API of OpenTelemetry alone; which SDK and exporter there
// is, the host decides.
package otel
