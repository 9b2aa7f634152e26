package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestSameLife: every contender stands in the same place after each step, so
// that what is compared is the same life.
func TestSameLife(t *testing.T) {
	for _, c := range contenders() {
		t.Run(c.name, func(t *testing.T) {
			m, err := c.new()
			require.NoError(t, err)
			for range 2 { // the second time in a machine that is used again
				require.NoError(t, m.begin())
				for i, want := range trail {
					require.NoError(t, m.step(i), "step %d", i+1)
					require.Equal(t, want, m.state(), "step %d", i+1)
				}
			}
			require.NoError(t, play(m))
		})
	}
}

// TestGuardsDecide: a peer's guard is asked, and nobody takes a step twice.
func TestGuardsDecide(t *testing.T) {
	was := newCall
	defer func() { newCall = was }()
	newCall.caps &^= canConsult
	for _, c := range contenders()[2:] {
		m, err := c.new()
		require.NoError(t, err)
		require.ErrorContains(t, play(m), "step 6", c.name)
	}
	newCall = was
	for _, c := range contenders() {
		m, err := c.new()
		require.NoError(t, err)
		require.NoError(t, m.begin())
		require.NoError(t, m.step(0))
		require.Error(t, m.step(0), c.name)
	}
}

// TestNoAllocations: what a call allocates when it begins is measured apart.
func TestNoAllocations(t *testing.T) {
	for _, shown := range []bool{false, true} {
		m := &ours{shown: shown}
		require.NoError(t, play(m)) // the slices grow
		begin := testing.AllocsPerRun(100, func() { require.NoError(t, m.begin()) })
		require.Zero(t, testing.AllocsPerRun(100, func() {
			if err := play(m); err != nil {
				t.Fatal(err)
			}
		})-begin, "shown: %v", shown)
	}
}

// stray is a machine whose life ends elsewhere.
type stray struct{ ours }

func (*stray) state() string { return "Waiting" }

func TestALifeThatEndsElsewhereFails(t *testing.T) {
	s := &sample{name: "stray", once: func() error { return play(&stray{}) }}
	require.EqualError(t, measure([]*sample{s}, 7, time.Microsecond), `stray: the life ends in "Waiting", not in "Ended"`)
	no := errors.New("no")
	s = &sample{name: "refuses", once: func() error { return no }}
	require.ErrorIs(t, measure([]*sample{s}, 7, time.Microsecond), no)
}

func TestNumbers(t *testing.T) {
	for _, q := range questions {
		require.NoError(t, q.ask(clean), q.name)
		require.NoError(t, q.ask(pasted), q.name)
		require.Error(t, q.ask("+12015532448"), q.name)
	}
}

// TestRun prints the tables, with every contender in them.
func TestRun(t *testing.T) {
	var b strings.Builder
	require.NoError(t, run(&b, true, 7, time.Microsecond))
	for _, c := range contenders() {
		require.Contains(t, b.String(), "\n| "+c.name+" | ")
	}
	for _, q := range questions {
		require.Contains(t, b.String(), "\n| "+q.name+" | ")
	}
	require.Contains(t, b.String(), "GOMAXPROCS")
	require.NotContains(t, b.String(), explanation)
	b.Reset()
	require.NoError(t, run(&b, false, 7, time.Microsecond))
	require.True(t, strings.HasSuffix(b.String(), explanation))
	require.EqualError(t, run(&b, true, 6, time.Microsecond), "6 passes tell too little: at least 7")
}

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

func BenchmarkNumber(b *testing.B) {
	for _, q := range questions {
		for name, text := range map[string]string{"clean": clean, "pasted": pasted} {
			b.Run(q.name+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := q.ask(text); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
