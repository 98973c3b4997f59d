package disclosure

import (
	"cmp"
	"slices"
)

// passes over cells that are given away: what one needs may only be hidden for another.
const passes = 3

// protect hides further cells until no cell that is to be protected can be worked out: each must keep a
// second possible value at least, and all that a small count can have where one more detail does it.
// Then it shows again what turned out not to be needed.
func (s *system) protect() {
	for range passes {
		for i := range s.cells {
			if s.cells[i].others != nil && s.cells[i].hidden && !s.anyOpen(i) {
				s.cover(i)
			}
		}
	}
	for i := range s.cells {
		if s.cells[i].small && s.cells[i].others != nil {
			s.cover(i) // for the rest of what a small count can be
		}
	}
	s.release()
}

// cover hides what must be hidden for one cell, and shows again what of it turned out not to be needed:
// all cells covered before could do without.
func (s *system) cover(x int) {
	var tried []int
	for stuck := false; ; {
		n := s.openValues(x)
		if n == len(s.cells[x].others) || n > 0 && s.cells[x].frozen {
			break
		}
		c := s.widen(x)
		if c < 0 && n > 0 {
			break
		}
		if c < 0 {
			c = s.step(x, false)
		}
		if c < 0 && s.cells[x].frozen && !s.cells[x].small {
			break // it stays hidden; what it hid once, the joint attack looks after
		}
		if c < 0 && !stuck && s.mask(x) {
			break
		}
		if c < 0 {
			stuck = true
			c = s.step(x, true)
		}
		if c < 0 {
			s.mask(x)
			break
		}
		tried = append(tried, c)
	}
	s.prune(x, tried)
}

// prune shows again, the costliest first, what a cell does not need of what was hidden for it.
func (s *system) prune(x int, tried []int) {
	if !s.cells[x].hidden {
		for _, c := range tried {
			s.setHidden(c, false)
		}
		return
	}
	if len(tried) < 2 {
		return
	}
	s.dearestFirst(tried)
	had := s.openValues(x)
	for _, c := range tried {
		if s.setHidden(c, false); s.openValues(x) < had {
			s.setHidden(c, true)
		}
	}
}

func (s *system) dearestFirst(cells []int) {
	slices.SortStableFunc(cells, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.cells[b].level, s.cells[a].level), cmp.Compare(s.cells[b].value, s.cells[a].value), cmp.Compare(a, b))
	})
}

// tries bounds how many cells widen and step look at.
const tries = 8

// dear times the threshold is a count that readers would miss: it is hidden where nothing else keeps a
// cell from being worked out, but not only to leave one more value possible for it.
const dear = 4

// widen hides the cheapest detail that alone makes all values of a cell possible; -1 if none does.
func (s *system) widen(x int) int {
	list := s.candidates(s.cells[x].in, 0)
	for _, c := range list[:min(len(list), tries)] {
		if s.cells[c].value >= dear*s.minCell {
			continue
		}
		if s.setHidden(c, true); s.allOpen(x) {
			return c
		}
		s.setHidden(c, false)
	}
	return -1
}

// step hides the cheapest cell of the constraints that give the cell away, or of any that are tied to it:
// one that already makes a second value possible, if there is one. -1 if nothing is left to hide.
func (s *system) step(x int, any bool) int {
	a := s.attackOn(x)
	var near []int
	for _, v := range s.cells[x].others {
		if ok, r := a.possible(x, v); !ok && r >= 0 && !slices.Contains(near, r) {
			near = append(near, r)
		}
	}
	if any {
		near = a.rules
	}
	for level := range 3 {
		list := s.candidates(near, level)
		if len(list) == 0 {
			continue
		}
		for _, c := range list[:min(len(list), tries)] {
			if s.setHidden(c, true); s.anyOpen(x) {
				return c
			}
			s.setHidden(c, false)
		}
		s.setHidden(list[0], true)
		return list[0]
	}
	return -1
}

// candidates are the shown cells of some constraints that may be hidden, cheapest first: those already
// hidden in another report, then the smallest that leave room.
func (s *system) candidates(rules []int, level int) []int {
	var out []int
	seen := map[int]bool{}
	for _, r := range rules {
		for _, t := range s.rules[r].terms {
			c := &s.cells[t.cell]
			if !c.hidden && !c.fixed && c.level == level && c.value > 0 && !seen[t.cell] {
				seen[t.cell] = true
				out = append(out, t.cell)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		x, y := &s.cells[a], &s.cells[b]
		return cmp.Or(order(!x.frozen, !y.frozen), cmp.Compare(x.value, y.value), cmp.Compare(a, b))
	})
	return out
}

func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// most cells that release looks at: beyond it, what is hidden stays so.
const releaseWork = 4000

// release shows again, largest first, what no cell needs.
func (s *system) release() {
	var extra, kept []int
	for i := range s.cells {
		switch c := &s.cells[i]; {
		case c.hidden && c.others != nil:
			kept = append(kept, i)
		case c.hidden && !c.small && !c.keep:
			extra = append(extra, i)
		}
	}
	if len(extra)*len(kept) > releaseWork {
		return
	}
	s.dearestFirst(extra)
	had := map[int]int{}
	for _, x := range kept {
		had[x] = s.openValues(x)
	}
	for _, c := range extra {
		tied, _ := s.component(c)
		s.setHidden(c, false)
		for _, x := range tied {
			if s.cells[x].others != nil && s.cells[x].hidden && s.openValues(x) < had[x] {
				s.setHidden(c, true)
				break
			}
		}
	}
}
