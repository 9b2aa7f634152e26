// Package simulator is a telephone system in memory: a [telephony.Adapter] for
// tests, examples and load, with people at its phones who do what they are
// told, and with faults by script.
//
// # The switch
//
// A [Switch] has the real state of every contact: its legs, who owns it, who
// talks, what is held on a device, what is recorded. Commands change it as
// [telephony.Obey] says. What is not so any more when a command is carried out
// comes to nothing, and is told by a Failed: a hold of a customer who has left,
// a ring for a call that was cleared. What is so already is only told again. It
// keeps all the duties that package telephony numbers, until it is told not to.
//
// Two who are connected and for whom nothing has been arranged yet talk with
// each other, and no Arranged tells so: the Answered does. The first who
// answers and is no customer owns the call. When the owner of a conference
// hangs up, one of the others has the call; when any other owner does, the
// customer hears nobody until somebody is rung for him.
//
// # The people
//
// [Switch.Arrive] brings a contact; [Switch.Answers], [Switch.HangsUp],
// [Switch.HoldsOnDevice], [Switch.TakesBackOnDevice], [Switch.OffHook] and
// [Switch.OnHook] are what somebody does with a phone. What he cannot do,
// because his phone does not ring, is a [PhoneError]. [Switch.Say] tells an
// event as it is, true or not. Nobody does anything of his own accord.
//
// # The faults
//
// [Switch.Inject] scripts what the switch does wrong with the commands that
// come, one [Fault] for each; [Switch.Repeat] tells everything twice,
// [Switch.Shuffle] mixes the events of different calls, [Switch.Slow] lets each
// command wait until [Switch.Next], and [Switch.Drop] cuts the connection.
//
// # Time, chance and goroutines
//
// The simulator starts no goroutine. What is due later (a delay, a late answer)
// is looked at whenever somebody calls, and Run waits for it, so that it lives
// in a testing/synctest bubble as well as anywhere. What is random comes from
// the seed: the same calls in the same order, in a bubble, tell the same events
// in the same order.
package simulator
