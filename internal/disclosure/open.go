package disclosure

import "slices"

// openValues is how many of the other values of a cell the reader must think possible.
func (s *system) openValues(x int) int {
	n, see := 0, s.reader(x)
	for _, v := range s.cells[x].others {
		if see(v) {
			n++
		}
	}
	return n
}

// allOpen says that the reader must think all of them possible.
func (s *system) allOpen(x int) bool {
	see := s.reader(x)
	return !slices.ContainsFunc(s.cells[x].others, func(v int) bool { return !see(v) })
}

// anyOpen says that the reader must think one of them possible.
func (s *system) anyOpen(x int) bool { return slices.ContainsFunc(s.cells[x].others, s.reader(x)) }

// reader answers whether a hidden cell may have a value: at once where cells like it can make up for the
// difference, else by an attack.
func (s *system) reader(x int) func(v int) bool {
	down, up, lo, hi := s.alike(x)
	var a *attack
	return func(v int) bool {
		d := v - s.cells[x].value
		if lo <= v && v <= hi && (d >= 0 && d <= down || d <= 0 && -d <= up) {
			return true
		}
		if a == nil {
			a = s.attackOn(x)
		}
		ok, _ := a.possible(x, v)
		return ok
	}
}

// alike tells how much the other hidden cells that stand in the same constraints as x can give (down) or
// take (up), and within which bounds x itself can move.
func (s *system) alike(x int) (down, up, lo, hi int) {
	lo, hi, shared := s.room(x)
	if len(shared) == 0 {
		return 0, 0, lo, hi
	}
	least := slices.MinFunc(shared, func(a, b int) int { return len(s.open[a]) - len(s.open[b]) })
	for _, t := range s.open[least] {
		if t.cell == x {
			continue
		}
		l, h, same := s.room(t.cell)
		if !slices.Equal(same, shared) || !s.sameSigns(x, t.cell, shared) {
			continue
		}
		v := s.cells[t.cell].value
		down += max(0, v-l)
		up += min(unbounded, max(0, h-v))
	}
	return down, up, lo, hi
}

// room gives the bounds of a cell from the constraints in which it is alone, and the other constraints.
func (s *system) room(x int) (lo, hi int, shared []int) {
	lo, hi = s.cells[x].lo, s.cells[x].hi
	for _, r := range s.cells[x].in {
		switch {
		case len(s.open[r]) > 1:
			shared = append(shared, r)
		case !s.rules[r].atMost:
			lo, hi = s.cells[x].value, s.cells[x].value
		case s.open[r][0].sign > 0:
			hi = min(hi, s.due[r])
		default:
			lo = max(lo, -s.due[r])
		}
	}
	return lo, hi, shared
}

func (s *system) sameSigns(x, y int, rules []int) bool {
	for _, r := range rules {
		var signs [2]int
		for _, t := range s.open[r] {
			switch t.cell {
			case x:
				signs[0] = t.sign
			case y:
				signs[1] = t.sign
			}
		}
		if signs[0] != signs[1] {
			return false
		}
	}
	return true
}
