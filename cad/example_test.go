package cad_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// The administrator's definitions, and a call that the flow has filled.
func exampleSheet() cad.Sheet {
	schema, err := cad.NewSchema([]cad.Definition{
		{Name: "case", Label: "Case number", Order: 1, Editable: true},
		{Name: "code", Label: "Action code", Type: cad.Integer, Order: 2, Editable: true},
		{Name: "pin", Label: "PIN", Order: 3, Editable: true, Secure: true},
		{Name: "queue", Label: "Queue", Order: 4},
	})
	if err != nil {
		panic(err)
	}
	sheet, err := cad.NewSheet(schema, "call-1", map[string]string{"case": "A-100", "pin": "4711", "queue": "Billing"})
	if err != nil {
		panic(err)
	}
	return sheet
}

// Two agents in a consult edit the same variable at once. The first save wins;
// the other agent's entry is replaced, he is told, and the rest of his edits
// is saved (CAD-7, CAD-8).
func Example_twoAgents() {
	sheet := exampleSheet()
	ann, _ := cad.NewDraft(sheet, "ann")
	bob, _ := cad.NewDraft(sheet, "bob")
	_ = ann.Set("case", "A-101")
	_ = bob.Set("case", "A-102")
	_ = bob.Set("code", "7")

	// Ann saves first. The sheet is committed, and both drafts move on to it.
	result, _ := sheet.Save(ann)
	sheet = result.Sheet
	_, _ = ann.Rebase(sheet)
	told, _ := bob.Rebase(sheet)
	for _, c := range told {
		fmt.Printf("bob is told: %s was %s, you typed %s, %s saved %s\n", c.Label, c.Base, c.Mine, c.By, c.Theirs)
	}

	// Bob saves what he has left.
	result, _ = sheet.Save(bob)
	sheet = result.Sheet
	_, _ = bob.Rebase(sheet)
	for def, value := range sheet.Public() {
		fmt.Println(def.Label+":", value)
	}
	// Output:
	// bob is told: Case number was A-100, you typed A-102, ann saved A-101
	// Case number: A-101
	// Action code: 7
	// Queue: Billing
}

// A save that fails leaves the draft as it was (CAD-9).
func ExampleSheet_Save() {
	sheet := exampleSheet()
	draft, _ := cad.NewDraft(sheet, "ann")
	_ = draft.Set("case", "A-101")

	commit := func(cad.Sheet) error { return errors.New("no route to the store") }
	result, _ := sheet.Save(draft)
	if err := commit(result.Sheet); err != nil {
		fmt.Println(err, "- still to save:", draft.Dirty())
	}

	commit = func(s cad.Sheet) error { sheet = s; return nil }
	result, _ = sheet.Save(draft)
	if err := commit(result.Sheet); err == nil {
		_, _ = draft.Rebase(result.Sheet)
		fmt.Println("saved - still to save:", draft.Dirty())
	}
	// Output:
	// no route to the store - still to save: true
	// saved - still to save: false
}

// What the flow sets counts as a save by the system (CAD-7).
func ExampleSheet_Put() {
	sheet := exampleSheet()
	draft, _ := cad.NewDraft(sheet, "ann")
	_ = draft.Set("code", "7")
	sheet, _ = sheet.Put(map[string]string{"code": "9"})
	told, _ := draft.Rebase(sheet)
	fmt.Println(told[0])
	// Output:
	// cad: another save came first: variable "code", saved by "system"
}

// What an agent may not type is refused with the rule, and is never cut.
func ExampleDraft_Set() {
	draft, _ := cad.NewDraft(exampleSheet(), "ann")
	fmt.Println(draft.Set("code", "seven"))
	fmt.Println(draft.Set("case", "A-\u202e001"))
	err := draft.Set("queue", "Sales")
	fmt.Println(errors.Is(err, rule.ID("CAD-2")), draft.Dirty())
	// Output:
	// cad: value is not of the variable's type: variable "code": not an Integer
	// cad: value has a character that hides: variable "case": '\u202e' at 2
	// true false
}

// A secure value is masked until this agent has fetched it, and a fetch that
// failed can be tried again (CAD-3). Whatever prints or logs it shows the mask.
func ExampleReader_Fetch() {
	reader, _ := cad.NewReader(exampleSheet(), "ann")
	show := func() {
		pin := reader.View(nil)[2]
		fmt.Println(pin.Label, pin.Visibility, pin.Value.Text(), "copy:", pin.Copyable)
	}
	show()
	_ = reader.Fetch("pin")
	_ = reader.Answer("pin", errors.New("timeout"))
	show()
	_ = reader.Fetch("pin")
	_ = reader.Answer("pin", nil)
	show()
	fmt.Println("in a log:", reader.View(nil)[2].Value)
	// Output:
	// PIN masked ******** copy: false
	// PIN failed ******** copy: false
	// PIN fetched 4711 copy: true
	// in a log: ********
}

// An agent who is consulted through an EP-DN cannot edit, and sees changed
// values only after a refresh (CON-21).
func ExampleReader_Freeze() {
	sheet := exampleSheet()
	consulted, _ := cad.NewReader(sheet, "bob")
	consulted.Freeze()
	sheet, _ = sheet.Put(map[string]string{"case": "A-101"})

	_, _ = consulted.Rebase(sheet)
	fmt.Println(consulted.View(nil)[0].Value)
	_, _ = consulted.Refresh(sheet)
	fmt.Println(consulted.View(nil)[0].Value)
	fmt.Println(errors.Is(consulted.Set("case", "mine"), rule.ID("CON-21")))
	// Output:
	// A-100
	// A-101
	// true
}

// Definitions can be read from the administrator's JSON.
func ExampleNewSchema() {
	var defs []cad.Definition
	err := json.Unmarshal([]byte(`[
		{"name": "due",  "label": "Due on",      "type": "DateTime", "order": 2, "editable": true},
		{"name": "case", "label": "Case number", "type": "String",   "order": 1, "editable": true}
	]`), &defs)
	if err != nil {
		fmt.Println(err)
		return
	}
	schema, err := cad.NewSchema(defs)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range schema.Definitions() {
		fmt.Println(d.Label, d.Type)
	}
	// Output:
	// Case number String
	// Due on DateTime
}

// A process ends while an agent types. The next one goes on with what the store
// holds: the sheet, and beside it his place at it.
func ExampleReader_Snapshot() {
	sheet := exampleSheet()
	reader, _ := cad.NewReader(sheet, "anna")
	_ = reader.Set("case", "A-17")
	saved, _ := sheet.Snapshot()
	place, _ := reader.Snapshot(sheet)
	fmt.Println(string(place))

	sheet, err := cad.Restore(saved)
	if err != nil {
		fmt.Println(err)
		return
	}
	reader, err = cad.RestoreReader(sheet, place)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(reader.View(nil)[0].Value, reader.Dirty())
	// Output:
	// {"version":1,"interaction":"call-1","revision":0,"agent":"anna","frozen":false,"edits":[{"name":"case","value":"A-17"}]}
	// A-17 true
}
