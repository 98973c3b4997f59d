package unseen

import (
	"fmt"
	"strings"
)

// The third wave: registers put together by chance from the habits of many, so that nobody has seen them.
var mixedStyles = func() []Style {
	var out []Style
	for i := range 40 {
		s := Style{Name: fmt.Sprintf("mixed-%02d", i+1), Wave: 3, build: mixed(byExcel)}
		switch i % 10 {
		case 3:
			s.build = mixed(byERP)
		case 5:
			s.Format, s.build = "csv", mixed(byExcelIT)
		case 7:
			s.Format, s.build = "ods", mixed(byCalc)
		case 9:
			s.build = mixed(byMac)
		}
		out = append(out, s)
	}
	for i := range 20 {
		out = append(out, Style{Name: fmt.Sprintf("presence-%02d", i+1), Wave: 3, build: mixedPresence})
	}
	return out
}()

var fileWords = []string{"elenco corsisti", "Registro", "partecipanti", "dati formazione", "Rilevazione", "invio", "scheda corso", "foglio presenze", "anagrafica", "monitoraggio"}

func (k *kit) fileName(c *course, ext string) string {
	w := fileWords[k.rng.IntN(len(fileWords))]
	m := c.first()
	forms := []string{
		fmt.Sprintf("%s %s %d", w, months[m.Month()-1], m.Year()), fmt.Sprintf("%s_%02d_%d", w, m.Month(), m.Year()), fmt.Sprintf("%d-%02d %s", m.Year(), m.Month(), w),
		fmt.Sprintf("%02d-%d/%s", m.Month(), m.Year(), w), fmt.Sprintf("%s %s", w, m.Format("0601")+"xx"),
	}
	return forms[k.rng.IntN(4)] + " " + k.style[len(k.style)-2:] + ext
}

// mixed makes a list of people written by a hand.
func mixed(by hand) func(k *kit) {
	return func(k *kit) {
		ext := map[hand]string{byExcelIT: ".csv", byCalc: ".ods"}[by]
		if ext == "" {
			ext = ".xlsx"
		}
		month := k.rng.IntN(11)
		courses := []*course{k.newCourse(month, 1+k.rng.IntN(5), 2+0.5*float64(k.rng.IntN(7)))}
		b := k.newBook(k.fileName(courses[0], ext), by)
		perSheet := by != byExcelIT && k.chance(2)
		for range k.rng.IntN(3) {
			courses = append(courses, k.newCourse(month, 1+k.rng.IntN(4), 2+0.5*float64(k.rng.IntN(7))))
		}
		m := k.mixture(by, perSheet)
		if !perSheet {
			s := b.sheet([]string{"Foglio1", "Dati", "elenco", "Sheet1"}[k.rng.IntN(4)])
			k.table(s, k.banner(s, by), m, courses)
		}
		for i, c := range courses {
			if perSheet {
				s := b.sheet(fmt.Sprintf("%s %d", []string{"corso", "Corso", "Ed", "Foglio"}[k.rng.IntN(4)], i+1))
				k.table(s, k.labels(s, k.banner(s, by), c), m, []*course{c})
			}
		}
		k.add(b)
	}
}

// mixture draws the columns of a partner's register.
func (k *kit) mixture(by hand, perSheet bool) []column {
	var person, work, about, result []column
	if k.chance(3) {
		head := k.word("one")
		form := "%S %N"
		if strings.HasPrefix(strings.ToLower(head), "nome") {
			form = "%N %S"
		}
		person = append(person, nameCol(head, []string{form, strings.ReplaceAll(form, "%S", "%U")}[k.rng.IntN(2)]))
	} else {
		surname, given, _ := strings.Cut(k.word("name"), "|")
		person = append(person, surnameCol(surname), givenCol(given))
	}
	code := !k.chance(6)
	if code {
		person = append(person, cfCol(k.word("cf")))
	}
	if !code || k.chance(2) {
		person = append(person, k.dated(bornCol(k.word("born")), by))
	}
	if k.chance(2) {
		sex := [][2]string{{"M", "F"}, {"m", "f"}, {"Maschio", "Femmina"}, {"uomo", "donna"}}[k.rng.IntN(4)]
		person = append(person, sexCol(k.word("gender"), sex[0], sex[1]))
	}
	if !k.chance(5) {
		work = append(work, serviceCol(k.word("service"), k.rng.IntN(4)))
	}
	if !k.chance(3) {
		work = append(work, comuneCol(k.word("comune"), k.rng.IntN(8)))
	}
	if k.chance(2) {
		work = append(work, roleCol(k.word("role"), k.rng.IntN(4)))
	}
	if !perSheet {
		about = append(about, titleCol(k.word("title")), k.dated(fromCol(k.word("from")), by))
		if k.chance(2) {
			about = append(about, k.dated(toCol(k.word("to")), by))
		}
		if k.chance(2) {
			about = append(about, plannedCol(k.word("planned")))
		}
		if k.chance(3) {
			about = append([]column{codeCol(k.word("code"))}, about...)
		}
	}
	result = append(result, hoursAs(k.word("hours"), []func(h float64) any{
		func(h float64) any { return h }, func(h float64) any { return h }, func(h float64) any { return comma(h) }, func(h float64) any { return comma(h) + " h" },
		func(h float64) any { return clock(h) },
	}[k.rng.IntN(5)]))
	if k.chance(2) {
		yes := [][2]string{{"SI", "NO"}, {"sì", "no"}, {"x", ""}, {"S", "N"}, {"Rilasciato", "Non rilasciato"}}[k.rng.IntN(5)]
		result = append(result, certCol(k.word("certif"), yes[0], yes[1]))
	}
	if k.chance(3) {
		o := [][3]string{{"Completato", "Frequentato in parte", "Ritirato"}, {"Idoneo", "Frequentante", "Ritirato"}, {"concluso", "presente", "rinunciatario"}}[k.rng.IntN(3)]
		result = append(result, outcomeCol(k.word("status"), o[0], o[1], o[2]))
	}
	if k.chance(5) {
		result = append(result, column{k.word("before"), "before", func(e *enrolment) any { return e.before }}, column{k.word("after"), "after", func(e *enrolment) any { return e.after }})
	}
	if k.chance(6) {
		result = append(result, column{k.word("satisfied"), "satisfaction", func(e *enrolment) any { return e.satisfaction }})
	}
	groups := [][]column{person, work, about, result}
	if k.chance(4) {
		groups = [][]column{about, person, work, result}
	}
	var out []column
	if k.chance(2) {
		out = append(out, counter([]string{"N.", "n°", "#", "Nr.", "Progr."}[k.rng.IntN(5)]))
	}
	for _, g := range groups {
		out = append(out, g...)
		if k.chance(3) {
			a := asides[k.rng.IntN(len(asides))]
			out = append(out, column{a.head, "aside:" + a.head, func(e *enrolment) any { return a.value(k, e) }})
		}
	}
	if k.chance(3) {
		for i := range out {
			out[i].head = strings.ToUpper(out[i].head)
		}
	}
	return out
}

