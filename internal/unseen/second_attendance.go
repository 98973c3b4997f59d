package unseen

import (
	"fmt"
)

// The second wave of attendance registers.
var attendanceStyles2 = []Style{
	{Name: "row-a-day", Wave: 2, build: rowADay},
	{Name: "video-call", Wave: 2, build: videoCall},
	{Name: "in-and-out", Wave: 2, build: inAndOut},
	{Name: "minutes", Wave: 2, build: minutes},
	{Name: "absences-only", Wave: 2, build: absencesOnly},
	{Name: "justified", Wave: 2, build: justified},
	{Name: "month-over-days", Wave: 2, build: monthOverDays},
	{Name: "weekday-heads", Wave: 2, build: weekdayHeads},
	{Name: "numbered-lessons", Wave: 2, build: numberedLessons},
	{Name: "people-across", Wave: 2, build: peopleAcross},
}

// The form that professional orders ask for: a row for each person and day, times of coming and going.
func rowADay(k *kit) {
	b := k.newBook("12345.xlsx", byExcel)
	s := b.sheet("Foglio1")
	c := k.newCourse(1, 4, 4).show("code")
	s.line(1, 1, "ID CORSO", "CODICE FISCALE", "DATA", "ORA INGRESSO", "ORA USCITA")
	row := 2
	for _, e := range k.enrol(c, 9) {
		for d, here := range e.present {
			if !here {
				continue
			}
			s.line(row, 1, c.code, e.cf, c.days[d].Format("02-01-2006"), "09.00", "13.00")
			t := k.row(s, row, e, "cf")
			t.fields["hours_attended"] = "?"
			k.attended(s, row, e, d, "4")
			row++
		}
	}
	k.add(b)
}

// The report that a video call leaves: names only, times with seconds, the part in the call.
func videoCall(k *kit) {
	b := k.newBook("Attendance report 14-02-22.xlsx", byERP)
	s := b.sheet("Attendance")
	c := k.newCourse(5, 1, 3).show("title")
	s.line(1, 1, "1. Summary")
	s.line(2, 1, "Meeting title", c.title)
	s.line(3, 1, "Attended participants", 9)
	s.line(4, 1, "Start time", c.first().Format("1/2/06")+", 2:58:10 PM")
	s.line(5, 1, "End time", c.first().Format("1/2/06")+", 6:04:41 PM")
	s.line(7, 1, "2. Participants")
	s.line(8, 1, "Name", "First Join", "Last Leave", "In-Meeting Duration", "Email", "Role")
	for i, e := range k.enrol(c, 9) {
		row := 9 + i
		minute := 120 + k.rng.IntN(60)
		s.line(row, 1, e.nameAs("%N %S"), c.first().Format("1/2/06")+", 3:00:00 PM", c.first().Format("1/2/06")+fmt.Sprintf(", %d:%02d:00 PM", 3+minute/60, minute%60),
			fmt.Sprintf("%dh %dm", minute/60, minute%60), fmt.Sprintf("u%d@example.org", e.born.YearDay()), "Attendee")
		k.row(s, row, e).fields["hours_attended"] = fmt.Sprintf("%.4f", float64(minute)/60)
		k.doubtRow(s, row)
	}
	k.add(b)
}

// Two columns a day, entry and exit, as times of day.
func inAndOut(k *kit) {
	b := k.newBook("registro entrata uscita gennaio.xlsx", byExcel)
	c := k.newCourse(4, 3, 5).show("title", "code")
	s := b.sheet("Registro")
	s.line(1, 1, "Titolo dell'azione", nil, c.title)
	s.line(2, 1, "Codice azione", nil, c.code)
	s.line(4, 1, "Cognome", "Nome", "Codice fiscale", "Ente di appartenenza")
	for i := 1; i <= 4; i++ {
		s.merge(4, i, 5, i)
	}
	for d, t := range c.days {
		s.set(4, 5+2*d, date{t})
		s.merge(4, 5+2*d, 4, 6+2*d)
		s.line(5, 5+2*d, "Entrata", "Uscita")
	}
	s.set(4, 11, "Totale ore")
	s.merge(4, 11, 5, 11)
	for i, e := range k.enrol(c, 10) {
		row := 6 + i
		s.line(row, 1, e.surname, e.given, e.cf, e.service.word(0))
		e.hours = 0
		for d, here := range e.present {
			if !here {
				continue
			}
			late := 0.0
			if k.chance(6) {
				late = 0.5
			}
			s.line(row, 5+2*d, clock(9+late), clock(14))
			e.hours += 5 - late
			k.attended(s, row, e, d, num(5-late))
		}
		s.set(row, 11, e.hours)
		k.row(s, row, e, "cf", "service", "hours")
	}
	k.add(b)
}

