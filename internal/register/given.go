package register

import (
	"slices"
	"strings"

	"formare/internal/workbook"
)

// A workbook may tell of its course on a sheet of its own, labels and values, and list the people on another.

// takeGiven starts with what another sheet tells of the course.
func (r *recogniser) takeGiven() {
	for _, l := range r.opt.Given {
		l.Row, l.Value.Col = 0, 0
		r.labels.put(l)
	}
}

// tellsOfCourse hands on what a sheet without a register tells of one course: its title or code, and at
// least two facts more.
func (r *recogniser) tellsOfCourse() bool {
	if r.opt.Told == nil || !r.labels.has(CourseTitle) && !r.labels.has(CourseCode) {
		return false
	}
	fields := courseFields()
	var out []Label
	courses, facts := 0, false
	for _, l := range r.met {
		if l.Field == CourseTitle {
			courses++
		}
	}
	for _, l := range r.labels.list {
		if l.Row > 0 && fields[l.Field] && l.Field != Partner && r.lex.holdsValue(l) {
			out = append(out, l)
			facts = facts || l.Field != CourseTitle && l.Field != CourseCode
		}
	}
	if len(out) < 3 || courses > 1 || !facts {
		return false
	}
	r.opt.Told(out)
	return true
}

// holdsValue says whether a label's value may be one of its field: instructions hold the words of labels too.
func (l *Lexicon) holdsValue(label Label) bool {
	v := &label.Value
	text := textOf(v)
	switch label.Field {
	case StartDate, EndDate, Period:
		return v.Kind == workbook.Date || v.Kind == workbook.Number || dayIn(text, l.months) || looksDate(strings.ToLower(text))
	case HoursPlanned, HoursDelivered, SessionHours, Places:
		return v.Kind == workbook.Number || countDigits(text) > 0 && len(text) <= 40
	}
	return len(text) <= 150
}

// dropGiven forgets what another sheet tells, once this one names a course that is not that one.
func (r *recogniser) dropGiven(set *labelSet, named Label) {
	at := slices.IndexFunc(r.opt.Given, func(l Label) bool { return l.Field == named.Field })
	if at < 0 {
		return
	}
	theirs, ours := key(tokens(textOf(&r.opt.Given[at].Value))), key(tokens(textOf(&named.Value)))
	if strings.Contains(ours, theirs) || strings.Contains(theirs, ours) {
		return
	}
	set.list = slices.DeleteFunc(set.list, func(l Label) bool {
		return l.Row == 0 && slices.ContainsFunc(r.opt.Given, func(g Label) bool { return g.Field == l.Field })
	})
	r.opt.Given = nil
}
