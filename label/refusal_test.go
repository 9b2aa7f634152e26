package label_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func TestDenial(t *testing.T) {
	for _, tc := range []struct {
		name            string
		denied          *rule.Denied
		english, french string
	}{
		{"a rule", rule.Deny("HLD-1", "Hold", "Calling", ""),
			"Hold is not possible. Only an accepted call or consult can be put on hold.",
			"« Mettre en attente » n'est pas possible. Seul un appel ou une consultation déjà accepté peut être mis en attente."},
		{"a reason", rule.Deny("OP-1", "Resume", "Talking", "a hold is in flight"),
			"Resume is not possible. A hold is still under way.",
			"« Reprendre » n'est pas possible. Une mise en attente est encore en cours."},
		{"a reason that nobody knows", rule.Deny("END-3", "Submit Wrap Up", "Due", "the moon is full"),
			"Submit Wrap Up is not possible. Choose exactly one wrap-up reason.",
			"« Soumettre le post-appel » n'est pas possible. Choisissez un seul motif de post-appel."},
		{"an agent's action", rule.Deny("POP-5", "Sign Out", "Reserved", ""),
			"Sign Out is not possible. You cannot sign out while a card is showing.",
			"« Se déconnecter » n'est pas possible. Vous ne pouvez pas vous déconnecter lorsqu'une fenêtre contextuelle apparaît sur le bureau."},
		{"a button of no machine", rule.Deny("CAD-10", "Copy", "", "the value is not fetched"),
			"Copy is not possible. Show the value of the secure variable first.",
			"« Copier » n'est pas possible. Affichez d'abord la valeur de la variable sécurisée."},
		{"an action that nobody knows", rule.Deny("OP-3", "Juggle", "", ""),
			"Juggle is not possible. This interaction is over, or has not begun.",
			"« Juggle » n'est pas possible. Cette interaction est terminée ou n'a pas commencé."},
		{"nothing", nil, "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			require.Equal(t, tc.english, label.English().Denial(tc.denied))
			require.Equal(t, tc.french, spaced(label.French().Denial(tc.denied)))
		})
	}
	// A rule that is not in the catalogue leaves the action.
	require.Equal(t, "Hold is not possible.", label.English().Denial(rule.Deny("XYZ-1", "Hold", "", "")))
}

func TestRefusal(t *testing.T) {
	for _, tc := range []struct {
		name, english string
		err           error
	}{
		{"nothing", "", nil},
		{"another error", "", errors.New("no")},
		{"a refusal, wrapped", "Hold is not possible. Nobody can be on hold in a conference.",
			fmt.Errorf("desk: %w", rule.Deny("CNF-2", "Hold", "Conference", ""))},
		{"a number", "Too many digits: 20; a number has at most 18.", dialnumber.Check(strings.Repeat("1", 20))},
		{"a number that loses something", "Another number would be dialled: a pause was removed.",
			&dialnumber.Error{Rule: "DN-3", Reason: dialnumber.Lossy, Warning: dialnumber.PauseLost}},
		{"a number for no reason", "A number has 3 to 18 digits.", &dialnumber.Error{Rule: "DN-1"}},
		{"a value too long", "The value has 300 characters; at most 256 are possible.", set(t, "note", strings.Repeat("x", 300))},
		{"a value of another type", "The value does not fit the type of the variable.", set(t, "visits", "many")},
		{"a date", "Write the date as 2026-01-31, and with a time as 2026-01-31T14:30:00Z.", set(t, "due", "31.1.2026")},
		{"a character that hides", "The value has an invisible character in it. Please type it anew.", set(t, "note", "a\u200bb")},
		{"no text", "The value is not a valid text.", set(t, "note", "\xff")},
		{"the mask", "The asterisks are not a value. Please type the whole value.", set(t, "pin", cad.Mask)},
		{"not editable", "Edit Variables is not possible. This variable cannot be edited.", set(t, "case", "1")},
		{"no such variable", "", set(t, "moon", "full")},
		{"a conflict", "Save is not possible. Another save of this variable came first.", cad.Conflict{Variable: "note"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			require.Equal(t, tc.english, label.English().Refusal(tc.err))
			require.Equal(t, tc.english == "", label.French().Refusal(tc.err) == "")
		})
	}
}

// set is what package cad says of a value that an agent types.
func set(t *testing.T, name, value string) error {
	t.Helper()
	schema, err := cad.NewSchema([]cad.Definition{
		{Name: "note", Editable: true}, {Name: "visits", Type: cad.Integer, Editable: true}, {Name: "due", Type: cad.DateTime, Editable: true},
		{Name: "pin", Secure: true, Editable: true}, {Name: "case"}})
	require.NoError(t, err)
	sheet, err := cad.NewSheet(schema, "anna", nil)
	require.NoError(t, err)
	draft, err := cad.NewDraft(sheet, "zoe")
	require.NoError(t, err)
	return draft.Set(name, value)
}

