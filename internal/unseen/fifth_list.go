package unseen

import (
	"fmt"
)

// The fifth wave: lists as other offices keep them, written after the program had been mended for the first four.
var listStyles5 = []Style{
	{Name: "title-in-file", Wave: 5, build: titleInFile},
	{Name: "edition-column", Wave: 5, build: editionColumn},
	{Name: "courses-only", Wave: 5, build: coursesOnly},
	{Name: "status-words", Wave: 5, build: statusWords},
	{Name: "course-merged", Wave: 5, build: courseMerged},
	{Name: "course-once", Wave: 5, build: courseOnce},
	{Name: "ditto", Wave: 5, build: ditto},
	{Name: "period-column", Wave: 5, build: periodColumn},
	{Name: "hours-split", Wave: 5, build: hoursSplit},
	{Name: "tests-percent", Wave: 5, build: testsPercent},
	{Name: "born-where-when", Wave: 5, build: bornWhereWhen},
	{Name: "bare-course-line", Wave: 5, build: bareCourseLine},
	{Name: "three-stages", Wave: 5, build: threeStages},
	{Name: "averages", Wave: 5, build: averages},
	{Name: "married-names", Wave: 5, build: marriedNames},
	{Name: "right-of-logo", Wave: 5, build: rightOfLogo},
	{Name: "comma-names", Wave: 5, build: commaNames},
	{Name: "cleaned-by-script", Wave: 5, Format: "csv", build: cleanedByScript},
	{Name: "wide-anagrafica", Wave: 5, build: wideAnagrafica},
}

