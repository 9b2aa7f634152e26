// Package soak runs a contact centre for a while, with everything going wrong
// that may, and strikes a balance at the end.
//
// It owns the simulated switch, the customers and the phones, and sits at every
// agent's desk: it reads what the desk shows and presses what the desk allows.
// The centre under test stands behind a door, a [Plant], as a [callcontrol.Center]
// in this process or in another one. Now and then it is killed: cut off from its
// store and its switch at a named commit or command, or ended by the operating
// system; the next one takes over what is stored.
//
// What is counted is counted from outside: by the switch, by what goes over the
// line to it, and by who reads the desks. The balance compares these with one
// another. What does not add up is a [Violation] with the name of the contact or
// the agent, and a story that leads there.
//
// A seed repeats a workload: who calls when and for how long, who answers, what
// an agent chooses, where faults and kills are put. It does not repeat how
// goroutines take turns.
package soak
