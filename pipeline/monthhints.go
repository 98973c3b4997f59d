package pipeline

import (
	"regexp"
	"strconv"
	"strings"

	"formare/internal/normalise"
	"formare/internal/register"
	"formare/internal/workbook"
)

// monthHints gathers what tells the month of a source that names none: columns headed by months, and dates in
// columns that nobody reads, such as when a form was sent. A nil one gathers nothing.
type monthHints struct {
	period  normalise.Period
	headers map[string]int
	columns map[hintColumn]*dayCount
}

type hintColumn struct {
	table *register.Table
	i     int
}

// A dayCount counts a column's days by month, written days read in the order of Italy and in that of America.
type dayCount struct {
	months, american map[string]int
	isAmerican       bool // some day has no other reading
}

func newMonthHints(period normalise.Period) *monthHints {
	return &monthHints{period: period, headers: map[string]int{}, columns: map[hintColumn]*dayCount{}}
}

func (h *monthHints) table(t *register.Table) {
	if h == nil {
		return
	}
	for i := range t.Columns {
		for _, m := range h.period.Months(t.Columns[i].Header) {
			h.headers[m]++
		}
	}
}

func (h *monthHints) row(t *register.Table, r *register.Row) {
	if h == nil {
		return
	}
	for i := range r.Cells {
		if i >= len(t.Columns) || t.Columns[i].Field != register.None {
			continue
		}
		key := hintColumn{t, i}
		c := h.columns[key]
		if c == nil {
			c = &dayCount{months: map[string]int{}, american: map[string]int{}}
			h.columns[key] = c
		}
		c.note(&r.Cells[i])
	}
}

var writtenDay = regexp.MustCompile(`^(\d{1,4})[/.-](\d{1,2})[/.-](\d{4}|\d{1,2})(?:[T ,]|$)`)

// note counts a cell that is a day, or begins with one.
func (d *dayCount) note(c *workbook.Cell) {
	if c.Kind == workbook.Number && (c.Format == workbook.DateOnly || c.Format == workbook.DateTime) {
		if m := normalise.SerialMonth(c.Num); m != "" {
			d.months[m]++
			d.american[m]++
		}
		return
	}
	if c.Kind != workbook.Text || len(c.Text) > 40 {
		return
	}
	p := writtenDay.FindStringSubmatch(strings.TrimSpace(c.Text))
	if p == nil {
		return
	}
	a, _ := strconv.Atoi(p[1])
	b, _ := strconv.Atoi(p[2])
	y, _ := strconv.Atoi(p[3])
	switch {
	case len(p[1]) == 4 && b <= 12: // 2022-01-07
		m := monthName(a, b)
		d.months[m]++
		d.american[m]++
	case len(p[3]) == 4 || len(p[3]) == 2:
		if y < 100 {
			y += 2000
		}
		if b <= 12 {
			d.months[monthName(y, b)]++
		}
		if a <= 12 {
			d.american[monthName(y, a)]++
		}
		d.isAmerican = d.isAmerican || b > 12 && a <= 12
	}
}

func monthName(y, m int) string {
	s := strconv.Itoa(m)
	if m < 10 {
		s = "0" + s
	}
	return strconv.Itoa(y) + "-" + s
}

// month gives the last month that headers name, else the one in which most days of a column lie. It says
// nothing where more than one in ten lies outside the programme: those are dates of something else.
func (h *monthHints) month() string {
	if h == nil {
		return ""
	}
	if h.mostlyInside(h.headers) {
		return lastKey(h.headers, h.period)
	}
	best, days := "", 0
	for _, c := range h.columns {
		months := c.months
		if c.isAmerican {
			months = c.american
		}
		if !h.mostlyInside(months) {
			continue
		}
		for m, n := range months {
			if h.period.Holds(m) && (n > days || n == days && m > best) {
				best, days = m, n
			}
		}
	}
	return best
}

func (h *monthHints) mostlyInside(months map[string]int) bool {
	in, out := 0, 0
	for m, n := range months {
		if h.period.Holds(m) {
			in += n
		} else {
			out += n
		}
	}
	return in > 0 && out*10 <= in
}
