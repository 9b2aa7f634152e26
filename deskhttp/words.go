package deskhttp

import "github.com/seed-6cc70c2f/callcontrol/label"

// words are the texts of what only this package refuses; a language without its
// own has the English ones.
var words = map[string]map[string]string{
	"en": {
		"invalid":     "That request makes no sense here. Reload the page if it happens again.",
		"no-session":  "This desk is not connected any more. Connect it again.",
		"forbidden":   "That request came from another page, and was not carried out.",
		"not-found":   "There is no such thing here.",
		"too-large":   "That is too much text.",
		"unsupported": "That request was not sent as it should be. Reload the page.",
		"refused":     "This number may not be called.",
		"confirm":     "Are you sure that this number is to be called?",
		"not-fetched": "It could not be fetched. Try again.",
		"unavailable": "The service is not available now. Try again in a moment.",
		"replaced":    "This desk has been opened somewhere else.",
		"too-many":    "Too many requests at once. Try again in a moment.",
	},
	"fr": {
		"invalid":     "Cette demande n'a pas de sens ici. Rechargez la page si cela se reproduit.",
		"no-session":  "Ce poste n'est plus connecté. Reconnectez-le.",
		"forbidden":   "Cette demande venait d'une autre page et n'a pas été exécutée.",
		"not-found":   "Cela n'existe pas ici.",
		"too-large":   "Ce texte est trop long.",
		"unsupported": "Cette demande n'a pas été envoyée comme il faut. Rechargez la page.",
		"refused":     "Ce numéro ne peut pas être appelé.",
		"confirm":     "Voulez-vous vraiment appeler ce numéro\u00a0?",
		"not-fetched": "La récupération a échoué. Réessayez.",
		"unavailable": "Le service n'est pas disponible pour le moment. Réessayez dans un instant.",
		"replaced":    "Ce poste a été ouvert ailleurs.",
		"too-many":    "Trop de demandes à la fois. Réessayez dans un instant.",
	},
}

// say is one of these texts in a language.
func say(l label.Language, what string) string {
	tag := l.Tag()
	for i := range tag + "-" { // "fr-CA" is "fr" where it has no words of its own
		if i == len(tag) || tag[i] == '-' {
			if own, ok := words[tag[:i]]; ok {
				return own[what]
			}
			break
		}
	}
	return words["en"][what]
}
