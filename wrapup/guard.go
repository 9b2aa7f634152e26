package wrapup

// guard is a named condition of the table.
type guard uint8

const (
	notRequired guard = iota
	submitWaits
	noReason
	noCount
	mayNotCancel

	guards = 5
)

var guardNames = [guards]string{
	notRequired: "not required", submitWaits: "submit waits", noReason: "no reason chosen",
	noCount: "no count-down", mayNotCancel: "policy forbids",
}

func (g guard) String() string { return guardNames[g] }

func (g guard) holds(s *State) bool {
	switch g {
	case notRequired:
		return s.policy().notRequired
	case submitWaits:
		return s.waiting
	case noReason:
		return *s.choice() == ""
	case noCount:
		return !s.counts
	case mayNotCancel:
		return !s.policy().mayCancel
	}
	return false
}
