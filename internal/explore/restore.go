package explore

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// written: a state that is written down and read back is the very state.
func written(s interaction.State) (interaction.State, string) {
	data, err := s.Snapshot()
	if err != nil {
		return s, "it cannot be written down: " + err.Error()
	}
	back, err := interaction.Restore(data)
	if err != nil {
		return s, "it cannot be restored: " + err.Error()
	}
	if back != s {
		return s, "it is restored as something else"
	}
	return back, ""
}

// restored: the restored state takes the step as the original has.
func restored(m callflow.Move) string {
	s, why := written(m.Before)
	if why != "" || m.Before.Phase() == interaction.NotBegun {
		return why
	}
	var out interaction.Output
	var err error
	switch {
	case m.Request.Action != interaction.NoAction:
		s, err = s.Request(m.At, m.Request, &out)
	case m.Fact.Kind != telephony.NoEvent:
		s, err = s.Fact(m.At, m.Fact, &out)
	default:
		s = s.Tick(m.At, &out)
	}
	if err != nil || s != m.After || !sameOutput(&out, m.Output) {
		return fmt.Sprintf("a restored state does otherwise than the original: %v", err)
	}
	return ""
}

func sameOutput(a, b *interaction.Output) bool {
	return slices.Equal(a.Commands, b.Commands) && slices.Equal(a.Agents, b.Agents) && slices.Equal(a.Notices, b.Notices) &&
		a.Want == b.Want && a.Ignored == b.Ignored
}

// reloaded: a floor that is written down, all of it, and read back takes the
// act as the original has (AGT-7).
func reloaded(before, after *callflow.Stage, acts []string) string {
	g := before.Clone()
	g.Watch(nil)
	for _, id := range g.Floor().Agents() {
		if _, err := g.Act(string(id) + " reloads the desktop"); err != nil {
			return "AGT-7: " + err.Error()
		}
	}
	for _, act := range acts {
		if _, err := g.Act(act); err != nil {
			return "AGT-7: " + err.Error()
		}
	}
	if string(g.AppendAbstract(nil)) != string(after.AppendAbstract(nil)) {
		return "AGT-7: after a reload it goes on otherwise"
	}
	return ""
}

var number = regexp.MustCompile(`:(\d+)|[\[,](\d+)`)

// bent writes other numbers into the state's snapshot: what stands there is
// taken away, one after the other, and a few are replaced at random. What is
// taken all the same, once for each form of it, no step leads out of what
// Restore takes.
func (x *walk) bent(s interaction.State, now time.Time) string {
	data, err := s.Snapshot()
	if err != nil {
		return "it cannot be written down: " + err.Error()
	}
	all := number.FindAllSubmatchIndex(data, -1)[1:] // the first is the version
	replaced := func(at []int, n int64) []byte {
		from, to := max(at[2], at[4]), max(at[3], at[5])
		return slices.Concat(data[:from:from], strconv.AppendInt(nil, n, 10), data[to:])
	}
	var documents [][]byte
	for _, at := range all {
		if data[max(at[2], at[4])] != '0' {
			documents = append(documents, replaced(at, 0))
		}
	}
	for range 4 {
		documents = append(documents, replaced(all[x.rnd.IntN(len(all))], 1+x.rnd.Int64N(7)))
	}
	for _, document := range documents {
		taken, err := interaction.Restore(document)
		if err != nil {
			continue
		}
		x.buf = taken.AppendAbstract(append(x.buf[:0], 'b'))
		if !x.first() {
			continue
		}
		x.res.Bent++
		if why := x.endures(taken, now); why != "" {
			return fmt.Sprintf("%s, in or after %s", why, document)
		}
	}
	return ""
}

// endures: no step leads from the state to one that Restore would not take.
func (x *walk) endures(s interaction.State, now time.Time) string {
	if _, why := written(s); why != "" {
		return why
	}
	for _, next := range after(s, now) {
		x.buf = next.AppendAbstract(append(x.buf[:0], 'n'))
		if !x.first() {
			continue
		}
		if _, why := written(next); why != "" {
			return why
		}
	}
	return ""
}

var targets = func() []interaction.Target {
	n, _ := dialnumber.New("+12015532447")
	return []interaction.Target{{}, interaction.ToAgent("A2"), interaction.ToQueue("support"), interaction.ToNumber(n), interaction.ToEPDN(n)}
}()

// after is where one step leads: whatever is allowed, to any target, any fact
// about who is here, the next deadline.
func after(s interaction.State, now time.Time) []interaction.State {
	var out interaction.Output
	var all []interaction.State
	add := func(next interaction.State, err error) {
		if err == nil && next != s && !slices.Contains(all, next) {
			all = append(all, next)
		}
	}
	for _, by := range []interaction.Party{interaction.Centre, s.Owner(), s.Consulted(), s.Offered()} {
		for a := interaction.Accept; a <= interaction.Refuse; a++ {
			for _, to := range targets {
				if s.May(by, a) == nil {
					add(s.Request(now, interaction.Request{By: by, Action: a, To: to}, &out))
				}
			}
		}
	}
	if by, ok := s.Deadline(); ok {
		add(s.Tick(by, &out), nil)
	}
	customer, consulted := s.Customer(), s.Consulted()
	for _, leg := range []telephony.Leg{0, customer, s.Owner(), consulted, s.Offered()} {
		for k := telephony.Alerting; k <= telephony.Failed; k++ {
			for _, op := range []telephony.Op{0, s.Operation(), s.RecordingOperation(), s.ConsultOperation()} {
				e := telephony.Event{Kind: k, Leg: leg, Op: op}
				switch k {
				case telephony.Arranged:
					e.Leg, e.Talk = 0, telephony.LegsOf(leg)
					add(s.Fact(now, telephony.Event{Kind: k, Talk: telephony.LegsOf(customer, leg), Op: op}, &out))
				case telephony.Recorded:
					e.Leg, e.Recording = 0, telephony.Recording(leg%3)
				}
				add(s.Fact(now, e, &out))
			}
		}
	}
	return all
}
