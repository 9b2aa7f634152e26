package interaction

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// representatives are states that between them show every phase, held and not,
// with an agent and with an outsider, and each kind of wish in flight.
func representatives(t testing.TB) []*play {
	pol := Policy{Recording: true, PrivacyShield: true, RemoveFromCampaign: true, EndCallForWebCallback: true}
	ask := pol
	ask.AskBeforeTransfer = true
	kind := func(k Kind) *play { return begin(t, Opening{Kind: k, Policy: pol}) }
	return []*play{
		{},
		kind(Inbound),
		kind(Inbound).ask(Centre, Offer, a1),
		kind(Inbound).ask(Centre, Offer, a1).rings(ag1),
		kind(Inbound).ask(Centre, Offer, a1).rings(ag1).ask(ag1, Accept),
		kind(CourtesyCallback).ask(Centre, Offer, a1).rings(1),
		kind(WebCallback).ask(Centre, Offer, a1).rings(1),
		kind(Preview).ask(Centre, Offer, a1),
		kind(Chat).ask(Centre, Offer, a1),
		kind(Outdial),
		calling(t, CourtesyCallback, pol),
		calling(t, WebCallback, pol),
		calling(t, Outdial, pol),
		talking(t, pol),
		talking(t, pol).ask(ag1, Hold),
		talking(t, pol).ask(ag1, PauseRecording),
		talking(t, pol).ask(ag1, PauseRecording).recorded(telephony.Paused),
		held(t, pol),
		held(t, pol).ask(ag1, Resume),
		chat(t),
		talking(t, pol).ask(ag1, Transfer, a2),
		talking(t, pol).ask(ag1, Transfer, a2).answers(ag2),
		talking(t, pol).ask(ag1, Transfer, toQueue),
		talking(t, pol).ask(ag1, Transfer, toQueue).leaves(ag1),
		talking(t, pol).ask(ag1, Transfer, a2).leaves(ag1),
		talking(t, pol).ask(ag1, Transfer, a2).diverted(ag2).rings(ag2),
		talking(t, pol).ask(ag1, Transfer, toNumber).diverted(ag2).rings(ag2),
		requested(t, pol, a2),
		requested(t, pol, a2).ask(ag1, Resume).arranged(cust),
		requested(t, pol, toNumber),
		requested(t, pol, toQueue),
		searched(t, pol, toQueue),
		searched(t, pol, toEPDN).answers(ag2).arranged(ag2),
		consulting(t, pol),
		consultHeld(t, pol),
		consulting(t, pol).ask(ag1, Resume),
		consulting(t, pol).ask(ag1, StartConference),
		consulting(t, pol).ask(ag1, Transfer),
		consulting(t, ask).ask(ag1, Transfer),
		expert(t, pol),
		conference(t, pol),
		conference(t, pol).ask(ag1, Transfer),
		talking(t, pol).ask(ag1, End),
	}
}

func TestMatrix(t *testing.T) {
	var b strings.Builder
	b.WriteString("What is decided in representative states. \"Role may\": the actions that May allows him, then those that it denies,\n" +
		"by rule; those that he never may are listed once, here. A fact: where it leads, who talks with the owner then, the\n" +
		"commands, what agents' states are told, notices.\n\n")
	for _, r := range []Role{Owner, Consulted, Offered} {
		deny := map[string][]string{}
		for a := Accept; a < nActions; a++ {
			if id := never(r, a); id != yes {
				deny[string(id)] = append(deny[string(id)], a.String())
			}
		}
		fmt.Fprintf(&b, "never, %v: %s\n", r, rules(deny))
	}
	b.WriteString("never, customer: PAR-2 all\nnever, outsider: CON-26 all\nnever, stranger: OP-2 all\n\n")
	for _, p := range representatives(t) {
		writeState(t, &b, p.s)
	}
	golden(t, "testdata/matrix.golden", b.String())
}

// never is what denies an action to a role in every state.
func never(r Role, a Action) rule.ID {
	return map[Role]rule.ID{Owner: askers[a].Owner, Consulted: askers[a].Consulted, Offered: askers[a].Offered}[r]
}

