package unseen

import (
	"fmt"
	"strings"
)

// Lists of people and courses on one sheet, the header in one row.
var listStyles = []Style{
	{Name: "erp-flat", Wave: 1, build: erpFlat},
	{Name: "english", Wave: 1, build: english},
	{Name: "course-rows", Wave: 1, build: courseRows},
	{Name: "service-groups", Wave: 1, build: serviceGroups},
	{Name: "ticks", Wave: 1, build: courseTicks},
	{Name: "template-example", Wave: 1, build: templateExample},
	{Name: "printed-pages", Wave: 1, build: printedPages},
	{Name: "hidden-filter", Wave: 1, build: hiddenFilter},
	{Name: "course-one-two", Wave: 1, build: courseOneTwo},
	{Name: "cf-troubles", Wave: 1, build: cfTroubles},
}

// An export of a management system: capitals, codes, every course field on every row.
func erpFlat(k *kit) {
	b := k.newBook("estrazione_allievi_2021.xlsx", byERP)
	s := b.sheet("ESTRAZIONE")
	cols := []column{
		{"ID_ISCR", "", func(e *enrolment) any { return 100000 + int(e.born.Unix()%90000) }},
		codeCol("COD_CORSO"), titleCol("DESC_CORSO").with(upper), fromCol("DATA_INIZIO_CORSO"), toCol("DATA_FINE_CORSO"), plannedCol("MONTE_ORE"),
		surnameCol("COGNOME").with(upper), givenCol("NOME").with(upper), cfCol("COD_FISCALE"), sexCol("SESSO", "M", "F"), bornCol("DT_NASCITA"),
		roleCol("QUALIFICA", 2), serviceCol("ENTE_APPARTENENZA", 2), comuneCol("COMUNE_SEDE_LAVORO", 5),
		hoursCol("ORE_FREQUENTATE"), outcomeCol("ESITO", "IDONEO", "FREQUENTANTE", "RITIRATO"),
	}
	row := 1
	head(s, row, 1, cols)
	row++
	for i := range 3 {
		es := k.enrol(k.newCourse(i, 4, 4), 14)
		at := row
		row = k.rows(s, row, 1, cols, es)
		if i == 0 {
			k.spoil(s, at+2, 15, "ND ore", "hours-invalid")
			k.set.rows[len(k.set.rows)-12].fields["hours_attended"] = ""
			k.spoil(s, at+4, 9, wrongCheck(es[4].cf), "cf-invalid", "cf-repaired")
			k.spoil(s, at+6, 14, "PERUGGGIA SCALO", "comune-unknown", "comune-repaired", "comune-ambiguous", "comune-from-place")
			k.set.rows[len(k.set.rows)-8].fields["comune"] = "?"
		}
	}
	k.add(b)
}

func english(k *kit) {
	b := k.newBook("Participants list (EU reporting).xlsx", byExcel)
	s := b.sheet("Participants")
	s.set(1, 1, "Ponti e parole – participants list for the European Commission")
	cols := []column{
		counter("No."), surnameCol("Family name"), givenCol("First name"), sexCol("Sex", "Male", "Female"), bornCol("Date of birth"), cfCol("Tax code"),
		serviceCol("Employer / organisation", 0), comuneCol("Town of work", 0), roleCol("Job title", 0), titleCol("Training course"), fromCol("Start date"), toCol("End date"),
		plannedCol("Course hours"), hoursCol("Hours attended"), certCol("Certificate issued", "Yes", "No"),
	}
	row := 3
	head(s, row, 1, cols)
	row++
	for i := range 2 {
		row = k.rows(s, row, 1, cols, k.enrol(k.newCourse(i+1, 3, 5), 11))
	}
	s.set(row+1, 1, "Prepared by the project office")
	k.add(b)
}

