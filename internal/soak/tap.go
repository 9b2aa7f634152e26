package soak

import (
	"context"
	"errors"
	"iter"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// tap is the switch as it is heard on the line: what is asked of it and what it
// tells is noted on the way.
type tap struct {
	telephony.Adapter
	l *ledger
}

func (t tap) Do(ctx context.Context, c telephony.Command) error {
	if t.l.lie.do != nil {
		if unnoted, err := t.l.lie.do(c); err != nil {
			if !unnoted {
				t.l.gives(c)
			}
			return err
		}
	}
	t.l.gives(c)
	err := t.Adapter.Do(ctx, c)
	t.l.answers(c, err, errors.Is(err, telephony.ErrRejected) || errors.Is(err, telephony.ErrUnsupported))
	return err
}

func (t tap) Run(ctx context.Context, sink func(telephony.Event) error) error {
	return t.Adapter.Run(ctx, func(e telephony.Event) error {
		err := sink(e)
		if err == nil {
			t.l.told(e)
		}
		return err
	})
}

func (t tap) Live(ctx context.Context) iter.Seq2[telephony.Live, error] { return t.Adapter.Live(ctx) }
