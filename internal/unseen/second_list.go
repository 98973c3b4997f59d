package unseen

import (
	"fmt"
	"strings"
	"time"
)

// The second wave of lists.
var listStyles2 = []Style{
	{Name: "misspelled", Wave: 2, build: misspelled},
	{Name: "abbreviated", Wave: 2, build: abbreviated},
	{Name: "course-at-foot", Wave: 2, build: courseAtFoot},
	{Name: "person-cards", Wave: 2, build: personCards},
	{Name: "continuation", Wave: 2, build: continuation},
	{Name: "summary-first", Wave: 2, build: summaryFirst},
	{Name: "teachers-too", Wave: 2, build: teachersToo},
	{Name: "relational", Wave: 2, build: relational},
	{Name: "titles-of-honour", Wave: 2, build: titlesOfHonour},
	{Name: "no-codes", Wave: 2, build: noCodes},
	{Name: "american-dates", Wave: 2, build: americanDates},
	{Name: "comuni-troubles", Wave: 2, build: comuniTroubles},
	{Name: "dropdown-lists", Wave: 2, build: dropdownLists},
	{Name: "far-corner", Wave: 2, build: farCorner},
	{Name: "editions", Wave: 2, build: editions},
	{Name: "withdrawn-below", Wave: 2, build: withdrawnBelow},
	{Name: "formulas", Wave: 2, build: formulas},
	{Name: "bilingual", Wave: 2, build: bilingual},
	{Name: "payroll", Wave: 2, build: payroll},
	{Name: "hours-troubles", Wave: 2, build: hoursTroubles},
	{Name: "dates-troubles", Wave: 2, build: datesTroubles},
	{Name: "one-to-ten", Wave: 2, build: oneToTen},
}

func misspelled(k *kit) {
	b := k.newBook("elenco partecipnati.xlsx", byExcel)
	s := b.sheet("Foglio1")
	cols := []column{surnameCol("Cogniome"), givenCol("Nomme"), cfCol("Codcie Fiscale"), bornCol("Data di nasicta"), serviceCol("Ente di apartenenza", 0), comuneCol("Comuen sede", 0), roleCol("Qualfica", 0),
		titleCol("Titolo corsso"), fromCol("Datta inizio"), toCol("Datta fine"), hoursCol("Ore frequantate"), certCol("Attesatto", "SI", "NO")}
	row := k.list(s, 1, 1, cols, k.enrol(k.newCourse(4, 3, 4), 10))
	k.rows(s, row, 1, cols, k.enrol(k.newCourse(5, 3, 4), 7))
	k.add(b)
}

func abbreviated(k *kit) {
	b := k.newBook("agg. nov..xlsx", byExcel)
	s := b.sheet("nov.")
	cols := []column{counter("prog."), surnameCol("cogn."), givenCol("nome"), sexCol("s.", "m", "f"), bornCol("d. nasc.").with(asText(func(d date) string { return dotted(d.Time) })), cfCol("c. fisc."),
		roleCol("prof.", 1), serviceCol("serv. app.", 1), comuneCol("com. lav.", 2), codeCol("cod. c."), titleCol("den. corso"), plannedCol("h prev."), hoursCol("h freq."), certCol("att.", "s", "n")}
	k.list(s, 2, 1, cols, k.enrol(k.newCourse(2, 4, 3), 12))
	k.add(b)
}

// What course it was is written under the table, above the signature.
func courseAtFoot(k *kit) {
	b := k.newBook("elenco firmato.xlsx", byExcel)
	c := k.newCourse(6, 2, 4).show("title", "start_date", "end_date", "hours_planned")
	s := b.sheet("elenco")
	s.set(1, 1, "ELENCO DEI PARTECIPANTI")
	row := k.list(s, 3, 1, []column{counter("N."), nameCol("Cognome e Nome", "%S %N"), cfCol("Codice Fiscale"), serviceCol("Ente", 0), comuneCol("Comune", 0), hoursCol("Ore")}, k.enrol(c, 12))
	s.set(row+1, 1, "Corso: "+c.title)
	s.set(row+2, 1, fmt.Sprintf("Periodo: dal %s al %s", dmy(c.first()), dmy(c.last())))
	s.set(row+3, 1, fmt.Sprintf("Durata: %v ore", c.hours()))
	s.set(row+5, 5, "Il responsabile")
	k.add(b)
}

