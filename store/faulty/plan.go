package faulty

import (
	"sync"

	"github.com/seed-6cc70c2f/callcontrol/store"
)

// plan decides which call is struck by which fault.
type plan struct {
	seed  uint64
	rates Rates

	mu      sync.Mutex
	planted []Fault
	calls   recent[call, uint64] // how many a record has seen
	struck  [Kinds]int
}

type call struct {
	method method
	key    store.Key
}

// fate is what strikes the next call of a method for a record. can says whether a
// kind is possible here; a planted fault that is not waits for the next call.
func (p *plan) fate(m method, key store.Key, can func(Kind) bool) Kind {
	p.mu.Lock()
	defer p.mu.Unlock()
	k := p.plant(m, key, can)
	if by := p.chance(m, key); k == NoFault && by != NoFault && can(by) {
		k = by
	}
	if k != NoFault {
		p.struck[k]++
	}
	return k
}

// plant counts the call with every planted fault, and takes the first that is due.
func (p *plan) plant(m method, key store.Key, can func(Kind) bool) Kind {
	due := -1
	for i := range p.planted {
		f := &p.planted[i]
		if !f.fits(m, key) {
			continue
		}
		f.Nth--
		if due < 0 && f.Nth <= 0 && can(f.Kind) {
			due = i
		}
	}
	if due < 0 {
		return NoFault
	}
	k := p.planted[due].Kind
	p.planted = append(p.planted[:due], p.planted[due+1:]...)
	return k
}

// chance throws the dice, which are a function of the seed, the record and the
// number of the call.
func (p *plan) chance(m method, key store.Key) Kind {
	if p.rates == (Rates{}) {
		return NoFault
	}
	c := call{m, key}
	n, _ := p.calls.get(c)
	p.calls.put(c, n+1)
	at := float64(dice(p.seed, c, n)>>11) / (1 << 53)
	for i := range Kinds {
		k := Kind(i)
		if k.method() != m {
			continue
		}
		if at < p.rates[k] {
			return k
		}
		at -= max(p.rates[k], 0)
	}
	return NoFault
}

// dice is FNV-1a over what a call is, stirred by the last steps of SplitMix64.
func dice(seed uint64, c call, n uint64) uint64 {
	h := uint64(14695981039346656037)
	add := func(b byte) { h = (h ^ uint64(b)) * 1099511628211 }
	add(byte(c.method))
	for _, part := range [...]string{c.key.Kind, c.key.ID} {
		for i := range len(part) {
			add(part[i])
		}
		add(0xff) // no part of a UTF-8 string
	}
	h += (seed + 1) * 0x9e3779b97f4a7c15
	h = stir(h) + n*0xd1342543de82ef95
	return stir(h)
}

func stir(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
