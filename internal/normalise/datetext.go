package normalise

import (
	"strconv"
	"strings"

	"formare/internal/finding"
)

// dateText reads a date, or a first and a last day, out of a text: Italian and English words, figures
// with "/", "." or "-", serials. What is not a date ("ore 9", weekdays) is passed over.
func (r *reader) dateText(text string, use dateUse) span {
	if n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); err == nil && strings.Count(text, ".") < 2 {
		if n == float64(int(n)) || n > 10000 {
			return r.dateNumber(n, use)
		}
	}
	text, letters := figured(text)
	p := dateParser{r: r, use: use, toks: dateTokens(text)}
	p.scan()
	out := p.result()
	if letters && out.rule == "" {
		out.rule = finding.DateRepaired
	}
	return out
}

type dateParser struct {
	r     *reader
	use   dateUse
	toks  []dateToken
	at    int
	parts []datePart
}

// scan collects the parts from left to right.
func (p *dateParser) scan() {
	for p.at < len(p.toks) && len(p.parts) < 32 {
		t := p.toks[p.at]
		switch {
		case t.word == "" && p.clock():
		case t.word == "":
			p.number()
		case p.stops(t.word):
			return
		case monthNear(t.word) != 0:
			p.monthFirst()
		default:
			p.at++
		}
	}
}

// stops says that what follows are hours, not days.
func (p *dateParser) stops(word string) bool {
	switch word {
	case "ore", "ora", "h", "orario", "dalle", "alle", "t":
		return len(p.parts) > 0 || word != "t"
	}
	return false
}

// clock passes over "9:30" and "09:30:00".
func (p *dateParser) clock() bool {
	n := p.at
	for n+1 < len(p.toks) && p.toks[n].sep == ':' {
		n++
	}
	if n == p.at {
		return false
	}
	p.at = n + 1
	return true
}

func (p *dateParser) tok(i int) dateToken {
	if i < len(p.toks) {
		return p.toks[i]
	}
	return dateToken{word: "\x00"}
}

// triple says whether three figures with one kind of separator begin at i: a whole date.
func (p *dateParser) triple(i int) bool {
	a, b, c := p.tok(i), p.tok(i+1), p.tok(i+2)
	if a.word != "" || b.word != "" || c.word != "" || strings.IndexByte("/.- ", a.sep) < 0 {
		return false
	}
	if a.sep != b.sep {
		return strings.IndexByte("/.", a.sep) >= 0 && strings.IndexByte("/.", b.sep) >= 0 && a.digits <= 2 && b.digits <= 2 && c.digits == 4
	}
	if d := p.tok(i + 3); a.digits <= 2 && c.digits <= 2 && c.n <= 31 && (monthNear(d.word) != 0 || c.sep == '/' && d.word == "") {
		return false // "12-13-14 aprile", "12-13-14/04/2017"
	}
	if a.digits == 4 {
		return a.sep != ' ' && b.digits <= 2 && c.digits <= 2
	}
	return a.digits <= 2 && b.digits <= 2 && (c.digits == 4 || c.digits == 2 && a.sep != ' ')
}

// number reads the part that begins with a figure.
func (p *dateParser) number() {
	a, b, c := p.tok(p.at), p.tok(p.at+1), p.tok(p.at+2)
	switch {
	case p.triple(p.at):
		p.at += 3
		day, year := a.n, c
		if a.digits == 4 {
			day, year = c.n, a
		}
		if day == 0 || b.n == 0 {
			p.parts = append(p.parts, datePart{bad: true})
			return
		}
		p.add(day, b.n, p.r.fullYear(year.n, year.digits, p.use))
	case b.word != "" && monthNear(b.word) != 0 && a.digits <= 2:
		p.at += 2
		p.add(a.n, int(monthNear(b.word)), p.yearAfter(b))
	case a.digits == 8:
		p.at++
		if s := p.r.dateDigits(a.n, p.use); s.rule == "" {
			p.add(s.Start.Day, int(s.Start.Month), s.Start.Year)
		}
	case b.word == "" && a.digits == 4 && b.digits <= 2 && joins(a.sep) && b.n >= 1 && b.n <= 12:
		p.at += 2
		p.add(0, b.n, a.n)
	case b.word == "" && b.digits == 4 && a.digits <= 2 && joins(a.sep) && a.n >= 1 && a.n <= 12:
		p.at += 2
		p.add(0, a.n, b.n)
	case b.word == "" && a.sep == '/' && a.digits <= 2 && b.digits == 2 && a.n >= 1 && a.n <= 12 && p.shortYear(b, c):
		p.at += 2
		p.add(0, a.n, p.r.fullYear(b.n, 2, p.use))
	case b.word == "" && p.pair(a, b, c):
		p.at += 2
		p.add(a.n, b.n, 0)
	default:
		p.at++
		switch {
		case a.digits == 4 && a.n >= 1900 && a.n <= 2100:
			p.parts = append(p.parts, datePart{year: a.n})
		case a.digits <= 2 && a.n >= 1 && a.n <= 31:
			p.parts = append(p.parts, datePart{day: a.n})
		}
	}
}