// Minutes under each day.
func minutes(k *kit) {
	b := k.newBook("frequenze FAD.xlsx", byExcel)
	c := k.newCourse(6, 4, 1.5).show("title", "start_date", "end_date")
	s := b.sheet("Tracciati")
	s.line(1, 1, "Corso FAD:", c.title)
	s.line(2, 1, "Periodo:", "dal "+dmy(c.first())+" al "+dmy(c.last()))
	s.set(3, 1, "Tempi di collegamento in minuti")
	s.line(5, 1, "Utente", "Codice fiscale", "Servizio")
	for d, t := range c.days {
		s.set(5, 4+d, "min. "+dmy(t))
	}
	s.line(5, 8, "Totale minuti", "Totale ore")
	for i, e := range k.enrol(c, 8) {
		row := 6 + i
		s.line(row, 1, e.nameAs("%S %N"), e.cf, e.service.word(0))
		total := 0
		for d, here := range e.present {
			if here {
				m := 60 + 15*k.rng.IntN(3)
				total += m
				s.set(row, 4+d, m)
				k.attended(s, row, e, d, num(float64(m)/60))
			} else {
				s.set(row, 4+d, 0)
				k.attended(s, row, e, d, "0")
			}
		}
		e.hours = float64(total) / 60
		s.line(row, 8, total, e.hours)
		k.row(s, row, e, "cf", "service", "hours")
	}
	k.add(b)
}

// Only absences are marked; the legend says so, and a last column has the hours.
func absencesOnly(k *kit) {
	b := k.newBook("Registro assenze.xlsx", byExcel)
	c := k.newCourse(7, 5, 3).show("title", "hours_planned")
	s := b.sheet("Assenze")
	s.set(1, 1, "REGISTRO DELLE ASSENZE")
	s.line(2, 1, "Corso:", c.title, nil, "Ore corso:", c.hours())
	s.line(4, 1, "Cognome e nome", "Cod. fisc.", "Sede di lavoro")
	for d, t := range c.days {
		s.set(4, 4+d, date{t})
	}
	s.set(4, 9, "Ore di presenza")
	es := k.enrol(c, 10)
	for i, e := range es {
		row := 5 + i
		s.line(row, 1, e.nameAs("%S %N"), e.cf, e.service.comune.name)
		for d, here := range e.present {
			if !here {
				s.set(row, 4+d, "A")
			}
			k.attended(s, row, e, d, map[bool]string{true: "3", false: "0"}[here])
		}
		s.set(row, 9, e.hours)
		k.row(s, row, e, "cf", "comune", "hours")
	}
	s.set(16, 1, "A = assente; casella vuota = presente (3 ore)")
	k.add(b)
}

// P, A and AG, with a legend, counts at the right.
func justified(k *kit) {
	b := k.newBook("Prospetto presenze scuola.xlsx", byExcel)
	c := k.newCourse(2, 6, 2).show("title", "hours_planned")
	s := b.sheet("Prospetto")
	s.set(1, 1, "A.S. 2021/2022 - Prospetto presenze docenti in formazione")
	s.line(2, 1, "Unità formativa", c.title)
	s.line(3, 1, "Ore complessive", c.hours(), nil, "Durata di ciascun incontro: 2 ore")
	s.line(5, 1, "N.", "Docente", "Codice fiscale", "Istituto")
	for d, t := range c.days {
		s.set(5, 5+d, t.Format("02/01/06"))
	}
	s.line(5, 11, "Tot. presenze", "Tot. ore")
	row := 6
	for i, e := range k.enrol(c, 9) {
		s.line(row, 1, i+1, e.nameAs("%U %N"), e.cf, e.service.word(0))
		n := 0
		for d, here := range e.present {
			mark := []string{"A", "AG"}[(i+d)%2]
			if here {
				mark = "P"
				n++
			}
			s.set(row, 5+d, mark)
			k.attended(s, row, e, d, map[bool]string{true: "2", false: "0"}[here])
		}
		s.line(row, 11, n, e.hours)
		k.row(s, row, e, "cf", "service", "hours")
		row++
	}
	s.set(row+1, 2, "Legenda: P presente, A assente, AG assente giustificato")
	k.add(b)
}
