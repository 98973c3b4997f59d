// Package siege attacks published reports as a stranger would: out of the tables alone, as they stand in
// data/*.csv, with the labels, the definitions of the indicators and the reports of all months beside each
// other, it works out what each protected number can still be. Tests use it; it shares no code with what
// protects, and must not know it.
//
// A number is recovered when a single value is left for it. Labels are believed: "<5" is 1 to 4, "prot."
// is at least 1, or at least 5 for a reader who takes it for what it mostly is (Believing). Months that are
// over are taken to stay as they are, and counts of people to grow from report to report.
package siege

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Row is one row of a published table by column, as text; "" is null.
type Row map[string]string

// A Report is what one month's report published.
type Report struct {
	Month   string // "2017-06"
	MinCell int
	Tables  map[string][]Row
}

const plenty = 1 << 40

// A Riddle is what a stranger writes down: unknown numbers and how they hang together.
type Riddle struct {
	believing bool // takes "prot." for at least the threshold
	names     map[string]int
	vars      []unknown
	sums      []sum
	in        [][]int // sums by unknown
	masked    func(month, cell string) bool
}

type unknown struct {
	name   string
	lo, hi int
	small  bool // published as "<5"
	wanted bool // published as hidden: not a number that we made up
}

// A sum says that its terms add up to something from lo to hi.
type sum struct {
	terms  []term
	lo, hi int
}

type term struct{ of, by int }

// A side is a number in a sum: known (of < 0), or unknown.
type side struct{ is, of int }

func known(n int) side { return side{n, -1} }

// New begins a riddle. A believing reader takes "prot." for at least the threshold, but where masked says
// that it is not: who believes it there goes wrong, and recovers nothing. A cell is named
// "table|column|key|key".
func New(believing bool, masked func(month, cell string) bool) *Riddle {
	return &Riddle{believing: believing, masked: masked, names: map[string]int{}}
}

// made gives an unknown of the stranger's own, from lo to hi.
func (r *Riddle) made(name string, lo, hi int) side {
	return side{of: r.unknown(name, lo, hi)}
}

func (r *Riddle) unknown(name string, lo, hi int) int {
	i, ok := r.names[name]
	if !ok {
		i = len(r.vars)
		r.names[name] = i
		r.vars = append(r.vars, unknown{name: name, lo: 0, hi: plenty})
		r.in = append(r.in, nil)
	}
	v := &r.vars[i]
	v.lo, v.hi = max(v.lo, lo), min(v.hi, hi)
	return i
}

// read looks up a number as it was published; name tells it from all others, and is the same for a number
// that stands in the reports of several months.
func (r *Riddle) read(rep *Report, name, cell string, row Row, column string) side {
	mark := row[column+"_mark"]
	switch {
	case strings.HasPrefix(mark, "<"):
		i := r.unknown(name, 1, rep.MinCell-1)
		r.vars[i].small, r.vars[i].wanted = true, true
		return side{of: i}
	case mark == "prot.":
		lo := 1
		if r.believing && (r.masked == nil || !r.masked(rep.Month, cell)) {
			lo = rep.MinCell
		}
		i := r.unknown(name, lo, plenty)
		r.vars[i].wanted = true
		return side{of: i}
	}
	n, err := strconv.ParseFloat(row[column], 64)
	if err != nil {
		return side{of: r.unknown(name, 0, plenty)}
	}
	if i, hidden := r.names[name]; hidden { // hidden in another month's report
		r.unknown(name, int(math.Round(n)), int(math.Round(n)))
		return side{of: i}
	}
	return known(int(math.Round(n)))
}

// between says that whole less the parts is something from lo to hi.
func (r *Riddle) between(lo, hi int, whole side, parts ...side) {
	by := map[int]int{}
	var order []int
	shift := 0
	put := func(x side, f int) {
		if x.of < 0 {
			shift += f * x.is
			return
		}
		if _, ok := by[x.of]; !ok {
			order = append(order, x.of)
		}
		by[x.of] += f
	}
	put(whole, 1)
	for _, p := range parts {
		put(p, -1)
	}
	s := sum{lo: max(lo-shift, -plenty), hi: min(hi-shift, plenty)}
	for _, of := range order {
		if by[of] != 0 {
			s.terms = append(s.terms, term{of, by[of]})
		}
	}
	if len(s.terms) == 0 {
		return
	}
	for _, t := range s.terms {
		r.in[t.of] = append(r.in[t.of], len(r.sums))
	}
	r.sums = append(r.sums, s)
}

// adds says that the whole is the sum of the parts, if there are any.
func (r *Riddle) adds(whole side, parts ...side) {
	if len(parts) > 0 {
		r.between(0, 0, whole, parts...)
	}
}

// within says that the part is at most the whole.
func (r *Riddle) within(whole, part side) { r.between(0, plenty, whole, part) }

// unites says that the whole are the distinct people of the parts.
func (r *Riddle) unites(whole side, parts ...side) {
	if len(parts) == 0 {
		return
	}
	r.between(-plenty, 0, whole, parts...)
	for _, p := range parts {
		r.within(whole, p)
	}
}

// A Recovered number was worked out.
type Recovered struct {
	Name  string
	Value int
}

func (r Recovered) String() string { return fmt.Sprintf("%s is %d", r.Name, r.Value) }
