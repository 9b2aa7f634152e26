package label

import "slices"

// frenchNotices are the notices, and what is told about numbers.
var frenchNotices = []entry{
	{"notice.consult-failed", "Échec de l'appel de consultation[ : {about}][ ({cause})]"},
	{"notice.consult-left", "La partie consultée a quitté l'appel[ : {about}][ ({cause})]"},
	{"notice.late-answer", "La consultation avait été annulée ; la réponse est arrivée trop tard[ : {about}]"},
	{"notice.transfer-asked", "Il vous est demandé de prendre l'appel[ : {about}]"},
	{"notice.transfer-declined", "Le transfert n'a pas été accepté[ : {about}][ ({cause})]"},
	{"notice.operation-failed", "Échec[ : {action}][ ({cause})]"},
	{"notice.operation-unknown", "Le système téléphonique n'a pas répondu[ : {action}]"},
	{"notice.not-reached", "Le client n'a pas pu être joint[ ({cause})]"},
	{"notice.phone-not-answered", "Votre propre téléphone n'a pas répondu[ ({cause})]"},
	{"notice.recording-resumed", "L'enregistrement a repris"},
	{"notice.recording-not-resumed", "L'enregistrement n'a pas encore repris[ ({cause})] ; une nouvelle tentative est en cours"},
	{"notice.recording-not-started", "L'enregistrement n'a pas encore commencé[ ({cause})] ; une nouvelle tentative est en cours"},
	{"notice.held-on-the-phone", "Mise en attente sur le téléphone[ : {about}]"},
	{"notice.retrieved-on-the-phone", "Reprise sur le téléphone[ : {about}]"},
	{"notice.ended", "L'interaction est terminée[ ({cause})]"},

	{"notice.wrap-up-opened", "Le motif de post-appel peut déjà être choisi"},
	{"notice.wrap-up-due", "Le post-appel est à faire"},
	{"notice.wrap-up-withdrawn", "Pas de post-appel pour le moment : l'appel se poursuit ou a été repris par quelqu'un d'autre"},
	{"notice.wrap-up-completed", "Post-appel soumis[ : {reason}]"},
	{"notice.wrap-up-not-required", "Aucun post-appel n'est requis"},
	{"notice.consult-dialog-opened", "Vous pouvez indiquer un motif pour la consultation"},
	{"notice.consult-reason", "Motif de la consultation enregistré[ : {reason}]"},
	{"notice.consult-dialog-dismissed", "Les motifs de la consultation ont été fermés sans choix"},
	{"notice.consult-dialog-gave-way", "Les motifs de la consultation ont été fermés : une autre boîte de dialogue s'ouvre"},
	{"notice.reason-chosen", "Motif choisi[ : {reason}]"},
	{"notice.submit-waits", "Le post-appel sera soumis dès que le transfert sera confirmé"},
	{"notice.count-down-stopped", "Le compte à rebours a été arrêté"},

	{"notice.rona", "Une demande est restée sans réponse et votre état est RONA[ ({cause})]"},
	{"notice.edit-replaced", "Un autre enregistrement a eu lieu en premier et votre saisie a été remplacée[ : {variable}][ ({by})][ ; enregistré : {saved}][ ; votre saisie : {entry}]"},

	{"number.too-few-digits", "Trop peu de chiffres : {count} ; un numéro en contient au moins {limit}."},
	{"number.too-many-digits", "Trop de chiffres : {count} ; un numéro en contient au plus {limit}."},
	{"number.unsupported-character", "Le numéro contient un caractère qui ne peut pas être composé."},
	{"number.lossy", "Un autre numéro serait composé[ : {warning}]."},
	{"number.second-plus", "Un numéro n'a qu'un seul +."},
	{"number.misplaced-plus", "Le + se place avant les chiffres."},
	{"number.too-long", "Trop de caractères à composer : {count} ; {limit} au plus sont possibles."},
	{"number.input-too-long", "Texte trop long : {count} caractères ; {limit} au plus sont possibles."},

	{"number-warning.extension-glued", "le poste est devenu une partie du numéro"},
	{"number-warning.colon-left", "un deux-points qui appartient à un mot est composé"},
	{"number-warning.letters-lost", "des lettres à côté des chiffres ont été supprimées"},
	{"number-warning.pause-lost", "une pause a été supprimée"},
	{"number-warning.trunk-zero", "le (0) après le code du pays est composé"},
	{"number-warning.several-numbers", "plusieurs numéros sont devenus un seul"},
	{"number-warning.ambiguous-prefix", "le préfixe international peut se lire de plusieurs façons"},
	{"number-warning.digits-folded", "des chiffres ou des signes d'une autre écriture ont été convertis"},
	{"number-warning.not-possible", "aucun numéro de ce pays n'a cette longueur"},

	{"number-format.us", "Format américain"},
	{"number-format.e164", "Format de numéro E.164"},
	{"number-format.idd", "Format IDD"},
	{"number-format.other", "Autre format"},

	{"number-line.unknown", "Ligne inconnue"},
	{"number-line.fixed-line", "Ligne fixe"},
	{"number-line.mobile", "Téléphone mobile"},
	{"number-line.fixed-or-mobile", "Ligne fixe ou mobile"},
	{"number-line.toll-free", "Numéro gratuit"},
	{"number-line.premium-rate", "Numéro surtaxé"},
	{"number-line.shared-cost", "Numéro à coûts partagés"},
	{"number-line.voip", "Ligne Internet (VoIP)"},
	{"number-line.personal", "Numéro personnel"},
	{"number-line.pager", "Récepteur d'appels"},
	{"number-line.uan", "Numéro d'entreprise"},
	{"number-line.voicemail", "Messagerie vocale"},

	{"number-removed.other", "autres caractères"},
	{"number-removed.space", "espaces"},
	{"number-removed.punctuation", "ponctuation"},
	{"number-removed.letter", "lettres"},
	{"number-removed.pause", "signes de pause"},
	{"number-removed.numeral", "chiffres spéciaux"},
	{"number-removed.sign", "signes qui ressemblent seulement à + # * ou au deux-points"},
	{"number-removed.mark", "signes combinants"},
	{"number-removed.bidi", "signes du sens d'écriture"},
	{"number-removed.invisible", "caractères invisibles"},
	{"number-removed.bad-utf8", "caractères endommagés"},

	{"number-use.dial", "Appel sortant"},
	{"number-use.consult", "Consultation"},
	{"number-use.transfer", "Transfert"},

	{"number-verdict.allow", "Autorisé"},
	{"number-verdict.deny", "Interdit"},
	{"number-verdict.confirm", "À confirmer"},
}

func frenchTexts() []entry {
	return slices.Concat(frenchCall, frenchDesk, frenchNotices, frenchRules, frenchReasons)
}
