package explore

// Worlds are the floors that are walked: small enough to be walked whole, and
// together with everything in them that the rules speak of.
func Worlds() []World {
	return []World{
		{Name: "a call, two agents, an obedient switch", Setup: []string{"policy recording, privacy shield 30s", "agents A1 A2"},
			Begin: []string{"anna calls billing"}, Targets: []string{"A1", "A2"}},
	}
}
