package disclosure

import (
	"cmp"
	"slices"
)

// protect hides further cells until no cell that is to be protected can be worked out: each must keep a
// second possible value at least, and all that a small count can have where one more detail does it.
// Then it shows again what turned out not to be needed.
func (s *system) protect() {
	for i := range s.cells {
		if s.cells[i].others != nil && s.cells[i].hidden {
			s.cover(i)
		}
	}
	s.release()
}

// open is how many of the other values of a cell the reader must think possible.
func (s *system) openValues(x int) int {
	a := s.attackOn(x)
	n := 0
	for _, v := range s.cells[x].others {
		if ok, _ := a.possible(x, v); ok {
			n++
		}
	}
	return n
}

// cover hides what must be hidden for one cell. Every step hides one cell more, so it ends.
func (s *system) cover(x int) {
	for {
		n := s.openValues(x)
		switch {
		case n == len(s.cells[x].others), n > 0 && s.cells[x].frozen:
			return
		case s.widen(x):
		case n > 0:
			return
		case !s.step(x):
			if s.cells[x].frozen && !s.cells[x].small {
				s.setHidden(x, false) // it cannot be kept, and hides nothing by itself
			}
			return
		}
	}
}

// widen hides the cheapest detail that alone makes all values of a cell possible.
func (s *system) widen(x int) bool {
	tries := 0
	for _, c := range s.candidates(s.cells[x].in, 0) {
		if tries++; tries > 12 {
			return false
		}
		s.setHidden(c, true)
		if s.openValues(x) == len(s.cells[x].others) {
			return true
		}
		s.setHidden(c, false)
	}
	return false
}

// step hides the cheapest cell of the nearest constraint that gives the cell away.
func (s *system) step(x int) bool {
	a := s.attackOn(x)
	var near []int
	for _, v := range s.cells[x].others {
		if ok, r := a.possible(x, v); !ok && r >= 0 && !slices.Contains(near, r) {
			near = append(near, r)
		}
	}
	for _, rules := range [][]int{near, a.rules} {
		for level := range 3 {
			if c := s.candidates(rules, level); len(c) > 0 {
				s.setHidden(c[0], true)
				return true
			}
		}
	}
	return false
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
	slices.SortStableFunc(extra, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.cells[b].level, s.cells[a].level), cmp.Compare(s.cells[b].value, s.cells[a].value), cmp.Compare(a, b))
	})
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
