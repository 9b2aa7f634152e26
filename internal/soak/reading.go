package soak

import (
	"slices"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// read takes in one screen: which contacts it shows, which notices are new.
func (l *ledger) read(a *seat, s *Screen) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	l.notices(a, s)
	if a.screen.Status != s.Status {
		a.since = now
	}
	if s.Status == agent.SignedOut && a.signedIn {
		l.finds(Violation{Equation: Durable, Who: string(a.id), Why: "his sign-in was answered with done, and his desk shows him signed out"})
		a.signedIn = false
	}
	for _, id := range a.on {
		if c := l.contacts[id]; c != nil && s.contact(id) == nil {
			p := c.part(a.id, now)
			p.panes, p.dialog = false, false
		}
	}
	a.on = a.on[:0]
	for i := range s.Contacts {
		x := &s.Contacts[i]
		a.on = append(a.on, x.ID)
		c := l.contacts[x.ID]
		if c == nil {
			if _, was := l.retired[x.ID]; was {
				l.finds(Violation{Equation: Ends, Who: string(a.id), Call: x.ID, Why: "it was over and on no desk, and is on his desk again"})
			}
			continue
		}
		p := c.part(a.id, now)
		p.dialog = x.WrapUp != nil && x.WrapUp.Phase == wrapup.Due
		if p.panes != (x.Panes > 0) {
			p.panes, p.since = x.Panes > 0, now
			if p.panes && x.Offer {
				c.say(now, "# %s is offered it", a.id)
			}
		}
	}
	a.screen, a.shownAt = *s, now
}

// notices checks that what an agent is told is numbered without gaps, stays
// until he has acknowledged it, and never changes (D11).
func (l *ledger) notices(a *seat, s *Screen) {
	wrong := func(n Told, why string) {
		l.finds(Violation{Equation: Numbers, Who: string(a.id), Call: n.Call, Why: why})
	}
	i := 0
	for _, n := range s.Notices {
		switch {
		case n.N > a.last:
			if n.N != a.last+1 {
				wrong(n, sprint("notice %d comes after %d", n.N, a.last))
			}
			a.last = n.N
			a.unacked = append(a.unacked, n)
			i = len(a.unacked)
			l.total.Notices++
			l.tells(a, n)
		case n.N <= a.asked:
		default:
			for i < len(a.unacked) && a.unacked[i].N < n.N {
				wrong(a.unacked[i], sprint("notice %d is gone, and was not acknowledged", a.unacked[i].N))
				i++
			}
			if i < len(a.unacked) && a.unacked[i] != n {
				wrong(n, sprint("notice %d was %q of %s, and is %q of %s", n.N, a.unacked[i].Kind, a.unacked[i].Call, n.Kind, n.Call))
			}
			i++
		}
	}
	if i < len(a.unacked) {
		wrong(a.unacked[i], sprint("notice %d is gone, and was not acknowledged", a.unacked[i].N))
		a.unacked = a.unacked[:i]
	}
}

// tells takes in one new notice.
func (l *ledger) tells(a *seat, n Told) {
	c := l.contacts[n.Call]
	if c == nil {
		return
	}
	now := time.Now()
	p := c.part(a.id, now)
	switch n.Kind {
	case wrapup.DueNow.String():
		p.due++
	case wrapup.SubmitWaits.String():
		p.waiting = true
	case wrapup.Withdrawn.String():
		p.waiting = false
	case wrapup.Completed.String():
		if p.waiting && p.due == p.done { // due and done in one
			p.due++
		}
		p.waiting = false
		p.done++
		l.wrapped++
	}
	c.say(now, "# %s is told %s", a.id, n.Kind)
}

// acknowledges notes that an agent is about to acknowledge his notices.
func (l *ledger) acknowledges(a *seat, upTo uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	a.asked = max(a.asked, upTo)
	a.unacked = slices.DeleteFunc(a.unacked, func(n Told) bool { return n.N <= upTo })
}

// asked notes what an agent has asked for, when, and what he was answered. c is
// the contact as he saw it.
func (l *ledger) asked(a *seat, began time.Time, c *Shown, q Ask, out Answer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.total.Presses[out.Outcome]++
	if out.Outcome == Nonsense {
		l.finds(Violation{Equation: Answers, Who: string(a.id), Call: q.Call, Why: string(q.Verb) + " " + q.Action.String() + ": " + out.Why})
	}
	if q.Verb == SignIn {
		a.signedIn = a.signedIn || out.Outcome == Done
		return
	}
	if q.Verb == Dial && out.Outcome == Done && l.followed(out.Call) == nil {
		l.finds(Violation{Equation: Durable, Who: string(a.id), Call: out.Call, Why: "his outdial was answered with done, and the switch was never told to dial"})
	}
	k := l.contacts[q.Call]
	if k == nil {
		return
	}
	now := time.Now()
	if line := pressed(a.id, k.id, q); out.Outcome == Done || out.Outcome == Pending || out.Outcome == Cut {
		k.say(began, "%s", line)
		if out.Outcome != Done {
			k.say(now, "# %s", out.Outcome)
		}
	} else {
		k.say(began, "# %s: %s %s", line, out.Outcome, out.Why)
	}
	if out.Outcome != Done {
		return
	}
	p := k.part(a.id, now)
	switch {
	case q.Verb == Submit && c.WrapUp.Phase == wrapup.Due:
		p.submits++
	case q.Verb == Press && (q.Action == interaction.End || q.Action == interaction.Transfer):
		p.ended++
	}
}

// pressed is a press in the words of a story.
func pressed(who agent.ID, on telephony.CallID, q Ask) string {
	said := string(who) + " "
	switch q.Verb {
	case Choose:
		return said + "chooses " + string(q.Reason)
	case Submit:
		return said + "submits"
	case StopCount:
		return said + "cancels the count-down"
	case Dismiss:
		return said + "closes the dialog"
	case Press:
	default:
		return "# " + said + string(q.Verb)
	}
	words := map[interaction.Action]string{interaction.Accept: "accepts", interaction.Decline: "declines", interaction.Skip: "skips",
		interaction.Remove: "removes the contact", interaction.Cancel: "cancels", interaction.Hold: "holds", interaction.Resume: "resumes",
		interaction.EndConsult: "ends the consult", interaction.ExitConsult: "exits the consult", interaction.ExitConference: "exits the conference",
		interaction.StartConference: "starts a conference", interaction.AcceptTransfer: "accepts the transfer", interaction.DeclineTransfer: "declines the transfer",
		interaction.End: "ends the call", interaction.PauseRecording: "pauses the recording", interaction.ResumeRecording: "resumes the recording",
		interaction.Mute: "mutes", interaction.Unmute: "unmutes", interaction.SendDigits: "sends digits " + q.Digits}
	switch q.Action {
	case interaction.Consult:
		return said + "consults " + place(q.To)
	case interaction.Transfer:
		if q.To == (telephony.Endpoint{}) {
			return said + "transfers"
		}
		return said + "transfers to " + place(q.To)
	}
	if w := words[q.Action]; w != "" {
		return said + w
	}
	return "# " + said + q.Action.String()
}

// place is a target in the words of a story.
func place(e telephony.Endpoint) string {
	switch e.Kind {
	case telephony.Queue:
		return "queue " + e.Address
	case telephony.EntryPoint:
		return "entry point " + e.Address
	case telephony.DialNumber:
		return "number " + e.Address
	}
	return e.Address
}
