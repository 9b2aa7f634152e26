package remote

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// ErrInvalid marks a configuration that cannot work.
var ErrInvalid = errors.New("remote: invalid configuration")

// ErrLost is what Run returns when events may have been lost: the server was
// started anew, lost something itself, or had another client in between. Run
// it again, and ask Live (duty 9).
var ErrLost = errors.New("remote: events may have been lost")

// ErrReplaced is what Run, Do and Live return when another client has taken
// the switch over. Whoever calls any of them again takes it back, so a host
// makes sure first that only one of its processes does.
var ErrReplaced = errors.New("remote: another client has taken over")

// ErrRefused is what Run, Do, Live and Ask return when the server would not
// have this client: its token is wrong, or they have no version in common.
var ErrRefused = errors.New("remote: the server refused the connection")

// ErrUnknown is what Do and Live return when the server answered that it does
// not know the outcome (duty 6).
var ErrUnknown = errors.New("remote: the outcome is unknown")

// ErrRunning is what Run and Serve return when they are running already.
var ErrRunning = errors.New("remote: already running")

// Config is how an Adapter reaches its server. Connect is needed; the zero
// value of everything else will do.
type Config struct {
	// Connect makes a connection to the server, authenticated and encrypted as
	// the host needs it. It returns soon when its context ends. A call that
	// is about to return may overlap with the next.
	Connect func(context.Context) (io.ReadWriteCloser, error)

	// Capabilities is what the switch can do (duty 11). What is not in it is
	// never asked of the server. See Ask.
	Capabilities telephony.Capabilities

	// Token is sent to the server, which may ask for it.
	Token string

	// RetryMin and RetryMax bound the pause before another connection is
	// tried, and before an event is delivered again that the sink did not
	// take. Each pause is twice the one before. 0 stands for 50 ms and 5 s.
	RetryMin, RetryMax time.Duration

	// Jitter gives a number from 0 to 1, by which a pause before a connection
	// lies between its half and its whole, so that many clients of a server
	// that comes back do not come together. nil stands for chance.
	Jitter func() float64

	// Logger is told of connections made and lost; nil: nobody is.
	Logger *slog.Logger
}

const (
	defaultRetryMin = 50 * time.Millisecond
	defaultRetryMax = 5 * time.Second
)

// complete fills in what was left out.
func (c Config) complete() (Config, error) {
	if c.Connect == nil {
		return c, fmt.Errorf("%w: there is no Connect", ErrInvalid)
	}
	if c.Capabilities&^telephony.All != 0 {
		return c, fmt.Errorf("%w: capabilities %#x", ErrInvalid, uint16(c.Capabilities))
	}
	if c.RetryMin < 0 || c.RetryMax < 0 {
		return c, fmt.Errorf("%w: a pause is negative", ErrInvalid)
	}
	if c.RetryMin == 0 {
		c.RetryMin = defaultRetryMin
	}
	if c.RetryMax == 0 {
		c.RetryMax = max(defaultRetryMax, c.RetryMin)
	}
	if c.RetryMax < c.RetryMin {
		return c, fmt.Errorf("%w: RetryMax is less than RetryMin", ErrInvalid)
	}
	if len(c.Token) > maxToken {
		return c, fmt.Errorf("%w: the token is too long", ErrInvalid)
	}
	if c.Jitter == nil {
		c.Jitter = rand.Float64
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c, nil
}

// pause is how long to wait before the n-th try after the first, without
// jitter: RetryMin, twice as much, and so on up to RetryMax.
func (c Config) pause(n int) time.Duration {
	d := c.RetryMin
	for ; n > 0 && d < c.RetryMax; n-- {
		d *= 2
	}
	return min(d, c.RetryMax)
}

// jittered is a pause between half and the whole of d.
func (c Config) jittered(d time.Duration) time.Duration {
	share := min(max(c.Jitter(), 0), 1)
	return d/2 + time.Duration(share*float64(d/2))
}
