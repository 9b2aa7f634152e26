package otel_test

import (
	"context"
	"fmt"
	"slices"

	"go.opentelemetry.io/otel/attribute"
	sdk "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/adapters/otel"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// A centre that is measured: an agent signs in twice, which is one agent and two
// requests.
func Example() {
	reader := sdk.NewManualReader()
	provider := sdk.NewMeterProvider(sdk.WithReader(reader))
	bridge, err := otel.New(provider.Meter("contact-centre"))
	if err != nil {
		panic(err)
	}
	center, err := callcontrol.New(callcontrol.Config{Adapter: simulator.New(simulator.Config{}), Metrics: bridge})
	if err != nil {
		panic(err)
	}
	stop, err := bridge.Watch(center)
	if err != nil {
		panic(err)
	}
	ctx := context.Background()
	for range 2 {
		if _, err := center.SignIn(ctx, "A1"); err != nil {
			panic(err)
		}
	}

	var collected metricdata.ResourceMetrics
	if err := reader.Collect(ctx, &collected); err != nil {
		panic(err)
	}
	var lines []string
	for _, m := range collected.ScopeMetrics[0].Metrics {
		if sum, ok := m.Data.(metricdata.Sum[int64]); ok {
			for _, p := range sum.DataPoints {
				lines = append(lines, fmt.Sprint(m.Name, " ", p.Attributes.Encoded(attribute.DefaultEncoder()), " ", p.Value))
			}
		}
	}
	slices.Sort(lines)
	for _, line := range lines {
		fmt.Println(line)
	}
	fmt.Println(stop())
	// Output:
	// callcontrol.agents  1
	// callcontrol.calls  0
	// callcontrol.interactions  0
	// callcontrol.requests callcontrol.action=Sign In,callcontrol.outcome=done 2
	// <nil>
}
