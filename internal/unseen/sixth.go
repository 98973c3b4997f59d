package unseen

import (
	"fmt"
	"strings"
	"time"
)

// The sixth wave: workbooks in which several of the usual troubles come together.
var styles6 = []Style{
	{Name: "everything-list", Wave: 6, build: everythingList},
	{Name: "months-differ", Wave: 6, build: monthsDiffer},
	{Name: "presence-and-outcome", Wave: 6, build: presenceAndOutcome},
	{Name: "pages-of-presence", Wave: 6, build: pagesOfPresence},
	{Name: "presence-side-by-side", Wave: 6, build: presenceSideBySide},
	{Name: "down-with-totals", Wave: 6, build: downWithTotals},
	{Name: "codes-only", Wave: 6, build: codesOnly},
	{Name: "office-in-label", Wave: 6, build: officeInLabel},
	{Name: "swapped-course-dates", Wave: 6, build: swappedCourseDates},
	{Name: "csv-with-preamble", Wave: 6, Format: "csv", build: csvWithPreamble},
	{Name: "calc-half-days", Wave: 6, Format: "ods", build: calcHalfDays},
	{Name: "example-among-rows", Wave: 6, build: exampleAmongRows},
	{Name: "services-as-titles", Wave: 6, build: servicesAsTitles},
	{Name: "letters-for-hours", Wave: 6, build: lettersForHours},
	{Name: "many-problems", Wave: 6, build: manyProblems},
}

// Titles, labels in merged cells, a header of two rows, the office merged over its people, the header again,
// blank rows, a hidden row, subtotals, signatures, a legend at the right.
func everythingList(k *kit) {
	b := k.newBook("Registro finale corso.xlsx", byExcel)
	c := k.newCourse(4, 4, 4).show("title", "code", "start_date", "end_date", "hours_planned")
	s := b.sheet("Registro")
	s.set(1, 1, "FONDO ASILO MIGRAZIONE E INTEGRAZIONE 2014-2020")
	s.merge(1, 1, 1, 9)
	s.set(3, 1, "Titolo del corso")
	s.merge(3, 1, 3, 2)
	s.set(3, 3, c.title)
	s.merge(3, 3, 3, 9)
	s.line(4, 1, "Codice", nil, c.code, "Ore", c.hours(), "Dal", date{c.first()}, "Al", date{c.last()})
	header := func(row int) int {
		s.line(row, 1, "Ente", "Dati del partecipante", nil, nil, nil, "Frequenza")
		s.merge(row, 2, row, 5)
		s.merge(row, 6, row, 7)
		s.line(row+1, 2, "Cognome", "Nome", "Codice fiscale", "Qualifica", "Ore", "Attestato")
		s.merge(row, 1, row+1, 1)
		return row + 2
	}
	cols := []column{surnameCol(""), givenCol(""), cfCol(""), roleCol("", 0), hoursCol(""), certCol("", "SI", "NO")}
	row := header(6)
	for g := range 4 {
		sv := k.services[2+3*g]
		var es []*enrolment
		for _, p := range k.people {
			if p.service == sv && len(es) < 4 {
				es = append(es, k.enrolOne(c, p))
			}
		}
		s.set(row, 1, sv.word(0))
		s.merge(row, 1, row+len(es)-1, 1)
		at := row
		row = k.rows(s, row, 2, cols, es)
		for _, t := range k.set.rows[len(k.set.rows)-len(es):] {
			t.fields["service"], t.fields["comune"] = sv.id, "?"
		}
		switch g {
		case 0:
			s.hiddenRows = append(s.hiddenRows, at+1)
		case 1:
			sum := 0.0
			for _, e := range es {
				sum += e.hours
			}
			s.line(row, 5, "Subtotale", sum)
			row = header(row + 2)
		}
	}
	s.line(row+1, 1, "Il direttore del corso", nil, nil, nil, "Il tutor")
	s.line(6, 11, "Legenda")
	s.line(7, 11, "SI", "attestato consegnato")
	s.line(8, 11, "NO", "attestato non consegnato")
	k.add(b)
}

