package wrapup_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

var noon = time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)

// dialog drives one wrap-up the way a test reads.
type dialog struct {
	t   *testing.T
	s   wrapup.State
	out wrapup.Output
	now time.Time
}

func reasons(t *testing.T) wrapup.Reasons {
	t.Helper()
	r, err := wrapup.NewReasons(
		wrapup.Reason{Code: "sale", Label: "Sale"},
		wrapup.Reason{Code: "complaint", Label: "Réclamation"},
		wrapup.Reason{Code: "other", Label: "Other"})
	require.NoError(t, err)
	return r
}

func with(t *testing.T, p wrapup.Policy) *dialog {
	t.Helper()
	p.Reasons = reasons(t)
	s, err := wrapup.New(p)
	require.NoError(t, err)
	return &dialog{t: t, s: s, now: noon}
}

func (d *dialog) does(r wrapup.Request, want ...wrapup.Change) {
	d.t.Helper()
	s, err := d.s.Request(d.now, r, &d.out)
	require.NoError(d.t, err)
	require.Equal(d.t, append([]wrapup.Change{}, want...), append([]wrapup.Change{}, d.out.Changes...))
	d.s = s
}

func (d *dialog) picks(code wrapup.Code) {
	d.t.Helper()
	d.does(wrapup.Request{Action: wrapup.Choose, Reason: code}, wrapup.Change{Kind: wrapup.ReasonChosen, Reason: code})
}

func (d *dialog) refused(a wrapup.Action, id rule.ID) {
	d.t.Helper()
	r := wrapup.Request{Action: a}
	if a == wrapup.Choose {
		r.Reason = "sale"
	}
	s, err := d.s.Request(d.now, r, &d.out)
	require.ErrorIs(d.t, err, id)
	require.Equal(d.t, d.s, s)
}

func (d *dialog) told(f wrapup.Fact, want ...wrapup.Kind) {
	d.t.Helper()
	d.s = d.s.Fact(d.now, f, &d.out)
	require.Empty(d.t, d.out.Ignored)
	var got []wrapup.Kind
	for _, c := range d.out.Changes {
		got = append(got, c.Kind)
	}
	require.Equal(d.t, want, got)
}

func (d *dialog) ignores(f wrapup.Fact, id rule.ID) {
	d.t.Helper()
	s := d.s.Fact(d.now, f, &d.out)
	require.Equal(d.t, id, d.out.Ignored)
	require.Equal(d.t, d.s, s)
	require.Empty(d.t, d.out.Changes)
}

func TestExactlyOneReason(t *testing.T) { // END-3
	d := with(t, wrapup.Policy{})
	d.refused(wrapup.Submit, "OP-3")
	d.told(wrapup.Owe, wrapup.DueNow)
	d.refused(wrapup.Submit, "END-3")
	d.picks("sale")
	d.picks("other") // the last one stands
	d.does(wrapup.Request{Action: wrapup.Submit}, wrapup.Change{Kind: wrapup.Completed, Reason: "other"})
	require.Equal(t, wrapup.Submitted, d.s.Phase())
	require.False(t, d.s.Dialog())
	for _, a := range []wrapup.Action{wrapup.Choose, wrapup.Submit, wrapup.CancelCountdown, wrapup.Dismiss} {
		d.refused(a, "OP-3")
	}
	for _, f := range []wrapup.Fact{wrapup.Open, wrapup.Owe, wrapup.Withdraw, wrapup.OpenForConsult} {
		d.ignores(f, "OP-5") // once per ownership (END-7)
	}
}

func TestTransferConfirmed(t *testing.T) { // TRF-9
	d := with(t, wrapup.Policy{})
	d.told(wrapup.Open, wrapup.DialogOpened)
	require.True(t, d.s.Dialog())
	_, timer := d.s.Since()
	require.False(t, timer, "the timer begins when his part ends")
	d.refused(wrapup.Submit, "END-3")
	d.picks("sale")
	d.does(wrapup.Request{Action: wrapup.Submit}, wrapup.Change{Kind: wrapup.SubmitWaits, Reason: "sale"})
	require.True(t, d.s.Waiting())
	require.Equal(t, wrapup.Opened, d.s.Phase())
	d.refused(wrapup.Submit, "OP-1")
	d.refused(wrapup.Choose, "OP-1")
	d.told(wrapup.Owe, wrapup.Completed)
	require.Equal(t, wrapup.Change{Kind: wrapup.Completed, Reason: "sale"}, d.out.Changes[0])
	require.False(t, d.s.Waiting())

	late := with(t, wrapup.Policy{}) // not submitted before the confirmation
	late.told(wrapup.Open, wrapup.DialogOpened)
	late.picks("sale")
	late.told(wrapup.Owe, wrapup.DueNow)
	late.ignores(wrapup.Withdraw, "OP-5")
	late.does(wrapup.Request{Action: wrapup.Submit}, wrapup.Change{Kind: wrapup.Completed, Reason: "sale"})
}

