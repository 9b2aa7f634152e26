package diagram_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/internal/diagram"
)

var lamp = []diagram.Transition{
	{From: "Off", Event: "press", Guards: []string{"no bulb"}, Verdict: "denied LMP-1"},
	{From: "Off", Event: "press", To: []string{"On"}},
	{From: "Off", Event: "power lost", Verdict: "ignored LMP-2"},
	{From: "On", Event: "press", To: []string{"Off"}},
	{From: "On", Event: "power lost", To: []string{"Off"}},
	{From: "On", Event: "dim", Guards: []string{"dimmer", "at last step"}, To: []string{"On", "Off"}},
}

func ExampleMachine_Matrix() {
	fmt.Print(diagram.Of(lamp).Matrix())
	// Output:
	// | event | Off | On |
	// |---|---|---|
	// | press | *no bulb*: denied LMP-1<br>*else*: → On | → Off |
	// | power lost | ignored LMP-2 | → Off |
	// | dim | – | *dimmer, at last step*: = or → Off |
}

func ExampleMachine_Mermaid() {
	fmt.Print(diagram.Of(lamp).Mermaid())
	// Output:
	// stateDiagram-v2
	//     state "Off" as Off
	//     state "On" as On
	//     [*] --> Off
	//     Off --> On : press
	//     On --> Off : press<br/>power lost<br/>dim [dimmer, at last step]
}

func TestNamesStayInTheirPlace(t *testing.T) {
	m := diagram.Of([]diagram.Transition{
		{From: "end", Event: "a:b;c\n\"d\"", To: []string{"Wrap Up", "Wrap-Up"}},
		{From: "Wrap Up", Event: "x|y", Guards: []string{"p|q*"}, Verdict: "denied A|B"},
	})
	text := m.Mermaid()
	require.Contains(t, text, `state "end" as endState`, "a keyword is no identifier")
	require.Contains(t, text, `state "Wrap Up" as WrapUp`+"\n")
	require.Contains(t, text, `state "Wrap-Up" as WrapUp2`+"\n", "two states never share an identifier")
	require.Contains(t, text, "endState --> WrapUp : a b c d\n", "what would end a label is left out")
	require.NotContains(t, text, "A|B", "a refusal is no arrow")

	matrix := m.Matrix()
	require.Contains(t, matrix, `x\|y`)
	require.Contains(t, matrix, `*p\|q\**: denied A\|B`)
	for line := range strings.Lines(matrix) {
		bars := strings.Count(line, "|") - strings.Count(line, `\|`)
		require.Equal(t, 5, bars, "four columns in %q", line)
	}
}

func TestOrderAndStart(t *testing.T) {
	m := diagram.Of(lamp)
	require.Equal(t, []string{"Off", "On"}, m.States)
	require.Equal(t, []string{"press", "power lost", "dim"}, m.Events)
	require.Equal(t, "Off", m.Start)

	m.Start, m.States = "On", []string{"On", "Off"}
	require.Contains(t, m.Mermaid(), "[*] --> On\n")
	require.Contains(t, m.Matrix(), "| event | On | Off |\n")

	require.Equal(t, "stateDiagram-v2\n", diagram.Of(nil).Mermaid(), "an empty table is no mistake")
	require.Equal(t, "| event |\n|---|\n", diagram.Of(nil).Matrix())
}

func TestPage(t *testing.T) {
	page := diagram.Of(lamp).Page("Lamp", "\nHow it burns.\n")
	require.True(t, strings.HasPrefix(page, "# Lamp\n\nHow it burns.\n\n## Moves\n\n```mermaid\nstateDiagram-v2\n"))
	require.Contains(t, page, diagram.Of(lamp).Mermaid()+"```\n")
	require.True(t, strings.HasSuffix(page, diagram.Of(lamp).Matrix()))
}
