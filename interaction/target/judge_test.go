package target_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func TestJudge(t *testing.T) {
	d := directory(t)
	to := func(id agent.ID) interaction.Target { return interaction.ToAgent(id) }
	tests := []struct {
		name     string
		to       interaction.Target
		call     target.Call
		consult  rule.ID // empty: permitted
		transfer rule.ID
	}{
		{"oneself", to("self"), alone, "CON-2", "TRF-2"},
		{"in the call, and engaged by it", to("engaged"), with(to("engaged")), "CON-2", "TRF-2"},
		{"available", to("available"), alone, "", ""},
		{"supervisor", to("boss"), alone, "", ""},
		{"idle", to("idle"), alone, "", "TRF-4"},
		{"idle chosen, now in effect", to("chosen"), alone, "", "TRF-4"},
		{"RONA", to("rona"), alone, "AGT-4", "AGT-4"},
		{"reserved", to("reserved"), alone, "CON-3", "TRF-4"},
		{"engaged", to("engaged"), alone, "CON-3", "TRF-4"},
		{"wrap-up", to("wrap-up"), alone, "CON-3", "TRF-4"},
		{"off hook", to("off-hook"), alone, "END-5", "END-5"},
		{"signed out", to("out"), alone, "CON-3", "TRF-4"},
		{"no such agent", to("nobody"), alone, "CON-3", "TRF-4"},

		{"queue in both lists", interaction.ToQueue("q-bill"), alone, "", ""},
		{"queue to consult", interaction.ToQueue("q-tech"), alone, "", "TRF-10"},
		{"queue to transfer to", interaction.ToQueue("q-out"), alone, "CON-4", ""},
		{"no such queue", interaction.ToQueue("e-main"), alone, "CON-4", "TRF-10"},
		{"entry point in both", interaction.ToEntryPoint("e-main"), alone, "", ""},
		{"entry point to consult", interaction.ToEntryPoint("e-consult"), alone, "", "TRF-10"},
		{"entry point to transfer to", interaction.ToEntryPoint("e-transfer"), alone, "CON-4", ""},
		{"no such entry point", interaction.ToEntryPoint("q-bill"), alone, "CON-22", "TRF-10"},

		{"number", interaction.ToNumber(num(t, "+442079460000")), alone, "", ""},
		{"one's own number", interaction.ToNumber(num(t, "1 201 555 0001")), alone, "CON-2", "TRF-2"},
		{"number of an agent in the call", interaction.ToNumber(num(t, "+2015550002")), with(to("available")), "CON-2", "TRF-2"},
		{"and of one who is not", interaction.ToNumber(num(t, "2015550002")), with(to("idle")), "", ""},
		{"number in the call", interaction.ToNumber(num(t, "442079460000")), with(interaction.ToNumber(num(t, "+442079460000"))), "CON-2", "TRF-2"},

		{"expert, away", interaction.ToExpert("x1"), alone, "", ""},
		{"expert without a number", interaction.ToExpert("x2"), alone, "CON-6", "CON-6"},
		{"no such expert", interaction.ToExpert("x9"), alone, "CON-6", "CON-6"},
		{"expert in the call", interaction.ToExpert("x1"), with(interaction.ToExpert("x1")), "CON-2", "TRF-2"},
		{"expert beside an agent of that id", interaction.ToExpert("x1"), with(to("x1")), "", ""},
	}
	ruleOf := func(err error) rule.ID {
		if err == nil {
			return ""
		}
		var d *rule.Denied
		require.ErrorAs(t, err, &d)
		return d.Rule()
	}
	now := states(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			consult := d.Judge(interaction.Consult, tt.to, now, tt.call)
			transfer := d.Judge(interaction.Transfer, tt.to, now, tt.call)
			require.Equal(t, tt.consult, ruleOf(consult))
			require.Equal(t, tt.transfer, ruleOf(transfer))
			for action, err := range map[interaction.Action]error{interaction.Consult: consult, interaction.Transfer: transfer} {
				var denied *rule.Denied
				if errors.As(err, &denied) {
					require.Equal(t, action.String(), denied.Action())
					require.Same(t, err, d.Judge(action, tt.to, now, tt.call), "a shared value")
				}
			}
			require.NoError(t, d.Judge(interaction.Hold, tt.to, now, tt.call), "other actions are not judged")
			require.NoError(t, d.Judge(interaction.Offer, tt.to, now, tt.call))
			require.Zero(t, testing.AllocsPerRun(100, func() {
				_ = d.Judge(interaction.Consult, tt.to, now, tt.call)
				_ = d.Judge(interaction.Transfer, tt.to, now, tt.call)
			}))
		})
	}
}

