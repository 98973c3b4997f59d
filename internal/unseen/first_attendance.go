package unseen

import (
	"fmt"
)

// Attendance registers: days across or down, marks, hours, times.
var attendanceStyles = []Style{
	{Name: "wide-pa", Wave: 1, build: widePA},
	{Name: "wide-hours", Wave: 1, build: wideHours},
	{Name: "half-days", Wave: 1, build: halfDays},
	{Name: "times", Wave: 1, build: times},
	{Name: "days-down", Wave: 1, build: daysDown},
	{Name: "signatures", Wave: 1, build: signatures},
}

// Days across, P and A, the course above.
func widePA(k *kit) {
	b := k.newBook("registro presenze PA.xlsx", byExcel)
	for i := range 2 {
		c := k.newCourse(1+i, 5, 4).show("title", "code", "hours_planned")
		s := b.sheet(fmt.Sprintf("Registro %d", i+1))
		s.set(1, 1, "REGISTRO DELLE PRESENZE")
		s.line(2, 1, "Corso", c.title)
		s.line(3, 1, "Codice", c.code, nil, "Durata ore", c.hours())
		s.set(4, 1, "Ogni incontro dura 4 ore (9.00-13.00)")
		s.line(6, 1, "N.", "Cognome", "Nome", "Codice fiscale", "Ente")
		for d, t := range c.days {
			s.set(6, 6+d, date{t})
		}
		row := 7
		for j, e := range k.enrol(c, 11) {
			s.line(row, 1, j+1, e.surname, e.given, e.cf, e.service.word(0))
			for d, here := range e.present {
				mark, h := "A", "0"
				if here {
					mark, h = "P", num(c.perDay)
				}
				s.set(row, 6+d, mark)
				k.attended(s, row, e, d, h)
			}
			k.row(s, row, e, "cf", "service", "days")
			row++
		}
		s.set(row+1, 1, "P = presente; A = assente")
	}
	k.add(b)
}

// Days across as text, hours in the cells, a total at the end.
func wideHours(k *kit) {
	b := k.newBook("ore per giornata.xlsx", byExcel)
	c := k.newCourse(3, 6, 5).show("title")
	s := b.sheet("Ore")
	s.set(1, 1, "Corso: "+c.title)
	s.line(3, 1, "Nominativo", "C.F.", "Comune di lavoro")
	for d, t := range c.days {
		s.set(3, 4+d, dmy(t))
	}
	s.set(3, 10, "TOTALE ORE")
	for i, e := range k.enrol(c, 14) {
		row := 4 + i
		s.line(row, 1, e.nameAs("%U %N"), e.cf, e.service.comune.name)
		for d, here := range e.present {
			if here {
				s.set(row, 4+d, c.perDay)
				k.attended(s, row, e, d, num(c.perDay))
			} else {
				k.attended(s, row, e, d, "?")
			}
		}
		s.set(row, 10, formula{fmt.Sprintf("SUM(D%d:I%d)", row, row), num(e.hours)})
		k.row(s, row, e, "cf", "comune", "hours")
	}
	k.add(b)
}

// Morning and afternoon under each day.
func halfDays(k *kit) {
	b := k.newBook("presenze mattina pomeriggio.xlsx", byExcel)
	c := k.newCourse(5, 3, 8).show("title")
	s := b.sheet("presenze")
	s.line(1, 1, "Titolo:", c.title)
	s.line(3, 1, "Cognome", "Nome", "Codice Fiscale")
	for i := 1; i <= 3; i++ {
		s.merge(3, i, 4, i)
	}
	for d, t := range c.days {
		s.set(3, 4+2*d, date{t})
		s.merge(3, 4+2*d, 3, 5+2*d)
		s.line(4, 4+2*d, "Mattina (4 h)", "Pomeriggio (4 h)")
	}
	for i, e := range k.enrol(c, 10) {
		row := 5 + i
		s.line(row, 1, e.surname, e.given, e.cf)
		e.hours = 0
		for d, here := range e.present {
			morning, afternoon := here, here && !k.chance(5)
			h := 0.0
			if morning {
				s.set(row, 4+2*d, "x")
				h += 4
			}
			if afternoon {
				s.set(row, 5+2*d, "x")
				h += 4
			}
			e.hours += h
			if here {
				k.attended(s, row, e, d, num(h))
			}
		}
		k.row(s, row, e, "cf", "days")
	}
	k.add(b)
}