// A sheet a month, each with the columns in another order and with other words; one of them hidden.
func monthsDiffer(k *kit) {
	b := k.newBook("Anno formativo.xlsx", byExcel)
	for i, name := range []string{"Ottobre", "Novembre", "Dicembre", "Gennaio"} {
		s := b.sheet(name)
		c := k.newCourse(1+i, 3, 4)
		cols := []column{titleCol([]string{"Corso", "Titolo", "Denominazione corso", "Attività"}[i]), fromCol([]string{"Inizio", "Data inizio", "Dal", "Data avvio"}[i]), surnameCol("Cognome"), givenCol("Nome"), cfCol([]string{"CF", "Cod. fiscale", "Codice Fiscale", "C.F."}[i]),
			serviceCol([]string{"Ente", "Servizio", "Struttura", "Ente di appartenenza"}[i], i), comuneCol([]string{"Comune", "Comune di servizio", "Comune sede", "Comune di lavoro"}[i], i), hoursCol([]string{"Ore", "Ore freq.", "Ore di presenza", "h. frequentate"}[i])}
		for range i {
			cols = append(cols[1:], cols[0])
		}
		s.set(1, 1, strings.ToUpper(name))
		row := k.list(s, 3, 1, cols, k.enrol(c, 8+i))
		s.set(row, 1, "Totale partecipanti")
		s.set(row, 2, 8+i)
		s.hidden = i == 2
	}
	k.add(b)
}

// Who, every day, the total, outcome and certificate, all in one table.
func presenceAndOutcome(k *kit) {
	b := k.newBook("registro completo.xlsx", byExcel)
	c := k.newCourse(6, 5, 3).show("title", "hours_planned", "code")
	s := b.sheet("Registro")
	s.line(1, 1, "Corso", c.title)
	s.line(2, 1, "Codice corso", c.code)
	s.line(3, 1, "Ore previste", c.hours())
	s.line(5, 1, "N.", "Cognome", "Nome", "Codice fiscale", "Ente", "Comune")
	for d, t := range c.days {
		s.set(5, 7+d, date{t})
	}
	s.line(5, 12, "Tot. ore", "% frequenza", "Esito", "Attestato")
	for i, e := range k.enrol(c, 12) {
		row := 6 + i
		s.line(row, 1, i+1, e.surname, e.given, e.cf, e.service.word(0), comuneWord(e.service.comune, i))
		for d, here := range e.present {
			s.set(row, 7+d, map[bool]string{true: "P", false: "A"}[here])
			k.attended(s, row, e, d, map[bool]string{true: "3", false: "0"}[here])
		}
		s.line(row, 12, e.hours, percent(e.hours/c.hours()), map[string]string{"completed": "Idoneo", "attended": "Frequentante", "withdrawn": "Ritirato"}[e.status], map[bool]string{true: "SI", false: "NO"}[e.certificate])
		t := k.row(s, row, e, "cf", "service", "comune", "hours", "certificate", "status")
		t.fields["status"] = e.status
	}
	k.add(b)
}

// A register of presences printed on pages: the header with the days again on each.
func pagesOfPresence(k *kit) {
	b := k.newBook("registro pagine.xlsx", byExcel)
	c := k.newCourse(3, 4, 4).show("title")
	s := b.sheet("stampa")
	es := k.enrol(c, 18)
	row := 1
	for page := range 3 {
		s.line(row, 1, "Corso:", c.title, nil, nil, nil, fmt.Sprintf("Pagina %d", page+1))
		s.set(row+1, 1, "Ogni lezione dura 4 ore")
		s.line(row+2, 1, "Cognome e nome", "Codice fiscale")
		for d, t := range c.days {
			s.set(row+2, 3+d, dmy(t))
		}
		row += 3
		for _, e := range es[page*6 : page*6+6] {
			s.line(row, 1, e.nameAs("%S %N"), e.cf)
			for d, here := range e.present {
				s.set(row, 3+d, map[bool]string{true: "X", false: "-"}[here])
				k.attended(s, row, e, d, map[bool]string{true: "4", false: "0"}[here])
			}
			k.row(s, row, e, "cf", "days")
			row++
		}
		s.line(row, 1, "Totale presenti", nil, 6, 5, 6, 5)
		s.set(row+1, 1, "Firma del docente")
		row += 4
	}
	k.add(b)
}