// A card for each person, one under the other: no table at all.
func personCards(k *kit) {
	b := k.newBook("schede di iscrizione.xlsx", byExcel)
	c := k.newCourse(3, 2, 4).show("title", "start_date")
	s := b.sheet("schede")
	row := 1
	for _, e := range k.enrol(c, 6) {
		s.set(row, 1, "SCHEDA DI ISCRIZIONE")
		k.row(s, row+1, e, "cf", "born", "service", "comune", "role")
		for i, l := range [][2]any{{"Cognome", e.surname}, {"Nome", e.given}, {"Codice fiscale", e.cf}, {"Data di nascita", date{e.born}}, {"Ente di appartenenza", e.service.word(0)},
			{"Comune", e.service.comune.name}, {"Qualifica", e.roleWord(0)}, {"Corso", c.title}, {"Data inizio corso", date{c.first()}}} {
			s.line(row+1+i, 1, l[0], l[1])
		}
		row += 12
	}
	k.add(b)
}

// A person's second course stands on a row of its own, under the first, with the person left blank.
func continuation(k *kit) {
	b := k.newBook("operatori e corsi.xlsx", byExcel)
	s := b.sheet("Operatori")
	first, second := k.newCourse(4, 2, 4), k.newCourse(5, 3, 4)
	told := []column{titleCol("Corso frequentato"), fromCol("dal"), toCol("al"), hoursCol("ore")}
	head(s, 1, 1, []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Cod. fiscale"), serviceCol("Servizio", 0), comuneCol("Comune", 0)})
	head(s, 1, 6, told)
	row := 2
	for i, j := range k.rng.Perm(len(k.people))[:12] {
		p := k.people[j]
		s.line(row, 1, p.surname, p.given, p.cf, p.service.word(0), p.service.comune.name)
		for n, c := range []*course{first, second} {
			if n == 1 && i%3 == 0 {
				continue
			}
			e := k.enrolOne(c, p)
			for x, col := range told {
				s.set(row, 6+x, col.value(e))
			}
			k.row(s, row, e, "cf", "service", "comune", "hours")
			row++
		}
	}
	k.add(b)
}

// A first sheet of counts by service and by comune, then the list they were counted from.
func summaryFirst(k *kit) {
	b := k.newBook("Report attività dicembre 2021.xlsx", byExcel)
	sum, s := b.sheet("Sintesi"), b.sheet("Dettaglio")
	es := k.enrol(k.newCourse(3, 3, 4), 15)
	sum.set(1, 1, "SINTESI DELLE ATTIVITA'")
	sum.line(3, 1, "Servizio", "Comune", "N. partecipanti", "Ore")
	by := map[string]int{}
	var order []*enrolment
	for _, e := range es {
		if by[e.service.id] == 0 {
			order = append(order, e)
		}
		by[e.service.id]++
	}
	for i, e := range order {
		sum.line(4+i, 1, e.service.word(0), e.service.comune.name, by[e.service.id], by[e.service.id]*12)
	}
	sum.line(4+len(order), 1, "Totale complessivo", nil, 15, 180)
	k.list(s, 1, 1, simple(), es)
	k.add(b)
}

// Teachers and their hours on the same sheet, under the participants; they are no participants.
func teachersToo(k *kit) {
	b := k.newBook("Rendiconto corso.xlsx", byExcel)
	c := k.newCourse(5, 4, 4).show("title", "start_date", "end_date")
	s := b.sheet("Rendiconto")
	s.line(1, 1, "Attività formativa:", c.title)
	s.line(2, 1, "Svolta dal", date{c.first()}, "al", date{c.last()})
	s.set(4, 1, "PARTECIPANTI")
	row := k.list(s, 5, 1, []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Ente", 0), hoursCol("Ore")}, k.enrol(c, 9))
	s.set(row+2, 1, "DOCENTI")
	s.line(row+3, 1, "Cognome", "Nome", "Materia", "Ore di docenza", "Compenso orario")
	s.line(row+4, 1, "Bernasconi", "Ada", "Diritto", 8, "€ 60,00")
	s.line(row+5, 1, "Marangoni", "Livio", "Laboratorio", 8, "€ 50,00")
	k.add(b)
}

// Courses, people and attendance on three sheets, joined by codes as in a data base.
func relational(k *kit) {
	b := k.newBook("archivio access.xlsx", byERP)
	cs, ps, fs := b.sheet("tblCorsi"), b.sheet("tblPersone"), b.sheet("tblFrequenze")
	cs.line(1, 1, "IDCorso", "Titolo", "DataInizio", "DataFine", "OrePreviste", "Comune")
	ps.line(1, 1, "IDPersona", "Cognome", "Nome", "CodiceFiscale", "DataNascita", "Sesso", "Ente", "ComuneEnte")
	fs.line(1, 1, "IDCorso", "CodiceFiscale", "OreFrequentate", "Attestato")
	seen := map[string]bool{}
	at, who := 2, 2
	for i := range 3 {
		c := k.newCourse(6+i, 3, 4).show("code", "title", "start_date", "end_date", "hours_planned", "venue_comune")
		cs.line(2+i, 1, c.code, c.title, date{c.first()}, date{c.last()}, c.hours(), c.place.name)
		for _, e := range k.enrol(c, 8) {
			if !seen[e.id] {
				seen[e.id] = true
				ps.line(who, 1, who-1, e.surname, e.given, e.cf, date{e.born}, e.gender(), e.service.word(0), e.service.comune.name)
				who++
			}
			fs.line(at, 1, c.code, e.cf, e.hours, map[bool]string{true: "1", false: "0"}[e.certificate])
			t := k.row(fs, at, e, "cf", "hours", "certificate")
			t.fields["service"], t.fields["comune"] = "?", "?" // told on another sheet
			at++
		}
	}
	k.quiet(b.path) // the people's sheet may become rows without a course or not: not judged
	k.add(b)
}

// Dott.ssa, Avv., Prof., before or after names in one column; births but no codes.
func titlesOfHonour(k *kit) {
	b := k.newBook("uditori seminario.xlsx", byExcel)
	c := k.newCourse(8, 1, 5).show("title", "start_date", "hours_planned")
	s := b.sheet("uditori")
	s.set(1, 1, "Seminario: "+c.title)
	s.set(2, 1, fmt.Sprintf("%s, ore 9.00-14.00 (5 ore)", spelled(c.first())))
	c.kind = "seminario"
	c.show("kind")
	honour := []string{"Dott.ssa", "Avv.", "Prof.ssa", "Dr.", "Sig.ra", "Prof."}
	i := 0
	name := column{"Nominativo", "", func(e *enrolment) any {
		i++
		if i%4 == 0 {
			return e.nameAs("%S %N")
		}
		return honour[i%len(honour)] + " " + e.nameAs("%U %N")
	}}
	k.list(s, 4, 1, []column{counter("n."), name, bornCol("nato/a il"), serviceCol("Ente", 1), comuneCol("Comune", 0), certCol("Attestato di partecipazione", "consegnato", "non consegnato")}, k.enrol(c, 14))
	k.add(b)
}

// No codici fiscali: people by name and birth, the name as this secretary writes it.
func noCodes(k *kit) {
	write := func(p *person, n int) (surname, given string) {
		surname, given = p.surname, p.given
		switch n % 4 {
		case 0:
			surname, given = strings.ToUpper(surname), strings.ToUpper(given)
		case 1:
			surname, given = strings.NewReplacer("'", "' ").Replace(surname), strings.ReplaceAll(given, "ò", "o'")
		case 2:
			surname, given = strings.ToLower(surname), strings.ToLower(given)
		}
		return surname, given
	}
	b := k.newBook("nominativi senza CF.xlsx", byExcel)
	s := b.sheet("nominativi")
	n := 0
	cols := []column{
		{"COGNOME", "", func(e *enrolment) any { n++; a, _ := write(e.person, n); return a }},
		{"NOME", "", func(e *enrolment) any { _, b := write(e.person, n); return b }},
		sexCol("Genere", "Uomo", "Donna"), bornCol("Data di nascita"), serviceCol("Presso", 1), comuneCol("Comune", 3), titleCol("Intervento"), fromCol("Data"), hoursCol("Ore"),
	}
	row := 1
	head(s, row, 1, cols)
	row++
	for i := range 3 {
		row = k.rows(s, row, 1, cols, k.enrol(k.newCourse(7+i, 1, 4), 40))
	}
	k.add(b)
}

// A computer set to English (United States): real dates where the month could be swapped, text elsewhere.
func americanDates(k *kit) {
	b := k.newBook("febbraio 2022/iscritti (PC nuovo).xlsx", byExcel)
	c := k.newCourse(5, 3, 4).show("title")
	s := b.sheet("Sheet1")
	s.line(1, 1, "Corso", c.title)
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), bornCol("Data di nascita"), serviceCol("Ente", 0), hoursCol("Ore")}
	es := k.enrol(c, 16)
	k.list(s, 3, 1, cols, es)
	for i, e := range es {
		row := 4 + i
		if d := e.born.Day(); d <= 12 {
			// typed 05/03/1970, read as 3 May by the machine
			s.set(row, 4, date{time.Date(e.born.Year(), time.Month(d), int(e.born.Month()), 0, 0, 0, 0, time.UTC)})
			if e.born.Day() != int(e.born.Month()) {
				k.doubt(s, row, 4, "date-swapped", "cf-disagrees")
				k.doubt(s, row, 3, "cf-disagrees")
			}
		} else {
			s.set(row, 4, dmy(e.born))
		}
	}
	k.add(b)
}

