package callcontrol_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
)

// What must not be told: secure values, typed or from the flow, and the digits
// of whole numbers.
const (
	secret  = "s3cr3t-2468"
	typed   = "t1ped-1357"
	caller  = "12015550177"
	dialled = "13125550188"
	digits  = "990011"
)

// ear hears everything that is logged.
type ear struct {
	mu sync.Mutex
	bytes.Buffer
}

func (e *ear) Write(b []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.Buffer.Write(b)
}

// TestNothingIsTold plays a life with a secure value and numbers in it, in which
// all goes wrong that can, and then looks for them in the log, in every error
// and in every notice.
func TestNothingIsTold(t *testing.T) {
	log, said := &ear{}, &ear{}
	fails := true
	var panics atomic.Bool
	b := &bad{do: func(_ context.Context, c telephony.Command) (bool, error) {
		if c.Verb == telephony.SendDigits && panics.CompareAndSwap(false, true) {
			panic(c)
		}
		return false, nil
	}}
	bubble(t, func(c *callcontrol.Config) {
		schema, err := cad.NewSchema([]cad.Definition{{Name: "pin", Editable: true, Secure: true}, {Name: "order", Editable: true}})
		require.NoError(t, err)
		b.Switch = c.Adapter.(*simulator.Switch)
		c.Adapter, c.Variables = b, schema
		c.Logger = slog.New(slog.NewJSONHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug}))
		c.Settings.CallerIDs = []string{"+18005550199"}
		c.Values = func(telephony.CallID, telephony.Contact) map[string]string { return map[string]string{"pin": secret} }
		c.Keep = func(_ context.Context, _ telephony.CallID, s cad.Sheet) error {
			pin, err := s.Saved("pin")
			if fails {
				return errors.Join(err, fmt.Errorf("cannot keep %s", pin.Value.Text()))
			}
			return err
		}
	}, func(s *stand) {
		errs := 0
		fail := func(err error) {
			s.Helper()
			require.Error(s, err)
			fmt.Fprintf(said, "%v %+v %#v\n", err, err, err)
			errs++
		}
		number, err := dialnumber.New("+" + dialled)
		require.NoError(s, err)
		desks := s.desks("A1", "A2")
		a1, a2 := desks[0], desks[1]
		require.NoError(s, s.sw.Arrive("anna", telephony.Contact{From: telephony.Endpoint{Kind: telephony.Customer, Address: "+" + caller},
			Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "billing"}, DNIS: "+" + dialled}))
		synctest.Wait()
		require.Contains(s, page(s.T, a1), caller, "the card shows the number, so the marks are in the life")
		s.answers("anna", "A1")
		require.NotContains(s, page(s.T, a1), secret)
		require.NoError(s, a1.Fetch(s.ctx, "anna", "pin"))
		require.Contains(s, page(s.T, a1), secret, "his page has it, who has fetched it")
		require.NotContains(s, fmt.Sprintf("%v %+v", *a1.View(), a1.View().Interactions[0].Variables), secret)

		// Variables: bad values, a save that fails, a conflict.
		require.NoError(s, a1.Type(s.ctx, "anna", "pin", typed))
		fail(a1.Type(s.ctx, "anna", "pin", strings.Repeat(typed, 60)))
		fail(a1.Type(s.ctx, "anna", "pin", typed+"\u202e"))
		fail(a1.Type(s.ctx, "anna", "none", typed))
		err = a1.Save(s.ctx, "anna")
		require.ErrorIs(s, err, callcontrol.ErrNotKept)
		fail(err)
		fails = false
		require.NoError(s, a1.Consult(s.ctx, "anna", interaction.ToAgent("A2")))
		synctest.Wait()
		s.answers("anna", "A2")
		require.NoError(s, a2.Type(s.ctx, "anna", "pin", secret+typed))
		require.NoError(s, a1.Save(s.ctx, "anna"))
		require.Contains(s, told(a2), callflow.NoticeReplaced)
		require.NoError(s, a2.ExitConsult(s.ctx, "anna"))
		synctest.Wait()

		// The switch: refuses, is silent, loses answers, panics, is gone.
		s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Hold}, Do: simulator.Reject, Cause: telephony.DeviceFailure})
		fail(a1.Hold(s.ctx, "anna"))
		s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Hold}, Do: simulator.Silence})
		fail(a1.Hold(s.ctx, "anna"))
		s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.SendDigits}, Do: simulator.LoseAnswer})
		require.NoError(s, a1.SendDigits(s.ctx, "anna", digits))
		fail(a1.SendDigits(s.ctx, "anna", digits+"x"))

		// Numbers: consulted, not reached, dialled, not allowed.
		require.NoError(s, a1.Consult(s.ctx, "anna", interaction.ToNumber(number)))
		synctest.Wait()
		leg, ok := s.sw.Leg("anna", telephony.Endpoint{Kind: telephony.DialNumber})
		require.True(s, ok)
		require.NoError(s, s.sw.HangsUp("anna", leg, telephony.Busy))
		synctest.Wait()
		require.Contains(s, told(a1), "Consult failed")
		s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.ConsultationCall}, Do: simulator.Reject, Cause: telephony.InvalidNumber})
		fail(a1.Consult(s.ctx, "anna", interaction.ToNumber(number)))
		_, err = a2.Dial(s.ctx, number, "+"+caller)
		fail(err)
		id, err := a2.Dial(s.ctx, number, "+18005550199")
		require.NoError(s, err)
		s.answers(id, "A2")
		leg, ok = s.sw.Leg(id, telephony.Endpoint{Kind: telephony.Customer})
		require.True(s, ok)
		require.NoError(s, s.sw.HangsUp(id, leg, telephony.NoAnswer))
		synctest.Wait()
		require.Contains(s, told(a2), "Not reached")
		_, err = dialnumber.New("+" + dialled + "+" + caller)
		fail(err)

		// The centre: what makes no sense, what is not so, what comes late.
		fail(s.c.Open(s.ctx, callflow.Arrival{ID: "anna", Kind: interaction.WebCallback, Customer: "+" + caller, Values: map[string]string{"pin": secret}}))
		fail(s.c.Open(s.ctx, callflow.Arrival{ID: "bert", Kind: interaction.WebCallback, Customer: "+" + caller, Values: map[string]string{"none": secret}}))
		fail(s.c.Put(s.ctx, "anna", map[string]string{"none": secret}))
		fail(s.c.Offer(s.ctx, "anna", "A2"))
		s.sw.Say(telephony.Event{Call: "anna", Kind: telephony.Answered, Leg: 1})
		s.sw.Say(telephony.Event{Call: "anna", Kind: telephony.Answered, Leg: 77})
		s.sw.Say(telephony.Event{Call: "ghost", Kind: telephony.Answered, Leg: 2})
		s.sw.Say(telephony.Event{Kind: telephony.Incoming, Contact: telephony.Contact{From: telephony.Endpoint{Kind: telephony.Customer, Address: "+" + caller}}})
		s.sw.Drop()
		time.Sleep(time.Minute)
		s.sw.Restore()
		time.Sleep(time.Minute)
		fail(a1.Hold(s.ctx, "nobody"))
		_, err = s.c.SignIn(s.ctx, "")
		fail(err)
		require.NoError(s, a1.Transfer(s.ctx, "anna", interaction.ToNumber(number)))
		synctest.Wait()
		require.Equal(s, agent.WrapUp, a1.View().Agent.Status)

		for _, d := range desks {
			notices, err := json.Marshal(d.View().Notices)
			require.NoError(s, err)
			_, _ = said.Write(notices)
			fmt.Fprintf(said, "%+v\n", d.View().Notices)
		}
		s.stop()
		fail(a1.Hold(s.ctx, "anna"))
		require.GreaterOrEqual(s, errs, 16)
	})
	for _, word := range []string{"event makes no sense", "order unanswered", "adapter stopped", "event of no interaction", "event ignored"} {
		require.Contains(t, log.String(), word, "the life has not been as bad as it should")
	}
	for _, mark := range []string{secret, typed, caller, caller[1:], dialled, dialled[1:], digits} {
		require.NotContains(t, log.String(), mark, "in the log")
		require.NotContains(t, said.String(), mark, "in an error or a notice")
	}
}

// page is what an agent's page gets.
func page(t *testing.T, d *callcontrol.Desk) string {
	text, err := json.Marshal(d.View())
	require.NoError(t, err)
	return string(text)
}
