package store

// Watching is how many watches there are, and the most entries that one of them
// keeps.
func (m *Memory) Watching() (watches, entries int) {
	all := m.watchers.all.Load()
	if all == nil {
		return 0, 0
	}
	for _, x := range *all {
		x.mu.Lock()
		entries = max(entries, len(x.queue), len(x.changed))
		x.mu.Unlock()
	}
	return len(*all), entries
}