func comuniTroubles(k *kit) {
	b := k.newBook("sedi di lavoro.xlsx", byExcel)
	s := b.sheet("Sedi")
	c := k.newCourse(9, 2, 4)
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), comuneCol("Comune sede di lavoro", 0), titleCol("Corso"), fromCol("Inizio"), hoursCol("Ore")}
	es := k.enrol(c, 20)
	k.list(s, 1, 1, cols, es)
	for i, w := range []struct {
		text, istat string
		must        bool
		rules       []string
	}{
		{"Citta' di Castello", "054013", false, nil}, {"CITTA DI CASTELLO", "054013", false, []string{"comune-repaired"}}, {"C. di Castello (PG)", "054013", false, []string{"comune-repaired"}},
		{"Ponte San Giovanni", "054039", false, []string{"comune-from-place", "comune-repaired"}}, {"Folignio", "054018", true, []string{"comune-repaired", "comune-unknown"}},
		{"Castiglione d/L", "054009", false, []string{"comune-repaired"}}, {"CittÃ  della Pieve", "054012", false, []string{"text-repaired", "comune-repaired"}},
		{"Perugia/Corciano", "?", true, []string{"comune-ambiguous", "comune-unknown", "comune-repaired"}}, {"Arezzo", "?", false, []string{"comune-outside-region", "comune-unknown"}},
		{"San Gemini", "055029", false, nil}, {"Xyzwk", "", true, []string{"comune-unknown"}}, {"Comune di Todi (PG)", "054052", false, nil}, {"GIANO DELL UMBRIA", "054021", false, []string{"comune-repaired"}},
		{"spoleto", "054051", false, nil}, {"Montecchio (TR)", "055018", false, nil}, {"S. Giustino", "054044", false, []string{"comune-repaired"}}, {"Orvieto Scalo", "055023", false, []string{"comune-from-place", "comune-repaired"}},
		{"Teni", "055032", true, []string{"comune-repaired", "comune-unknown"}},
	} {
		row := 2 + i
		t := k.set.rows[len(k.set.rows)-20+i]
		t.fields["comune"] = w.istat
		if w.istat != "" && w.istat != "?" {
			t.fields["comune"] = k.istat(w.istat)
		}
		s.set(row, 4, w.text)
		if w.rules != nil {
			k.problem(s, row, 4, w.must, w.rules...)
		}
		if w.must && w.istat != "" && w.istat != "?" {
			t.fields["comune"] += "|"
		}
	}
	k.add(b)
}

