package disclosure

import (
	"cmp"
	"maps"
	"slices"
)

// A Sum is what one report tells of its hidden counts together: they add up to Is, or (Most) not to more.
type Sum struct {
	Of   map[string]int `json:"of"` // by cell: 1 or -1
	Is   int            `json:"is"`
	Most bool           `json:"most,omitempty"`
}

// sums lists what a reader knows of the hidden counts of this report.
func (b *builder) sums() []Sum {
	var out []Sum
	for i, open := range b.open {
		if len(open) == 0 || slices.ContainsFunc(b.system.rules[i].terms, func(t term) bool { return b.cells[t.cell].past }) {
			continue
		}
		s := Sum{Of: map[string]int{}, Is: b.due[i], Most: b.system.rules[i].atMost}
		for _, t := range open {
			s.Of[b.ids[t.cell]] += t.sign
		}
		out = append(out, s)
	}
	return out
}

// A told is a count as the last report with it told it.
type told struct {
	cell  int // -1: shown
	value int
}

// join puts the hidden counts of the other months' reports beside those of this one, with all that those
// reports told of them, so that all reports are attacked together. Counts grow from report to report; those
// of a month or a course stay, once told.
func (b *builder) join(p Pattern, month string) {
	months := slices.Sorted(maps.Keys(p.Reports))
	if !slices.Contains(months, month) {
		months = append(months, month)
		slices.Sort(months)
	}
	present, rules := len(b.cells), len(b.system.rules)
	last := map[string]told{}
	var before []int
	for _, m := range months {
		if m != month {
			from := len(b.system.rules)
			b.joinReport(m, p, last)
			before = b.differences(before, from, len(b.system.rules))
			continue
		}
		for i := range present {
			if id := b.ids[i]; id != "" {
				b.tie(id, last, told{i, b.cells[i].value}, true)
			}
		}
		before = b.differences(before, 0, rules)
	}
}

// joinReport adds one other report's hidden counts, and what it told of them.
func (b *builder) joinReport(month string, p Pattern, last map[string]told) {
	at := map[string]int{}
	report := p.Reports[month]
	for _, id := range slices.Sorted(maps.Keys(report)) {
		e := report[id]
		now := told{-1, e.Value}
		if e.hidden() {
			if e.Value == 0 && e.Small {
				continue // told by an earlier version, which did not keep it
			}
			now.cell = b.place(place{}, id, b.past(e))
			at[id] = now.cell
		}
		b.tie(id, last, now, false)
	}
	for _, s := range p.Sums[month] {
		c := constraint{rest: s.Is, atMost: s.Most}
		for _, id := range slices.Sorted(maps.Keys(s.Of)) {
			if i, ok := at[id]; ok {
				c.terms = append(c.terms, term{i, s.Of[id]})
			}
		}
		if len(c.terms) == len(s.Of) {
			b.relate(c)
		}
	}
}

// differences takes the sums of one report from those of the next: what both hold of months that are over
// falls out, and what is left is told of the new ones alone. It gives the sums of the newer report.
func (b *builder) differences(older []int, from, to int) (newer []int) {
	with := map[string][]int{} // older sums by the lasting cells in them
	for _, r := range older {
		for _, t := range b.system.rules[r].terms {
			if id := b.ids[t.cell]; b.finals[id] {
				with[id] = append(with[id], r)
			}
		}
	}
	for r := from; r < to; r++ {
		if b.system.rules[r].atMost {
			continue
		}
		newer = append(newer, r)
		var met []int
		for _, t := range b.system.rules[r].terms {
			for _, o := range with[b.ids[t.cell]] {
				if !slices.Contains(met, o) {
					met = append(met, o)
				}
			}
		}
		for _, o := range met {
			b.difference(r, o)
		}
	}
	return newer
}

// difference says what follows of two sums that share lasting cells.
func (b *builder) difference(newer, older int) {
	n, o := b.system.rules[newer], b.system.rules[older]
	c := constraint{rest: n.rest - o.rest}
	gone := map[int]bool{}
	for _, t := range n.terms {
		i := slices.IndexFunc(o.terms, func(u term) bool {
			return b.ids[u.cell] == b.ids[t.cell] && b.finals[b.ids[t.cell]] && u.sign == t.sign && b.cells[u.cell].value == b.cells[t.cell].value
		})
		if i < 0 {
			c.terms = append(c.terms, t)
			continue
		}
		gone[o.terms[i].cell] = true
	}
	for _, t := range o.terms {
		if !gone[t.cell] {
			c.terms = append(c.terms, term{t.cell, -t.sign})
		}
	}
	b.relate(c)
}

