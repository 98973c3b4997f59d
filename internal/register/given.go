package register

import (
	"slices"
	"strings"
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
	courses := 0
	for _, l := range r.met {
		if l.Field == CourseTitle {
			courses++
		}
	}
	for _, l := range r.labels.list {
		if l.Row > 0 && fields[l.Field] && l.Field != Partner {
			out = append(out, l)
		}
	}
	if len(out) < 3 || courses > 1 {
		return false
	}
	r.opt.Told(out)
	return true
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
