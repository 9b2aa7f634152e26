package callcontrol_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// withVariables is a centre whose flow has put values into every contact.
func withVariables() callcontrol.Config {
	schema, err := cad.NewSchema([]cad.Definition{
		{Name: "order", Label: "Order", Editable: true},
		{Name: "card", Label: "Card", Editable: true, Secure: true, Order: 1},
	})
	if err != nil {
		panic(err)
	}
	return callcontrol.Config{
		Variables: schema,
		Values: func(telephony.CallID, telephony.Contact) map[string]string {
			return map[string]string{"order": "4711", "card": "1234 5678"}
		},
	}
}

// field is one variable of the first interaction.
func field(d *callcontrol.Desk, i int) callcontrol.Variable {
	return d.View().Interactions[0].Variables[i]
}

func ExampleDesk_Type() {
	o := open(withVariables())
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(desk.Type(ctx, "anna", "order", "4712"))
	order := field(desk, 0)
	fmt.Println(order.Value, "instead of", order.Saved)
	// Output:
	// <nil>
	// 4712 instead of 4711
}

func ExampleDesk_Revert() {
	o := open(withVariables())
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(desk.Type(ctx, "anna", "order", "4712"), desk.Revert(ctx, "anna", ""))
	fmt.Println(field(desk, 0).Value)
	// Output:
	// <nil> <nil>
	// 4711
}

// The first save wins, and who loses is told (CAD-7).
func ExampleDesk_Save() {
	o := open(withVariables())
	defer o.stop()
	desk, colleague := o.consulting("anna")

	fmt.Println(desk.Type(ctx, "anna", "order", "4712"), colleague.Type(ctx, "anna", "order", "4713"))
	fmt.Println(desk.Save(ctx, "anna"))
	for _, n := range wait(colleague, notices(1)).Notices {
		fmt.Printf("%s: %s wrote %s, not %s\n", n.Kind, n.Conflict.By, n.Conflict.Theirs, n.Conflict.Mine)
	}
	// Output:
	// <nil> <nil>
	// <nil>
	// Edit replaced: A1 wrote 4712, not 4713
}

// A save that fails keeps what was typed (CAD-9).
func ExampleNotKept() {
	cfg := withVariables()
	cfg.Keep = func(context.Context, telephony.CallID, cad.Sheet) error { return errors.New("disk full") }
	o := open(cfg)
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(desk.Type(ctx, "anna", "order", "4712"))
	err := desk.Save(ctx, "anna")
	fmt.Println(errors.Is(err, callcontrol.ErrNotKept), err)
	fmt.Println(field(desk, 0).Value)
	// Output:
	// <nil>
	// true callcontrol: the variables could not be kept
	// 4712
}

// A secure value is masked until the agent has fetched it, and whatever prints
// it masks it all the same: only Text gives it to a page.
func ExampleDesk_Fetch() {
	o := open(withVariables())
	defer o.stop()
	desk := o.talking("anna")
	fmt.Println(field(desk, 1).Value.Text())

	fmt.Println(desk.Fetch(ctx, "anna", "card"))
	card := field(desk, 1)
	fmt.Println(card.Value.Text(), card.Value)
	// Output:
	// ********
	// <nil>
	// 1234 5678 ********
}

// The host says who may read it (CAD-3).
func ExampleDesk_Fetch_refused() {
	cfg := withVariables()
	cfg.Unlock = func(context.Context, agent.ID, telephony.CallID, string) error { return errors.New("not his team") }
	o := open(cfg)
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(desk.Fetch(ctx, "anna", "card"))
	fmt.Println(field(desk, 1).Visibility, field(desk, 1).Value.Text())
	// Output:
	// not his team
	// failed ********
}

// Who is consulted by an EP-DN sees no change before he refreshes (CON-21).
func ExampleDesk_RefreshVariables() {
	o := open(withVariables())
	defer o.stop()
	desk, colleague := o.talking("anna"), o.desk("A2")
	number, err := dialnumber.New("+12015550150")
	fmt.Println(err, desk.Consult(ctx, "anna", interaction.ToEPDN(number)))
	wait(colleague, cards(1))
	o.answers(colleague, "anna")

	fmt.Println(desk.Type(ctx, "anna", "order", "4712"), desk.Save(ctx, "anna"))
	fmt.Println(field(colleague, 0).Value)
	fmt.Println(colleague.RefreshVariables(ctx, "anna"))
	fmt.Println(field(colleague, 0).Value)
	fmt.Println(errors.Is(colleague.Type(ctx, "anna", "order", "4713"), rule.ID("CON-21")))
	// Output:
	// <nil> <nil>
	// <nil> <nil>
	// 4711
	// <nil>
	// 4712
	// true
}

// What the flow sets counts as a save by the system.
func ExampleCenter_Put() {
	o := open(withVariables())
	defer o.stop()
	desk := o.talking("anna")

	fmt.Println(o.Put(ctx, "anna", map[string]string{"order": "4714"}))
	order := field(desk, 0)
	fmt.Println(order.Saved, "by", order.By)
	// Output:
	// <nil>
	// 4714 by system
}
