package telephonytest

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// Holds on the device itself (duty 12).

var deviceCases = []testCase{
	{"device-holds/told", 12, "a hold on the device is told as such, with no Arranged, and is no part of Talk", func(g *game) {
		phones := offer[Devices](g)
		c := g.talking()
		c.holdsOnDevice(phones)
		c.silent(12, "the hold was made on the device", telephony.Arranged)
		c.really(12, "the owner's device holds, the arrangement is as it was", func(l telephony.Live) bool {
			return l.Talk == telephony.LegsOf(customer) && heldOn(l, owner)
		})
		c.takesBack(phones)
		c.silent(12, "the hold was lifted on the device", telephony.Arranged)
		c.really(12, "the owner's device holds no more", func(l telephony.Live) bool {
			return l.Talk == telephony.LegsOf(customer) && !heldOn(l, owner)
		})
	}},
	{"device-holds/ours", 12, "our commands need no hold on the device, and lift none", func(g *game) {
		g.needs(telephony.CanHold)
		phones := offer[Devices](g)
		c := g.talking()
		c.holdsOnDevice(phones)
		from := c.from
		c.tells(12, by(c.do(hold), arranged()))
		c.tells(12, by(c.do(retrieve), arranged(customer)))
		c.from = from
		c.silent(12, "nobody touched the device", telephony.DeviceRetrieved)
		c.really(12, "nobody touched the device", func(l telephony.Live) bool { return heldOn(l, owner) })
		c.takesBack(phones)
	}},
}

func (c *call) holdsOnDevice(p Devices) {
	c.from = c.g.now()
	c.g.person(say(c.id, "leg 2 holds on its device"), func() error { return p.HoldsOnDevice(c.id, owner) })
	c.tells(12, telephony.Event{Kind: telephony.DeviceHeld, Leg: owner})
}

func (c *call) takesBack(p Devices) {
	c.from = c.g.now()
	c.g.person(say(c.id, "leg 2 takes the call back on its device"), func() error { return p.TakesBackOnDevice(c.id, owner) })
	c.tells(12, telephony.Event{Kind: telephony.DeviceRetrieved, Leg: owner})
}

func heldOn(l telephony.Live, leg telephony.Leg) bool {
	for _, x := range l.Legs {
		if x.Leg == leg {
			return x.Held
		}
	}
	return false
}
