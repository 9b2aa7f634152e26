package callcontrol

// The messages of what is logged. They are stable: an operator's alarms may look
// for them, and a new version adds to them, and does not change them. What each
// has besides is listed in docs/OPERATION.md, with what to do about it; "call" and
// "op" together name one command, from the press that asked for it to the fact that
// answered it. No secure value and no whole number is in any of it, and no text of
// a host's error.
const (
	EventRequest          = "request"                  // an agent asked for something; Debug
	EventCommand          = "command"                  // the switch was told something; Debug
	EventFact             = "fact"                     // the switch told something; Debug
	EventIgnored          = "event ignored"            // a fact changed nothing, but may have answered a command (OP-5); Debug
	EventStray            = "event of no interaction"  // a fact about an interaction that is not there; Debug
	EventPhone            = "phone"                    // an agent's phone is on or off hook (END-5); Debug
	EventOrderOver        = "order over"               // a command needs no answer any more, and why; Debug
	EventOutcome          = "outcome"                  // how a request ended; Debug
	EventRecordsRead      = "records read"             // the centre goes on where the last one ended; Info
	EventReconciled       = "reconciled"               // a difference between the records and the switch was settled; Info
	EventListsNotFetched  = "lists not fetched"        // the Directory failed; Warn
	EventAdapterStopped   = "adapter stopped"          // Run of the adapter returned; it is run again; Warn
	EventUnanswered       = "order unanswered"         // nobody knows whether a command was taken; it is given again; Warn
	EventNonsense         = "event makes no sense"     // a fact that cannot be; Warn
	EventLiveUnknown      = "live contacts not known"  // the adapter's Live failed: contacts are uncertain; Warn
	EventNobodys          = "contact of nobody"        // the switch has a contact that there is no record of; Warn
	EventNotReconciled    = "contact not reconciled"   // a difference could not be settled; Warn
	EventClockBehind      = "clock behind"             // the machine's clock is behind the records: the centre goes on from theirs; Warn
	EventStoreAway        = "store away"               // the store failed, and is asked again; Warn
	EventArrivalNonsense  = "arrival makes no sense"   // a contact that cannot be taken in; Error
	EventValuesDropped    = "values dropped"           // a contact's variables were too large for a record: it is taken in without; Error
	EventNotTold          = "agent not told"           // the store was away: it is done again; Error
	EventNotReleased      = "reservation not released" // it ends by its own deadline; Error
	EventNotSettled       = "order not settled"        // the store was away: it is done again; Error
	EventRefusalLost      = "refusal not recorded"     // the store was away: the command is given again; Error
	EventDeadlineNotKept  = "deadline not kept"        // the store was away: it is done again; Error
	EventRecordUnreadable = "record unreadable"        // a record of the store is corrupt, and done without; Error
	EventReplaced         = "replaced"                 // another Center has taken over the store: this one has stopped; Error
)
