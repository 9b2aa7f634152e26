package remote

import (
	"context"

	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

// job is a command or a live that is to be answered.
type job struct {
	client  *client
	id      uint64
	ctx     context.Context
	command telephony.Command
}

// start carries out a request beside the others; a command only when those of
// its call before it have returned, also those of an earlier connection. It is
// called under the lock.
func (s *Server) start(c *client, m message) {
	j := &job{client: c, id: m.ID}
	if m.Type == command {
		var err error
		if j.command, err = decodeCommand(m.Command); err != nil {
			c.wire.put(message{Type: answer, ID: m.ID, Error: unsupported})
			return
		}
	}
	j.ctx, c.jobs[m.ID] = context.WithCancel(c.ctx)
	if m.Type == live {
		s.all.Go(func() { s.live(j) })
		return
	}
	waiting, busy := s.lanes[j.command.Call]
	s.lanes[j.command.Call] = append(waiting, j)
	if !busy {
		s.all.Go(func() { s.drive(j.command.Call) })
	}
}

// drive carries out the commands of one call until there are none.
func (s *Server) drive(call telephony.CallID) {
	for {
		s.mu.Lock()
		waiting := s.lanes[call]
		if len(waiting) == 0 {
			delete(s.lanes, call)
			s.mu.Unlock()
			return
		}
		j := waiting[0]
		s.lanes[call] = waiting[1:]
		s.mu.Unlock()
		err := j.ctx.Err() // nobody waits for it any more: it has not begun, and shall not
		if err == nil {
			err = s.adapter.Do(j.ctx, j.command)
		}
		s.answer(j, err)
	}
}

// live sends every contact. One that cannot be sent, or an answer that was cut
// short, must not look like all there is.
func (s *Server) live(j *job) {
	for l, err := range s.adapter.Live(j.ctx) {
		if err != nil {
			s.answer(j, err)
			return
		}
		raw, err := encodeLive(l)
		if err == nil {
			var line []byte
			if line, err = (message{Type: contact, ID: j.id, Contact: raw}).line(); err == nil {
				if err = j.client.wire.calm(j.ctx); err == nil {
					j.client.wire.putLine(line)
				}
			}
		}
		if err != nil {
			s.answer(j, err)
			return
		}
	}
	s.answer(j, j.ctx.Err())
}

func (s *Server) answer(j *job, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if stop := j.client.jobs[j.id]; stop != nil {
		stop()
	}
	delete(j.client.jobs, j.id)
	m := message{Type: answer, ID: j.id}
	m.Error, m.Cause = refusal(err)
	j.client.wire.put(m)
}
