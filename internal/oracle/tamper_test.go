package oracle

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// step is one step of a life that was led as the rules say.
type step struct {
	what          Happening
	before, after interaction.State
	out           interaction.Output
}

// life leads an inbound call through a consult, a conference and a transfer.
func life(t *testing.T) []step {
	t.Helper()
	var out interaction.Output
	now := time.Unix(1_000_000, 0)
	s, err := interaction.New(now, interaction.Opening{Kind: interaction.Inbound, Capabilities: telephony.All,
		Policy: interaction.Policy{Recording: true, PrivacyShield: true, AskBeforeTransfer: true}}, &out)
	require.NoError(t, err)
	var steps []step
	var take func(h Happening)
	take = func(h Happening) {
		before := s
		if h.Fact.Kind != telephony.NoEvent {
			s, err = before.Fact(now, h.Fact, &out)
		} else {
			s, err = before.Request(now, h.Request, &out)
		}
		require.NoError(t, err, h.String())
		steps = append(steps, step{h, before, s, interaction.Output{Agents: slices.Clone(out.Agents), Notices: slices.Clone(out.Notices)}})
		for _, c := range slices.Clone(out.Commands) {
			telephony.Obey(c, func(e telephony.Event) { take(Happening{Fact: e}) })
		}
	}
	fact := func(e telephony.Event) { take(Happening{Fact: e}) }
	press := func(by interaction.Party, a interaction.Action, to interaction.Target) {
		take(Happening{Request: interaction.Request{By: by, Action: a, To: to}})
	}
	none := interaction.Target{}
	press(interaction.Centre, interaction.Offer, interaction.ToAgent("ann"))
	fact(telephony.Event{Kind: telephony.Answered, Leg: 2})
	press(2, interaction.Hold, none)
	press(2, interaction.Resume, none)
	press(2, interaction.PauseRecording, none)
	press(2, interaction.Consult, interaction.ToAgent("bob"))
	fact(telephony.Event{Kind: telephony.Answered, Leg: 3})
	press(2, interaction.HoldConsult, none)
	press(2, interaction.ResumeConsult, none)
	press(2, interaction.Transfer, none)
	press(3, interaction.DeclineTransfer, none)
	press(2, interaction.StartConference, none)
	press(3, interaction.ExitConference, none)
	press(2, interaction.Consult, interaction.ToAgent("cid"))
	press(4, interaction.Decline, none)
	press(2, interaction.Consult, interaction.ToNumber(number))
	press(2, interaction.EndConsult, none)
	press(2, interaction.Consult, interaction.ToAgent("dan"))
	fact(telephony.Event{Kind: telephony.Answered, Leg: 6})
	press(2, interaction.Transfer, none)
	press(6, interaction.AcceptTransfer, none)
	fact(telephony.Event{Kind: telephony.Gone, Leg: 1, Cause: telephony.HungUp})
	return steps
}