// shortYear says that a figure behind a month's can only be a year: "04/17".
func (p *dateParser) shortYear(y, after dateToken) bool {
	if y.n <= 12 || y.sep != ' ' || after.word == "" || monthNear(after.word) != 0 {
		return false
	}
	full := p.r.fullYear(y.n, 2, p.use)
	return y.n > 31 || p.use == courseDate && full >= p.r.year-5 && full <= p.r.year+5
}

func joins(sep byte) bool { return sep == '/' || sep == '.' || sep == '-' }

// pair says whether two figures are a day and a month: "12/3", but not the "12-14" of "12-14/3/2017".
func (p *dateParser) pair(a, b, c dateToken) bool {
	if !joins(a.sep) || a.digits > 2 || b.digits > 2 || b.n < 1 || b.n > 12 || a.n < 1 || a.n > 31 {
		return false
	}
	if p.triple(p.at+1) || c.word != "" && monthNear(c.word) != 0 {
		return false
	}
	if a.sep == '-' && (b.sep == '/' || b.sep == '.') && c.word == "" {
		return false // "12-14/3"
	}
	return true
}

// yearAfter takes the year that follows a month's word, if one does.
func (p *dateParser) yearAfter(month dateToken) int {
	y := p.tok(p.at)
	if y.word == "del" || y.word == "dell" || y.word == "of" {
		y = p.tok(p.at + 1)
		if y.word == "" && y.digits == 4 {
			p.at += 2
			return y.n
		}
		return 0
	}
	switch {
	case y.word != "":
		return 0
	case y.digits == 4 && y.n >= 1900 && y.n <= 2100:
	case y.digits == 2 && y.sep != ':' && !p.triple(p.at) && monthNear(p.tok(p.at+1).word) == 0 && month.sep != ',' && month.sep != '&':
	default:
		return 0
	}
	p.at++
	return p.r.fullYear(y.n, y.digits, p.use)
}

// monthFirst reads the part that begins with a month's word: "marzo 2017", "March 12, 2017", or the
// weekday "mar 14/3/2017".
func (p *dateParser) monthFirst() {
	t, b, c := p.tok(p.at), p.tok(p.at+1), p.tok(p.at+2)
	weekday := t.word == "mar" && b.word == "" && (p.triple(p.at+1) || monthNear(c.word) != 0 || joins(b.sep) && c.word == "")
	p.at++
	if weekday {
		return
	}
	m := int(monthNear(t.word))
	if b.word == "" && b.digits <= 2 && c.word == "" && c.digits == 4 && (b.sep == ',' || b.sep == ' ') {
		p.at += 2
		p.add(b.n, m, c.n)
		return
	}
	if p.daysAfter(m, b, c) {
		return
	}
	p.add(0, m, p.yearAfter(t))
}

// daysAfter reads "12-14, 2017" behind a month's word.
func (p *dateParser) daysAfter(month int, first, last dateToken) bool {
	y := p.tok(p.at + 2)
	if first.word != "" || last.word != "" || y.word != "" || first.digits > 2 || last.digits > 2 || y.digits != 4 || first.sep != '-' && first.sep != '&' || last.sep != ',' && last.sep != ' ' {
		return false
	}
	p.at += 3
	p.add(first.n, month, y.n)
	p.add(last.n, month, y.n)
	return true
}
