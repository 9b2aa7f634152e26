package callflow_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/internal/explore"
)

// FuzzStory reads, plays and rewrites any text. What cannot be read says where;
// a rewrite leaves as many lines as there were, but for refusals that nothing
// asked for, and rewriting again changes nothing more.
func FuzzStory(f *testing.F) {
	files, err := fs.Glob(callflow.Shipped(), "*.story")
	require.NoError(f, err)
	for _, name := range files {
		text, err := fs.ReadFile(callflow.Shipped(), name)
		require.NoError(f, err)
		f.Add(string(text))
	}
	for _, w := range explore.Worlds()[:2] { // the walk's shortest ways
		res, err := explore.Walk(w, nil)
		require.NoError(f, err)
		for _, story := range res.Stories {
			f.Add(story)
		}
	}
	f.Add("story a typo\nagents A1\nanna calls billing\nA1 answres\n")
	f.Add("story it is not so\nagents A1\nanna calls billing\nA1 holds\n  A1 may Resume  HLD-4\n")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Count(text, "\n") > 200 || strings.Contains(text, "h pass") || strings.Contains(text, "00000") {
			return // long lives are the soak's
		}
		s, err := callflow.ParseStory("fuzz.story", text)
		if err != nil {
			var where *callflow.StoryError
			require.True(t, errors.As(err, &where), "%v", err)
			require.ErrorIs(t, err, callflow.ErrStory)
			require.LessOrEqual(t, where.Line, strings.Count(text, "\n")+1)
			same, again := callflow.Rewrite("fuzz.story", text)
			require.Error(t, again)
			require.Equal(t, text, same)
			return
		}
		played := s.Play(nil)
		if played == nil {
			same, err := callflow.Rewrite("fuzz.story", text)
			require.NoError(t, err)
			require.Equal(t, text, same, "nothing was wrong, and it was rewritten")
			return
		}
		require.ErrorIs(t, played, callflow.ErrStory)
		once, err := callflow.Rewrite("fuzz.story", text)
		require.NoError(t, err)
		require.GreaterOrEqual(t, strings.Count(once, "\n"), strings.Count(text, "\n"))
	})
}