// The course is a title row inside the table, over its people; names in one column.
func courseRows(k *kit) {
	b := k.newBook("elenco corsisti primo trimestre.xlsx", byExcel)
	s := b.sheet("elenco")
	s.set(1, 1, "ELENCO CORSISTI – PRIMO TRIMESTRE")
	cols := []column{
		counter("n."), nameCol("Corsista", "%S, %N"), cfCol("Codice fiscale"), serviceCol("Servizio", 1), comuneCol("Comune", 2), roleCol("Mansione", 1),
		hoursCol("h. presenza"), certCol("Attestato", "sì", "no"),
	}
	row := 3
	head(s, row, 1, cols)
	row++
	for i := range 4 {
		c := k.newCourse(i%3, 3, 4).show("title", "start_date", "end_date", "hours_planned")
		s.set(row, 1, fmt.Sprintf("Corso: %s (dal %s al %s, ore %v)", c.title, dmy(c.first()), dmy(c.last()), c.hours()))
		s.merge(row, 1, row, len(cols))
		row = k.rows(s, row+1, 1, cols, k.enrol(c, 8))
		if i%2 == 0 {
			s.set(row, 2, "Totale corsisti")
			s.set(row, 3, 8)
			row++
		}
	}
	k.add(b)
}

// The office is written once for its people, merged; course data in a line of text over the table.
func serviceGroups(k *kit) {
	b := k.newBook("Presenze operatori comunali.xlsx", byExcel)
	for i := range 2 {
		c := k.newCourse(2+i, 2, 6).show("title", "code", "start_date", "end_date", "hours_planned")
		s := b.sheet("corso " + fmt.Sprint(i+1))
		s.set(1, 2, c.title)
		s.merge(1, 2, 1, 8)
		s.set(2, 2, fmt.Sprintf("Codice %s - durata ore %v - periodo: dal %s al %s", c.code, c.hours(), spelled(c.first()), spelled(c.last())))
		cols := []column{surnameCol("COGNOME"), givenCol("NOME"), bornCol("nato/a il"), roleCol("ruolo", 0), hoursCol("ore svolte")}
		s.line(4, 2, "UFFICIO / SERVIZIO", "COMUNE")
		head(s, 4, 4, cols)
		row := 5
		for range 4 {
			sv := k.services[k.rng.IntN(len(k.services))]
			var es []*enrolment
			for _, p := range k.people {
				if p.service == sv && len(es) < 4 {
					es = append(es, k.enrolOne(c, p))
				}
			}
			if len(es) < 2 || s.cells[pos{row - 1, 2}] == sv.word(0) {
				continue
			}
			s.set(row, 2, sv.word(0))
			s.set(row, 3, sv.comune.name)
			s.merge(row, 2, row+len(es)-1, 2)
			s.merge(row, 3, row+len(es)-1, 3)
			at := row
			row = k.rows(s, row, 4, cols, es)
			for _, t := range k.set.rows[len(k.set.rows)-len(es):] {
				t.fields["service"], t.fields["comune"] = sv.id, sv.comune.istat
			}
			_ = at
		}
	}
	k.add(b)
}

// One row a person, a column for each course, crossed where they take part.
func courseTicks(k *kit) {
	b := k.newBook("2022-01/Iscrizioni ai laboratori.xlsx", byExcel)
	s := b.sheet("Iscrizioni")
	s.set(1, 1, "Iscrizioni ai corsi: barrare con una X")
	courses := []*course{k.newCourse(4, 1, 4), k.newCourse(4, 1, 4), k.newCourse(5, 1, 4)}
	s.line(3, 1, "Cognome", "Nome", "Codice Fiscale", "Ente", "Comune dell'ente")
	for i, c := range courses {
		s.set(3, 6+i, c.show("title").title)
	}
	row := 4
	for _, i := range k.rng.Perm(len(k.people))[:16] {
		p := k.people[i]
		s.line(row, 1, p.surname, p.given, p.cf, p.service.word(0), p.service.comune.name)
		some := false
		for j, c := range courses {
			if k.chance(2) || j == 2 && !some {
				some = true
				s.set(row, 6+j, "X")
				t := k.row(s, row, k.enrolOne(c, p), "cf", "service", "comune")
				t.fields["hours_attended"] = "?"
			}
		}
		row++
	}
	k.add(b)
}

