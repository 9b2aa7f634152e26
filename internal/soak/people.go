package soak

import (
	"context"
	"strconv"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// name is the n-th agent.
func name(n int) agent.ID { return agent.ID("A" + strconv.Itoa(n+1)) }

// planKey is one leg in one stage: what somebody does there is decided once.
type planKey struct {
	leg   telephony.Leg
	stage stage
}

type stage uint8

const (
	rings  stage = iota
	waits        // the customer, alone
	talks        // connected, and not alone
	isHeld       // held on the device
)

// plan is what somebody at a phone has in mind.
type plan struct {
	at   time.Time
	deed func(*simulator.Switch, telephony.CallID, telephony.Leg) error
	line string // in the words of a story
}

// tick is how often everybody looks at his phone.
const tick = 100 * time.Millisecond

// people is everybody at a phone, and those who call.
func (s *soak) people(ctx context.Context) {
	media := [...]telephony.Medium{telephony.VoiceMedium, telephony.VoiceMedium, telephony.VoiceMedium, telephony.VoiceMedium,
		telephony.VoiceMedium, telephony.VoiceMedium, telephony.VoiceMedium, telephony.ChatMedium, telephony.EmailMedium, telephony.SocialMedium}
	n := 0
	next := time.Now()
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
			return
		case <-time.After(tick):
		}
		s.world.RLock()
		live := s.sw.Contacts()
		for i := range live {
			s.phones(&live[i])
		}
		for came := 0; !s.draining.Load() && len(live)+came < s.cfg.Contacts && came < max(1, s.cfg.Contacts/20); came++ {
			n++
			id := telephony.CallID("c" + strconv.Itoa(n))
			r := chance(s.cfg.Seed, "arrival", uint64(n))
			medium, queue := media[r.IntN(len(media))], queues[r.IntN(len(queues))]
			s.ledger.arrives(id, medium, queue)
			if r.IntN(100) < s.cfg.Faults {
				s.misfortune(r, id)
			}
			_ = s.sw.Arrive(id, telephony.Contact{Medium: medium, From: telephony.Endpoint{Kind: telephony.Customer, Address: "+12015550100"},
				Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: queue}})
		}
		s.world.RUnlock()
		if now := time.Now(); now.After(next) {
			s.ledger.sweep(s.sw.Contacts())
			next = now.Add(time.Second)
		}
	}
}

// phones lets everybody in a contact do what he has in mind.
func (s *soak) phones(live *telephony.Live) {
	type deed struct {
		telephony.Leg
		*plan
	}
	var due []deed
	s.ledger.with(live.Call, func(now time.Time, c *contact) {
		c.handed = c.handed || handed(live)
		for _, leg := range live.Legs {
			at := stageOf(live, leg)
			key := planKey{leg.Leg, at}
			p := c.plans[key]
			if p == nil {
				p = s.plans(c, leg, at)
				c.plans[key] = p
			}
			if p.deed == nil && (c.lost && leg.Leg == 1 || c.handed && leg.Endpoint.Kind != telephony.Agent) { // nobody else will end it
				*p = gives(now.Add(3*time.Second), telephony.HungUp, named(c, leg)+" hangs up")
			}
			if p.deed != nil && (!now.Before(p.at) || c.handed && s.draining.Load()) {
				due = append(due, deed{leg.Leg, p})
				c.plans[key] = &plan{}
				if p.line != "" {
					c.say(now, "%s", p.line)
				}
			}
		}
	})
	for _, d := range due {
		_ = d.deed(s.sw, live.Call, d.Leg)
	}
}

// handed: no agent is there, and somebody outside is.
func handed(live *telephony.Live) bool {
	outside := false
	for _, leg := range live.Legs {
		switch {
		case leg.Endpoint.Kind == telephony.Agent:
			return false
		case leg.State == telephony.LegUp && (leg.Endpoint.Kind == telephony.DialNumber || leg.Endpoint.Kind == telephony.Expert):
			outside = true
		}
	}
	return outside
}

// named is who is at a leg, as a story calls him.
func named(c *contact, leg telephony.LiveLeg) string {
	if leg.Leg == 1 && !c.outdial || leg.Endpoint.Kind == telephony.Customer {
		return string(c.id)
	}
	return leg.Endpoint.Address
}

func stageOf(live *telephony.Live, leg telephony.LiveLeg) stage {
	switch {
	case leg.State != telephony.LegUp:
		return rings
	case leg.Held:
		return isHeld
	case live.Talk.Len() == 0 && leg.Leg == 1 && len(live.Legs) == 1:
		return waits
	}
	return talks
}

// answers, gives and so on are what can be done with a phone.
func answers(in time.Duration, line string) plan {
	return plan{time.Now().Add(in), func(sw *simulator.Switch, id telephony.CallID, n telephony.Leg) error { return sw.Answers(id, n) }, line}
}

func gives(at time.Time, why telephony.Cause, line string) plan {
	return plan{at, func(sw *simulator.Switch, id telephony.CallID, n telephony.Leg) error { return sw.HangsUp(id, n, why) }, line}
}

// plans is what somebody has in mind at his phone, by chance.
func (s *soak) plans(c *contact, leg telephony.LiveLeg, at stage) *plan {
	r := chance(s.cfg.Seed, string(c.id), uint64(leg.Leg)<<8|uint64(at))
	who := named(c, leg)
	after := func(a, b time.Duration) time.Time { return time.Now().Add(between(r, a, b)) }
	dice, p := r.IntN(100), plan{}
	switch voice := c.medium == telephony.VoiceMedium; {
	case leg.Endpoint.Kind == telephony.Queue || leg.Endpoint.Kind == telephony.EntryPoint:
		if dice < 30 {
			p = gives(after(time.Second, 3*time.Second), telephony.NotConfigured, "# "+who+" has nobody")
		}
	case at == rings && dice < 78:
		p = answers(between(r, 300*time.Millisecond, 2500*time.Millisecond), who+" answers")
	case at == rings && dice < 86:
		p = gives(after(time.Second, 3*time.Second), telephony.Declined, who+" hangs up")
	case at == rings && dice < 90:
		p = gives(after(0, time.Second), telephony.Busy, who+" is busy")
	case at == rings && dice < 92:
		p = gives(after(0, 2*time.Second), telephony.DeviceFailure, who+"'s phone fails")
	case at == waits && (dice < 8 || c.lost):
		p = gives(after(2*time.Second, 20*time.Second), telephony.Abandoned, who+" hangs up")
	case at == talks && leg.Leg == 1 && dice < 35, at == talks && voice && dice < 20:
		p = gives(after(2*time.Second, 20*time.Second), telephony.HungUp, who+" hangs up")
	case at == talks && voice && leg.Endpoint.Kind == telephony.Agent && dice < 30:
		p = plan{after(time.Second, 5*time.Second), func(sw *simulator.Switch, id telephony.CallID, n telephony.Leg) error { return sw.HoldsOnDevice(id, n) }, who + " holds on the phone"}
	case at == isHeld:
		p = plan{after(500*time.Millisecond, 3*time.Second), func(sw *simulator.Switch, id telephony.CallID, n telephony.Leg) error {
			return sw.TakesBackOnDevice(id, n)
		}, who + " takes it back on the phone"}
	}
	return &p
}
