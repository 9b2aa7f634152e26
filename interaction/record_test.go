package interaction

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

var shield = Policy{Recording: true, PrivacyShield: true}

func (p *play) recording(r telephony.Recording) *play {
	p.t.Helper()
	require.Equal(p.t, r.String(), p.s.Recording().String())
	return p
}

func paused(t testing.TB) *play {
	t.Helper()
	return talking(t, shield).ask(ag1, PauseRecording).recorded(telephony.Paused).recording(telephony.Paused)
}

func TestRecordedByItself(t *testing.T) { // REC-1
	p := begin(t, Opening{Policy: Policy{Recording: true}}).ask(Centre, Offer, a1).answers(ag1).
		commands("arrange talk [1]", "set-noise-reduction on true", "start-recording").recording(telephony.NotRecording)
	p.clone().recorded(telephony.RecordingOn).recording(telephony.RecordingOn)
	p.clone().recordingRefused().notices("#2 Recording not started: refused").wait().commands("start-recording").notices()
	p.wait().commands("start-recording").notices("#2 Recording not started: unknown")
	begin(t, Opening{Policy: Policy{Recording: true}, Capabilities: telephony.All &^ telephony.CanRecord}).
		ask(Centre, Offer, a1).answers(ag1).commands("arrange talk [1]", "set-noise-reduction on true")
	begin(t, Opening{}).ask(Centre, Offer, a1).answers(ag1).recording(telephony.NotRecording)
}

func TestPause(t *testing.T) { // REC-2, REC-3
	p := talking(t, shield).ask(ag1, PauseRecording).commands("pause-recording").recording(telephony.RecordingOn)
	p.recorded(telephony.Paused).recording(telephony.Paused).due(30e9)
	require.Equal(t, p.now.Add(30e9), p.s.Panes(ag1, nil)[0].PauseEnds)
	p.wait().commands("resume-recording").recording(telephony.Paused)
	p.recorded(telephony.RecordingOn).recording(telephony.RecordingOn).notices("#2 Recording resumed (Resume Recording)")
}

func TestPauseThatTheSwitchWillNot(t *testing.T) {
	talking(t, shield).ask(ag1, PauseRecording).recordingRefused().recording(telephony.RecordingOn).notices("#2 Operation failed (Pause Recording): refused")
	talking(t, shield).ask(ag1, PauseRecording).wait().recording(telephony.RecordingOn).commands("resume-recording"). // OP-4
																notices("#2 Operation unknown (Pause Recording): unknown")
}

func TestResumeIsTriedAgain(t *testing.T) { // REC-3: each operation time-out, told each time
	p := paused(t).wait().commands("resume-recording")
	for range 3 {
		p.due(5e9).wait().commands("resume-recording").notices("#2 Recording not resumed (Resume Recording): unknown").recording(telephony.Paused)
	}
	p.recordingRefused().notices("#2 Recording not resumed (Resume Recording): refused").recording(telephony.Paused).commands()
	p.due(5e9).wait().commands("resume-recording").notices() // he knows of the refusal
	p.recorded(telephony.RecordingOn).recording(telephony.RecordingOn)
	_, waits := p.s.Deadline()
	require.False(t, waits)
}

func TestResumedByHand(t *testing.T) { // REC-4
	p := paused(t).may(ag1, PauseRecording, "REC-4").later(10e9).ask(ag1, ResumeRecording).commands("resume-recording")
	p.may(ag1, ResumeRecording, "OP-1").may(ag1, PauseRecording, "REC-4").recorded(telephony.RecordingOn).may(ag1, ResumeRecording, "REC-4")
	q := paused(t)
	by, _ := q.s.Deadline()
	q.later(5e9).recorded(telephony.Paused).ignored("OP-5")
	again, _ := q.s.Deadline()
	require.Equal(t, by, again, "a second Pause lengthens nothing")
}

func TestWhereARecordingCanBePaused(t *testing.T) { // REC-5
	talking(t, shield).may(ag1, PauseRecording, "")
	held(t, shield).may(ag1, PauseRecording, "")
	talking(t, Policy{Recording: true}).may(ag1, PauseRecording, "REC-5") // no Privacy Shield
	talking(t, Policy{PrivacyShield: true}).may(ag1, PauseRecording, "REC-5")
	for _, p := range []*play{requested(t, shield, a2), consulting(t, shield), conference(t, shield), calling(t, Outdial, shield)} {
		by := p.s.Owner()
		if by == 0 {
			by = p.s.Offered()
		}
		p.may(by, PauseRecording, "REC-5")
	}
	consulting(t, shield).ask(ag2, ExitConsult).may(ag1, PauseRecording, "")
}

func TestTheClockIsNotBound(t *testing.T) { // REC-3: also in a consult or a conference begun meanwhile
	for _, p := range []*play{paused(t).ask(ag1, Consult, toQueue), paused(t).ask(ag1, Consult, a2).answers(ag2),
		paused(t).ask(ag1, Consult, a2).answers(ag2).ask(ag1, StartConference).arranged(cust, ag2)} {
		for p.now.Before(p.s.Panes(ag1, nil)[0].PauseEnds) {
			p.wait()
		}
		p.commands("resume-recording").recorded(telephony.RecordingOn).recording(telephony.RecordingOn)
	}
}

func TestPausesAndTransfers(t *testing.T) { // REC-6
	p := paused(t)
	by, _ := p.s.Deadline()
	p.ask(ag1, Consult, a2).answers(ag2).ask(ag1, Transfer).diverted(ag2).recording(telephony.Paused)
	again, _ := p.s.Deadline()
	require.Equal(t, by, again, "a consult transfer keeps it, clock and all")

	paused(t).ask(ag1, Transfer, a2).diverted(ag2).recording(telephony.NotRecording).
		answers(ag2).commands("arrange talk [1]", "set-noise-reduction on true", "start-recording")
	paused(t).ask(ag1, Transfer, toQueue).diverted(0).recording(telephony.NotRecording)
}

func TestRecorderOfASwitchThatCannotPause(t *testing.T) { // OP-7: what it does itself, only it can end
	p := begin(t, Opening{Policy: shield, Capabilities: telephony.All &^ telephony.CanPauseRecording}).ask(Centre, Offer, a1).answers(ag1)
	p.recorded(telephony.Paused).recording(telephony.Paused).may(ag1, ResumeRecording, "OP-7")
	_, waits := p.s.Deadline()
	require.False(t, waits)
	p.recorded(telephony.RecordingOn).recording(telephony.RecordingOn)
}

func TestFactsThatADigitalContactHasNot(t *testing.T) {
	p := chat(t)
	s := p.s
	p.recorded(telephony.RecordingOn).ignored("OP-5").arranged().ignored("OP-5").diverted(0).ignored("OP-5")
	require.Equal(t, s, p.s)
}
