// Package fault has a fault for each rule of the catalogue: one place in the
// code that carries the rule, and how to break it. Command mutate plants them
// one after the other, and asks whether the story that the catalogue names for
// the rule notices.
package fault
