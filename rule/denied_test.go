package rule_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
)

func TestDeniedSaysWhatWasRefusedAndWhy(t *testing.T) {
	says := rule.ID("HLD-3").Says()
	for _, tc := range []struct {
		name                     string
		id                       rule.ID
		action, state, why, want string
	}{
		{"the rule is the reason", "HLD-3", "Hold", "Call on Hold", "",
			"rule HLD-3: Hold is denied in Call on Hold: " + says},
		{"a narrower reason goes first", "OP-1", "Resume", "Connected", "a hold is in flight",
			"rule OP-1: Resume is denied in Connected: a hold is in flight"},
		{"no state", "HLD-3", "Hold", "", "", "rule HLD-3: Hold is denied: " + says},
		{"unknown id", "XYZ-1", "Hold", "Connected", "", "rule XYZ-1: Hold is denied in Connected"},
		{"unknown id with a reason", "XYZ-1", "Hold", "", "no", "rule XYZ-1: Hold is denied: no"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := rule.Deny(tc.id, tc.action, tc.state, tc.why)
			require.EqualError(t, d, tc.want)
			require.Equal(t, tc.id, d.Rule())
			require.Equal(t, tc.action, d.Action())
			require.Equal(t, tc.state, d.State())
			require.Equal(t, tc.why, d.Reason())
		})
	}
}

func TestEveryRuleExplainsItsRefusal(t *testing.T) {
	for _, r := range rule.All() {
		d := rule.Deny(r.ID, "Hold", "Connected", "")
		require.EqualError(t, d, "rule "+string(r.ID)+": Hold is denied in Connected: "+r.Says)
		require.ErrorIs(t, d, r.ID)
	}
}

func TestDeniedIsItsRuleAndNoOther(t *testing.T) {
	held := rule.Deny("HLD-3", "Hold", "Call on Hold", "")
	twin := rule.Deny("HLD-3", "Hold", "Call on Hold", "")
	for _, tc := range []struct {
		name   string
		err    error
		target error
		want   bool
	}{
		{"its rule", held, rule.ID("HLD-3"), true},
		{"another rule", held, rule.ID("HLD-4"), false},
		{"the group alone", held, rule.ID("HLD"), false},
		{"no id", held, rule.ID(""), false},
		{"wrapped", fmt.Errorf("desk: %w", held), rule.ID("HLD-3"), true},
		{"joined", errors.Join(io.EOF, held), rule.ID("HLD-3"), true},
		{"itself", held, held, true},
		{"another refusal by the same rule", held, twin, false},
		{"another kind of error", held, io.EOF, false},
		{"another error asked for a rule", io.EOF, rule.ID("HLD-3"), false},
		{"an id that no catalogue has", rule.Deny("XYZ-1", "Hold", "", ""), rule.ID("XYZ-1"), true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			require.Equal(t, tc.want, errors.Is(tc.err, tc.target))
		})
	}
}

func TestAskingForARuleAllocatesNothing(t *testing.T) {
	var (
		held    error = rule.Deny("HLD-3", "Hold", "Call on Hold", "")
		wrapped       = fmt.Errorf("desk: %w", held)
		yes     error = rule.ID("HLD-3")
		no      error = rule.ID("HLD-4")
		right         = true
	)
	allocs := testing.AllocsPerRun(1000, func() {
		right = right && errors.Is(held, yes) && errors.Is(wrapped, yes) &&
			!errors.Is(held, no) && !errors.Is(wrapped, no)
	})
	require.True(t, right)
	require.Zero(t, allocs)
}