// A template with drop-downs: the lists stand on a hidden sheet and on a visible one.
func dropdownLists(k *kit) {
	b := k.newBook("Allegato 3 - scheda partecipanti.xlsx", byExcel)
	s, lists, roleSheet := b.sheet("Scheda"), b.sheet("Elenchi"), b.sheet("Tipologie")
	lists.hidden = true
	lists.line(1, 1, "Comuni", "Province")
	for i, p := range k.places[:30] {
		lists.line(2+i, 1, p.name, p.province)
	}
	roleSheet.set(1, 1, "Profilo")
	for i, r := range []string{"assistente sociale", "insegnante", "infermiere", "mediatore culturale"} {
		roleSheet.set(2+i, 1, r)
	}
	cols := simple()
	s.set(1, 1, "Allegato 3 – Scheda di rilevazione dei partecipanti (campi con menù a tendina)")
	k.list(s, 3, 1, cols, k.enrol(k.newCourse(6, 3, 4), 11))
	k.add(b)
}

// The table begins far from A1, with rows left blank, subtotals by service, notes and a legend at its right.
func farCorner(k *kit) {
	b := k.newBook("tabella coordinatore.xlsx", byExcel)
	c := k.newCourse(2, 4, 3).show("title", "start_date", "end_date", "hours_planned")
	s := b.sheet("Tab")
	s.set(2, 4, "Progetto Ponti e parole")
	s.line(5, 4, "Corso", nil, c.title)
	s.line(6, 4, "Durata", nil, fmt.Sprintf("%v ore, dal %s al %s", c.hours(), dmy(c.first()), dmy(c.last())))
	cols := []column{nameCol("Nome e cognome", "%N %S"), cfCol("Codice fiscale"), serviceCol("Ente", 0), comuneCol("Comune", 0), hoursCol("Totale ore"), outcomeCol("Frequenza", "regolare", "parziale", "ritirato")}
	es := k.enrol(c, 15)
	head(s, 10, 4, cols)
	row := 11
	for g := range 3 {
		sum := 0.0
		for _, e := range es[g*5 : g*5+5] {
			sum += e.hours
		}
		row = k.rows(s, row, 4, cols, es[g*5:g*5+5])
		s.set(row, 7, "Subtotale")
		s.set(row, 8, sum)
		row += 2
	}
	for _, t := range k.set.rows[len(k.set.rows)-15:] {
		if t.fields["status"] != "withdrawn" {
			t.fields["status"] = "?"
		}
	}
	s.set(row, 4, "NB: i dati dell'ultima giornata sono provvisori")
	s.line(10, 12, "Legenda", nil)
	s.line(11, 12, "regolare", "almeno il 75% delle ore")
	s.line(12, 12, "parziale", "meno del 75%")
	s.line(13, 12, "ritirato", "non frequenta più")
	k.add(b)
}