// Times of entry and leaving under each day.
func times(k *kit) {
	b := k.newBook("registro orari.xlsx", byExcel)
	c := k.newCourse(7, 4, 4).show("title", "start_date", "end_date", "hours_planned")
	s := b.sheet("Registro")
	s.line(1, 1, "Corso di formazione", c.title)
	s.line(2, 1, "Dal", date{c.first()}, "al", date{c.last()}, "ore", c.hours())
	s.line(4, 1, "Partecipante", "Nato il", "Ente di appartenenza")
	for d, t := range c.days {
		s.set(4, 4+d, date{t})
	}
	for i, e := range k.enrol(c, 9) {
		row := 5 + i
		s.line(row, 1, e.nameAs("%S %N"), date{e.born}, e.service.word(0))
		for d, here := range e.present {
			if here {
				s.set(row, 4+d, "9:00-13:00")
				k.attended(s, row, e, d, "4")
			} else {
				s.set(row, 4+d, "assente")
				k.attended(s, row, e, d, "0")
			}
		}
		k.row(s, row, e, "born", "service", "days")
	}
	k.add(b)
}

// Days down the page, people across; who they are stands on another sheet of the same file.
func daysDown(k *kit) {
	b := k.newBook("registro giornaliero.xlsx", byExcel)
	c := k.newCourse(8, 6, 3).show("title", "hours_planned")
	es := k.enrol(c, 7)
	who := b.sheet("Iscritti")
	who.line(1, 1, "Corso", c.title)
	who.line(2, 1, "Ore", c.hours())
	k.list(who, 4, 1, []column{nameCol("Cognome e Nome", "%S %N"), cfCol("Codice fiscale"), serviceCol("Ente", 0), comuneCol("Comune", 0)}, es)
	s := b.sheet("Presenze")
	s.line(1, 1, "Corso", c.title)
	s.line(3, 1, "Data", "Argomento")
	for i, e := range es {
		s.set(3, 3+i, e.nameAs("%S %N"))
		t := k.row(s, 3, e, "days")
		t.person = e.id
		k.toldElsewhere(t, e)
	}
	for d, t := range c.days {
		s.line(4+d, 1, date{t}, []string{"Introduzione", "Norme", "Casi", "Esercitazione", "Gruppi", "Verifica"}[d])
		for i, e := range es {
			h := "0"
			if e.present[d] {
				s.set(4+d, 3+i, 3)
				h = "3"
			} else {
				s.set(4+d, 3+i, 0)
			}
			k.attended(s, 4+d, e, d, h)
		}
	}
	k.add(b)
}

// A sheet that was printed, signed and typed again: "firmato", day and month only, the year above.
func signatures(k *kit) {
	b := k.newBook("foglio firme corso.xlsx", byExcel)
	c := k.newCourse(9, 4, 2.5).show("title", "hours_planned")
	s := b.sheet("firme")
	s.set(1, 1, "FOGLIO FIRME - ANNO 2022")
	s.set(2, 1, "Corso: "+c.title)
	s.set(3, 1, "Durata di ogni incontro: 2,5 ore - totale 10 ore")
	s.line(5, 1, "COGNOME E NOME", "CODICE FISCALE", "SERVIZIO")
	for d, t := range c.days {
		s.set(5, 4+d, short(t))
	}
	for i, e := range k.enrol(c, 8) {
		row := 6 + i
		s.line(row, 1, e.nameAs("%U %M"), e.cf, e.service.word(2))
		for d, here := range e.present {
			if here {
				s.set(row, 4+d, "firmato")
				k.attended(s, row, e, d, "2.5")
			}
		}
		k.row(s, row, e, "cf", "service", "days")
	}
	k.add(b)
}
