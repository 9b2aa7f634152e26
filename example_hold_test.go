package callcontrol_test

import (
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

func ExampleDesk_Hold() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(desk.Hold(ctx, "anna"))
	shows(desk, "Engaged, anna: Call on Hold")
	fmt.Println(desk.Hold(ctx, "anna"))
	// Output:
	// <nil>
	// A1: Engaged, anna: Call on Hold
	// rule HLD-3: Hold is denied in Talking: the customer is on hold already
}

func ExampleDesk_Resume() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(desk.Hold(ctx, "anna"), desk.Resume(ctx, "anna"))
	shows(desk, "Engaged, anna: Connected")
	// Output:
	// <nil> <nil>
	// A1: Engaged, anna: Connected
}

func ExampleDesk_End() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(desk.Hold(ctx, "anna"))
	err := desk.End(ctx, "anna")
	fmt.Println(errors.Is(err, rule.ID("HLD-3")))
	fmt.Println(desk.Resume(ctx, "anna"), desk.End(ctx, "anna"))
	shows(desk, "Wrap Up")
	// Output:
	// <nil>
	// true
	// <nil> <nil>
	// A1: Wrap Up
}

// What a desk asks ends in one of the ways that Do lists. Here the switch
// refuses what the rules allow.
func ExampleDesk_Do() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.talking("anna")
	o.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Hold}, Do: simulator.Reject, Cause: telephony.DeviceFailure})

	err := desk.Do(ctx, "anna", interaction.Request{Action: interaction.Hold})
	var failed *callcontrol.Failed
	fmt.Println(errors.As(err, &failed), err)
	err = desk.Do(ctx, "nobody", interaction.Request{Action: interaction.Hold})
	fmt.Println(errors.Is(err, callcontrol.ErrNoInteraction), err)
	// Output:
	// true callcontrol: Hold was refused: device-failure
	// true callcontrol: no such interaction
}

func ExampleDesk_PauseRecording() {
	recorded := callflow.Policy{Interaction: interaction.Policy{Recording: true, PrivacyShield: true}}
	o := open(callcontrol.Config{Settings: callcontrol.Settings{Policy: recorded}})
	defer o.stop()
	desk := o.talking("anna")
	pane := func(r telephony.Recording) callcontrol.Pane {
		return wait(desk, func(v *callcontrol.View) bool { return v.Interactions[0].Panes[0].Recording == r }).Interactions[0].Panes[0]
	}

	pane(telephony.RecordingOn)
	fmt.Println(desk.PauseRecording(ctx, "anna"))
	fmt.Println(pane(telephony.Paused).PauseEnds.IsZero())
	err := desk.PauseRecording(ctx, "anna")
	fmt.Println(errors.Is(err, rule.ID("REC-4")))
	// Output:
	// <nil>
	// false
	// true
}

func ExampleDesk_ResumeRecording() {
	recorded := callflow.Policy{Interaction: interaction.Policy{Recording: true, PrivacyShield: true}}
	o := open(callcontrol.Config{Settings: callcontrol.Settings{Policy: recorded}})
	defer o.stop()
	desk := o.talking("anna")
	wait(desk, func(v *callcontrol.View) bool { return v.Interactions[0].Panes[0].Recording == telephony.RecordingOn })

	fmt.Println(desk.PauseRecording(ctx, "anna"), desk.ResumeRecording(ctx, "anna"))
	v := wait(desk, func(v *callcontrol.View) bool { return v.Interactions[0].Panes[0].Recording == telephony.RecordingOn })
	fmt.Println(v.Interactions[0].Panes[0].Recording)
	// Output:
	// <nil> <nil>
	// on
}

func ExampleDesk_Mute() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(desk.Mute(ctx, "anna"))
	// Output: <nil>
}

func ExampleDesk_Unmute() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(desk.Mute(ctx, "anna"), desk.Unmute(ctx, "anna"))
	// Output: <nil> <nil>
}

func ExampleDesk_SendDigits() {
	o := open(callcontrol.Config{})
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(desk.SendDigits(ctx, "anna", "12#"))
	err := desk.SendDigits(ctx, "anna", "twelve")
	fmt.Println(errors.Is(err, interaction.ErrInvalid))
	// Output:
	// <nil>
	// true
}
