package callcontrol_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/telephony/simulator"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// entry is one line of the log.
type entry map[string]any

func (e entry) is(event string) bool   { return e["msg"] == event }
func (e entry) text(key string) string { s, _ := e[key].(string); return s }

// ops are the operations of an attribute, one or several.
func (e entry) ops(key string) (all []float64) {
	switch v := e[key].(type) {
	case float64:
		if v != 0 {
			all = append(all, v)
		}
	case []any:
		for _, op := range v {
			all = append(all, op.(float64))
		}
	}
	return all
}

// entries are the lines that were logged as JSON.
func (e *ear) entries(t testing.TB) (all []entry) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for line := range bytes.Lines(e.Bytes()) {
		var one entry
		require.NoError(t, json.Unmarshal(line, &one))
		all = append(all, one)
	}
	return all
}

// hears lets an ear hear everything that is logged, as JSON.
func (e *ear) hears(c *callcontrol.Config) {
	c.Logger = slog.New(slog.NewJSONHandler(e, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// untraced is what cannot be followed in a log: a request whose operation was
// never told to the switch, or never came to an end; a command, an answer or an
// outcome of an operation that nobody has asked for.
func untraced(log []entry) (gaps []string) {
	type operation struct {
		call string
		op   float64
	}
	type trail struct{ asked, told, over bool }
	all := map[operation]*trail{}
	at := func(e entry, op float64) *trail {
		key := operation{e.text("call"), op}
		if all[key] == nil {
			all[key] = new(trail)
		}
		return all[key]
	}
	gap := func(e entry, what string) { gaps = append(gaps, fmt.Sprint(what, ": ", e)) }
	for _, e := range log { // lines of one moment may stand in either order
		for _, op := range e.ops("ops") {
			if at(e, op).asked {
				gap(e, "asked twice")
			}
			at(e, op).asked = true
		}
	}
	for _, e := range log {
		for _, op := range e.ops("answers") {
			if !at(e, op).asked || at(e, op).over {
				gap(e, "answers nothing")
			}
			at(e, op).over = true
			if !slices.Contains(e.ops("op"), op) { // of a leg that had gone before it was to be cleared
				at(e, op).told = true
			}
		}
		for _, op := range e.ops("op") {
			switch {
			case !at(e, op).asked:
				gap(e, "of no request")
			case e.is(callcontrol.EventCommand):
				at(e, op).told = true
			case e.is(callcontrol.EventOrderOver):
				at(e, op).over = true
				at(e, op).told = at(e, op).told || e.text("why") == "superseded"
			}
		}
	}
	for key, t := range all {
		if !t.asked || !t.told || !t.over {
			gaps = append(gaps, fmt.Sprintf("%v: %+v", key, *t))
		}
	}
	slices.Sort(gaps)
	return gaps
}

// TestTraceable: a consult transfer, with an answer that is lost, a refusal, a
// denial, what is superseded and what needs no command, can be followed from each
// press to the fact that answered it, by call and op.
func TestTraceable(t *testing.T) {
	for name, records := range map[string]bool{"in memory": false, "in a store": true} {
		t.Run(name, func(t *testing.T) {
			log := &ear{}
			presses := 0
			bubble(t, func(c *callcontrol.Config) {
				schema, err := cad.NewSchema([]cad.Definition{{Name: "order", Editable: true}})
				require.NoError(t, err)
				reasons, err := wrapup.NewReasons(wrapup.Reason{Code: "sale", Label: "Sale"})
				require.NoError(t, err)
				c.Variables = schema
				c.Settings.Policy.WrapUp.Reasons = reasons
				log.hears(c)
				if records {
					c.Store = store.NewMemory()
				}
			}, func(s *stand) {
				press := func(err error) { presses++; require.NoError(s, err) }
				d := s.desks("A1", "A2")
				presses += 4
				s.calls("anna")
				s.answers("anna", "A1")
				s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Hold}, Do: simulator.Reject, Cause: telephony.DeviceFailure})
				presses++
				require.Error(s, d[0].Hold(s.ctx, "anna"), "refused")
				s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Mute}, Do: simulator.LoseAnswer})
				press(d[0].Mute(s.ctx, "anna"))
				press(d[0].Type(s.ctx, "anna", "order", "twelve"))
				press(d[0].Save(s.ctx, "anna"))
				press(d[0].Consult(s.ctx, "anna", interaction.ToAgent("A2")))
				synctest.Wait()
				s.answers("anna", "A2")
				presses++
				require.Error(s, d[0].Hold(s.ctx, "anna"), "denied")
				s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Transfer}, Do: simulator.LoseCommand})
				press(d[0].Transfer(s.ctx, "anna", interaction.Target{}))
				synctest.Wait()
				press(d[0].Choose(s.ctx, "anna", "sale"))
				press(d[0].Submit(s.ctx, "anna"))
				press(d[1].Hold(s.ctx, "anna"))
				s.sw.Inject(simulator.Fault{Verbs: []telephony.Verb{telephony.Retrieve}, Do: simulator.Silence, Every: true})
				presses++
				require.Error(s, d[1].Resume(s.ctx, "anna"), "the switch is silent")
				s.hangsUp("anna", 1)
				time.Sleep(time.Minute)
				synctest.Wait()
				number, err := dialnumber.New("+13125550188")
				require.NoError(s, err)
				id, err := d[0].Dial(s.ctx, number, "")
				press(err)
				press(d[0].Cancel(s.ctx, id))
				time.Sleep(time.Minute)
			})
			lines := log.entries(t)
			require.Empty(t, untraced(lines))
			outcomes, tries, ends := 0, 0.0, map[string]bool{}
			for _, e := range lines {
				switch {
				case e.is(callcontrol.EventOutcome):
					outcomes++
					ends[e.text("outcome")+e.text("rule")+e.text("cause")] = true
					waits := slices.ContainsFunc(lines, func(r entry) bool {
						return r.is(callcontrol.EventRequest) && r["call"] == e["call"] && r["agent"] == e["agent"] && r["action"] == e["action"] &&
							(len(e.ops("op")) == 0 || slices.Contains(r.ops("ops"), e.ops("op")[0]))
					})
					require.True(t, waits || e.text("call") == "" || e.text("outcome") == "denied", "an outcome of no request: %v", e)
				case e.is(callcontrol.EventCommand):
					tries = max(tries, e["try"].(float64))
				case e.is(callcontrol.EventOrderOver):
					ends[e.text("why")] = true
				}
			}
			require.Equal(t, presses, outcomes, "each press has one outcome")
			require.GreaterOrEqual(t, tries, 2.0, "an order was given again")
			for _, end := range []string{"donenone", "deniedHLD-3none", "faileddevice-failure", "pendingnone", "taken", "superseded"} {
				require.Contains(t, ends, end)
			}
			documented(t, lines)
		})
	}
}