// The name of the file says the course; nothing in it does.
func titleInFile(k *kit) {
	c := k.newCourse(2, 2, 4).show("title")
	c.title = "Ascolto e accoglienza in biblioteca"
	b := k.newBook("2021-11 Corso Ascolto e accoglienza in biblioteca.xlsx", byExcel)
	c.alsoTitled = "Corso " + c.title
	k.list(b.sheet("Foglio1"), 1, 1, []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Ente di appartenenza", 0), comuneCol("Comune", 0), roleCol("Qualifica", 0), hoursCol("Ore presenza")}, k.enrol(c, 9))
	k.add(b)
}

// The same title in two editions, told by a column.
func editionColumn(k *kit) {
	b := k.newBook("iscritti due edizioni.xlsx", byExcel)
	s := b.sheet("Iscritti")
	first := k.newCourse(4, 2, 4)
	second := k.newCourse(6, 2, 4)
	second.title, second.area = first.title, first.area
	cols := []column{titleCol("Corso"), {"Edizione", "", func(e *enrolment) any { return map[bool]int{true: 1, false: 2}[e.course == first] }}, fromCol("Data inizio"), surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Ente", 0), hoursCol("Ore frequentate")}
	row := k.list(s, 1, 1, cols, k.enrol(first, 8))
	k.rows(s, row, 1, cols, k.enrol(second, 7))
	k.add(b)
}

// A list of courses without people: how many came, where, who taught.
func coursesOnly(k *kit) {
	b := k.newBook("elenco interventi realizzati.xlsx", byExcel)
	s := b.sheet("Interventi")
	s.set(1, 1, "INTERVENTI REALIZZATI")
	s.line(3, 1, "N.", "Cod.", "Denominazione", "Tipo", "Data di inizio", "Data di fine", "N. ore", "Comune di svolgimento", "N. iscritti", "Docente")
	kinds := [][2]string{{"corso", "corso"}, {"seminario", "seminario"}, {"incontro", "incontro"}}
	row := 4
	for i := range 6 {
		c := k.newCourse(i, 1+i%3, 3).show("code", "title", "kind", "start_date", "end_date", "hours_planned", "venue_comune")
		c.kind = kinds[i%3][0]
		s.line(row, 1, i+1, c.code, c.title, kinds[i%3][1], dmy(c.first()), dmy(c.last()), c.hours(), c.place.name, 12+i, "Ada Bernasconi")
		row++
	}
	s.line(row, 3, "Totale", nil, nil, nil, 30)
	k.add(b)
}

// Outcomes as people say them.
func statusWords(k *kit) {
	b := k.newBook("esiti corso gennaio 2022.xlsx", byExcel)
	c := k.newCourse(4, 4, 4).show("title", "start_date", "end_date", "hours_planned")
	s := b.sheet("Esiti")
	s.line(1, 1, "Corso", c.title)
	s.line(2, 1, "Dal", dmy(c.first()), "al", dmy(c.last()), "ore", c.hours())
	cols := []column{nameCol("Corsista", "%S %N"), cfCol("Codice fiscale"), serviceCol("Ente", 0), {"Esito del percorso", "status", nil}}
	words := [][2]string{{"Ha concluso il corso", "completed"}, {"Rinuncia", "withdrawn"}, {"abbandono", "withdrawn"}, {"Terminato con esito positivo", "completed"}, {"Iscritto", "enrolled"}, {"frequenza parziale", "attended"}, {"Completato", "completed"}, {"RITIRATA", "withdrawn"}, {"Superato", "completed"}, {"ha frequentato", "attended|completed"}}
	i := 0
	cols[3].value = func(e *enrolment) any { i++; return words[i-1][0] }
	es := k.enrol(c, len(words))
	k.list(s, 4, 1, cols, es)
	for j, t := range k.set.rows[len(k.set.rows)-len(words):] {
		t.fields["status"] = words[j][1]
	}
	k.add(b)
}

// The course and its dates in merged cells at the left of its people.
func courseMerged(k *kit) {
	b := k.newBook("quadro generale.xlsx", byExcel)
	s := b.sheet("quadro")
	about := []column{codeCol("Cod."), titleCol("Corso"), fromCol("Inizio"), toCol("Fine"), plannedCol("Ore")}
	people := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Cod. fiscale"), serviceCol("Ente di appartenenza", 0), comuneCol("Comune", 0), hoursCol("Ore freq.")}
	head(s, 1, 1, about)
	head(s, 1, 6, people)
	row := 2
	for i := range 3 {
		es := k.enrol(k.newCourse(2+i, 3, 4), 6)
		for x, c := range about {
			s.set(row, 1+x, c.value(es[0]))
			s.merge(row, 1+x, row+5, 1+x)
		}
		row = k.rows(s, row, 6, people, es)
	}
	k.add(b)
}

// The course is written on its first row only, not merged.
func courseOnce(k *kit) {
	b := k.newBook("prospetto corsi.xlsx", byExcel)
	s := b.sheet("prospetto")
	about := []column{titleCol("Titolo corso"), fromCol("Data inizio"), plannedCol("Durata ore")}
	people := []column{surnameCol("Cognome"), givenCol("Nome"), bornCol("Data di nascita"), cfCol("C.F."), roleCol("Ruolo", 0), hoursCol("Presenza ore"), certCol("Attestato", "X", "")}
	head(s, 2, 1, about)
	head(s, 2, 4, people)
	row := 3
	for i := range 3 {
		es := k.enrol(k.newCourse(5+i, 2, 4), 6)
		for x, c := range about {
			s.set(row, 1+x, c.value(es[0]))
		}
		row = k.rows(s, row, 4, people, es)
	}
	k.add(b)
}

// "idem" and ditto marks for what is the same as above.
func ditto(k *kit) {
	b := k.newBook("elenco con idem.xlsx", byExcel)
	s := b.sheet("elenco")
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Servizio", 0), comuneCol("Comune", 0), titleCol("Corso"), fromCol("Data inizio"), hoursCol("Ore")}
	c := k.newCourse(3, 2, 4)
	var es []*enrolment
	for _, sv := range k.services[:5] {
		n := 0
		for _, p := range k.people {
			if p.service == sv && n < 3 {
				es = append(es, k.enrolOne(c, p))
				n++
			}
		}
	}
	k.list(s, 1, 1, cols, es)
	for i := 1; i < len(es); i++ {
		if es[i].service == es[i-1].service {
			mark := []string{"idem", "\"", "''"}[i%3]
			s.line(2+i, 4, mark, mark)
		}
		s.line(2+i, 6, "idem", "idem")
	}
	k.add(b)
}

// First and last day in one column, in the ways that people write a period.
func periodColumn(k *kit) {
	b := k.newBook("periodi.xlsx", byExcel)
	s := b.sheet("Dati")
	write := []func(c *course) string{
		func(c *course) string { return "dal " + dmy(c.first()) + " al " + dmy(c.last()) },
		func(c *course) string { return short(c.first()) + " - " + dmy(c.last()) },
		func(c *course) string { return dmy(c.first()) + "-" + dmy(c.last()) },
		func(c *course) string {
			return fmt.Sprintf("dal %d al %d %s %d", c.first().Day(), c.last().Day(), months[c.last().Month()-1], c.last().Year())
		},
	}
	n := -1
	cols := []column{titleCol("Corso"), {"Periodo di svolgimento", "", func(e *enrolment) any {
		e.course.show("start_date", "end_date")
		return write[n](e.course)
	}}, surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), comuneCol("Comune", 0), hoursCol("Ore")}
	head(s, 1, 1, cols)
	row := 2
	for i := range write {
		n = i
		c := k.newCourse(3+i, 2, 4)
		row = k.rows(s, row, 1, cols, k.enrol(c, 4))
	}
	k.add(b)
}

// Hours in class and at a distance, and their sum.
func hoursSplit(k *kit) {
	b := k.newBook("ore aula e fad marzo 2022.xlsx", byExcel)
	c := k.newCourse(6, 4, 4).show("title")
	s := b.sheet("ore")
	s.line(1, 1, "Corso:", c.title)
	k.list(s, 3, 1, []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), {"Ore in aula", "", func(e *enrolment) any { return e.hours / 2 }}, {"Ore FAD", "", func(e *enrolment) any { return e.hours / 2 }}, hoursCol("Totale ore frequentate"), serviceCol("Ente", 0)}, k.enrol(c, 9))
	k.add(b)
}

