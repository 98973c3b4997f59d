package unseen

import (
	"fmt"
	"strings"
)

// Somebody stands on the list twice, somebody has no name, a row is all but empty.
func twiceListed(k *kit) {
	b := k.newBook("elenco con errori.xlsx", byExcel)
	s := b.sheet("Elenco")
	c := k.newCourse(2, 3, 4)
	es := k.enrol(c, 14)
	again := *es[3]
	again.hours, es[11] = es[3].hours, &again
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), titleCol("Corso"), fromCol("Data inizio"), toCol("Data fine"), plannedCol("Ore previste"), hoursCol("Ore frequentate"), comuneCol("Comune", 0)}
	k.list(s, 1, 1, cols, es)
	k.set.problems = append(k.set.problems, problemTruth{s.book.path, s.title(), "", 13, "enrolment-duplicated", true})
	for _, col := range []int{1, 2, 3} {
		s.set(8, col, nil)
	}
	k.set.problems = append(k.set.problems, problemTruth{s.book.path, s.title(), "", 8, "row-without-person", true})
	k.set.rows = append(k.set.rows[:len(k.set.rows)-14+6], k.set.rows[len(k.set.rows)-14+7:]...)
	k.spoil(s, 5, 6, date{c.first().AddDate(0, -2, 0)}, "date-end-before-start", "course-disagreement")
	delete(c.shown, "end_date")
	s.set(10, 2, nil) // a surname alone, with the code
	k.problem(s, 10, 2, false, "name-incomplete", "cf-disagrees")
	k.doubtRow(s, 10)
	k.add(b)
}

// Who has a certificate has its number.
func certificateNumber(k *kit) {
	b := k.newBook("attestati feb 2022.xlsx", byExcel)
	c := k.newCourse(5, 4, 4).show("title", "start_date")
	s := b.sheet("attestati")
	s.line(1, 1, "Corso:", c.title)
	s.line(2, 1, "Inizio:", date{c.first()})
	es := k.enrol(c, 12)
	n := 0
	k.list(s, 4, 1, []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), hoursCol("Ore"), {"Attestato n.", "certificate", func(e *enrolment) any {
		if !e.certificate {
			return nil
		}
		n++
		return fmt.Sprintf("%d/2022", n)
	}}}, es)
	for i, t := range k.set.rows[len(k.set.rows)-12:] {
		t.fields["certificate"] = map[bool]string{true: "true", false: "false|"}[es[i].certificate]
		t.fields["status"] = "?"
	}
	k.add(b)
}

// "M. Grazia", "G. Marco": who knows the birth date and the surname knows who it is.
func shortenedNames(k *kit) {
	b := k.newBook("firme convegno dic 2021.xlsx", byExcel)
	c := k.newCourse(3, 1, 6).show("title", "start_date")
	s := b.sheet("firme")
	s.line(1, 1, "Evento:", c.title)
	s.line(2, 1, "Data:", spelled(c.first()))
	var es []*enrolment
	for _, p := range k.people {
		if a, _, two := strings.Cut(p.given, " "); two && len(es) < 12 && len(a) > 2 {
			es = append(es, k.enrolOne(c, p))
		}
	}
	short := givenCol("Nome").with(func(v any) any {
		a, b, _ := strings.Cut(v.(string), " ")
		return a[:1] + ". " + b
	})
	k.list(s, 4, 1, []column{surnameCol("Cognome"), short, bornCol("Data di nascita"), sexCol("Sesso", "M", "F"), serviceCol("Ente", 0), hoursCol("Ore")}, es)
	for i := range es {
		k.doubt(s, 5+i, 2, "name-incomplete")
	}
	k.add(b)
}

// One row a person for a long course, hours by month and in all.
func hoursByMonth(k *kit) {
	b := k.newBook("riepilogo annuale.xlsx", byExcel)
	c := k.newCourse(1, 12, 3).show("title")
	s := b.sheet("Riepilogo")
	s.set(1, 1, "Corso: "+c.title)
	s.line(3, 1, "Cognome", "Nome", "C.F.", "Ente")
	index := map[string]int{}
	for _, t := range c.days {
		name := months[t.Month()-1][:3] + "-" + t.Format("06")
		if index[name] == 0 {
			index[name] = 5 + len(index)
			s.set(3, index[name], name)
		}
	}
	s.set(3, 5+len(index), "TOT. ORE")
	for i, e := range k.enrol(c, 9) {
		row := 4 + i
		s.line(row, 1, e.surname, e.given, e.cf, e.service.word(0))
		sum := map[int]float64{}
		for d, here := range e.present {
			if here {
				sum[index[months[c.days[d].Month()-1][:3]+"-"+c.days[d].Format("06")]] += 3
			}
		}
		for col, h := range sum {
			s.set(row, col, h)
		}
		s.set(row, 5+len(index), e.hours)
		k.row(s, row, e, "cf", "service", "hours")
	}
	k.add(b)
}

// No folder: the partner is named in the sheet only.
func flatInbox(k *kit) {
	b := newBook("partecipanti_def.xlsx", byExcel)
	s := b.sheet("Foglio1")
	s.line(1, 1, "Ente attuatore:", k.partner.name)
	s.line(2, 1, "Progetto:", "Ponti e parole")
	k.list(s, 4, 1, simple(), k.enrol(k.newCourse(4, 3, 4), 10))
	k.add(b)
}

