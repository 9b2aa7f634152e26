package telephonytest

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// What a recording outlives and what it does not (duty 13).

var recordingCases = []testCase{
	{"recordings/told", 13, "a recording that begins, pauses and goes on is told each time", func(g *game) {
		g.needs(telephony.CanRecord)
		c := g.talking()
		c.records(13, telephony.StartRecording, telephony.RecordingOn)
		if g.can(telephony.CanPauseRecording) {
			c.records(13, telephony.PauseRecording, telephony.Paused)
			c.records(13, telephony.ResumeRecording, telephony.RecordingOn)
		}
	}},
	{"recordings/outlive", 13, "a recording goes on through hold, consult, conference and a transfer to the consulted party", func(g *game) {
		c := g.recorded()
		c.outlives(telephony.RecordingOn)
	}},
	{"recordings/pause-outlives", 13, "and so does its pause", func(g *game) {
		g.needs(telephony.CanPauseRecording)
		c := g.recorded()
		c.records(13, telephony.PauseRecording, telephony.Paused)
		c.outlives(telephony.Paused)
	}},
	{"recordings/single-step", 13, "a blind transfer ends the recording and its pause, and tells so; the next begins anew", func(g *game) {
		c := g.recordedAndSent(consulted, g.agent(1))
		c.picksUp(consulted)
		c.beginsAnew(consulted)
	}},
	{"recordings/queue", 13, "a return to the queue ends the recording and its pause, and tells so; the next begins anew", func(g *game) {
		c := g.recordedAndSent(0, g.contact(telephony.VoiceMedium).Arrived)
		c.rings(consulted, g.agent(1))
		c.picksUp(consulted)
		c.beginsAnew(consulted)
	}},
}

// records gives a command about the recording, and waits until it is so.
func (c *call) records(d duty, v telephony.Verb, want telephony.Recording) {
	c.tells(d, by(c.do(telephony.Command{Verb: v}), recorded(want)))
	c.really(d, "the recording is "+want.String(), func(l telephony.Live) bool { return l.Recording == want })
}

// recorded is a call that is recorded.
func (g *game) recorded() *call {
	g.needs(telephony.CanRecord)
	c := g.talking()
	c.records(13, telephony.StartRecording, telephony.RecordingOn)
	return c
}

// outlives takes a call through everything that its recording outlives.
func (c *call) outlives(want telephony.Recording) {
	g, from := c.g, c.g.now()
	if g.can(telephony.CanHold) {
		c.tells(3, by(c.do(hold), arranged()))
		c.tells(3, by(c.do(retrieve), arranged(customer)))
	}
	if g.can(telephony.CanConsult) {
		c.do(telephony.Command{Verb: telephony.ConsultationCall, Leg: consulted, To: g.agent(1)})
		c.tells(3, alerting(consulted))
		c.picksUp(consulted)
		c.talk(consulted)
	}
	if g.can(telephony.CanConsult | telephony.CanConference) {
		c.do(telephony.Command{Verb: telephony.Conference, Talk: telephony.LegsOf(customer, consulted)})
		c.tells(3, arranged(customer, consulted))
	}
	if g.can(telephony.CanConsult | telephony.CanTransfer) {
		c.handedOver(c.do(telephony.Command{Verb: telephony.Transfer, Leg: consulted}), consulted)
		c.owner = consulted
		c.talk(customer)
	}
	g.listen()
	for _, e := range g.news(from) {
		if e.Call == c.id && e.Kind == telephony.Recorded && e.Recording != want {
			g.broken(13, "the recording was %v, and nobody changed it: %v", want, e)
		}
	}
	c.really(13, "the recording was "+want.String()+", and nobody changed it", func(l telephony.Live) bool { return l.Recording == want })
}

// recordedAndSent is a call that was recorded, and its recording paused, when
// the owner handed it on unasked.
func (g *game) recordedAndSent(l telephony.Leg, to telephony.Endpoint) *call {
	g.needs(telephony.CanSingleStep)
	c := g.recorded()
	if g.can(telephony.CanPauseRecording) {
		c.records(13, telephony.PauseRecording, telephony.Paused)
	}
	c.handedOver(c.do(telephony.Command{Verb: telephony.SingleStep, Leg: l, To: to}), l)
	c.tells(13, recorded(telephony.NotRecording))
	c.really(13, "the owner has left", func(live telephony.Live) bool { return live.Recording == telephony.NotRecording })
	if l != 0 {
		c.tells(3, alerting(l))
	}
	return c
}

// beginsAnew says that the next owner is recorded from the beginning.
func (c *call) beginsAnew(next telephony.Leg) {
	c.owner = next
	c.talk(customer)
	c.records(13, telephony.StartRecording, telephony.RecordingOn)
}
