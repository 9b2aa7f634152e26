package dialnumber_test

import (
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func ExampleSanitise() {
	s := dialnumber.Sanitise("Tel +1 (201) 553-２447")
	fmt.Println(s.Text)
	fmt.Println(len(s.Removed), "removed, the first a", s.Removed[0].Kind, "at byte", s.Removed[0].Offset)
	fmt.Printf("%c became %c\n", s.Folded[0].Char, s.Folded[0].To)
	// Output:
	// +12015532447
	// 9 removed, the first a letter at byte 0
	// ２ became 2
}

func ExampleCheck() {
	err := dialnumber.Check("1+2")
	fmt.Println(errors.Is(err, rule.ID("DN-1")), errors.Is(err, rule.ID("DN-8")))
	for _, broken := range dialnumber.Broken(err) {
		fmt.Println(string(broken.Rule), broken.Reason, "at byte", broken.Offset)
	}
	// Output:
	// true true
	// DN-1 too-few-digits at byte 3
	// DN-8 misplaced-plus at byte 1
}

func ExampleNew() {
	n, err := dialnumber.New("+1 201 553 2447")
	fmt.Println("to the log:", n, err)
	fmt.Println("to the switch:", n.Dialled())
	// Output:
	// to the log: +12…47 <nil>
	// to the switch: +12015532447
}

func ExampleParse() {
	for _, text := range []string{"+12015532447", "+11234567890", "01161123456789", "911", "201-553-2447"} {
		p, err := dialnumber.Parse(text, "US")
		fmt.Println(p.Number.Dialled(), p.Format, p.E164.Dialled(), p.Valid, err)
	}
	// Output:
	// +12015532447 US +12015532447 true <nil>
	// +11234567890 E164 +11234567890 false <nil>
	// 01161123456789 IDD +61123456789 false <nil>
	// 911 Other  true <nil>
	// 2015532447 Other +12015532447 true <nil>
}

func ExampleConfig() {
	strict := dialnumber.Config{Region: "US", RejectLossy: true}
	_, err := strict.Parse("201-553-2447 x 123")
	fmt.Println(err)
	// Output:
	// dialnumber: rule DN-3: another number would be dialled: an extension is glued on (byte 13)
}

func ExamplePolicy_Decide() {
	policy := dialnumber.Recommended()
	policy.Rules = append(policy.Rules, dialnumber.PolicyRule{Name: "at home only", Country: 44, Transfer: dialnumber.Confirm})
	for _, text := range []string{"112", "+19005551234", "+442079460018"} {
		p, err := dialnumber.Parse(text, "US")
		if err != nil {
			fmt.Println(err)
			return
		}
		d := policy.Decide(p, dialnumber.Transfer)
		fmt.Println(d.Verdict, "by", d.Name)
	}
	// Output:
	// confirm by emergency
	// deny by premium
	// confirm by at home only
}

func ExampleNumber_Equal() { // CON-20
	typed, _ := dialnumber.New("1 (201) 553-2447")
	listed, _ := dialnumber.New("+12015532447")
	fmt.Println(typed.Equal(listed), typed == listed)
	// Output:
	// true false
}
