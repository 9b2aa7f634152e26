package callcontrol

import (
	"context"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// The verbs are Do by another name, one for each button of a desktop; their
// outcomes are Do's.

func (d *Desk) do(ctx context.Context, id telephony.CallID, a interaction.Action) error {
	return d.Do(ctx, id, interaction.Request{Action: a})
}

// Available makes the agent Available (AGT-1, POP-16).
func (d *Desk) Available(ctx context.Context) error {
	return d.Person(ctx, agent.Request{Action: agent.GoAvailable})
}

// Idle makes the agent Idle with a code, empty for the default one; while
// anything is open, when the last of it is over (AGT-3).
func (d *Desk) Idle(ctx context.Context, code agent.IdleCode) error {
	return d.Person(ctx, agent.Request{Action: agent.GoIdle, Code: code})
}

// SignOut signs the agent out, unless something is in the way: a
// *callflow.SignOutBlocked lists it (POP-5, AGT-5).
func (d *Desk) SignOut(ctx context.Context) error {
	return d.Person(ctx, agent.Request{Action: agent.SignOut})
}

// Accept accepts a digital or a preview contact, or a call by softphone (POP-7,
// ANS-4, OUT-3).
func (d *Desk) Accept(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.Accept)
}

// Decline refuses what rings (ANS-6).
func (d *Desk) Decline(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.Decline)
}

// Skip passes a preview contact back to its campaign (OUT-3).
func (d *Desk) Skip(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.Skip)
}

// Remove takes a preview contact out of its campaign (OUT-3).
func (d *Desk) Remove(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.Remove)
}

// Cancel cancels a web callback or an outdial before the customer has answered
// (CBK-4, OUT-1).
func (d *Desk) Cancel(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.Cancel)
}

// Hold puts the customer on hold (HLD-3).
func (d *Desk) Hold(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.Hold)
}

// Resume takes the customer off hold (HLD-4, CON-17).
func (d *Desk) Resume(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.Resume)
}

// Consult rings a target while the customer is on hold (CON-8). It waits until
// the switch has taken it, not until somebody answers.
func (d *Desk) Consult(ctx context.Context, id telephony.CallID, to interaction.Target) error {
	return d.Do(ctx, id, interaction.Request{Action: interaction.Consult, To: to})
}

// HoldConsult puts Agent 2 on hold: the customer talks (PAR-5, HLD-6).
func (d *Desk) HoldConsult(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.HoldConsult)
}

// ResumeConsult takes Agent 2 off hold: the customer is held (PAR-20, HLD-6).
func (d *Desk) ResumeConsult(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.ResumeConsult)
}

// EndConsult ends the consult, or takes its ring back (CON-16, CON-23).
func (d *Desk) EndConsult(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.EndConsult)
}

// ExitConsult is Agent 2 leaving the consult (CON-15).
func (d *Desk) ExitConsult(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.ExitConsult)
}

// Conference joins all three (CNF-1).
func (d *Desk) Conference(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.StartConference)
}

// ExitConference is Agent 2 leaving the conference (CNF-3).
func (d *Desk) ExitConference(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.ExitConference)
}

// Transfer hands the call over: to Agent 2 of a consult or a conference, with a
// zero target (TRF-8, CNF-4), or blind to a target (TRF-7).
func (d *Desk) Transfer(ctx context.Context, id telephony.CallID, to interaction.Target) error {
	return d.Do(ctx, id, interaction.Request{Action: interaction.Transfer, To: to})
}

// AcceptTransfer is Agent 2 taking the call that he was asked to take (PAR-10).
func (d *Desk) AcceptTransfer(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.AcceptTransfer)
}

// DeclineTransfer is Agent 2 not taking it: the consult goes on (TRF-8).
func (d *Desk) DeclineTransfer(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.DeclineTransfer)
}

// End ends the call (END-1).
func (d *Desk) End(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.End)
}

// PauseRecording pauses the recording while sensitive data is given (REC-2).
func (d *Desk) PauseRecording(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.PauseRecording)
}

// ResumeRecording resumes it before its time is over (REC-4).
func (d *Desk) ResumeRecording(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.ResumeRecording)
}

// Mute mutes the agent's own leg (OP-7).
func (d *Desk) Mute(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.Mute)
}

// Unmute takes it back.
func (d *Desk) Unmute(ctx context.Context, id telephony.CallID) error {
	return d.do(ctx, id, interaction.Unmute)
}

// SendDigits sends DTMF digits (OP-7): 1 to 32 of 0-9, A-D, * and #.
func (d *Desk) SendDigits(ctx context.Context, id telephony.CallID, digits string) error {
	return d.Do(ctx, id, interaction.Request{Action: interaction.SendDigits, Digits: digits})
}

// Choose picks a wrap-up reason (END-3).
func (d *Desk) Choose(ctx context.Context, id telephony.CallID, reason wrapup.Code) error {
	return d.WrapUp(ctx, id, wrapup.Request{Action: wrapup.Choose, Reason: reason})
}

// Submit is Submit Wrap Up with the reason that was chosen (END-4).
func (d *Desk) Submit(ctx context.Context, id telephony.CallID) error {
	return d.WrapUp(ctx, id, wrapup.Request{Action: wrapup.Submit})
}

// CancelCountdown stops the automatic wrap-up, where the policy allows (END-6).
func (d *Desk) CancelCountdown(ctx context.Context, id telephony.CallID) error {
	return d.WrapUp(ctx, id, wrapup.Request{Action: wrapup.CancelCountdown})
}

// Dismiss closes the optional dialog of a consult that has ended (D2).
func (d *Desk) Dismiss(ctx context.Context, id telephony.CallID) error {
	return d.WrapUp(ctx, id, wrapup.Request{Action: wrapup.Dismiss})
}
