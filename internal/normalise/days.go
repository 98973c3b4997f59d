package normalise

import (
	"slices"
	"strings"

	"formare/internal/register"
)

// Badge readers and lists of signatures tell a person and a day a row, in one list, in one list a day or in one
// sheet a day. The date is then the lesson's, not the first day of a course of its own: rows of one title are one
// course, which lasts from the first of its days to the last. Each row is an attendance; the hours attended of
// its enrolment are those of all the person's days, so that whichever row counts tells all of them.

// A dayKey is one person on one course.
type dayKey struct {
	course *course
	person Person
}

// A daySum adds up a person's days. The hours are known only if those of every day are.
type daySum struct {
	hours   float64
	unknown bool
	present bool
}

// rowsOfDays says whether a row of the table is a person and a day, if it has a date: times of coming and
// going without a day above them, or a date that is called a lesson's.
func (s *tableState) rowsOfDays() bool {
	if s.subject != register.People || len(s.fields[register.EndDate]) > 0 {
		return false
	}
	if len(s.sessions) > 0 {
		return len(s.sessions) == 1 && s.sessions[0].date.IsZero() // see register: a pair of times
	}
	for _, i := range append(slices.Clone(s.fields[register.StartDate]), s.fields[register.Period]...) {
		if headerSays(s.of.Columns[i].Header, "lezion", "giornat", "presenz", "timbratur", "lesson", "attendance") {
			return true
		}
	}
	return false
}

// headerSays says whether a word of a header begins with one of the stems.
func headerSays(header string, stems ...string) bool {
	for _, w := range strings.Fields(fold(header)) {
		for _, stem := range stems {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

// takeDay takes the date, and the hours of the lesson, from what a row tells of its course: they are the day's.
func (n *Normaliser) takeDay(p *pending, info *courseInfo) {
	if !n.table.daily || !info.start.valid() || !info.end.IsZero() && info.end != info.start {
		return
	}
	p.day = info.start
	info.start, info.end, info.startFrom, info.endFrom = Date{}, Date{}, nil, nil
	for f, h := range map[register.Field]**float64{register.HoursPlanned: &info.planned, register.HoursDelivered: &info.delivered} {
		for _, i := range n.table.fields[f] {
			if *h != nil && **h <= 12 && headerSays(n.table.of.Columns[i].Header, "lezion", "giorn", "lesson") {
				p.length, *h = *h, nil
			}
		}
	}
}

// gatherDays adds up the days of each person on each course and dates the courses by them.
func (n *Normaliser) gatherDays() {
	n.days = map[dayKey]*daySum{}
	n.rows.visit(func(p *pending) {
		c := p.course.final()
		if p.day.IsZero() || c.lost {
			return
		}
		n.finishName(p)
		hours, present := n.dayOf(p)
		key := keyOfDays(p, c)
		sum := n.days[key]
		if sum == nil {
			sum = &daySum{}
			n.days[key] = sum
		}
		sum.present = sum.present || present
		if hours == nil {
			sum.unknown = true
		} else {
			sum.hours += *hours
		}
		c.addDay(p.day)
	})
	for _, c := range n.courses.list {
		if c.into != nil || c.lost || c.firstDay.IsZero() || !c.start.IsZero() {
			continue
		}
		c.start = c.firstDay
		if c.end.IsZero() {
			c.end = c.lastDay
		}
		c.key = n.courses.partner + "/" + c.keyCode()
	}
}

func (c *course) addDay(d Date) {
	if c.firstDay.IsZero() || d.before(c.firstDay) {
		c.firstDay = d
	}
	if c.lastDay.before(d) {
		c.lastDay = d
	}
}

// keyOfDays knows a person by the codice fiscale, else by all that is told.
func keyOfDays(p *pending, c *course) dayKey {
	if cf := p.Person.CF; cf != "" {
		return dayKey{c, Person{CF: cf}}
	}
	return dayKey{c, p.Person}
}

// dayOf gives the hours of a row's day, nil where nothing tells them, and whether the person was there.
func (n *Normaliser) dayOf(p *pending) (hours *float64, present bool) {
	t, none := p.table, 0.0
	length := p.length
	if length == nil && t.each > 0 {
		length = &t.each
	}
	var mark *sessionMark
	if p.marks > 0 {
		mark = &t.marks[p.firstMark]
	}
	switch {
	case mark != nil && !mark.present, mark == nil && p.Status == "enrolled" && t.tellsPresence():
		return &none, false
	case p.dayHours != nil:
		return p.dayHours, *p.dayHours > 0
	case mark != nil && (mark.known || mark.figure):
		h := float64(mark.hours)
		return &h, h > 0
	case mark == nil && len(t.sessions) > 0 && p.Status != "attended" && p.Status != "completed":
		return &none, false // neither came nor went
	}
	return length, true
}

// tellsPresence says whether the column of outcomes tells who was there.
func (t *tableState) tellsPresence() bool {
	for _, i := range t.fields[register.Status] {
		if headerSays(t.of.Columns[i].Header, "presen", "assen", "partecip", "frequen", "attend") {
			return true
		}
	}
	return false
}

// finishDay gives the row the hours of all the person's days, and returns those of its own.
func (n *Normaliser) finishDay(p *pending, c *course) []*float64 {
	hours, present := n.dayOf(p)
	p.present = present
	sum := n.days[keyOfDays(p, c)]
	p.HoursAttended = nil
	if !sum.unknown {
		h := roundHours(sum.hours)
		p.HoursAttended = &h
		n.checkHours(p, c, h)
	}
	if sum.present && (p.Status == "enrolled" || p.Status == "" && sum.unknown) {
		p.Status = "attended"
	}
	return []*float64{hours}
}
