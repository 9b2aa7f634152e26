package telephony_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func TestObey(t *testing.T) {
	talk := telephony.LegsOf(1, 3)
	to := func(k telephony.EndpointKind) telephony.Endpoint { return telephony.Endpoint{Kind: k, Address: "x"} }
	arranged := telephony.Event{Kind: telephony.Arranged, Talk: talk}
	rings := telephony.Event{Kind: telephony.Alerting, Leg: 3}
	cleared := telephony.Event{Kind: telephony.Gone, Leg: 3, Cause: telephony.Cancelled}
	handed := []telephony.Event{{Kind: telephony.Diverted, Leg: 3}, {Kind: telephony.Gone, Leg: 2, Cause: telephony.Transferred}}
	nothing := []telephony.Event(nil)
	for verb, want := range map[telephony.Verb][]telephony.Event{
		telephony.NoVerb:            nothing,
		telephony.Dial:              {rings},
		telephony.ConsultationCall:  {arranged, rings},
		telephony.Hold:              {arranged},
		telephony.Retrieve:          {arranged},
		telephony.Alternate:         {arranged},
		telephony.Reconnect:         {cleared, arranged},
		telephony.Arrange:           {arranged},
		telephony.Conference:        {arranged},
		telephony.Transfer:          handed,
		telephony.SingleStep:        append(handed[:2:2], rings),
		telephony.Clear:             {cleared},
		telephony.ClearCall:         nothing, // it knows no legs: see the table of package telephony
		telephony.Answer:            {{Kind: telephony.Answered, Leg: 3}},
		telephony.StartRecording:    {{Kind: telephony.Recorded, Recording: telephony.RecordingOn}},
		telephony.PauseRecording:    {{Kind: telephony.Recorded, Recording: telephony.Paused}},
		telephony.ResumeRecording:   {{Kind: telephony.Recorded, Recording: telephony.RecordingOn}},
		telephony.Mute:              nothing,
		telephony.Unmute:            nothing,
		telephony.SendDigits:        nothing,
		telephony.SetNoiseReduction: nothing,
	} {
		for i := range want {
			want[i].Call, want[i].Op = "c1", 7
		}
		var got []telephony.Event
		telephony.Obey(telephony.Command{Call: "c1", Op: 7, Verb: verb, Leg: 3, Owner: 2, Talk: talk, To: to(telephony.Agent)},
			func(e telephony.Event) { got = append(got, e) })
		require.Equal(t, want, got, verb)
	}
}

// A queue, an entry point or an EP-DN does not ring (duty 15), and nobody in
// particular does either when a call is sent on to one.
func TestObeyRingsNobodyInAQueue(t *testing.T) {
	for k := telephony.Agent; k <= telephony.Customer; k++ {
		var got []telephony.EventKind
		emit := func(e telephony.Event) { got = append(got, e.Kind) }
		telephony.Obey(telephony.Command{Verb: telephony.ConsultationCall, Leg: 3, To: telephony.Endpoint{Kind: k}}, emit)
		want := []telephony.EventKind{telephony.Arranged, telephony.Alerting}
		if k == telephony.Queue || k == telephony.EntryPoint || k == telephony.EPDN {
			want = want[:1]
		}
		require.Equal(t, want, got, k)
	}
	var got []telephony.EventKind
	telephony.Obey(telephony.Command{Verb: telephony.SingleStep, Owner: 2}, func(e telephony.Event) { got = append(got, e.Kind) })
	require.Equal(t, []telephony.EventKind{telephony.Diverted, telephony.Gone}, got)
}

// Every event that answers is one that the rules know, and correlates.
func TestObeyCorrelates(t *testing.T) {
	for v := range telephony.Verb(telephony.Verbs) {
		telephony.Obey(telephony.Command{Call: "c9", Op: 5, Verb: v, Leg: 2, Owner: 1}, func(e telephony.Event) {
			require.Equal(t, telephony.CallID("c9"), e.Call)
			require.Equal(t, telephony.Op(5), e.Op)
			require.NotEqual(t, telephony.NoEvent, e.Kind)
		})
	}
}
