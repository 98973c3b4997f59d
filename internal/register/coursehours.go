package register

import "strings"

// courseHours takes "Ore" in a list of people for the hours of the course where the table shows that they are
// none of a person's: the column stands among those about the course, before the first that says who, and holds
// one figure for all people of a course; or another column says that it has the hours of presence.
func (d *decision) courseHours(sample []*line) {
	s := d.find(HoursAttended)
	if s == nil || s.chosen.reason == Configured || d.subject != People || d.has(HoursPlanned) || s.context == "attendance" || saysPresence(s.head.leaf()) {
		return
	}
	// A word for hours of either kind has both among its readings; "Ore frequentate" has one.
	if planned, delivered := s.found[HoursPlanned].score, s.found[HoursDelivered].score; !bareHours(s.head.leaf()) && max(planned, delivered) < minScore {
		return
	}
	same, most := d.sameWithin(s, sample)
	if !same || most < 2 {
		return
	}
	for i := range d.spans {
		o := &d.spans[i]
		if o != s && o.chosen.reason != Configured && o.found[HoursAttended].score >= minScore && saysPresence(o.head.leaf()) && o.shape.share(o.shape.number) >= 0.5 {
			s.chosen = candidate{HoursPlanned, s.chosen.score, ByValues}
			o.chosen = candidate{HoursAttended, o.found[HoursAttended].score, o.found[HoursAttended].reason}
			return
		}
	}
	if most >= 3 && d.amongCourse(s) {
		s.chosen = candidate{HoursPlanned, min(s.chosen.score, 0.85), ByValues}
	}
}

// bareHours says whether a header says hours and nothing of whose they are.
func bareHours(leaf string) bool {
	for _, w := range tokens(leaf) {
		switch w {
		case "ore", "ora", "h", "hours", "n", "nr", "num", "numero", "tot", "totale", "totali", "di", "delle", "in", "complessive", "complessivo", "total", "of":
		default:
			return false
		}
	}
	return strings.TrimSpace(leaf) != ""
}

// amongCourse says whether a column stands right of one about the course and left of all that say who.
func (d *decision) amongCourse(s *span) bool {
	course := false
	for i := range d.spans {
		o := &d.spans[i]
		switch {
		case o == s:
			return course
		case setOf(CourseTitle, CourseCode, StartDate, EndDate, Period)[o.chosen.field]:
			course = true
		case personFields()[o.chosen.field]:
			return false
		}
	}
	return false
}

// sameWithin says whether a column holds one figure for all people of each course, and for how many at most.
func (d *decision) sameWithin(s *span, sample []*line) (same bool, most int) {
	course := d.find(CourseTitle)
	if course == nil {
		course = d.find(CourseCode)
	}
	first, count := map[string]string{}, map[string]int{}
	for _, l := range sample {
		key, value := "", textOf(l.at(s.head.col))
		if course != nil {
			key = textOf(l.at(course.head.col))
		}
		if value == "" || course != nil && key == "" {
			continue
		}
		if before, known := first[key]; known && before != value {
			return false, 0
		}
		first[key] = value
		count[key]++
		most = max(most, count[key])
	}
	return true, most
}