// Tests as percentages, with a sign or as formatted numbers.
func testsPercent(k *kit) {
	b := k.newBook("risultati test aprile 2022.xlsx", byExcel)
	c := k.newCourse(7, 3, 4).show("title")
	s := b.sheet("test")
	s.line(1, 1, "Titolo del corso", c.title)
	k.list(s, 3, 1, []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), {"Test iniziale %", "before", func(e *enrolment) any { return percent(float64(e.before) / 20) }}, {"Test finale %", "after", func(e *enrolment) any { return fmt.Sprintf("%d%%", e.after*5) }}, hoursCol("Ore")}, k.enrol(c, 9))
	k.add(b)
}

// Place and date of birth in one cell.
func bornWhereWhen(k *kit) {
	b := k.newBook("allegato anagrafico febbraio 2022.xlsx", byExcel)
	c := k.newCourse(5, 2, 4).show("title")
	s := b.sheet("allegato")
	s.line(1, 1, "Corso", c.title)
	i := 0
	born := column{"Luogo e data di nascita", "born", func(e *enrolment) any {
		i++
		where := "Estero"
		if e.birthplace[0] != 'Z' {
			where = k.at(e.birthplace).name
		}
		return []string{where + ", " + dmy(e.born), where + " " + dmy(e.born), "nato/a a " + where + " il " + dmy(e.born)}[i%3]
	}}
	k.list(s, 3, 1, []column{surnameCol("Cognome"), givenCol("Nome"), born, sexCol("Sesso", "M", "F"), serviceCol("Ente", 0), comuneCol("Comune dell'ente", 0), hoursCol("Ore")}, k.enrol(c, 12))
	k.add(b)
}

