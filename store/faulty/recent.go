package faulty

// recent is a map that forgets what has not been put for a long time, so that a
// run of days does not fill the memory with records that are gone.
type recent[K comparable, V any] struct {
	young, old map[K]V
}

// generation is how many other keys a key outlives at least.
const generation = 4096

func (r *recent[K, V]) get(k K) (V, bool) {
	if v, known := r.young[k]; known {
		return v, true
	}
	v, known := r.old[k]
	return v, known
}

func (r *recent[K, V]) put(k K, v V) {
	if r.young == nil || len(r.young) >= generation {
		r.young, r.old = map[K]V{}, r.young
	}
	r.young[k] = v
}
