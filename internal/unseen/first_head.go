package unseen

import (
	"fmt"
	"strings"
)

// Registers whose difficulty is around the table: labels, headers of several rows, several tables a sheet.
var headStyles = []Style{
	{Name: "sheet-a-course", Wave: 1, build: sheetACourse},
	{Name: "labels-right", Wave: 1, build: labelsRight},
	{Name: "three-row-header", Wave: 1, build: threeRowHeader},
	{Name: "stacked", Wave: 1, build: stacked},
	{Name: "side-by-side", Wave: 1, build: sideBySide},
	{Name: "month-sheets", Wave: 1, build: monthSheets},
}

// One sheet a course, labels on the left with values beside them.
func sheetACourse(k *kit) {
	b := k.newBook("Registri corsi autunno.xlsx", byExcel)
	for i := range 3 {
		c := k.newCourse(i, 4, 3.5).show("title", "code", "start_date", "end_date", "hours_planned", "venue_comune", "area")
		s := b.sheet("Corso " + string(rune('A'+i)))
		area := map[string]string{"istruzione": "Istruzione", "sociosanitaria": "Socio-sanitaria", "amministrativa": "Amministrativa di front-office", "comunicazione": "Comunicazione interculturale", "giuridica": "Giuridica"}[c.area]
		for j, l := range [][2]any{{"SCHEDA CORSO", nil}, {"Denominazione del corso", c.title}, {"Codice progetto/corso", c.code}, {"Ambito tematico", area},
			{"Sede di svolgimento", c.place.name}, {"Data di inizio", date{c.first()}}, {"Data di fine", date{c.last()}}, {"N. ore totali", c.hours()},
			{"Docente", "dott.ssa Ada Bernasconi"}, {"Tutor d'aula", "Livio Marangoni"}} {
			s.line(1+j, 1, l[0], l[1])
		}
		cols := []column{counter("N°"), surnameCol("Cognome"), givenCol("Nome"), cfCol("Cod. Fiscale"), bornCol("Data di nascita"), serviceCol("Ente/Servizio di provenienza", 0), comuneCol("Comune di servizio", i),
			roleCol("Professione", 0), hoursCol("Ore frequentate"), certCol("Attestato (SI/NO)", "SI", "NO")}
		es := k.enrol(c, 9)
		row := k.list(s, 13, 1, cols, es)
		if i == 1 {
			k.spoil(s, 16, 5, "45/13/1980", "date-invalid", "birth-date-implausible")
			k.spoil(s, 18, 9, "tutte meno due", "hours-invalid")
			k.set.rows[len(k.set.rows)-5].fields["hours_attended"] = "?"
		}
		s.line(row+1, 1, "Totale ore erogate", nil, nil, nil, nil, nil, nil, nil, c.hours())
		s.set(row+3, 2, "Il direttore")
		s.set(row+3, 7, "Il tutor")
	}
	k.add(b)
}

// Labels merged over the table's right half, with values under them; a title over all.
func labelsRight(k *kit) {
	b := k.newBook("Foglio corso spring.xlsx", byExcel)
	for i := range 2 {
		c := k.newCourse(6+i, 3, 4).show("title", "code", "start_date", "end_date", "hours_planned")
		s := b.sheet(fmt.Sprintf("Ed.%d", i+1))
		s.set(1, 1, strings.ToUpper(k.partner.name))
		s.merge(1, 1, 1, 9)
		s.set(3, 1, "Titolo del corso")
		s.merge(3, 1, 3, 4)
		s.set(4, 1, c.title)
		s.merge(4, 1, 4, 4)
		s.set(3, 5, "Cod.")
		s.set(4, 5, c.code)
		s.line(3, 6, "Inizio", "Fine", "Ore")
		s.line(4, 6, date{c.first()}, date{c.last()}, c.hours())
		cols := []column{nameCol("Allievo", "%N %S"), cfCol("C.F."), roleCol("Inquadramento", 0), serviceCol("Azienda/Ente", 1), comuneCol("Comune", 3),
			hoursCol("Ore pres."), outcomeCol("Risultato", "superato", "non superato", "ritirato")}
		es := k.enrol(c, 10)
		k.list(s, 6, 1, cols, es)
		for _, t := range k.set.rows[len(k.set.rows)-10:] {
			if t.fields["status"] == "attended" {
				t.fields["status"] = "?"
			}
		}
	}
	k.add(b)
}

