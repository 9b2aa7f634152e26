package callflow_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
)

func TestListLinesThatCannotBeRead(t *testing.T) {
	for line, want := range map[string]string{
		"list":                                   "no act reads so",
		"list agent":                             "say: list agent",
		"list agent A1 Ada team":                 "say: agent",
		"list agent A1 Ada DN 12":                "DN-1",
		"list agent A1 Ada Lovelace":             "say: agent",
		"list queue q Support never":             "say: queue",
		"list EP-DN +18005550100 sales":          "say: EP-DN",
		"list EP-DN +18005550100 for sales":      "no entry point sales",
		"list EP-DN 12 for sales":                "DN-1",
		"list book Doctor House +12015550111":    "say: book",
		"list book Doctor House":                 "DN-1",
		"list expert grace Grace Hopper":         "say: expert",
		"list expert g Grace Hopper Dr Lab 12":   "DN-1",
		"list queue q\nlist queue q":             "queue q is listed twice",
		"single sign-on now":                     "say: single sign-on",
		"card":                                   "say: card",
		"card fax shows case":                    `no card "fax"`,
		"card inbound shows case, city":          "POP-10",
		"card inbound shows case Case":           "say: case as LABEL",
		"card chat shows case, case":             "chosen twice",
		"card chat links record ftp://x":         "no absolute http",
		"card chat without Accept":               "a card shows variables",
		"card consult shows a, b, c, d, e, f, g": "POP-12",
	} {
		_, err := callflow.ParseStory("x.story", "story T\nagents A1\n"+line+"\nanna calls billing\n")
		require.ErrorIs(t, err, callflow.ErrStory, line)
		require.ErrorContains(t, err, want, line)
	}
}

func TestListActsThatCannotHappen(t *testing.T) {
	for act, want := range map[string]string{
		"the lists are refreshed with fax x":            `no list has "fax x"`,
		"the lists are refreshed with queue":            "no list has",
		"the lists are refreshed with queue q a b":      "say: queue",
		"the lists are refreshed without queue q":       "queue q is not listed",
		"the lists are refreshed without entry point e": "leads to an entry point that is not listed",
		"A1 turns to page two":                          "is no page",
		"the administrator changes card fax shows x":    `no card "fax"`,
		"A1 consults book Doctor":                       `the address book has no "Doctor"`,
		"A1 consults A2 A3":                             "no target reads",
	} {
		s, err := callflow.ParseStory("x.story", "story T\nagents A1\nlist entry point e\nlist EP-DN 911 for e\nanna calls billing\nA1 answers\n"+act+"\n")
		require.NoError(t, err, act)
		require.ErrorContains(t, s.Play(nil), want, act)
	}
}

// Every sentence about popovers, lists and numbers that is not so is rewritten
// to one that is.
func TestRewriteOfLists(t *testing.T) {
	const head = `story T
policy chats 6, answer within 20s
list agent A1 Ada team Billing
list agent A2 Grace supervisor
list queue support consult
list queue archive transfer
list entry point sales consult
list entry point orders transfer
list EP-DN +18005550100 for sales
list book "Doctor House" +12015550111
list expert grace Grace Hopper Dr Lab +12015550122 present Away
card chat links Record https://crm.example/
agents A1
agent A2 Idle lunch
queue billing A1
queue chats A1
queue back A2
`
	const acts = `c1 chats with chats
c2 chats with chats
c3 chats with chats
c4 chats with chats
c5 chats with chats
anna calls billing
A2 goes Available
bert asks back for a callback
5s pass
`
	for wrong, right := range map[string]string{
		"A1's popover is empty":                          "A1's popover lists c1, c2, c3, c4, c5, anna",
		"A1's popover lists anna":                        "A1's popover lists c1, c2, c3, c4, c5, anna",
		"A1's page lists anna":                           "A1's page lists c1, c2, c3, c4, c5",
		"below A1's page rings nobody":                   "below A1's page rings anna",
		"below A2's page rings anna":                     "below A2's page rings nobody",
		"A1's page has no label":                         "A1's page reads 1-5 of 6",
		"A1's page reads 1-5 of 5":                       "A1's page reads 1-5 of 6",
		"A2's page reads 1-5 of 6":                       "A2's page has no label",
		"A1's popover has no Accept button":              "A1's popover has the button Accept 5 requests",
		"A2's popover has the button Accept 1 request":   "A2's popover has no Accept button",
		"accepted are anna":                              "accepted are none",
		"A1's ways out are Available, Idle":              "A1 needs no way out",
		"A1 has no card of anna":                         "the card of anna for A1 is a contact request",
		"the card of bert for A1 is connecting":          "A1 has no card of bert",
		"the card of c1 for A1 is connecting":            "the card of c1 for A1 is a contact request",
		"the card of c1 for A1 shows DNIS":               "the card of c1 for A1 shows nothing",
		"the card of c1 for A1 offers nothing":           "the card of c1 for A1 offers Accept, Decline",
		"the card of c1 for A1 links nothing":            "the card of c1 for A1 links Record: https://crm.example/",
		"the card of c1 for A1 is marked Callback":       "the card of c1 for A1 is marked nothing",
		"the card of c1 for A1 counts 1s":                "the card of c1 for A1 is marked nothing",
		"the card of c1 for A1 reads Connecting":         "the card of c1 for A1 reads Ringing",
		"the card of bert for A2 counts 1s":              "the card of bert for A2 counts 5s",
		"the card of bert for A2 is marked nothing":      "the card of bert for A2 is marked Callback, icon: callback, number: +12015550100, DNIS: +18005550199, queue: back",
		"the card of anna for A1 shows DNIS, Queue Name": "the card of anna for A1 shows Phone Number: +12015550100, Queue Name: billing, DNIS: +18005550199",
		"A1 finds agents to consult: A2 typing grace":    "A1 finds agents to consult: nothing typing grace",
		"A2 finds agents to consult: nothing":            "A2 finds agents to consult: nothing",
		"A1 finds queues to consult: archive":            "A1 finds queues to consult: support",
		"A1 finds queues to transfer to: support":        "A1 finds queues to transfer to: archive",
		"A1 finds entry points to consult: nothing":      "A1 finds entry points to consult: sales",
		"A1 finds entry points to transfer to: nothing":  "A1 finds entry points to transfer to: orders",
		"A1 finds EP-DNs: nothing typing 800":            "A1 finds EP-DNs: +18005550100 sales typing 800",
		"A1 finds numbers: Doctor":                       "A1 finds numbers: Doctor House +12015550111",
		"A1 finds experts: grace Busy for anna":          "A1 finds experts: grace Away for anna",
		"the lists are 1s old":                           "the lists are 5s old",
		"the presence of grace is 1s old":                "the presence of grace is 5s old",
		"+12015550111 dialled from US is E164":           "+12015550111 dialled from US is US",
	} {
		text := head + acts + "  " + wrong + "\n"
		got, err := callflow.Rewrite("x.story", text)
		require.NoError(t, err, wrong)
		lines := strings.Split(strings.TrimSpace(got), "\n")
		require.Equal(t, right, strings.TrimSpace(lines[len(lines)-1]), wrong)
		again, err := callflow.ParseStory("x.story", got)
		require.NoError(t, err, wrong)
		require.NoError(t, again.Play(nil), wrong)
	}
}