// Two registers of presences side by side, each with its course.
func presenceSideBySide(k *kit) {
	b := k.newBook("due laboratori affiancati.xlsx", byExcel)
	s := b.sheet("laboratori")
	for i := range 2 {
		c := k.newCourse(5+i, 3, 3).show("title")
		col := 1 + 7*i
		s.line(1, col, "Corso:", c.title)
		s.line(3, col, "Nominativo", "Codice fiscale")
		for d, t := range c.days {
			s.set(3, col+2+d, date{t})
		}
		for j, e := range k.enrol(c, 8) {
			row := 4 + j
			s.line(row, col, e.nameAs("%S %N"), e.cf)
			for d, here := range e.present {
				h := 0
				if here {
					h = 3
				}
				s.set(row, col+2+d, h)
				k.attended(s, row, e, d, fmt.Sprint(h))
			}
			k.row(s, row, e, "cf", "days").row = row
		}
	}
	k.add(b)
}

// Days down, people across, totals at the foot and at the right.
func downWithTotals(k *kit) {
	b := k.newBook("presenze per data.xlsx", byExcel)
	c := k.newCourse(7, 5, 2.5).show("title")
	es := k.enrol(c, 6)
	s := b.sheet("per data")
	s.line(1, 1, "Titolo corso:", c.title)
	s.line(3, 1, "Giorno", "Ore lezione")
	for i, e := range es {
		s.set(3, 3+i, e.nameAs("%S %N"))
		k.row(s, 3, e, "days").fields["gender"] = ""
	}
	s.set(3, 9, "Totale presenti")
	for d, t := range c.days {
		s.line(4+d, 1, dmy(t), c.perDay)
		n := 0
		for i, e := range es {
			s.set(4+d, 3+i, map[bool]string{true: "P", false: "A"}[e.present[d]])
			k.attended(s, 4+d, e, d, map[bool]string{true: "2.5", false: "0"}[e.present[d]])
			if e.present[d] {
				n++
			}
		}
		s.set(4+d, 9, n)
	}
	s.line(9, 1, "Totale ore")
	for i, e := range es {
		s.set(9, 3+i, e.hours)
	}
	k.add(b)
}

// People by codice fiscale only, with tests and satisfaction.
func codesOnly(k *kit) {
	b := k.newBook("valutazione per CF.xlsx", byERP)
	s := b.sheet("Valutazione")
	c := k.newCourse(8, 3, 4)
	k.list(s, 1, 1, []column{cfCol("CF partecipante"), titleCol("Corso"), fromCol("Data inizio"), {"Test in ingresso (0-20)", "before", func(e *enrolment) any { return e.before }}, {"Test in uscita (0-20)", "after", func(e *enrolment) any { return e.after }},
		{"Gradimento complessivo (1-5)", "satisfaction", func(e *enrolment) any { return e.satisfaction }}, hoursCol("Ore frequentate")}, k.enrol(c, 13))
	k.add(b)
}

// All are of one office, named in a label over the table.
func officeInLabel(k *kit) {
	b := k.newBook("corso interno.xlsx", byExcel)
	sv := k.services[9]
	c := k.newCourse(5, 2, 4).show("title", "start_date", "end_date", "hours_planned")
	s := b.sheet("corso interno")
	s.line(1, 1, "Corso", c.title)
	s.line(2, 1, "Ente di appartenenza dei partecipanti", sv.word(0))
	s.line(3, 1, "Dal", date{c.first()}, "Al", date{c.last()}, "Ore", c.hours())
	var es []*enrolment
	for _, p := range k.people {
		if p.service == sv && len(es) < 8 {
			es = append(es, k.enrolOne(c, p))
		}
	}
	k.list(s, 5, 1, []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), roleCol("Qualifica", 0), hoursCol("Ore frequentate")}, es)
	for _, t := range k.set.rows[len(k.set.rows)-len(es):] {
		t.fields["service"], t.fields["comune"] = sv.id, "?"
	}
	k.add(b)
}

