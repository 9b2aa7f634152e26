package soak

import "github.com/seed-6cc70c2f/callcontrol/telephony"

// Equation is what has to add up.
type Equation string

// The equations of the balance.
const (
	Ends     Equation = "offered = ended + live"                       // and the desks show what the switch has
	WrapUps  Equation = "wrap-ups owed = submitted + open"             // and open is shown
	Commands Equation = "commands taken = answered + settled"          // and what was lost on the way came again
	Numbers  Equation = "notices are numbered without gaps"            // and none is lost
	InTime   Equation = "nothing is stuck past its deadline"           //
	Durable  Equation = "what was answered with done stays done"       // whoever is killed
	Answers  Equation = "every answer is one of the contract's"        //
	Alive    Equation = "every centre begins and ends"                 //
	Weight   Equation = "a live interaction is no heavier than it may" // (Heaviest)
)

// Equations are all of them, in the order of a report.
var Equations = []Equation{Ends, WrapUps, Commands, Numbers, InTime, Durable, Answers, Alive, Weight}

// Violation is something that does not add up.
type Violation struct {
	Equation Equation
	Who      string           // the agent, if it is about one
	Call     telephony.CallID // the contact, if it is about one
	Why      string
	Story    string // what happened to the contact, in the language of stories; empty where it is about none
}

// String is one line of a report.
func (v Violation) String() string {
	s := string(v.Equation) + ":"
	if v.Call != "" {
		s += " " + string(v.Call)
	}
	if v.Who != "" {
		s += " " + v.Who
	}
	return s + ": " + v.Why
}
