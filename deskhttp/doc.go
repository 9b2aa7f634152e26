// Package deskhttp puts the desks of a callcontrol.Center on HTTP: a JSON API
// for what an agent does, one event stream for what he sees, and around both
// what every host would write again: sessions, limits, same-origin checks, errors
// as statuses with a text for the agent in his language.
//
//	api, err := deskhttp.New(deskhttp.Config{Center: center, Identify: whoAsks})
//	mux.Handle("/api/", http.StripPrefix("/api", api))
//	mux.Handle("/", deskhttp.Secure(pages))
//
// The host says who asks (Config.Identify), and serves its own pages. When it
// stops: Drain, then http.Server.Shutdown, then let Run of the Center end.
//
// # Calls
//
// Paths are below the prefix at which the host has mounted the Server. Bodies
// are JSON, UTF-8, at most 64 KiB; every POST has Content-Type: application/json,
// also one without a body. A field that is not listed here is refused; those that
// an action has no use for may be left out.
//
//	POST   /session                                   whatever Identify reads      201 Session with its token
//	GET    /session                                                                200 Session without it
//	DELETE /session                                                                200 outcome
//	GET    /texts?lang=fr                             no token needed              200 Texts
//	GET    /view                                                                   200 the view
//	GET    /events                                                                 200 text/event-stream
//	POST   /agent/{sign-in|available|idle|sign-out}   {"code"}                     outcome
//	POST   /accept-all                                                             200 outcome with accepted, refused
//	POST   /dial                                      {"number","callerId","region","confirmed"}  outcome with interaction
//	POST   /calls/{id}/{action}                       {"to","digits","region","confirmed"}        outcome
//	POST   /calls/{id}/wrap-up/{choose|submit|cancel-countdown|dismiss}  {"reason"}               outcome
//	POST   /calls/{id}/variables/{type|revert|refresh|fetch|save}        {"name","value"}         outcome
//	POST   /notices/acknowledge                       {"upTo"}                     outcome
//	POST   /number                                    {"text","region","use"}      200 Number
//	GET    /targets?list=&action=&search=                                          200 Targets
//	POST   /targets/refresh                                                        outcome
//	GET    /reasons?call=&search=                                                  200 Reasons
//
// Calls that are sent at once may arrive in any order. Where the order counts, as
// with what is typed and its save or revert, choose and submit, idle and
// available, a page sends the next when it has the answer to the one before.
//
// {action} is an action of the view in lower case with hyphens: end-consult for
// End Consult. {id} is the interaction's id, escaped for a path. {"to"} is
// {"kind","address"}; kind is agent, queue, entry-point, number, ep-dn or expert.
// A consult of a number that the lists have as an EP-DN is an EP-DN consult
// (CON-20): the page need not know. {"region"} is where numbers are dialled from
// ("US"); left out it is Config.Numbers.Region.
//
// # The session
//
// POST /session answers {"token", "agent", "expires", "language", "languages",
// "region", "callerIds"}. Every other call but /texts has the header
// Authorization: Bearer TOKEN. A token is never in a URL, in a cookie or in a log;
// a page keeps it in the sessionStorage of its tab, so that each tab is a desk of
// its own and no other origin can act with it. A session ends with DELETE, at
// its greatest age, when it has not been used for a while, with the Server, and
// when its agent opens more than Limits.PerAgent. It lives in memory: after a
// restart the page is told no-session, and opens one anew. Nothing is lost by
// that; a session holds nothing but who asks. It does not sign the agent in or
// out: that is POST /agent/sign-in.
//
// # The view
//
// It is the JSON of docs/VIEWS.md, which a client in Go reads into a
// callcontrol.View, with these fields added, all in the reader's language:
//
//	view         sent        when this answer was written; take the page's clock error from it, not
//	                         from built: a view that has not changed is not built again
//	             acceptText  the label of Accept N requests; left out when acceptable is 0
//	agent        text        the agent in one line: "Idle (Lunch)"
//	rona         text        why, in a few words: "no answer"
//	cards[]      .fields[].text      the label; English ones of no administrator are translated
//	permissions  text        why not, beside rule and why: actions of cards and interactions,
//	                         submit and cancelCountdown of a wrap-up
//	variables[]  text        why it cannot be edited
//	notices[]    text        what has happened; advice is in the reader's language too
//	agent, panes[], notices[], variables[], conflict
//	             person      the name in the lists of whom id, name, about or by has as an id
//
// The other words of a view (status, kind, recording …) have their texts in
// /texts.
//
// # The stream
//
// GET /events is text/event-stream, to be read with fetch: EventSource cannot
// send a header. It has three sorts of blocks:
//
//	id: ID            a view, whole, as GET /view has it. The ID is opaque
//	event: view
//	data: {…}
//
//	event: end        the Server ends the stream: an outcome document; see below what to do
//	data: {"outcome": …}
//
//	: here            a comment at once, and every 15 seconds; nothing for 40 means that the
//	                  connection is dead: open another one
//
// The first view comes at once, unless the request has Last-Event-ID with the ID
// of just what would be sent. After that there is one for each change; a reader
// who is slow misses those in between and never gets an older one after a newer
// one. One who takes nothing for 30 seconds is cut off. A lost stream is opened
// again with Last-Event-ID, a few hundred milliseconds later and then more slowly.
// What to do at its end: no-session, open a session and then a stream;
// unavailable, try again later; replaced, do not try by itself: the same token has
// more streams than Limits.Streams, as of a tab that was duplicated.
//
// A browser allows six connections to a host with HTTP/1.1, and each open stream
// is one: serve HTTP/2 (over TLS, as net/http does by itself) where an agent may
// have many tabs.
//
// # Outcomes
//
// Whatever is not data is one document, on every status:
//
//	{"outcome": "denied", "text": "Hold is not possible. …",
//	 "rule": "HLD-3", "action": "Hold", "state": "Conference",
//	 "cause": "no-answer", "interactions": ["…"], "retryAfter": 2}
//
// outcome is always there; text, for the agent to read, in all but done. The
// others are left out where they have nothing to say.
//
//	200 done              it is so. dial adds "interaction"; accept-all adds "accepted": [ids] and
//	                      "refused": [{"interaction", "outcome", "text", "rule" …}]
//	202 pending           not known yet: do not repeat it, the view will tell
//	400 invalid           the request makes no sense
//	401 no-session        no token, a forged one, an expired one; or Identify knows nobody
//	403 forbidden         the request comes from another origin's page
//	404 not-found         no such path, method, action or list
//	404 no-interaction    it never was, or is long over: the next view will not have it
//	409 denied            a rule forbids it: rule, action, state; "interactions" of a sign-out
//	                      is what is in the way
//	409 signed-out        the agent is not signed in
//	409 confirm           the dialling policy wants the agent asked: send it again with "confirmed": true,
//	                      and only with the same number
//	413 too-large         the body
//	415 unsupported       the body is no application/json
//	422 refused           a value that cannot be (CAD-4, CAD-5), or a number (DN-*, the dialling policy);
//	                      rule where it is one
//	429 too-many          requests, sessions; "retryAfter" seconds, as the header Retry-After
//	502 failed            the switch would not; cause
//	502 overtaken         something else came first, such as a hang-up; cause
//	502 not-kept          the variables could not be saved: the draft is as it was (CAD-9)
//	502 not-fetched       the lists, or a secure value: try again
//	503 unavailable       the centre is stopped, or is stopping
//	    replaced          only at the end of a stream
//
// # Texts
//
// GET /texts answers {"language": "fr", "languages": ["en", "fr"], "texts": {KEY:
// TEXT}}, with an ETag. The KEY of a word that the view has is the theme, a dot, the
// word in lower case with hyphens: status.call-on-hold, action.end-consult,
// agent-status.available, agent-action.sign-out, agent-cause.no-answer,
// contact.inbound, channel.voice, stage.connecting, recording.paused,
// cause.hung-up, type.datetime, visibility.masked, wrap-up-phase.due,
// wrap-up-action.submit, role.customer, target.agent, number-verdict.confirm; and
// those of package label, such as dialog.search. A placeholder {n} in one is the
// page's to fill in: sentence.page has {from}, {to} and {n}.
//
// The language of every answer is ?lang=TAG, else Accept-Language (which fetch may
// set), else the first of Config.Languages.
//
// # Lists
//
// POST /number answers {"text", "removed": [{"offset","char","kind","text"}],
// "folded": [{"offset","char","to"}], "valid", "refusals": [{"rule","text","offset"}],
// "warnings": [{"kind","text","offset"}], "format", "formatText", "verdict",
// "verdictText"}: what is left of what was typed or pasted and what it lost (DN-3),
// why it cannot be dialled, what may be wrong with it, and what Config.Numbers says
// of its use (dial, consult, transfer; dial when left out). offset counts UTF-16
// units, as a page does.
//
// GET /targets?list= answers {"list", "asOf", "total", "rows": [{"to", "name", …}]},
// at most 200 rows; to is what an action takes. action is consult or transfer:
// their lists differ (CON-3, TRF-3, TRF-10). A list says what can be picked now; the
// request decides (CON-7).
//
//	agents         name, team, number, supervisor, status, text (AGT-2)
//	queues         name
//	entry-points   name
//	ep-dns         name, number: entry points by their number; search takes a number (CON-20)
//	numbers        name, number: the address book (CON-5)
//	organization   name, firstName, lastName, title, department, presence, presenceAsOf (CON-6)
//
// GET /reasons answers {"reasons": [{"code","label"}]} of a call's wrap-up (END-3).
//
// # Cost
//
// An open desk is one connection and one goroutine, and keeps about 40 KB with the
// connection's buffers. With 500 open, the median view is with its page about
// a quarter of a millisecond after the fact. BenchmarkOpenDesks measures both.
package deskhttp
