package callcontrol

import (
	"errors"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/internal/record"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// Metrics is told what can be measured, as it happens. It is called from many
// goroutines at once, must not block, and must not call the Center back. What it
// is told never holds an id, a number or a value: labels come from small sets of
// words. A bridge to OpenTelemetry is the module adapters/otel.
type Metrics interface {
	// Add adds to a counter.
	Add(m Metric, n int64, of Labels)
	// Observe notes one duration.
	Observe(m Metric, d time.Duration, of Labels)
}

// Labels say of what a measurement is. Either can be empty.
type Labels struct {
	Of      string // an action, a kind of event, a verb, a kind of record
	Outcome string // how it ended
}

// Metric is one thing that is measured.
type Metric uint8

const (
	Requests     Metric = iota // what agents asked for, by action and outcome: done, denied, failed, pending, error
	RequestTime                // from a press to its outcome, by action and outcome
	Events                     // what the switch told, by kind of event
	Commands                   // what the switch was told, by verb and outcome: taken, refused, unknown
	CommandTime                // how long the adapter took to answer a command, by verb
	Commits                    // changes of records in the store, by kind of record and outcome: made, conflict, unknown, refused
	CommitTime                 // how long a commit that was made took, by kind of record
	DeadlineLate               // how late a deadline was kept
	Reconciled                 // differences between the records and the switch that were settled, by kind of event
	metrics
)

var metricNames = [metrics]struct{ name, help string }{
	Requests:     {"callcontrol.requests", "what agents asked for, by action and outcome"},
	RequestTime:  {"callcontrol.request.duration", "from a press to its outcome"},
	Events:       {"callcontrol.events", "what the switch told, by kind"},
	Commands:     {"callcontrol.commands", "what the switch was told, by verb and outcome"},
	CommandTime:  {"callcontrol.command.duration", "how long the adapter took to answer a command"},
	Commits:      {"callcontrol.store.commits", "changes of records in the store, by kind of record and outcome"},
	CommitTime:   {"callcontrol.store.commit.duration", "how long a commit took"},
	DeadlineLate: {"callcontrol.deadline.lateness", "how late a deadline was kept"},
	Reconciled:   {"callcontrol.reconciled", "differences between records and switch that were settled, by kind of event"},
}

// AllMetrics are all of them, in order.
func AllMetrics() []Metric {
	all := make([]Metric, metrics)
	for i := range all {
		all[i] = Metric(i)
	}
	return all
}

// String is the metric's name, which is kept across versions, such as
// "callcontrol.requests".
func (m Metric) String() string {
	if m < metrics {
		return metricNames[m].name
	}
	return "callcontrol.unknown"
}

// Help says what it measures, in English.
func (m Metric) Help() string {
	if m < metrics {
		return metricNames[m].help
	}
	return ""
}

// Of is what Labels.Of is to it, in a word: "action", "event", "verb", "record";
// empty for one that has no labels.
func (m Metric) Of() string {
	switch m {
	case Requests, RequestTime:
		return "action"
	case Events, Reconciled:
		return "event"
	case Commands, CommandTime:
		return "verb"
	case Commits, CommitTime:
		return "record"
	}
	return ""
}

// Duration reports whether it measures durations, by Observe; else it counts, by
// Add.
func (m Metric) Duration() bool {
	switch m {
	case RequestTime, CommandTime, CommitTime, DeadlineLate:
		return true
	}
	return false
}

// Stats are how much there is of what at this moment.
type Stats struct {
	Interactions int // records of interactions, also of those that are over and still kept
	Calls        int // concurrent calls (CBK-7)
	Agents       int // who has ever signed in, or been named
}

// Stats counts.
func (c *Center) Stats() Stats {
	s := Stats{Interactions: int(c.live.Load()), Calls: int(c.placed.Load())}
	for range c.desks.m.Range {
		s.Agents++
	}
	return s
}

// measured is a host's Metrics, or nobody's.
type measured struct{ m Metrics }

func (x measured) request(action string, began time.Time, err error) {
	if x.m == nil {
		return
	}
	of := Labels{action, outcomeWord(err)}
	x.m.Add(Requests, 1, of)
	x.m.Observe(RequestTime, time.Since(began), of)
}

// outcomeWord is how a request ended, in a word.
func outcomeWord(err error) string {
	var denied *rule.Denied
	var failed *Failed
	var pending *Pending
	switch {
	case err == nil:
		return "done"
	case errors.As(err, &denied):
		return "denied"
	case errors.As(err, &failed):
		return "failed"
	case errors.As(err, &pending):
		return "pending"
	}
	return "error"
}

func (x measured) add(m Metric, of Labels) {
	if x.m != nil {
		x.m.Add(m, 1, of)
	}
}

func (x measured) commit(kind, outcome string, took time.Duration) {
	if x.m == nil {
		return
	}
	x.m.Add(Commits, 1, Labels{kind, outcome})
	if outcome == "made" {
		x.m.Observe(CommitTime, took, Labels{Of: kind})
	}
}

// commitOutcome is how a commit ended, in a word.
func commitOutcome(err error) string {
	switch {
	case err == nil:
		return "made"
	case errors.Is(err, record.ErrConflict):
		return "conflict"
	case errors.Is(err, record.ErrUnknown):
		return "unknown"
	}
	return "refused"
}

func (x measured) command(verb, outcome string, took time.Duration) {
	if x.m == nil {
		return
	}
	x.m.Add(Commands, 1, Labels{verb, outcome})
	x.m.Observe(CommandTime, took, Labels{Of: verb})
}

func (x measured) deadline(late time.Duration) {
	if x.m != nil {
		x.m.Observe(DeadlineLate, late, Labels{})
	}
}
