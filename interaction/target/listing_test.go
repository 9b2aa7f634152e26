package target_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/interaction/target"
	"github.com/seed-6cc70c2f/callcontrol/rule"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func names(cs []target.Candidate) (all []string) {
	for _, c := range cs {
		all = append(all, string(c.ID)+": "+c.State.String())
	}
	return all
}

func TestConsultAgents(t *testing.T) { // CON-3
	d := directory(t)
	require.Equal(t, []string{"available: Available", "idle: Idle (Idle)", "chosen: Idle (Idle)", "boss: Available"},
		names(d.ConsultAgents(states(t), alone, "")))
	require.Equal(t, []string{"idle: Idle (Idle)", "chosen: Idle (Idle)"},
		names(d.ConsultAgents(states(t), with(interaction.ToAgent("available"), interaction.ToAgent("boss")), "")), "never someone in the call (CON-2)")
	require.Contains(t, names(d.ConsultAgents(states(t), target.Call{}, "")), "self: Available")
	boss := d.ConsultAgents(states(t), alone, "boss")
	require.Len(t, boss, 1)
	require.True(t, boss[0].Supervisor)
	require.Equal(t, interaction.ToAgent("boss"), boss[0].Target())
	require.Empty(t, d.ConsultAgents(nil, alone, ""))
}

func TestTransferAgents(t *testing.T) { // TRF-3
	require.Equal(t, []string{"available: Available", "boss: Available"}, names(directory(t).TransferAgents(states(t), alone, "")))
}

func TestSearchAgents(t *testing.T) {
	d := directory(t)
	for search, want := range map[string]int{
		"AGENT": 4, "blue avail": 1, "blue\u200b  ÁVAIL": 1, "green": 0, "available idle": 0,
		"555-0002": 1, "+1201555": 0, "3003": 1, "٣٠٠٣": 1, "x3003": 0,
		strings.Repeat(" ", target.MaxSearch): 4, strings.Repeat(" ", target.MaxSearch+1): 0,
	} {
		require.Len(t, d.ConsultAgents(states(t), alone, search), want, "%q", search)
	}
}

func places(ps []target.Place) string {
	var all []string
	for _, p := range ps {
		all = append(all, p.ID)
	}
	return strings.Join(all, " ")
}

func TestPlaces(t *testing.T) { // CON-4, TRF-10: four lists
	d := directory(t)
	require.Equal(t, "q-bill q-tech", places(d.ConsultQueues("")))
	require.Equal(t, "q-bill q-out", places(d.TransferQueues("")))
	require.Equal(t, "e-main e-consult", places(d.ConsultEntryPoints("")))
	require.Equal(t, "e-main e-transfer", places(d.TransferEntryPoints("")))
	require.Equal(t, "q-tech", places(d.ConsultQueues("TECHNI")))
	require.Equal(t, "q-out", places(d.TransferQueues("flow over")))
	require.Empty(t, d.ConsultQueues("overflow"))
	require.Equal(t, "e-main", places(d.TransferEntryPoints("line")))
}

func TestAddressBook(t *testing.T) { // CON-5
	d := directory(t)
	for search, want := range map[string]string{
		"": "Zoé Müller,Plumber 24", "muller zoe": "Zoé Müller", "+49 (30) 12": "Zoé Müller", "30123456": "Zoé Müller",
		"24": "Plumber 24", "98765": "Plumber 24", "123": "Zoé Müller,Plumber 24", "zoe 123": "", "#": "", "()": "",
	} {
		var got []string
		for _, e := range d.AddressBook(search) {
			got = append(got, e.Name)
		}
		require.Equal(t, want, strings.Join(got, ","), "%q", search)
	}
	require.Equal(t, interaction.ToNumber(num(t, "+4930123456")), d.AddressBook("zoe")[0].Target())
}

