package unseen

import (
	"fmt"
	"strings"
)

// The month merged over the numbers of the days.
func monthOverDays(k *kit) {
	b := k.newBook("presenze mensili.xlsx", byExcel)
	c := k.newCourse(8, 8, 3).show("title")
	s := b.sheet("foglio presenze")
	s.set(1, 1, "Corso: "+c.title)
	s.set(2, 1, "Ogni lezione è di 3 ore")
	s.line(4, 1, "Partecipante", "Codice fiscale", "Comune di lavoro")
	from := 0
	for d, t := range c.days {
		s.set(5, 4+d, t.Day())
		if d == 0 || t.Month() != c.days[d-1].Month() {
			from = d
			s.set(4, 4+d, strings.ToUpper(months[t.Month()-1])+" "+t.Format("2006"))
		}
		if d == len(c.days)-1 || c.days[d+1].Month() != t.Month() {
			s.merge(4, 4+from, 4, 4+d)
		}
	}
	for i, e := range k.enrol(c, 9) {
		row := 6 + i
		s.line(row, 1, e.nameAs("%N %S"), e.cf, e.service.comune.name)
		for d, here := range e.present {
			if here {
				s.set(row, 4+d, "X")
				k.attended(s, row, e, d, "3")
			}
		}
		k.row(s, row, e, "cf", "comune", "days")
	}
	k.add(b)
}

var weekdays = []string{"dom", "lun", "mar", "mer", "gio", "ven", "sab"}

// "lun 4 ott" over each column; 1 and 0 in the cells.
func weekdayHeads(k *kit) {
	b := k.newBook("presenze corso serale 2021-22.xlsx", byExcel)
	c := k.newCourse(1, 6, 2.5).show("title", "start_date", "end_date", "hours_planned")
	s := b.sheet("presenze")
	s.set(1, 1, c.title)
	s.set(2, 1, fmt.Sprintf("dal %s al %s - totale ore %s (2,5 ore a lezione)", spelled(c.first()), spelled(c.last()), comma(c.hours())))
	s.line(4, 1, "Cognome", "Nome", "Nato/a il", "Ente")
	for d, t := range c.days {
		s.set(4, 5+d, fmt.Sprintf("%s %d %s", weekdays[t.Weekday()], t.Day(), months[t.Month()-1][:3]))
	}
	for i, e := range k.enrol(c, 8) {
		row := 5 + i
		s.line(row, 1, e.surname, e.given, date{e.born}, e.service.word(0))
		for d, here := range e.present {
			if here {
				s.set(row, 5+d, 1)
			} else {
				s.set(row, 5+d, 0)
			}
			k.attended(s, row, e, d, map[bool]string{true: "2.5", false: "0"}[here])
		}
		k.row(s, row, e, "born", "service", "days")
	}
	k.add(b)
}

// "Lez. 1 (04/10/2021) h 4" over each column; ticks.
func numberedLessons(k *kit) {
	b := k.newBook("Elenco presenze lezioni.xlsx", byExcel)
	c := k.newCourse(3, 4, 4).show("title", "hours_planned")
	s := b.sheet("Lezioni")
	s.line(1, 1, "Percorso formativo", c.title)
	s.line(3, 1, "#", "Cognome Nome", "C.F.", "Ruolo", "Struttura di provenienza")
	for d, t := range c.days {
		s.set(3, 6+d, fmt.Sprintf("Lez. %d (%s) h 4", d+1, dmy(t)))
	}
	s.set(3, 10, "% frequenza")
	for i, e := range k.enrol(c, 11) {
		row := 4 + i
		s.line(row, 1, i+1, e.nameAs("%S %N"), e.cf, e.roleWord(0), e.service.word(0))
		n := 0
		for d, here := range e.present {
			if here {
				s.set(row, 6+d, "✓")
				n++
				k.attended(s, row, e, d, "4")
			} else {
				s.set(row, 6+d, "-")
				k.attended(s, row, e, d, "0")
			}
		}
		s.set(row, 10, percent(float64(n)/4))
		k.row(s, row, e, "cf", "role", "service", "days")
	}
	s.line(16, 1, nil, nil, nil, nil, "ore totali", c.hours())
	k.add(b)
}

// Days down, people across with their codes under the names.
func peopleAcross(k *kit) {
	b := k.newBook("diario delle lezioni.xlsx", byExcel)
	c := k.newCourse(9, 5, 4).show("title")
	es := k.enrol(c, 6)
	s := b.sheet("diario")
	s.set(1, 1, "Corso: "+c.title)
	s.line(3, 1, "Data", "Orario", "Nominativi")
	s.merge(3, 3, 3, 8)
	s.set(5, 1, "Cod. fiscale")
	for i, e := range es {
		s.set(4, 3+i, e.nameAs("%U\n%N"))
		s.set(5, 3+i, e.cf)
		k.row(s, 4, e, "cf", "days")
	}
	for d, t := range c.days {
		s.line(6+d, 1, date{t}, "9.00 - 13.00")
		for i, e := range es {
			mark, h := "ass.", "0"
			if e.present[d] {
				mark, h = "pres.", "4"
			}
			s.set(6+d, 3+i, mark)
			k.attended(s, 6+d, e, d, h)
		}
	}
	k.add(b)
}