// TestUntraced: a log with a gap is found out.
func TestUntraced(t *testing.T) {
	line := func(event string, pairs ...any) entry {
		e := entry{"msg": event, "call": "anna"}
		for i := 0; i < len(pairs); i += 2 {
			e[pairs[i].(string)] = pairs[i+1]
		}
		return e
	}
	asked := line(callcontrol.EventRequest, "ops", []any{3.0})
	told := line(callcontrol.EventCommand, "op", 3.0)
	fact := line(callcontrol.EventFact, "op", 3.0, "answers", []any{3.0})
	require.Empty(t, untraced([]entry{asked, told, fact}))
	require.Empty(t, untraced([]entry{asked, line(callcontrol.EventOrderOver, "op", 3.0, "why", "superseded")}))
	for _, log := range [][]entry{{asked, told}, {asked, fact}, {told, fact}, {asked, asked, told, fact}, {asked, told, fact, fact},
		{asked, told, fact, line(callcontrol.EventOutcome, "op", 4.0)}} {
		require.NotEmpty(t, untraced(log))
	}
}

// tally is a host's Metrics that counts.
type tally struct {
	mu   sync.Mutex
	of   map[callcontrol.Metric]map[callcontrol.Labels]int
	late []time.Duration
}

func (m *tally) note(metric callcontrol.Metric, of callcontrol.Labels, n int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.of == nil {
		m.of = map[callcontrol.Metric]map[callcontrol.Labels]int{}
	}
	if m.of[metric] == nil {
		m.of[metric] = map[callcontrol.Labels]int{}
	}
	m.of[metric][of] += n
}

func (m *tally) Add(metric callcontrol.Metric, n int64, of callcontrol.Labels) {
	m.note(metric, of, int(n))
}

func (m *tally) Observe(metric callcontrol.Metric, d time.Duration, of callcontrol.Labels) {
	m.note(metric, of, 1)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.late = append(m.late, d)
}

// labels are the sets of words from which labels come.
func labels() map[string]map[string]bool {
	sets := map[string]map[string]bool{"action": {}, "event": {}, "verb": {}, "record": {}, "": {"": true}}
	put := func(set string, words ...string) {
		for _, w := range words {
			sets[set][w] = true
		}
	}
	for a := interaction.Accept; a <= interaction.Refuse; a++ {
		put("action", a.String())
	}
	for a := agent.SignIn; a <= agent.GoIdle; a++ {
		put("action", a.String())
	}
	for a := wrapup.Choose; a <= wrapup.Dismiss; a++ {
		put("action", a.String())
	}
	put("action", interaction.NoAction.String(), agent.NoAction.String(), "Invalid", "Dial", "Type", "Revert", "Refresh Variables", "Fetch", "Save Variables")
	for k := range telephony.EventKinds {
		put("event", telephony.EventKind(k).String())
	}
	for v := range telephony.Verbs {
		put("verb", telephony.Verb(v).String())
	}
	put("record", "interaction", "agent")
	return sets
}