// TestTampered shows that the oracle can fail: whatever is seen otherwise, in
// any step of a life, is found.
func TestTampered(t *testing.T) {
	tampers := []struct {
		name string
		do   func(*Situation, *interaction.Output) bool // false: there is nothing of it here
	}{
		{"the customer's hold", func(v *Situation, _ *interaction.Output) bool {
			v.Customer.Held = !v.Customer.Held
			return v.Customer.here()
		}},
		{"Agent 2's hold", func(v *Situation, _ *interaction.Output) bool {
			v.Agent2.Held = !v.Agent2.Held
			return v.Agent2.here()
		}},
		{"both holds and their labels", func(v *Situation, _ *interaction.Output) bool {
			v.Customer.Held, v.Agent2.Held = !v.Customer.Held, !v.Agent2.Held
			label(&v.Scene)
			return v.Stage == Consulting
		}},
		{"the label on the customer's pane", func(v *Situation, _ *interaction.Output) bool {
			v.Agent1.Sees = interaction.InConference
			return v.Agent1.here() && v.Stage != Conference
		}},
		{"the label on the second pane", func(v *Situation, _ *interaction.Output) bool {
			v.AboutAgent2 = interaction.ConsultRequested
			return v.Agent2.here()
		}},
		{"Agent 2's own label", func(v *Situation, _ *interaction.Output) bool {
			v.Agent2.Sees = interaction.Connected
			return v.Agent2.here()
		}},
		{"a wish in flight that nobody has", func(v *Situation, _ *interaction.Output) bool {
			v.InFlight = interaction.Cancel
			return true
		}},
		{"a wish in flight that is lost", func(v *Situation, _ *interaction.Output) bool {
			had := v.InFlight
			v.InFlight = interaction.NoAction
			return had != interaction.NoAction
		}},
		{"a conference too early", func(v *Situation, _ *interaction.Output) bool {
			had := v.Stage
			v.Stage, v.Customer.Held, v.Agent2.Held = Conference, false, false
			label(&v.Scene)
			return had == Consulting
		}},
		{"the wrong owner", func(v *Situation, _ *interaction.Output) bool {
			v.Agent1.Party, v.Agent2.Party = v.Agent2.Party, v.Agent1.Party
			return v.Agent2.here()
		}},
		{"an owner who stays", func(v *Situation, _ *interaction.Output) bool {
			v.Agent1 = Person{Party: 2, Phone: telephony.LegUp}
			return v.Stage == Over
		}},
		{"an end that was not", func(v *Situation, _ *interaction.Output) bool {
			live := v.Stage != Over
			v.Scene = over("", *v, interaction.ByAgent).After
			return live
		}},
		{"the wrong ending", func(v *Situation, _ *interaction.Output) bool {
			v.Ending = interaction.WasDropped
			return v.Stage == Over
		}},
		{"the recording", func(v *Situation, _ *interaction.Output) bool {
			v.Recording = (v.Recording + 1) % 3
			return v.Stage != Over
		}},
		{"a question that nobody put", func(v *Situation, _ *interaction.Output) bool {
			v.Asked = !v.Asked
			return v.Agent2.here()
		}},
		{"a phone", func(v *Situation, _ *interaction.Output) bool {
			v.Offered.Phone = telephony.LegUp
			return v.Offered.here()
		}},
		{"a fate that is missing", func(_ *Situation, o *interaction.Output) bool {
			had := len(o.Agents) > 0
			o.Agents = o.Agents[:max(0, len(o.Agents)-1)]
			return had
		}},
		{"a fate too many", func(_ *Situation, o *interaction.Output) bool {
			o.Agents = append(o.Agents, interaction.AgentEvent{Party: 2, Kind: interaction.Missed})
			return true
		}},
		{"another fate", func(_ *Situation, o *interaction.Output) bool {
			for i, e := range o.Agents {
				if e.Kind == interaction.Released {
					o.Agents[i].Kind = interaction.WrapUpDue
					return true
				}
			}
			return false
		}},
		{"a notice that is missing", func(_ *Situation, o *interaction.Output) bool {
			had := len(o.Notices)
			o.Notices = slices.DeleteFunc(o.Notices, func(n interaction.Notice) bool { return !slices.Contains(free, n.Kind) })
			return had > len(o.Notices)
		}},
		{"a notice too many", func(_ *Situation, o *interaction.Output) bool {
			o.Notices = append(o.Notices, interaction.Notice{To: 2, Kind: interaction.ConsultFailed})
			return true
		}},
	}
	steps := life(t)
	for _, tamper := range tampers {
		t.Run(tamper.name, func(t *testing.T) {
			tried := 0
			for _, st := range steps {
				v, after := See(st.before), See(st.after)
				v.Past = Past{Blind: No, Search: No, EPDN: No, HeldBefore: No, Answering: No}
				out := interaction.Output{Agents: slices.Clone(st.out.Agents), Notices: slices.Clone(st.out.Notices)}
				unasked := st.what.Fact.Kind == telephony.Recorded || st.what.Fact.Kind == telephony.Arranged
				if !tamper.do(&after, &out) || unasked {
					continue // a fact may be told early or late, and has more than one reading
				}
				tried++
				require.Error(t, compare(v, after, st.what, &out), "%v in %v", st.what, v.Scene)
			}
			require.NotZero(t, tried)
		})
	}
}

// TestLife is the same life, seen as it is.
func TestLife(t *testing.T) {
	for _, st := range life(t) {
		require.NoError(t, Compare(st.before, st.after, st.what, &st.out))
		require.NoError(t, CompareMay(st.after))
	}
}

// TestButtons shows that a button in the wrong state is found, each of them, and
// that there is a rule for what is denied and none for what is not.
func TestButtons(t *testing.T) {
	seen := map[interaction.Action][2]bool{}
	for _, st := range life(t) {
		v := See(st.after)
		v.Past = Past{EPDN: No, Answering: No}
		for _, p := range []interaction.Party{v.Customer.Party, v.Agent1.Party, v.Agent2.Party, v.Offered.Party} {
			for _, a := range interaction.Actions() {
				pair, may := seen[a], Permitted(v, v.role(p), a)
				if may {
					pair[0] = true
				} else {
					pair[1] = true
				}
				seen[a] = pair
				require.Equal(t, may, len(Why(v, v.role(p), a)) == 0, "%v by the %v in %v: permitted or not, and why not", a, v.role(p), v.Scene)
			}
		}
	}
	for a, pair := range seen {
		never := a == interaction.Skip || a == interaction.Remove || a == interaction.Cancel // no call of this kind
		require.Equal(t, !never, pair[0], "%v is never permitted", a)
		require.True(t, pair[1], "%v is always permitted", a)
	}
}
