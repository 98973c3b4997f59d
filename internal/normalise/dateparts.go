package normalise

import (
	"time"

	"formare/internal/finding"
)

// A datePart is one date, or piece of one, found in a text.
type datePart struct {
	day   int
	month time.Month
	year  int
	bad   bool // no such day
	swap  bool // month and day stood in the American order
}

// add keeps a part; day, month and year are 0 where not told. A month over 12 is put right if day and
// month in the other order make a date.
func (p *dateParser) add(day, month, year int) {
	d := datePart{day: day, month: time.Month(month), year: year}
	if month > 12 && day >= 1 && day <= 12 {
		d = datePart{day: month, month: time.Month(day), year: year, swap: true}
	}
	y := d.year
	if y == 0 {
		y = 2000 // a leap year: the day may exist
	}
	if d.month > 12 || d.month < 1 || d.day > daysIn(y, d.month) || day == 0 && d.swap {
		d.bad = true
	}
	if d.bad && len(p.parts) > 0 && year == 0 {
		return // "12/03/2017 9.30"
	}
	p.parts = append(p.parts, d)
}

// result puts the parts together: each takes what it lacks from the one after it ("12, 14 e 19 marzo
// 2017"), and the year also from the one before ("dal 12/03/2017 al 14/03").
func (p *dateParser) result() span {
	parts := p.parts
	for i := len(parts) - 2; i >= 0; i-- {
		a, b := &parts[i], &parts[i+1]
		if a.month == 0 && a.day != 0 {
			a.month = b.month
		}
		if a.year == 0 && b.month != 0 && a.month != 0 {
			a.year = b.year
			if b.year != 0 && a.month > b.month {
				a.year-- // "dal 10 dicembre al 12 gennaio 2018"
			}
		}
	}
	for i := 1; i < len(parts); i++ {
		if a, b := &parts[i-1], &parts[i]; b.year == 0 && a.year != 0 {
			b.year = a.year
			if b.day != 0 && b.month != 0 && b.month < a.month {
				b.year++ // "dal 20 dicembre 2017 al 10 gennaio"
			}
		}
	}
	return p.r.settle(parts, p.use)
}

func (r *reader) settle(parts []datePart, use dateUse) span {
	var out span
	guessed, swapped := false, false
	for _, d := range parts {
		switch {
		case d.bad, d.day > 0 && d.month > 0 && d.year > 0 && d.day > daysIn(d.year, d.month):
			return span{rule: finding.DateInvalid}
		case d.month == 0 && d.year == 0: // a figure that is no date
			continue
		case d.month == 0:
			if out.Year == 0 {
				out.Year = d.year
			}
			continue
		}
		if d.year == 0 && use == courseDate {
			d.year, guessed = r.yearOf(d.month), true
		}
		switch {
		case d.year == 0:
			continue
		case d.day > daysIn(d.year, d.month):
			return span{rule: finding.DateInvalid}
		}
		day := Date{d.year, d.month, d.day}
		if d.day == 0 {
			if out.Month == "" {
				out.Month = Date{d.year, d.month, 1}.MonthString()
			}
			continue
		}
		swapped = swapped || d.swap
		switch {
		case out.Start.IsZero():
			out.Start = day
		case out.Start.before(day) && out.End.before(day):
			out.End = day
		case day.before(out.Start) && out.End.IsZero():
			out.End = day // said to end before it starts: the caller tells
		}
	}
	switch {
	case out.Start.IsZero() && out.Month == "" && out.Year == 0:
		out.rule = finding.DateInvalid
	case out.Start.IsZero() || guessed:
		out.rule = finding.DateIncomplete
	case swapped:
		out.rule = finding.DateSwapped
	}
	return out
}