// Over each group a bare line: code, title, period, hours, parted by dashes; no label.
func bareCourseLine(k *kit) {
	b := k.newBook("corsi e corsisti.xlsx", byExcel)
	s := b.sheet("tutti")
	cols := []column{counter("N."), surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Ente", 0), hoursCol("Ore")}
	head(s, 1, 1, cols)
	row := 2
	for i := range 3 {
		c := k.newCourse(4+i, 2, 4).show("title", "start_date", "end_date", "hours_planned")
		s.set(row, 1, fmt.Sprintf("%s – dal %s al %s – %v ore", c.title, dmy(c.first()), dmy(c.last()), c.hours()))
		s.merge(row, 1, row, len(cols))
		row = k.rows(s, row+1, 1, cols, k.enrol(c, 6)) + 1
	}
	k.add(b)
}

// Enrolled, admitted and certified: the same people on three sheets of one file.
func threeStages(k *kit) {
	b := k.newBook("fasi del corso.xlsx", byExcel)
	c := k.newCourse(6, 3, 4).show("title", "start_date")
	es := k.enrol(c, 9)
	for i, name := range []string{"Iscritti", "Frequentanti", "Attestati"} {
		s := b.sheet(name)
		s.line(1, 1, "Corso", c.title)
		s.line(2, 1, "Data inizio", date{c.first()})
		cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale")}
		switch i {
		case 0:
			cols = append(cols, bornCol("Data di nascita"), serviceCol("Ente", 0), comuneCol("Comune", 0), roleCol("Ruolo", 0))
		case 1:
			cols = append(cols, hoursCol("Ore frequentate"))
		case 2:
			cols = append(cols, certCol("Attestato", "SI", "NO"))
		}
		k.list(s, 4, 1, cols, es[:9-2*i])
		for _, t := range k.set.rows[len(k.set.rows)-9+2*i:] {
			t.fields["status"] = "?"
		}
	}
	k.add(b)
}

// Averages and counts under the columns.
func averages(k *kit) {
	b := k.newBook("valutazioni maggio 2022.xlsx", byExcel)
	c := k.newCourse(8, 3, 4).show("title")
	s := b.sheet("valutazioni")
	s.line(1, 1, "Corso:", c.title)
	row := k.list(s, 3, 1, []column{nameCol("Nominativo", "%S %N"), cfCol("CF"), {"Test in ingresso (su 20)", "before", func(e *enrolment) any { return e.before }}, {"Test in uscita (su 20)", "after", func(e *enrolment) any { return e.after }}, {"Gradimento (1-5)", "satisfaction", func(e *enrolment) any { return e.satisfaction }}}, k.enrol(c, 10))
	s.line(row, 1, "Media", nil, 9.4, 12.8, 4.1)
	s.line(row+1, 1, "Massimo", nil, 13, 19, 5)
	s.line(row+2, 1, "Minimo", nil, 5, 7, 3)
	s.line(row+3, 1, "N. questionari", 10)
	k.add(b)
}

// Surnames of marriage, nicknames in brackets; births say who it is.
func marriedNames(k *kit) {
	b := k.newBook("uditrici marzo 2022.xlsx", byExcel)
	c := k.newCourse(6, 1, 4).show("title")
	s := b.sheet("uditrici")
	s.line(1, 1, "Corso", c.title)
	i := 0
	surname := column{"Cognome", "", func(e *enrolment) any {
		i++
		if e.female && i%3 == 0 {
			return e.surname + " in Verdi"
		}
		return e.surname
	}}
	given := column{"Nome", "", func(e *enrolment) any {
		if i%4 == 1 {
			return e.given + " (" + e.given[:2] + "ni)"
		}
		return e.given
	}}
	k.list(s, 3, 1, []column{surname, given, cfCol("Codice fiscale"), serviceCol("Ente", 0), hoursCol("Ore")}, k.enrol(c, 12))
	for r := 4; r < 16; r++ {
		k.doubtRow(s, r)
	}
	k.add(b)
}

// A logo takes the left; labels and their values begin at column F, over a table that begins at B.
func rightOfLogo(k *kit) {
	b := k.newBook("scheda corso ufficiale.xlsx", byExcel)
	c := k.newCourse(5, 3, 4).show("title", "code", "start_date", "end_date", "hours_planned", "venue_comune")
	s := b.sheet("Scheda")
	s.set(1, 2, "REGIONE UMBRIA")
	s.merge(1, 2, 6, 4)
	for i, l := range [][2]any{{"Corso", c.title}, {"Cod. corso", c.code}, {"Sede del corso", c.place.name}, {"Data inizio", date{c.first()}}, {"Data termine", date{c.last()}}, {"Durata (ore)", c.hours()}} {
		s.set(1+i, 6, l[0])
		s.set(1+i, 7, l[1])
		s.merge(1+i, 7, 1+i, 9)
	}
	k.list(s, 9, 2, []column{counter("N."), surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Ente", 0), comuneCol("Comune dell'ente", 0), roleCol("Profilo", 0), hoursCol("Ore frequentate")}, k.enrol(c, 10))
	k.add(b)
}

// "Rossi, Maria" in one column, and no codes.
func commaNames(k *kit) {
	b := k.newBook("lista partecipanti ottobre 2021.xlsx", byERP)
	s := b.sheet("lista")
	c := k.newCourse(1, 2, 4)
	k.list(s, 1, 1, []column{nameCol("Partecipante", "%S, %N"), bornCol("Nato il"), sexCol("Sesso", "M", "F"), serviceCol("Organizzazione", 0), comuneCol("Comune", 0), titleCol("Evento formativo"), fromCol("Data"), hoursCol("Ore")}, k.enrol(c, 20))
	k.add(b)
}

// Column names of a script: lower case, underscores, no accents; points for commas.
func cleanedByScript(k *kit) {
	b := k.newBook("partecipanti_clean.csv", byGoogle)
	s := b.sheet("csv")
	cols := []column{codeCol("corso_codice"), titleCol("corso_titolo"), fromCol("corso_data_inizio").with(asText(func(d date) string { return d.Format("2006-01-02") })), plannedCol("corso_ore_previste"), surnameCol("partecipante_cognome"), givenCol("partecipante_nome"), cfCol("partecipante_cf"), sexCol("partecipante_sesso", "M", "F"),
		bornCol("partecipante_data_nascita").with(asText(func(d date) string { return d.Format("2006-01-02") })), serviceCol("ente", 0), comuneCol("ente_comune", 0), roleCol("ruolo", 0), hoursAs("ore_frequentate", func(h float64) any { return fmt.Sprintf("%.2f", h) }), certCol("attestato", "true", "false")}
	k.list(s, 1, 1, cols, k.enrol(k.newCourse(7, 3, 3.5), 14))
	k.add(b)
}

// Thirty columns about a person, most of them of no use here.
func wideAnagrafica(k *kit) {
	b := k.newBook("anagrafica completa.xlsx", byExcel)
	s := b.sheet("Anagrafica")
	c := k.newCourse(4, 3, 4)
	blank := func(head string) column { return column{head, "", func(*enrolment) any { return nil }} }
	filled := func(head string, v ...string) column {
		i := 0
		return column{head, "", func(*enrolment) any { i++; return v[i%len(v)] }}
	}
	cols := []column{counter("Id"), surnameCol("Cognome"), givenCol("Nome"), sexCol("Sesso", "M", "F"), bornCol("Data nascita"), filled("Comune nascita", "Perugia", "Roma", "Terni"), filled("Prov. nascita", "PG", "RM", "TR"), filled("Nazione nascita", "Italia"), filled("Cittadinanza", "Italiana"), cfCol("Codice fiscale"),
		filled("Indirizzo residenza", "Via Verdi 3", "Via Roma 12"), filled("Comune residenza", "Assisi", "Todi", "Narni"), filled("CAP", "06081", "06059"), filled("Prov.", "PG", "TR"), blank("Telefono fisso"), filled("Cellulare", "3331112223"), filled("Email", "a@example.org", "b@example.org"), filled("Titolo di studio", "Laurea", "Diploma"), filled("Condizione occupazionale", "Occupato"),
		filled("Tipo contratto", "Tempo indeterminato", "Tempo determinato"), serviceCol("Ente datore di lavoro", 0), comuneCol("Comune sede lavoro", 0), filled("Indirizzo sede lavoro", "Piazza Grande 1"), roleCol("Profilo professionale", 0), codeCol("Cod. corso"), titleCol("Titolo corso"), fromCol("Data avvio corso"), toCol("Data fine corso"), plannedCol("Ore corso"), hoursCol("Ore frequenza"), outcomeCol("Esito", "Idoneo", "Frequentante", "Ritirato"), filled("Note", "", "", "portatile proprio")}
	k.list(s, 1, 1, cols, k.enrol(c, 15))
	k.add(b)
}
