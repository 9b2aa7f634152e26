package explore

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// someMoves are one of each form from a few walks.
func someMoves(t *testing.T) []callflow.Move {
	t.Helper()
	var all []callflow.Move
	for _, w := range Worlds() {
		if !slices.Contains([]string{"two agents", "a slow switch, an outsider", "two agents whose phones have a hold key"}, w.Name) {
			continue
		}
		x, err := begin(w)
		require.NoError(t, err)
		x.nodes[0].stage.Watch(func(m callflow.Move) {
			before := len(x.forms)
			x.watch(m)
			if len(x.forms) == before && m.Fact.Kind != telephony.Failed {
				return
			}
			out := *m.Output
			out.Commands, out.Agents, out.Notices = slices.Clone(out.Commands), slices.Clone(out.Agents), slices.Clone(out.Notices)
			m.Output = &out
			all = append(all, m)
		})
		_, err = x.walk()
		require.NoError(t, err)
	}
	return all
}

// command changes the first command that pick picks; false when there is none.
func command(m *callflow.Move, pick func(telephony.Command) bool, change func(*telephony.Command)) bool {
	i := slices.IndexFunc(m.Output.Commands, pick)
	if i >= 0 {
		out := *m.Output
		out.Commands = slices.Clone(out.Commands)
		change(&out.Commands[i])
		m.Output = &out
	}
	return i >= 0
}

func drop(m *callflow.Move, pick func(telephony.Command) bool) bool {
	return command(m, pick, func(c *telephony.Command) { c.Verb = telephony.NoVerb })
}

func verb(vs ...telephony.Verb) func(telephony.Command) bool {
	return func(c telephony.Command) bool { return slices.Contains(vs, c.Verb) }
}

func anyCommand(telephony.Command) bool { return true }

// ignored is a fact that changes nothing, where it has changed something.
func ignored(kinds ...telephony.EventKind) func(*callflow.Move) bool {
	return func(m *callflow.Move) bool {
		was := m.After
		m.After = m.Before
		return slices.Contains(kinds, m.Fact.Kind) && was != m.Before && was.Phase() != interaction.Ended
	}
}

