// Package telephony is the port between the rules of call control and whatever
// telephone system a host has: the vocabulary of commands and events, and the
// [Adapter] that an implementation provides.
//
// Commands and events are flat data. They can be logged, stored, replayed,
// compared, wrapped, and sent over a wire; nothing in them points anywhere.
// The words are those of CSTA (ECMA-269), so that who knows a switch knows
// them. Where they are printed, by fmt or by log/slog, numbers are masked.
//
// # The model
//
// A contact is a [CallID], a string that whoever creates the contact mints: the
// host for what it places, the adapter for what arrives. It stays the same for
// the contact's whole life, over holds, consults, transfers and returns to a
// queue; the switch's own call references stay inside the adapter.
//
// A party's connection to a contact is a [Leg], a small number. The customer of
// an arriving contact is leg 1. Every other leg is named by the command that
// rings it, and no number is ever used again: another attempt to reach the same
// person is another leg.
//
// One party is the owner. Who talks with him is a set, [Legs]; everybody else
// who is connected hears nobody, and is on hold. A command that changes who
// hears whom ([Verb.Media]) carries, beside its word, the whole set that is to
// be so afterwards. An adapter may follow the word or bring about the set: both
// lead to the same place. [Command].Owner says whose arrangement it is.
//
// # The duties of an adapter
//
// Each is quoted by its number where an implementation is found to break it.
//
// Duty 1, order. Events of one call are delivered in the order in which they
// happened. Between calls there is no order. When sink returns an error, the
// event was not taken: deliver it again before any later one of that call. An
// event that comes twice does no harm; one that is lost does.
//
// Duty 2, departures. Every leg that leaves gets a [Gone] with its cause, once,
// when its connection is really over: who hangs up, who is cleared, everybody
// after a [ClearCall], a target that was rung and did not answer, and the
// owner's own leg after [Diverted] ([Transferred]). A leg that was never more
// than asked for gets [Failed] or Gone, as the switch has it.
// A [Clear] of a leg that has gone is answered by its [Gone] once more.
//
// Duty 3, facts. An event says what is so and of whom; there is none that says
// "done". [Arranged] carries the whole set of those who talk with the owner,
// whoever brought it about. [Diverted] says which leg has the call now, 0 where
// it is a queue or an entry point. Op names the command that an event answers,
// and 0 where nobody asked. When the owner of a conference leaves, the others
// talk with each other, and one of them who is no customer owns the call
// (CNF-5). A fact that has turned false before it is delivered
// is delivered all the same, and the one that made it false behind it.
//
// Duty 4, repeats. The same Op of the same call is the same command, sent again
// because its answer was lost. It is not carried out twice, also under a
// newer epoch. What came of it is told once more, as it is now and not as it was.
//
// Duty 5, epochs. [Command].Epoch grows when another process takes a contact
// over. A command with an older epoch than the newest that was seen of its call
// is refused with [ErrRejected] and changes nothing.
//
// Duty 6, answers. Do returns when the switch has taken the command, never
// after a person has done something. nil: taken. [ErrUnsupported] and
// [ErrRejected]: certainly not carried out, and a [Rejection] says why.
// Anything else: nobody knows, and the same command will come again. What was
// taken and came to nothing after all is told by Failed, with the Op and the
// leg; what Failed names has changed nothing, and what was half done for it
// (the hold of a consultation call) has been undone.
//
// Duty 7, races. Events may come before Do returns, twice, or late, and Do is
// ready for commands about what has just gone. An answer may come after the
// ring was cleared: deliver it. A [Clear] of a leg that is being answered, or
// that an [Answer] was asked for, clears it all the same.
//
// Duty 8, no toggles. A command says what is to be so: hold, retrieve, clear.
// It is carried out when it is so already, by doing nothing and telling what is
// so. No command is guessed from the present state.
//
// Duty 9, the live contacts. Live yields every contact that the switch has at
// that moment, with its legs, who talks, and what is recorded: the truth after
// a lost connection or a restart. A contact that began meanwhile may be in it
// or not. An adapter that cannot tell yields ErrUnsupported, and nothing else.
//
// Duty 10, endings. When the context of Run ends, Run delivers nothing more and
// returns; nothing that it started goes on without it, and it may be called
// again. When the context of Do ends, Do returns soon with the context's error.
// No call ends because a context does: an adapter that goes away leaves its
// calls alone. What happens while nobody runs waits for the next Run; what could
// not wait, because the adapter was not there either, only Live can tell.
//
// Duty 11, capabilities. Capabilities is a constant of the adapter: it costs
// nothing, needs no connection and never changes. What it leaves out is never
// asked for ([Verb.Needs]).
//
// Duty 12, holds on the device. Who presses hold on his own phone is reported
// with [DeviceHeld] and [DeviceRetrieved], and with no Arranged. Our commands
// never touch such a hold: [Retrieve] does not lift it, [Hold] does not need
// it, and it is no part of Talk (HLD-2).
//
// Duty 13, recordings. A recording covers the accepted call. It goes on through
// hold, consult, conference and a [Transfer] to the consulted party, and so
// does its pause (REC-6). It ends with the owner's leg in a [SingleStep] and
// when the contact returns to its queue: a later [StartRecording] begins anew,
// not paused. Every change is told with [Recorded], whoever made it, also its end
// where the call goes on.
//
// Duty 14, numbers. An address of kind [DialNumber] or [EPDN] is dialled as it
// was given, sign for sign (D7). No whole number is written to a log.
//
// Duty 15, queues. A [ConsultationCall] to a queue, an entry point or an EP-DN
// only puts the customer on hold, and Arranged tells so: the agent who is found
// there comes by a later [Dial] with the same leg. The queue's greeting, music
// or announcement is no [Answered] and no [Alerting]; only a person answers
// (CON-24). When the queue or number itself is not to be had, its leg gets Gone
// with [NotConfigured], or Failed.
//
// Duty 16, digital contacts. A chat, an e-mail or a social conversation uses
// the same port and few of its words: [Incoming], Answered and Gone; [Answer]
// and Clear, and ClearCall. Nothing rings; the agent's leg is the one that
// Answer names.
//
// Duty 17, arrivals. Incoming is the first event of a contact that arrives: a
// call id that was never used, the customer as leg 1, what he reached, and from
// where. Until it has been taken (duty 1) nothing else of it is told. Offers
// are the router's: an adapter rings nobody of its own accord.
//
// Duty 18, concurrency. Do, Live and Capabilities may be called from several
// goroutines, also while Run runs and from within sink. Commands of one call
// come one after the other, in order. sink may block for a while; the events of
// other calls may wait for it, Do may not.
//
// # What comes of each command
//
// What an obedient switch with perfect phones tells at once is [Obey], a
// function. It is what every test here stands on, and the shortest description
// of what is expected. In words:
//
//	Dial                 Alerting; later Answered or Gone
//	ConsultationCall     Arranged, with nobody; Alerting, unless to a queue (duty 15)
//	Hold, Retrieve, Alternate, Arrange, Conference
//	                     Arranged
//	Reconnect            Gone of the cleared leg, and Arranged
//	Transfer, SingleStep Diverted, and Gone of the owner's leg; then the target rings
//	Clear                Gone
//	ClearCall            Gone of every leg that is there
//	Answer               Answered
//	StartRecording, PauseRecording, ResumeRecording
//	                     Recorded
//	Mute, Unmute, SendDigits, SetNoiseReduction
//	                     nothing: the answer of Do is all there is
//
// # Promise
//
// The words, their meaning and the JSON of [Command] and [Event] are kept
// across versions. A verb, an event or a capability may be added at the end; an
// adapter answers a verb that it does not know with ErrUnsupported.
package telephony
