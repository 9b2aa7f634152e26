package soak

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
)

// story is what has happened to a contact, in the language of stories, so that
// it can be played alone: the acts in their order with the time between them,
// and as comments what the language has no words for. The caller holds the lock.
func (l *ledger) story(c *contact, v Violation) string {
	acts := slices.Clone(c.acts)
	for _, m := range l.marks {
		if m.at.After(c.began) {
			acts = append(acts, m)
		}
	}
	slices.SortStableFunc(acts, func(a, b act) int { return a.at.Compare(b.at) })
	var b strings.Builder
	fmt.Fprintf(&b, "story  Soak, %s\n%s\n", strings.ReplaceAll(v.String(), "\n", " "), storyPolicy(c.queue))
	who := people(acts)
	if len(who) > 0 {
		fmt.Fprintf(&b, "agents %s\n", strings.Join(who, " "))
	}
	b.WriteString("\n")
	var here []string // who has come into it
	for _, name := range who {
		fmt.Fprintf(&b, "%s goes Idle\n", name)
	}
	last := c.began
	for _, a := range acts {
		if d := a.at.Sub(last).Round(time.Second); d > 0 {
			fmt.Fprintf(&b, "%v pass\n", d)
			last = last.Add(d)
		}
		for _, name := range agentName.FindAllString(a.line, -1) { // until then somebody else would be offered it
			if !slices.Contains(here, name) {
				here = append(here, name)
				fmt.Fprintf(&b, "%s goes Available\n", name)
			}
		}
		b.WriteString(oneLine(a.line) + "\n")
	}
	fmt.Fprintf(&b, "# and then: %s\n", oneLine(v.Why))
	return b.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

var agentName = regexp.MustCompile(`\bA[0-9]+\b`)

// people are the agents of a story, in the order in which they come into it.
func people(acts []act) []string {
	var who []string
	for _, a := range acts {
		for _, n := range agentName.FindAllString(a.line, -1) {
			if !slices.Contains(who, n) {
				who = append(who, n)
			}
		}
	}
	return who
}

// Playable is the story with every act that cannot happen alone, with a perfect
// switch and nobody killed, as a comment: what is left is read and borne out by
// package callflow.
func Playable(text string) string {
	lines := strings.Split(text, "\n")
	for range lines {
		file := strings.Join(lines, "\n")
		s, err := callflow.ParseStory("soak.story", file)
		if err == nil {
			err = s.Play(nil)
		}
		if err == nil {
			return file
		}
		if !comment(lines, err) {
			break
		}
	}
	return strings.Join(lines, "\n")
}

var atLine = regexp.MustCompile(`soak\.story:(\d+)`)

// comment makes a comment of the first line that an error names.
func comment(lines []string, err error) bool {
	m := atLine.FindStringSubmatch(err.Error())
	if m == nil {
		return false
	}
	var n int
	if _, err := fmt.Sscan(m[1], &n); err != nil || n < 1 || n > len(lines) || strings.HasPrefix(lines[n-1], "#") {
		return false
	}
	lines[n-1] = "# alone this cannot happen: " + lines[n-1]
	return true
}
