package store

import (
	"path"
	"slices"

	"formare/internal/revision"
)

// revisions settles the files that names make versions of one register.
func (l *Ledger) revisions(by Settlement) error {
	type group struct{ partner, month, name string }
	groups := map[group][]*Source{}
	var order []group
	for _, s := range l.byFile() {
		if s.Status == Superseded || s.Partner == "" {
			continue
		}
		g := group{s.Partner, s.Month, by.names[s.ID].Loose}
		if groups[g] == nil {
			order = append(order, g)
		}
		groups[g] = append(groups[g], s)
	}
	for _, g := range order {
		if err := by.settleGroup(groups[g]); err != nil {
			return err
		}
	}
	return nil
}

// settleGroup goes from the earliest version to the latest; each takes the place of those before it that
// it corrects, or waits.
func (by Settlement) settleGroup(files []*Source) error {
	slices.SortStableFunc(files, func(a, b *Source) int { return revision.Compare(by.names[a.ID], by.names[b.ID]) })
	for i, later := range files {
		if later.Status != Active {
			continue // it waits already
		}
		var replaces []*Source
		for _, old := range files[:i] {
			if old.Status == Superseded {
				continue
			}
			v, err := by.judge(old, later, by.strength(old, later, files))
			switch {
			case err != nil:
				return err
			case v == shrunk || v == unlike:
				if old.Status == Active {
					v.carryOut(old, later)
				}
			case v == takes:
				replaces = append(replaces, old)
			}
		}
		if later.Status != Active {
			continue
		}
		for _, old := range replaces {
			old.Against = ""
			takes.carryOut(old, later)
		}
	}
	return nil
}

// strength says how surely later corrects old by its name and place. In another folder that does not
// only name another delivery, its marks must say so, and no other file may be meant, so that
// "corso 1/registro.xlsx" and "corso 2/registro.xlsx" both count.
func (by Settlement) strength(old, later *Source, files []*Source) revision.Strength {
	a, b := by.names[old.ID], by.names[later.ID]
	s := b.Corrects(a)
	switch {
	case by.Told[later.File] == old.File: // the configuration says the contrary
		return revision.None
	case a.Dir == b.Dir || s == revision.None:
		return s
	case s == revision.Weak:
		return revision.None
	}
	for _, f := range files {
		n := by.names[f.ID]
		if f != old && f.File != old.File && revision.Compare(n, b) < 0 && n.Stem == a.Stem &&
			(path.Dir(f.File) == path.Dir(later.File) || path.Dir(f.File) != path.Dir(old.File)) {
			return revision.None
		}
	}
	return s
}
