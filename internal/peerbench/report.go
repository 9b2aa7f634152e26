package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"strings"
)

// life is what was measured of one contender: the whole life, and its
// beginning alone.
type life struct {
	events      int
	life, begin *sample
}

// number is what was measured of one question.
type number struct{ clean, pasted *sample }

// report is everything measured; ours comes first, and phonenumbers last.
type report struct {
	lives   []*life
	numbers []*number
}

func (r *report) write(w io.Writer, passes int, explain bool) {
	fmt.Fprintf(w, "%s, %s/%s, %s, GOMAXPROCS %d; the fastest of %d passes, in turns in one process.\n\n",
		runtime.Version(), runtime.GOOS, runtime.GOARCH, cpu(), runtime.GOMAXPROCS(0), passes)
	r.writeLives(w)
	fmt.Fprintln(w)
	r.writeNumbers(w)
	if explain {
		fmt.Fprint(w, explanation)
	}
}

func (r *report) writeLives(w io.Writer) {
	fmt.Fprintln(w, "| a call's life of ten steps | events | ns per transition | × ours | allocations per transition | ns per life | × ours | allocations per life |")
	fmt.Fprintln(w, "|---|--:|--:|--:|--:|--:|--:|--:|")
	ours := r.lives[0]
	for _, l := range r.lives {
		fmt.Fprintf(w, "| %s | %d | %.0f | %.1f | %s | %.0f | %.1f | %s |\n", l.life.name, l.events,
			l.transition(), l.transition()/ours.transition(), count((l.life.allocs-l.begin.allocs)/float64(l.events)),
			l.life.nanos, l.life.nanos/ours.life.nanos, count(l.life.allocs))
	}
}

// transition is the time of one event, the beginning shared out among them:
// for who makes a machine for each call, that is where the time goes.
func (l *life) transition() float64 { return l.life.nanos / float64(l.events) }

func (r *report) writeNumbers(w io.Writer) {
	fmt.Fprintf(w, "| a dial number | ns, `%s` | times faster | allocations | ns, `%s` | times faster | allocations |\n", clean, strings.TrimSpace(pasted))
	fmt.Fprintln(w, "|---|--:|--:|--:|--:|--:|--:|")
	peer := r.numbers[len(r.numbers)-1]
	for _, n := range r.numbers {
		fmt.Fprintf(w, "| %s | %.0f | %.1f | %s | %.0f | %.1f | %s |\n", n.clean.name,
			n.clean.nanos, peer.clean.nanos/n.clean.nanos, count(n.clean.allocs),
			n.pasted.nanos, peer.pasted.nanos/n.pasted.nanos, count(n.pasted.allocs))
	}
}

// count is a number of allocations; what the runtime itself allocates now and
// then is none of a sample's.
func count(n float64) string {
	if whole := math.Round(n); math.Abs(n-whole) < 0.05 {
		return fmt.Sprintf("%.0f", math.Abs(whole))
	}
	return fmt.Sprintf("%.1f", n)
}

// cpu is the processor's name, where the system tells it.
func cpu() string {
	info, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "processor unknown"
	}
	for line := range strings.Lines(string(info)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "processor unknown"
}

const explanation = `
Read the ratios. Ours has 13 events in its ten steps, because a hold, a resume
and a transfer wait for the switch's confirmation, and fills an Output at each;
the peers only change state. A transition's time has its share of the call's
beginning in it, its allocations have not. "With panes and permissions" also
works out all that the agents' desks show after each event: every pane, and
every action with its verdict.
`