func TestJudgeEPDN(t *testing.T) { // CON-20, CON-22
	d := directory(t)
	for number, ok := range map[string]bool{"4711": true, "+4711": true, "18005550100": true, "4712": false} {
		err := d.Judge(interaction.Consult, interaction.ToEPDN(num(t, number)), nil, alone)
		if ok {
			require.NoError(t, err, number)
			continue
		}
		require.ErrorIs(t, err, rule.ID("CON-22"))
		require.ErrorContains(t, err, "turn to the administrator")
		require.NotContains(t, err.Error(), number)
	}
	err := d.Judge(interaction.Transfer, interaction.ToEPDN(num(t, "4711")), nil, alone)
	require.ErrorIs(t, err, interaction.ErrInvalid)
	require.ErrorContains(t, d.Judge(interaction.Consult, interaction.ToEntryPoint("gone"), nil, alone), "turn to the administrator")
}

func TestJudgeWithoutTarget(t *testing.T) { // a transfer to the consulted party has none (TRF-8)
	for _, a := range []interaction.Action{interaction.Consult, interaction.Transfer} {
		require.NoError(t, directory(t).Judge(a, interaction.Target{}, nil, alone))
	}
}

func TestJudgeSignOn(t *testing.T) { // CON-6
	l := lists(t)
	l.InCollaborationTool = true
	d, err := target.New(l)
	require.NoError(t, err)
	for _, id := range []string{"x1", "x2", "x9"} {
		got := d.Judge(interaction.Consult, interaction.ToExpert(id), nil, alone)
		require.ErrorIs(t, got, rule.ID("CON-6"))
		require.ErrorContains(t, got, "single sign-on")
		require.ErrorIs(t, d.Judge(interaction.Transfer, interaction.ToExpert(id), nil, alone), rule.ID("CON-6"))
	}
	require.NoError(t, d.Judge(interaction.Consult, interaction.ToNumber(num(t, "5300")), nil, alone), "numbers are not the tool's")
}

// A target is judged by the states of the request, not by those of the list
// from which it was picked (CON-7).
func TestJudgedAtTheRequest(t *testing.T) {
	d := directory(t)
	now := states(t)
	picked := d.TransferAgents(now, alone, "available")
	require.Len(t, picked, 1)
	require.NoError(t, d.Judge(interaction.Transfer, picked[0].Target(), now, alone))
	now["available"] = now["wrap-up"]
	require.ErrorIs(t, d.Judge(interaction.Transfer, picked[0].Target(), now, alone), rule.ID("TRF-4"))
}

// Who is listed can be consulted or transferred to, and the other way round.
func TestListedIsPermitted(t *testing.T) {
	d := directory(t)
	now := states(t)
	for _, c := range []target.Call{alone, with(interaction.ToAgent("idle")), with(interaction.ToAgent("available"))} {
		consult, transfer := map[agent.ID]bool{}, map[agent.ID]bool{}
		for _, one := range d.ConsultAgents(now, c, "") {
			consult[one.ID] = true
		}
		for _, one := range d.TransferAgents(now, c, "") {
			transfer[one.ID] = true
		}
		for _, a := range lists(t).Agents {
			require.Equal(t, consult[a.ID], d.Judge(interaction.Consult, a.Target(), now, c) == nil, a.ID)
			require.Equal(t, transfer[a.ID], d.Judge(interaction.Transfer, a.Target(), now, c) == nil, a.ID)
		}
	}
}