// dated writes a column's dates as one of the partner's machines or people would.
func (k *kit) dated(c column, by hand) column {
	forms := []func(d date) string{
		func(d date) string { return dmy(d.Time) }, func(d date) string { return d.Format("2/1/2006") }, func(d date) string { return d.Format("02.01.2006") },
		func(d date) string { return d.Format("02-01-2006") }, func(d date) string { return spelled(d.Time) },
	}
	if n := k.rng.IntN(len(forms) + 4); n < len(forms) {
		return c.with(asText(forms[n]))
	}
	return c
}

// banner writes what stands over everything, and returns the next row.
func (k *kit) banner(s *sheet, by hand) int {
	row := 1
	for range k.rng.IntN(4) {
		s.set(row, 1+k.rng.IntN(2), []string{"Progetto Ponti e parole", k.partner.name, "FONDO ASILO MIGRAZIONE E INTEGRAZIONE", "Elenco dei partecipanti", "REGISTRO", "Annualità 2021/2022"}[k.rng.IntN(6)])
		row += 1 + k.rng.IntN(2)
	}
	return row
}

// labels writes the course over its table in one of several ways, and returns the next row.
func (k *kit) labels(s *sheet, row int, c *course) int {
	c.show("title", "start_date", "end_date", "hours_planned")
	title, from, to, hours := []string{"Corso", "Titolo del corso", "Titolo", "Denominazione del corso", "Titolo dell'intervento"}[k.rng.IntN(5)], []string{"Data inizio", "Inizio", "Dal"}[k.rng.IntN(3)], "", []string{"Ore", "Durata in ore", "Ore previste", "N. ore"}[k.rng.IntN(4)]
	to = map[string]string{"Data inizio": "Data fine", "Inizio": "Fine", "Dal": "Al"}[from]
	switch k.rng.IntN(4) {
	case 0: // label and value side by side, one a row
		for i, l := range [][2]any{{title, c.title}, {from, date{c.first()}}, {to, date{c.last()}}, {hours, c.hours()}} {
			s.line(row+i, 1, l[0].(string)+":", l[1])
		}
		return row + 5
	case 1: // label and value in one cell
		s.set(row, 1, title+": "+c.title)
		s.set(row+1, 1, fmt.Sprintf("Periodo: dal %s al %s", dmy(c.first()), dmy(c.last())))
		s.set(row+2, 1, fmt.Sprintf("Durata: %s ore", comma(c.hours())))
		return row + 4
	case 2: // labels in a row, values under them
		s.line(row, 1, title, nil, nil, from, to, hours)
		s.line(row+1, 1, c.title, nil, nil, date{c.first()}, date{c.last()}, c.hours())
		s.merge(row, 1, row, 3)
		s.merge(row+1, 1, row+1, 3)
		return row + 3
	}
	s.line(row, 1, title, c.title)
	s.merge(row, 2, row, 5)
	s.line(row+1, 1, from, spelled(c.first()), nil, to, spelled(c.last()))
	s.line(row+2, 1, hours, fmt.Sprintf("%s h", comma(c.hours())))
	return row + 4
}

// table writes header and rows with what is around them, and plants its problems.
func (k *kit) table(s *sheet, row int, cols []column, courses []*course) {
	if k.chance(4) && s.book.hand == byExcel { // a row of groups over the header
		s.set(row, 1, "DATI DEL PARTECIPANTE")
		s.merge(row, 1, row, 3)
		s.set(row, len(cols)-1, "FREQUENZA")
		s.merge(row, len(cols)-1, row, len(cols))
		row++
	}
	head(s, row, 1, cols)
	row++
	var fields []column
	for _, c := range cols {
		if strings.HasPrefix(c.field, "aside:") {
			c.field = ""
		}
		fields = append(fields, c)
	}
	for _, c := range courses {
		es := k.enrol(c, 5+k.rng.IntN(14))
		first := row
		row = k.rows(s, row, 1, fields, es)
		for range 1 + k.rng.IntN(2) {
			k.plant(s, first+k.rng.IntN(len(es)), first, cols, es)
		}
		if k.chance(6) {
			row++
		}
	}
	switch k.rng.IntN(4) {
	case 0:
		s.line(row, 1, "TOTALE")
		s.set(row, len(cols), row)
	case 1:
		s.set(row+2, 2, "Il responsabile del corso")
		s.set(row+3, 2, "(firma)")
	case 2:
		s.set(row+1, 1, "N.B. elenco soggetto a variazioni")
	}
}
