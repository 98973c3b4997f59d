package disclosure

import "slices"

// masks bounds how many numbers mask takes the label from.
const masks = 12

// mask takes the label "small" from a cell, or from larger ones tied to it, the nearest first, where nothing is left to hide:
// four groups of one, and a total that is known to be under five, are known to be one each. A number that
// stands in several tables loses the label in all of them.
func (s *system) mask(x int) bool {
	if !s.cells[x].small || s.cells[x].past {
		return false
	}
	tied, _ := s.component(x)
	tied = slices.DeleteFunc(tied, func(c int) bool {
		o := &s.cells[c]
		return !o.small || o.masked || o.past || c != x && o.value <= s.cells[x].value
	})
	var groups [][]int
	for _, c := range tied {
		if s.cells[c].masked {
			continue
		}
		if len(groups) == masks {
			break
		}
		groups = append(groups, s.same(c))
		s.setMasked(groups[len(groups)-1], true)
		if !s.anyOpen(x) {
			continue
		}
		for _, g := range groups[:len(groups)-1] {
			if s.setMasked(g, false); !s.anyOpen(x) {
				s.setMasked(g, true)
			}
		}
		return true
	}
	for _, g := range groups {
		s.setMasked(g, false)
	}
	return false
}

// same lists the hidden cells that are the same number as a cell: tied to it two by two, with its value.
func (s *system) same(c int) []int {
	out := []int{c}
	for i := 0; i < len(out); i++ {
		for _, r := range s.cells[out[i]].in {
			if len(s.open[r]) != 2 {
				continue
			}
			for _, t := range s.open[r] {
				if o := s.cells[t.cell]; o.small && !o.masked && !o.past && o.value == s.cells[c].value && !slices.Contains(out, t.cell) {
					out = append(out, t.cell)
				}
			}
		}
	}
	return out
}

func (s *system) setMasked(cells []int, masked bool) {
	for _, i := range cells {
		c := &s.cells[i]
		c.masked, c.hi = masked, s.minCell-1
		if masked {
			c.hi = unbounded
		}
		c.others = otherValues(*c, s.minCell)
	}
}