// planted are faults of a step, each with the check that has to find it.
var planted = []struct {
	name  string
	check func(callflow.Move) string
	says  string
	plant func(*callflow.Move) bool // false: there is nothing of it in this step
}{
	{"gone, and still here", told, "OP-8", ignored(telephony.Gone)},
	{"answered, and still ringing", told, "ANS-4", ignored(telephony.Answered)},
	{"ringing, and nobody knows", told, "ANS-1", func(m *callflow.Move) bool {
		return ignored(telephony.Alerting)(m) && m.Before.Leg(m.Fact.Leg) == telephony.LegDialled
	}},
	{"held on the device, and nobody knows", told, "HLD-2", ignored(telephony.DeviceHeld, telephony.DeviceRetrieved)},
	{"arranged, and others talk", told, "HLD-6", func(m *callflow.Move) bool {
		hears := m.After.Hears()
		return ignored(telephony.Arranged)(m) && hears != m.Before.Hears()
	}},
	{"arranged, and still in flight", told, "OP-1", func(m *callflow.Move) bool {
		m.After, m.Fact.Talk = m.Before, m.Before.Hears()
		return m.Fact.Kind == telephony.Arranged && m.Fact.Op == m.Before.Operation() && m.Fact.Op != 0 && accepted(m.Before)
	}},
	{"diverted, and nothing has happened", told, "OP-1", func(m *callflow.Move) bool {
		return ignored(telephony.Diverted)(m) && m.Fact.Op == m.Before.Operation()
	}},
	{"diverted, and its agent is still here", told, "TRF-9", func(m *callflow.Move) bool {
		was := m.Before
		m.After = plainly(was)
		return m.Fact.Kind == telephony.Diverted && was.Owner() != 0 && was != m.After
	}},
	{"recorded, and the indicator says otherwise", told, "REC-6", ignored(telephony.Recorded)},
	{"refused, and still in flight", told, "OP-1", func(m *callflow.Move) bool {
		return ignored(telephony.Failed)(m) && (m.Fact.Op == m.Before.Operation() || m.Fact.Op == m.Before.RecordingOperation())
	}},
	{"not rung, and still rung", told, "CON-13", func(m *callflow.Move) bool {
		return ignored(telephony.Failed)(m) && m.Fact.Op != m.Before.Operation() && m.Before.Leg(m.Fact.Leg) == telephony.LegDialled
	}},
	{"a deadline that does nothing", told, "OP-4", func(m *callflow.Move) bool {
		m.After = m.Before
		return m.Fact.Kind == telephony.NoEvent && m.Request.Action == interaction.NoAction && m.Before.Phase() != interaction.NotBegun
	}},
	{"a fact that brings back what has ended", told, "OP-3", func(m *callflow.Move) bool {
		m.Before, m.After = m.After, m.Before
		return m.Before.Phase() == interaction.Ended && m.Fact.Kind != telephony.NoEvent && m.Before != m.After
	}},

	{"a request of which the switch is not told", requested, "OP-8", func(m *callflow.Move) bool {
		return m.Request.Action != interaction.NoAction && drop(m, anyCommand)
	}},
	{"another verb", requested, "OP-8", func(m *callflow.Move) bool {
		return m.Request.Action != interaction.NoAction && command(m, verb(telephony.Hold, telephony.Retrieve), func(c *telephony.Command) { c.Verb = telephony.Arrange })
	}},
	{"another leg", requested, "OP-8", func(m *callflow.Move) bool {
		return m.Request.Action != interaction.NoAction && command(m, anyCommand, func(c *telephony.Command) { c.Leg++ })
	}},
	{"another arrangement", requested, "OP-8", func(m *callflow.Move) bool {
		return m.Request.Action != interaction.NoAction && command(m, func(c telephony.Command) bool { return c.Verb.Media() }, func(c *telephony.Command) { c.Talk = c.Talk.With(9) })
	}},
	{"another target", requested, "OP-8", func(m *callflow.Move) bool {
		return !m.Request.To.IsZero() && command(m, anyCommand, func(c *telephony.Command) { c.To.Address = "nobody" })
	}},
	{"one command too many", requested, "OP-8", func(m *callflow.Move) bool {
		out := *m.Output
		out.Commands = append(slices.Clone(out.Commands), telephony.Command{Verb: telephony.Arrange, Talk: m.After.Hears()})
		m.Output = &out
		return m.Request.Action != interaction.NoAction
	}},

	{"another owner's arrangement", arrangements, "OP-8", func(m *callflow.Move) bool {
		return command(m, func(c telephony.Command) bool { return c.Verb.Media() }, func(c *telephony.Command) { c.Owner++ })
	}},
	{"an arrangement that is not so", arrangements, "OP-8", func(m *callflow.Move) bool {
		return command(m, verb(telephony.Arrange), func(c *telephony.Command) { c.Talk = telephony.Legs{m.After.Customer() + 1} })
	}},
	{"a wish that joins a stranger", arrangements, "HLD-6", func(m *callflow.Move) bool {
		return command(m, func(c telephony.Command) bool { return c.Verb.Media() && c.Op == m.After.Operation() }, func(c *telephony.Command) { c.Talk = c.Talk.With(99) })
	}},
	{"a swap that holds both", arrangements, "HLD-6", func(m *callflow.Move) bool {
		return command(m, verb(telephony.Alternate), func(c *telephony.Command) { c.Talk = telephony.Legs{} })
	}},
	{"a wish under another number", inFlight, "OP-1", func(m *callflow.Move) bool {
		op := m.After.Operation()
		return op != m.Before.Operation() && op != 0 && command(m, func(c telephony.Command) bool { return c.Op == op }, func(c *telephony.Command) { c.Op += 100 })
	}},
	{"a recording under another number", inFlight, "OP-1", func(m *callflow.Move) bool {
		op := m.After.RecordingOperation()
		return op != m.Before.RecordingOperation() && op != 0 && command(m, func(c telephony.Command) bool { return c.Op == op }, func(c *telephony.Command) { c.Op += 100 })
	}},
	{"a phone that is not rung", rings, "ANS-1", func(m *callflow.Move) bool {
		return drop(m, verb(telephony.Dial, telephony.ConsultationCall, telephony.SingleStep)) && (m.After.Leg(m.After.Offered()) == telephony.LegDialled && m.Before.Offered() != m.After.Offered())
	}},
	{"a leg that is left behind", leavings, "OP-8", func(m *callflow.Move) bool {
		left := m.Before.Leg(m.Before.Offered()) == telephony.LegDialled && m.After.Role(m.Before.Offered()) == interaction.Nobody && m.Fact.Leg != m.Before.Offered()
		return drop(m, verb(telephony.Clear, telephony.ClearCall)) && left
	}},
	{"a call that is left behind", leavings, "OP-8", func(m *callflow.Move) bool {
		return drop(m, verb(telephony.ClearCall)) && m.Before.Customer() != 0
	}},
	{"a consequence of which the switch is not told", consequences, "OP-8", func(m *callflow.Move) bool {
		return drop(m, verb(telephony.Arrange, telephony.Reconnect)) && m.Before.Owner() != m.After.Owner()
	}},
	{"an exit that leaves the customer on hold", consequences, "OP-8", func(m *callflow.Move) bool {
		return m.Request.Action == interaction.ExitConsult && m.Before.OnHold(m.Before.Customer()) && drop(m, verb(telephony.Reconnect))
	}},

	{"a restored state that says otherwise", restored, "a restored state", func(m *callflow.Move) bool {
		return m.Before.Phase() != interaction.NotBegun && drop(m, anyCommand)
	}},
	{"a restored state that goes elsewhere", restored, "a restored state", func(m *callflow.Move) bool {
		changed := m.After != m.Before
		m.After = m.Before
		return changed && m.Before.Phase() != interaction.NotBegun
	}},
}

