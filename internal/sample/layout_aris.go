package sample

import "fmt"

var groupAris = []column{
	{"title", "Corso"}, {"kind", "Tipologia"}, {"area", "Area"}, {"start_date", "Data inizio"}, {"end_date", "Data fine"}, {"hours_planned", "Ore previste"},
}

var colsAris = []column{
	{"ordinal", "N."}, {"surname", "Cognome"}, {"given_name", "Nome"}, {"codice_fiscale", "Codice fiscale"}, {"birth_date", "Data di nascita"},
	{"gender", "Genere"}, {"role", "Ruolo"}, {"service", "Servizio"}, {"comune", "Comune"},
	{"hours_attended", "Ore di presenza"}, {"status", "Esito"}, {"certificate", "Attestato"}, {"satisfaction", "Gradimento (da 1 a 5)"},
}

func habitsAris() *habits {
	return &habits{
		days: inWords, hours: num, genders: [2]string{"Donna", "Uomo"}, yes: "Sì", no: "No", statuses: statusesItalian, comuni: true,
		liking: ofFive, kinds: kindsPlain, areas: areasFree,
	}
}

// layoutAris: a workbook every two months; the course is written once for its group of rows, an empty
// row parts the groups, the column of the codici fiscali is hidden, a legend stands at the right.
func layoutAris(w *world, log *record, out *outbox) {
	w.spans("aris", 2, func(first, last int, courses []*course) {
		path := fmt.Sprintf("aris/Aris - registro %s%s.xlsx", months[last], w.tag())
		if w.unit == 0 && last == 7 {
			path = fmt.Sprintf("da smistare/registro corsi %s.xlsx", months[last])
		}
		d := log.desk(w, habitsAris(), "aris", months[last], path)
		s := d.sheet("Registro")
		s.line(1, 1, title, "Registro dei corsi")
		s.line(2, 1, plain, "Ente attuatore: Aris")
		s.line(4, 1, head, fields(groupAris)...)
		people := len(groupAris) + 1
		s.line(4, people, head, fields(colsAris)...)
		hidden := people - 1 + find(colsAris, "codice_fiscale")
		s.hiddenCols = append(s.hiddenCols, hidden)
		d.problem(s, 4, hidden, "column-hidden", "codice_fiscale", "Codice fiscale")
		line := 5
		for _, c := range courses {
			top := line
			for k, f := range groupAris {
				d.course(s, top, 1+k, c, f.field)
				s.merge(top, 1+k, top+len(c.enrolments)-1, 1+k)
			}
			for i, e := range c.enrolments {
				d.person(s, line, people, colsAris, e)
				s.set(line, people, num(float64(i+1)))
				line++
			}
			line++
		}
		legend := people + len(colsAris) + 1
		s.line(5, legend, head, "Legenda")
		s.line(6, legend, plain, "Completato", "almeno il 75% delle ore")
		s.line(7, legend, plain, "Frequentante", "meno del 75% delle ore")
		s.line(8, legend, plain, "Ritirato", "ha lasciato il corso")
		out.send(d.book)
	})
}
