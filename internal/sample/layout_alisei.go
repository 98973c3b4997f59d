package sample

import "fmt"

var colsAlisei = []column{
	{"ordinal", "ID"}, {"code", "COD. CORSO"}, {"title", "TITOLO CORSO"}, {"kind", "TIPO CORSO"}, {"area", "AREA"},
	{"start_date", "DATA INIZIO"}, {"end_date", "DATA FINE"}, {"hours_planned", "ORE PREV."},
	{"surname", "COGNOME"}, {"given_name", "NOME"}, {"codice_fiscale", "COD. FISC."}, {"birth_date", "DATA NASC."}, {"gender", "SESSO"},
	{"role", "QUALIFICA"}, {"service", "SERVIZIO"}, {"comune", "COMUNE LAVORO"}, {"", ""},
	{"hours_attended", "ORE FREQ."}, {"status", "ESITO"}, {"certificate", "ATTESTATO"}, {"", "NOTE"},
	{"score_before", "VOTO INGRESSO /10"}, {"score_after", "VOTO FINALE /10"},
}

func habitsAlisei() *habits {
	return &habits{
		upper: true, days: iso, hours: func(v float64) cell { return text(num(v).shown()) }, genders: [2]string{"F", "M"}, yes: "S", no: "N",
		statuses: statusesItalian, scale: 10, kinds: kindsPlain, areas: areasPlain,
	}
}

// layoutAlisei: a program's export every three months: headers in row 1, everything upper case and as
// text, columns that are always empty.
func layoutAlisei(w *world, log *record, out *outbox) {
	var again []*enrolment // exported a second time, after a correction
	w.spans("alisei", 3, func(first, last int, courses []*course) {
		path := fmt.Sprintf("alisei/ALISEI_export_%s%s.xlsx", months[last], w.tag())
		d := log.desk(w, habitsAlisei(), "alisei", months[last], path)
		d.bare = true
		s := d.sheet("EXPORT")
		s.line(1, 1, plain, fields(colsAlisei)...)
		line := 2
		write := func(e *enrolment) *row {
			r := d.person(s, line, 1, colsAlisei, e)
			s.set(line, 1, text(fmt.Sprintf("%06d", w.unit*100000+first*1000+line)))
			line++
			return r
		}
		for _, e := range again {
			write(e)
		}
		again = nil
		for _, c := range courses {
			for _, e := range c.enrolments {
				write(e)
			}
			again = append(again, w.again[c]...)
		}
		out.send(d.book)
	})
}

// corrected gives the first people of a course with hours that were counted anew. Each keeps what
// decides completion.
func corrected(c *course) []*enrolment {
	var out []*enrolment
	for _, e := range c.enrolments {
		if e.status != "completed" || len(e.plants) > 0 || len(out) == 2 {
			continue
		}
		again := *e
		again.hours += 0.5
		if e.hours >= c.planned {
			again.hours = e.hours - 0.5
		}
		again.plants = map[string]plant{}
		out = append(out, &again)
	}
	return out
}
