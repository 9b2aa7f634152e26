package otel

import (
	"context"
	"errors"
	"fmt"

	"go.opentelemetry.io/otel/metric"

	"github.com/seed-6cc70c2f/callcontrol"
)

// stats are the instruments of callcontrol.Stats. They can be added up, over the
// Centers of a process and over processes, so they are up-down counters; most
// exporters show those as gauges.
type stats struct {
	interactions, calls, agents metric.Int64ObservableUpDownCounter
}

func (s *stats) make(meter metric.Meter) error {
	var failed error
	instrument := func(name, unit, help string) metric.Int64ObservableUpDownCounter {
		i, err := meter.Int64ObservableUpDownCounter(name, metric.WithUnit(unit), metric.WithDescription(help))
		failed = errors.Join(failed, err)
		return i
	}
	s.interactions = instrument("callcontrol.interactions", "{interaction}", "records of interactions, also of those that are over and still kept")
	s.calls = instrument("callcontrol.calls", "{call}", "concurrent calls")
	s.agents = instrument("callcontrol.agents", "{agent}", "agents who have ever signed in, or been named")
	return failed
}

// Counted is what Watch watches: a *callcontrol.Center.
type Counted interface {
	Stats() callcontrol.Stats
}

// Watch has the Center's Stats read at each collection, until stop is called.
// Watch every Center of a process: what they have is added up. The error is
// ErrInvalid without a Center, or what the meter says.
func (m *Metrics) Watch(center Counted) (stop func() error, err error) {
	if center == nil {
		return nil, fmt.Errorf("%w: no Center", ErrInvalid)
	}
	r, err := m.meter.RegisterCallback(func(_ context.Context, o metric.Observer) error {
		now := center.Stats()
		o.ObserveInt64(m.stats.interactions, int64(now.Interactions))
		o.ObserveInt64(m.stats.calls, int64(now.Calls))
		o.ObserveInt64(m.stats.agents, int64(now.Agents))
		return nil
	}, m.stats.interactions, m.stats.calls, m.stats.agents)
	if err != nil {
		return nil, fmt.Errorf("otel: the meter refused: %w", err)
	}
	return r.Unregister, nil
}
