// Package remote is the port of package telephony over a connection: a switch
// in another process, on another machine, or written in another language.
//
// [Adapter] is the near end, a [telephony.Adapter] for the host. [Server] is
// the far end, and serves any telephony.Adapter. What stands between them may
// break at any byte and at any time: the outcome is the same, only later. Who
// has a switch and no Go writes a server by the protocol below.
//
// # What the near end promises
//
// It connects by itself, and again by itself, with growing pauses. A command
// without an answer is sent again on the next connection, with the same Op, so
// that the switch recognizes it (duty 4 of package telephony). An event is
// acknowledged when the host's sink has taken it, and not before. Do waits for
// as long as the server is away; give it a context with a deadline.
//
// Run returns an error where going on alone would be wrong: [ErrLost] when
// events may have been lost, so that the host asks Live and runs it again;
// [ErrReplaced] when another client has taken the switch over; [ErrRefused]
// when the server will not have this one. Live collects all of its answer
// before it yields any, for half of the truth would look like all of it.
//
// [Adapter.Capabilities] needs no connection, so they are given in [Config].
// Who does not know them asks once, with [Ask], before he makes the adapter.
//
// There is a connection while Run runs or a Do or Live waits, and none
// otherwise; its last words may take a second.
//
// # What the far end promises
//
// The adapter's Run runs once, for as long as Serve does. Events that the
// client has not acknowledged are held, up to a bound; then the adapter's sink
// blocks until there is room, and nothing is lost. They outlive a connection,
// a client, and a call of Serve, and are lost only with the [Server] itself.
// Commands of one call are carried out one after the other, also over two
// connections; those of different calls side by side.
//
// Authentication and secrecy are the host's: it gives connections that have
// both, such as those of crypto/tls with client certificates, or a Unix socket
// in a directory of its own. The token of the hello, where one is configured,
// is sent as it is and only guards against the wrong program at the other end.
//
// # The protocol, version 1
//
// Each message is one JSON object in UTF-8 on one line, ended by a line feed,
// of at most 65,536 bytes with it. A last line without its line feed was cut
// off, and is not looked at. Each message has a "type". C is the client, who
// connects; S is the server.
//
//	C {"type":"hello","versions":[1],"token":"open sesame"}
//	S {"type":"welcome","version":1,"capabilities":"hold+mute"}
//	C {"type":"open","session":""}
//	S {"type":"opened","session":"J3PX"}
//	C {"type":"listen"}
//	S {"type":"event","id":1,"event":{"call":"c1","kind":"answered","leg":2}}
//	C {"type":"ack","id":1}
//	C {"type":"ping","id":1}
//	S {"type":"pong","id":1}
//	C {"type":"command","id":1,"command":{"call":"c1","op":7,"epoch":1,"verb":"mute","leg":2}}
//	S {"type":"answer","id":1}
//	C {"type":"live","id":2}
//	S {"type":"contact","id":2,"contact":{"call":"c1","legs":[{"leg":2,"endpoint":{"kind":"agent","address":"anna"},"state":"up"}],"talk":[1],"recording":"on"}}
//	S {"type":"answer","id":2}
//
// hello comes first. The server chooses the highest version that both know, and
// answers with welcome and what the switch can do: the words of
// [telephony.Capabilities], joined by "+", or "none". A word that the client
// does not know is left out. A token that is left out is the empty one.
//
// open takes the switch over. The connection that had it before is sent a bye
// with "replaced" and closed, and nothing that still arrives on it is carried
// out. The session is the last that this client was given, empty at first. A
// server that gave this session last gives it again: nothing was lost, and no
// other client came between. Else it makes up a new one, and so it does when
// it has lost an event. With a session may come "taken", the ids of events of
// that session whose acks the server may not have read; they count as such.
//
// listen asks for events. All that are not acknowledged are sent, in ascending
// order of their id; first the old ones again, then the new ones as they come.
// At most 256 may be sent and not acknowledged on a connection. An id is an
// event's own for as long as a session lasts. ack says that the event has been
// taken and must not be sent again; acks come in any order, and one for an
// event that is not held is ignored. There is no word to stop: the client
// closes the connection.
//
// command carries a [telephony.Command] in its JSON; its id is the client's and
// is not used twice on a connection. There is exactly one answer. Without
// "error" the command was taken (Do returned nil). Else "error" is
//
//	unsupported  certainly not carried out: ErrUnsupported
//	rejected     certainly not carried out: ErrRejected; "cause", a word of telephony.Cause, makes it a Rejection
//	unknown      nobody knows: any other error
//	busy         too much is under way on this connection; as unknown
//
// and never a text, for a text might quote a number. An answer says nothing
// about the events of its command, which may come before it.
//
// Commands of one call are carried out in the order in which they were sent.
// cancel, with the id of a command or of a live, says that nobody waits for the
// answer any more: the server ends its context, and answers all the same. The
// end of a connection cancels whatever came by it. The client sends what was
// not answered again, on the next connection, with the same Op.
//
// live asks for every contact that the switch has. Each comes as a contact,
// with "call", "legs" (each with "leg", "endpoint", "state" and "held"), "talk"
// and "recording", in the words of package telephony. The answer ends them; a
// client need not bear more than 131,072.
//
// The client sends a ping at least every 5 s, and the server answers with a
// pong of the same id: everything before that ping has been read. Who has read
// nothing for 15 s closes the connection.
//
// bye says why a connection is about to be closed: "replaced", "token" or
// "version", after which the client does not come again by itself; "malformed",
// "order" (a message where it has no place) or "closing", after which it does.
//
// # The protocol and its future
//
// A field that is not known is ignored, except within a command, where it may
// change what is asked: such a command is answered with unsupported, and so is
// one with a verb that the server does not know. A message of an unknown type
// is answered with an error of the same id and "error":"unknown-type", and
// means nothing else; a client that is answered so takes it for unsupported,
// and ignores what types it does not know itself. An event of a kind that the
// client does not know is acknowledged and left out; a cause that it does not
// know is "unknown". An event that it cannot read at all it acknowledges, and
// then it behaves as after a new session: the event is lost.
package remote
