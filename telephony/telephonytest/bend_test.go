package telephonytest_test

import (
	"context"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// Short words for what is broken.

type fits = func(telephony.Event) bool

// of is an event of a kind, of any of the legs, of any leg where none is named.
func of(k telephony.EventKind, legs ...telephony.Leg) fits {
	return func(e telephony.Event) bool {
		return e.Kind == k && (len(legs) == 0 || telephony.LegsOf(legs...).Has(e.Leg))
	}
}

// gone is a Gone for a cause.
func gone(l telephony.Leg, why telephony.Cause) fits {
	return func(e telephony.Event) bool { return e.Kind == telephony.Gone && e.Leg == l && e.Cause == why }
}

// change tells an event otherwise.
func change(which fits, how func(*telephony.Event)) bent {
	return bent{edit: func(_ *bent, e telephony.Event) []telephony.Event {
		if which(e) {
			how(&e)
		}
		return []telephony.Event{e}
	}}
}

// drop does not tell an event.
func drop(which fits) bent {
	return bent{edit: func(_ *bent, e telephony.Event) []telephony.Event {
		if which(e) {
			return nil
		}
		return []telephony.Event{e}
	}}
}

// untold is a command of which something that comes of it is not told.
func untold(v telephony.Verb, k telephony.EventKind) bent {
	return bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if c.Verb == v {
			b.remember(c.Call, c.Op)
		}
		return b.foreign.Do(ctx, c)
	}, edit: func(b *bent, e telephony.Event) []telephony.Event {
		if e.Kind == k && b.remembers(e.Call, e.Op) {
			return nil
		}
		return []telephony.Event{e}
	}}
}

// behind tells something more behind an event, before tells it before.
func behind(which fits, more func(telephony.Event) telephony.Event) bent {
	return bent{edit: func(_ *bent, e telephony.Event) []telephony.Event {
		if which(e) {
			return []telephony.Event{e, more(e)}
		}
		return []telephony.Event{e}
	}}
}

func before(which fits, more func(telephony.Event) telephony.Event) bent {
	return bent{edit: func(_ *bent, e telephony.Event) []telephony.Event {
		if which(e) {
			return []telephony.Event{more(e), e}
		}
		return []telephony.Event{e}
	}}
}

// also is a further event of the same call.
func also(k telephony.EventKind, l telephony.Leg) func(telephony.Event) telephony.Event {
	return func(e telephony.Event) telephony.Event { return telephony.Event{Call: e.Call, Kind: k, Leg: l} }
}

type command = func(telephony.Command) bool

func verb(all ...telephony.Verb) command {
	return func(c telephony.Command) bool {
		for _, v := range all {
			if c.Verb == v {
				return true
			}
		}
		return false
	}
}

// instead carries a command out in another way.
func instead(which command, how func(b *bent, c telephony.Command) error) bent {
	return bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		if which(c) {
			return how(b, c)
		}
		return b.foreign.Do(ctx, c)
	}}
}

// first does something before a command is carried out, or keeps it from that
// by false.
func first(which command, what func(r *room, c telephony.Command) bool) bent {
	return bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		goesOn := true
		if which(c) {
			b.room(c.Call, func(r *room) { goesOn = what(r, c) })
		}
		if !goesOn {
			return nil
		}
		return b.foreign.Do(ctx, c)
	}}
}

// then does something more when a command has been carried out.
func then(which command, what func(b *bent, c telephony.Command)) bent {
	return bent{do: func(b *bent, ctx context.Context, c telephony.Command) error {
		err := b.foreign.Do(ctx, c)
		if which(c) && err == nil {
			what(b, c)
		}
		return err
	}}
}

func returns(err error) func(*bent, telephony.Command) error {
	return func(*bent, telephony.Command) error { return err }
}

func (r *room) up(l telephony.Leg) bool { return r.legs[l].State == telephony.LegUp }

func (r *room) there(l telephony.Leg) bool { return r.legs[l].State != telephony.LegGone }
