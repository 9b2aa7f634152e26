package callcontrol_test

import (
	"context"
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// The examples run in real time. They never sleep: what they wait for they read
// from a desktop. This bounds it, so that what never comes is a failure and no
// hang.
const patience = 20 * time.Second

var ctx = context.Background()

// office is the centre of an example, on a simulated switch.
type office struct {
	*callcontrol.Center
	sw    *simulator.Switch
	given chan struct{} // the switch has been given an order
	stop  func()
}

// heard is the switch as the centre has it.
type heard struct {
	*simulator.Switch
	given chan struct{}
}

func (h heard) Do(ctx context.Context, c telephony.Command) error {
	err := h.Switch.Do(ctx, c)
	select {
	case h.given <- struct{}{}:
	default:
	}
	return err
}

func open(cfg callcontrol.Config) *office {
	o := &office{sw: simulator.New(simulator.Config{}), given: make(chan struct{}, 1)}
	cfg.Adapter = heard{o.sw, o.given}
	var err error
	if o.Center, err = callcontrol.New(cfg); err != nil {
		panic(err)
	}
	life, cancel := context.WithCancel(ctx)
	done := make(chan error, 1)
	go func() { done <- o.Run(life) }()
	o.stop = func() { cancel(); <-done }
	return o
}

// desk signs an agent in and makes him Available.
func (o *office) desk(id agent.ID) *callcontrol.Desk {
	d, err := o.SignIn(ctx, id)
	if err == nil {
		err = d.Available(ctx)
	}
	if err != nil {
		panic(err)
	}
	return d
}

// calls lets a customer call, and waits until it rings at a desk.
func (o *office) calls(id telephony.CallID, d *callcontrol.Desk) {
	o.arrives(id, telephony.VoiceMedium)
	wait(d, func(v *callcontrol.View) bool { return len(v.Cards) > 0 && v.Cards[0].Status == interaction.IsRinging })
}

func (o *office) arrives(id telephony.CallID, by telephony.Medium) {
	err := o.sw.Arrive(id, telephony.Contact{
		Medium:  by,
		From:    telephony.Endpoint{Kind: telephony.Customer, Address: "+12015550100"},
		Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "billing"},
		DNIS:    "+18005550199",
	})
	if err != nil {
		panic(err)
	}
}

// answers lets an agent answer his phone, and waits until his desk shows it.
func (o *office) answers(d *callcontrol.Desk, id telephony.CallID) {
	o.phone(id, phoneOf(d), o.sw.Answers)
	wait(d, func(v *callcontrol.View) bool { return v.Agent.Status == agent.Engaged && len(v.Cards) == 0 })
}

// phone does something with somebody's phone as soon as it rings.
func (o *office) phone(id telephony.CallID, of telephony.Endpoint, do func(telephony.CallID, telephony.Leg) error) {
	late := time.After(patience)
	for {
		leg, _ := o.sw.Leg(id, of)
		err := do(id, leg)
		if err == nil {
			return
		}
		select {
		case <-o.given:
		case <-late:
			panic(err)
		}
	}
}

func phoneOf(d *callcontrol.Desk) telephony.Endpoint {
	return telephony.Endpoint{Kind: telephony.Agent, Address: string(d.Agent())}
}

// customer is whoever is called, or has called.
var customer = telephony.Endpoint{Kind: telephony.Customer}

// talking is A1 with a customer on his phone.
func (o *office) talking(id telephony.CallID) *callcontrol.Desk {
	d := o.desk("A1")
	o.calls(id, d)
	o.answers(d, id)
	return d
}

// consulting is A1 who asks A2 about his customer.
func (o *office) consulting(id telephony.CallID) (a1, a2 *callcontrol.Desk) {
	a1, a2 = o.talking(id), o.desk("A2")
	if err := a1.Consult(ctx, id, interaction.ToAgent("A2")); err != nil {
		panic(err)
	}
	wait(a2, cards(1))
	o.answers(a2, id)
	wait(a1, func(v *callcontrol.View) bool { return len(v.Interactions[0].Panes) == 2 })
	return a1, a2
}

// wait waits until a desk is so, and gives what it shows then.
func wait(d *callcontrol.Desk, so func(*callcontrol.View) bool) *callcontrol.View {
	soon, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	v, err := d.Wait(soon, so)
	if err != nil {
		return d.View()
	}
	return v
}

// shows waits until a desk shows this, and prints it.
func shows(d *callcontrol.Desk, text string) {
	v := wait(d, func(v *callcontrol.View) bool { return screen(v) == text })
	fmt.Printf("%s: %s\n", d.Agent(), screen(v))
}

// screen is a desktop in one line.
func screen(v *callcontrol.View) string {
	text := v.Agent.Status.String()
	for _, in := range v.Interactions {
		for _, pane := range in.Panes {
			text += fmt.Sprintf(", %s: %v", pane.Name, pane.Status)
		}
	}
	return text
}
