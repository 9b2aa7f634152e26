package callcontrol_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// wrapUp is settings with two reasons and a count-down.
func wrapUp() callcontrol.Settings {
	reasons, err := wrapup.NewReasons(wrapup.Reason{Code: "sale", Label: "Sale"}, wrapup.Reason{Code: "complaint", Label: "Complaint"})
	if err != nil {
		panic(err)
	}
	return callcontrol.Settings{Policy: callflow.Policy{WrapUp: wrapup.Policy{
		Reasons: reasons, Automatic: time.Hour, MayCancelAutomatic: true,
	}}}
}

func ExampleDesk_Choose() {
	o := open(callcontrol.Config{Settings: wrapUp()})
	defer o.stop()
	desk := o.talking("anna")
	fmt.Println(desk.End(ctx, "anna"))

	fmt.Println(errors.Is(desk.Submit(ctx, "anna"), rule.ID("END-3")))
	fmt.Println(desk.Choose(ctx, "anna", "complaint"))
	fmt.Println(desk.View().Interactions[0].WrapUp.Chosen)
	// Output:
	// <nil>
	// true
	// <nil>
	// complaint
}

func ExampleDesk_Submit() {
	o := open(callcontrol.Config{Settings: wrapUp()})
	defer o.stop()
	desk := o.talking("anna")
	fmt.Println(desk.End(ctx, "anna"))
	shows(desk, "Wrap Up")

	fmt.Println(desk.Choose(ctx, "anna", "sale"), desk.Submit(ctx, "anna"))
	shows(desk, "Available")
	// Output:
	// <nil>
	// A1: Wrap Up
	// <nil> <nil>
	// A1: Available
}

func ExampleDesk_CancelCountdown() {
	o := open(callcontrol.Config{Settings: wrapUp()})
	defer o.stop()
	desk := o.talking("anna")
	fmt.Println(desk.End(ctx, "anna"))
	fmt.Println(desk.View().Interactions[0].WrapUp.Ends.IsZero())

	fmt.Println(desk.CancelCountdown(ctx, "anna"))
	fmt.Println(desk.View().Interactions[0].WrapUp.Ends.IsZero())
	// Output:
	// <nil>
	// false
	// <nil>
	// true
}

// The dialog of a consult that has ended may be closed without a reason. That of
// a call may not.
func ExampleDesk_Dismiss() {
	o := open(callcontrol.Config{Settings: wrapUp()})
	defer o.stop()
	desk, _ := o.consulting("anna")
	fmt.Println(desk.EndConsult(ctx, "anna"))
	fmt.Println(desk.View().Interactions[0].WrapUp.Phase)

	fmt.Println(desk.Dismiss(ctx, "anna"))
	fmt.Println(desk.View().Interactions[0].WrapUp == nil)
	// Output:
	// <nil>
	// For consult
	// <nil>
	// true
}

func ExampleDesk_WrapUp() {
	o := open(callcontrol.Config{Settings: wrapUp()})
	defer o.stop()
	desk := o.talking("anna")
	fmt.Println(desk.End(ctx, "anna"))

	for _, r := range desk.View().Interactions[0].WrapUp.Reasons {
		fmt.Println(r.Code, r.Label)
	}
	fmt.Println(desk.WrapUp(ctx, "anna", wrapup.Request{Action: wrapup.Choose, Reason: "sale"}))
	fmt.Println(desk.WrapUp(ctx, "anna", wrapup.Request{Action: wrapup.Submit}))
	shows(desk, "Available")
	// Output:
	// <nil>
	// sale Sale
	// complaint Complaint
	// <nil>
	// <nil>
	// A1: Available
}
