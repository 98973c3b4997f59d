package unseen

import (
	"fmt"
	"time"
)

// mixedPresence makes a register of presences: days across, with marks of some kind.
func mixedPresence(k *kit) {
	c := k.newCourse(k.rng.IntN(11), 2+k.rng.IntN(7), 2+0.5*float64(k.rng.IntN(7)))
	c.show("title")
	b := k.newBook(k.fileName(c, ".xlsx"), byExcel)
	s := b.sheet([]string{"Presenze", "Registro", "Foglio1", "firme"}[k.rng.IntN(4)])
	row := k.banner(s, byExcel)
	s.line(row, 1, []string{"Corso:", "Titolo del corso", "CORSO"}[k.rng.IntN(3)], c.title)
	row++
	head := dayHeads[k.rng.IntN(len(dayHeads))]
	s.line(row, 1, "Anno", c.first().Year())
	row++
	told := k.rng.IntN(4) // how the length of a day is told
	switch told {
	case 0:
		s.set(row, 1, fmt.Sprintf("Ogni giornata è di %s ore", comma(c.perDay)))
	case 1:
		s.line(row, 1, "Totale ore corso", c.hours())
		c.show("hours_planned")
	case 2:
		s.set(row, 1, fmt.Sprintf("Orario delle lezioni: %s - %s", c.start, c.end))
	}
	row += 2
	var cols []column
	for _, col := range k.mixture(byExcel, true) {
		if map[string]bool{"": true, "cf": true, "born": true, "service": true, "comune": true, "role": true, "gender": true}[col.field] {
			cols = append(cols, col)
		}
	}
	for i, col := range cols {
		s.set(row, 1+i, col.head)
	}
	n := len(cols)
	for d, t := range c.days {
		s.set(row, 1+n+d, head(t))
	}
	if told == 3 {
		row++
		for i := range cols {
			s.merge(row-1, 1+i, row, 1+i)
		}
		for d := range c.days {
			s.set(row, 1+n+d, "h "+comma(c.perDay))
		}
	}
	mark := dayMarks[k.rng.IntN(len(dayMarks))]
	var fields []string
	for _, col := range cols {
		fields = append(fields, col.field)
	}
	for _, e := range k.enrol(c, 6+k.rng.IntN(9)) {
		row++
		for i, col := range cols {
			s.set(row, 1+i, col.value(e))
		}
		for d, here := range e.present {
			s.set(row, 1+n+d, mark(c, here))
			if v := mark(c, here); v != nil {
				k.attended(s, row, e, d, map[bool]string{true: num(c.perDay), false: "0"}[here])
			}
		}
		k.row(s, row, e, append(fields, "days")...)
	}
	s.set(row+2, 1, "Il tutor")
	k.add(b)
}

var dayHeads = []func(t time.Time) any{
	func(t time.Time) any { return date{t} },
	func(t time.Time) any { return dmy(t) },
	func(t time.Time) any { return short(t) },
	func(t time.Time) any { return t.Format("2.1.06") },
	func(t time.Time) any { return fmt.Sprintf("%d %s", t.Day(), months[t.Month()-1][:3]) },
	func(t time.Time) any { return weekdays[t.Weekday()] + "\n" + t.Format("02/01/06") },
	func(t time.Time) any { return spelled(t) },
	func(t time.Time) any { return "Giorno " + t.Format("02/01/2006") },
}

var dayMarks = []func(c *course, here bool) any{
	func(c *course, here bool) any { return map[bool]any{true: "P", false: "A"}[here] },
	func(c *course, here bool) any { return map[bool]any{true: "x", false: nil}[here] },
	func(c *course, here bool) any { return map[bool]any{true: c.perDay, false: nil}[here] },
	func(c *course, here bool) any { return map[bool]any{true: c.perDay, false: 0}[here] },
	func(c *course, here bool) any { return map[bool]any{true: "sì", false: "no"}[here] },
	func(c *course, here bool) any { return map[bool]any{true: "presente", false: "assente"}[here] },
	func(c *course, here bool) any { return map[bool]any{true: c.start + "-" + c.end, false: "-"}[here] },
	func(c *course, here bool) any { return map[bool]any{true: "F.to", false: nil}[here] },
}
