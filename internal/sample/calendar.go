package sample

import (
	"fmt"
	"time"
)

// A slot is one start in the calendar: the index of its month, and who gives the course.
type slot struct {
	month   int
	partner string
}

// calendar shares out the starts over months and partners: three partners at least each month, and
// something of each partner in each span of months that one of its workbooks covers.
func (w *world) calendar() []slot {
	var pool []string
	for _, p := range partners {
		for range p.courses {
			pool = append(pool, p.id)
		}
	}
	for {
		w.rng.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
		var out []slot
		at := 0
		for m, n := range starts {
			for _, p := range pool[at : at+n] {
				out = append(out, slot{m, p})
			}
			at += n
		}
		if even(out) {
			return out
		}
	}
}

func even(slots []slot) bool {
	inMonth := make([]map[string]bool, len(starts))
	inSpan := map[string]bool{}
	for _, s := range slots {
		if inMonth[s.month] == nil {
			inMonth[s.month] = map[string]bool{}
		}
		inMonth[s.month][s.partner] = true
		inSpan[fmt.Sprint(s.partner, span(s.partner, s.month))] = true
	}
	for _, m := range inMonth {
		if len(m) < 3 {
			return false
		}
	}
	for _, p := range []string{"anci", "alisei", "aris", "csc"} {
		for m := range months {
			if !inSpan[fmt.Sprint(p, span(p, m))] {
				return false
			}
		}
	}
	return true
}

// span says which of a partner's workbooks a month goes into, where one covers several months: by the
// index of its last month.
func span(partner string, month int) int {
	size := map[string]int{"anci": 4, "alisei": 3, "aris": 2, "csc": 3}[partner]
	if size == 0 {
		return month
	}
	return month/size*size + size - 1
}

// date gives a course its first day: a working day of the month, early enough to end inside the period.
func (w *world) date(c *course, month int) {
	first, _ := time.Parse("2006-01", months[month])
	c.start = first.AddDate(0, 0, w.rng.IntN(20))
	for c.start.Weekday() == time.Saturday || c.start.Weekday() == time.Sunday {
		c.start = c.start.AddDate(0, 0, 1)
	}
}
