package unseen

import (
	"fmt"
	"strings"
)

// The fourth wave of attendance registers.
var attendanceStyles4 = []Style{
	{Name: "two-courses-wide", Wave: 4, build: twoCoursesWide},
	{Name: "sheet-a-day", Wave: 4, build: sheetADay},
	{Name: "list-a-day", Wave: 4, build: listADay},
	{Name: "weeks", Wave: 4, build: weeks},
	{Name: "lesson-heads", Wave: 4, build: lessonHeads},
	{Name: "late-and-early", Wave: 4, build: lateAndEarly},
	{Name: "two-halves-times", Wave: 4, build: twoHalvesTimes},
	{Name: "presence-csv", Wave: 4, Format: "csv", build: presenceCSV},
	{Name: "presence-calc", Wave: 4, Format: "ods", build: presenceCalc},
}

// Two registers of presences one under the other, each with its course and days.
func twoCoursesWide(k *kit) {
	b := k.newBook("registri riuniti.xlsx", byExcel)
	s := b.sheet("registri")
	row := 1
	for i := range 2 {
		c := k.newCourse(1+3*i, 4, 4).show("title", "hours_planned")
		s.line(row, 1, "CORSO", c.title)
		s.line(row+1, 1, "ORE", c.hours())
		s.line(row+3, 1, "Cognome", "Nome", "Codice fiscale")
		for d, t := range c.days {
			s.set(row+3, 4+d, date{t})
		}
		row += 4
		for _, e := range k.enrol(c, 7) {
			s.line(row, 1, e.surname, e.given, e.cf)
			for d, here := range e.present {
				s.set(row, 4+d, map[bool]string{true: "P", false: "A"}[here])
				k.attended(s, row, e, d, map[bool]string{true: "4", false: "0"}[here])
			}
			k.row(s, row, e, "cf", "days")
			row++
		}
		row += 3
	}
	k.add(b)
}

// A sheet for each day of lessons: who was there, when they came and went.
func sheetADay(k *kit) {
	b := k.newBook("fogli giornalieri.xlsx", byExcel)
	c := k.newCourse(6, 3, 4).show("title")
	es := k.enrol(c, 8)
	for d, t := range c.days {
		s := b.sheet(t.Format("02-01-06"))
		s.line(1, 1, "Corso", c.title)
		s.line(2, 1, "Giornata del", spelled(t))
		s.line(4, 1, "Cognome", "Nome", "Codice fiscale", "Entrata", "Uscita", "Ore")
		row := 5
		for _, e := range es {
			if !e.present[d] {
				continue
			}
			s.line(row, 1, e.surname, e.given, e.cf, "09:00", "13:00", 4)
			r := k.row(s, row, e, "cf")
			r.fields["hours_attended"] = "4|" + num(e.hours)
			k.attended(s, row, e, d, "4")
			row++
		}
	}
	k.add(b)
}

// A list with a row for each presence: the day in a column, hours in another.
func listADay(k *kit) {
	b := k.newBook("presenze giornaliere elenco.xlsx", byExcel)
	s := b.sheet("Presenze")
	s.line(1, 1, "Data lezione", "Corso", "Cognome", "Nome", "Codice fiscale", "Ore lezione", "Presente")
	row := 2
	c := k.newCourse(5, 4, 3).show("title")
	es := k.enrol(c, 7)
	for d, t := range c.days {
		for _, e := range es {
			s.line(row, 1, date{t}, c.title, e.surname, e.given, e.cf, 3, map[bool]string{true: "sì", false: "no"}[e.present[d]])
			r := k.row(s, row, e, "cf")
			r.fields["hours_attended"] = "?"
			k.attended(s, row, e, d, map[bool]string{true: "3", false: "0"}[e.present[d]])
			row++
		}
	}
	k.add(b)
}

// "dal 4 al 8 ottobre": a column a week, hours of the week in each; no days can be known.
func weeks(k *kit) {
	b := k.newBook("ore settimanali.xlsx", byExcel)
	c := k.newCourse(1, 9, 2).show("title")
	s := b.sheet("settimane")
	s.line(1, 1, "Corso:", c.title)
	s.line(3, 1, "Cognome e nome", "C.F.", "Ente")
	for w := range 3 {
		a, z := c.days[w*3], c.days[w*3+2]
		s.set(3, 4+w, fmt.Sprintf("dal %s al %s", short(a), dmy(z)))
	}
	s.set(3, 7, "Totale ore")
	for i, e := range k.enrol(c, 8) {
		row := 4 + i
		s.line(row, 1, e.nameAs("%S %N"), e.cf, e.service.word(0))
		for w := range 3 {
			h := 0
			for d := w * 3; d < w*3+3; d++ {
				if e.present[d] {
					h += 2
				}
			}
			s.set(row, 4+w, h)
		}
		s.set(row, 7, e.hours)
		k.row(s, row, e, "cf", "service", "hours")
	}
	k.add(b)
}

