package normalise

import (
	"strings"

	"formare/internal/finding"
	"formare/internal/register"
	"formare/internal/workbook"
)

// courseRow reads a row about a course.
func (n *Normaliser) courseRow() {
	info := n.rowInfo()
	if info.code == "" && info.title == "" {
		if n.saysSomething() {
			n.findAt(place{n.table.sheet, n.sheetRow(), 0}, "", "", problem{rule: finding.RowWithoutCourse})
		}
		return
	}
	n.mention(&info)
}

// saysSomething tells a course's row without name from an empty or numbered one.
func (n *Normaliser) saysSomething() bool {
	for i := range n.row.Cells {
		f := n.table.of.Columns[i].Field
		carried := i < len(n.row.Carried) && n.row.Carried[i]
		if !carried && f != register.None && f != register.Ordinal && f != register.Note && !empty(&n.row.Cells[i]) {
			return true
		}
	}
	return false
}

// rowCourse gives the course of a person's row.
func (n *Normaliser) rowCourse(p *pending) *course {
	if n.table.named && n.labels.course != nil && n.labels.same(n.table, n.row.Labels) && !n.hasCourseCells() {
		p.day = n.labels.day
		return n.labels.course
	}
	info := n.rowInfo()
	n.takeDay(p, &info)
	c := n.mention(&info)
	if n.table.named {
		n.labels.course, n.labels.day = c, p.day
	}
	return c
}

// hasCourseCells says that the table has columns that tell more of the course than its labels.
func (n *Normaliser) hasCourseCells() bool {
	for _, f := range courseFields {
		if len(n.table.fields[f]) > 0 {
			return true
		}
	}
	return false
}

var courseFields = [...]register.Field{
	register.CourseCode, register.CourseTitle, register.Edition, register.Kind, register.Area, register.Venue, register.VenueComune,
	register.StartDate, register.EndDate, register.Period, register.HoursPlanned, register.HoursDelivered, register.Places, register.Month,
}

// rowInfo puts together what labels and cells tell of the row's course; cells win.
func (n *Normaliser) rowInfo() courseInfo {
	n.readLabels()
	info := n.labels.info
	in := courseReader{n: n, info: &info}
	for _, f := range courseFields {
		if c, i := n.cell(f); c != nil {
			in.at = n.placeOf(i)
			in.column = dateColumnKey{n.table, i}
			in.carried = i < len(n.row.Carried) && n.row.Carried[i]
			in.read(f, c, func(p problem) { n.find(i, p) })
		}
	}
	in.check(n.where(register.EndDate, register.Period))
	return info
}

// where gives the first column with a value among the fields, as a place of findings.
func (n *Normaliser) where(fields ...register.Field) func(problem) {
	for _, f := range fields {
		for _, i := range n.table.fields[f] {
			if !empty(&n.row.Cells[i]) {
				return func(p problem) { n.find(i, p) }
			}
		}
	}
	return nil
}

// A courseReader fills a courseInfo field by field.
type courseReader struct {
	n       *Normaliser
	info    *courseInfo
	at      place // of the cell at hand
	column  dateColumnKey
	carried bool
}

// read takes one cell; tell reports about it.
func (r courseReader) read(f register.Field, c *workbook.Cell, tell func(problem)) {
	switch f {
	case register.StartDate, register.EndDate, register.Period:
		r.date(f, c, tell)
		return
	case register.HoursPlanned, register.HoursDelivered:
		d, ok := r.n.read.hours(c)
		if !ok || d.isShare {
			tell(problem{rule: finding.HoursInvalid})
			return
		}
		if f == register.HoursPlanned {
			r.info.planned = &d.hours
		} else {
			r.info.delivered = &d.hours
		}
		return
	case register.Places:
		if v, ok := number(c); ok && v >= 0 {
			r.info.places = &v
		} else {
			tell(problem{rule: finding.NumberInvalid})
		}
		return
	}
	text, undone := r.n.read.text(c)
	if undone {
		tell(problem{rule: finding.TextRepaired, used: text})
	}
	r.text(f, text, tell)
}

func (r courseReader) text(f register.Field, text string, tell func(problem)) {
	read, info := r.n.read, r.info
	switch f {
	case register.CourseCode:
		info.code = read.codes.get(text, courseCode)
	case register.CourseTitle:
		bare, told := withoutHours(text)
		if told > 0 {
			text, info.planned = bare, &told
		}
		info.title = read.titles.get(text, func(s string) string { return read.title(withoutTeacher(strings.Trim(s, " \"“”«»"))) })
	case register.Edition:
		info.edition = read.editions.get(text, edition)
	case register.Venue:
		info.venue = read.titles.get(text, read.title)
	case register.VenueComune:
		v := read.comunes.get(text, func(s string) comuneRead {
			istat, problem := read.comune(s)
			return comuneRead{istat, problem}
		})
		info.venueComune = v.istat
		tell(v.problem)
	case register.Kind:
		kind, ok := read.lex.courseKind(text)
		if !ok {
			tell(problem{rule: finding.ChoiceUnknown})
			return
		}
		info.kind = kind
	case register.Area:
		id := read.areaOf.get(text, func(s string) string {
			id, _ := findArea(read.areas, s)
			return id
		})
		if id == "" && len(read.areas) > 0 {
			tell(problem{rule: finding.AreaUnknown})
		}
		info.area = id
	case register.Month:
		if m, ok := read.period.Month(text); ok {
			info.month = m
		}
	}
}

// date reads first and last day; one cell may hold both.
func (r courseReader) date(f register.Field, c *workbook.Cell, tell func(problem)) {
	s := r.n.read.dateOf(c, courseDate)
	p := problem{rule: s.rule}
	switch {
	case s.rule == finding.DateInvalid:
		tell(p)
		return
	case s.rule != "":
		p.used = s.Start.String()
		if s.Start.IsZero() {
			p.used = s.Month
		}
		tell(p)
	}
	first, last := s.Start, s.End
	var from *dateColumn
	if (s.rule == "" || s.rule == finding.DateSwapped) && s.End.IsZero() && !s.Start.IsZero() {
		from = r.n.noteDate(&r, f, first, c.Kind == workbook.Text, s.order)
	}
	switch {
	case f == register.EndDate:
		if last.IsZero() {
			last = first
		}
		r.info.end, r.info.endFrom, r.info.endAt = last, from, r.at
		return
	case f == register.Period && last.IsZero():
		last = first
	}
	if !first.IsZero() {
		r.info.start, r.info.startFrom = first, from
	}
	if s.Month != "" {
		r.info.month = s.Month
	}
	if !last.IsZero() {
		r.info.end, r.info.endFrom, r.info.endAt = last, from, r.at
	}
}

// check drops a last day before the first one.
func (r courseReader) check(tell func(problem)) {
	if r.info.start.IsZero() || r.info.end.IsZero() || !r.info.end.before(r.info.start) {
		return
	}
	if r.info.startFrom != nil && swappable(r.info.start) || r.info.endFrom != nil && swappable(r.info.end) {
		return // one of them may be swapped: settleDates looks again
	}
	r.info.end = Date{}
	if tell != nil {
		tell(problem{rule: finding.DateEndBeforeStart, args: map[string]string{"start": r.info.start.String()}})
	}
}