// past makes the cell of a count that another report hid.
func (b *builder) past(e Published) cell {
	c := cell{value: e.Value, hidden: true, keep: true, fixed: true, past: true, lo: b.minCell, hi: unbounded}
	switch {
	case e.Unseen:
		c.lo = 0
	case e.Small && e.Masked:
		c.small, c.masked, c.lo = true, true, 1
	case e.Small:
		c.small, c.lo, c.hi = true, 1, b.minCell-1
	}
	if c.value < c.lo || c.value > c.hi {
		c.lo, c.hi = min(c.lo, c.value), max(c.hi, c.value) // the threshold was another one then
	}
	if c.small {
		c.others = otherValues(c, b.minCell)
	}
	return c
}

// otherValues are those that the reader should still think possible beside the true one.
func otherValues(c cell, minCell int) (out []int) {
	for v := max(1, c.lo); v <= min(c.hi, minCell+1); v++ {
		if v != c.value {
			out = append(out, v)
		}
	}
	return out
}

// tie says how a count of one report hangs together with the same one of the report before.
func (b *builder) tie(id string, last map[string]told, now told, present bool) {
	old, met := last[id]
	last[id] = now
	if !met || old.value > now.value {
		return // it shrank: somebody was corrected, and the reader does not know
	}
	stays := b.finals[id] && old.value == now.value
	switch {
	case old.cell >= 0 && now.cell >= 0:
		b.relate(constraint{terms: []term{{old.cell, 1}, {now.cell, -1}}, atMost: !stays})
	case old.cell >= 0:
		b.bound(old.cell, 0, now.value)
		if stays {
			b.bound(old.cell, now.value, now.value)
		}
	case now.cell >= 0 && !present: // this report's own bounds are known already
		b.bound(now.cell, old.value, unbounded)
		if stays {
			b.bound(now.cell, old.value, old.value)
		}
	}
}

func (b *builder) bound(i, lo, hi int) {
	c := &b.cells[i]
	c.lo, c.hi = max(c.lo, lo), min(c.hi, hi)
}

// rounds bounds how often the joint attack begins anew, attempts how often one count is attacked.
const (
	rounds   = 6
	attempts = 400
)

// settle attacks the reports of all months together and hides more of this one until it fails.
func (s *system) settle() {
	given := map[int]bool{} // nothing helps these
	s.effort = attempts
	for round := range rounds {
		again := false
		s.sight = neighbours << (2 * round)
		for _, x := range s.leaks() {
			if given[x] {
				continue
			}
			again = true
			if !s.open1(x) {
				given[x] = !s.coverJointly(x)
			}
		}
		if !again {
			return
		}
	}
}

// whole is an attack with all that is known of all reports.
func (s *system) whole() *attack {
	a := &attack{s: s, base: bounds{make([]int, len(s.cells)), make([]int, len(s.cells))}}
	for i, c := range s.cells {
		a.base.lo[i], a.base.hi[i] = c.lo, c.hi
		if c.hidden {
			a.cells = append(a.cells, i)
		}
	}
	for i, open := range s.open {
		if len(open) > 0 {
			a.rules = append(a.rules, i)
		}
	}
	s.narrow(a.base, a.rules)
	return a
}

// leaks lists the small counts that are left with one value, once those of all others are tried as well.
func (s *system) leaks() []int {
	a := s.whole()
	var small, out []int
	for x := range s.cells {
		if c := &s.cells[x]; c.hidden && c.small && len(c.others) > 0 {
			small = append(small, x)
		}
	}
	a.tryAll(small)
	for _, x := range small {
		if a.base.lo[x] == a.base.hi[x] {
			out = append(out, x)
		}
	}
	return out
}

