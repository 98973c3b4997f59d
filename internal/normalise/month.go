package normalise

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// A Period is the programme's, from its first month to its last: "2017-04", "2018-03".
type Period struct{ First, Last string }

// Holds says whether a month lies in the period.
func (p Period) Holds(month string) bool { return month >= p.First && month <= p.Last }

// year gives the year in which most people would place a date without one: that of the month given,
// else the period's first. A period of decades, as where there is no project, says nothing.
func (p Period) year(month string) int {
	first := p.First
	if len(p.First) >= 4 && len(p.Last) >= 4 && float(p.Last[:4])-float(p.First[:4]) > 20 {
		first = ""
	}
	for _, m := range [...]string{month, first} {
		var y int
		if _, err := fmt.Sscanf(m, "%4d-", &y); err == nil && y > 1900 {
			return y
		}
	}
	return 2017
}

// yearOf gives the only year in which a month of the year lies in the period, or 0.
func (p Period) yearOf(m time.Month) int {
	found := 0
	first, last := p.year(p.First), p.year(p.Last)
	for y := first; y <= last && y-first < 20; y++ {
		if p.Holds(fmt.Sprintf("%04d-%02d", y, int(m))) {
			if found != 0 {
				return 0
			}
			found = y
		}
	}
	return found
}

var (
	isoMonth   = regexp.MustCompile(`(?:^|\D)(20\d\d)[-_. /]?(0[1-9]|1[0-2])(?:$|[^\d])`)
	monthYear  = regexp.MustCompile(`(?:^|[^\d./-])(0?[1-9]|1[0-2])[-_. /](20\d\d)(?:$|\D)`)
	wholeDate  = regexp.MustCompile(`(?:^|\D)(?:(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(?:[0-3]\d)|[0-3]?\d[-_./](0?[1-9]|1[0-2])[-_./](20\d\d))(?:$|\D)`)
	wordTokens = regexp.MustCompile(`[a-z]+|\d+`)
)

// Months lists the months that a free text names, such as a file's or a sheet's name: "2017-04",
// "04_2017", "aprile 2017", "apr-17", "dal 3/4/2017". A month's full name without a year, or an
// abbreviation that is the whole text, takes the year that puts it inside the period. Months outside
// the period count too.
//
// What names a month comes first; months of whole dates count only if nothing else names one.
func (p Period) Months(text string) []string {
	s := strings.ToLower(decompose(text))
	var out []string
	add := func(y, m int) {
		month := fmt.Sprintf("%04d-%02d", y, m)
		for _, o := range out {
			if o == month {
				return
			}
		}
		out = append(out, month)
	}
	bare := wholeDate.ReplaceAllString(s, " | ")
	p.wordMonths(bare, add)
	for _, m := range isoMonth.FindAllStringSubmatch(bare, 12) {
		add(int(float(m[1])), int(float(m[2])))
	}
	for _, m := range monthYear.FindAllStringSubmatch(bare, 12) {
		add(int(float(m[2])), int(float(m[1])))
	}
	if len(out) == 0 {
		for _, m := range wholeDate.FindAllStringSubmatch(s, 12) {
			add(int(float(m[1]+m[4])), int(float(m[2]+m[3])))
		}
	}
	return out
}

// wordMonths finds months named by words. A span of months shares the year at its end: "aprile-giugno
// 2017".
func (p Period) wordMonths(s string, add func(year, month int)) {
	toks := wordTokens.FindAllString(s, 64)
	year := make([]int, len(toks)) // of the next figure that is a year, while only months stand between
	for i := len(toks) - 1; i >= 0; i-- {
		switch {
		case yearFigure(toks[i]) != 0:
			year[i] = yearFigure(toks[i])
		case i+1 < len(toks) && (monthNamed(toks[i]) != 0 || len(toks[i]) <= 2 && monthNamed(toks[i+1]) != 0):
			year[i] = year[i+1]
		}
	}
	for i, t := range toks {
		m := monthNamed(t)
		if m == 0 {
			continue
		}
		y := year[i]
		full := len(t) > 3 && t == monthNames[m-1] || t == monthNames[m+11]
		if y == 0 && (full || len(toks) == 1) {
			y = p.yearOf(m)
		}
		if y != 0 {
			add(y, int(m))
		}
	}
}

// yearFigure reads "2017" or "17" as a year of this century, else 0.
func yearFigure(s string) int {
	if s[0] > '9' || len(s) != 2 && len(s) != 4 {
		return 0
	}
	y := int(float(s))
	if len(s) == 2 {
		y += 2000
	}
	if y < 2010 || y > 2060 {
		return 0
	}
	return y
}

// Month gives the one month that a text names. Of several it takes the last one inside the period: a
// register of April to June is that of June.
func (p Period) Month(text string) (string, bool) {
	found := ""
	for _, m := range p.Months(text) {
		if found == "" || p.Holds(m) && (m > found || !p.Holds(found)) {
			found = m
		}
	}
	return found, found != ""
}

// SerialMonth gives the month of a day as a spreadsheet counts them, "" if it is none.
func SerialMonth(n float64) string { return serialDate(n).MonthString() }
