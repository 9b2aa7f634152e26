package otel

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
	"sync/atomic"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"

	"github.com/seed-6cc70c2f/callcontrol"
)

// ErrInvalid says that there is nothing to measure with, or nothing to watch.
var ErrInvalid = errors.New("otel: invalid")

// Metrics is a callcontrol.Metrics on a meter. It may be used by several
// goroutines and several Centers at once.
type Metrics struct {
	meter      metric.Meter
	counters   map[callcontrol.Metric]metric.Int64Counter
	histograms map[callcontrol.Metric]metric.Float64Histogram
	stats      stats

	// Attributes are made once: a measurement looks them up, without a lock, in
	// a map that is never changed but replaced.
	seen atomic.Pointer[map[measured]*options]
	mu   sync.Mutex
}

// measured is what has attributes of its own.
type measured struct {
	metric callcontrol.Metric
	of     callcontrol.Labels
}

// options are the attributes of a measurement, as each instrument wants them.
type options struct {
	add    []metric.AddOption
	record []metric.RecordOption
}

// maxSeen bounds what is remembered: the labels are of small sets, and whoever
// invents others pays for each measurement, and not with memory.
const maxSeen = 4096

// bounds of the durations, in seconds: a commit on a good disk, a switch far away,
// an agent who waits until an operation's deadline has passed.
var bounds = []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30}

var units = map[callcontrol.Metric]string{
	callcontrol.Requests: "{request}", callcontrol.Events: "{event}", callcontrol.Commands: "{command}",
	callcontrol.Commits: "{commit}", callcontrol.Reconciled: "{difference}",
}

// New makes the instruments of all metrics. The error is ErrInvalid without a
// meter, or what the meter says.
func New(meter metric.Meter) (*Metrics, error) {
	if meter == nil {
		return nil, fmt.Errorf("%w: no meter", ErrInvalid)
	}
	m := &Metrics{meter: meter, counters: map[callcontrol.Metric]metric.Int64Counter{}, histograms: map[callcontrol.Metric]metric.Float64Histogram{}}
	m.seen.Store(&map[measured]*options{})
	var failed error
	for _, of := range callcontrol.AllMetrics() {
		var err error
		if of.Duration() {
			m.histograms[of], err = meter.Float64Histogram(of.String(), metric.WithDescription(of.Help()), metric.WithUnit("s"),
				metric.WithExplicitBucketBoundaries(bounds...))
		} else {
			m.counters[of], err = meter.Int64Counter(of.String(), metric.WithDescription(of.Help()), metric.WithUnit(units[of]))
		}
		failed = errors.Join(failed, err)
	}
	failed = errors.Join(failed, m.stats.make(meter))
	if failed != nil {
		return nil, fmt.Errorf("otel: the meter refused: %w", failed)
	}
	return m, nil
}

// Add adds to a counter. What a later version of callcontrol counts besides is
// left out.
func (m *Metrics) Add(of callcontrol.Metric, n int64, labels callcontrol.Labels) {
	if c := m.counters[of]; c != nil {
		c.Add(context.Background(), n, m.options(of, labels).add...)
	}
}

// Observe notes one duration, in seconds.
func (m *Metrics) Observe(of callcontrol.Metric, d time.Duration, labels callcontrol.Labels) {
	if h := m.histograms[of]; h != nil {
		h.Record(context.Background(), d.Seconds(), m.options(of, labels).record...)
	}
}

func (m *Metrics) options(of callcontrol.Metric, labels callcontrol.Labels) *options {
	key := measured{of, labels}
	if o := (*m.seen.Load())[key]; o != nil {
		return o
	}
	set := attribute.NewSet(attributes(of, labels)...)
	with := metric.WithAttributeSet(set)
	o := &options{[]metric.AddOption{with}, []metric.RecordOption{with}}
	m.mu.Lock()
	defer m.mu.Unlock()
	if old := *m.seen.Load(); len(old) < maxSeen {
		next := maps.Clone(old)
		next[key] = o
		m.seen.Store(&next)
	}
	return o
}

func attributes(of callcontrol.Metric, labels callcontrol.Labels) (all []attribute.KeyValue) {
	if word := of.Of(); word != "" && labels.Of != "" {
		all = append(all, attribute.String("callcontrol."+word, labels.Of))
	}
	if labels.Outcome != "" {
		all = append(all, attribute.String("callcontrol.outcome", labels.Outcome))
	}
	return all
}