// The first days of courses were swapped by an American machine where they could be; the period tells.
func swappedCourseDates(k *kit) {
	b := k.newBook("export gestionale.xlsx", byExcel)
	s := b.sheet("Export")
	cols := []column{codeCol("Codice corso"), titleCol("Titolo corso"), fromCol("Data inizio"), toCol("Data fine"), plannedCol("Ore previste"), surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Ente", 0), comuneCol("Comune", 0), hoursCol("Ore frequentate")}
	head(s, 1, 1, cols)
	row := 2
	for i := range 3 {
		c := k.newCourse(2+i, 3, 4)
		at := row
		row = k.rows(s, row, 1, cols, k.enrol(c, 6))
		for r := at; r < row; r++ {
			for i, d := range []time.Time{c.first(), c.last()} {
				col := 3 + i
				if d.Day() <= 12 && d.Day() != int(d.Month()) {
					wrong := day(d.Year(), d.Day(), int(d.Month()))
					s.set(r, col, date{wrong})
					if wrong.After(day(2021, 8, 31)) && wrong.Before(day(2022, 9, 1)) { // then nobody can know
						delete(c.shown, "start_date")
						delete(c.shown, "end_date")
					}
				} else if d.Day() > 12 {
					s.set(r, col, dmy(d))
				}
				k.doubt(s, r, col, "date-swapped", "date-end-before-start")
			}
		}
	}
	k.add(b)
}

// Lines about the export over the header of a .csv, and a count under it.
func csvWithPreamble(k *kit) {
	b := k.newBook("estrazione portale.csv", byExcelIT)
	s := b.sheet("csv")
	s.set(1, 1, "Portale formazione - estrazione iscritti")
	s.set(2, 1, "Data estrazione: 31/05/2022 10:15")
	s.set(3, 1, "Filtro: tutti")
	row := k.list(s, 5, 1, simple(), k.enrol(k.newCourse(7, 3, 4.5), 15))
	s.set(row+1, 1, "Totale record: 15")
	k.add(b)
}

// Morning and afternoon with their hours, in a sheet of LibreOffice.
func calcHalfDays(k *kit) {
	b := k.newBook("registro mattina pomeriggio.ods", byCalc)
	c := k.newCourse(4, 3, 7).show("title")
	s := b.sheet("Registro")
	s.line(1, 1, "Corso:", c.title)
	s.line(3, 1, "Cognome", "Nome", "Codice fiscale")
	for i := 1; i <= 3; i++ {
		s.merge(3, i, 4, i)
	}
	for d, t := range c.days {
		s.set(3, 4+2*d, date{t})
		s.merge(3, 4+2*d, 3, 5+2*d)
		s.line(4, 4+2*d, "mattina", "pomeriggio")
	}
	s.set(3, 10, "Totale ore")
	s.merge(3, 10, 4, 10)
	for i, e := range k.enrol(c, 9) {
		row := 5 + i
		s.line(row, 1, e.surname, e.given, e.cf)
		for d, here := range e.present {
			if here {
				s.line(row, 4+2*d, 4, 3)
				k.attended(s, row, e, d, "7")
			}
		}
		s.set(row, 10, e.hours)
		k.row(s, row, e, "cf", "hours")
	}
	k.add(b)
}

// The template's example stands first, and says so at the end of the row only.
func exampleAmongRows(k *kit) {
	b := k.newBook("scheda trasmissione dati.xlsx", byExcel)
	s := b.sheet("Dati")
	cols := append(simple(), column{"Note", "", func(*enrolment) any { return nil }})
	head(s, 2, 1, cols)
	s.line(3, 1, "Titolo del corso", "15/09/2021", "20/09/2021", "Bianchi", "Anna", "BNCNNA80A41H501X", "01/01/1980", "Comune di ...", "Perugia", "assistente sociale", 20, "Sì", "riga di esempio, da cancellare")
	k.rows(s, 4, 1, cols, k.enrol(k.newCourse(3, 3, 4), 10))
	k.add(b)
}

// The office is a title row over its people; blank rows between groups.
func servicesAsTitles(k *kit) {
	b := k.newBook("partecipanti per servizio.xlsx", byExcel)
	c := k.newCourse(5, 3, 4).show("title", "start_date", "end_date")
	s := b.sheet("per servizio")
	s.line(1, 1, "Corso:", c.title)
	s.line(2, 1, "Periodo:", fmt.Sprintf("%s - %s", dmy(c.first()), dmy(c.last())))
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), bornCol("Data di nascita"), roleCol("Qualifica", 0), hoursCol("Ore frequentate")}
	head(s, 4, 1, cols)
	row := 5
	for _, n := range []int{0, 8, 15, 20} {
		sv := k.services[n]
		var es []*enrolment
		for _, p := range k.people {
			if p.service == sv && len(es) < 4 {
				es = append(es, k.enrolOne(c, p))
			}
		}
		s.set(row, 1, sv.word(0))
		s.merge(row, 1, row, len(cols))
		row = k.rows(s, row+1, 1, cols, es) + 1
		for _, t := range k.set.rows[len(k.set.rows)-len(es):] {
			t.fields["service"], t.fields["comune"] = sv.id, "?"
		}
	}
	k.add(b)
}

