// Package rule names the rules of call control and refuses in their name.
//
// A rule has an [ID] such as "HLD-3": the group, a dash, a number. The
// catalogue ([All], [Lookup]) has what each rule says; docs/RULES.md is
// rendered from it. Code, refusals, tests, stories and documents quote ids, so
// that a person who was refused can find out why in one step.
//
// # Refusals
//
// Every package of this module refuses a request for a reason of the rules
// with one error, *[Denied]. A host asks it three things:
//
//   - Was it a rule at all? [errors.As] with a *Denied. A request that makes
//     no sense (an action that does not exist, a target that is missing) is
//     another error and a mistake of the program, not of the agent.
//   - Was it this rule? [errors.Is] with an ID, also through wrapped errors.
//   - What shall the desk say? [Denied.Rule], [Denied.Action], [Denied.State]
//     and [Denied.Reason] for texts of its own, or [ID.Says] as it stands.
//
// Where several rules forbid the same thing one of them is named: OP-3 (there
// is no such interaction now) before OP-2 (the one who asks is not in it),
// then who may (PAR), then when (the state's rule), then the rest.
//
// # Words
//
// The rules call the agent who owns the interaction now Agent 1, and the one
// whom he consults Agent 2, until he leaves or becomes the owner and is
// Agent 1 in his turn. An outsider is a consulted party who is no agent of the
// centre. A call is accepted when the agent has answered it (on a callback or
// an outdial the customer as well), and active when besides the customer is
// connected or on hold. A leg is one party's connection. CAD is call-associated
// data, DN a dial number, EP-DN a number that leads to an entry point, DNIS the
// number that the customer dialled; RONA is the state of an agent who let an
// offer ring.
//
// # Promise
//
// An id keeps its meaning for good. A rule may be added, at the end of its
// group, and one that is given up leaves its number unused. The wording of Says
// may improve in any version: compare ids, never texts.
package rule
