package register

import "formare/internal/workbook"

// hoursAtFoot finds the row under a table that says how long each day of attendance was, "Ore lezione | 3 | 3 | 2", and
// adds what it says to the names of the days.
func (r *recogniser) hoursAtFoot(d *decision, sample []*line) {
	var days []*span
	for i := range d.spans {
		if s := &d.spans[i]; s.head.session.is {
			days = append(days, s)
		}
	}
	if len(days) < 2 || d.subject != People {
		return
	}
	for _, l := range sample {
		if rate := r.rate(l); rate.person && rate.like() {
			return // another table
		}
		if !r.tellsLessons(l, days[0].head.col) {
			continue
		}
		for _, s := range days {
			if c := l.at(s.head.col); blank(c) || !looksNumber(textOf(c)) || c.Kind == workbook.Number && (c.Num <= 0 || c.Num > 12) {
				return
			}
		}
		for _, s := range days {
			s.head.path = append(s.head.path[:len(s.head.path):len(s.head.path)], "ore "+textOf(l.at(s.head.col)))
		}
		return
	}
}

// tellsLessons says whether the words left of the days speak of the hours of the lessons, and of nobody.
func (r *recogniser) tellsLessons(l *line, before int) bool {
	said := false
	for i := range l.cells {
		c := &l.cells[i]
		if c.Col >= before {
			break
		}
		if blank(c) {
			continue
		}
		switch key(tokens(textOf(c))) {
		case "ore lezione", "ore di lezione", "ore lezioni", "ore giornaliere", "ore giornata", "ore incontro", "ore per incontro", "ore del giorno", "ore", "durata", "durata incontro", "durata lezione", "ore erogate", "ore svolte":
			said = true
		default:
			return false
		}
	}
	return said
}

// hoursOfDays says whether a row under a table tells the hours of its days.
func (t *reader) hoursOfDays(l *line) bool {
	i, ok := t.byField[Session]
	return ok && t.r.tellsLessons(l, t.table.Columns[i].Col)
}
