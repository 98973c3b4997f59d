package siege

import "errors"

// ErrMistaken says that the riddle has no solution: what was taken for known is not true.
var ErrMistaken = errors.New("siege: what was published contradicts itself")

// Solve works out what it can and lists the small numbers that are left with a single value, and how many
// there were. It narrows bounds, eliminates unknowns, and tries the values left for every small number.
func (r *Riddle) Solve(minCell int) ([]Recovered, int, error) {
	lo, hi := r.bounds()
	if !r.narrow(lo, hi, nil) {
		return nil, 0, ErrMistaken
	}
	for again := true; again; {
		again = false
		for _, x := range r.eliminate(lo, hi) {
			if lo[x.of] != x.is || hi[x.of] != x.is {
				lo[x.of], hi[x.of], again = x.is, x.is, true
			}
		}
		if again && !r.narrow(lo, hi, nil) {
			return nil, 0, ErrMistaken
		}
		tried, err := r.try(lo, hi, minCell)
		if err != nil {
			return nil, 0, err
		}
		again = again || tried
	}
	var out []Recovered
	small := 0
	for i, v := range r.vars {
		if !v.wanted || !v.small && (lo[i] != hi[i] || lo[i] >= minCell) {
			continue
		}
		small++
		if lo[i] == hi[i] && lo[i] > 0 && lo[i] < minCell {
			out = append(out, Recovered{v.name, lo[i]})
		}
	}
	return out, small, nil
}

func (r *Riddle) bounds() (lo, hi []int) {
	for _, v := range r.vars {
		lo, hi = append(lo, v.lo), append(hi, v.hi)
	}
	return lo, hi
}

// A step undoes one change of a bound.
type step struct{ of, lo, hi int }

// narrow draws all bounds that the sums allow, beginning with some (nil: all). It is false when no value
// is left somewhere.
func (r *Riddle) narrow(lo, hi []int, from []int) bool {
	_, ok := r.draw(lo, hi, from)
	return ok
}

func (r *Riddle) draw(lo, hi []int, from []int) (undo []step, ok bool) {
	if from == nil {
		for i := range r.sums {
			from = append(from, i)
		}
	}
	queue, queued := append([]int(nil), from...), map[int]bool{}
	for _, i := range queue {
		queued[i] = true
	}
	for n := 0; len(queue) > 0 && n < 300000; n++ {
		i := queue[0]
		queue, queued[i] = queue[1:], false
		s := &r.sums[i]
		least, most := 0, 0
		for _, t := range s.terms {
			a, b := reach(t, lo, hi)
			least, most = least+a, most+b
		}
		if least > s.hi || most < s.lo {
			return undo, false
		}
		for _, t := range s.terms {
			a, b := reach(t, lo, hi)
			top, bottom := s.hi-(least-a), s.lo-(most-b) // the others at their least, at their most
			if s.hi >= plenty {
				top = plenty
			}
			if s.lo <= -plenty || most >= plenty {
				bottom = a
			}
			l, h := lo[t.of], hi[t.of]
			if t.by > 0 {
				l, h = max(l, ceil(bottom, t.by)), min(h, floor(top, t.by))
			} else {
				l, h = max(l, ceil(-top, -t.by)), min(h, floor(-bottom, -t.by))
			}
			if l == lo[t.of] && h == hi[t.of] {
				continue
			}
			undo = append(undo, step{t.of, lo[t.of], hi[t.of]})
			lo[t.of], hi[t.of] = l, h
			if l > h {
				return undo, false
			}
			na, nb := reach(t, lo, hi)
			least, most = least+na-a, most+nb-b
			for _, o := range r.in[t.of] {
				if !queued[o] {
					queue, queued[o] = append(queue, o), true
				}
			}
		}
	}
	return undo, true
}

func reach(t term, lo, hi []int) (least, most int) {
	a, b := t.by*lo[t.of], t.by*hi[t.of]
	return min(a, b), max(a, b)
}

func floor(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

func ceil(a, b int) int { return -floor(-a, b) }

// try takes from the small numbers the values that lead to a contradiction.
func (r *Riddle) try(lo, hi []int, minCell int) (found bool, err error) {
	for i, v := range r.vars {
		if !v.wanted || lo[i] >= minCell {
			continue
		}
		for lo[i] < hi[i] && !r.may(lo, hi, i, lo[i]) {
			lo[i]++
			found = true
		}
		for hi[i] < minCell && lo[i] < hi[i] && !r.may(lo, hi, i, hi[i]) {
			hi[i]--
			found = true
		}
	}
	if found && !r.narrow(lo, hi, nil) {
		return false, ErrMistaken
	}
	return found, nil
}

// may says whether a value leads to no contradiction at once.
func (r *Riddle) may(lo, hi []int, x, value int) bool {
	l, h := lo[x], hi[x]
	lo[x], hi[x] = value, value
	undo, ok := r.draw(lo, hi, r.in[x])
	for i := len(undo) - 1; i >= 0; i-- {
		lo[undo[i].of], hi[undo[i].of] = undo[i].lo, undo[i].hi
	}
	lo[x], hi[x] = l, h
	return ok
}