// "I lezione 04/10 ore 15-18" over the columns, x for those who came, the year in the title of the course.
func lessonHeads(k *kit) {
	b := k.newBook("laboratorio.xlsx", byExcel)
	c := k.newCourse(7, 5, 3).show("title")
	s := b.sheet("Lab")
	c.alsoTitled = fmt.Sprintf("%s - anno %d|Laboratorio: %s - anno %d|Laboratorio: %s", c.title, c.first().Year(), c.title, c.first().Year(), c.title)
	s.set(1, 1, fmt.Sprintf("Laboratorio: %s - anno %d", c.title, c.first().Year()))
	s.line(3, 1, "Partecipanti", "Codice fiscale", "Ente di provenienza")
	for d, t := range c.days {
		s.set(3, 4+d, fmt.Sprintf("%s lezione\n%s\nore 15-18", []string{"I", "II", "III", "IV", "V"}[d], short(t)))
	}
	for i, e := range k.enrol(c, 9) {
		row := 4 + i
		s.line(row, 1, e.nameAs("%N %S"), e.cf, e.service.word(0))
		for d, here := range e.present {
			if here {
				s.set(row, 4+d, "x")
				k.attended(s, row, e, d, "3")
			}
		}
		k.row(s, row, e, "cf", "service", "days")
	}
	k.add(b)
}

// P with notes: "P (9.30)" came late, "P - esce 12.00" left early; A; hours in a total.
func lateAndEarly(k *kit) {
	b := k.newBook("registro note.xlsx", byExcel)
	c := k.newCourse(8, 4, 4).show("title", "hours_planned")
	s := b.sheet("registro")
	s.line(1, 1, "Corso:", c.title, nil, "Ore:", c.hours())
	s.line(3, 1, "Cognome", "Nome", "Cod. fiscale")
	for d, t := range c.days {
		s.set(3, 4+d, date{t})
	}
	s.set(3, 8, "Ore totali frequentate")
	for i, e := range k.enrol(c, 10) {
		row := 4 + i
		s.line(row, 1, e.surname, e.given, e.cf)
		for d, here := range e.present {
			switch {
			case !here:
				s.set(row, 4+d, "A")
				k.attended(s, row, e, d, "0")
			case i == 2 && d == 1:
				s.set(row, 4+d, "P (entra 9.30)")
				e.hours -= 0.5
				k.attended(s, row, e, d, "?")
				k.doubt(s, row, 4+d)
			default:
				s.set(row, 4+d, "P")
				k.attended(s, row, e, d, "4")
			}
		}
		s.set(row, 8, e.hours)
		k.row(s, row, e, "cf", "hours")
	}
	k.add(b)
}

// Morning and afternoon with entry and exit each: four columns a day, three rows of header.
func twoHalvesTimes(k *kit) {
	b := k.newBook("registro FSE.xlsx", byExcel)
	c := k.newCourse(3, 2, 7).show("title", "code")
	s := b.sheet("registro")
	s.line(1, 1, "Denominazione attività", c.title)
	s.line(2, 1, "Codice attività", c.code)
	s.line(4, 1, "N.", "Cognome e Nome", "Codice Fiscale")
	for i := 1; i <= 3; i++ {
		s.merge(4, i, 6, i)
	}
	for d, t := range c.days {
		col := 4 + 4*d
		s.set(4, col, spelled(t))
		s.merge(4, col, 4, col+3)
		s.line(5, col, "Mattina", nil, "Pomeriggio")
		s.merge(5, col, 5, col+1)
		s.merge(5, col+2, 5, col+3)
		s.line(6, col, "entrata", "uscita", "entrata", "uscita")
	}
	for i, e := range k.enrol(c, 8) {
		row := 7 + i
		s.line(row, 1, i+1, strings.ToUpper(e.nameAs("%S %N")), e.cf)
		e.hours = 0
		for d, here := range e.present {
			if !here {
				continue
			}
			col := 4 + 4*d
			s.line(row, col, "9.00", "13.00")
			h := 4.0
			if !k.chance(5) {
				s.line(row, col+2, "14.00", "17.00")
				h += 3
			}
			e.hours += h
			k.attended(s, row, e, d, num(h))
		}
		k.row(s, row, e, "cf", "days")
	}
	k.add(b)
}

func presenceCSV(k *kit) {
	b := k.newBook("presenze corso.csv", byExcelIT)
	plainPresence(k, b)
}

func presenceCalc(k *kit) {
	b := k.newBook("presenze corso.ods", byCalc)
	plainPresence(k, b)
}

// plainPresence is the same simple register for hands other than Excel's.
func plainPresence(k *kit, b *book) {
	c := k.newCourse(9, 5, 2.5).show("title", "hours_planned")
	s := b.sheet("Presenze")
	s.line(1, 1, "Corso", c.title)
	s.line(2, 1, "Ore totali", c.hours())
	s.line(4, 1, "Cognome", "Nome", "Codice fiscale", "Comune di lavoro")
	for d, t := range c.days {
		s.set(4, 5+d, date{t})
	}
	for i, e := range k.enrol(c, 9) {
		row := 5 + i
		s.line(row, 1, e.surname, e.given, e.cf, e.service.comune.name)
		for d, here := range e.present {
			if here {
				s.set(row, 5+d, c.perDay)
				k.attended(s, row, e, d, "2.5")
			} else {
				s.set(row, 5+d, 0)
				k.attended(s, row, e, d, "0")
			}
		}
		k.row(s, row, e, "cf", "comune", "days")
	}
	k.add(b)
}
