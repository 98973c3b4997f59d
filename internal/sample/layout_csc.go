package sample

import "fmt"

var coursesCsc = []column{
	{"title", "Titolo corso"}, {"edition", "Edizione"}, {"kind", "Tipologia"}, {"area", "Area"}, {"start_date", "Start date"}, {"end_date", "End date"},
	{"hours_planned", "Ore previste"}, {"hours_delivered", "Ore erogate"},
}

var colsCsc = []column{
	{"surname", "Last name"}, {"given_name", "First name"}, {"codice_fiscale", "Codice fiscale"}, {"birth_date", "Date of birth"}, {"gender", "Gender"},
	{"role", "Ruolo"}, {"service", "Servizio"}, {"comune", "Comune"}, {"title", "Course title"}, {"edition", "Edizione"},
}

var tailCsc = []column{
	{"score_before", "Score before (0-10)"}, {"score_after", "Score after (0-10)"}, {"satisfaction", "Satisfaction (%)"}, {"email", "E-mail"},
}

func habitsCsc() *habits {
	return &habits{
		days: date, hours: num, genders: [2]string{"Female", "Male"}, yes: "yes", no: "no", comuni: true,
		statuses: map[string]string{"completed": "completed", "attended": "attended", "withdrawn": "withdrawn", "enrolled": "enrolled"},
		scale:    10, liking: outOfHundred, kinds: kindsPlain, areas: areasFree,
	}
}

// layoutCsc: every three months a workbook with the courses on one sheet and the people on another, who
// name their course by title and edition. Codes came with the new year; some quarters tell presence as
// a share.
func layoutCsc(w *world, log *record, out *outbox) {
	w.spans("csc", 3, func(first, last int, courses []*course) {
		path := fmt.Sprintf("csc/CSC_%s%s.xlsx", months[last], w.tag())
		d := log.desk(w, habitsCsc(), "csc", months[last], path)
		if w.unit == 0 && first == 0 {
			s := d.sheet("Leggimi")
			s.line(1, 1, plain, "Inviare il file compilato entro il giorno 5 del mese successivo.")
			d.problem(s, 0, 0, "sheet-without-register", "", "")
		}
		list := coursesCsc
		if courses[0].code != "" {
			list = append([]column{{"code", "Codice"}}, list...)
		}
		s := d.sheet("Corsi")
		s.line(1, 1, head, fields(list)...)
		line := 2
		for _, c := range courses {
			for k, f := range list {
				d.course(s, line, 1+k, c, f.field)
			}
			line++
		}
		if extra := w.outside; extra != nil && first == 0 {
			for k, f := range list {
				d.course(s, line, 1+k, extra, f.field)
			}
		}
		d.cscPeople(courses, tellsShares(courses[0]))
		out.send(d.book)
	})
}

func (d *desk) cscPeople(courses []*course, shares bool) {
	s := d.sheet("Partecipanti")
	cols := append([]column(nil), colsCsc...)
	if shares {
		cols = append(cols, column{"share_attended", "% presenza"})
	} else {
		cols = append(cols, column{"hours_attended", "Hours attended"}, column{"status", "Status"})
	}
	cols = append(append(cols, column{"certificate", "Certificate"}), tailCsc...)
	s.line(1, 1, head, fields(cols)...)
	line := 2
	if d.world.unit == 0 && courses[0].month() < "2017-07" {
		s.line(line, 1, plain, "ESEMPIO", "Rossi Mario", "RSSMRA80A01H501U", "01/01/1980", "Male", "Assistente sociale", "Servizi sociali", "Perugia", "Titolo del corso", "1")
		d.problem(s, line, 0, "row-example", "", "")
		line++
	}
	for _, c := range courses {
		for _, e := range c.enrolments {
			d.person(s, line, 1, cols, e)
			line++
		}
	}
}
