package label

import "slices"

// englishNotices are the notices, and what is told about numbers.
var englishNotices = []entry{
	{"notice.consult-failed", "Consult failed[: {about}][ ({cause})]"},
	{"notice.consult-left", "The consulted party has left[: {about}][ ({cause})]"},
	{"notice.late-answer", "The consult had been taken back; the answer came too late[: {about}]"},
	{"notice.transfer-asked", "You are asked to take over the call[: {about}]"},
	{"notice.transfer-declined", "The transfer was not accepted[: {about}][ ({cause})]"},
	{"notice.operation-failed", "Failed[: {action}][ ({cause})]"},
	{"notice.operation-unknown", "The phone system has not answered[: {action}]"},
	{"notice.not-reached", "The customer was not reached[ ({cause})]"},
	{"notice.phone-not-answered", "Your own phone was not answered[ ({cause})]"},
	{"notice.recording-resumed", "Recording has resumed"},
	{"notice.recording-not-resumed", "Recording has not resumed yet[ ({cause})]; it is being tried again"},
	{"notice.recording-not-started", "Recording has not started yet[ ({cause})]; it is being tried again"},
	{"notice.held-on-the-phone", "Held on the phone[: {about}]"},
	{"notice.retrieved-on-the-phone", "Taken off hold on the phone[: {about}]"},
	{"notice.ended", "The interaction has ended[ ({cause})]"},

	{"notice.wrap-up-opened", "The wrap-up reasons can be chosen already"},
	{"notice.wrap-up-due", "Wrap-up is due"},
	{"notice.wrap-up-withdrawn", "No wrap-up now: the call goes on or is with somebody else"},
	{"notice.wrap-up-completed", "Wrap-up submitted[: {reason}]"},
	{"notice.wrap-up-not-required", "No wrap-up is required"},
	{"notice.consult-dialog-opened", "You may give a reason for the consult"},
	{"notice.consult-reason", "Reason of the consult recorded[: {reason}]"},
	{"notice.consult-dialog-dismissed", "The consult's reasons were closed without a choice"},
	{"notice.consult-dialog-gave-way", "The consult's reasons were closed: another dialog opens"},
	{"notice.reason-chosen", "Reason chosen[: {reason}]"},
	{"notice.submit-waits", "The wrap-up will be submitted once the transfer is confirmed"},
	{"notice.count-down-stopped", "The count-down has been stopped"},

	{"notice.rona", "A request went unanswered, and your state is RONA[ ({cause})]"},
	{"notice.edit-replaced", "Another save came first, and your entry was replaced[: {variable}][ ({by})][; saved: {saved}][; your entry: {entry}]"},

	{"number.too-few-digits", "Too few digits: {count}; a number has at least {limit}."},
	{"number.too-many-digits", "Too many digits: {count}; a number has at most {limit}."},
	{"number.unsupported-character", "The number has a character that cannot be dialled."},
	{"number.lossy", "Another number would be dialled[: {warning}]."},
	{"number.second-plus", "A number has only one +."},
	{"number.misplaced-plus", "The + comes before the digits."},
	{"number.too-long", "Too many characters to dial: {count}; at most {limit} are possible."},
	{"number.input-too-long", "Too much text: {count} characters; at most {limit} are possible."},

	{"number-warning.extension-glued", "the extension became part of the number"},
	{"number-warning.colon-left", "a colon that belongs to a word is dialled"},
	{"number-warning.letters-lost", "letters beside the digits were removed"},
	{"number-warning.pause-lost", "a pause was removed"},
	{"number-warning.trunk-zero", "the (0) behind the country code is dialled"},
	{"number-warning.several-numbers", "several numbers became one"},
	{"number-warning.ambiguous-prefix", "the international prefix can be read in more than one way"},
	{"number-warning.digits-folded", "digits or signs of another script were converted"},
	{"number-warning.not-possible", "no number of that country has this length"},

	{"number-format.us", "US format"},
	{"number-format.e164", "E.164 format"},
	{"number-format.idd", "IDD format"},
	{"number-format.other", "Other format"},

	{"number-line.unknown", "Unknown line"},
	{"number-line.fixed-line", "Fixed line"},
	{"number-line.mobile", "Mobile"},
	{"number-line.fixed-or-mobile", "Fixed line or mobile"},
	{"number-line.toll-free", "Toll-free"},
	{"number-line.premium-rate", "Premium rate"},
	{"number-line.shared-cost", "Shared cost"},
	{"number-line.voip", "Internet line (VoIP)"},
	{"number-line.personal", "Personal number"},
	{"number-line.pager", "Pager"},
	{"number-line.uan", "Company number"},
	{"number-line.voicemail", "Voicemail"},

	{"number-removed.other", "other characters"},
	{"number-removed.space", "spaces"},
	{"number-removed.punctuation", "punctuation"},
	{"number-removed.letter", "letters"},
	{"number-removed.pause", "pauses"},
	{"number-removed.numeral", "special numerals"},
	{"number-removed.sign", "signs that only look like + # * :"},
	{"number-removed.mark", "combining marks"},
	{"number-removed.bidi", "signs of the direction of writing"},
	{"number-removed.invisible", "invisible characters"},
	{"number-removed.bad-utf8", "damaged characters"},

	{"number-use.dial", "Outdial"},
	{"number-use.consult", "Consult"},
	{"number-use.transfer", "Transfer"},

	{"number-verdict.allow", "Allowed"},
	{"number-verdict.deny", "Not allowed"},
	{"number-verdict.confirm", "To be confirmed"},
}

func englishTexts() []entry {
	return slices.Concat(englishCall, englishDesk, englishNotices, englishRules, englishReasons)
}
