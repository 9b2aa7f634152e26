package explore

// Worlds are the floors that are walked: small enough to be walked whole, and
// together with everything in them that the rules speak of.
func Worlds() []World {
	agents2, agents3 := "agents A1 A2", "agents A1 A2 A3"
	call := []string{"anna calls billing"}
	slow := []string{"the switch is slow", "anna calls billing"}
	colleague := []string{"A1", "A2"}
	outsider := []string{"number +12015532447"}
	everybody := []string{"A1", "A2", "A3", "queue support", "number +12015532447"}
	recorded := "policy recording, privacy shield 30s"
	return []World{
		{Name: "two agents", Setup: []string{recorded, agents2}, Begin: call, Targets: colleague},
		{Name: "three agents, a queue, an outsider", Setup: []string{agents3}, Begin: call, Targets: everybody},
		{Name: "three agents, other policies", Setup: []string{"policy transfer needs acceptance, unaccepted transfers return, end consult ends the call", agents3}, Begin: call, Targets: everybody},
		{Name: "a slow switch, two agents", Large: true, Setup: []string{agents2}, Begin: slow, Targets: colleague, Slow: true, Faults: 1},
		{Name: "a slow switch, asked before a transfer", Large: true, Setup: []string{"policy transfer needs acceptance, unaccepted transfers return", agents2}, Begin: slow, Targets: colleague, Slow: true, Faults: 1},
		{Name: "a slow switch, slower than a ring", Large: true, Setup: []string{"policy operation within 60s, answer within 5s, consult within 5s", agents2}, Begin: slow, Targets: colleague, Slow: true, Faults: 1},
		{Name: "a slow switch, an outsider", Setup: []string{"agents A1"}, Begin: slow, Targets: outsider, Slow: true, Faults: 1},
		{Name: "a slow switch, a queue", Large: true, Setup: []string{agents2}, Begin: slow, Targets: []string{"queue support", "entry point sales"}, Slow: true, Faults: 1},
		{Name: "a slow recorder", Large: true, Setup: []string{recorded, "agents A1"}, Begin: slow, Targets: outsider, Slow: true, Faults: 1},
		{Name: "a switch that cannot hold", Setup: []string{"policy the switch cannot hold", agents2}, Begin: call, Targets: colleague},
		{Name: "two agents whose phones have a hold key", Setup: []string{agents2}, Begin: call, Targets: colleague, Keys: true},
		{Name: "a courtesy callback", Large: true, Setup: []string{agents2}, Begin: []string{"the switch is slow", "anna asks billing for a callback"}, Targets: colleague, Slow: true, Faults: 1},
		{Name: "a web callback that may be cancelled", Large: true, Setup: []string{"policy end call for web callback", agents2}, Begin: []string{"the switch is slow", "anna asks billing for a web callback"}, Targets: colleague, Slow: true, Faults: 1},
		{Name: "an outdial", Large: true, Setup: []string{agents2}, Begin: []string{"the switch is slow", "A1 dials +12015532447 to reach anna"}, Targets: colleague, Slow: true, Faults: 1},
		{Name: "an outdial by softphone", Setup: []string{"policy softphone", "agents A1"}, Begin: []string{"the switch is slow", "A1 dials +12015532447 to reach anna"}, Slow: true, Faults: 1},
		{Name: "a preview contact", Large: true, Setup: []string{"policy remove from campaign", agents2}, Begin: []string{"the switch is slow", "campaign spring has anna", "the campaign offers anna to A1"}, Targets: colleague, Slow: true, Faults: 1},
		{Name: "news in the wrong order", Large: true, Setup: []string{agents2}, Begin: slow, Targets: colleague, Slow: true, Faults: 1, Swaps: true},
		{Name: "news in the wrong order, an outsider", Setup: []string{"agents A1"}, Begin: slow, Targets: outsider, Slow: true, Faults: 1, Swaps: true},
		{Name: "news in the wrong order, a queue", Large: true, Setup: []string{agents2}, Begin: slow, Targets: []string{"queue support"}, Slow: true, Faults: 1, Swaps: true},
		{Name: "news in the wrong order, a callback", Setup: []string{"agents A1"}, Begin: []string{"the switch is slow", "anna asks billing for a callback"}, Slow: true, Faults: 1, Swaps: true},
		{Name: "a chat", Setup: []string{agents2}, Begin: []string{"the switch is slow", "anna chats with help"}, Slow: true, Faults: 1},
	}
}
