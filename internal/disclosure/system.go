package disclosure

// unbounded is more than any count can be.
const unbounded = 1 << 40

// A cell is one count, known to us; hidden means that the reader knows only its bounds.
type cell struct {
	value  int
	lo, hi int // what the reader knows of it when it is hidden
	hidden bool
	small  bool  // hidden because it is small itself, and shown as such
	keep   bool  // hidden whatever the others do: it goes with a hidden count, or stands in no table
	fixed  bool  // never hidden to protect another
	frozen bool  // hidden in another report, with the same value
	level  int   // 0 for details; totals are hidden after them
	in     []int // constraints
	masked bool  // small, but shown as hidden to protect another: "small" would tell too much
	past   bool  // of another month's report, which is published already

	// others are values that the reader should still think possible; nil when the cell is not to be
	// protected. One is needed; all of them are wanted for a small count.
	others []int
}

// A term of a constraint: a cell, added or taken off.
type term struct{ cell, sign int }

// A constraint says that its terms add up to rest, or (atMost) not to more.
type constraint struct {
	terms  []term
	rest   int
	atMost bool
}

// A system is what the reader knows: cells, shown or hidden, and how they hang together.
type system struct {
	minCell int
	cells   []cell
	rules   []constraint
	open    [][]term // by constraint: its hidden terms
	due     []int    // by constraint: rest less its shown terms
	sight   int      // how many small counts around one are tried with it
	effort  int      // what is left of it for the reports of all months
}

func newSystem(minCell int) *system { return &system{minCell: minCell} }

// relate adds a constraint that holds for the true values; one that does not is left out.
func (s *system) relate(c constraint) {
	sum := 0
	for _, t := range c.terms {
		sum += t.sign * s.cells[t.cell].value
	}
	if sum > c.rest || sum < c.rest && !c.atMost || len(c.terms) == 0 {
		return
	}
	for _, t := range c.terms {
		s.cells[t.cell].in = append(s.cells[t.cell].in, len(s.rules))
	}
	s.rules = append(s.rules, c)
	s.open = append(s.open, nil)
	s.due = append(s.due, 0)
	s.refresh(len(s.rules) - 1)
}

// refresh works out again what of a constraint is hidden.
func (s *system) refresh(i int) {
	c := &s.rules[i]
	s.open[i], s.due[i] = s.open[i][:0], c.rest
	for _, t := range c.terms {
		if s.cells[t.cell].hidden {
			s.open[i] = append(s.open[i], t)
		} else {
			s.due[i] -= t.sign * s.cells[t.cell].value
		}
	}
}

func (s *system) setHidden(i int, hidden bool) {
	s.cells[i].hidden = hidden
	for _, c := range s.cells[i].in {
		s.refresh(c)
	}
}

// bounds are what the reader can say of every cell at some point of an attack.
type bounds struct{ lo, hi []int }

func (b bounds) clone() bounds {
	return bounds{append([]int(nil), b.lo...), append([]int(nil), b.hi...)}
}

// component lists the hidden cells tied to a cell, and the constraints that tie them.
func (s *system) component(from int) (cells, rules []int) {
	seen, used := map[int]bool{from: true}, map[int]bool{}
	cells = []int{from}
	for i := 0; i < len(cells); i++ {
		for _, r := range s.cells[cells[i]].in {
			if used[r] {
				continue
			}
			used[r] = true
			rules = append(rules, r)
			for _, t := range s.open[r] {
				if !seen[t.cell] {
					seen[t.cell] = true
					cells = append(cells, t.cell)
				}
			}
		}
	}
	return cells, rules
}

// narrow draws every bound that the constraints allow to be drawn, beginning with those of the cells
// given. It is false if no value is left somewhere, with the constraint that said so.
func (s *system) narrow(b bounds, rules []int) (broken int, ok bool) {
	queue := append([]int(nil), rules...)
	queued := make([]bool, len(s.rules))
	for _, r := range queue {
		queued[r] = true
	}
	for steps := 0; len(queue) > 0 && steps < 20000; steps++ {
		r := queue[0]
		queue = queue[1:]
		queued[r] = false
		changed, ok := s.narrowBy(b, r)
		if !ok {
			return r, false
		}
		for _, c := range changed {
			for _, o := range s.cells[c].in {
				if !queued[o] {
					queued[o] = true
					queue = append(queue, o)
				}
			}
		}
	}
	return -1, true
}

// narrowBy draws the bounds of one constraint's hidden cells.
func (s *system) narrowBy(b bounds, r int) (changed []int, ok bool) {
	least, most := 0, 0
	for _, t := range s.open[r] {
		lo, hi := t.reach(b)
		least += lo
		most += hi
	}
	due, exact := s.due[r], !s.rules[r].atMost
	if least > due || exact && most < due {
		return nil, false
	}
	for _, t := range s.open[r] {
		lo, hi := t.reach(b)
		top := due - (least - lo) // the others at their least
		bottom := lo
		if exact {
			bottom = max(lo, due-(most-hi))
		}
		if top < hi || bottom > lo {
			if !t.draw(b, bottom, min(top, hi)) {
				return nil, false
			}
			changed = append(changed, t.cell)
			newLo, newHi := t.reach(b)
			least += newLo - lo
			most += newHi - hi
		}
	}
	return changed, true
}

// reach gives the least and the most that a term adds.
func (t term) reach(b bounds) (lo, hi int) {
	if t.sign < 0 {
		return -b.hi[t.cell], -b.lo[t.cell]
	}
	return b.lo[t.cell], b.hi[t.cell]
}

// draw sets the least and the most that a term adds.
func (t term) draw(b bounds, lo, hi int) bool {
	if t.sign < 0 {
		lo, hi = -hi, -lo
	}
	b.lo[t.cell], b.hi[t.cell] = max(b.lo[t.cell], lo), min(b.hi[t.cell], hi)
	return b.lo[t.cell] <= b.hi[t.cell]
}
