package disclosure

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"testing"
)

// A riddle is what a stranger makes of published tables: unknown numbers, what is said about each, and
// sums between them. It is built and solved here without anything of the package but the tables' marks.
type riddle struct {
	names  map[string]int
	label  []string
	lo, hi []int
	small  []bool
	sums   []sum
}

type sum struct {
	of   map[int]int // unknown and factor
	is   int
	most bool // the sum is at most this
}

const plenty = 1 << 30

func newRiddle() *riddle { return &riddle{names: map[string]int{}} }

// unknown gives the number of an unknown, made at its first mention.
func (r *riddle) unknown(name string, lo, hi int, small bool) int {
	if i, ok := r.names[name]; ok {
		return i
	}
	r.names[name] = len(r.lo)
	r.label = append(r.label, name)
	r.lo, r.hi, r.small = append(r.lo, lo), append(r.hi, hi), append(r.small, small)
	return len(r.lo) - 1
}

// A side is one number in a sum: known, or unknown.
type side struct {
	is  int
	who int // -1: known
}

// read looks a number up as it was published.
func (r *riddle) read(prefix string, t *Table, row int, column string) side {
	col := t.Col(column)
	switch name := fmt.Sprint(prefix, t.ID, row, column); t.Marks[row][col] {
	case Small:
		return side{who: r.unknown(name, 1, t.MinCell-1, true)}
	case Protected:
		return side{who: r.unknown(name, t.MinCell, plenty, false)}
	}
	return side{is: int(math.Round(t.Rows[row][col].Num)), who: -1}
}

// say writes down that whole - parts = 0, or at most 0.
func (r *riddle) say(most bool, whole side, parts ...side) {
	s := sum{of: map[int]int{}, most: most}
	put := func(x side, factor int) {
		if x.who < 0 {
			s.is -= factor * x.is
			return
		}
		s.of[x.who] += factor
	}
	put(whole, 1)
	for _, p := range parts {
		put(p, -1)
	}
	if len(s.of) > 0 {
		r.sums = append(r.sums, s)
	}
}

// tighten draws all bounds until nothing changes.
func (r *riddle) tighten() {
	for again := true; again; {
		again = false
		for _, s := range r.sums {
			for x, f := range s.of {
				least, most := s.is, s.is // of f*x
				for y, g := range s.of {
					if y != x {
						least -= max(g*r.lo[y], g*r.hi[y])
						most -= min(g*r.lo[y], g*r.hi[y])
					}
				}
				if s.most {
					least = -plenty * 4
				}
				if f < 0 {
					least, most = -most, -least
				}
				if least > r.lo[x] && least < plenty {
					r.lo[x], again = least, true
				}
				if most < r.hi[x] {
					r.hi[x], again = most, true
				}
			}
		}
	}
}

// settled lists the unknowns that equations alone determine: those whose unit vector is a combination of
// the equations' rows, by elimination modulo a large prime.
func (r *riddle) settled() []string {
	const p = 1_000_000_007
	var m [][]int
	for _, s := range r.sums {
		if s.most {
			continue
		}
		v := make([]int, len(r.lo))
		for x, f := range s.of {
			v[x] = ((f % p) + p) % p
		}
		m = append(m, v)
	}
	rank := 0
	for col := 0; col < len(r.lo) && rank < len(m); col++ {
		i := slices.IndexFunc(m[rank:], func(v []int) bool { return v[col] != 0 })
		if i < 0 {
			continue
		}
		m[rank], m[rank+i] = m[rank+i], m[rank]
		inv := power(m[rank][col], p-2, p)
		for j := range m[rank] {
			m[rank][j] = m[rank][j] * inv % p
		}
		for k := range m {
			if f := m[k][col]; k != rank && f != 0 {
				for j := range m[k] {
					m[k][j] = (m[k][j] + (p-f)*m[rank][j]) % p
				}
			}
		}
		rank++
	}
	var out []string
	for _, v := range m[:rank] {
		var at []int
		for j, f := range v {
			if f != 0 {
				at = append(at, j)
			}
		}
		if len(at) == 1 {
			out = append(out, r.label[at[0]])
		}
	}
	return out
}

func power(b, e, p int) int {
	out := 1
	for ; e > 0; e >>= 1 {
		if e&1 == 1 {
			out = out * b % p
		}
		b = b * b % p
	}
	return out
}

// everything writes down all that a stranger knows about the invented programme's report.
func (r *riddle) everything(prefix string, out map[string]*Table) {
	total := r.read(prefix, out["headline"], 0, "value")
	zones := r.territory(prefix, out, total)
	areas := r.areas(prefix, out, total, zones)
	r.months(prefix, out, total)
	r.courses(prefix, out, areas)
	for _, id := range []string{"profile_gender_age", "profile_role"} {
		r.say(false, total, r.column(prefix, out[id], "participants", nil)...)
	}
}

// column reads the rows of a column that a condition picks.
func (r *riddle) column(prefix string, t *Table, name string, pick func(row int) bool) []side {
	var out []side
	for row := range t.Rows {
		if pick == nil || pick(row) {
			out = append(out, r.read(prefix, t, row, name))
		}
	}
	return out
}

