package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func BenchmarkLife(b *testing.B) {
	for _, c := range contenders() {
		b.Run(c.name, func(b *testing.B) {
			m, err := c.new()
			require.NoError(b, err)
			b.ReportAllocs()
			for b.Loop() {
				if err := play(m); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(c.events), "ns/transition")
		})
	}
}