// P for present with the hours in a header row, R for those who came late, A for absent, a legend.
func lettersForHours(k *kit) {
	b := k.newBook("registro con ritardi.xlsx", byExcel)
	c := k.newCourse(6, 5, 3).show("title")
	s := b.sheet("registro")
	s.line(1, 1, "Corso", c.title)
	s.line(3, 1, "Cognome e nome", "Codice fiscale")
	s.line(4, 1, nil, "ore")
	for d, t := range c.days {
		s.set(3, 3+d, dmy(t))
		s.set(4, 3+d, c.perDay)
	}
	es := k.enrol(c, 9)
	for i, e := range es {
		row := 5 + i
		s.line(row, 1, e.nameAs("%U %N"), e.cf)
		for d, here := range e.present {
			s.set(row, 3+d, map[bool]string{true: "P", false: "A"}[here])
			k.attended(s, row, e, d, map[bool]string{true: "3", false: "0"}[here])
		}
		k.row(s, row, e, "cf", "days")
	}
	s.line(15, 1, "P = presente, A = assente")
	k.add(b)
}

// A list with a problem on every other row.
func manyProblems(k *kit) {
	b := k.newBook("da correggere.xlsx", byExcel)
	s := b.sheet("Dati")
	c := k.newCourse(4, 4, 5)
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), bornCol("Data di nascita"), sexCol("Sesso", "M", "F"), serviceCol("Ente", 0), comuneCol("Comune", 0), roleCol("Qualifica", 0), titleCol("Corso"), fromCol("Data inizio"), plannedCol("Ore previste"), hoursCol("Ore frequentate"), certCol("Attestato", "Sì", "No"),
		{"Test finale (su 20)", "after", func(e *enrolment) any { return e.after }}, {"Gradimento (1-5)", "satisfaction", func(e *enrolment) any { return e.satisfaction }}}
	es := k.enrol(c, 28)
	k.list(s, 1, 1, cols, es)
	for i, p := range []struct {
		col   int
		value any
		field string
		want  string
		rules []string
	}{
		{12, "non so", "hours_attended", "", []string{"hours-invalid"}}, {12, 200, "hours_attended", "?", []string{"hours-over-planned", "hours-invalid"}}, {12, -8, "hours_attended", "", []string{"hours-invalid"}},
		{4, "29/02/1981", "", "", []string{"date-invalid", "birth-date-implausible"}}, {4, "12/15/1970", "", "", []string{"date-invalid", "date-swapped", "cf-disagrees", "birth-date-implausible"}}, {4, date{day(2019, 3, 3)}, "", "", []string{"birth-date-implausible", "cf-disagrees"}},
		{5, "Z", "", "", []string{"choice-unknown"}}, {7, "Paperopoli", "comune", "", []string{"comune-unknown"}}, {7, "#N/A", "comune", "", []string{"cell-error", "comune-unknown"}}, {13, "forse", "certificate", "", []string{"choice-unknown"}},
		{14, "32/20", "score_after", "", []string{"share-invalid", "number-invalid"}}, {15, 8, "satisfaction", "", []string{"share-invalid", "number-invalid"}}, {12, "#RIF!", "hours_attended", "", []string{"cell-error", "hours-invalid"}},
	} {
		row := 3 + 2*i
		s.set(row, p.col, p.value)
		k.problem(s, row, p.col, true, p.rules...)
		if p.field != "" {
			k.set.rows[len(k.set.rows)-28+row-2].fields[p.field] = p.want
		} else {
			t := k.set.rows[len(k.set.rows)-28+row-2]
			t.fields["birth_year"], t.fields["gender"] = "|"+t.fields["birth_year"], "|"+t.fields["gender"]
		}
		if p.col == 4 {
			k.doubt(s, row, 3, "cf-disagrees")
		}
	}
	k.add(b)
}