// tryAll takes from small counts the values that contradict what is known, until no more can be taken.
func (a *attack) tryAll(small []int) {
	for again := true; again; {
		again = false
		for _, x := range small {
			lo, hi := a.base.lo[x], a.base.hi[x]
			for lo < hi && !a.fits(x, lo) {
				lo++
			}
			for hi > lo && hi <= a.s.minCell+1 && !a.fits(x, hi) {
				hi--
			}
			if lo == a.base.lo[x] && hi == a.base.hi[x] {
				continue
			}
			a.base.lo[x], a.base.hi[x] = lo, hi
			a.s.narrow(a.base, a.s.cells[x].in)
			again = true
		}
	}
}

// fits says whether a value of a cell leads to no contradiction at once.
func (a *attack) fits(x, v int) bool {
	b := a.base.clone()
	b.lo[x], b.hi[x] = v, v
	_, ok := a.s.narrow(b, a.s.cells[x].in)
	return ok
}

// neighbours bounds how many small counts around one are tried with it, at first; what is given away all
// the same is looked at from further off.
const neighbours = 40

// open1 says that more than one value is possible for a cell, given all reports.
func (s *system) open1(x int) bool {
	if s.effort--; s.effort < 0 {
		return false
	}
	a := s.whole()
	if a.base.lo[x] == a.base.hi[x] {
		return false
	}
	tied := s.tied(x)
	a.tryAll(tied)
	return a.base.lo[x] < a.base.hi[x]
}

// tied lists the small hidden cells nearest to one, itself first.
func (s *system) tied(x int) []int {
	cells, _ := s.component(x)
	cells = slices.DeleteFunc(cells, func(c int) bool { return !s.cells[c].small })
	return cells[:min(len(cells), s.sight)]
}

// nearby bounds how many counts are tried for one that the reports together give away.
const nearby = 40

// coverJointly takes a label or hides a count of this report, the nearest and then the smallest first,
// until a small count of any report has a second possible value. It is false if nothing helps.
func (s *system) coverJointly(x int) bool {
	if s.maskNear(x) {
		return true
	}
	list := s.around(x)
	for _, c := range list {
		if s.setHidden(c, true); s.open1(x) {
			return true
		}
		s.setHidden(c, false)
	}
	for i, c := range list {
		if s.setHidden(c, true); i%4 == 3 && s.open1(x) {
			s.thin(x, list[:i])
			return true
		}
	}
	if s.open1(x) {
		s.thin(x, list)
		return true
	}
	for _, c := range list {
		s.setHidden(c, false)
	}
	return false
}

// thin shows again what a cell can do without.
func (s *system) thin(x int, hidden []int) {
	for _, c := range hidden {
		if s.setHidden(c, false); !s.open1(x) {
			s.setHidden(c, true)
		}
	}
}

// maskNear takes the label "small" from the cell, if it is of this report, or from those tied to it.
func (s *system) maskNear(x int) bool {
	var near []int
	for _, r := range append([]int{-1}, s.cells[x].in...) {
		if r < 0 {
			near = append(near, x)
			continue
		}
		for _, t := range s.open[r] {
			near = append(near, t.cell)
		}
	}
	for _, c := range near {
		if o := &s.cells[c]; !o.small || o.masked || o.past {
			continue
		}
		group := slices.DeleteFunc(s.same(c), func(i int) bool { return s.cells[i].past })
		if s.setMasked(group, true); s.open1(x) {
			return true
		}
		s.setMasked(group, false)
	}
	return false
}

// around lists shown counts of this report that may be hidden, by how many ties away they are.
func (s *system) around(x int) []int {
	var out []int
	seen, used := map[int]bool{x: true}, map[int]bool{}
	ring := []int{x}
	for len(ring) > 0 && len(out) < nearby {
		var next, found []int
		for _, c := range ring {
			for _, r := range s.cells[c].in {
				if used[r] {
					continue
				}
				used[r] = true
				for _, t := range s.rules[r].terms {
					o := &s.cells[t.cell]
					switch {
					case seen[t.cell]:
						continue
					case o.hidden:
						next = append(next, t.cell)
					case !o.fixed && o.value > 0:
						found = append(found, t.cell)
					}
					seen[t.cell] = true
				}
			}
		}
		slices.SortFunc(found, func(a, b int) int {
			return cmp.Or(cmp.Compare(s.cells[a].level, s.cells[b].level), cmp.Compare(s.cells[a].value, s.cells[b].value), cmp.Compare(a, b))
		})
		out = append(out, found...)
		ring = next
	}
	return out[:min(len(out), nearby)]
}
