package main

import (
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// settings are what the administrator of this centre has configured. Its queues
// differ: Support asks before a transfer, Sales wraps up by itself.
func settings(o options) (callcontrol.Settings, error) {
	reasons, err := wrapup.NewReasons(reasons...)
	if err != nil {
		return callcontrol.Settings{}, err
	}
	usual := callflow.Policy{
		Interaction: interaction.Policy{
			Recording: true, PrivacyShield: true, PauseLength: whole(o.pause),
			AnswerTimeout: whole(o.answer), ConsultTimeout: whole(o.answer), AcceptanceTimeout: whole(o.answer),
			EndCallForWebCallback: true, RemoveFromCampaign: true,
		},
		WrapUp: wrapup.Policy{Reasons: reasons},
	}
	support, sales := usual, usual
	support.Interaction.AskBeforeTransfer = true
	sales.WrapUp.Automatic, sales.WrapUp.MayCancelAutomatic, sales.WrapUp.Default = whole(o.wrapUp), true, "other"
	card := []popover.Choice{{Name: "customer"}, {Name: "topic"}, {Name: "account"}, {Name: "language"}}
	help := []popover.Link{{Label: "Help pages", URL: "https://help.example.com/"}}
	return callcontrol.Settings{
		Policy:    usual,
		Queues:    map[string]callflow.Queue{"support": {Policy: &support}, "sales": {Policy: &sales}},
		CallerIDs: []string{"+12015550100", "+12015550101"},
		Popover: popover.Config{
			Inbound: popover.Layout{Variables: card, Links: help},
			Consult: popover.Layout{Variables: card[:2]},
			Preview: popover.Layout{Variables: card[:3]},
			Chat:    popover.Layout{Variables: card[:2]},
			Email:   popover.Layout{Variables: card[:2]},
			Social:  popover.Layout{Variables: card[:2]},
		},
	}, nil
}

// whole is a time of a policy: whole seconds, at least one.
func whole(d time.Duration) time.Duration { return max(d.Truncate(time.Second), time.Second) }

var reasons = []wrapup.Reason{
	{Code: "solved", Label: "Question answered"},
	{Code: "sale", Label: "Sale"},
	{Code: "renewal", Label: "Contract renewed"},
	{Code: "complaint", Label: "Complaint"},
	{Code: "refund", Label: "Refund promised"},
	{Code: "call-back", Label: "To be called back"},
	{Code: "wrong-number", Label: "Wrong number"},
	{Code: "other", Label: "Something else"},
}

// variables are one of each sort: of every type, for reading only, and secure.
var variables = []cad.Definition{
	{Name: "customer", Label: "Customer"},
	{Name: "topic", Label: "Topic", Order: 1, Editable: true},
	{Name: "account", Label: "Account", Order: 2, Editable: true},
	{Name: "language", Label: "Language", Order: 3},
	{Name: "orders", Label: "Open orders", Order: 4, Type: cad.Integer, Editable: true},
	{Name: "balance", Label: "Balance", Order: 5, Type: cad.Decimal},
	{Name: "callBack", Label: "Call back on", Order: 6, Type: cad.DateTime, Editable: true},
	{Name: "premium", Label: "Premium", Order: 7, Type: cad.Boolean, Editable: true},
	{Name: "card", Label: "Card number", Order: 8, Secure: true},
	{Name: "secret", Label: "Secret word", Order: 9, Editable: true, Secure: true},
}
