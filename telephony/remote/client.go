package remote

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"slices"
)

// maxJobs is how many commands and lives of one connection are carried out or
// wait for their turn at a time.
const maxJobs = 4096

// client is a connection as the server sees it. Its fields below wire are under
// the server's lock.
type client struct {
	server *Server
	wire   *wire
	ctx    context.Context // of what came by this connection
	cancel context.CancelFunc

	greeted   bool
	listening bool
	jobs      map[uint64]context.CancelFunc
}

// leave ends the connection with a word, and what came by it.
func (c *client) leave(word string) {
	c.wire.put(message{Type: bye, Error: word})
	c.wire.finish()
	c.cancel()
}

// take does what a message says. A word is the reason to send the client away.
func (c *client) take(m message) string {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.ctx.Err() != nil {
		return "" // replaced: what is still read must not come after what the other sent
	}
	if !c.greeted {
		return c.greet(m)
	}
	switch m.Type {
	case ping:
		c.wire.put(message{Type: pong, ID: m.ID})
		return ""
	case open:
		return c.open(m)
	case hello:
		return order
	case listen, ack, command, live, cancel:
		if s.client != c {
			return order
		}
		return c.work(m)
	}
	c.wire.put(message{Type: failure, ID: m.ID, Error: unknownType})
	return ""
}

func (c *client) greet(m message) string {
	s := c.server
	caps, err := s.adapter.Capabilities().MarshalText()
	switch {
	case m.Type != hello:
		return order
	case s.cfg.Token != "" && subtle.ConstantTimeCompare([]byte(s.cfg.Token), []byte(m.Token)) != 1:
		return badToken
	case !slices.Contains(m.Versions, version):
		return noVersion
	case err != nil: // the adapter has a capability that does not exist
		return closing
	}
	c.greeted = true
	c.wire.put(message{Type: welcome, Version: version, Capabilities: string(caps)})
	return ""
}

// open takes the switch over from whoever has it.
func (c *client) open(m message) string {
	s := c.server
	if s.client == c {
		return order
	}
	if s.client != nil {
		s.client.leave(replaced)
	}
	s.client = c
	resumed := m.Session != "" && m.Session == s.session
	if !resumed {
		s.session = rand.Text()
		m.Taken = nil // they are numbers of another session
	}
	for _, id := range m.Taken {
		s.backlog.took(id)
	}
	s.cfg.Logger.Info("remote: a client is connected", "resumed", resumed)
	c.wire.put(message{Type: opened, Session: s.session})
	return ""
}

// work is for messages of the client who has the switch.
func (c *client) work(m message) string {
	s := c.server
	switch m.Type {
	case listen:
		c.listening = true
		s.backlog.again()
		s.send()
	case ack:
		s.backlog.took(m.ID)
		s.send()
	case cancel:
		if stop := c.jobs[m.ID]; stop != nil {
			stop()
		}
	case command, live:
		if c.jobs[m.ID] != nil {
			return order
		}
		if len(c.jobs) >= maxJobs {
			c.wire.put(message{Type: answer, ID: m.ID, Error: busy})
			return ""
		}
		s.start(c, m)
	}
	return ""
}