func TestExperts(t *testing.T) { // CON-6
	d := directory(t)
	for search, want := range map[string]string{
		"": "x1 x3", "rene": "x1", "ENGINEER": "x1", "mobile": "x1", "networks rené": "x1", "legal": "x3",
		"dupont":               "", // the last name is not searched
		"+33 1 42 68 53 00":    "x1",
		"33142685300":          "x1", // a leading + ignored (CON-20)
		"5300":                 "x1", // a complete number of his
		"3314268530":           "",   // not the complete one
		"+33":                  "",
		"+33142685300 5300":    "",
		"nobody":               "", // no business phone number
		"\u202e5\u200b3\xff00": "x1",
	} {
		var got []string
		for _, e := range d.Experts(search) {
			got = append(got, e.ID)
		}
		require.Equal(t, want, strings.Join(got, " "), "%q", search)
	}
	rene := d.Experts("rene")[0]
	require.Equal(t, "Away", rene.Presence)
	require.Equal(t, noon.Add(-time.Minute), rene.PresenceAsOf)
	require.Equal(t, interaction.ToExpert("x1"), rene.Target())
	rene.Phones[0] = dialnumber.Number{}
	require.Len(t, d.Experts("+33142685300"), 1, "the caller's copy")

	for _, tt := range []struct{ inTool, signOn, listed bool }{{false, false, true}, {false, true, true}, {true, false, false}, {true, true, true}} {
		l := lists(t)
		l.InCollaborationTool, l.SingleSignOn = tt.inTool, tt.signOn
		d, err := target.New(l)
		require.NoError(t, err)
		require.Equal(t, tt.listed, len(d.Experts("")) > 0, "%+v", tt)
	}
}

func TestEPDNs(t *testing.T) { // CON-20, DN-3
	d := directory(t)
	for search, want := range map[string]string{
		"": "e-number e-main", "call us!": "e-number e-main", "800-555": "e-number", "+1 (800) 555-0100": "e-number", "1800": "e-number",
		"ext 47": "e-main", "４７": "e-main", "999": "", "+4711": "e-main", strings.Repeat("4", 300): "", strings.Repeat("-", 300): "",
	} {
		var got []string
		for _, e := range d.EPDNs(search) {
			got = append(got, e.EntryPoint.ID)
		}
		require.Equal(t, want, strings.Join(got, " "), "%q", search)
	}
	require.Equal(t, interaction.ToEPDN(num(t, "4711")), d.EPDNs("4711")[0].Target())
	require.Equal(t, "Main line", d.EPDNs("4711")[0].EntryPoint.Name)
}

func TestNumber(t *testing.T) { // CON-20
	d := directory(t)
	for _, tt := range []struct {
		action interaction.Action
		text   string
		want   interaction.Target
	}{
		{interaction.Consult, "+1 (800) 555-0100", interaction.ToEPDN(num(t, "+18005550100"))},
		{interaction.Consult, "1 800 555 0100", interaction.ToEPDN(num(t, "+18005550100"))},
		{interaction.Consult, "+4711", interaction.ToEPDN(num(t, "4711"))},
		{interaction.Consult, "8005550100", interaction.ToNumber(num(t, "8005550100"))},
		{interaction.Transfer, "4711", interaction.ToNumber(num(t, "4711"))},
		{interaction.Consult, "+44 20 7946 0000", interaction.ToNumber(num(t, "+442079460000"))},
	} {
		got, err := d.Number(tt.action, tt.text)
		require.NoError(t, err)
		require.Equal(t, tt.want, got, "%v %q", tt.action, tt.text)
	}
	got, err := d.Number(interaction.Consult, "12")
	require.ErrorIs(t, err, rule.ID("DN-1"))
	require.True(t, got.IsZero())
	got, err = target.Directory{}.Number(interaction.Consult, "4711")
	require.NoError(t, err)
	require.Equal(t, telephony.DialNumber, got.Kind())
}

