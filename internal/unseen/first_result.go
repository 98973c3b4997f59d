package unseen

import (
	"fmt"
	"math/rand/v2"
)

// What comes after or beside a course: forms, tests, questionnaires, certificates, calendars.
var resultStyles = []Style{
	{Name: "google-form", Wave: 1, build: googleForm},
	{Name: "pre-post", Wave: 1, build: prePost},
	{Name: "certificates", Wave: 1, build: certificates},
	{Name: "calendar-apart", Wave: 1, build: calendarApart},
}

// Answers of a web form: times of answer, questions as headers, each person once a course.
func googleForm(k *kit) {
	b := k.newBook("Iscrizione e gradimento (Risposte).xlsx", byExcel)
	s := b.sheet("Risposte del modulo 1")
	c := k.newCourse(4, 2, 4)
	cols := []column{
		{"Informazioni cronologiche", "", func(e *enrolment) any {
			return fmt.Sprintf("%s %d.%02d.%02d", dmy(c.last().AddDate(0, 0, 1)), 9+e.born.Day()%9, e.born.Year()%60, e.born.YearDay()%60)
		}},
		{"Indirizzo email", "", func(e *enrolment) any { return "utente" + fmt.Sprint(e.born.YearDay()) + "@example.org" }},
		surnameCol("Il tuo cognome"), givenCol("Il tuo nome"), cfCol("Il tuo codice fiscale"), serviceCol("In quale ente o servizio lavori?", 0), comuneCol("In quale Comune lavori?", 0),
		roleCol("Qual è la tua professione?", 0), titleCol("Quale corso hai frequentato?"),
		{"Quanto sei soddisfatto/a del corso? (da 1 a 5)", "satisfaction", func(e *enrolment) any { return e.satisfaction }},
		{"Che cosa miglioreresti?", "", func(e *enrolment) any {
			return []string{"", "più tempo", "gli orari", "nulla, grazie"}[e.born.Day()%4]
		}},
	}
	k.list(s, 1, 1, cols, k.enrol(c, 15))
	k.add(b)
}

// Tests before and after on their own sheets, by codice fiscale.
func prePost(k *kit) {
	b := k.newBook("Marzo 2022/test ingresso e uscita.xlsx", byExcel)
	c := k.newCourse(6, 3, 4).show("title")
	es := k.enrol(c, 10)
	for i, name := range []string{"Test ingresso", "Test finale"} {
		s := b.sheet(name)
		s.set(1, 1, name+" - corso: "+c.title)
		col := column{"Punteggio test iniziale (su 20)", "before", func(e *enrolment) any { return e.before }}
		if i == 1 {
			col = column{"Punteggio test finale (su 20)", "after", func(e *enrolment) any { return fmt.Sprintf("%d/20", e.after) }}
		}
		k.list(s, 3, 1, []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), col}, es)
	}
	k.add(b)
}

// The list of certificates given, numbered.
func certificates(k *kit) {
	b := k.newBook("elenco attestati rilasciati mag-2022.xlsx", byExcel)
	s := b.sheet("Attestati")
	s.set(1, 1, "REGISTRO DEGLI ATTESTATI")
	n := 0
	cols := []column{
		{"N. attestato", "", func(*enrolment) any { n++; return fmt.Sprintf("%03d/2022", n) }},
		nameCol("Rilasciato a", "%N %S"), bornCol("nato/a il").with(asText(func(d date) string { return spelled(d.Time) })), cfCol("cod. fiscale"),
		titleCol("per il corso"), hoursCol("ore frequentate"), certCol("Attestato rilasciato", "Sì", "No"),
	}
	head(s, 3, 1, cols)
	row := 4
	for i := range 2 {
		row = k.rows(s, row, 1, cols, k.enrol(k.newCourse(7+i, 3, 4), 9))
	}
	k.add(b)
}

// The calendar in a file of its own, by code; the people elsewhere tell the code only.
func calendarApart(k *kit) {
	cal := k.newBook("Calendario corsi.xlsx", byExcel)
	s := cal.sheet("Calendario")
	s.set(1, 1, "CALENDARIO DELLE ATTIVITA' FORMATIVE")
	s.line(3, 1, "Codice", "Titolo dell'intervento", "Tipologia", "Area tematica", "Data inizio", "Data fine", "Ore", "Sede (Comune)")
	kinds := [][2]string{{"corso", "Corso"}, {"seminario", "Seminario"}, {"workshop", "Workshop"}, {"incontro", "Incontro"}}
	labels := map[string]string{"istruzione": "Istruzione", "sociosanitaria": "Socio-sanitaria", "amministrativa": "Amministrativa di front-office", "comunicazione": "Comunicazione interculturale", "giuridica": "Giuridica"}
	var all []*course
	for i := range 6 {
		c := k.newCourse(i*2, 1+i%3, 4).show("code", "title", "kind", "area", "start_date", "end_date", "hours_planned", "venue_comune")
		c.kind = kinds[i%4][0]
		s.line(4+i, 1, c.code, c.title, kinds[i%4][1], labels[c.area], date{c.first()}, date{c.last()}, c.hours(), c.place.name)
		all = append(all, c)
	}
	k.add(cal)
	b := k.newBook("Partecipanti ai corsi.xlsx", byExcel)
	p := b.sheet("Partecipanti")
	cols := []column{codeCol("Codice corso"), surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), serviceCol("Ente di appartenenza", 0), comuneCol("Comune", 0), hoursCol("Ore")}
	head(p, 1, 1, cols)
	var es []*enrolment
	for _, c := range all {
		es = append(es, k.enrol(c, 5+k.rng.IntN(4))...)
	}
	rand.New(rand.NewPCG(k.seed, 7)).Shuffle(len(es), func(i, j int) { es[i], es[j] = es[j], es[i] })
	k.rows(p, 2, 1, cols, es)
	k.add(b)
}
