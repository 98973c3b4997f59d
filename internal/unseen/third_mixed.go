package unseen

import (
	"fmt"
	"strings"
	"time"
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

// plant a problem at one row, where it has none yet.
func (k *kit) plant(s *sheet, row, first int, cols []column, es []*enrolment) {
	t := k.set.rows[len(k.set.rows)-len(es)+row-first]
	e := es[row-first]
	for _, p := range k.set.problems {
		if p.file == s.book.path && p.sheet == s.title() && p.row == row {
			return
		}
	}
	at := func(field string) int {
		for i, c := range cols {
			if c.field == field {
				return i + 1
			}
		}
		return 0
	}
	switch k.rng.IntN(9) {
	case 0:
		k.spoil(s, row, at("hours"), "vedi nota", "hours-invalid")
		t.fields["hours_attended"] = ""
	case 1:
		k.spoil(s, row, at("hours"), -3, "hours-invalid")
		t.fields["hours_attended"] = ""
	case 2:
		if c := at("cf"); c > 0 {
			k.spoil(s, row, c, wrongCheck(e.cf), "cf-invalid", "cf-repaired")
			k.withoutCode(t, cols)
		}
	case 3:
		if c := at("cf"); c > 0 {
			k.spoil(s, row, c, e.cf[:9]+e.cf[10:], "cf-invalid", "cf-repaired")
			k.withoutCode(t, cols)
		}
	case 4:
		if c := at("born"); c > 0 {
			k.spoil(s, row, c, "31/11/1979", "date-invalid", "birth-date-implausible", "cf-disagrees")
			if at("cf") == 0 {
				t.person = e.id + "?"
				t.fields["birth_year"] = "|1979"
			}
		}
	case 5:
		if c := at("comune"); c > 0 {
			k.spoil(s, row, c, "Borgo Qualunque", "comune-unknown", "comune-ambiguous")
			t.fields["comune"] = "?"
		}
	case 6:
		if c := at("comune"); c > 0 && len(e.service.comune.name) > 6 {
			name := e.service.comune.name
			k.spoil(s, row, c, name[:4]+name[5:], "comune-repaired", "comune-unknown")
			t.fields["comune"] += "|"
		}
	case 7:
		if c := at("certificate"); c > 0 {
			k.spoil(s, row, c, "boh", "choice-unknown")
			t.fields["certificate"] = ""
		}
	case 8:
		if c := at("after"); c > 0 {
			k.spoil(s, row, c, 27, "share-invalid", "number-invalid")
			t.fields["score_after"] = ""
		}
	}
}

// withoutCode is what a row still tells of a person when the code is wrong.
func (k *kit) withoutCode(t *rowTruth, cols []column) {
	told := map[string]bool{}
	for _, c := range cols {
		told[c.field] = true
	}
	if !told["born"] {
		t.person = strings.TrimSuffix(t.person, "?") + "?"
		t.fields["birth_year"] = "?"
	}
	if !told["gender"] {
		t.fields["gender"] = "?"
	}
}

// mixedPresence makes a register of presences: days across, with marks of some kind.
func mixedPresence(k *kit) {
	c := k.newCourse(k.rng.IntN(11), 2+k.rng.IntN(7), 2+0.5*float64(k.rng.IntN(7)))
	c.show("title")
	b := k.newBook(k.fileName(c, ".xlsx"), byExcel)
	s := b.sheet([]string{"Presenze", "Registro", "Foglio1", "firme"}[k.rng.IntN(4)])
	row := k.banner(s, byExcel)
	s.line(row, 1, []string{"Corso:", "Titolo del corso", "CORSO"}[k.rng.IntN(3)], c.title)
	row++
	head := dayHeads[k.rng.IntN(len(dayHeads))]
	s.line(row, 1, "Anno", c.first().Year())
	row++
	told := k.rng.IntN(4) // how the length of a day is told
	switch told {
	case 0:
		s.set(row, 1, fmt.Sprintf("Ogni giornata è di %s ore", comma(c.perDay)))
	case 1:
		s.line(row, 1, "Totale ore corso", c.hours())
		c.show("hours_planned")
	case 2:
		s.set(row, 1, fmt.Sprintf("Orario delle lezioni: %s - %s", c.start, c.end))
	}
	row += 2
	var cols []column
	for _, col := range k.mixture(byExcel, true) {
		if map[string]bool{"": true, "cf": true, "born": true, "service": true, "comune": true, "role": true, "gender": true}[col.field] {
			cols = append(cols, col)
		}
	}
	for i, col := range cols {
		s.set(row, 1+i, col.head)
	}
	n := len(cols)
	for d, t := range c.days {
		s.set(row, 1+n+d, head(t))
	}
	if told == 3 {
		row++
		for i := range cols {
			s.merge(row-1, 1+i, row, 1+i)
		}
		for d := range c.days {
			s.set(row, 1+n+d, "h "+comma(c.perDay))
		}
	}
	mark := dayMarks[k.rng.IntN(len(dayMarks))]
	var fields []string
	for _, col := range cols {
		fields = append(fields, col.field)
	}
	for _, e := range k.enrol(c, 6+k.rng.IntN(9)) {
		row++
		for i, col := range cols {
			s.set(row, 1+i, col.value(e))
		}
		for d, here := range e.present {
			s.set(row, 1+n+d, mark(c, here))
			if v := mark(c, here); v != nil {
				k.attended(s, row, e, d, map[bool]string{true: num(c.perDay), false: "0"}[here])
			}
		}
		k.row(s, row, e, append(fields, "days")...)
	}
	s.set(row+2, 1, "Il tutor")
	k.add(b)
}

var dayHeads = []func(t time.Time) any{
	func(t time.Time) any { return date{t} },
	func(t time.Time) any { return dmy(t) },
	func(t time.Time) any { return short(t) },
	func(t time.Time) any { return t.Format("2.1.06") },
	func(t time.Time) any { return fmt.Sprintf("%d %s", t.Day(), months[t.Month()-1][:3]) },
	func(t time.Time) any { return weekdays[t.Weekday()] + "\n" + t.Format("02/01/06") },
	func(t time.Time) any { return spelled(t) },
	func(t time.Time) any { return "Giorno " + t.Format("02/01/2006") },
}

var dayMarks = []func(c *course, here bool) any{
	func(c *course, here bool) any { return map[bool]any{true: "P", false: "A"}[here] },
	func(c *course, here bool) any { return map[bool]any{true: "x", false: nil}[here] },
	func(c *course, here bool) any { return map[bool]any{true: c.perDay, false: nil}[here] },
	func(c *course, here bool) any { return map[bool]any{true: c.perDay, false: 0}[here] },
	func(c *course, here bool) any { return map[bool]any{true: "sì", false: "no"}[here] },
	func(c *course, here bool) any { return map[bool]any{true: "presente", false: "assente"}[here] },
	func(c *course, here bool) any { return map[bool]any{true: c.start + "-" + c.end, false: "-"}[here] },
	func(c *course, here bool) any { return map[bool]any{true: "F.to", false: nil}[here] },
}