// Two editions of one course are two courses.
func editions(k *kit) {
	b := k.newBook("edizioni.xlsx", byExcel)
	first := k.newCourse(3, 2, 4)
	second := k.newCourse(6, 2, 4)
	second.title, second.area = first.title, first.area
	for i, c := range []*course{first, second} {
		c.show("title", "start_date", "end_date")
		s := b.sheet([]string{"Ediz. 1", "Ediz. 2"}[i])
		s.line(1, 1, "Corso", c.title)
		s.line(2, 1, "Edizione", i+1)
		s.line(3, 1, "Dal", date{c.first()}, "al", date{c.last()})
		k.list(s, 5, 1, []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Ente", 0), comuneCol("Comune", 0), hoursCol("Ore presenza")}, k.enrol(c, 9))
	}
	k.add(b)
}

// Those who withdrew stand under a line of their own.
func withdrawnBelow(k *kit) {
	b := k.newBook("elenco con ritirati.xlsx", byExcel)
	c := k.newCourse(4, 4, 4).show("title", "start_date", "end_date", "hours_planned")
	s := b.sheet("Elenco")
	s.set(1, 1, "CORSO: "+strings.ToUpper(c.title))
	s.line(2, 1, "INIZIO:", date{c.first()}, "FINE:", date{c.last()}, "ORE:", c.hours())
	cols := []column{counter("N."), surnameCol("COGNOME"), givenCol("NOME"), bornCol("DATA NASCITA"), cfCol("CODICE FISCALE"), serviceCol("SERVIZIO", 2), hoursCol("ORE")}
	es := k.enrol(c, 13)
	row := k.list(s, 4, 1, cols, es[:10])
	s.set(row, 1, "RITIRATI")
	s.merge(row, 1, row, 7)
	k.rows(s, row+1, 1, cols, es[10:])
	for _, t := range k.set.rows[len(k.set.rows)-3:] {
		t.fields["status"] = "withdrawn"
	}
	k.add(b)
}

// Cells that are formulas: a full name put together, hours summed, some never calculated.
func formulas(k *kit) {
	b := k.newBook("foglio con formule.xlsx", byExcel)
	s := b.sheet("calcolo")
	c := k.newCourse(5, 3, 4)
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), titleCol("Corso"), fromCol("Data inizio"), {"g1", "", nil}, {"g2", "", nil}, {"g3", "", nil}, hoursCol("Ore totali"), serviceCol("Ente", 0)}
	for i := range 3 {
		cols[5+i].value = func(e *enrolment) any {
			if e.present[i] {
				return 4
			}
			return 0
		}
	}
	es := k.enrol(c, 12)
	k.list(s, 1, 1, cols, es)
	for i, e := range es {
		row := 2 + i
		s.set(row, 9, formula{fmt.Sprintf("SUM(F%d:H%d)", row, row), num(e.hours)})
		if i == 4 || i == 9 {
			k.spoil(s, row, 9, formula{fmt.Sprintf("F%d+G%d+H%d", row, row, row), ""}, "formula-without-value")
			k.set.rows[len(k.set.rows)-12+i].fields["hours_attended"] = "?"
		}
	}
	k.add(b)
}

