package change

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"formare/internal/table"
)

// A place is a row as Excel shows it.
type place struct {
	sheet string
	row   int64
}

// A line is one person on one course.
type line struct {
	at     place
	course string
	keys   [3]int64 // by codice fiscale, by its beginning, by name; 0 for none
	values string   // all that is known of it but its place
	facts  string   // of that, what does not tell who it is
}

// A pair is a line of the old source and the one of the later source that is the same. It is sure by the
// person's keys, or by all values; else only its place says so.
type pair struct {
	old, later int
	sure       bool
}

type matched struct {
	old, later []line
	pairs      []pair
}

// match pairs lines one to one: those of the same person on the same course first, by whichever key both
// have; then the same person on a course that goes by another name now; then lines without any key that
// say the same; last, of what is left, lines of which all but the person says the same (a birth date that
// was mended gives a row keys that it had not), and lines in the same row of the same sheet.
func match(old, later Content) *matched {
	m := &matched{old: lines(old.Enrolments), later: lines(later.Enrolments)}
	free := newFree(len(m.old), len(m.later))
	for k := range 3 {
		m.pass(free, true, func(l line) (string, bool) { return fmt.Sprint(l.course, "\x00", l.keys[k]), l.keys[k] != 0 })
	}
	m.pass(free, true, func(l line) (string, bool) { return l.values, l.keys == [3]int64{} })
	for k := range 3 {
		m.pass(free, true, func(l line) (string, bool) { return fmt.Sprint(l.keys[k]), l.keys[k] != 0 })
	}
	facts := func(l line) (string, bool) { return l.facts, true }
	keyless := func(l line) (string, bool) { return l.facts, l.keys == [3]int64{} }
	m.passBetween(free, false, keyless, facts)
	m.passBetween(free, false, facts, keyless)
	m.pass(free, false, func(l line) (string, bool) { return fmt.Sprint(l.course, "\x00", l.at.sheet, "\x00", l.at.row), true })
	slices.SortFunc(m.pairs, func(a, b pair) int { return a.old - b.old })
	return m
}

// free says which lines have no partner yet.
type free struct{ old, later []bool }

func newFree(old, later int) *free {
	return &free{slices.Repeat([]bool{true}, old), slices.Repeat([]bool{true}, later)}
}

// pass pairs free lines of the same name, in their order.
func (m *matched) pass(f *free, sure bool, name func(line) (string, bool)) {
	m.passBetween(f, sure, name, name)
}

func (m *matched) passBetween(f *free, sure bool, ofOld, ofLater func(line) (string, bool)) {
	waiting := map[string][]int{}
	for i, l := range m.old {
		if n, ok := ofOld(l); ok && f.old[i] {
			waiting[n] = append(waiting[n], i)
		}
	}
	for i, l := range m.later {
		n, ok := ofLater(l)
		if !ok || !f.later[i] || len(waiting[n]) == 0 {
			continue
		}
		m.pairs = append(m.pairs, pair{waiting[n][0], i, sure})
		f.old[waiting[n][0]], f.later[i] = false, false
		waiting[n] = waiting[n][1:]
	}
}

// who are the columns that tell who a person is.
var who = map[string]bool{"key_cf": true, "key_person": true, "key_name": true, "birth_year": true, "gender": true,
	"near_names": true, "near_day": true, "near_surname": true, "near_given": true}

func lines(f *table.Frame) []line {
	if f == nil {
		return nil
	}
	sheet, row, course := f.Col("sheet"), f.Col("row"), f.Col("course")
	keys := [3]int{f.Col("key_cf"), f.Col("key_person"), f.Col("key_name")}
	source := f.Col("source")
	out := make([]line, len(f.Rows))
	for i, r := range f.Rows {
		l := &out[i]
		l.at = placeOf(r, sheet, row)
		l.course, _ = r[course].(string)
		for k, at := range keys {
			l.keys[k], _ = r[at].(int64)
		}
		var values, facts strings.Builder
		for at, v := range r {
			if at == sheet || at == row || at == source {
				continue
			}
			fmt.Fprint(&values, v, "\x00")
			if !who[f.Columns[at].Name] {
				fmt.Fprint(&facts, v, "\x00")
			}
		}
		l.values, l.facts = values.String(), facts.String()
	}
	return out
}

func placeOf(r []any, sheet, row int) (p place) {
	p.sheet, _ = r[sheet].(string)
	p.row, _ = r[row].(int64)
	return p
}

// places tells where rows of the old source stand in the later one. Rows that hold data in only one of
// the two are in lost and fresh.
type places struct {
	now         map[place]place
	lost, fresh map[place]bool
}

func (m *matched) places(old, later Content) places {
	p := places{now: map[place]place{}, lost: map[place]bool{}, fresh: map[place]bool{}}
	for _, l := range m.old {
		p.lost[l.at] = true
	}
	for _, l := range m.later {
		p.fresh[l.at] = true
	}
	pairUp := func(a, b place) {
		if _, twice := p.now[a]; !twice {
			p.now[a] = b
		}
		delete(p.lost, a)
		delete(p.fresh, b)
	}
	for _, x := range m.pairs {
		pairUp(m.old[x.old].at, m.later[x.later].at)
	}
	there, here := courseRows(later.Courses), courseRows(old.Courses)
	for _, course := range slices.Sorted(maps.Keys(here)) {
		a := here[course]
		if b, ok := there[course]; ok && !p.lost[a] {
			if _, known := p.now[a]; !known {
				p.now[a] = b
			}
		}
	}
	return p
}

// courseRows gives the first row in which each course stands.
func courseRows(f *table.Frame) map[string]place {
	out := map[string]place{}
	if f == nil {
		return out
	}
	sheet, row, course := f.Col("sheet"), f.Col("row"), f.Col("course")
	for _, r := range f.Rows {
		name, _ := r[course].(string)
		if _, twice := out[name]; !twice {
			out[name] = placeOf(r, sheet, row)
		}
	}
	return out
}
