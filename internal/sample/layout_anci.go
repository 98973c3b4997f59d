package sample

import "fmt"

var colsAnci = []column{
	{"ordinal", "Prog."}, {"full_name", "Cognome e Nome"}, {"birth_date", "Data di nascita"}, {"codice_fiscale", "Cod. fiscale"},
	{"gender", "Genere"}, {"role", "Ruolo"}, {"service", "Servizio di appartenenza"}, {"comune", "Comune di servizio"},
	{"code", "Cod. corso"}, {"title", "Titolo del corso"}, {"kind", "Tipologia"}, {"area", "Area tematica"},
	{"start_date", "Data inizio"}, {"end_date", "Data fine"}, {"hours_planned", "Ore previste"},
	{"hours_attended", "Ore frequentate"}, {"certificate", "Attestato"},
	{"score_before", "Test ingresso (/30)"}, {"score_after", "Test finale (/30)"},
}

func habitsAnci() *habits {
	return &habits{
		days: slashed, hours: commas, genders: [2]string{"F", "M"}, yes: "sì", no: "no", comuni: true,
		scale: 30, kinds: kindsPlain, areas: areasFree,
	}
}

// layoutAnci: a workbook for four months with a sheet for each, names in one column, everything as text.
func layoutAnci(w *world, log *record, out *outbox) {
	w.spans("anci", 4, func(first, last int, _ []*course) {
		path := fmt.Sprintf("anci/Registro_ANCI_%s%s.xlsx", months[last], w.tag())
		d := log.desk(w, habitsAnci(), "anci", months[last], path)
		for m := first; m <= last; m++ {
			if courses := w.of("anci", m, m); len(courses) > 0 {
				d.anci(m, courses)
			}
		}
		raw := out.send(d.book)
		if w.unit == 0 && first == 4 {
			d.sendAgain(raw, out)
		}
	})
}

// sendAgain sends the same file a second time, into another folder.
func (d *desk) sendAgain(raw []byte, out *outbox) {
	path := "posta in arrivo/Registro_ANCI_" + d.source.month + ".xlsx"
	out.put(path, raw)
	twin := *d.source
	twin.file, twin.status, twin.by = path, "superseded", d.source.file
	d.log.sources = append(d.log.sources, &twin)
	for _, r := range d.log.rows {
		if r.source == d.source {
			again := *r
			again.source = &twin
			d.log.rows = append(d.log.rows, &again)
		}
	}
	for _, p := range d.log.problems {
		if p.file == d.source.file && !acrossSources[p.rule] {
			p.file = path
			d.log.problems = append(d.log.problems, p)
		}
	}
	d.log.problems = append(d.log.problems, problem{file: path, rule: "source-duplicate"})
}

// anciSheet names a month's sheet as whoever made it felt that day.
func anciSheet(m int) string {
	name := monthTitle(m)
	word := name[:len(name)-5]
	switch m % 3 {
	case 0:
		return string(word[0]-32) + word[1:]
	case 1:
		return word[:3] + "-" + name[len(name)-2:]
	}
	return string(word[0]-32) + name[1:]
}

func (d *desk) anci(m int, courses []*course) {
	s := d.sheet(anciSheet(m))
	cols := append([]column(nil), colsAnci...)
	d.habits.givenFirst = m%4 == 2
	if d.habits.givenFirst {
		cols[1].head = "Nominativo"
	}
	if m == d.world.hidden {
		s.hidden = true
		d.problem(s, 0, 0, "sheet-hidden", "", "")
	}
	s.line(1, 1, title, "ANCI Umbria - registro dei partecipanti")
	s.line(2, 1, plain, "Periodo: "+monthTitle(m))
	s.line(4, 1, head, fields(cols)...)
	line := 5
	for _, c := range courses {
		for i, e := range c.enrolments {
			d.person(s, line, 1, cols, e)
			s.set(line, 1, text(itoa(line-4)))
			line++
			if _, planted := c.plants["nobody"]; planted && i == 1 {
				d.nobody(s, line, cols, c)
				line++
			}
		}
	}
	s.line(line+1, 2, plain, "Totale partecipanti: "+itoa(line-5))
}

// nobody writes a row that has a course and hours but no person.
func (d *desk) nobody(s *sheet, line int, cols []column, c *course) {
	for k, f := range cols {
		if v := d.habits.tellCourse(c, f.field); v.form != blank {
			s.set(line, 1+k, v)
		}
	}
	s.set(line, 1, text(itoa(line-4)))
	s.line(line, find(cols, "gender"), plain, d.habits.genders[0], "Insegnante")
	s.line(line, find(cols, "comune"), plain, "Perugia")
	s.set(line, find(cols, "hours_attended"), d.habits.hours(c.delivered))
	d.problem(s, line, 0, "row-without-person", "", "")
}