func TestNotice(t *testing.T) {
	conflict := &cad.Conflict{Variable: "case", Label: "Case", Base: "1", Mine: "2", Theirs: "3", By: "Bob"}
	secure := &cad.Conflict{Variable: "pin", Secure: true, Mine: "8", Theirs: "9", By: cad.System}
	for _, tc := range []struct {
		notice          label.Notice
		english, french string
	}{
		{label.Notice{Kind: "Operation failed", Action: interaction.Hold, Cause: telephony.Refused},
			"Failed: Hold (refused by the phone system)",
			"Échec : Mettre en attente (refusé par le système téléphonique)"},
		{label.Notice{Kind: "Consult left", About: "A2", Cause: telephony.HungUp},
			"The consulted party has left: A2 (hung up)", "La partie consultée a quitté l'appel : A2 (raccroché)"},
		{label.Notice{Kind: "wrap-up completed", Reason: "Sold"}, "Wrap-up submitted: Sold", "Post-appel soumis : Sold"},
		{label.Notice{Kind: "RONA", Cause: telephony.Busy}, "A request went unanswered, and your state is RONA (busy)",
			"Une demande est restée sans réponse et votre état est RONA (occupé)"},
		{label.Notice{Kind: "Edit replaced", Conflict: conflict},
			"Another save came first, and your entry was replaced: Case (Bob); saved: 3; your entry: 2",
			"Un autre enregistrement a eu lieu en premier et votre saisie a été remplacée : Case (Bob) ; enregistré : 3 ; votre saisie : 2"},
		{label.Notice{Kind: "Edit replaced", Conflict: secure}, // never a value, whoever filled it in
			"Another save came first, and your entry was replaced: pin (the system)",
			"Un autre enregistrement a eu lieu en premier et votre saisie a été remplacée : pin (le système)"},
		{label.Notice{Kind: "Held on the phone", About: "{cause}[x]"}, "Held on the phone: {cause}[x]", "Mise en attente sur le téléphone : {cause}[x]"},
	} {
		require.Equal(t, tc.english, label.English().Notice(tc.notice))
		require.Equal(t, tc.french, spaced(label.French().Notice(tc.notice)))
	}
}

func TestAdvice(t *testing.T) { // CON-22
	for c := range telephony.Causes {
		n := label.Notice{Kind: "Consult failed", Cause: telephony.Cause(c)}
		want := n.Cause == telephony.InvalidNumber || n.Cause == telephony.NotConfigured
		require.Equal(t, want, label.English().Advice(n) != "", n.Cause)
		n.Kind = "Not reached"
		require.Empty(t, label.English().Advice(n))
	}
}

func TestOutcome(t *testing.T) {
	l := label.English()
	require.Equal(t, "Failed: Hold (busy).", l.Outcome(label.Refused, interaction.Hold, telephony.Busy))
	require.Equal(t, "Something else came first: Hold.", l.Outcome(label.Overtaken, interaction.Hold, telephony.NoCause))
	require.Equal(t, "Under way: Hold. Please wait, and do not repeat it.", l.Outcome(label.Pending, interaction.Hold, telephony.NoCause))
	require.Equal(t, "You are not signed in.", l.Outcome(label.SignedOut, interaction.Hold, telephony.NoCause))
	require.Empty(t, l.Outcome(label.NoOutcome, interaction.Hold, telephony.Busy))
	require.Empty(t, l.Outcome(99, interaction.Hold, telephony.Busy))

	for o := label.NoOutcome; o <= label.NotKept; o++ {
		text, err := o.MarshalText()
		require.NoError(t, err)
		require.Equal(t, o.String(), string(text))
		back := label.Outcome(99)
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, o, back)
	}
	_, err := (label.NotKept + 1).MarshalText()
	require.ErrorIs(t, err, label.ErrOutcome)
	require.Equal(t, "invalid(8)", (label.NotKept + 1).String())
	kept := label.Pending
	require.ErrorIs(t, kept.UnmarshalText([]byte("Pending")), label.ErrOutcome)
	require.Equal(t, label.Pending, kept)
}

func TestCards(t *testing.T) {
	en, fr := label.English(), label.French()
	page := popover.Page{First: 6, Last: 7, Total: 7}
	require.Equal(t, "6-7 of 7", en.Page(page))
	require.Equal(t, "6-7 de 7", fr.Page(page))
	require.Empty(t, en.Page(popover.Page{First: 1, Last: 5, Total: 5}), "all are in view")
	for _, tc := range []struct {
		n               int
		english, french string
	}{
		{-1, "Accept -1 requests", "Accepter -1 demande"}, {0, "Accept 0 requests", "Accepter 0 demande"},
		{1, "Accept 1 request", "Accepter 1 demande"}, {2, "Accept 2 requests", "Accepter 2 demandes"},
	} {
		require.Equal(t, tc.english, en.AcceptRequests(tc.n))
		require.Equal(t, tc.french, fr.AcceptRequests(tc.n))
	}
}

// A desktop asks for dozens of words for each view.
func TestWordsAllocateNothing(t *testing.T) {
	l := label.French()
	l.Tag() // the language is made when it is first asked for
	require.Zero(t, testing.AllocsPerRun(100, func() {
		_ = l.Action(interaction.Transfer) + l.Status(interaction.NoStatus)
		_ = l.Text(label.Search)
	}))
}