func rules(deny map[string][]string) string {
	var all []string
	for _, id := range slices.Sorted(maps.Keys(deny)) {
		all = append(all, id+" "+strings.Join(deny[id], ", "))
	}
	return strings.Join(all, "; ")
}

func writeState(t *testing.T, b *strings.Builder, s State) {
	fmt.Fprintf(b, "== %s\n", describe(s))
	who := []Party{Centre}
	for _, p := range s.p {
		if p.role != Nobody && p.id != 0 {
			who = append(who, p.id)
			if panes := statuses(s, p.id); len(panes) > 0 {
				fmt.Fprintf(b, "   %v #%d sees: %s\n", p.role, p.id, strings.Join(panes, "; "))
			}
		}
	}
	for _, by := range who {
		writeVerdicts(t, b, s, by)
	}
	_, unknown := s.judge(s.nParty+1, End)
	if s.phase != NotBegun && s.phase != Ended {
		require.ErrorIs(t, unknown, rule.ID("OP-2"))
	}
	var ignored []string
	for _, f := range possible(s) {
		out := Output{}
		next, err := s.Fact(matrixTime, f.e, &out)
		if err != nil {
			fmt.Fprintf(b, "%s: %v\n", f.name, err)
		} else if out.Ignored == "OP-5" && next == s {
			ignored = append(ignored, f.name)
		} else {
			writeStep(b, f.name, s, next, &out)
		}
	}
	if by, ok := s.Deadline(); ok {
		out := Output{}
		next := s.Tick(by, &out)
		writeStep(b, fmt.Sprintf("deadline after %v", by.Sub(matrixTime).Round(time.Second)), s, next, &out)
	}
	if len(ignored) > 0 {
		fmt.Fprintf(b, "ignored OP-5: %s\n", strings.Join(ignored, "; "))
	}
	b.WriteString("\n")
}

func writeVerdicts(t *testing.T, b *strings.Builder, s State, by Party) {
	role, may, deny := s.Role(by), []string{}, map[string][]string{}
	for a := Accept; a < nActions; a++ {
		err := s.May(by, a)
		var d *rule.Denied
		switch {
		case err == nil:
			may = append(may, a.String())
		case !errors.As(err, &d):
			t.Fatal(err)
		case role == Customer:
			require.Equal(t, rule.ID("PAR-2"), d.Rule())
		case s.Outside(by):
			require.Equal(t, rule.ID("CON-26"), d.Rule())
		case by == Centre && a < Offer && s.phase != NotBegun && s.phase != Ended:
			require.Equal(t, rule.ID("OP-2"), d.Rule())
		case role != Nobody && s.p[s.slotOf(by)].is(partyAgent) && never(role, a) != yes:
			require.Equal(t, never(role, a), d.Rule())
		default:
			deny[string(d.Rule())] = append(deny[string(d.Rule())], a.String())
		}
	}
	if role == Customer || s.Outside(by) {
		return
	}
	name := "centre"
	if by != Centre {
		name = role.String()
	}
	for id, list := range deny {
		if len(list) == nActions-1 {
			deny[id] = []string{"all"}
		}
	}
	fmt.Fprintf(b, "%s may: %s\n", name, strings.Join(may, ", "))
	if len(deny) > 0 {
		fmt.Fprintf(b, "    but not: %s\n", rules(deny))
	}
}

var matrixTime = time.Unix(1_000_000, 0).UTC()

type named struct {
	name string
	e    telephony.Event
}