func TestTransferRefusedKeepsTheReason(t *testing.T) { // TRF-9
	d := with(t, wrapup.Policy{})
	d.told(wrapup.Open, wrapup.DialogOpened)
	d.picks("complaint")
	d.does(wrapup.Request{Action: wrapup.Submit}, wrapup.Change{Kind: wrapup.SubmitWaits, Reason: "complaint"})
	d.told(wrapup.Withdraw, wrapup.Withdrawn)
	require.Equal(t, wrapup.None, d.s.Phase())
	require.False(t, d.s.Waiting(), "the reason is kept, the submit is not")
	code, ok := d.s.Chosen()
	require.True(t, ok)
	require.Equal(t, wrapup.Code("complaint"), code)
	d.ignores(wrapup.Withdraw, "OP-5")

	d.told(wrapup.Owe, wrapup.DueNow)
	d.does(wrapup.Request{Action: wrapup.Submit}, wrapup.Change{Kind: wrapup.Completed, Reason: "complaint"})
}

func TestTimers(t *testing.T) { // END-6
	d := with(t, wrapup.Policy{Automatic: 30 * time.Second, Default: "other"})
	d.told(wrapup.Owe, wrapup.DueNow)
	since, ok := d.s.Since()
	require.True(t, ok)
	require.True(t, since.Equal(noon))
	by, armed := d.s.Deadline()
	require.True(t, armed)
	require.True(t, by.Equal(noon.Add(30*time.Second)))
	d.refused(wrapup.CancelCountdown, "END-6") // the policy does not allow it

	d.picks("sale") // picked and not submitted: the default goes all the same
	require.Equal(t, d.s, d.s.Tick(by.Add(-1), &d.out))
	require.Empty(t, d.out.Changes)
	d.s = d.s.Tick(by, &d.out)
	require.Equal(t, []wrapup.Change{{Kind: wrapup.Completed, Reason: "other", Automatic: true}}, d.out.Changes)
	_, armed = d.s.Deadline()
	require.False(t, armed)
	require.Equal(t, d.s, d.s.Tick(by.Add(time.Hour), &d.out))
	require.Empty(t, d.out.Changes)
}

func TestCancelCountdown(t *testing.T) { // END-6
	d := with(t, wrapup.Policy{Automatic: time.Minute, MayCancelAutomatic: true})
	d.told(wrapup.Open, wrapup.DialogOpened)
	_, armed := d.s.Deadline()
	require.False(t, armed, "nothing counts before it is due")
	d.refused(wrapup.CancelCountdown, "END-6")
	d.told(wrapup.Owe, wrapup.DueNow)
	d.does(wrapup.Request{Action: wrapup.CancelCountdown}, wrapup.Change{Kind: wrapup.CountdownStopped})
	d.refused(wrapup.CancelCountdown, "END-6")
	require.Equal(t, d.s, d.s.Tick(noon.Add(time.Hour), &d.out))
	_, ok := d.s.Since()
	require.True(t, ok, "the count-up goes on")

	by := with(t, wrapup.Policy{}) // by hand: no count-down to cancel
	by.told(wrapup.Owe, wrapup.DueNow)
	by.refused(wrapup.CancelCountdown, "END-6")
}

func TestConsultDialog(t *testing.T) { // CON-16, D2, PAR-13
	d := with(t, wrapup.Policy{Automatic: time.Second})
	d.told(wrapup.OpenForConsult, wrapup.ConsultOpened)
	_, timer := d.s.Since()
	_, armed := d.s.Deadline()
	require.False(t, timer || armed, "it has no timer")
	d.refused(wrapup.CancelCountdown, "END-6")
	d.refused(wrapup.Submit, "END-3")
	d.picks("sale")
	d.does(wrapup.Request{Action: wrapup.Submit}, wrapup.Change{Kind: wrapup.ConsultReason, Reason: "sale"})
	require.Equal(t, wrapup.None, d.s.Phase())
	_, chosen := d.s.Chosen()
	require.False(t, chosen, "it was the consult's reason, not the call's")

	d.told(wrapup.OpenForConsult, wrapup.ConsultOpened)
	d.does(wrapup.Request{Action: wrapup.Dismiss}, wrapup.Change{Kind: wrapup.ConsultDismissed})

	d.told(wrapup.OpenForConsult, wrapup.ConsultOpened)
	d.picks("sale")
	d.told(wrapup.OpenForConsult, wrapup.GaveWay, wrapup.ConsultOpened) // the next consult's
	_, chosen = d.s.Chosen()
	require.False(t, chosen)
	d.picks("sale")
	d.told(wrapup.Owe, wrapup.GaveWay, wrapup.DueNow)
	_, chosen = d.s.Chosen()
	require.False(t, chosen)
	d.ignores(wrapup.OpenForConsult, "OP-5")
	d.refused(wrapup.Dismiss, "END-7")
}

