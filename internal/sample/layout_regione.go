package sample

import "fmt"

var colsRegione = []column{
	{"ordinal", "N."}, {"code", "Codice\ncorso"}, {"surname", "Cognome"}, {"given_name", "Nome"},
	{"codice_fiscale", "Codice fiscale"}, {"birth_date", "Data di nascita"}, {"birth_place", "Luogo di nascita"}, {"gender", "Sesso"},
	{"role", "Qualifica"}, {"service", "Servizio"}, {"comune", "Comune"},
	{"hours_attended", "Ore\nfrequentate"}, {"status", "Esito"}, {"certificate", "Attestato"},
	{"score_before", "Test ingresso (/10)"}, {"score_after", "Test finale (/10)"}, {"satisfaction", "Gradimento (1-5)"},
}

var groupsRegione = []struct {
	text     string
	from, to int
}{
	{"Corso", 1, 2}, {"Dati anagrafici", 3, 8}, {"Ente di appartenenza", 9, 11}, {"Frequenza", 12, 14}, {"Valutazione", 15, 17},
}

func habitsRegione() *habits {
	return &habits{
		days: date, hours: num, genders: [2]string{"F", "M"}, yes: "SI", no: "NO", statuses: statusesItalian,
		scale: 10, liking: ofFive, kinds: kindsPlain, areas: areasPlain,
	}
}

// layoutRegione: a workbook a month, banner above, headers of two rows with merged groups, real dates,
// total and signature below, and the month's courses on a second sheet.
func layoutRegione(w *world, log *record, out *outbox) {
	sent := 0
	w.spans("regione", 1, func(month, _ int, courses []*course) {
		sent++
		name := fmt.Sprintf("regione/%s_regione%s", months[month], w.tag())
		if w.unit == 0 && sent == 3 {
			old := log.desk(w, habitsRegione(), "regione", months[month], name+".xlsx")
			old.plain = true
			old.source.status, old.source.by = "superseded", name+"_rev.xlsx"
			log.problems = append(log.problems, problem{file: old.path, rule: "source-superseded"})
			old.regione(month, courses)
			out.send(old.book)
			name += "_rev"
		}
		d := log.desk(w, habitsRegione(), "regione", months[month], name+".xlsx")
		if w.unit == 0 && sent == 3 {
			d.source.revision = 1
		}
		d.regione(month, courses)
		out.send(d.book)
	})
}

func (d *desk) regione(month int, courses []*course) {
	s := d.sheet("Partecipanti")
	s.line(1, 1, title, "REGIONE UMBRIA")
	s.merge(1, 1, 1, len(colsRegione))
	s.line(2, 1, plain, "Formare per integrare - FAMI 2014-2020")
	s.merge(2, 1, 2, len(colsRegione))
	s.line(3, 1, plain, "Ente attuatore: Regione Umbria")
	s.line(4, 1, plain, "Mese: "+monthTitle(month))
	for _, g := range groupsRegione {
		s.line(6, g.from, head, g.text)
		s.merge(6, g.from, 6, g.to)
	}
	s.line(7, 1, head, fields(colsRegione)...)
	line, hours := 8, 0.0
	for _, c := range courses {
		for i, e := range c.enrolments {
			if d.plain {
				if i == len(c.enrolments)-1 {
					continue // forgotten, and put in when the file was sent again
				}
				old := *e
				if i == 0 && old.hours > 2 {
					old.hours--
				}
				e = &old
			}
			r := d.person(s, line, 1, colsRegione, e)
			s.set(line, 1, num(float64(line-7)))
			if r.hours != nil {
				hours += *r.hours
			}
			line++
		}
	}
	at := find(colsRegione, "hours_attended")
	s.line(line+1, at-1, total, "Totale ore")
	s.set(line+1, at, cell{form: formula, look: total, text: fmt.Sprintf("SUM(%s:%s)", address(8, at), address(line-1, at)), num: hours})
	s.line(line+3, 2, plain, "Il responsabile del procedimento")
	s.line(line+4, 2, plain, "Firma ______________________")
	d.regioneCourses(courses)
}

var colsCoursesRegione = []column{
	{"code", "Codice corso"}, {"title", "Titolo"}, {"kind", "Tipologia"}, {"area", "Area"}, {"venue", "Sede"},
	{"venue_comune", "Comune della sede"}, {"start_date", "Data inizio"}, {"end_date", "Data fine"},
	{"hours_planned", "Ore previste"}, {"hours_delivered", "Ore erogate"}, {"places", "Posti"},
}

func (d *desk) regioneCourses(courses []*course) {
	s := d.sheet("Corsi del mese")
	s.line(1, 1, title, "Elenco dei corsi")
	s.line(3, 1, head, fields(colsCoursesRegione)...)
	for i, c := range courses {
		for k, f := range colsCoursesRegione {
			d.course(s, 4+i, 1+k, c, f.field)
		}
	}
}
