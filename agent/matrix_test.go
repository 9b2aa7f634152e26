package agent

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/internal/diagram"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

var update = flag.Bool("update", false, "write the golden files and docs anew")

// golden compares a text with a file, or writes it.
func golden(t *testing.T, path, text string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), text, "if this change is meant: go test -run %s -update, and read the difference", t.Name())
}

func TestDocs(t *testing.T) {
	var table []diagram.Transition
	for tr := range Transitions() {
		table = append(table, diagram.Transition(tr))
	}
	golden(t, "../docs/AGENT.md", diagram.Of(table).Page("Agent states", `
This page is rendered from the table of package `+"`agent`"+` and compared by its tests; change the table, not the page.

The columns are the agent's own status. **Idle chosen** is Available with a choice of Idle that waits until the last of his
interactions is over (AGT-3). What his interactions add (Reserved, Engaged, Wrap Up) is counted for each channel and shown by
the summary: RONA, else Wrap Up, else Engaged, else Reserved, else his own status (AGT-2). A condition such as *reserved* asks about the channel that
the fact names.`))
}

// TestMatrix writes down what is decided in every representative state, the
// refusals included.
func TestMatrix(t *testing.T) {
	base := walkPolicy(t)
	var b strings.Builder
	for _, own := range []State{
		{}, {status: Idle, code: "Break"}, {status: Idle, code: "Break", choice: "Lunch"}, {status: Available},
		{status: Available, choice: "Break"}, {status: RONA, cause: Declined},
	} {
		for _, l := range []load{{}, {reserved: 1}, {engaged: 1}, {wrapping: 1}} {
			for _, chat := range []load{{}, {reserved: 1, engaged: 1}} {
				for _, off := range []bool{false, true} {
					s := own
					s.pol, s.off = base.pol, off
					s.load[Voice], s.load[Chat] = l, chat
					if s.broken() == "" && (!off || l == load{} && chat == load{}) {
						matrix(&b, s)
					}
				}
			}
		}
	}
	golden(t, "testdata/matrix.golden", b.String())
}

func matrix(b *strings.Builder, s State) {
	var out Output
	ignored := map[string][]string{}
	fmt.Fprintf(b, "== %s\n", describe(s))
	fmt.Fprintf(b, "   shown: %s\n", s.Summary())
	for _, q := range []struct {
		name string
		err  error
	}{
		{"a call", s.MayBeOffered(Voice)}, {"a chat", s.MayBeOffered(Chat)}, {"a consult", s.MayBeConsulted()},
		{"a transfer", s.MayReceiveTransfer()}, {"to dial out", s.MayDialOut()},
	} {
		fmt.Fprintf(b, "   may get %s: %s\n", q.name, verdict(q.err))
	}
	for _, r := range walkRequests() {
		after, err := s.Request(walkTime, r, &out)
		fmt.Fprintf(b, "%s: ", strings.TrimSpace(fmt.Sprint(r.Action, " ", r.Code)))
		if err != nil {
			fmt.Fprintln(b, verdict(err))
			continue
		}
		moved(b, s, after, &out)
	}
	for _, f := range walkFacts() {
		if f.Channel == Chat && s.load[Chat] == (load{}) && f.What != Offered {
			continue // as on voice without an interaction
		}
		name := f.What.String()
		if f.What != OffHook && f.What != OnHook {
			name += " " + strings.ToLower(f.Channel.String())
		}
		if f.Cause != NoCause {
			name += ", " + f.Cause.String()
		}
		if f.Unanswered {
			name += ", unanswered"
		}
		after := s.Fact(walkTime, f, &out)
		if out.Ignored != "" {
			ignored[string(out.Ignored)] = append(ignored[string(out.Ignored)], name)
			continue
		}
		fmt.Fprintf(b, "%s: ", name)
		moved(b, s, after, &out)
	}
	for _, id := range slices.Sorted(maps.Keys(ignored)) {
		fmt.Fprintf(b, "ignored %s: %s\n", id, strings.Join(ignored[id], "; "))
	}
	b.WriteString("\n")
}

func moved(b *strings.Builder, s, after State, out *Output) {
	if s == after {
		b.WriteString("=")
	} else {
		b.WriteString("→ " + describe(after))
	}
	for i, c := range out.Changes {
		b.WriteString(map[bool]string{true: "; tells ", false: ", "}[i == 0] + c.Kind.String())
		if c.Kind == Entered || c.Kind == Shown {
			b.WriteString(" " + Summary{Status: c.Status, Code: c.Code, Cause: c.Cause}.String())
		} else {
			b.WriteString(" " + string(c.Code))
		}
	}
	b.WriteString("\n")
}

func verdict(err error) string {
	if err == nil {
		return "yes"
	}
	var d *rule.Denied
	if !errors.As(err, &d) {
		return err.Error()
	}
	text := fmt.Sprintf("denied %s (%s in %s)", string(d.Rule()), d.Action(), d.State())
	if d.Reason() != "" {
		text += ": " + d.Reason()
	}
	return text
}

func describe(s State) string {
	text := Summary{Status: s.status, Code: s.code, Cause: s.cause}.String()
	if s.choice != "" {
		text += ", " + string(s.choice) + " chosen"
	}
	for ch := range Channel(channels) {
		l := s.load[ch]
		for _, n := range []struct {
			n    uint16
			name string
		}{{l.reserved, "reserved"}, {l.engaged, "engaged"}, {l.wrapping, "to wrap up"}} {
			if n.n > 0 {
				text += fmt.Sprintf(", %d %s %s", n.n, strings.ToLower(ch.String()), n.name)
			}
		}
	}
	if s.off {
		text += ", off hook"
	}
	return text
}
