package callflow

// A slow switch does nothing until it is told: every order waits, so that
// anything can happen before it. It is how a walk through all states names
// what comes late, twice or never.

func next(what Word) func(*player, match) error {
	return func(p *player, _ match) error { return p.v.Next(what) }
}

var switchActs = []phrase{
	{pattern: "the switch is slow", means: "from now on each order waits until one of the next sentences", act: func(p *player, _ match) error { p.v.Slow(); return nil }},
	{pattern: "the switch does what waits", means: "the oldest order that waits", act: next(DoIt)},
	{pattern: "the switch does what waits and tells it backwards", means: "its events come in the wrong order, the last one first", act: next(Backwards)},
	{pattern: "the switch does two orders and tells the second first", means: "the two oldest; their events come in the wrong order", act: next(Swapped)},
	{pattern: "the switch does the second order and then refuses the first", means: "of the two oldest; the refusal comes late", act: next(Overtaken)},
	{pattern: "the switch refuses what waits", means: "likewise", act: next(RefuseIt)},
	{pattern: "the switch forgets what waits", means: "it is neither done nor refused", act: next(ForgetIt)},
	{pattern: "the switch repeats itself", means: "what it said last, once more", act: func(p *player, _ match) error { return p.v.Again() }},
	{pattern: "the switch catches up", means: "it does everything that waits, and is slow no more", act: func(p *player, _ match) error { return p.v.CatchUp() }},
}
