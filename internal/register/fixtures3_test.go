package register

import (
	"slices"
	"testing"

	"formare/internal/workbook"
)

// moreFixtures are sheets that name their course without a label, that put labels side by side, or that
// tell of days in two rows or two columns.
func moreFixtures() []fixture {
	d := day
	return []fixture{
		{name: "code-and-title-above", grid: grid{rows: [][]any{
			{nil, "Scheda B2 - Partecipanti"},
			{nil, "ALFA-07 Accoglienza e rete (dal 3/5/2017 al 9/5/2017, 10 ore)"},
			nil,
			{nil, "PARTECIPANTI", nil, nil, nil},
			{nil, "Dipendente", "Codice fiscale", "Nato/a il", "h freq."},
			{nil, "(1)", "(2)", "(3)", "(4)"},
			{nil, "BINI, Ada", nil, d(1980, 1, 1), 10},
			{nil, "CONTI, Ugo", "CNTGUO75E03L117K", d(1975, 5, 3), 8},
		}, merged: []string{"B4:E4"}}, columns: []string{"B=full_name C=codice_fiscale D=birth_date E=hours_attended"}, rows: "7 8",
			values: []string{"7 code=ALFA-07", "7 title=Accoglienza e rete", "8 period=dal 3/5/2017 al 9/5/2017", "8 hours_planned=10"}},

		{name: "quoted-course-in-a-sentence", grid: grid{rows: [][]any{
			{"Partecipanti al seminario \"La rete - primo passo\" del 12 maggio 2017 - durata 6 ore"},
			nil,
			{"Cognome", "Nome", "Ente"},
			{"Bini", "Ada", "ASL"}, {"Conti", "Ugo", "ASL"},
		}}, columns: []string{"A=surname B=given_name C=service"}, rows: "4 5",
			values: []string{"4 title=La rete - primo passo", "4 start_date=12 maggio 2017", "5 hours_planned=6 ore"}},

		{name: "quoted-course-and-code", grid: grid{rows: [][]any{
			{"Registro presenze corso \"La rete\" cod. BETA-22"},
			{"Registro presenze corso \"La rete di tutti\" cod. BETA-22"},
			{"Durata complessiva: 7,5 ore; 3 incontri di 2,5 ore"},
			{"Cognome", "Nome", "Ente"},
			{"Bini", "Ada", "ASL"}, {"Conti", "Ugo", "ASL"},
		}}, columns: []string{"A=surname B=given_name C=service"}, rows: "5 6",
			values: []string{"5 title=La rete di tutti", "5 code=BETA-22", "6 hours_planned=7,5 ore"}},

		{name: "bands-with-code-title-and-days", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Ente", "Ore"},
			{"Corso ALFA-12 – Accoglienza e rete (dal 3/5/2017 al 9/5/2017, 10 ore)"},
			{"Bini", "Ada", "ASL", 10}, {"Conti", "Ugo", "ASL", 8},
			{"ALFA-13 - Mediazione a scuola"},
			{"Dori", "Ivo", "ASL", 9}, {"Elmi", "Eva", "ASL", 9},
		}, merged: []string{"A2:D2", "A5:D5"}}, columns: []string{"A=surname B=given_name C=service D=hours_attended"}, rows: "3 4 6 7",
			values: []string{"3 code=ALFA-12", "3 title=Accoglienza e rete", "4 hours_planned=10", "6 code=ALFA-13", "7 title=Mediazione a scuola", "7 hours_planned="}},

		{name: "two-columns-of-labels", grid: grid{rows: [][]any{
			{"Ente attuatore", nil, "ARIS", nil, nil, "Data avvio", nil, d(2017, 5, 3)},
			{"Titolo corso", nil, "Accoglienza e rete", nil, nil, "Data conclusione", nil, d(2017, 5, 9)},
			{"Codice", nil, "ALFA-07", nil, nil, "Ore previste", nil, 12},
			nil,
			{"N.", "Nominativo", "Sesso", "Anno di nascita", "Ruolo", "Ore", "Attestato", "Note"},
			{1, "Bini Ada", "F", 1980, "docente", 10, "sì", nil}, {2, "Conti Ugo", "M", 1975, "educatore", 8, "no", "part-time"},
		}}, columns: []string{"A=ordinal B=full_name C=gender D=birth_date E=role F=hours_attended G=certificate H=note"}, rows: "6 7",
			values: []string{"6 title=Accoglienza e rete", "6 code=ALFA-07", "7 start_date=03/05/2017", "7 end_date=09/05/2017", "7 hours_planned=12", "7 partner=ARIS"}},

		{name: "labels-over-their-values", grid: grid{rows: [][]any{
			{"Corso", "Codice", "Data inizio", "Data fine", "Ore"},
			{"Accoglienza e rete", "ALFA-07", d(2017, 5, 3), d(2017, 5, 9), 12},
			nil,
			{"Ente di appartenenza", "Comune", "Nominativo", "CF", "Qualifica", "Ore frequentate"},
			{"ASL", "Terni", "Bini Ada", "BNIDAA80A41G478X", "docente", 10},
			{"ASL", "Todi", "Conti Ugo", nil, "educatore", 8},
		}}, columns: []string{"A=title B=code C=start_date D=end_date E=hours_planned", "A=service B=comune C=full_name D=codice_fiscale E=role F=hours_attended"}, rows: "2 5 6",
			values: []string{"5 title=Accoglienza e rete", "5 code=ALFA-07", "6 start_date=03/05/2017", "6 hours_planned=12"}},

		{name: "labels-side-by-side", grid: grid{rows: [][]any{
			{"Ente attuatore: Aris"},
			{"Corso: Accoglienza", nil, nil, nil, "Corso: Mediazione"},
			{"Codice: ALFA-1", nil, nil, nil, "Codice: ALFA-2"},
			{"Cognome", "Nome", "CF", nil, "Cognome", "Nome", "CF"},
			{"Bini", "Ada", "BNIDAA80A41G478X", nil, "Dori", "Ivo", nil},
			{"Conti", "Ugo", nil, nil, "Elmi", "Eva", nil},
		}}, columns: []string{"A=surname B=given_name C=codice_fiscale", "E=surname F=given_name G=codice_fiscale"}, rows: "5 5 6 6",
			values: []string{"5 code=ALFA-1", "5 partner=Aris"}},

		{name: "days-under-counted-meetings", grid: grid{rows: [][]any{
			{"Nominativo", "CF", "Lez. 1", "Lez. 2", "Lez. 3", "Tot. ore"},
			{nil, nil, "14/12/17", "16/12/17", "18/12/17", nil},
			{"Bini Ada", "BNIDAA80A41G478X", 3, 3, 0, 6}, {"Conti Ugo", nil, 3, 3, 3, 9},
		}}, columns: []string{"A=full_name B=codice_fiscale C=session D=session E=session F=hours_attended"}, rows: "3 4"},

		{name: "coming-and-going", grid: grid{rows: [][]any{
			{"Nominativo", "CF", "14/12/2017", nil, "16/12/2017", nil},
			{nil, nil, "Entrata", "Uscita", "Entrata", "Uscita"},
			{"Bini Ada", "BNIDAA80A41G478X", "9:00", "12:30", 0.375, 0.5}, {"Conti Ugo", nil, "9.00", nil, nil, nil},
		}, merged: []string{"A1:A2", "B1:B2", "C1:D1", "E1:F1"}},
			columns: []string{"A=full_name B=codice_fiscale C=session D= E=session F="}, rows: "3 4"},

		{name: "hours-done-by-each", grid: grid{rows: [][]any{
			{"Corso: Accoglienza"},
			{"Num", "Docente (COGNOME, Nome)", "Cod. fisc.", "Commune", "Materia", "Ore effettuate su 20"},
			{1, "BINI, Ada", "BNIDAA80A41G478X", "Terni", "Italiano", 20}, {2, "CONTI, Ugo", nil, "Todi", "Sostegno", 16},
		}}, columns: []string{"A=ordinal B=full_name C=codice_fiscale D=comune E= F=hours_attended"}, rows: "3 4"},

		{name: "labels-after-blanks-and-in-capitals", grid: grid{rows: [][]any{
			{"DENOMINAZIONE CORSO: ITALIANO L2 A SCUOLA: STRUMENTI"},
			{"CODICE: ALFA-03   PERIODO: dal 03/03/2018 al 13/03/2018   ORE: 18"},
			{"N.\nord.", "Cognome\ndel partecipante", "Nome\ndel partecipante", "Ore\nfreq."},
			{1, "Bini", "Ada", 18}, {2, "Conti", "Ugo", 12},
		}}, columns: []string{"A=ordinal B=surname C=given_name D=hours_attended"}, rows: "4 5",
			values: []string{"4 title=ITALIANO L2 A SCUOLA: STRUMENTI", "4 code=ALFA-03", "5 period=dal 03/03/2018 al 13/03/2018", "5 hours_planned=18"}},

		{name: "hours-under-the-days", grid: grid{rows: [][]any{
			{"Corso: Accoglienza"},
			{"N.", "Nome e cognome", "CF", "lun 3/4/2017", "mer 5/4/2017"},
			{nil, nil, nil, "ore 4", "ore 2,5"},
			{1, "Ada Bini", "BNIDAA80A41G478X", "P", "A"}, {2, "Ugo Conti", nil, "P", "P"},
		}}, columns: []string{"A=ordinal B=full_name C=codice_fiscale D=session E=session"}, rows: "4 5"},

		{name: "headers-in-two-languages", grid: grid{rows: [][]any{
			{"Course / Corso", "Accoglienza"},
			{"Start date / Data inizio", d(2017, 5, 3)},
			{"Hours / Ore", 12},
			nil,
			{"Surname / Cognome", "Name / Nome", "Tax code / Codice fiscale", "Municipality / Comune", "Certificate / Attestato"},
			{"Bini", "Ada", "BNIDAA80A41G478X", "Terni", "sì"}, {"Conti", "Ugo", nil, "Todi", "no"},
		}}, columns: []string{"A=surname B=given_name C=codice_fiscale D=comune E=certificate"}, rows: "6 7",
			values: []string{"6 title=Accoglienza", "6 start_date=03/05/2017", "7 hours_planned=12"}},

		{name: "title-with-a-dash-and-no-label", grid: grid{name: "ALFA-03", rows: [][]any{
			{"La rete - modulo base"},
			{"Rif.", "Cognome", "Nome", "Ente"},
			{"ALFA-03", "Bini", "Ada", "ASL"}, {"ALFA-03", "Conti", "Ugo", "ASL"},
		}}, columns: []string{"A=code B=surname C=given_name D=service"}, rows: "3 4",
			values: []string{"3 title="}},

		{name: "names-in-quotes-that-are-no-course", grid: grid{name: "Accoglienza di base", rows: [][]any{
			{"OS2 - Integrazione e migrazione legale"},
			{"ALL.1 – ELENCO DEI PARTECIPANTI"},
			{"Progetto FAMI \"Formare per integrare\""},
			{"Cooperativa sociale \"Il girasole blu\""},
			{"Cognome", "Nome", "Ente"},
			{"Bini", "Ada", "ASL"}, {"Conti", "Ugo", "ASL"},
		}}, columns: []string{"A=surname B=given_name C=service"}, rows: "6 7",
			values: []string{"6 title=Accoglienza di base", "6 code="}},

		{name: "a-line-in-quotes", grid: grid{rows: [][]any{
			{"Istituto comprensivo \"Terra di mezzo\""},
			{"«Accoglienza e rete»"},
			{"Cognome", "Nome", "Ente"},
			{"Bini", "Ada", "ASL"}, {"Conti", "Ugo", "ASL"},
		}}, columns: []string{"A=surname B=given_name C=service"}, rows: "4 5",
			values: []string{"4 title=Accoglienza e rete"}},

		{name: "who-signs-is-nobody", grid: grid{rows: [][]any{
			{"Titolo del corso: Italiano L2 a scuola: strumenti - modulo base"},
			{"N.", "Cognome", "Nome", "Ente", "Ore"},
			{1, "Bini", "Ada", "ASL", 10}, {2, "Conti", "Ugo", "ASL", 8},
			{nil, "TOTALE ORE", nil, nil, 18},
			nil,
			{nil, "Il responsabile del corso"},
			{nil, "dott.ssa Carla Inventata"},
		}}, columns: []string{"A=ordinal B=surname C=given_name D=service E=hours_attended"}, rows: "3 4",
			values: []string{"3 title=Italiano L2 a scuola: strumenti - modulo base"},
			rules:  []string{"row-not-data 5", "row-not-data 7", "row-not-data 8"}},

		{name: "place-and-day-of-birth", grid: grid{rows: [][]any{
			{"Corso: Accoglienza"},
			{"Cognome", "Nome", "Luogo e data di nascita", "Ente"},
			{"Bini", "Ada", "Terni, 01/01/1980", "ASL"}, {"Conti", "Ugo", "Todi il 3.5.1975", "ASL"}, {"Dori", "Ivo", "12 marzo 1971 Spoleto", "ASL"},
		}}, columns: []string{"A=surname B=given_name C=birth_date D=service"}, rows: "3 4 5"},

		{name: "day-before-year-of-birth", grid: grid{rows: [][]any{
			{"Corso: Accoglienza"},
			{"Cognome", "Nome", "Anno di nascita", "Data di nascita", "Ente"},
			{"Bini", "Ada", 1980, d(1980, 1, 1), "ASL"}, {"Conti", "Ugo", 1975, d(1975, 5, 3), "ASL"},
		}}, columns: []string{"A=surname B=given_name C= D=birth_date E=service"}, rows: "3 4"},

		{name: "a-column-for-each-course", grid: grid{rows: [][]any{
			{"Adesioni ai corsi"},
			{"Cognome", "Nome", "CF", "Accoglienza e rete", "Mediazione a scuola", "Il permesso di soggiorno passo passo"},
			{"Bini", "Ada", "BNIDAA80A41G478X", "X", nil, "x"}, {"Conti", "Ugo", nil, nil, "sì", "no"}, {"Dori", "Ivo", nil, nil, nil, nil},
		}}, columns: []string{"A=surname B=given_name C=codice_fiscale D= E= F="}, rows: "3 3 4 5",
			values: []string{"4 title=Mediazione a scuola", "5 title="}},

		{name: "ticks-for-days", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "CF", "Lunedì mattina", "Martedì pomeriggio"},
			{"Bini", "Ada", "BNIDAA80A41G478X", "X", "X"}, {"Conti", "Ugo", nil, nil, "X"},
		}}, columns: []string{"A=surname B=given_name C=codice_fiscale D= E="}, rows: "2 3",
			values: []string{"2 title="}},

		{name: "ticks-that-are-no-courses", grid: grid{rows: [][]any{
			{"Corso: Accoglienza"},
			{"Cognome", "Nome", "CF", "Acconsente al trattamento", "Materiale didattico ricevuto", "Pranzo con i colleghi"},
			{"Bini", "Ada", "BNIDAA80A41G478X", "X", "X", "x"}, {"Conti", "Ugo", nil, nil, "X", "X"},
		}}, columns: []string{"A=surname B=given_name C=codice_fiscale D= E= F="}, rows: "3 4",
			values: []string{"3 title=Accoglienza"}},
	}
}