// The template that the lead sent, with its instructions and its example row left in.
func templateExample(k *kit) {
	b := k.newBook("Modello rilevazione compilato.xlsx", byExcel)
	info := b.sheet("Istruzioni")
	info.set(1, 1, "Compilare una riga per partecipante. Non modificare le intestazioni.")
	info.set(2, 1, "Inviare entro il 5 del mese successivo.")
	s := b.sheet("Dati")
	cols := []column{
		codeCol("Codice corso*"), titleCol("Denominazione corso*"), surnameCol("Cognome*"), givenCol("Nome*"), cfCol("Codice fiscale*"), sexCol("Genere (M/F)*", "M", "F"),
		serviceCol("Denominazione ente o servizio*", 0), comuneCol("Comune sede del servizio*", 0), roleCol("Profilo professionale", 0), fromCol("Data avvio*"), toCol("Data conclusione*"),
		plannedCol("Ore previste*"), hoursCol("Ore effettive di frequenza*"), outcomeCol("Esito*", "Completato", "Frequentato in parte", "Ritirato"),
	}
	head(s, 1, 1, cols)
	s.line(2, 1, "ES01", "ESEMPIO: Corso di prova", "Rossi", "Mario", "RSSMRA80A01H501U", "M", "Comune di Esempio", "Perugia", "impiegato", "01/01/2021", "31/01/2021", 20, 18, "Completato")
	row := k.rows(s, 3, 1, cols, k.enrol(k.newCourse(5, 5, 4), 12))
	at := row
	k.rows(s, row, 1, cols, k.enrol(k.newCourse(5, 3, 3.5), 9))
	k.spoil(s, at+1, 10, "31/02/2022", "date-invalid")
	k.spoil(s, at+3, 13, 400, "hours-over-planned", "hours-invalid")
	k.set.rows[len(k.set.rows)-6].fields["hours_attended"] = "?"
	k.spoil(s, at+5, 8, "#N/D", "cell-error", "comune-unknown")
	k.set.rows[len(k.set.rows)-4].fields["comune"] = "?"
	k.add(b)
}

// Printed for a binder: the header again on every page, carried totals, page numbers.
func printedPages(k *kit) {
	b := k.newBook("Registro iscritti stampa.xlsx", byExcel)
	s := b.sheet("Foglio1")
	c := k.newCourse(3, 5, 4).show("title", "start_date", "end_date", "hours_planned")
	cols := []column{counter("Nr"), nameCol("Cognome e nome", "%U %N"), bornCol("Data di nascita"), cfCol("Cod.Fisc."), serviceCol("Amministrazione di appartenenza", 3), roleCol("Qualifica prof.le", 3), hoursCol("Tot. ore")}
	es := k.enrol(c, 30)
	row := 1
	for page := range 3 {
		s.set(row, 1, "Scuola – Registro iscritti")
		s.set(row, 7, fmt.Sprintf("pag. %d di 3", page+1))
		s.set(row+1, 1, "Corso")
		s.set(row+1, 2, c.title)
		s.set(row+2, 1, "Periodo")
		s.set(row+2, 2, fmt.Sprintf("%s - %s", dmy(c.first()), dmy(c.last())))
		s.set(row+2, 4, "Durata")
		s.set(row+2, 5, fmt.Sprintf("%v ore", c.hours()))
		row = k.list(s, row+4, 1, cols, es[page*10:page*10+10])
		s.set(row, 2, "a riportare")
		sum := 0.0
		for _, e := range es[:page*10+10] {
			sum += e.hours
		}
		s.set(row, 7, sum)
		row += 3
	}
	s.set(row, 2, "Firma del direttore del corso")
	s.set(row+1, 2, "______________________")
	k.add(b)
}

