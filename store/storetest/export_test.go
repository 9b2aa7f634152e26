package storetest

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// Play plays one case, with anything that can note a failure.
func Play(t interface {
	Errorf(format string, args ...any)
}, name string, s store.Store, reopen func(store.Store) store.Store, patience time.Duration) (skipped string) {
	for _, c := range cases {
		if c.name == name {
			return c.on(t, s, reopen, patience, 50*time.Millisecond)
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