// outcomes are how what is measured can end.
var outcomes = map[callcontrol.Metric][]string{
	callcontrol.Requests:    {"done", "denied", "failed", "pending", "error"},
	callcontrol.RequestTime: {"done", "denied", "failed", "pending", "error"},
	callcontrol.Commands:    {"taken", "refused", "unknown"},
	callcontrol.Commits:     {"made", "conflict", "unknown", "refused"},
}

// small holds what was measured against the sets of words.
func (m *tally) small(t testing.TB) {
	sets := labels()
	for metric, seen := range m.of {
		for of := range seen {
			require.True(t, sets[metric.Of()][of.Of], "%v: %q is none of the %ss", metric, of.Of, metric.Of())
			if ends := outcomes[metric]; ends != nil {
				require.Contains(t, ends, of.Outcome, "%v", metric)
			} else {
				require.Empty(t, of.Outcome, "%v", metric)
			}
		}
	}
}

// TestMetricsAreTold: everything that can be measured is, with labels from the
// small sets alone.
func TestMetricsAreTold(t *testing.T) {
	m := &tally{}
	bubble(t, func(c *callcontrol.Config) { c.Metrics, c.Store = m, store.NewMemory() }, func(s *stand) {
		d := s.desks("A1")[0]
		s.calls("anna")
		time.Sleep(30 * time.Second) // a deadline: nobody answers
		synctest.Wait()
		require.NoError(s, d.Available(s.ctx))
		synctest.Wait()
		s.answers("anna", "A1")
		require.NoError(s, d.Hold(s.ctx, "anna"))
		s.sw.Drop()
		synctest.Wait()
		s.hangsUp("anna", 1)
		s.sw.DropEvents()
		s.sw.Restore()
		time.Sleep(10 * time.Second)
		synctest.Wait()
		require.Error(s, d.Hold(s.ctx, "anna"))
		require.Error(s, d.Do(s.ctx, "anna", interaction.Request{Action: 200}))
		s.sw.OffHook("A1")
		require.NoError(s, s.sw.Arrive("bert", telephony.Contact{Arrived: telephony.Endpoint{Kind: telephony.Queue, Address: "billing"}}))
		synctest.Wait()
	})
	for _, metric := range callcontrol.AllMetrics() {
		require.NotEmpty(t, m.of[metric], "%v is never told", metric)
	}
	m.small(t)
	require.Positive(t, m.of[callcontrol.Events][callcontrol.Labels{Of: "incoming"}], "arrivals are events too")
	require.Positive(t, m.of[callcontrol.Events][callcontrol.Labels{Of: "off-hook"}])
	require.Equal(t, 1, m.of[callcontrol.Requests][callcontrol.Labels{Of: "Hold", Outcome: "done"}])
	require.Equal(t, 1, m.of[callcontrol.RequestTime][callcontrol.Labels{Of: "Hold", Outcome: "denied"}])
	require.Equal(t, 2, m.of[callcontrol.Requests][callcontrol.Labels{Of: "Available", Outcome: "done"}])
	for _, d := range m.late {
		require.GreaterOrEqual(t, d, time.Duration(0))
	}
}

// idler is told, and keeps nothing.
type idler struct{ n atomic.Int64 }

func (i *idler) Add(callcontrol.Metric, int64, callcontrol.Labels)             { i.n.Add(1) }
func (i *idler) Observe(callcontrol.Metric, time.Duration, callcontrol.Labels) { i.n.Add(1) }

// TestObservingCostsNothing: an event is taken in without an allocation, whether
// nobody observes it, or a Metrics does that makes none, with a logger that does
// not want the details.
func TestObservingCostsNothing(t *testing.T) {
	counts := &idler{}
	for name, change := range map[string]func(*callcontrol.Config){
		"nobody":  func(*callcontrol.Config) {},
		"metrics": func(c *callcontrol.Config) { c.Metrics = counts },
		"logger":  func(c *callcontrol.Config) { c.Logger = slog.New(slog.NewTextHandler(&ear{}, nil)) },
	} {
		t.Run(name, func(t *testing.T) {
			_, l := busyWith(t, 1, change)
			i := 0
			require.Zero(t, testing.AllocsPerRun(1000, func() {
				i++
				_ = l.sink(flip("call-0", i))
			}))
		})
	}
	require.Greater(t, counts.n.Load(), int64(1000))
}
