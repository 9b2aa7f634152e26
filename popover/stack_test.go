package popover_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/popover"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// pile makes plain cards from words such as "chat 3" or "call 1 connecting":
// channel, second of the offer, stage.
func pile(t testing.TB, text ...string) []popover.Card {
	t.Helper()
	channels := map[string]agent.Channel{"call": agent.Voice, "chat": agent.Chat, "email": agent.Email, "social": agent.Social}
	var all []popover.Card
	for _, one := range text {
		w := strings.Fields(one)
		second, err := strconv.Atoi(w[1])
		require.NoError(t, err)
		c := popover.Card{Contact: one, Channel: channels[w[0]], Offered: noon.Add(time.Duration(second) * time.Second), Stage: popover.Request}
		if len(w) > 2 {
			c.Stage = popover.Connecting
		}
		all = append(all, c)
	}
	return all
}

func stack(t testing.TB, text ...string) popover.Stack {
	t.Helper()
	s, err := popover.NewStack(pile(t, text...))
	require.NoError(t, err)
	return s
}

func ids(cards []popover.Card) []string {
	var all []string
	for _, c := range cards {
		all = append(all, c.Contact)
	}
	return all
}

func TestOrder(t *testing.T) { // POP-9, D13
	want := []string{"email 5", "email 9", "social 4", "social 6 connecting", "chat 3", "call 1", "call 2 connecting"}
	for range 50 {
		shuffled := slices.Clone(want)
		rand.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		given := pile(t, shuffled...)
		s, err := popover.NewStack(given)
		require.NoError(t, err)
		require.Equal(t, want, ids(slices.Collect(s.All())))
		require.Equal(t, shuffled, ids(given), "the caller's slice is left alone")
		require.Equal(t, want, s.BlockSignOut(), "each card, in either stage (POP-5)")
	}
	same := pile(t, "chat 1", "chat 1")
	same[0].Contact, same[1].Contact = "b", "a"
	s, err := popover.NewStack(same)
	require.NoError(t, err)
	require.Equal(t, []string{"a", "b"}, s.BlockSignOut())
}

func TestNewStackRefuses(t *testing.T) {
	many := make([]popover.Card, popover.MaxCards+1)
	for i := range many {
		many[i].Contact = strconv.Itoa(i)
	}
	_, err := popover.NewStack(many[:popover.MaxCards])
	require.NoError(t, err)
	for name, cards := range map[string][]popover.Card{
		"too many":       many,
		"two of a kind":  {{Contact: "a"}, {Contact: "b"}, {Contact: "a"}},
		"no contact":     {{}},
		"no such medium": {{Contact: "a", Channel: agent.Social + 1}},
	} {
		s, err := popover.NewStack(cards)
		require.ErrorIs(t, err, popover.ErrInvalid, name)
		require.Zero(t, s.Len(), name)
	}
}

func TestPage(t *testing.T) { // POP-6
	five := []string{"email 1", "email 2", "email 3", "chat 4", "call 5"}
	twelve := append([]string{"email 6", "email 7", "email 8", "email 9", "email 10", "chat 11", "call 12 connecting"}, five...)
	tests := []struct {
		name   string
		cards  []string
		number int
		label  string
		first  int
		last   int
		shown  string
		below  string
	}{
		{"no card", nil, 1, "", 0, 0, "", ""},
		{"five have no label", five, 1, "", 1, 5, "email 1,email 2,email 3,chat 4,call 5", ""},
		{"first of three", twelve, 1, "1-5 of 12", 1, 5, "email 1,email 2,email 3,email 6,email 7", "call 5"},
		{"second", twelve, 2, "6-10 of 12", 6, 10, "email 8,email 9,email 10,chat 4,chat 11", "call 5"},
		{"last, with the call on it", twelve, 3, "11-12 of 12", 11, 12, "call 5,call 12 connecting", ""},
		{"below the first", twelve, -7, "1-5 of 12", 1, 5, "email 1,email 2,email 3,email 6,email 7", "call 5"},
		{"beyond the last", twelve, 4, "11-12 of 12", 11, 12, "call 5,call 12 connecting", ""},
		{"six, the sixth a call", append([]string{"chat 1"}, five...), 1, "1-5 of 6", 1, 5, "email 1,email 2,email 3,chat 1,chat 4", "call 5"},
		{"six, the last alone", append([]string{"chat 1"}, five...), 2, "6-6 of 6", 6, 6, "call 5", ""},
		{"a call that only connects is not shown below", []string{"email 1", "email 2", "email 3", "email 4", "email 5", "call 1 connecting"}, 1, "1-5 of 6", 1, 5,
			"email 1,email 2,email 3,email 4,email 5", ""},
		{"calls on an earlier page", []string{"call 1", "call 2", "call 3", "call 4", "call 5", "call 6"}, 2, "6-6 of 6", 6, 6, "call 6", "call 1,call 2,call 3,call 4,call 5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := stack(t, tt.cards...).Page(tt.number)
			require.Equal(t, tt.label, p.Label)
			require.Equal(t, tt.first, p.First)
			require.Equal(t, tt.last, p.Last)
			require.Equal(t, len(tt.cards), p.Total)
			require.Equal(t, tt.shown, strings.Join(ids(p.Cards), ","))
			require.Equal(t, tt.below, strings.Join(ids(p.Below), ","))
		})
	}
}

