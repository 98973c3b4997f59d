package store

// Overwritten gives the sources whose path holds another content now: of each path the one that counted
// until now, or the one that the content there now has taken the place of. A content that lies
// elsewhere in the inbox was moved, not replaced. usable says whether a source's tables can still be
// counted with the others.
func (l *Ledger) Overwritten(files []File, usable func(*Source) bool) []Source {
	now, here := map[string]string{}, map[string]bool{}
	for _, f := range files {
		now[f.Path] = SourceID(f.Path, f.SHA256)
		here[f.SHA256] = true
	}
	known := l.Index()
	kept := map[string]*Source{}
	for _, s := range l.byFile() {
		id, there := now[s.File]
		if !there || id == s.ID || here[s.SHA256] || !usable(s) {
			continue
		}
		counted := s.Status == Active
		before := s.Status == Superseded && s.Overwritten && known[id] != nil
		if counted || before && kept[s.File] == nil {
			kept[s.File] = s
		}
	}
	var out []Source
	for _, s := range l.byFile() {
		if kept[s.File] == s {
			old := *s
			old.Overwritten = true
			out = append(out, old)
		}
	}
	return out
}