func TestTimesOfComingAndGoing(t *testing.T) {
	text := func(s string) workbook.Cell { return workbook.Cell{Kind: workbook.Text, Text: s} }
	number := func(v float64) workbook.Cell { return workbook.Cell{Kind: workbook.Number, Num: v} }
	for _, c := range []struct {
		in, out workbook.Cell
		want    string
	}{
		{text("9:00"), text("12:30"), "9:00-12:30"},
		{text("9.00"), text("13"), "9:00-13:00"},
		{number(0.375), number(0.5), "9:00-12:00"},
		{number(9.3), number(13), "9:30-13:00"},
		{text("9:00"), workbook.Cell{}, "P"},
		{workbook.Cell{}, number(0.5), "P"},
		{text("assente"), workbook.Cell{}, "assente"},
		{workbook.Cell{}, workbook.Cell{}, ""},
	} {
		joined := timesOf(c.in, c.out)
		if got := textOf(&joined); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	grid := grid{rows: [][]any{
		{"Nominativo", "CF", "14/12/2017", nil, "16/12/2017", nil},
		{nil, nil, "Entrata", "Uscita", "Entrata", "Uscita"},
		{"Bini Ada", "BNIDAA80A41G478X", "9:00", "12:30", 0.375, 0.5}, {"Conti Ugo", nil, "9.00", nil, nil, nil},
	}, merged: []string{"A1:A2", "B1:B2", "C1:D1", "E1:F1"}}
	got := recogniseBytes(t, bytesOf(t, grid), Options{})
	if want := []string{"9:00-12:30", "9:00-12:00"}; len(got.rows) != 2 || !slices.Equal(got.rows[0].marks, want) {
		t.Errorf("rows %v, want marks %v", got.rows, want)
	}
}
