package telephonytest

import "time"

// Names are the cases of the kit.
func Names() (all []string) {
	for _, c := range cases {
		all = append(all, c.name)
	}
	return all
}

// Play plays one case, with anything that can note a failure.
func Play(t interface {
	Errorf(format string, args ...any)
}, name string, l Line) (skipped string) {
	for _, c := range cases {
		if c.name == name {
			return c.on(t, l, 2*time.Second, 50*time.Millisecond)
		}
	}
	return "no such case"
}

// Case is what a case says of itself.
type Case struct {
	Name string
	Duty int
	Why  string
}

// Cases are the cases as they describe themselves.
func Cases() (all []Case) {
	for _, c := range cases {
		all = append(all, Case{c.name, int(c.duty), c.why})
	}
	return all
}

// Quotes are the duties' texts, by number less one.
func Quotes() (names, texts []string) {
	for _, d := range duties {
		names, texts = append(names, d.name), append(texts, d.text)
	}
	return names, texts
}