func (r *riddle) territory(prefix string, out map[string]*Table, total side) map[string]side {
	comuni, zones := out["reach_by_comune"], out["coverage_by_zone"]
	byZone := map[string]side{}
	for row, v := range zones.Rows {
		z := r.read(prefix, zones, row, "participants")
		byZone[v[0].Text] = z
		r.say(false, z, r.column(prefix, comuni, "participants", func(i int) bool { return comuni.Rows[i][2].Text == v[0].Text })...)
	}
	r.say(false, total, slices.Collect(maps.Values(byZone))...)
	r.say(false, total, r.column(prefix, comuni, "participants", nil)...)
	return byZone
}

func (r *riddle) areas(prefix string, out map[string]*Table, total side, zones map[string]side) map[string]side {
	t := out["area_by_zone"]
	cell := func(area, zone string) side {
		return r.read(prefix, t, slices.IndexFunc(t.Rows, func(v []value) bool { return v[0].Text == area && v[1].Text == zone }), "participants")
	}
	areas := map[string]side{}
	for row, v := range out["reach_by_area"].Rows {
		areas[v[0].Text] = r.read(prefix, out["reach_by_area"], row, "participants")
	}
	names := slices.Sorted(maps.Keys(areas))
	for _, a := range names {
		var line []side
		for z := range zones {
			line = append(line, cell(a, z))
			r.say(true, cell(a, z), cell("", z))
		}
		r.say(false, cell(a, ""), line...)
		r.say(false, areas[a], cell(a, ""))
		r.say(true, areas[a], total)
	}
	for z, n := range zones {
		r.say(false, n, cell("", z))
		var line []side
		for _, a := range names {
			line = append(line, cell(a, z))
		}
		r.say(true, n, line...)
	}
	r.say(true, total, slices.Collect(maps.Values(areas))...)
	return areas
}

func (r *riddle) months(prefix string, out map[string]*Table, total side) {
	t, partners := out["reach_by_month"], out["partner_by_month"]
	before := side{who: -1}
	for row := range t.Rows {
		fresh, active, cum := r.read(prefix, t, row, "new"), r.read(prefix, t, row, "active"), r.read(prefix, t, row, "cumulative")
		r.say(false, cum, before, fresh)
		r.say(true, fresh, active)
		r.say(true, active, cum)
		line := r.column(prefix, partners, "participants", func(i int) bool { return partners.Rows[i][1].Text == t.Rows[row][0].Text })
		r.say(true, active, line...)
		for _, p := range line {
			r.say(true, p, active)
		}
		before = cum
	}
	r.say(false, total, before)
}

func (r *riddle) courses(prefix string, out map[string]*Table, areas map[string]side) {
	t, done, partners := out["course_calendar"], out["completion_by_area"], out["partner_by_month"]
	for row, v := range done.Rows {
		attended, known := r.read(prefix, done, row, "attended"), r.read(prefix, done, row, "known")
		line := r.column(prefix, t, "participants", func(i int) bool { return t.Rows[i][2].Text == v[0].Text })
		r.say(false, attended, line...)
		r.say(true, areas[v[0].Text], line...)
		r.say(true, known, attended)
		// Those who did not complete: nothing is known of them but that there are some or none.
		rest := r.unknown(fmt.Sprint(prefix, "not completed", row), 0, plenty, false)
		r.say(false, known, r.read(prefix, done, row, "completed"), side{who: rest})
	}
	for row, v := range partners.Rows {
		line := r.column(prefix, t, "participants", func(i int) bool { return t.Rows[i][1].Text == v[0].Text && t.Rows[i][3].Text == v[1].Text })
		p := r.read(prefix, partners, row, "participants")
		r.say(true, p, line...)
		for _, c := range line {
			r.say(true, c, p)
		}
	}
}

// solve fails the test for every small count that the riddle gives away.
func (r *riddle) solve(t *testing.T) {
	t.Helper()
	for _, name := range r.settled() {
		if r.small[r.names[name]] {
			t.Errorf("%s follows from the sums", name)
		} else {
			t.Logf("%s follows from the sums, and is not small", name)
		}
	}
	r.tighten()
	for i, small := range r.small {
		if small && r.lo[i] >= r.hi[i] {
			t.Errorf("%s is given away: %d", r.label[i], r.lo[i])
		}
	}
	for name, i := range r.names {
		if !r.small[i] && r.lo[i] == r.hi[i] && r.lo[i] > 0 && r.lo[i] < 5 {
			t.Errorf("%s is given away: %d", name, r.lo[i])
		}
	}
}

func TestNothingFollowsFromOneReport(t *testing.T) {
	for _, size := range [][2]int{{722, 81}, {60, 12}, {200, 30}, {2500, 150}, {25, 6}} {
		for seed := range uint64(6) {
			t.Run(fmt.Sprint(size[0], "people", seed), func(t *testing.T) {
				out, _, err := Protect(invent(t, seed, size[0], size[1]).tables(), "2018-03", 5, DefaultRules(), Pattern{})
				if err != nil {
					t.Fatal(err)
				}
				r := newRiddle()
				r.everything("", out)
				r.solve(t)
			})
		}
	}
}
