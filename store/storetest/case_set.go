package storetest

import "runtime"

// Compare and set (duty 1).

var setCases = []testCase{
	{"set/new", 1, "what is made is there; making it again, or over it, is a conflict", func(g *game) {
		x := g.set(none("agent", "ann"))
		g.is(3, x)
		g.refused(x.key, 0, 9, &value{})
		g.is(1, x)
	}},
	{"set/old-revision", 1, "a commit or a removal that names a revision which is gone is a conflict, and changes nothing", func(g *game) {
		one := g.set(none("agent", "ann"))
		two := g.set(one)
		g.refused(one.key, one.rev, 9, &value{})
		g.refused(one.key, one.rev, 9, nil)
		g.is(1, two)
		three := g.set(two)
		g.refused(one.key, one.rev, 9, &value{})
		g.refused(one.key, two.rev, 9, &value{})
		g.is(1, three)
	}},
	{"set/not-there", 1, "what is not there has no revision but 0", func(g *game) {
		x := g.set(none("agent", "ann"))
		other := none("agent", "bob")
		g.refused(other.key, x.rev, 9, &value{})
		g.refused(other.key, x.rev, 9, nil)
		g.is(1, other)
	}},
	{"set/remove", 1, "what is removed is missing, and its revision is gone", func(g *game) {
		x := g.set(none("agent", "ann"))
		gone := g.remove(x)
		g.is(3, gone)
		g.refused(x.key, x.rev, 9, &value{})
		g.refused(x.key, x.rev, 9, nil)
		g.is(1, gone)
	}},
	{"set/again", 1, "a record that is made again has a revision that it never had, so nobody takes it for the old one", func(g *game) {
		x := none("agent", "ann")
		var old []state
		for range 5 {
			x = g.set(x)
			old = append(old, x)
			x = g.set(x)
			old = append(old, x)
			x = g.remove(x)
		}
		x = g.set(x)
		for _, o := range old {
			g.refused(o.key, o.rev, 99, &value{})
		}
		g.is(1, x)
	}},
	{"set/keys", 1, "keys that look alike are different records", func(g *game) {
		all := []state{none("ab", "c"), none("a", "bc"), none("a", "b/c"), none("a/b", "c"), none("A", "bc"), none("a", "bc "),
			none("a", "bc\x00"), none("a\x00", "bc"), none("a", "\x00bc"), none("a", "é"), none("a", "e\u0301"), none("a", "."), none("a", ".."), none("a", "%2e")}
		for i := range all {
			all[i] = g.set(all[i])
		}
		for i, x := range all {
			g.is(1, x)
			if i%2 == 0 {
				all[i] = g.remove(x)
			}
		}
		for _, x := range all {
			g.is(1, x)
		}
	}},
	{"set/one-of-many", 1, "of those who name the same revision at the same time one is made, and one only", func(g *game) {
		x := none("agent", "ann")
		for range 10 {
			next := state{key: x.key, n: x.n + 1}
			g.all(8, func(int) {
				g.until(1, "one of several commits that name the same revision was to be made", func() bool {
					_, _, err := g.try(g.life, g.ask(x.key, x.rev, next.n, &value{}, false))
					if err == nil {
						return true
					}
					v, _, there, _ := g.load(x.key)
					return there && v.N == next.n
				})
			})
			g.until(3, "what was made was to be read", func() bool {
				v, rev, there, _ := g.load(x.key)
				next.rev = rev
				return there && v.N == next.n
			})
			x = next
		}
	}},
	{"set/counting", 1, "writers who add one in turn, each finding out what became of his additions, lose none and make none twice", func(g *game) {
		const writers, each = 6, 25
		x := g.set(none("contact", "c1"))
		counted := func(v value, i int) int {
			if i < len(v.Done) {
				return v.Done[i]
			}
			return 0
		}
		g.all(writers, func(i int) {
			for done := 0; done < each; {
				g.until(1, "an addition was to be made", func() bool {
					v, rev, there, known := g.load(x.key)
					if !known || !there {
						return false
					}
					if c := counted(v, i); c > done { // the answer had been lost
						done = c
						return true
					}
					if counted(v, i) < done { // old news
						return false
					}
					next := value{Done: make([]int, writers)}
					copy(next.Done, v.Done)
					next.Done[i]++
					runtime.Gosched() // somebody else may be quicker
					if _, _, err := g.try(g.life, g.ask(x.key, rev, v.N+1, &next, false)); err == nil {
						done++
						return true
					}
					return false
				})
			}
		})
		g.until(1, "every addition was to be counted, and once", func() bool {
			v, _, there, _ := g.load(x.key)
			for i := range writers {
				if counted(v, i) != each {
					return false
				}
			}
			return there && v.N == 1+writers*each
		})
	}},
}
