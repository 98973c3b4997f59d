package unseen

import (
	"fmt"
	"strings"
)

// The fourth wave: lists whose difficulty is in what a reader knows without being told.
var listStyles4 = []Style{
	{Name: "covering-letter", Wave: 4, build: coveringLetter},
	{Name: "comune-rows", Wave: 4, build: comuneRows},
	{Name: "course-sheet-name", Wave: 4, build: courseSheetName},
	{Name: "tick-outcome", Wave: 4, build: tickOutcome},
	{Name: "hours-absent", Wave: 4, build: hoursAbsent},
	{Name: "birth-in-three", Wave: 4, build: birthInThree},
	{Name: "name-and-office", Wave: 4, build: nameAndOffice},
	{Name: "no-header", Wave: 4, build: noHeader},
	{Name: "survey-export", Wave: 4, build: surveyExport},
	{Name: "modules", Wave: 4, build: modules},
	{Name: "twice-listed", Wave: 4, build: twiceListed},
	{Name: "invisible-characters", Wave: 4, build: invisibleCharacters},
	{Name: "instructions-row", Wave: 4, build: instructionsRow},
	{Name: "numbered-columns", Wave: 4, build: numberedColumns},
	{Name: "hours-of-hours", Wave: 4, build: hoursOfHours},
	{Name: "certificate-number", Wave: 4, build: certificateNumber},
	{Name: "shortened-names", Wave: 4, build: shortenedNames},
	{Name: "hours-by-month", Wave: 4, build: hoursByMonth},
	{Name: "flat-inbox", Wave: 4, build: flatInbox},
	{Name: "overlapping-revisions", Wave: 4, build: overlappingRevisions},
	{Name: "school", Wave: 4, build: school},
	{Name: "names-elsewhere", Wave: 4, build: namesElsewhere},
	{Name: "topic-day-hours", Wave: 4, build: topicDayHours},
	{Name: "totals-on-top", Wave: 4, build: totalsOnTop},
}

// A letter is written over the list; the course and its days are told in the subject.
func coveringLetter(k *kit) {
	b := k.newBook("trasmissione elenco.xlsx", byExcel)
	c := k.newCourse(3, 3, 4).show("title", "start_date", "end_date", "hours_planned")
	s := b.sheet("lettera")
	s.set(1, 4, "Spett.le Regione Umbria")
	s.set(2, 4, "Servizio Programmazione")
	s.set(4, 1, "Oggetto: trasmissione elenco dei partecipanti al corso")
	s.set(5, 1, fmt.Sprintf("Si trasmette l'elenco dei partecipanti al corso \"%s\", svoltosi dal %s al %s per un totale di %v ore.", c.title, dmy(c.first()), dmy(c.last()), c.hours()))
	row := k.list(s, 8, 1, []column{counter("N."), surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Ente di appartenenza", 0), comuneCol("Comune", 0), hoursCol("Ore frequentate")}, k.enrol(c, 10))
	s.set(row+1, 1, "Distinti saluti")
	s.set(row+2, 4, "Il legale rappresentante")
	k.add(b)
}

// The comune is a title row over its people.
func comuneRows(k *kit) {
	b := k.newBook("operatori per comune.xlsx", byExcel)
	c := k.newCourse(5, 2, 4).show("title", "start_date", "end_date")
	s := b.sheet("per comune")
	s.line(1, 1, "Corso:", c.title)
	s.line(2, 1, "Dal:", dmy(c.first()), "Al:", dmy(c.last()))
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), roleCol("Qualifica", 0), hoursCol("Ore")}
	head(s, 4, 1, cols)
	row := 5
	for _, name := range []string{"Terni", "Perugia", "Foligno", "Gubbio"} {
		var es []*enrolment
		for _, p := range k.people {
			if p.service.comune.name == name && len(es) < 5 {
				es = append(es, k.enrolOne(c, p))
			}
		}
		s.set(row, 1, "Comune di "+name)
		s.merge(row, 1, row, len(cols))
		row = k.rows(s, row+1, 1, cols, es)
		for _, t := range k.set.rows[len(k.set.rows)-len(es):] {
			t.fields["comune"], t.fields["service"] = es[0].service.comune.istat, "?"
		}
	}
	k.add(b)
}