func bilingual(k *kit) {
	b := k.newBook("FAMI participants.xlsx", byExcel)
	s := b.sheet("List")
	cols := []column{counter("N. / No."), surnameCol("Cognome / Surname"), givenCol("Nome / Name"), cfCol("Codice fiscale / Tax ID"), bornCol("Data di nascita\nDate of birth"), sexCol("Sesso / Gender", "M", "F"),
		serviceCol("Ente / Organization", 0), comuneCol("Comune / Municipality", 0), titleCol("Corso / Course"), fromCol("Inizio / Start"), toCol("Fine / End"), hoursCol("Ore / Hours"), certCol("Attestato / Certificate", "Sì/Yes", "No/No")}
	k.list(s, 2, 1, cols, k.enrol(k.newCourse(7, 3, 4), 11))
	k.add(b)
}

// A personnel office's export: numbers of employees, cost centres, hours as hh:mm.
func payroll(k *kit) {
	b := k.newBook("EXPORT_HR_20220131.xlsx", byERP)
	s := b.sheet("EXPORT")
	cols := []column{
		{"MATRICOLA", "", func(e *enrolment) any { return fmt.Sprintf("%06d", 4000+e.born.YearDay()*7) }},
		nameCol("DIPENDENTE", "%U %M"), cfCol("CODFISC"), {"CDC", "", func(e *enrolment) any { return "CC" + e.service.id[1:] + "0" }},
		serviceCol("DESCR_STRUTTURA", 2), roleCol("DESCR_PROFILO", 2), codeCol("COD_EVENTO"), titleCol("DESCR_EVENTO").with(upper), fromCol("DT_INI"), toCol("DT_FIN"),
		hoursAs("ORE_FREQ", func(h float64) any { return fmt.Sprintf("%02d:%02d", int(h), int(h*60)%60) }), {"ECM", "", func(e *enrolment) any { return 12.5 }}, outcomeCol("STATO", "CONCLUSO", "FREQUENTATO PARZIALMENTE", "RITIRATO"),
	}
	k.list(s, 1, 1, cols, k.enrol(k.newCourse(4, 3, 3.5), 13))
	k.add(b)
}

func hoursTroubles(k *kit) {
	b := k.newBook("ore da verificare.xlsx", byExcel)
	s := b.sheet("Ore")
	c := k.newCourse(6, 4, 5)
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), titleCol("Corso"), fromCol("Data inizio"), toCol("Data fine"), plannedCol("Ore previste"), hoursCol("Ore frequentate"), serviceCol("Ente", 0)}
	k.list(s, 1, 1, cols, k.enrol(c, 16))
	for i, w := range []struct {
		value any
		want  string
		rules []string
	}{
		{"diciotto", "18|", []string{"hours-invalid"}}, {-4, "", []string{"hours-invalid"}}, {"15 h", "15", nil}, {"12h30", "12.5", nil}, {"12 ore e 30 minuti", "12.5", nil}, {"12 e 1/2", "12.5|", []string{"hours-invalid"}},
		{45, "?", []string{"hours-over-planned", "hours-invalid"}}, {"da verificare", "", []string{"hours-invalid"}}, {"10,00", "10", nil}, {"1.000", "?", []string{"hours-invalid", "hours-over-planned"}}, {"-", "", nil}, {"n.d.", "", nil}, {"???", "", nil},
		{percent(0.75), "?", nil}, {"15/20", "15|?", []string{"hours-invalid"}}, {clock(17.5), "17.5", nil},
	} {
		s.set(2+i, 8, w.value)
		k.set.rows[len(k.set.rows)-16+i].fields["hours_attended"] = w.want
		switch {
		case w.want == "15|?" || w.want == "12.5|" || w.want == "18|":
			k.doubt(s, 2+i, 8, w.rules...)
			k.set.rows[len(k.set.rows)-16+i].fields["hours_attended"] = strings.TrimSuffix(w.want, "?")
		case w.rules != nil:
			k.problem(s, 2+i, 8, true, w.rules...)
		case w.value == "n.d." || w.value == "???":
			k.doubt(s, 2+i, 8, "hours-invalid")
		}
	}
	k.add(b)
}

