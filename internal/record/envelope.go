package record

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"
)

// version is the encoding's. A version reads its predecessor's, so that an
// upgrade loses nothing that is under way; this is the first.
const version = 1

// The reasons why bytes are no record.
var (
	ErrCorrupt = errors.New("record: corrupt")
	ErrNewer   = errors.New("record: of a newer version")
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// seal puts a line before a document that says what it is, in which version, and
// its checksum: JSON finds what is cut off, but not a digit that has changed.
//
//	callcontrol interaction 1 9a3f01bc
func seal(kind string, body []byte) []byte {
	head := fmt.Sprintf("callcontrol %s %d %08x\n", kind, version, crc32.Checksum(body, castagnoli))
	return append(append(make([]byte, 0, len(head)+len(body)), head...), body...)
}

// unseal is the document and its version: ErrCorrupt, or ErrNewer for one that
// only a later version of this package understands.
func unseal(kind string, data []byte) (body []byte, v int, err error) {
	line, body, ok := bytes.Cut(data, []byte("\n"))
	words := strings.Split(string(line), " ")
	if !ok || len(words) != 4 || words[0] != "callcontrol" || words[1] != kind {
		return nil, 0, fmt.Errorf("%w: the first line is not %q's", ErrCorrupt, kind)
	}
	v, err = strconv.Atoi(words[2])
	switch {
	case err != nil || v < 1:
		return nil, 0, fmt.Errorf("%w: no version", ErrCorrupt)
	case v > version:
		return nil, v, fmt.Errorf("%w: %d, and this is %d", ErrNewer, v, version)
	case words[3] != fmt.Sprintf("%08x", crc32.Checksum(body, castagnoli)):
		return nil, v, fmt.Errorf("%w: the checksum is another one", ErrCorrupt)
	}
	return body, v, nil
}

// corrupt says which part of a document cannot be.
func corrupt(part string, err error) error { return fmt.Errorf("%w: %s: %w", ErrCorrupt, part, err) }