// possible are the facts that can come in a state, each told apart by what it
// is about.
func possible(s State) []named {
	var all []named
	add := func(name string, e telephony.Event) { all = append(all, named{name, e}) }
	for _, p := range s.p {
		if p.role == Nobody || p.id == 0 {
			continue
		}
		for _, k := range []telephony.EventKind{telephony.Alerting, telephony.Answered, telephony.Gone, telephony.DeviceHeld, telephony.DeviceRetrieved} {
			e := telephony.Event{Kind: k, Leg: p.id}
			if k == telephony.Gone {
				e.Cause = telephony.HungUp
			}
			add(fmt.Sprintf("%v %v", p.role, k), e)
		}
		if p.leg != legUp {
			add(fmt.Sprintf("%v failed", p.role), telephony.Event{Kind: telephony.Failed, Leg: p.id, Cause: telephony.Refused})
		}
	}
	if s.tookBack != 0 {
		add("late answer", telephony.Event{Kind: telephony.Answered, Leg: s.tookBack})
	}
	add("arranged nobody", telephony.Event{Kind: telephony.Arranged})
	if s.Customer() != 0 {
		add("arranged customer", telephony.Event{Kind: telephony.Arranged, Talk: telephony.LegsOf(s.Customer())})
	}
	if c := s.Consulted(); c != 0 {
		add("arranged consulted", telephony.Event{Kind: telephony.Arranged, Talk: telephony.LegsOf(c)})
		add("arranged both", telephony.Event{Kind: telephony.Arranged, Talk: telephony.LegsOf(c, s.Customer())})
	}
	add("diverted away", telephony.Event{Kind: telephony.Diverted})
	if to := max(s.Consulted(), s.Offered()); to != 0 {
		add("diverted to "+s.Role(to).String(), telephony.Event{Kind: telephony.Diverted, Leg: to})
	}
	for r := telephony.NotRecording; r <= telephony.Paused; r++ {
		add("recording "+r.String(), telephony.Event{Kind: telephony.Recorded, Recording: r})
	}
	if s.op != 0 {
		add("wish failed", telephony.Event{Kind: telephony.Failed, Op: s.op, Cause: telephony.Refused})
	}
	if s.recOp != 0 {
		add("recording failed", telephony.Event{Kind: telephony.Failed, Op: s.recOp, Cause: telephony.Refused})
	}
	return all
}

func writeStep(b *strings.Builder, name string, s, next State, out *Output) {
	fmt.Fprintf(b, "%s: ", name)
	if next.phase == s.phase {
		b.WriteString("=")
	} else {
		b.WriteString("→ " + next.phase.String())
	}
	if how, why := next.Ended(); how != NotEnded && s.phase != Ended {
		fmt.Fprintf(b, " %v: %v", how, why)
	}
	if next.talk != s.talk && next.phase.accepted() {
		fmt.Fprintf(b, "; talk %v", next.Hears())
	}
	if next.Recording() != s.Recording() {
		fmt.Fprintf(b, "; recording %v", next.Recording())
	}
	if s.InFlight() != NoAction && next.InFlight() == NoAction && next.phase != Ended {
		b.WriteString("; " + s.InFlight().String() + " is over")
	}
	for _, part := range []struct {
		name string
		all  []string
	}{{"commands", verbs(out.Commands)}, {"agents", agentEvents(out.Agents)}, {"notices", notices(out.Notices)}} {
		if len(part.all) > 0 {
			fmt.Fprintf(b, "; %s: %s", part.name, strings.Join(part.all, ", "))
		}
	}
	if out.Want.Reason != NotWanted {
		fmt.Fprintf(b, "; wanted: %v", out.Want.Reason)
	}
	if out.Ignored != "" {
		fmt.Fprintf(b, "; ignored %s", string(out.Ignored))
	}
	b.WriteString("\n")
}

func describe(s State) string {
	text := s.phase.String()
	if s.kind != NoKind {
		text = s.kind.String() + ": " + text
	}
	if s.phase.accepted() && s.kind.Voice() {
		text += fmt.Sprintf(", the owner talks with %v", s.Hears())
	}
	for _, p := range s.p[1:] {
		if p.role == Offered {
			text += fmt.Sprintf(", %v", [...]string{"", "waited for", "dialled", "rings", "answering", "answered"}[p.leg])
		}
		if p.role == Offered || p.role == Consulted {
			text += fmt.Sprintf(" %v #%d (%v)", p.role, p.id, p.came)
		}
	}
	if w := s.InFlight(); w != NoAction {
		text += ", in flight: " + w.String()
		if s.wish == wishAsk {
			text += " (acceptance awaited)"
		}
	}
	if s.recOp != 0 {
		text += ", recording wish in flight"
	}
	if s.rec != recOff {
		text += ", recording " + s.Recording().String()
	}
	return text
}
