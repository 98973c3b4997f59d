package siege

const prime = 1_000_000_007

// eliminate lists the unknowns that the equations alone determine, with their values: by Gauss's
// elimination modulo a prime, in rows that keep only what is not zero.
func (r *Riddle) eliminate(lo, hi []int) []side {
	pivots := map[int]*equation{} // by unknown
	var order []int
	for i := range r.sums {
		if r.sums[i].lo != r.sums[i].hi {
			continue
		}
		e := r.equation(&r.sums[i], lo, hi)
		for e != nil && len(e.by) > 0 {
			x, p := e.reducible(pivots)
			if p == nil {
				x = e.first()
				e.scale(inverse(e.by[x]))
				pivots[x] = e
				order = append(order, x)
				break
			}
			e.take(p, e.by[x])
		}
	}
	var out []side
	for i := len(order) - 1; i >= 0; i-- { // later pivots hold no earlier ones
		e := pivots[order[i]]
		for n := 0; n < 400; n++ {
			x, p := e.reducibleBut(pivots, order[i])
			if p == nil {
				break
			}
			e.take(p, e.by[x])
		}
		if len(e.by) == 1 {
			out = append(out, side{is: signed(e.is), of: order[i]})
		}
	}
	return out
}

// An equation says that its unknowns, times a factor each, add up to something.
type equation struct {
	by map[int]int
	is int
}

func (r *Riddle) equation(s *sum, lo, hi []int) *equation {
	e := &equation{by: map[int]int{}, is: mod(s.lo)}
	for _, t := range s.terms {
		if lo[t.of] == hi[t.of] {
			e.is = mod(e.is - mod(t.by)*mod(lo[t.of]))
			continue
		}
		e.by[t.of] = mod(t.by)
	}
	return e
}

func (e *equation) first() int {
	best := -1
	for x := range e.by {
		if best < 0 || x < best {
			best = x
		}
	}
	return best
}

func (e *equation) reducible(pivots map[int]*equation) (int, *equation) {
	return e.reducibleBut(pivots, -1)
}

func (e *equation) reducibleBut(pivots map[int]*equation, but int) (int, *equation) {
	best := -1
	for x := range e.by {
		if x != but && pivots[x] != nil && (best < 0 || x < best) {
			best = x
		}
	}
	if best < 0 {
		return -1, nil
	}
	return best, pivots[best]
}

// take subtracts a pivot's equation times a factor.
func (e *equation) take(p *equation, factor int) {
	for x, f := range p.by {
		if n := mod(e.by[x] - factor*f%prime); n == 0 {
			delete(e.by, x)
		} else {
			e.by[x] = n
		}
	}
	e.is = mod(e.is - factor*p.is%prime)
}

func (e *equation) scale(f int) {
	for x := range e.by {
		e.by[x] = e.by[x] * f % prime
	}
	e.is = e.is * f % prime
}

func mod(n int) int { return ((n % prime) + prime) % prime }

// signed gives back a small number from its remainder.
func signed(n int) int {
	if n > prime/2 {
		return n - prime
	}
	return n
}

func inverse(n int) int {
	out := 1
	for b, e := n, prime-2; e > 0; e >>= 1 {
		if e&1 == 1 {
			out = out * b % prime
		}
		b = b * b % prime
	}
	return out
}
