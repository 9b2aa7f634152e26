package main

import (
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/internal/soak"
)

// progress is one line of how things stand.
func progress(out io.Writer, p soak.Progress) {
	what := ""
	if p.Draining {
		what = ", all go home"
	}
	if p.Found > 0 {
		what += fmt.Sprintf(", %d VIOLATIONS", p.Found)
	}
	fmt.Fprintf(out, "%4ds  %6d offered  %5d live  %6d wrapped up  %7d presses  %7d notices  %3d kills%s\n",
		int(p.Since.Seconds()), p.Offered, p.Live, p.WrappedUp, presses(p.Totals), p.Notices, p.Kills, what)
}

func presses(t soak.Totals) int {
	n := 0
	for _, x := range t.Presses {
		n += x
	}
	return n
}

// balance is the balance as a table, and how fast it went.
func balance(out io.Writer, r soak.Report) {
	wrong := map[soak.Equation]int{}
	for _, v := range r.Violations {
		wrong[v.Equation]++
	}
	fmt.Fprintln(out)
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	line := func(e soak.Equation, what string) {
		verdict := "holds"
		if wrong[e] > 0 {
			verdict = fmt.Sprintf("%d VIOLATIONS", wrong[e])
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", e, what, verdict)
	}
	line(soak.Ends, fmt.Sprintf("%d = %d + %d", r.Offered, r.Ended, r.Live))
	line(soak.WrapUps, fmt.Sprintf("%d = %d + %d", r.Owed, r.Submitted, r.Open))
	line(soak.Commands, fmt.Sprintf("%d = %d + %d", r.Taken, r.Answered+r.Alone, r.Settled))
	line(soak.Numbers, fmt.Sprintf("%d", r.Notices))
	line(soak.InTime, "")
	line(soak.Durable, fmt.Sprintf("%d of %d presses", r.Presses[soak.Done], presses(r.Totals)))
	line(soak.Answers, "")
	line(soak.Alive, fmt.Sprintf("%d kills, at most %v until the next one can be asked", r.Kills, r.Longest.Round(time.Millisecond)))
	if r.AtOnce > 0 {
		line(soak.Weight, fmt.Sprintf("%d of %d bytes, %d live (%d with the views)", r.Records, soak.Heaviest, r.AtOnce, r.Watched))
	}
	_ = w.Flush()
	took := r.Took.Seconds()
	fmt.Fprintf(out, "\n%.0f contacts, %.0f presses, %.0f commands a second, for %v; %v until all was over\n", float64(r.Offered)/took,
		float64(presses(r.Totals))/took, float64(r.Given)/took, r.Took.Round(time.Second), r.Drain.Round(time.Second))
	fmt.Fprintf(out, "what agents were answered: %v\n", r.Presses)
	fmt.Fprintf(out, "the switch: %d commands taken, %d of them done, %d failed, %d forgotten or late; %d came again; %d rejected, %d lost on the way; %d customers' arrival was lost\n",
		r.Switch.Taken, r.Switch.Done, r.Switch.Failed, r.Switch.Open, r.Switch.Again, r.Switch.Rejected, r.Switch.Lost, r.Lost)
}