// A web callback that shows Cancel in the place of Ringing rings all the same.
func TestCancelRings(t *testing.T) {
	c := ringing(t, interaction.WebCallback, deskPhone, interaction.Policy{EndCallForWebCallback: true})
	cards := append(pile(t, "email 1", "email 2", "email 3", "email 4", "email 5"), card(t, popover.Config{}, c.offer("c1")))
	s, err := popover.NewStack(cards)
	require.NoError(t, err)
	require.Equal(t, []string{"c1"}, ids(s.Page(1).Below))
}

// The pages of any stack share its cards out, and every ringing call is on each
// of them exactly once.
func TestPagesShareOut(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var text []string
		for i := range rnd.IntN(24) {
			text = append(text, []string{"call", "chat", "email", "social"}[rnd.IntN(4)]+" "+strconv.Itoa(i)+[]string{"", " connecting"}[rnd.IntN(2)])
		}
		s := stack(t, text...)
		var all []string
		for n := 1; n <= s.Pages(); n++ {
			p := s.Page(n)
			require.Equal(t, n, p.Number)
			require.Equal(t, s.Pages(), p.Pages)
			require.LessOrEqual(t, len(p.Cards), popover.PageSize)
			all = append(all, ids(p.Cards)...)
			seen := append(ids(p.Cards), ids(p.Below)...)
			for c := range s.All() {
				if c.Channel == agent.Voice && c.Stage == popover.Request {
					require.Equal(t, 1, strings.Count(strings.Join(seen, ",")+",", c.Contact+","), "%v on page %d", c, n)
				}
			}
			for _, c := range p.Below {
				require.Equal(t, popover.Request, c.Stage)
				require.Equal(t, agent.Voice, c.Channel)
			}
		}
		require.Equal(t, s.BlockSignOut(), append([]string{}, all...))
	}
}

func TestPageIsTheCallersOwn(t *testing.T) {
	s := stack(t, "email 1")
	s.Page(1).Cards[0].Contact = "changed"
	require.Equal(t, []string{"email 1"}, s.BlockSignOut())
}

func TestAccept(t *testing.T) { // POP-8, D12, OUT-3
	var cards []popover.Card
	add := func(id string, c *scene) {
		made := card(t, popover.Config{}, c.offer(id))
		cards = append(cards, made)
	}
	none := interaction.Policy{}
	add("desk phone", ringing(t, interaction.Inbound, deskPhone, none))
	add("softphone", ringing(t, interaction.Inbound, telephony.All, none))
	add("preview", ringing(t, interaction.Preview, telephony.All, none))
	add("connecting", assigned(t, interaction.Inbound, telephony.All, none))
	add("chat", ringing(t, interaction.Chat, deskPhone, none))
	add("email", ringing(t, interaction.Email, deskPhone, none))
	taken := ringing(t, interaction.Chat, deskPhone, none)
	taken.ask(taken.s.Offered(), interaction.Accept, interaction.Target{})
	add("being accepted", taken)
	add("social", ringing(t, interaction.Social, deskPhone, none))

	s, err := popover.NewStack(cards)
	require.NoError(t, err)
	require.Equal(t, []string{"email", "social", "chat"}, s.Acceptable())
	require.Equal(t, "Accept 3 requests", s.AcceptLabel())

	gone := errors.New("gone")
	var asked []string
	got := s.Accept(func(id string) error {
		asked = append(asked, id)
		if id == "social" {
			return gone
		}
		return nil
	})
	require.Equal(t, s.Acceptable(), asked, "a refusal stops nothing")
	require.Equal(t, popover.AcceptResult{Accepted: []string{"email", "chat"}, Refused: []popover.Refusal{{"social", gone}}}, got)

	require.Equal(t, "Accept 1 request", stack(t, "chat 1").AcceptLabel())
	require.Empty(t, stack(t, "call 1").AcceptLabel())
	require.Empty(t, popover.Stack{}.Acceptable())
}

func BenchmarkPopover(b *testing.B) { // twenty cards made, put in order, and a page of them
	var offers []popover.Offer
	for i := range 20 {
		k := []interaction.Kind{interaction.Inbound, interaction.Chat, interaction.Email, interaction.Social}[i%4]
		offers = append(offers, ringing(b, k, deskPhone, interaction.Policy{}).offer(fmt.Sprint("c", i)))
	}
	c := popover.Config{Inbound: chosen("v1", "v2", "v3", "v6", "v7", "v8"), Chat: chosen("v1", "v2", "v3")}
	b.ReportAllocs()
	for b.Loop() {
		cards := make([]popover.Card, 0, len(offers))
		for _, o := range offers {
			made, err := c.Card(o)
			if err != nil {
				b.Fatal(err)
			}
			cards = append(cards, made)
		}
		s, err := popover.NewStack(cards)
		if err != nil {
			b.Fatal(err)
		}
		if p := s.Page(1); p.Label != "1-5 of 20" || len(p.Below) != 5 {
			b.Fatal(p.Label, len(p.Below))
		}
	}
}
