package otel_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric/noop"
	sdk "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/adapters/otel"
)

var _ callcontrol.Metrics = (*otel.Metrics)(nil)

// bridge is one over an SDK, and what it has collected by name.
func bridge(tb testing.TB) (*otel.Metrics, func() map[string]metricdata.Metrics) {
	reader := sdk.NewManualReader()
	provider := sdk.NewMeterProvider(sdk.WithReader(reader))
	tb.Cleanup(func() { _ = provider.Shutdown(context.Background()) })
	m, err := otel.New(provider.Meter("test"))
	require.NoError(tb, err)
	return m, func() map[string]metricdata.Metrics {
		var all metricdata.ResourceMetrics
		require.NoError(tb, reader.Collect(context.Background(), &all))
		byName := map[string]metricdata.Metrics{}
		for _, scope := range all.ScopeMetrics {
			for _, one := range scope.Metrics {
				byName[one.Name] = one
			}
		}
		return byName
	}
}

// TestEveryMetric: each is an instrument of its name, help and unit, with the
// labels as attributes.
func TestEveryMetric(t *testing.T) {
	m, collect := bridge(t)
	of := callcontrol.Labels{Of: "Hold", Outcome: "done"}
	for _, metric := range callcontrol.AllMetrics() {
		if metric.Duration() {
			m.Observe(metric, 20*time.Millisecond, of)
		} else {
			m.Add(metric, 3, of)
		}
	}
	got := collect()
	require.Len(t, got, len(callcontrol.AllMetrics()))
	for _, metric := range callcontrol.AllMetrics() {
		one := got[metric.String()]
		require.Equal(t, metric.Help(), one.Description)
		want := []attribute.KeyValue{attribute.String("callcontrol.outcome", "done")}
		if metric.Of() != "" {
			want = append(want, attribute.String("callcontrol."+metric.Of(), "Hold"))
		}
		var attributes attribute.Set
		if metric.Duration() {
			require.Equal(t, "s", one.Unit)
			point := one.Data.(metricdata.Histogram[float64]).DataPoints[0]
			require.InDelta(t, .02, point.Sum, 1e-9)
			require.Equal(t, uint64(1), point.BucketCounts[5], "between 10 and 25 ms: %v", point.Bounds)
			attributes = point.Attributes
		} else {
			require.Regexp(t, `^\{[a-z]+\}$`, one.Unit)
			point := one.Data.(metricdata.Sum[int64]).DataPoints[0]
			require.Equal(t, int64(3), point.Value)
			attributes = point.Attributes
		}
		require.Equal(t, attribute.NewSet(want...), attributes, "%v", metric)
	}
}

// TestWrongDoor: a counter is not observed, a duration is not added, and what this
// version does not know is left out.
func TestWrongDoor(t *testing.T) {
	m, collect := bridge(t)
	m.Add(callcontrol.RequestTime, 1, callcontrol.Labels{})
	m.Observe(callcontrol.Requests, time.Second, callcontrol.Labels{})
	m.Add(200, 1, callcontrol.Labels{})
	m.Observe(200, time.Second, callcontrol.Labels{})
	require.Empty(t, collect())
}

// TestAtOnce: many goroutines measure at once, and nothing is lost.
func TestAtOnce(t *testing.T) {
	m, collect := bridge(t)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i := range 200 {
				m.Add(callcontrol.Events, 1, callcontrol.Labels{Of: fmt.Sprint(i % 50)})
			}
		})
	}
	all.Wait()
	sum := int64(0)
	for _, p := range collect()["callcontrol.events"].Data.(metricdata.Sum[int64]).DataPoints {
		sum += p.Value
	}
	require.Equal(t, int64(800), sum)
}

// TestManyLabels: labels without end are not remembered without end.
func TestManyLabels(t *testing.T) {
	m, err := otel.New(noop.Meter{})
	require.NoError(t, err)
	for i := range 5000 {
		m.Add(callcontrol.Events, 1, callcontrol.Labels{Of: fmt.Sprint(i)})
	}
	cost := func(of string) float64 {
		return testing.AllocsPerRun(100, func() { m.Add(callcontrol.Events, 1, callcontrol.Labels{Of: of}) })
	}
	require.Zero(t, cost("7"))
	require.Positive(t, cost("4999"))
}

type counted callcontrol.Stats

func (c *counted) Stats() callcontrol.Stats { return callcontrol.Stats(*c) }

// TestWatch: what there is now is read at each collection, of all Centers
// together, until it is stopped.
func TestWatch(t *testing.T) {
	m, collect := bridge(t)
	value := func(name string) int64 {
		sum := collect()[name].Data.(metricdata.Sum[int64])
		require.False(t, sum.IsMonotonic)
		require.Len(t, sum.DataPoints, 1)
		return sum.DataPoints[0].Value
	}
	one, two := &counted{Interactions: 5, Calls: 4, Agents: 3}, &counted{Interactions: 10, Calls: 20, Agents: 30}
	stopOne, err := m.Watch(one)
	require.NoError(t, err)
	require.Equal(t, []int64{5, 4, 3}, []int64{value("callcontrol.interactions"), value("callcontrol.calls"), value("callcontrol.agents")})
	stopTwo, err := m.Watch(two)
	require.NoError(t, err)
	require.Equal(t, int64(24), value("callcontrol.calls"))
	one.Calls = 1
	require.NoError(t, stopTwo())
	require.Equal(t, int64(1), value("callcontrol.calls"))
	require.NoError(t, stopOne())
	require.Empty(t, collect())
}

// TestInvalid: without a meter or a Center there is nothing to do.
func TestInvalid(t *testing.T) {
	_, err := otel.New(nil)
	require.ErrorIs(t, err, otel.ErrInvalid)
	m, err := otel.New(noop.Meter{})
	require.NoError(t, err)
	_, err = m.Watch(nil)
	require.ErrorIs(t, err, otel.ErrInvalid)
}

// TestNoAllocation: a measurement whose labels have been seen makes none in the
// bridge itself; what the SDK makes is its own.
func TestNoAllocation(t *testing.T) {
	m, err := otel.New(noop.Meter{})
	require.NoError(t, err)
	of := callcontrol.Labels{Of: "Hold", Outcome: "done"}
	require.Zero(t, testing.AllocsPerRun(100, func() {
		m.Add(callcontrol.Requests, 1, of)
		m.Observe(callcontrol.RequestTime, time.Second, of)
	}))
}

// BenchmarkMeasurement is one measurement through the bridge and the SDK.
func BenchmarkMeasurement(b *testing.B) {
	m, _ := bridge(b)
	of := callcontrol.Labels{Of: "Hold", Outcome: "done"}
	b.Run("add", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Add(callcontrol.Requests, 1, of)
		}
	})
	b.Run("observe", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Observe(callcontrol.RequestTime, time.Millisecond, of)
		}
	})
}