// The second version has four people more and other hours; the third is told to be final.
func overlappingRevisions(k *kit) {
	c := k.newCourse(6, 4, 4)
	es := k.enrol(c, 14)
	names := []string{"registro marzo.xlsx", "registro marzo v2.xlsx", "copia di registro marzo v2 DEF.xlsx"}
	for i, name := range names {
		b := k.newBook(name, byExcel)
		mark := len(k.set.rows)
		k.list(b.sheet("marzo"), 1, 1, simple(), es[:10+2*i])
		k.add(b)
		if i < 2 {
			k.set.rows = k.set.rows[:mark]
			k.aside(b.path, "superseded", k.partner.folder+"/"+names[i+1])
		}
	}
}

// A school's list: campus and class beside the people, the days told in the title.
func school(k *kit) {
	b := k.newBook("IC corso docenti.xlsx", byExcel)
	c := k.newCourse(2, 3, 4).show("title", "start_date", "hours_planned")
	s := b.sheet("docenti")
	s.set(1, 1, "ISTITUTO COMPRENSIVO STATALE")
	s.set(2, 1, fmt.Sprintf("Corso di formazione \"%s\" - %v ore", c.title, c.hours()))
	s.set(3, 1, fmt.Sprintf("Incontri: %s, %s, %s", dmy(c.days[0]), dmy(c.days[1]), dmy(c.days[2])))
	i := 0
	cols := []column{counter("N."), nameCol("Docente", "%S %N"), cfCol("Codice fiscale"),
		{"Plesso", "", func(*enrolment) any { i++; return []string{"Via Roma", "Capoluogo", "Centro"}[i%3] }},
		{"Ordine di scuola", "", func(*enrolment) any { return []string{"Infanzia", "Primaria", "Sec. I grado"}[i%3] }}, hoursCol("Ore frequentate"), certCol("Attestato", "SI", "NO")}
	k.list(s, 5, 1, cols, k.enrol(c, 13))
	for _, t := range k.set.rows[len(k.set.rows)-13:] {
		t.fields["service"], t.fields["comune"], t.fields["role"] = "?", "?", "?"
	}
	k.add(b)
}

// Who they are on one sheet; the presences on another, by name only. It is one course and one group.
func namesElsewhere(k *kit) {
	b := k.newBook("corso completo.xlsx", byExcel)
	c := k.newCourse(7, 5, 3).show("title", "hours_planned")
	es := k.enrol(c, 10)
	who, s := b.sheet("Anagrafica"), b.sheet("Presenze")
	who.line(1, 1, "Corso:", c.title)
	k.list(who, 3, 1, []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), bornCol("Data di nascita"), serviceCol("Ente", 0), comuneCol("Comune", 0)}, es)
	s.line(1, 1, "Corso:", c.title)
	s.line(2, 1, "Ore:", c.hours())
	s.line(4, 1, "Cognome", "Nome")
	for d, t := range c.days {
		s.set(4, 3+d, date{t})
	}
	for i, e := range es {
		s.line(5+i, 1, e.surname, e.given)
		for d, here := range e.present {
			mark, h := "A", "0"
			if here {
				mark, h = "P", "3"
			}
			s.set(5+i, 3+d, mark)
			k.attended(s, 5+i, e, d, h)
		}
		t := k.row(s, 5+i, e, "days")
		t.person = e.id
		k.toldElsewhere(t, e)
		k.doubtRow(s, 5+i)
	}
	k.add(b)
}

// Topic, day and hours over each column, in three rows.
func topicDayHours(k *kit) {
	b := k.newBook("registro argomenti.xlsx", byExcel)
	c := k.newCourse(4, 4, 3).show("title")
	s := b.sheet("registro")
	s.set(1, 1, "CORSO: "+c.title)
	s.line(3, 3, "ARGOMENTO", "Normativa", "Servizi", "Casi", "Verifica")
	s.line(4, 3, "DATA")
	s.line(5, 1, "COGNOME E NOME", "COD. FISCALE", "ORE")
	for d, t := range c.days {
		s.set(4, 4+d, date{t})
		s.set(5, 4+d, c.perDay)
	}
	for i, e := range k.enrol(c, 9) {
		row := 6 + i
		s.line(row, 1, e.nameAs("%U %N"), e.cf)
		for d, here := range e.present {
			if here {
				s.set(row, 4+d, "X")
				k.attended(s, row, e, d, "3")
			}
		}
		k.row(s, row, e, "cf", "days")
	}
	k.add(b)
}

// Totals stand over the header, where the secretary sees them.
func totalsOnTop(k *kit) {
	b := k.newBook("Situazione aggiornata.xlsx", byExcel)
	s := b.sheet("Situazione")
	es := k.enrol(k.newCourse(8, 3, 4), 12)
	s.line(1, 1, "Totale partecipanti", 12, nil, "Totale ore", 144, nil, "di cui donne", 8)
	s.line(2, 1, "Aggiornato al", date{day(2022, 6, 30)})
	k.list(s, 4, 1, simple(), es)
	k.add(b)
}
