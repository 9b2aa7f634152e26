package soak

import (
	"context"
	"math/rand/v2"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// verbs are those that a fault is put on, with the word of a story.
var verbs = []struct {
	verb telephony.Verb
	word string
}{{telephony.Dial, "ring"}, {telephony.Hold, "hold"}, {telephony.Retrieve, "resume"}, {telephony.ConsultationCall, "consult"},
	{telephony.Alternate, "swap"}, {telephony.Conference, "conference"}, {telephony.Transfer, "transfer"}, {telephony.SingleStep, "transfer"},
	{telephony.PauseRecording, "pause"}, {telephony.StartRecording, "recording"}, {telephony.Answer, "answer"},
	{telephony.Clear, ""}, {telephony.ClearCall, ""}, {telephony.Reconnect, ""}}

// misfortune puts a few faults on a contact that is about to arrive.
func (s *soak) misfortune(r *rand.Rand, id telephony.CallID) {
	does := []simulator.What{simulator.Reject, simulator.RefuseLater, simulator.Late, simulator.Delay, simulator.LoseAnswer, simulator.LoseCommand, simulator.Silence, simulator.Block}
	for range 1 + r.IntN(3) {
		on := verbs[r.IntN(len(verbs))]
		f := simulator.Fault{Call: id, Verbs: []telephony.Verb{on.verb}, Do: does[r.IntN(len(does))],
			Cause: telephony.Busy, After: between(r, 0, 3*time.Second).Round(time.Second)}
		if on.word == "" && (f.Do == simulator.Silence || f.Do == simulator.Reject || f.Do == simulator.RefuseLater) {
			f.Do = simulator.LoseCommand // a call that the switch refuses to end, no centre can end
		}
		line := sprint("# the next %v: %v, %v", on.verb, f.Do, f.After)
		switch {
		case on.word == "":
		case f.Do == simulator.Reject:
			line = sprint("the switch refuses the next %s as busy", on.word)
		case f.Do == simulator.RefuseLater && f.After > 0:
			line = sprint("the switch refuses the next %s %v late", on.word, f.After)
		case f.Do == simulator.Delay && f.After > 0:
			line = sprint("the switch answers the next %s %v late", on.word, f.After)
		case f.Do == simulator.Silence:
			line = sprint("the switch never answers the next %s", on.word)
		}
		s.ledger.say(id, "%s", line)
		s.sw.Inject(f)
	}
}

// weather cuts the line now and then, loses what is on it, says everything
// twice and mixes it up. Faults that met nobody are taken away.
func (s *soak) weather(ctx context.Context) {
	r := chance(s.cfg.Seed, "weather", 0)
	pause := func(d time.Duration) bool {
		select {
		case <-ctx.Done():
			return false
		case <-time.After(d):
			return true
		}
	}
	for pause(between(r, 2*time.Second, 8*time.Second)) {
		if s.draining.Load() {
			return
		}
		switch r.IntN(4) {
		case 0:
			s.ledger.mark("# the line is cut")
			s.sw.Drop()
			pause(between(r, 0, 2*time.Second))
			if r.IntN(2) == 0 {
				s.sw.DropEvents()
				s.ledger.eventsLost()
				s.ledger.mark("# what was on the line is lost")
			}
			s.sw.Restore()
			s.ledger.mark("# the line is mended")
		case 1:
			s.sw.Repeat(true)
		case 2:
			s.sw.Shuffle(true)
		case 3:
			s.sw.Heal()
		}
	}
}
