package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/internal/soak"
)

// TestRun: a very small one, with everything on.
func TestRun(t *testing.T) {
	var out strings.Builder
	err := run(t.Context(), []string{"-agents", "30", "-contacts", "25", "-for", "2s", "-kills", "2", "-think", "300ms"}, &out)
	require.NoError(t, err, out.String())
	require.Contains(t, out.String(), "offered = ended + live")
	require.NotContains(t, out.String(), "VIOLATION")
}

// TestViolation: what does not add up is shown, with its story, and in files.
func TestViolation(t *testing.T) {
	rep := soak.Report{Violations: []soak.Violation{{Equation: soak.WrapUps, Call: "c1", Who: "A1", Why: "it is so",
		Story: "story  Soak\nagents A1\n\nc1 calls plain\nA9 answers\n"}}}
	var out strings.Builder
	balance(&out, rep)
	require.Contains(t, out.String(), "1 VIOLATION")
	require.NoError(t, violations(&out, rep, ""))
	require.Contains(t, out.String(), "wrap-ups owed = submitted + open: c1 A1: it is so")
	require.Contains(t, out.String(), "# alone this cannot happen: A9 answers")
	require.NoError(t, violations(&out, rep, t.TempDir()))
	require.Contains(t, out.String(), "soak-001.story")
}

// TestFlags: what makes no sense is an error.
func TestFlags(t *testing.T) {
	var out strings.Builder
	require.Error(t, run(t.Context(), []string{"what"}, &out))
	require.Error(t, run(t.Context(), []string{"-kills", "many"}, &out))
}
