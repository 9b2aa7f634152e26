package simulator

// Drop cuts the connection to the switch: Run returns ErrLink, Do returns it
// and does nothing, and Live has nothing else to tell. People go on, and what
// happens meanwhile is kept for Run.
func (s *Switch) Drop() {
	defer s.enter()()
	s.down = true
	s.post.ring()
}

// Restore mends the connection. Run has to be called again.
func (s *Switch) Restore() {
	defer s.enter()()
	s.down = false
}

// DropEvents loses every event that has not been taken yet: only Live tells
// what is so. An event that sink is just being given may still be taken.
func (s *Switch) DropEvents() {
	defer s.enter()()
	s.post.lose()
}

func (s *Switch) isDown() bool {
	defer s.enter()()
	return s.down
}
