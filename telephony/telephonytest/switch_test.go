package telephonytest_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// The switch that foreign is an adapter for, and the people at its phones.

// room is one contact on the switch.
type room struct {
	telephony.Live                                     // but for its legs
	legs           map[telephony.Leg]telephony.LiveLeg // also those that have gone: a number is used once
	done           map[telephony.Op]bool
	epoch          uint64
}

func newRoom(id telephony.CallID) *room {
	return &room{Live: telephony.Live{Call: id}, legs: map[telephony.Leg]telephony.LiveLeg{}, done: map[telephony.Op]bool{}}
}

func (r *room) live() telephony.Live {
	l := r.Live
	for _, n := range slices.Sorted(maps.Keys(r.legs)) {
		if leg := r.legs[n]; leg.State != telephony.LegGone {
			l.Legs = append(l.Legs, leg)
		}
	}
	return l
}

// can reports whether everybody whom a command needs is there.
func (r *room) can(c telephony.Command, anybody bool) bool {
	up := func(l telephony.Leg) bool { return l == 0 || r.legs[l].State == telephony.LegUp }
	_, used := r.legs[c.Leg]
	switch c.Verb {
	case telephony.Clear, telephony.ClearCall:
		return true
	case telephony.Dial:
		return !used && (anybody || len(r.legs) == 0)
	case telephony.Answer:
		return anybody && (!used || r.legs[c.Leg].State != telephony.LegGone)
	case telephony.Transfer:
		return up(c.Leg) && up(c.Owner)
	}
	return anybody && up(c.Owner) && !slices.ContainsFunc(c.Talk[:], func(l telephony.Leg) bool { return !up(l) })
}

// become makes true what an event says.
func (r *room) become(e telephony.Event) {
	leg := r.legs[e.Leg]
	leg.Leg = e.Leg
	switch e.Kind {
	case telephony.Alerting:
		leg.State = telephony.LegAlerting
	case telephony.Answered:
		leg.State = telephony.LegUp
	case telephony.Gone:
		leg.State = telephony.LegGone
		r.Talk = telephony.LegsOf(slices.DeleteFunc(r.Talk[:], func(l telephony.Leg) bool { return l == e.Leg })...)
	case telephony.Arranged:
		r.Talk = e.Talk
	case telephony.Recorded:
		r.Recording = e.Recording
	case telephony.DeviceHeld, telephony.DeviceRetrieved:
		leg.Held = e.Kind == telephony.DeviceHeld
	}
	if e.Leg != 0 {
		r.legs[e.Leg] = leg
	}
}

var errNobody = errors.New("nobody is there")

// nowhere cannot be rung.
var nowhere = telephony.Endpoint{Kind: telephony.DialNumber, Address: "000"}

func (f *foreign) Nowhere() telephony.Endpoint { return nowhere }

func (f *foreign) Agents() []string { return []string{"a1", "a2", "a3"} }
func (f *foreign) Number() string   { return "+1 (201) 555-0147" }
func (f *foreign) Queue() string    { return "billing" }

func (f *foreign) Arrives(c telephony.Contact) (telephony.CallID, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	id := telephony.CallID(fmt.Sprint("call ", len(f.calls)+1))
	f.calls[id] = newRoom(id)
	f.calls[id].legs[1] = telephony.LiveLeg{Leg: 1, Endpoint: c.From, State: telephony.LegUp}
	f.tell(telephony.Event{Call: id, Kind: telephony.Incoming, Leg: 1, Contact: c})
	return id, nil
}

func (f *foreign) Answers(id telephony.CallID, l telephony.Leg) error {
	return f.acts(telephony.Event{Call: id, Leg: l, Kind: telephony.Answered}, telephony.LegAlerting, telephony.LegAlerting)
}

func (f *foreign) HangsUp(id telephony.CallID, l telephony.Leg, why telephony.Cause) error {
	return f.acts(telephony.Event{Call: id, Leg: l, Kind: telephony.Gone, Cause: why}, telephony.LegDialled, telephony.LegUp)
}

func (f *foreign) HoldsOnDevice(id telephony.CallID, l telephony.Leg) error {
	return f.acts(telephony.Event{Call: id, Leg: l, Kind: telephony.DeviceHeld}, telephony.LegUp, telephony.LegUp)
}

func (f *foreign) TakesBackOnDevice(id telephony.CallID, l telephony.Leg) error {
	return f.acts(telephony.Event{Call: id, Leg: l, Kind: telephony.DeviceRetrieved}, telephony.LegUp, telephony.LegUp)
}

func (f *foreign) OffHook(agent string) error {
	return f.hook(telephony.Event{Kind: telephony.OffHook, Device: agent})
}

func (f *foreign) OnHook(agent string) error {
	return f.hook(telephony.Event{Kind: telephony.OnHook, Device: agent})
}

func (f *foreign) hook(e telephony.Event) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.tell(e)
	return nil
}

// acts is somebody with a phone that is as far as it must be.
func (f *foreign) acts(e telephony.Event, from, to telephony.LegState) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if r := f.calls[e.Call]; r == nil || r.legs[e.Leg].State < from || r.legs[e.Leg].State > to {
		return errNobody
	}
	f.tell(e)
	return nil
}
