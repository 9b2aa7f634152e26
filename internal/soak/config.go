package soak

import (
	"cmp"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/interaction"
	"github.com/seed-6cc70c2f/callcontrol/store"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
	"github.com/seed-6cc70c2f/callcontrol/wrapup"
)

// Config is what a soak is made of. The zero value is a small one of half a
// minute, without faults and kills.
type Config struct {
	Seed     uint64
	Agents   int           // default 60
	Contacts int           // how many are there at a time, default 50
	For      time.Duration // how long contacts arrive, default 30 s; the drain comes on top
	Kills    int           // of the centre, evenly spread
	Faults   int           // of a hundred contacts, how many meet a fault of the switch; above 0 the line is cut as well
	Think    time.Duration // how long an agent looks at his desk before he presses again, on average; default 1.5 s

	// Progress is told how things stand, every few seconds. nil: nobody is.
	Progress func(Progress)
	// Every is how often; default 2 s.
	Every time.Duration

	// Weigh takes the heap with and without a centre when the contacts stop
	// arriving. It needs a plant in this process with a store.
	Weigh bool

	lie lies // what a test has the reader believe
}

func (c Config) complete() Config {
	c.Agents, c.Contacts = cmp.Or(c.Agents, 60), cmp.Or(c.Contacts, 50)
	c.For, c.Think, c.Every = cmp.Or(c.For, 30*time.Second), cmp.Or(c.Think, 1500*time.Millisecond), cmp.Or(c.Every, 2*time.Second)
	return c
}

// queues are where contacts arrive: what differs between them is the policy.
var queues = []string{"plain", "asked", "returned", "automatic"}

// Configured is how every centre under test is: with short times, so that each
// deadline passes often.
func Configured(line telephony.Adapter, records store.Store) callcontrol.Config {
	return callcontrol.Config{Adapter: line, Store: records, Settings: settings(), Agents: agent.Policy{Chat: 2, Email: 1, Social: 1},
		KeepEnded: keepEnded, Limits: callcontrol.Limits{Patience: 3 * time.Second}}
}

func settings() callcontrol.Settings {
	reasons, _ := wrapup.NewReasons(wrapup.Reason{Code: "sold", Label: "Sold"}, wrapup.Reason{Code: "asked", Label: "Asked"})
	base := callflow.Policy{
		Interaction: interaction.Policy{Recording: true, PrivacyShield: true, PauseLength: 3 * time.Second, AnswerTimeout: 4 * time.Second,
			ConsultTimeout: 4 * time.Second, OutsiderTimeout: 6 * time.Second, AcceptanceTimeout: 4 * time.Second, OperationTimeout: 2 * time.Second},
		WrapUp: wrapup.Policy{Reasons: reasons},
	}
	asked, returned, automatic := base, base, base
	asked.Interaction.AskBeforeTransfer = true
	returned.Interaction.ReturnUnaccepted = true
	automatic.WrapUp.Automatic, automatic.WrapUp.MayCancelAutomatic = 3*time.Second, true
	return callcontrol.Settings{Policy: base, Queues: map[string]callflow.Queue{
		"asked": {Policy: &asked}, "returned": {Policy: &returned}, "automatic": {Policy: &automatic}}}
}

// storyPolicy is settings in the words of a story.
func storyPolicy(queue string) string {
	p := "policy softphone, recording, privacy shield 3s, answer within 4s, consult within 4s, outsider within 6s, acceptance within 4s, operation within 2s, reason sold, reason asked"
	switch queue {
	case "asked":
		return p + ", transfer needs acceptance"
	case "returned":
		return p + ", unaccepted transfers return"
	case "automatic":
		return p + ", wrap-up within 3s, count-down can be cancelled"
	}
	return p
}

// keepEnded is for how long a centre under test remembers what is over.
const keepEnded = 2 * time.Second