// Only the tab says which course a sheet is about; only the folder says when.
func courseSheetName(k *kit) {
	b := k.newBook("2021-12/fogli.xlsx", byExcel)
	for _, name := range []string{"Salute e territorio", "Sportello unico", "Lingua L2 adulti"} {
		c := k.newCourse(3, 2, 4).show("title")
		c.title = name
		s := b.sheet(name)
		k.list(s, 1, 1, []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Ente", 0), comuneCol("Comune", 0), hoursCol("Ore frequentate")}, k.enrol(c, 7))
	}
	k.add(b)
}

// Outcome and sex are crosses in columns of their own, under a merged header.
func tickOutcome(k *kit) {
	b := k.newBook("scrutinio finale.xlsx", byExcel)
	c := k.newCourse(7, 4, 4).show("title", "start_date", "end_date", "hours_planned")
	s := b.sheet("scrutinio")
	s.line(1, 1, "Corso", c.title)
	s.line(2, 1, "Data inizio", date{c.first()}, "Data fine", date{c.last()}, "Ore", c.hours())
	s.line(4, 1, "Cognome", "Nome", "Codice fiscale", "Sesso", nil, "Ente", "Esito")
	s.merge(4, 4, 4, 5)
	s.merge(4, 7, 4, 9)
	s.line(5, 4, "M", "F")
	s.line(5, 7, "Idoneo", "Non idoneo", "Ritirato")
	for _, i := range []int{1, 2, 3, 6} {
		s.merge(4, i, 5, i)
	}
	for i, e := range k.enrol(c, 12) {
		row := 6 + i
		s.line(row, 1, e.surname, e.given, e.cf, nil, nil, e.service.word(0))
		s.set(row, map[bool]int{false: 4, true: 5}[e.female], "X")
		s.set(row, map[string]int{"completed": 7, "attended": 8, "withdrawn": 9}[e.status], "X")
		t := k.row(s, row, e, "cf", "service", "status")
		if e.status == "attended" {
			t.fields["status"] = "?"
		}
	}
	k.add(b)
}

// The register counts hours of absence; they are not hours attended.
func hoursAbsent(k *kit) {
	b := k.newBook("assenze corso ottobre 2021.xlsx", byExcel)
	c := k.newCourse(1, 4, 5).show("title", "hours_planned")
	s := b.sheet("assenze")
	s.line(1, 1, "Corso:", c.title)
	s.line(2, 1, "Ore totali del corso:", c.hours())
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Ente", 0), {"Ore di assenza", "", func(e *enrolment) any { return c.hours() - e.hours }}, certCol("Attestato", "sì", "no")}
	es := k.enrol(c, 10)
	k.list(s, 4, 1, cols, es)
	for i, t := range k.set.rows[len(k.set.rows)-10:] {
		t.fields["hours_attended"] = num(es[i].hours) + "|"
	}
	k.add(b)
}

// Day, month and year of birth in three columns under one header.
func birthInThree(k *kit) {
	b := k.newBook("allegato B nati.xlsx", byExcel)
	c := k.newCourse(4, 3, 4).show("title", "start_date")
	s := b.sheet("Allegato B")
	s.line(1, 1, "Titolo corso", c.title)
	s.line(2, 1, "Data inizio", date{c.first()})
	s.line(4, 1, "Cognome", "Nome", "Data di nascita", nil, nil, "Sesso", "Ente", "Ore")
	s.merge(4, 3, 4, 5)
	s.line(5, 3, "gg", "mm", "aaaa")
	for i, e := range k.enrol(c, 9) {
		row := 6 + i
		s.line(row, 1, e.surname, e.given, e.born.Day(), int(e.born.Month()), e.born.Year(), e.gender(), e.service.word(0), e.hours)
		k.row(s, row, e, "born", "gender", "service", "hours")
	}
	k.add(b)
}

// The person and the office in one cell.
func nameAndOffice(k *kit) {
	b := k.newBook("presenti incontro 2022-04.xlsx", byExcel)
	c := k.newCourse(7, 1, 3).show("title", "start_date", "hours_planned")
	s := b.sheet("presenti")
	s.set(1, 1, fmt.Sprintf("Incontro del %s: %s (ore 15.00-18.00, 3 ore)", spelled(c.first()), c.title))
	s.line(3, 1, "n.", "Partecipante (ente)", "Codice fiscale")
	for i, e := range k.enrol(c, 9) {
		s.line(4+i, 1, i+1, fmt.Sprintf("%s (%s)", e.nameAs("%S %N"), e.service.word(0)), e.cf)
		t := k.row(s, 4+i, e, "cf")
		t.fields["service"], t.fields["comune"], t.fields["hours_attended"] = "?", "?", "?"
	}
	k.add(b)
}

// No header at all: who reads knows a surname and a codice fiscale by sight.
func noHeader(k *kit) {
	b := k.newBook("appello maggio 2022.xlsx", byExcel)
	c := k.newCourse(8, 2, 4).show("title")
	s := b.sheet("appello")
	s.set(1, 1, "Corso: "+c.title)
	cols := []column{counter(""), surnameCol(""), givenCol(""), cfCol(""), serviceCol("", 0)}
	k.rows(s, 3, 1, cols, k.enrol(c, 12))
	k.add(b)
}

// A survey tool's export: two header rows, the second saying what kind of answer.
func surveyExport(k *kit) {
	b := k.newBook("Gradimento corsi 2022-05 - responses.xlsx", byERP)
	s := b.sheet("Sheet")
	c := k.newCourse(8, 2, 4)
	s.line(1, 1, "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Cognome", "Nome", "Codice fiscale", "Titolo del corso frequentato", "Complessivamente quanto è soddisfatto del corso? (da 1 a 5)", "Suggerimenti")
	s.line(2, 6, "Open-Ended Response", "Open-Ended Response", "Open-Ended Response", "Response", "Response", "Open-Ended Response")
	for i, e := range k.enrol(c, 11) {
		row := 3 + i
		when := c.last().AddDate(0, 0, 1+i%3).Format("01/02/2006") + fmt.Sprintf(" %02d:%02d:10 PM", 1+i%10, 10+i)
		s.line(row, 1, 11400000+e.born.YearDay()*31, 4321, when, when, fmt.Sprintf("151.%d.%d.7", e.born.Day(), e.born.YearDay()%250), e.surname, e.given, e.cf, c.show("title").title, e.satisfaction)
		k.row(s, row, e, "cf", "satisfaction")
	}
	k.add(b)
}

// Modules of one course across the page, hours in each and in all.
func modules(k *kit) {
	b := k.newBook("ore per modulo giugno 2022.xlsx", byExcel)
	c := k.newCourse(9, 4, 4).show("title")
	s := b.sheet("Moduli")
	s.line(1, 1, "Corso:", c.title)
	s.line(3, 1, "Cognome", "Nome", "Codice fiscale", "Comune di lavoro", "Modulo 1 - Norme (4h)", "Modulo 2 - Servizi (4h)", "Modulo 3 - Casi (4h)", "Modulo 4 - Verifica (4h)", "Totale ore")
	for i, e := range k.enrol(c, 9) {
		row := 4 + i
		s.line(row, 1, e.surname, e.given, e.cf, e.service.comune.name)
		for d, here := range e.present {
			s.set(row, 5+d, map[bool]int{true: 4, false: 0}[here])
		}
		s.set(row, 9, e.hours)
		k.row(s, row, e, "cf", "comune", "hours")
	}
	k.add(b)
}

// Copied from a web page: non-breaking spaces, zero-width characters, double spaces, stray line breaks.
func invisibleCharacters(k *kit) {
	b := k.newBook("copiato dal web.xlsx", byExcel)
	s := b.sheet("Foglio1")
	cols := simple()
	for i := range cols {
		cols[i].head = strings.ReplaceAll(cols[i].head, " ", "\u00a0") + " "
	}
	cols[3] = cols[3].with(func(v any) any { return "\u00a0" + v.(string) + " " })
	cols[4] = cols[4].with(func(v any) any { return strings.ReplaceAll(v.(string), " ", "  ") + "\u200b" })
	cols[5] = cols[5].with(func(v any) any { return v.(string)[:6] + "\u00a0" + v.(string)[6:] + "\n" })
	cols[7] = cols[7].with(func(v any) any { return strings.ReplaceAll(v.(string), " ", "\u00a0") })
	cols[8] = cols[8].with(func(v any) any { return v.(string) + "\u00a0" })
	cols[10] = hoursAs("Ore frequentate ", func(h float64) any { return "\u00a0" + comma(h) + "\u00a0" })
	k.list(s, 1, 1, cols, k.enrol(k.newCourse(3, 3, 4), 12))
	k.add(b)
}

// A row of instructions stands under the header.
func instructionsRow(k *kit) {
	b := k.newBook("Modello B compilato.xlsx", byExcel)
	s := b.sheet("Modello B")
	s.set(1, 1, "MODELLO B - ELENCO PARTECIPANTI")
	cols := simple()
	head(s, 3, 1, cols)
	s.line(4, 1, "(titolo come da progetto)", "(gg/mm/aaaa)", "(gg/mm/aaaa)", "(in stampatello)", "(in stampatello)", "(16 caratteri)", "(gg/mm/aaaa)", "(denominazione completa)", "(sede di lavoro)", "(scegliere)", "(numero)", "(Sì/No)")
	k.rows(s, 5, 1, cols, k.enrol(k.newCourse(6, 3, 4), 11))
	k.add(b)
}

// As in forms of the administration, the columns are numbered under their headers.
func numberedColumns(k *kit) {
	b := k.newBook("Prospetto 2 bis.xlsx", byExcel)
	s := b.sheet("Prospetto")
	cols := simple()
	s.set(1, 1, "Prospetto n. 2/bis")
	head(s, 3, 1, cols)
	for i := range cols {
		s.set(4, 1+i, fmt.Sprintf("(%d)", i+1))
	}
	row := k.rows(s, 5, 1, cols, k.enrol(k.newCourse(5, 3, 4), 11))
	s.set(row+1, 1, "(6) In mancanza del codice fiscale indicare quello provvisorio")
	k.add(b)
}

// "10/12": attended of planned in one column.
func hoursOfHours(k *kit) {
	b := k.newBook("frequenza nov 2021.xlsx", byExcel)
	c := k.newCourse(2, 3, 4).show("title")
	s := b.sheet("frequenza")
	s.line(1, 1, "Titolo corso:", c.title)
	k.list(s, 3, 1, []column{nameCol("Cognome e nome", "%S %N"), cfCol("CF"), serviceCol("Ente", 0), comuneCol("Comune", 0), hoursAs("Ore frequentate/ore totali", func(h float64) any { return fmt.Sprintf("%v/%v", h, c.hours()) })}, k.enrol(c, 10))
	k.add(b)
}
