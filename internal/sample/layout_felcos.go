package sample

import "fmt"

var colsFelcos = []column{
	{"ordinal", "N."}, {"surname", "Cognome"}, {"given_name", "Nome"}, {"codice_fiscale", "C.F."}, {"birth_date", "Nato/a il"},
	{"gender", "Sesso"}, {"role", "Ruolo"}, {"service", "Servizio / Ente"}, {"comune", "Comune sede di lavoro"}, {"email", "E-mail"},
}

var tailFelcos = []column{
	{"certificate", "Attestato"}, {"score_before", "Test iniziale (0-100)"}, {"score_after", "Test finale (0-100)"}, {"satisfaction", "Gradimento (1-5)"},
}

var labelsFelcos = []column{
	{"title", "Corso:"}, {"code", "Codice corso:"}, {"edition", "Edizione:"}, {"kind", "Tipologia:"}, {"area", "Area:"}, {"venue", "Sede:"},
	{"venue_comune", "Comune della sede:"}, {"start_date", "Data inizio:"}, {"end_date", "Data fine:"},
	{"hours_planned", "Ore previste:"}, {"hours_delivered", "Ore erogate:"}, {"places", "Posti:"},
}

func habitsFelcos() *habits {
	return &habits{
		days: date, hours: num, genders: [2]string{"F", "M"}, yes: "x", no: "-", scale: 100, liking: ofFive,
		kinds: kindsPlain, areas: areasPlain,
	}
}

// layoutFelcos: a workbook a course, the course's data above the table; longer courses keep a register
// with a column a session.
func layoutFelcos(w *world, log *record, out *outbox) {
	w.spans("felcos", 1, func(m, _ int, courses []*course) {
		for _, c := range courses {
			n := w.unit*1000 + c.number
			path := fmt.Sprintf("felcos/%s/Felcos Umbria - corso %02d.xlsx", months[m], n)
			silent := w.unit == 0 && c.number%5 == 0
			if silent {
				path = fmt.Sprintf("felcos/Felcos Umbria - corso %02d.xlsx", n)
			}
			d := log.desk(w, habitsFelcos(), "felcos", months[m], path)
			d.mac = w.unit == 0 && c.number%4 == 0
			d.felcos(c, silent)
			out.send(d.book)
		}
	})
}

// felcos writes one course; a silent path leaves the month to be told on the sheet.
func (d *desk) felcos(c *course, silent bool) {
	s := d.sheet("Registro")
	s.line(1, 1, title, "FELCOS UMBRIA")
	s.line(2, 1, plain, "Registro delle presenze")
	if silent {
		s.line(3, 1, plain, "Mese: "+monthTitle(monthIndex(c.month())))
	}
	line := 5
	for _, l := range labelsFelcos {
		s.line(line, 1, plain, l.head)
		d.course(s, line, 3, c, l.field)
		line++
	}
	line++
	wide := len(c.sessions) >= 3 && !c.listOnly
	marks := wide && c.number%3 != 0
	cols := append([]column(nil), colsFelcos...)
	switch {
	case c.listOnly:
	case wide:
		for _, t := range c.sessions {
			cols = append(cols, column{"session", t.Format("02/01/2006")})
		}
		if !marks {
			cols = append(cols, column{"hours_attended", "Totale ore"})
		}
		cols = append(cols, tailFelcos...)
	default:
		cols = append(append(cols, column{"hours_attended", "Ore frequenza"}), tailFelcos...)
	}
	s.line(line, 1, head, fields(cols)...)
	if c.number%2 == 0 {
		d.realDates(s, line, cols, c)
	}
	for i, e := range c.enrolments {
		line++
		r := d.person(s, line, 1, cols, e)
		s.set(line, 1, num(float64(i+1)))
		if wide {
			d.sessions(s, line, find(cols, "session"), e, r, marks)
		}
	}
	if c.listOnly {
		d.problem(s, 0, 0, "outcome-unknown", "status", "")
	}
	if marks {
		s.line(line+2, 1, plain, "P = presente; A = assente")
	}
	s.line(line+3, 1, plain, "Firma del docente ______________________")
}

// realDates turns the heads of the sessions from text into dates.
func (d *desk) realDates(s *sheet, line int, cols []column, c *course) {
	first := find(cols, "session")
	for i := 0; first > 0 && i < len(c.sessions); i++ {
		s.set(line, first+i, date(c.sessions[i]).as(head))
	}
}

// sessions writes a person's marks or hours, which make the hours attended.
func (d *desk) sessions(s *sheet, line, first int, e *enrolment, r *row, marks bool) {
	each := e.course.planned / float64(len(e.course.sessions))
	sum := 0.0
	for i, there := range e.present {
		m := mark{row: r, date: e.course.sessions[i], present: there}
		v := num(0)
		if there {
			m.hours = each
			sum += each
			v = num(each)
		}
		if marks {
			v = text(map[bool]string{true: "P", false: "A"}[there])
		}
		s.set(line, first+i, v)
		d.log.marks = append(d.log.marks, m)
	}
	r.hours = ptr(sum)
	if !marks {
		s.set(line, first+len(e.present), num(sum))
	}
}

func monthIndex(month string) int {
	for i, m := range months {
		if m == month {
			return i
		}
	}
	return 0
}
