package callcontrol_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// source is a directory that takes its time, and may fail.
type source struct {
	asked atomic.Int32
	takes time.Duration
	fails atomic.Bool
	lists target.Lists
}

func (d *source) Lists(ctx context.Context) (target.Lists, error) {
	d.asked.Add(1)
	select {
	case <-time.After(d.takes):
	case <-ctx.Done():
		return target.Lists{}, ctx.Err()
	}
	if d.fails.Load() {
		return target.Lists{}, errors.New("the directory is down")
	}
	return d.lists, nil
}

// TestDirectory: a slow source holds up no call, refreshes at once are one, and
// a failed one leaves the lists as they were.
func TestDirectory(t *testing.T) {
	src := &source{takes: 10 * time.Second, lists: target.Lists{Queues: []target.Place{{ID: "support", Name: "Support", Consult: true}}}}
	bubble(t, func(c *callcontrol.Config) { c.Directory = src }, func(s *stand) {
		d := s.desks("A1")[0]
		s.calls("anna")
		s.answers("anna", "A1")
		require.NoError(s, d.Consult(s.ctx, "anna", interaction.ToQueue("nowhere")), "before the first lists every target is taken as it is named")
		require.NoError(s, d.EndConsult(s.ctx, "anna"))
		synctest.Wait()
		time.Sleep(10 * time.Second)
		synctest.Wait()
		require.ErrorIs(s, d.Consult(s.ctx, "anna", interaction.ToQueue("nowhere")), rule.ID("CON-4"))
		require.Len(s, s.c.Lists().ConsultQueues("sup"), 1)

		results := make(chan error, 5)
		for range 5 {
			go func() { results <- s.c.Refresh(s.ctx) }()
		}
		short, cancel := context.WithTimeout(s.ctx, time.Second)
		defer cancel()
		require.ErrorIs(s, s.c.Refresh(short), context.DeadlineExceeded, "who does not want to wait goes, and takes nobody with him")
		for range 5 {
			require.NoError(s, <-results)
		}
		require.EqualValues(s, 2, src.asked.Load(), "at the start, and once for all of them")

		src.fails.Store(true)
		require.ErrorContains(s, s.c.Refresh(s.ctx), "could not be fetched")
		require.Len(s, s.c.Lists().ConsultQueues("sup"), 1, "as they were")
	})
}

// TestDirectoryRefuses: lists that make no sense are refused as a whole.
func TestDirectoryRefuses(t *testing.T) {
	bubble(t, func(c *callcontrol.Config) {
		c.Directory = callcontrol.StaticDirectory{Queues: []target.Place{{Name: "no id"}}}
	}, func(s *stand) {
		require.ErrorIs(s, s.c.Refresh(s.ctx), target.ErrLists)
	})
}

// TestAcceptAll: what can be accepted is accepted together, calls are left
// alone, each refusal stands by itself, in the order of the popover (POP-8).
func TestAcceptAll(t *testing.T) {
	bubble(t, func(c *callcontrol.Config) { c.Agents.Chat, c.Agents.Email = 3, 2 }, func(s *stand) {
		d := s.desks("A1")[0]
		arrive := func(id telephony.CallID, m telephony.Medium) {
			require.NoError(s, s.sw.Arrive(id, telephony.Contact{Medium: m, Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "q"}}))
			synctest.Wait()
		}
		arrive("chat1", telephony.ChatMedium)
		arrive("mail1", telephony.EmailMedium)
		arrive("call", telephony.VoiceMedium)
		arrive("chat2", telephony.ChatMedium)
		require.Equal(s, 3, d.View().Acceptable)
		require.Len(s, d.View().Cards, 4)
		r, err := d.AcceptAll(s.ctx)
		require.NoError(s, err)
		require.Equal(s, []string{"mail1", "chat1", "chat2"}, r.Accepted)
		require.Empty(s, r.Refused)
		require.Len(s, d.View().Cards, 1)
		r, err = d.AcceptAll(s.ctx)
		require.NoError(s, err)
		require.Empty(s, r.Accepted)
	})
}