// Dates in every form, in one column, about several courses; a few that cannot be.
func datesTroubles(k *kit) {
	b := k.newBook("calendario partecipanti.xlsx", byExcel)
	s := b.sheet("dati")
	cols := []column{codeCol("Codice corso"), titleCol("Corso"), fromCol("Data inizio"), toCol("Data fine"), surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), bornCol("Data di nascita"), hoursCol("Ore")}
	head(s, 1, 1, cols)
	row := 2
	for i, write := range []func(t time.Time) any{
		func(t time.Time) any { return spelled(t) },
		func(t time.Time) any { return dotted(t) },
		func(t time.Time) any { return t.Format("2006-01-02") },
		func(t time.Time) any { return fmt.Sprint(int(serial(t, false))) },
		func(t time.Time) any { return t.Format("2-1-06") },
		func(t time.Time) any { return weekdays[t.Weekday()] + " " + dmy(t) },
		func(t time.Time) any { return fmt.Sprintf("%d° %s '%02d", t.Day(), months[t.Month()-1], t.Year()%100) },
		func(t time.Time) any { return t.Format("02/01/2006 00:00:00") },
	} {
		as := func(v any) any { return write(v.(date).Time) }
		line := append([]column(nil), cols...)
		line[2], line[3], line[7] = cols[2].with(as), cols[3].with(as), cols[7].with(as)
		if i == 3 {
			line[7] = cols[7]
		}
		row = k.rows(s, row, 1, line, k.enrol(k.newCourse(i+1, 3, 4), 4))
	}
	es := k.enrol(k.newCourse(10, 3, 4), 6)
	k.rows(s, row, 1, cols, es)
	k.spoil(s, row, 8, "30/02/1975", "date-invalid", "birth-date-implausible", "cf-disagrees")
	k.spoil(s, row+1, 8, date{day(2031, 5, 4)}, "birth-date-implausible", "date-invalid", "cf-disagrees")
	k.spoil(s, row+2, 3, "fine maggio", "date-invalid", "date-incomplete")
	s.set(row+4, 8, date{es[4].born.AddDate(4, 1, 3)})
	k.problemAt(s, []int{7, 8}, row+4, "cf-disagrees")
	k.add(b)
}

// A questionnaire from one to ten, with words beside, by people who signed it.
func oneToTen(k *kit) {
	b := k.newBook("questionari gradimento giugno 2022.xlsx", byExcel)
	s := b.sheet("Questionari")
	c := k.newCourse(9, 2, 4)
	cols := []column{
		counter("Quest. n."), nameCol("Compilato da", "%N %S"), cfCol("CF"), titleCol("Corso valutato"), fromCol("Data corso"),
		{"Soddisfazione complessiva (1 = per niente, 10 = moltissimo)", "satisfaction", func(e *enrolment) any { return e.satisfaction * 2 }},
		{"Il docente è stato chiaro?", "", func(e *enrolment) any { return []string{"molto", "abbastanza", "poco"}[e.born.Day()%3] }},
		{"Consiglieresti il corso?", "", func(e *enrolment) any { return []string{"Sì", "No", "Forse"}[e.born.Day()%3] }},
		{"Note", "", func(e *enrolment) any { return []string{"", "", "aula fredda", "ottimo!"}[e.born.Day()%4] }},
	}
	k.list(s, 3, 1, cols, k.enrol(c, 14))
	k.add(b)
}
