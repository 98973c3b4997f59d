package unseen

import (
	"fmt"
	"time"
)

// The fifth wave of attendance registers.
var attendanceStyles5 = []Style{
	{Name: "times-under-days", Wave: 5, build: timesUnderDays},
	{Name: "hours-at-foot", Wave: 5, build: hoursAtFoot},
	{Name: "two-rows-each", Wave: 5, build: twoRowsEach},
	{Name: "days-numbered", Wave: 5, build: daysNumbered},
	{Name: "counts-at-right", Wave: 5, build: countsAtRight},
	{Name: "whole-month", Wave: 5, build: wholeMonth},
}

// "14.30/18.30" under each day; crosses.
func timesUnderDays(k *kit) {
	b := k.newBook("calendario presenze.xlsx", byExcel)
	c := k.newCourse(2, 5, 4).show("title")
	s := b.sheet("presenze")
	s.line(1, 1, "Corso di formazione:", c.title)
	s.line(3, 1, "Cognome", "Nome", "Codice fiscale")
	for d, t := range c.days {
		s.set(3, 4+d, date{t})
		s.set(4, 4+d, "14.30/18.30")
	}
	for i, e := range k.enrol(c, 9) {
		row := 5 + i
		s.line(row, 1, e.surname, e.given, e.cf)
		for d, here := range e.present {
			if here {
				s.set(row, 4+d, "X")
				k.attended(s, row, e, d, "4")
			}
		}
		k.row(s, row, e, "cf", "days")
	}
	k.add(b)
}

// The length of each lesson stands in a row under the people.
func hoursAtFoot(k *kit) {
	b := k.newBook("presenze con ore.xlsx", byExcel)
	c := k.newCourse(3, 4, 3).show("title")
	s := b.sheet("presenze")
	s.line(1, 1, "Corso:", c.title)
	s.line(3, 1, "Cognome e nome", "Codice fiscale", "Ente")
	for d, t := range c.days {
		s.set(3, 4+d, dmy(t))
	}
	s.set(3, 8, "Totale ore")
	es := k.enrol(c, 8)
	for i, e := range es {
		row := 4 + i
		s.line(row, 1, e.nameAs("%S %N"), e.cf, e.service.word(0))
		for d, here := range e.present {
			s.set(row, 4+d, map[bool]string{true: "P", false: "A"}[here])
			k.attended(s, row, e, d, map[bool]string{true: "3", false: "0"}[here])
		}
		s.set(row, 8, e.hours)
		k.row(s, row, e, "cf", "service", "hours")
	}
	s.line(12, 3, "Ore lezione", 3, 3, 3, 3, 12)
	k.add(b)
}

// Each person has two rows, morning and afternoon; the names are merged over both.
func twoRowsEach(k *kit) {
	b := k.newBook("registro doppio turno.xlsx", byExcel)
	c := k.newCourse(4, 3, 8).show("title")
	s := b.sheet("registro")
	s.line(1, 1, "Corso:", c.title)
	s.set(2, 1, "M = mattina (4 ore), P = pomeriggio (4 ore)")
	s.line(4, 1, "Cognome e nome", "Codice fiscale", "Turno")
	for d, t := range c.days {
		s.set(4, 4+d, date{t})
	}
	for i, e := range k.enrol(c, 7) {
		row := 5 + 2*i
		s.line(row, 1, e.nameAs("%S %N"), e.cf, "M")
		s.set(row+1, 3, "P")
		s.merge(row, 1, row+1, 1)
		s.merge(row, 2, row+1, 2)
		for d, here := range e.present {
			if here {
				s.set(row, 4+d, 4)
				s.set(row+1, 4+d, 4)
				k.attended(s, row, e, d, "4")
				k.attended(s, row+1, e, d, "4")
			}
		}
		t := k.row(s, row, e, "cf")
		t.fields["hours_attended"] = num(e.hours) + "|" + num(e.hours/2)
	}
	k.quiet(b.path) // the second row of a person may be a row of its own
	k.add(b)
}

// "1° giorno" … without dates; hours.
func daysNumbered(k *kit) {
	b := k.newBook("ore per giorno aprile 2022.xlsx", byExcel)
	c := k.newCourse(7, 4, 5).show("title")
	s := b.sheet("ore")
	s.line(1, 1, "Corso:", c.title)
	s.line(3, 1, "Cognome", "Nome", "Codice fiscale", "1° giorno", "2° giorno", "3° giorno", "4° giorno", "Totale")
	for i, e := range k.enrol(c, 9) {
		row := 4 + i
		s.line(row, 1, e.surname, e.given, e.cf)
		for d, here := range e.present {
			s.set(row, 4+d, map[bool]int{true: 5, false: 0}[here])
		}
		s.set(row, 8, e.hours)
		k.row(s, row, e, "cf", "hours")
	}
	k.add(b)
}

// Presences, absences and their share counted at the right; hours there too.
func countsAtRight(k *kit) {
	b := k.newBook("presenze conteggi.xlsx", byExcel)
	c := k.newCourse(8, 6, 2).show("title", "hours_planned")
	s := b.sheet("conteggi")
	s.line(1, 1, "Titolo corso", c.title)
	s.line(2, 1, "Ore previste", c.hours())
	s.line(4, 1, "Partecipante", "CF", "Comune sede di lavoro")
	for d, t := range c.days {
		s.set(4, 4+d, t.Format("2/1/2006"))
	}
	s.line(4, 10, "Presenze", "Assenze", "% presenza", "Ore frequentate")
	for i, e := range k.enrol(c, 10) {
		row, n := 5+i, 0
		s.line(row, 1, e.nameAs("%S %N"), e.cf, e.service.comune.name)
		for d, here := range e.present {
			s.set(row, 4+d, map[bool]string{true: "P", false: "A"}[here])
			k.attended(s, row, e, d, map[bool]string{true: "2", false: "0"}[here])
			if here {
				n++
			}
		}
		s.line(row, 10, n, 6-n, percent(float64(n)/6), e.hours)
		k.row(s, row, e, "cf", "comune", "hours")
	}
	k.add(b)
}

// A timesheet: a sheet for a month with all its days, hours where there was a lesson.
func wholeMonth(k *kit) {
	b := k.newBook("fogli ore.xlsx", byExcel)
	c := k.newCourse(5, 4, 3).show("title")
	month := c.first().Month()
	for i := range c.days { // within one month
		c.days[i] = time.Date(c.first().Year(), month, 7+7*i, 0, 0, 0, 0, time.UTC)
	}
	s := b.sheet(fmt.Sprintf("%s %d", months[month-1], c.first().Year()))
	s.set(1, 1, fmt.Sprintf("MESE DI %s %d", months[month-1], c.first().Year()))
	s.line(2, 1, "Corso", c.title)
	s.line(4, 1, "Cognome e nome", "Codice fiscale")
	last := time.Date(c.first().Year(), month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	for d := 1; d <= last; d++ {
		s.set(4, 2+d, d)
	}
	s.set(4, 3+last, "Tot.")
	for i, e := range k.enrol(c, 7) {
		row := 5 + i
		s.line(row, 1, e.nameAs("%S %N"), e.cf)
		for d, here := range e.present {
			if here {
				s.set(row, 2+c.days[d].Day(), 3)
				k.attended(s, row, e, d, "3")
			}
		}
		s.set(row, 3+last, e.hours)
		k.row(s, row, e, "cf", "hours")
	}
	k.add(b)
}
