package normalise

import (
	"strconv"
	"time"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// A dateUse says how the gaps of a written date are to be read.
type dateUse uint8

const (
	courseDate dateUse = iota // near the programme's period
	birthDate                 // of an adult
)

// Ages that a participant may have; the programme trains people at work.
const (
	youngest = 14
	oldest   = 90
)

// A span is what a date's cell says: a day, or a first and a last one, or only a month or a year.
type span struct {
	Start, End Date   // End is zero for a single day
	Month      string // "2017-03" where no day is told
	Year       int    // where nothing else is told
	rule       finding.Rule
	order      figureOrder // of a text
}

func (d Date) valid() bool {
	return d.Year > 0 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

func daysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// before says that d is earlier than o.
func (d Date) before(o Date) bool {
	if d.Year != o.Year {
		return d.Year < o.Year
	}
	if d.Month != o.Month {
		return d.Month < o.Month
	}
	return d.Day < o.Day
}

// String gives "2017-04-01", or "" for none; a year alone is "1985".
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	}
	return d.Time().Format(time.DateOnly)
}

// serialDate gives the day of an Excel serial, days from 1899-12-30.
func serialDate(n float64) Date {
	if !(n >= 1 && n < 73051) { // to the end of 2099; NaN is none either
		return Date{}
	}
	y, m, d := time.Unix((int64(n+1e-6)-25569)*86400, 0).UTC().Date()
	return Date{y, m, d}
}

// bornIn gives the year of birth that two digits stand for: the latest that makes the person an adult
// in the year of reference.
func bornIn(yy, year int) int {
	y := year - year%100 + yy
	for y > year-youngest {
		y -= 100
	}
	return y
}

// fullYear completes a year of two digits: of births by age, of courses by the nearest century.
func (r *reader) fullYear(y, digits int, use dateUse) int {
	switch {
	case digits > 2:
		return y
	case use == birthDate:
		return bornIn(y, r.year)
	}
	full := r.year - r.year%100 + y
	if full > r.year+50 {
		full -= 100
	} else if full <= r.year-50 {
		full += 100
	}
	return full
}

// date reads a cell as a date. The rule of the result says what was wrong; DateIncomplete comes with
// what could be read.
func (r *reader) date(c *workbook.Cell, use dateUse) span {
	switch c.Kind {
	case workbook.Date:
		d := serialDate(c.Num)
		if d.IsZero() || c.Format == workbook.TimeOfDay {
			return span{rule: finding.DateInvalid}
		}
		return r.plausible(span{Start: d}, use)
	case workbook.Number:
		return r.plausible(r.dateNumber(c.Num, use), use)
	case workbook.Text:
		return r.plausible(r.dateText(c.Text, use), use)
	}
	return span{rule: finding.DateInvalid}
}

// plausible refuses course dates that are years away from the programme: mistyped years.
func (r *reader) plausible(s span, use dateUse) span {
	if use == birthDate || s.rule == finding.DateInvalid {
		return s
	}
	for _, d := range [...]Date{s.Start, s.End} {
		if !d.IsZero() && (d.Year < r.year-10 || d.Year > r.year+10) {
			return span{rule: finding.DateInvalid}
		}
	}
	return s
}

// dateNumber reads a number that stands where a date should: a serial without a date's format, a
// date's digits in a row, or a year.
func (r *reader) dateNumber(n float64, use dateUse) span {
	whole := int(n)
	switch {
	case n >= 1900 && n <= 2100 && n == float64(whole):
		return span{Year: whole, rule: finding.DateIncomplete}
	case n >= 3000 && n < 73051:
		return span{Start: serialDate(n)}
	case n >= 1e6 && n < 1e8 && n == float64(whole):
		return r.dateDigits(whole, use)
	}
	return span{rule: finding.DateInvalid}
}

// dateDigits reads 20170312, 12032017, or 1032017, whose leading zero a spreadsheet has dropped.
func (r *reader) dateDigits(n int, _ dateUse) span {
	d := Date{n / 10000, time.Month(n / 100 % 100), n % 100}
	if d.Year >= 1900 && d.Year <= 2100 && d.valid() {
		return span{Start: d}
	}
	d = Date{n % 10000, time.Month(n / 10000 % 100), n / 1000000}
	if d.Year >= 1900 && d.Year <= 2100 && d.valid() {
		return span{Start: d}
	}
	return span{rule: finding.DateInvalid}
}
