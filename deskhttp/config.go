package deskhttp

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
	"github.com/seed-6cc70c2f/callcontrol/label"
)

// ErrConfig marks a configuration that makes no sense.
var ErrConfig = errors.New("deskhttp: not a valid configuration")

// Config is what a Server is made of. Center and Identify are needed.
type Config struct {
	// Center is whose desks they are. The Server neither runs nor stops it.
	Center *callcontrol.Center

	// Identify says who asks for a session (duty 5 of package callcontrol), by
	// whatever the host trusts: a cookie, a client certificate, a header of its
	// proxy. It may read the body. An error means nobody, and is answered no-session
	// without its text.
	Identify func(*http.Request) (agent.ID, error)

	// Origins are the origins that pages may come from, such as
	// "https://desk.example.com". Empty: only the host that the request names. With
	// a list, only what is listed, so list the Server's own as well; a page of
	// another origin gets the answers that browsers then ask for (CORS). Behind no
	// proxy that checks the Host header, list them: a name that is made to point at
	// this machine is otherwise its own origin.
	Origins []string

	// Languages are what answers can be in; the first is the one for whoever asks for
	// none of them. Empty: English and French.
	Languages []label.Language

	// Numbers is how numbers are read that agents type.
	Numbers Numbers

	// Limits bound what sessions can use up.
	Limits Limits

	// Logger is told what an operator should know, in the words of the Event
	// constants: never a token, a body, a number or a value. nil: nobody is told.
	Logger *slog.Logger
}

// Numbers says how numbers that agents type are read, and which of them may be
// called. The zero value knows no region and allows every sound number.
type Numbers struct {
	// Region is where numbers are dialled from, such as "GB", unless a request
	// names another; "" for none.
	Region string
	// Policy is asked before every Dial, consult and transfer to a number that an
	// agent gives: what it denies is refused, what it wants confirmed has to be.
	Policy dialnumber.Policy
	// RejectLossy refuses a text that has lost what may have changed the number
	// (DN-3).
	RejectLossy bool
}

// Limits bound what can be used up. Zero is the default of each.
type Limits struct {
	Sessions int           // how many at a time; default 10,000
	PerAgent int           // how many of one agent: the one that has been left for longest goes first; default 16
	Streams  int           // how many of one session: the oldest is ended; default 4
	Age      time.Duration // how long a session can live; default 16 h
	Idle     time.Duration // how long without a request or a stream; default 2 h
	Body     int64         // bytes of a request's body; default 64 KiB
	Rate     int           // requests of a session in a second, over time; default 20
	Burst    int           // and at once; default 60
	Patience time.Duration // how long an answer is waited for before it is pending; default 5 s
}

func (c Config) check() (Config, error) {
	switch {
	case c.Center == nil:
		return c, fmt.Errorf("%w: no Center", ErrConfig)
	case c.Identify == nil:
		return c, fmt.Errorf("%w: no Identify", ErrConfig)
	}
	for _, o := range c.Origins {
		if u, err := url.Parse(o); err != nil || u.Scheme == "" || u.Host == "" || u.Scheme+"://"+u.Host != o || strings.ToLower(o) != o {
			return c, fmt.Errorf("%w: %q is no origin such as https://desk.example.com", ErrConfig, o)
		}
	}
	if err := c.Numbers.Policy.Validate(); err != nil {
		return c, fmt.Errorf("%w: %w", ErrConfig, err)
	}
	if c.Numbers.Region != "" {
		if _, err := dialnumber.Parse("123", c.Numbers.Region); errors.Is(err, dialnumber.ErrRegion) {
			return c, fmt.Errorf("%w: %w", ErrConfig, err)
		}
	}
	if len(c.Languages) == 0 {
		c.Languages = []label.Language{label.English(), label.French()}
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	l := &c.Limits
	if min(l.Sessions, l.PerAgent, l.Streams, l.Rate, l.Burst) < 0 || min(l.Age, l.Idle, l.Patience) < 0 || l.Body < 0 {
		return c, fmt.Errorf("%w: a limit is negative", ErrConfig)
	}
	orElse(&l.Sessions, 10_000)
	orElse(&l.PerAgent, 16)
	orElse(&l.Streams, 4)
	orElse(&l.Age, 16*time.Hour)
	orElse(&l.Idle, 2*time.Hour)
	orElse(&l.Body, 64<<10)
	orElse(&l.Rate, 20)
	orElse(&l.Burst, 60)
	orElse(&l.Patience, 5*time.Second)
	return c, nil
}

func orElse[T int | int64 | time.Duration](v *T, otherwise T) {
	if *v == 0 {
		*v = otherwise
	}
}
