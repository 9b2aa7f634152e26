package label_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/label"
)

// The specification's source is French. Where it has a label, that label is
// ours; says tells where it has it.
func TestFrenchHasTheLabelsOfTheSource(t *testing.T) {
	for _, tc := range []struct {
		key   label.Key
		label string
		says  string
	}{
		{"popover.title", "Fenêtre contextuelle", "the popover, throughout"},
		{"stage.connecting", "Connexion", "the first popover is that of connecting"},
		{"stage.contact-request", "Demande de contact", "the second one, on which the agent acts"},
		{"sentence.page", "{from}-{to} de {n}", "beyond five requests, the first page"},
		{"action.accept", "Accepter", "the button of a digital request"},
		{"desktop.tasks", "Liste des tâches", "the pane beside the popover"},
		{"form.inbound", "Appel vocal entrant", "the table of variables, first row"},
		{"form.consult", "Demande d'appel de consultation", "the notes below the table"},
		{"form.preview", "Appel sortant pour une campagne de prévisualisation", "the table, fourth row"},
		{"field.customer-number", "Numéro de téléphone", "the table, callback"},
		{"field.queue-name", "Nom de la file d'attente", "the table, callback"},
		{"field.dnis", "DNIS", "the table, callback, in brackets; the callback's card"},
		{"field.agent-name", "Nom de l'agent", "the three default variables of a consult"},
		{"field.agent-dn", "DN de l'agent", "the three default variables of a consult"},
		{"field.agent-team", "Équipe d'agents", "the three default variables of a consult"},
		{"status.ringing", "Sonnerie", "an incoming call's status; the status that Cancel replaces"},
		{"agent-status.available", "Disponible", "before answering; the lists of agents"},
		{"agent-status.idle", "Inactif", "the way out of RONA; the list for a consult"},
		{"agent-status.rona", "RONA", "the state after no answer"},
		{"agent-status.wrap-up", "Post-appel", "the agents to whom no call is transferred"},
		{"pane.title", "Volet de contrôle des interactions", "what opens with the answer"},
		{"pane.timer", "Minuteur", "beside the held call's status"},
		{"action.hold", "Mettre en attente", "hold and resume, step 1"},
		{"status.call-on-hold", "Appel en attente", "hold and resume, step 1; the customer's pane"},
		{"action.resume", "Reprendre", "hold and resume, step 2"},
		{"action.consult", "Consulter", "consult, steps 1 and 4"},
		{"dialog.consult", "Demande de consultation", "consult, step 1"},
		{"dialog.agent", "Agent", "consult, step 2"},
		{"dialog.queue", "File d'attente", "consult, step 2"},
		{"dialog.dial-number", "Composer un numéro", "consult, step 2"},
		{"dialog.organization", "Organisation", "consult, step 2"},
		{"dialog.number", "Numéro à composer", "the field of the special characters"},
		{"dialog.address-book", "Carnet d'adresses d'entreprise", "what the list of numbers shows"},
		{"dialog.first-name", "Prénom", "the search for an expert"},
		{"dialog.job-title", "Fonction", "the search for an expert"},
		{"dialog.department", "Service", "the search for an expert"},
		{"dialog.phone-number", "Numéro de téléphone", "the search for an expert"},
		{"dialog.search", "Rechercher", "the search for an expert"},
		{"dialog.refresh", "Actualiser", "the experts' presence"},
		{"target.entry-point", "Point d'entrée", "the lists of queues"},
		{"target.number", "Numéro d'appel", "the formats of numbers"},
		{"number-format.us", "Format américain", "the formats of numbers"},
		{"number-format.e164", "Format de numéro E.164", "the formats of numbers"},
		{"number-format.idd", "Format IDD", "the formats of numbers"},
		{"status.consult-requested", "Consultation demandée", "consult, step 4"},
		{"pane.caller", "Appelant (client)", "the first of the two panes"},
		{"pane.consulted", "Agent consulté", "the second of the two panes"},
		{"pane.hold", "Attente", "the button on the second pane"},
		{"status.consulting", "Consultation", "the second pane's status"},
		{"status.consult-on-hold", "Consultation en attente", "the second pane's status on hold"},
		{"action.exit-consult", "Quitter la consultation", "how the consulted agent leaves"},
		{"action.end-consult", "Terminer la consultation", "consult, step 6"},
		{"action.conference", "Conférence", "consult, step 5"},
		{"action.transfer", "Transfert", "transfer, steps 1 and 4; the button that is disabled until acceptance"},
		{"dialog.transfer", "Demande de transfert", "transfer, step 1"},
		{"dialog.blind-transfer", "Transfert sans suivi", "transfer, the note of step 4"},
		{"desktop.privacy-shield", "Bouclier de protection des données", "recording"},
		{"action.pause-recording", "Suspendre l'enregistrement", "recording, step 1"},
		{"action.resume-recording", "Reprendre l'enregistrement", "recording, step 2"},
		{"desktop.record", "Enregistrer", "the icon while a call is recorded"},
		{"variable.secure", "Variable sécurisée", "the icon beside a secure variable"},
		{"variable.retry", "Cliquez pour réessayer", "variables, step 3"},
		{"variable.save", "Enregistrer", "variables, step 4"},
		{"variable.revert", "Rétablir", "variables, step 5"},
		{"action.end", "Terminer", "end, step 1"},
		{"wrap-up.title", "Raisons du post-appel", "end, step 1; every other end"},
		{"wrap-up.reason", "Motif de post-appel", "end, step 2"},
		{"wrap-up-action.submit", "Soumettre le post-appel", "end, step 3"},
		{"contact.courtesy-callback", "Rappel de courtoisie", "the kinds of callbacks"},
		{"contact.web-callback", "Rappel Web", "the kinds of callbacks"},
		{"popover.callback", "Rappel", "the mark on a callback's card"},
		{"action.cancel", "Annuler", "the button in the status's place on a web callback"},
		{"status.cancel", "Annuler", "the button in the status's place on a web callback"},
		{"desktop.noise-removal", "Suppression du bruit de fond", "the first paragraph"},
	} {
		require.Equal(t, tc.label, spaced(label.French().Text(tc.key)), "%s: %s", tc.key, tc.says)
	}
}