// plainly is the state after somebody has held or resumed: another than it was,
// with the same people.
func plainly(s interaction.State) interaction.State {
	var out interaction.Output
	by, ok := s.Deadline()
	if !ok {
		return s
	}
	return s.Tick(by, &out)
}

// TestPlanted: each fault is found by its check, wherever it can be planted.
func TestPlanted(t *testing.T) {
	all := someMoves(t)
	for _, m := range all {
		for _, check := range []func(callflow.Move) string{told, requested, commanded, restored} {
			require.Empty(t, check(m))
		}
	}
	for _, p := range planted {
		t.Run(p.name, func(t *testing.T) {
			tried := 0
			for _, m := range all {
				if !p.plant(&m) {
					continue
				}
				tried++
				require.True(t, strings.HasPrefix(p.check(m), p.says), "%v, %v, in %v: %q", m.Request, m.Fact, m.Before.Phase(), p.check(m))
			}
			require.NotZero(t, tried)
		})
	}
}

// TestStuck: an agent who cannot get away is found, each way of being stuck.
func TestStuck(t *testing.T) {
	free := place{over: true, quiet: -1}
	for _, c := range []struct {
		name   string
		places []place
		back   [][]edge
		at     int
		says   string
	}{
		{"nobody", []place{{quiet: -1}, free}, [][]edge{nil, {{from: 0}}}, -1, ""},
		{"no way to the end", []place{{quiet: -1}, free}, [][]edge{nil, nil}, 0, "the end cannot be reached"},
		{"an offer without a deadline", []place{{reserved: 1, quiet: -1}, free}, [][]edge{nil, {{from: 0}}}, 0, "agent 1 is Reserved"},
		{"an offer that begins again", []place{{reserved: 2, quiet: 1}, {reserved: 2, quiet: 0}, free}, [][]edge{{{from: 1}}, {{from: 0}}, {{from: 1}}}, 0, "agent 2 is Reserved"},
		{"an offer that ends", []place{{reserved: 1, quiet: 1}, free}, [][]edge{nil, {{from: 0}}}, -1, ""},
		{"a call that only hanging up ends", []place{{engaged: 1, quiet: -1}, free}, [][]edge{nil, {{from: 0, hungUp: true}}}, 0, "agent 1 stays Engaged"},
	} {
		i, why := stuck(c.places, c.back)
		require.Equal(t, c.at, i, c.name)
		require.True(t, strings.HasPrefix(why, c.says) && (why == "") == (c.says == ""), "%s: %s", c.name, why)
	}
}

// TestRefused: a press that is refused otherwise than May says, or for a rule
// that is none of its target's, is found.
func TestRefused(t *testing.T) {
	var s agent.State
	target := s.MayReceiveTransfer()
	other := interaction.State{}.May(1, interaction.Hold)
	press := move{act: "A1 transfers to A2", action: interaction.Transfer}
	require.Empty(t, press.refused(target, target))
	require.Contains(t, press.refused(nil, target), "May allows it")
	require.Contains(t, press.refused(target, nil), "May denies it")
	require.Contains(t, press.refused(target, other), "it is refused with")
	require.Contains(t, press.refused(other, other), "no rule about its target")
}
