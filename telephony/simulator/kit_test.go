package simulator_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
	"github.com/seed-6cc70c2f/callcontrol/telephony/telephonytest"
)

// crowd are the people at a simulator's phones.
type crowd struct {
	*simulator.Switch
	arrived int
}

func (c *crowd) Agents() []string { return []string{"a1", "a2", "a3"} }
func (c *crowd) Number() string   { return "+1 (201) 555-0147" }
func (c *crowd) Queue() string    { return "billing" }

func (c *crowd) Arrives(what telephony.Contact) (telephony.CallID, error) {
	c.arrived++
	id := telephony.CallID(fmt.Sprint("arrived-", c.arrived))
	return id, c.Arrive(id, what)
}

func (c *crowd) OffHook(agent string) error {
	c.Switch.OffHook(agent)
	return nil
}

func (c *crowd) OnHook(agent string) error {
	c.Switch.OnHook(agent)
	return nil
}

// nowhere is a crowd on a switch that cannot reach one number.
type nowhere struct {
	crowd
	how simulator.Fault
}

func (n *nowhere) Nowhere() telephony.Endpoint {
	nobody := telephony.Endpoint{Kind: telephony.DialNumber, Address: "000"}
	n.how.Verbs, n.how.To, n.how.Every = []telephony.Verb{telephony.ConsultationCall}, nobody, true
	n.Inject(n.how)
	return nobody
}

// The simulator keeps every duty: as it is, late, told twice, mixed up, with
// answers that are lost, and where it can do little.
func TestConformance(t *testing.T) {
	little := telephony.CanHold | telephony.CanAnswer
	for name, v := range map[string]struct {
		cfg   simulator.Config
		set   func(*simulator.Switch)
		fails simulator.Fault
		quiet time.Duration
	}{
		"plain":    {fails: simulator.Fault{Do: simulator.Reject, Cause: telephony.InvalidNumber}},
		"late":     {cfg: simulator.Config{Delay: 30 * time.Millisecond}, quiet: 200 * time.Millisecond},
		"repeated": {set: func(s *simulator.Switch) { s.Repeat(true) }, fails: simulator.Fault{Do: simulator.RefuseLater, Cause: telephony.Busy}},
		"shuffled": {cfg: simulator.Config{Seed: 7, Delay: time.Millisecond}, set: func(s *simulator.Switch) { s.Shuffle(true) }},
		"unsure": {set: func(s *simulator.Switch) {
			for v := range telephony.Verb(telephony.Verbs) {
				s.Inject(simulator.Fault{Verbs: []telephony.Verb{v}, Do: simulator.LoseAnswer},
					simulator.Fault{Verbs: []telephony.Verb{v}, Do: simulator.LoseCommand})
			}
		}},
		"little": {cfg: simulator.Config{Capabilities: &little}},
	} {
		t.Run(name, func(t *testing.T) {
			telephonytest.Run(t, telephonytest.Harness{Wrap: synctest.Test, Quiet: v.quiet, New: func(*testing.T) telephonytest.Line {
				s := simulator.New(v.cfg)
				if v.set != nil {
					v.set(s)
				}
				l := telephonytest.Line{Adapter: s, People: &crowd{Switch: s}, Again: func() telephony.Adapter { return s }}
				if v.fails.Do != simulator.Obey {
					l.People = &nowhere{crowd{Switch: s}, v.fails}
				}
				return l
			}})
		})
	}
}
