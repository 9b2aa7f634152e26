// Package target knows whom and what a call can be consulted on or transferred
// to: the lists of agents, queues, entry points, numbers and experts, the
// search in them, and the rules about which target, which [Directory.Judge]
// asks at the moment of the request (CON-7).
//
// The host gives [Lists], plain data, and [New] makes a [Directory] of them
// once. A Directory does not change: a refresh (CON-7) is a new one, with its
// own [Directory.AsOf]. Agents' states are not in it, since they are the
// centre's own and change all the time; the caller gives them with the question.
//
// A list says what can be picked now. It promises nothing: between the picking
// and the request an agent may have taken another call, and only Judge decides.
// Whether a consult or a transfer is permitted at all is interaction.State's
// to say, not this package's.
//
// Search takes any text. It ignores case, accents and invisible characters, and
// finds what contains every word of it; an empty text finds everything, and one
// longer than [MaxSearch] nothing.
package target
