package unseen

import (
	"fmt"
	"strings"
	"time"
)

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
