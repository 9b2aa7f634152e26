package remote

import (
	"errors"
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// greet says hello, and tells what the switch can do.
func greet(w *wire, token string) (telephony.Capabilities, error) {
	w.put(message{Type: hello, Versions: []int{version}, Token: token})
	m, err := expect(w, welcome)
	if err != nil {
		return 0, err
	}
	if m.Version != version {
		return 0, fmt.Errorf("%w: %s", ErrRefused, noVersion)
	}
	return decodeCapabilities(m.Capabilities), nil
}

// expect reads the one message that may come now, or a bye.
func expect(w *wire, kind string) (message, error) {
	m, err := w.read()
	switch {
	case err != nil:
		return m, err
	case m.Type == bye:
		return m, parting(m.Error)
	case m.Type != kind:
		return m, errMalformed
	}
	return m, nil
}

// errBye is a bye after which the client comes again.
var errBye = errors.New("remote: the server closed the connection")

// parting is the error that a bye stands for. A word that is not known is not
// repeated: nobody knows what it says.
func parting(word string) error {
	switch word {
	case replaced:
		return ErrReplaced
	case badToken, noVersion:
		return fmt.Errorf("%w: %s", ErrRefused, word)
	case malformed, order, closing:
		return fmt.Errorf("%w: %s", errBye, word)
	}
	return errBye
}

// take does what a message of the server says. An error ends the connection.
func (l *link) take(m message) error {
	l.a.mu.Lock()
	defer l.a.mu.Unlock()
	switch m.Type {
	case event:
		return l.told(m)
	case answer, failure:
		if q := l.asks[m.ID]; q != nil {
			delete(l.asks, m.ID)
			q.done <- outcome(m.Error, m.Cause)
		}
	case contact:
		if q := l.asks[m.ID]; q != nil {
			c, err := decodeLive(m.Contact)
			if err != nil || len(q.contacts) >= maxContacts {
				return errMalformed
			}
			q.contacts = append(q.contacts, c)
		}
	case pong:
		l.a.acks.read(m.ID)
	case bye:
		return parting(m.Error)
	}
	return nil
}

// told puts an event into the inbox of the Run that listens.
func (l *link) told(m message) error {
	if l.in == nil {
		return nil // Run has ended, and the connection ends: it will come again
	}
	e, err := decodeEvent(m.Event)
	if err == nil {
		if !l.in.push(numbered{m.ID, e}) {
			return errMalformed // more than the window
		}
		return nil
	}
	// It would come again and again, and can be no more understood then.
	l.ack(m.ID)
	if errors.Is(err, errForeign) {
		l.a.cfg.Logger.Warn("remote: an event of a kind that is not known was left out")
		return nil
	}
	l.a.cfg.Logger.Error("remote: an event could not be read, and is lost")
	l.dismiss(ErrLost)
	return nil
}
