package bolt

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// A key in the file is the length of its kind less one in a byte, the kind, and
// the id: any two keys differ, whatever signs are in them.
func encodeKey(key store.Key) []byte {
	b := make([]byte, 0, 1+len(key.Kind)+len(key.ID))
	b = append(b, byte(len(key.Kind)-1))
	b = append(b, key.Kind...)
	return append(b, key.ID...)
}

func decodeKey(b []byte) (store.Key, error) {
	if len(b) < 1 || len(b) < 1+int(b[0])+1+1 {
		return store.Key{}, fmt.Errorf("%w: a key of %d bytes", ErrCorrupt, len(b))
	}
	n := int(b[0]) + 1
	return store.Key{Kind: string(b[1 : 1+n]), ID: string(b[1+n:])}, nil
}

// A value in the file is the revision in eight bytes, the checksum of everything
// else, and the data. The engine has checksums only for its two first pages, and
// a record with a flipped bit is one that was never committed (duty 3).
const head = 8 + 4

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func encodeValue(key []byte, rev store.Revision, data []byte) []byte {
	b := make([]byte, head, head+len(data))
	binary.BigEndian.PutUint64(b, uint64(rev))
	b = append(b, data...)
	binary.BigEndian.PutUint32(b[8:], sum(key, b))
	return b
}

func sum(key, value []byte) uint32 {
	c := crc32.Update(0, castagnoli, key)
	c = crc32.Update(c, castagnoli, value[:8])
	return crc32.Update(c, castagnoli, value[head:])
}

// decodeValue gives the revision and the data, which are part of b. A value that
// is not there has revision 0.
func decodeValue(key, b []byte) (store.Revision, []byte, error) {
	if b == nil {
		return 0, nil, nil
	}
	if len(b) <= head || binary.BigEndian.Uint32(b[8:]) != sum(key, b) {
		return 0, nil, fmt.Errorf("%w: a record does not fit its checksum", ErrCorrupt)
	}
	return store.Revision(binary.BigEndian.Uint64(b)), b[head:], nil
}

// record is what was read, out of the engine's memory.
func record(key store.Key, rev store.Revision, data []byte) store.Record {
	return store.Record{Key: key, Revision: rev, Data: bytes.Clone(data)}
}