func TestNew(t *testing.T) {
	l := lists(t)
	l.Agents = append(l.Agents, target.Agent{Name: "no id"}, target.Agent{ID: "idle", Name: "Second"})
	l.Queues = append(l.Queues, target.Place{Name: "no id"}, target.Place{ID: "q-bill", Name: "Second", Consult: true})
	l.EntryPoints = append(l.EntryPoints, target.Place{ID: "e-main", Name: "Second", Consult: true})
	l.EPDNs = append(l.EPDNs, target.EPDN{EntryPoint: "e-main"}, target.EPDN{num(t, "+4711"), "e-main"}, target.EPDN{num(t, "4712"), "gone"})
	l.Book = append([]target.Entry{{Name: "no number"}}, l.Book...)
	l.Experts = append(l.Experts, target.Expert{FirstName: "no id"}, target.Expert{ID: "x4", FirstName: "Zero", Phones: make([]dialnumber.Number, 2)})
	d, err := target.New(l)
	require.ErrorIs(t, err, target.ErrLists)
	require.EqualError(t, err, `target: row left out: agent 12 has no id
target: row left out: agent 13 has the id of another
target: row left out: queue 3 has no id
target: row left out: queue 4 has the id of another
target: row left out: entry point 4 has the id of another
target: row left out: expert 3 has no id
target: row left out: EP-DN 2 has no number
target: row left out: EP-DN 3 has the number of another
target: row left out: EP-DN 4 leads to an entry point that is not listed
target: row left out: address book 0 has no number`)
	var row *target.RowError
	require.True(t, errors.As(err, &row))
	require.Equal(t, target.RowError{List: "agent", Row: 12, Reason: "has no id"}, *row)
	require.Equal(t, noon, d.AsOf())
	require.Len(t, d.AddressBook(""), 2, "the rest can be used")
	require.Len(t, d.EPDNs(""), 2)
	require.Equal(t, "q-bill q-tech", places(d.ConsultQueues("")))
	require.Empty(t, d.Experts("zero"), "zero Numbers are none")

	a, ok := d.Agent("idle")
	require.True(t, ok)
	require.Equal(t, "Agent idle", a.Name)
	_, ok = d.Agent("")
	require.False(t, ok)

	l.Experts[0].Phones[0] = dialnumber.Number{}
	l.Queues[0].Name = "changed"
	require.Len(t, d.Experts("+33142685300"), 1, "the lists are copied")
	require.Len(t, d.ConsultQueues("billing"), 1)
}

func TestZeroDirectory(t *testing.T) {
	var d target.Directory
	require.Empty(t, d.ConsultAgents(states(t), alone, ""))
	require.Empty(t, d.ConsultQueues(""))
	require.Empty(t, d.Experts(""))
	require.Empty(t, d.EPDNs(""))
	require.Empty(t, d.AddressBook(""))
	require.True(t, d.AsOf().IsZero())
	require.ErrorContains(t, d.Judge(interaction.Consult, interaction.ToExpert("x1"), nil, alone), "no such expert")
}

func TestMaxSearch(t *testing.T) { // in characters, of up to four bytes
	d := directory(t)
	unseen := strings.Repeat("\U000E0020", target.MaxSearch)
	require.Len(t, d.ConsultQueues(unseen), 2)
	require.Len(t, d.EPDNs(unseen), 2)
	for _, long := range []string{unseen + "x", unseen + "\U000E0020", strings.Repeat(" ", target.MaxSearch+1)} {
		require.Empty(t, d.ConsultQueues(long))
		require.Empty(t, d.EPDNs(long))
		require.Empty(t, d.AddressBook(long))
		require.Empty(t, d.Experts(long))
	}
}

func TestPrintsNobody(t *testing.T) {
	text := fmt.Sprintf("%v %+v %#v %s", directory(t), directory(t), directory(t), directory(t))
	require.NotContains(t, text, "Agent")
	l := lists(t)
	text = fmt.Sprintf("%v %+v %#v", l, l, l)
	require.NotContains(t, text, "4930123456")
}
