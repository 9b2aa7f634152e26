package remote

import (
	"encoding/json"
	"errors"
)

// maxLine bounds a line, its line feed included: what a reader must be ready
// to hold. maxToken leaves room for the rest of the hello.
const (
	maxLine  = 1 << 16
	maxToken = 1 << 10
	version  = 1
)

// The types of messages.
const (
	hello   = "hello"
	welcome = "welcome"
	open    = "open"
	opened  = "opened"
	listen  = "listen"
	event   = "event"
	ack     = "ack"
	command = "command"
	live    = "live"
	contact = "contact"
	answer  = "answer"
	cancel  = "cancel"
	ping    = "ping"
	pong    = "pong"
	bye     = "bye"
	failure = "error"
)

// What an answer, an error or a bye says in its error.
const (
	unsupported = "unsupported"
	rejected    = "rejected"
	unknown     = "unknown"
	busy        = "busy"
	unknownType = "unknown-type"

	replaced  = "replaced"
	badToken  = "token"
	noVersion = "version"
	malformed = "malformed"
	order     = "order"
	closing   = "closing"
)

// message is any line. What a type does not need is left out.
type message struct {
	Type         string          `json:"type"`
	ID           uint64          `json:"id,omitempty"`
	Versions     []int           `json:"versions,omitempty"`
	Token        string          `json:"token,omitempty"`
	Version      int             `json:"version,omitempty"`
	Capabilities string          `json:"capabilities,omitempty"`
	Session      string          `json:"session,omitempty"`
	Taken        []uint64        `json:"taken,omitempty"`
	Command      json.RawMessage `json:"command,omitempty"`
	Event        json.RawMessage `json:"event,omitempty"`
	Contact      json.RawMessage `json:"contact,omitempty"`
	Error        string          `json:"error,omitempty"`
	Cause        string          `json:"cause,omitempty"`
}

// errMalformed says no more than it does: a decoder's own error may quote what
// it read, and that may be a number or a token.
var errMalformed = errors.New("remote: malformed message")

// errTooLong marks what does not fit on a line.
var errTooLong = errors.New("remote: message too long")

// line writes a message with its line feed.
func (m message) line() ([]byte, error) {
	b, err := json.Marshal(m)
	if err != nil {
		return nil, errMalformed
	}
	if len(b) >= maxLine {
		return nil, errTooLong
	}
	return append(b, '\n'), nil
}

// parse reads one line, with or without its line feed. What has no type, such
// as null, is no message.
func parse(line []byte) (message, error) {
	var m message
	if json.Unmarshal(line, &m) != nil || m.Type == "" {
		return message{}, errMalformed
	}
	return m, nil
}
