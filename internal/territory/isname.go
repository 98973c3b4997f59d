package territory

// IsName says whether a text is, but for what usually stands around it, a name of a comune of the region
// or of Italy, or of a place in the region. It looks only at names written in full, so that it is quick
// enough to be asked of every cell; Resolve understands far more.
func (t *Territory) IsName(text string) bool {
	if len(text) > maxText {
		return false
	}
	n := t.names
	w := words(text)
	if len(w) == 0 || n.nothing(w) {
		return false
	}
	if _, ok := n.known[compact(w)]; ok {
		return true
	}
	bare, sigla := n.undecorate(w)
	key := compact(bare)
	if _, ok := n.known[key]; ok {
		return true
	}
	return n.outside(key, sigla).How == Outside
}
