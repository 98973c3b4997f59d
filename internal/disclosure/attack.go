package disclosure

import "slices"

// effort bounds the search for one possible world; a search that ends for want of it counts as "not
// possible", which protects more, never less.
const effort = 24

// An attack asks which values a hidden cell may have, for a reader who knows all that is published.
type attack struct {
	s     *system
	cells []int // hidden ones tied to the cell
	rules []int
	base  bounds
	left  int
}

// attackOn prepares the attack on a hidden cell.
func (s *system) attackOn(x int) *attack {
	a := &attack{s: s}
	a.cells, a.rules = s.component(x)
	a.base = bounds{make([]int, len(s.cells)), make([]int, len(s.cells))}
	for _, c := range a.cells {
		a.base.lo[c], a.base.hi[c] = s.cells[c].lo, s.cells[c].hi
	}
	s.narrow(a.base, a.rules)
	return a
}

// possible says whether there is a world, that fits all that is published, in which cell x has value v;
// if not, blamed is the constraint where the contradiction showed (-1 if only a search found it).
func (a *attack) possible(x, v int) (ok bool, blamed int) {
	if v < a.base.lo[x] || v > a.base.hi[x] {
		return false, a.blame(x, v)
	}
	b := a.base.clone()
	b.lo[x], b.hi[x] = v, v
	if r, ok := a.s.narrow(b, a.s.cells[x].in); !ok {
		return false, r
	}
	a.left = effort
	return a.search(b), -1
}

// blame finds the constraint that rules a value out, from bounds before any narrowing.
func (a *attack) blame(x, v int) int {
	b := bounds{make([]int, len(a.s.cells)), make([]int, len(a.s.cells))}
	for _, c := range a.cells {
		b.lo[c], b.hi[c] = a.s.cells[c].lo, a.s.cells[c].hi
	}
	if v < b.lo[x] || v > b.hi[x] {
		return -1
	}
	b.lo[x], b.hi[x] = v, v
	r, ok := a.s.narrow(b, a.s.cells[x].in)
	if ok {
		return -1
	}
	return r
}

// search looks for a world within bounds, starting from the true one: it repairs one broken constraint
// after the other by changing one cell of it.
func (a *attack) search(b bounds) bool {
	if a.left--; a.left < 0 {
		return false
	}
	r, missing := a.firstBroken(b)
	if r < 0 {
		return true
	}
	for _, m := range a.moves(b, r, missing) {
		n := b.clone()
		n.lo[m.cell], n.hi[m.cell] = m.value, m.value
		if _, ok := a.s.narrow(n, a.s.cells[m.cell].in); ok && a.search(n) {
			return true
		}
	}
	return false
}

// near is the value of a cell nearest to the true one that bounds allow.
func (a *attack) near(b bounds, c int) int {
	return min(max(a.s.cells[c].value, b.lo[c]), b.hi[c])
}

// firstBroken finds a constraint that the world of nearest values breaks, and what it lacks.
func (a *attack) firstBroken(b bounds) (rule, missing int) {
	for _, r := range a.rules {
		missing := a.s.due[r]
		for _, t := range a.s.open[r] {
			missing -= t.sign * a.near(b, t.cell)
		}
		if missing < 0 || missing > 0 && !a.s.rules[r].atMost {
			return r, missing
		}
	}
	return -1, 0
}

type move struct{ cell, value, done int }

// moves are the cells of a constraint that can change towards what it lacks, those that can do most first.
func (a *attack) moves(b bounds, r, missing int) []move {
	var out []move
	for _, t := range a.s.open[r] {
		now := a.near(b, t.cell)
		if b.lo[t.cell] == b.hi[t.cell] {
			continue
		}
		value := min(max(now+t.sign*missing, b.lo[t.cell]), b.hi[t.cell])
		if value == now {
			continue
		}
		out = append(out, move{t.cell, value, max(value-now, now-value)})
	}
	slices.SortStableFunc(out, func(x, y move) int { return y.done - x.done })
	return out[:min(len(out), 8)]
}
