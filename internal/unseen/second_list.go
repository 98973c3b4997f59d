package unseen

import (
	"fmt"
	"strings"
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