func TestConsultDialogGivesWayToTheTransfer(t *testing.T) { // D2, TRF-9
	d := with(t, wrapup.Policy{})
	d.told(wrapup.Open, wrapup.DialogOpened)
	d.picks("complaint")
	d.told(wrapup.Withdraw, wrapup.Withdrawn)
	d.told(wrapup.OpenForConsult, wrapup.ConsultOpened)
	_, chosen := d.s.Chosen()
	require.False(t, chosen, "the call's reason is not the consult's")
	d.ignores(wrapup.Withdraw, "OP-5")
	d.told(wrapup.Open, wrapup.GaveWay, wrapup.DialogOpened)
	code, _ := d.s.Chosen()
	require.Equal(t, wrapup.Code("complaint"), code, "the call's reason was kept")
	d.ignores(wrapup.OpenForConsult, "OP-5")
	d.ignores(wrapup.Open, "OP-5")
	d.refused(wrapup.Dismiss, "END-7")
}

func TestNotRequired(t *testing.T) { // END-7
	d := with(t, wrapup.Policy{NotRequired: true, Automatic: time.Second})
	d.ignores(wrapup.Open, "END-7")
	d.ignores(wrapup.OpenForConsult, "END-7")
	d.told(wrapup.Owe, wrapup.Waived)
	require.Equal(t, wrapup.Submitted, d.s.Phase())
	_, chosen := d.s.Chosen()
	require.False(t, chosen)
	_, armed := d.s.Deadline()
	require.False(t, armed)
}

func TestBuiltInReason(t *testing.T) { // END-7
	d := &dialog{t: t, now: noon} // the zero state: no reasons configured
	d.told(wrapup.Owe, wrapup.DueNow)
	d.does(wrapup.Request{Action: wrapup.Submit}, wrapup.Change{Kind: wrapup.Completed, Reason: "wrap-up"})

	d = &dialog{t: t, now: noon}
	d.told(wrapup.OpenForConsult, wrapup.ConsultOpened)
	d.does(wrapup.Request{Action: wrapup.Choose, Reason: "wrap-up"}) // it is picked already
	d.does(wrapup.Request{Action: wrapup.Submit}, wrapup.Change{Kind: wrapup.ConsultReason, Reason: "wrap-up"})

	var none wrapup.Reasons
	require.Equal(t, []wrapup.Reason{{Code: "wrap-up", Label: "Wrap Up"}}, none.All())
	one, ok := none.Lookup("wrap-up")
	require.True(t, ok)
	require.Equal(t, []wrapup.Reason{one}, none.Search("WRAP"))
	require.Empty(t, none.Search("sale"))
	_, ok = none.Lookup("sale")
	require.False(t, ok)
}

func TestMalformed(t *testing.T) {
	d := with(t, wrapup.Policy{Automatic: time.Minute})
	d.told(wrapup.Owe, wrapup.DueNow)
	for _, r := range []wrapup.Request{
		{}, {Action: wrapup.Dismiss + 1}, {Action: 99},
		{Action: wrapup.Choose}, {Action: wrapup.Choose, Reason: "golf"}, {Action: wrapup.Choose, Reason: "sale\x1fother"},
		{Action: wrapup.Submit, Reason: "sale"},
	} {
		s, err := d.s.Request(noon, r, &d.out)
		require.ErrorIs(t, err, wrapup.ErrInvalid, "%+v", r)
		require.Equal(t, d.s, s)
		var e *wrapup.Error
		require.ErrorAs(t, err, &e)
		require.NotEmpty(t, e.Field)
	}
	require.ErrorIs(t, d.s.May(0), wrapup.ErrInvalid)
	require.ErrorIs(t, d.s.May(wrapup.Dismiss+1), wrapup.ErrInvalid)
	require.ErrorIs(t, d.s.May(99), wrapup.ErrInvalid)
	d.ignores(0, "OP-5")
	d.ignores(wrapup.OpenForConsult+1, "OP-5")
	d.ignores(99, "OP-5")
}

func TestPolicyErrors(t *testing.T) {
	for name, p := range map[string]wrapup.Policy{
		"negative":         {Automatic: -1},
		"longer than days": {Automatic: 24*time.Hour + 1},
		"unlisted default": {Reasons: reasons(t), Default: "golf"},
		"no list":          {Default: "sale"},
	} {
		_, err := wrapup.New(p)
		require.ErrorIs(t, err, wrapup.ErrPolicy, name)
		var e *wrapup.Error
		require.ErrorAs(t, err, &e)
		require.NotEmpty(t, e.Field+e.Reason)
	}
	zero, err := wrapup.New(wrapup.Policy{})
	require.NoError(t, err)
	require.True(t, zero == wrapup.State{}, "the zero policy is the zero value's")
	_, err = wrapup.New(wrapup.Policy{Automatic: 24 * time.Hour, Default: "wrap-up"})
	require.NoError(t, err)
}