// A header of three rows, merged by subject.
func threeRowHeader(k *kit) {
	b := k.newBook("Monitoraggio partecipanti.xlsx", byExcel)
	s := b.sheet("Monitoraggio")
	s.set(1, 1, "MONITORAGGIO FISICO – PARTECIPANTI")
	s.merge(1, 1, 1, 14)
	s.set(3, 1, "Corso")
	s.merge(3, 1, 3, 4)
	s.set(3, 5, "Dati anagrafici")
	s.merge(3, 5, 3, 9)
	s.set(3, 10, "Ente di appartenenza")
	s.merge(3, 10, 3, 12)
	s.set(3, 13, "Frequenza")
	s.merge(3, 13, 3, 15)
	s.line(4, 1, "Cod.", "Titolo", "Date", nil, "Cognome", "Nome", "Sesso", "Nascita", "Codice\nfiscale", "Denominazione", "Comune", "Ruolo\nricoperto", "Ore", nil, "Attestato")
	s.merge(4, 3, 4, 4)
	s.merge(4, 13, 4, 14)
	s.line(5, 3, "inizio", "fine")
	s.line(5, 13, "previste", "frequentate")
	for _, c := range []int{1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 15} {
		s.merge(4, c, 5, c)
	}
	cols := []column{codeCol(""), titleCol(""), fromCol(""), toCol(""), surnameCol(""), givenCol(""), sexCol("", "M", "F"), bornCol(""), cfCol(""),
		serviceCol("", 0), comuneCol("", 1), roleCol("", 1), plannedCol(""), hoursCol(""), certCol("", "SI", "NO")}
	row := 6
	for i := range 3 {
		row = k.rows(s, row, 1, cols, k.enrol(k.newCourse(3+i, 4, 3), 9))
	}
	s.set(row, 1, "TOTALE")
	s.set(row, 14, formula{fmt.Sprintf("SUM(N6:N%d)", row-1), "300"})
	s.set(row+2, 1, "Legenda: SI = attestato consegnato; NO = non consegnato")
	k.add(b)
}

// Two courses, one table under the other.
func stacked(k *kit) {
	b := k.newBook("riepilogo corsi brevi.xlsx", byExcel)
	s := b.sheet("riepilogo")
	row := 1
	for i := range 3 {
		c := k.newCourse(9, 1, 4+float64(i)).show("title", "start_date", "hours_planned")
		s.set(row, 1, fmt.Sprintf("%d) %s", i+1, c.title))
		s.set(row+1, 1, fmt.Sprintf("Data: %s   Ore: %v", dmy(c.first()), c.hours()))
		cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice Fiscale"), serviceCol("Ente", 0), comuneCol("Comune", 0), hoursCol("Ore presenza")}
		if i == 1 {
			cols[0], cols[1] = cols[1], cols[0]
		}
		row = k.list(s, row+2, 1, cols, k.enrol(c, 6)) + 2
	}
	k.add(b)
}

// Morning and evening group of two courses, side by side.
func sideBySide(k *kit) {
	b := k.newBook("luglio 2022/gruppi A e B.xlsx", byExcel)
	s := b.sheet("gruppi")
	for i := range 2 {
		c := k.newCourse(10, 2, 4).show("title")
		col := 1 + i*7
		s.set(1, col, "Corso: "+c.title)
		s.merge(1, col, 1, col+4)
		cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice Fiscale"), roleCol("Ruolo", 0), hoursCol("Ore")}
		k.list(s, 3, col, cols, k.enrol(c, 10-i*2))
	}
	k.add(b)
}

// The year in one file, a sheet a month, the course in columns; March with other columns.
func monthSheets(k *kit) {
	b := k.newBook("Formazione 2022.xlsx", byExcel)
	for i, name := range []string{"gen-22", "feb-22", "mar-22"} {
		s := b.sheet(name)
		s.set(1, 1, "Corsisti "+name)
		c := k.newCourse(4+i, 2, 4)
		cols := []column{titleCol("Corso"), surnameCol("Cognome"), givenCol("Nome"), bornCol("Data nascita").with(asText(func(d date) string { return dotted(d.Time) })), serviceCol("Servizio", 0), comuneCol("Comune", 0), hoursCol("Ore")}
		if i == 2 {
			cols = []column{nameCol("Cognome Nome", "%S %N"), bornCol("nato il").with(asText(func(d date) string { return spelled(d.Time) })), comuneCol("Comune servizio", 4), serviceCol("Servizio", 0), titleCol("Corso"), hoursCol("N. ore")}
		}
		k.list(s, 3, 1, cols, k.enrol(c, 12))
	}
	k.add(b)
}
