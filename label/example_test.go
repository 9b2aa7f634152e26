package label_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// say prints a text with plain spaces: French has some that break no line.
func say(text string) { fmt.Println(strings.ReplaceAll(text, "\u00a0", " ")) }

func Example() {
	for _, header := range []string{"en-GB,en;q=0.9", "fr-CA,fr;q=0.9,en;q=0.5"} {
		l := label.Match(header)
		fmt.Println(l.Tag(), l.Status(interaction.CallOnHold), "/", l.Action(interaction.EndConsult), "/", l.Text(label.Search))
	}
	// Output:
	// en Call on Hold / End Consult / Search
	// fr Appel en attente / Terminer la consultation / Rechercher
}

// A refusal is told to the agent with its reason, or else with what its rule
// means for him.
func ExampleLanguage_Denial() {
	held := rule.Deny("HLD-3", "End", "Talking", "the customer is on hold")
	ringing := rule.Deny("CON-11", "Transfer", "Requested", "")
	for _, l := range []label.Language{label.English(), label.French()} {
		say(l.Denial(held))
		say(l.Denial(ringing))
	}
	// Output:
	// End is not possible. The customer is on hold. Resume the call first.
	// Transfer is not possible. Wait until the consult is accepted, or end it first.
	// « Terminer » n'est pas possible. Le client est en attente. Reprenez d'abord l'appel.
	// « Transfert » n'est pas possible. Attendez que la consultation soit acceptée, ou terminez-la d'abord.
}

// What a notice does not have is left out of its text.
func ExampleLanguage_Notice() {
	for _, l := range []label.Language{label.English(), label.French()} {
		n := label.Notice{Kind: "Consult failed", About: "Zoé"}
		say(l.Notice(n))
		n.Cause = telephony.InvalidNumber
		say(l.Notice(n) + ". " + l.Advice(n))
	}
	// Output:
	// Consult failed: Zoé
	// Consult failed: Zoé (invalid number). If this persists, turn to your administrator.
	// Échec de l'appel de consultation : Zoé
	// Échec de l'appel de consultation : Zoé (numéro incorrect). Si le problème persiste, contactez votre administrateur.
}

func ExampleLanguage_Agent() {
	say(label.English().Agent(agent.Summary{Status: agent.RONA, Cause: agent.NoAnswer}))
	say(label.French().Agent(agent.Summary{Status: agent.Idle, Code: "Lunch"}))
	say(label.French().Agent(agent.Summary{Status: agent.Available, Note: agent.NotOffered}))
	// Output:
	// RONA (no answer)
	// Inactif (Lunch)
	// Disponible, aucun appel proposé : téléphone décroché
}

// Everything that is wrong with a number that was typed is told at once.
func ExampleLanguage_Refusal() {
	_, err := dialnumber.New("7+")
	say(label.English().Refusal(err))
	say(label.French().Refusal(err))
	// Output:
	// Too few digits: 1; a number has at least 3. The + comes before the digits.
	// Trop peu de chiffres : 1 ; un numéro en contient au moins 3. Le + se place avant les chiffres.
}

// A language of the host's own has every text; what is missing is listed.
func ExampleNew() {
	words := label.English().Words()
	words["action.hold"] = "Halten"
	delete(words, "action.end")
	_, err := label.New("de", words)
	fmt.Println(err)

	var bad *label.Error
	fmt.Println(errors.As(err, &bad), bad.Missing)
	// Output:
	// label: not a language: 1 missing: action.end
	// true [action.end]
}

// A centre words a button in its own way, and leaves the rest.
func ExampleLanguage_With() {
	ours, err := label.French().With("fr", map[label.Key]string{"action.transfer": "Transférer"})
	fmt.Println(ours.Action(interaction.Transfer), "/", ours.Action(interaction.Consult), err)
	// Output:
	// Transférer / Consulter <nil>
}

func ExampleLanguage_AcceptRequests() {
	fmt.Println(label.English().AcceptRequests(1), "/", label.French().AcceptRequests(3))
	// Output:
	// Accept 1 request / Accepter 3 demandes
}