// Sorted and filtered by the secretary: some rows and two columns are hidden, one of them by mistake.
func hiddenFilter(k *kit) {
	b := k.newBook("anagrafica corsisti filtrata.xlsx", byExcel)
	s := b.sheet("Anagrafica")
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("CF"), bornCol("Nascita"),
		{"Tel.", "", func(e *enrolment) any { return fmt.Sprintf("075 50%05d", e.born.YearDay()*37) }},
		{"E-mail", "", func(e *enrolment) any {
			return strings.ToLower(strings.ReplaceAll(e.given, " ", "")) + fmt.Sprint(e.born.Year()%100) + "@example.org"
		}},
		serviceCol("Struttura", 0), comuneCol("Sede", 0), titleCol("Percorso"), fromCol("Dal"), toCol("Al"), hoursCol("Ore")}
	head(s, 1, 1, cols)
	row := 2
	for i := range 2 {
		row = k.rows(s, row, 1, cols, k.enrol(k.newCourse(6+i, 3, 3), 10))
	}
	s.filter = fmt.Sprintf("A1:L%d", row-1)
	s.hiddenRows = []int{4, 5, 12}
	s.hiddenCols = []int{4, 5}
	for _, r := range s.hiddenRows {
		k.doubt(s, r, 1, "row-hidden")
	}
	k.add(b)
}

// Two courses on the same row of a person.
func courseOneTwo(k *kit) {
	b := k.newBook("schede operatori aprile 2022.xlsx", byExcel)
	s := b.sheet("Schede")
	s.line(1, 1, "Nominativo", "C.F.", "Servizio", "Comune", "1° corso frequentato", "ore", "2° corso frequentato", "ore")
	first, second := k.newCourse(7, 2, 4).show("title"), k.newCourse(8, 2, 5).show("title")
	third := k.newCourse(8, 2, 3).show("title")
	for i, j := range k.rng.Perm(len(k.people))[:14] {
		p, row := k.people[j], i+2
		s.line(row, 1, p.nameAs("%S %N"), p.cf, p.service.word(1), comuneWord(p.service.comune, 0))
		e := k.enrolOne([]*course{first, third}[i%2], p)
		s.line(row, 5, e.course.title, e.hours)
		k.row(s, row, e, "cf", "service", "comune", "hours")
		if i%3 > 0 {
			e := k.enrolOne(second, p)
			s.line(row, 7, e.course.title, e.hours)
			k.row(s, row, e, "cf", "service", "comune", "hours")
		}
	}
	k.add(b)
}

// Codici fiscali as they arrive: lower case, spaces, letter O, omocodia, provisional, wrong, missing.
func cfTroubles(k *kit) {
	b := k.newBook("03-2022/iscritti con codici.xlsx", byExcel)
	s := b.sheet("Iscritti")
	c := k.newCourse(6, 4, 4).show("title")
	s.line(1, 1, "Corso:", c.title)
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), sexCol("M/F", "M", "F"), bornCol("Data nascita"), cfCol("Codice Fiscale"), serviceCol("Ente", 0), hoursCol("Ore")}
	es := k.enrol(c, 18)
	k.list(s, 3, 1, cols, es)
	for i, e := range es {
		row, cf := 4+i, e.cf
		switch i {
		case 0:
			s.set(row, 5, strings.ToLower(cf))
		case 1:
			s.set(row, 5, cf[:6]+" "+cf[6:11]+" "+cf[11:])
		case 2:
			zero := strings.LastIndex(cf[:15], "0")
			if zero > 5 {
				k.spoil(s, row, 5, cf[:zero]+"O"+cf[zero+1:], "cf-repaired", "cf-invalid")
			}
		case 3:
			s.set(row, 5, omocodia(cf))
		case 4:
			s.set(row, 5, 80012345678)
			k.doubt(s, row, 5, "cf-provisional", "cf-invalid")
		case 5:
			k.spoil(s, row, 5, wrongCheck(cf), "cf-invalid", "cf-repaired")
		case 6:
			k.spoil(s, row, 5, cf[:15], "cf-invalid", "cf-repaired")
		case 7, 8, 9:
			s.set(row, 5, nil)
		case 10:
			s.set(row, 5, "non disponibile")
			k.doubt(s, row, 5, "cf-invalid")
		case 11:
			s.set(row, 5, es[12].cf) // her colleague's, copied by mistake
			if es[11].surname != es[12].surname {
				k.problem(s, row, 5, true, "cf-disagrees", "cf-invalid", "enrolment-duplicated")
				t := k.set.rows[len(k.set.rows)-18+i]
				t.person = e.id + "?"
				t.fields["gender"], t.fields["birth_year"] = "?", "?"
			}
		}
	}
	k.add(b)
}
