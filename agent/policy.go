package agent

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
	"unique"
)

// Policy is what the administrator configures for an agent. The zero value is
// a sensible default. Voice has no entry: it is one call at a time (ANS-3).
type Policy struct {
	// Chat, Email and Social are how many contacts of that channel he has at
	// once, offered, accepted and to be wrapped up all counted. 0 is our default
	// (3, 5 and 3: the source gives none); negative is none at all; at most 1000.
	Chat, Email, Social int
	// Codes are the idle codes he may choose. Empty: any code is accepted.
	Codes []IdleCode
	// Default is the code of an agent who signs in (AGT-1), or who chooses Idle
	// without naming a code. Empty: the first of Codes, or "Idle".
	Default IdleCode
}

const defaultCode IdleCode = "Idle"

const (
	maxCode       = 64
	maxSlots      = 1000
	codeDivider   = "\x1f" // a control character, so that no code contains it
	defaultChat   = 3
	defaultEmail  = 5
	defaultSocial = 3
)

// policy is a Policy as a comparable value. Codes are joined into one string:
// a slice would make State incomparable.
type policy struct {
	slots [channels]uint16
	def   IdleCode
	codes string // each code followed by codeDivider; empty: any
}

// pack checks a policy once, so that no door has to.
func pack(p Policy) (policy, error) {
	q := policy{def: p.Default}
	q.slots[Voice] = 1
	for _, c := range [...]struct {
		ch        Channel
		n, normal int
	}{{Chat, p.Chat, defaultChat}, {Email, p.Email, defaultEmail}, {Social, p.Social, defaultSocial}} {
		switch {
		case c.n > maxSlots:
			return policy{}, &Error{ErrPolicy, c.ch.String(), "has more than 1000 slots"}
		case c.n > 0:
			q.slots[c.ch] = uint16(c.n)
		case c.n == 0:
			q.slots[c.ch] = uint16(c.normal)
		}
	}
	var b strings.Builder
	for i, code := range p.Codes {
		if reason := code.fault(); reason != "" {
			return policy{}, &Error{ErrPolicy, "idle code", reason}
		}
		if slices.Contains(p.Codes[:i], code) {
			return policy{}, &Error{ErrPolicy, "idle code", "is listed twice"}
		}
		b.WriteString(string(code))
		b.WriteString(codeDivider)
	}
	q.codes = b.String()
	if q.def == "" {
		q.def = defaultCode
		if len(p.Codes) > 0 {
			q.def = p.Codes[0]
		}
	}
	if reason := q.refuses(q.def); reason != "" {
		return policy{}, &Error{ErrPolicy, "default idle code", reason}
	}
	return q, nil
}

// unpack is pack's inverse: pack(unpack(q)) == q.
func (q policy) unpack() Policy {
	n := func(ch Channel) int {
		if q.slots[ch] == 0 {
			return -1
		}
		return int(q.slots[ch])
	}
	p := Policy{Chat: n(Chat), Email: n(Email), Social: n(Social), Default: q.def}
	for code := range strings.SplitSeq(q.codes, codeDivider) {
		if code != "" {
			p.Codes = append(p.Codes, IdleCode(code))
		}
	}
	return p
}

// refuses says why a code cannot be chosen; empty when it can. It allocates
// nothing, for it is asked at every request.
func (q policy) refuses(code IdleCode) string {
	if reason := code.fault(); reason != "" {
		return reason
	}
	if q.codes == "" {
		return ""
	}
	for rest := q.codes; rest != ""; {
		var one string
		one, rest, _ = strings.Cut(rest, codeDivider)
		if one == string(code) {
			return ""
		}
	}
	return "is not in the policy's list"
}

// fault says what is wrong with a code by itself.
func (c IdleCode) fault() string {
	switch {
	case strings.TrimSpace(string(c)) == "":
		return "is empty"
	case !utf8.ValidString(string(c)):
		return "is not valid UTF-8"
	case utf8.RuneCountInString(string(c)) > maxCode:
		return "has more than 64 characters"
	case strings.ContainsFunc(string(c), unicode.IsControl):
		return "has a control character"
	}
	return ""
}

var standard = func() policy {
	q, _ := pack(Policy{})
	return q
}()

func (s *State) policy() policy {
	if s.pol == (unique.Handle[policy]{}) {
		return standard
	}
	return s.pol.Value()
}
