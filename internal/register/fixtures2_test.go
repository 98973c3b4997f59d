package register

// furtherFixtures are sheets as found in the wild: several quirks at once.
func furtherFixtures() []fixture {
	d := day
	return []fixture{
		{name: "weekly-sheet-with-everything", grid: grid{name: "Corso 3 - Terni", rows: [][]any{
			{nil, "FAMI 2014-2020 - Progetto \"Formare\""},
			{nil, "Soggetto attuatore", "Alisei coop."},
			{nil, "TITOLO DEL CORSO:", "Tutela della salute", nil, nil, "Cod.:", "AL-03"},
			{nil, "Periodo:", "dal 12 al 14 marzo 2018", nil, nil, "Ore:", "12,5"},
			nil,
			{nil, "Progr.", "Cognome e Nome del partecipante", "Codice Fiscale (16 caratteri)", "Ente/Servizio di appartenenza", "Comune dell'ente", "PRESENZE", nil, nil, "Ore\ntotali"},
			{nil, nil, nil, nil, nil, nil, "12/3", "13/3", "14/3", nil},
			{nil, 1, "BINI ADA", "BNIDAA80A41G478X", "USL 2", "Terni", 4, 4, "4,5", "12,5"},
			{nil, 2, "CONTI UGO", nil, "USL 2", "Narni", 4, "-", "4,5", "8,5"},
			{nil, 3}, {nil, 4},
			{nil, nil, "TOTALE PRESENZE", nil, nil, nil, 2, 1, 2},
			nil,
			{nil, "Data ____________", nil, nil, nil, "Firma del Responsabile ____________"},
		}, merged: []string{"G6:I6", "B6:B7", "C6:C7", "D6:D7", "E6:E7", "F6:F7", "J6:J7", "B1:J1"}},
			columns: []string{"B=ordinal C=full_name D=codice_fiscale E=service F=comune G=session H=session I=session J=hours_attended"}, rows: "8 9",
			values: []string{"8 title=Tutela della salute", "8 code=AL-03", "8 period=dal 12 al 14 marzo 2018", "8 hours_planned=12,5", "8 partner=Alisei coop."},
			rules:  []string{"row-not-data 12", "row-not-data 14"}},

		{name: "blocks-per-course", grid: grid{rows: [][]any{
			{"ELENCO PARTECIPANTI"},
			{"Corso: Accoglienza"}, {"Sede: Terni"},
			{"Cognome", "Nome", "Ente", "Ore"},
			{"Bini", "Ada", "ASL", 10}, {"Conti", "Ugo", "ASL", 8},
			nil,
			{"Corso: Mediazione"}, {"Data: 12/05/2017"},
			{"Cognome", "Nome", "Ente", "Ore"},
			{"Dori", "Ivo", "ASL", 9}, {"Elmi", "Eva", "ASL", 9},
		}}, columns: []string{"A=surname B=given_name C=service D=hours_attended"}, rows: "5 6 11 12",
			values: []string{"5 title=Accoglienza", "5 venue=Terni", "11 title=Mediazione", "11 venue=", "12 start_date=12/05/2017"},
			rules:  []string{"row-not-data 10"}},

		{name: "month-rows-inside", grid: grid{rows: [][]any{
			{"Nominativo", "Corso", "Ore"},
			{"APRILE 2017"}, {"Bini Ada", "Accoglienza", 4}, {"Conti Ugo", "Accoglienza", 4},
			{"MAGGIO 2017"}, {"Dori Ivo", "Mediazione", 4},
		}}, columns: []string{"A=full_name B=title C=hours_attended"}, rows: "3 4 6", values: []string{"3 month=APRILE 2017", "6 month=MAGGIO 2017"}},

		{name: "courses-with-count", grid: grid{rows: [][]any{
			{"Elenco corsi realizzati"},
			{"N.", "Denominazione", "Tipologia", "Area", "Dal", "Al", "Ore", "Sede", "Comune", "Partecipanti"},
			{1, "Accoglienza", "Corso", "Istruzione", d(2017, 4, 1), d(2017, 4, 9), 20, "Villa Umbra", "Perugia", 14},
			{2, "Mediazione", "Incontro", "Giuridica", d(2017, 5, 1), d(2017, 5, 1), 4, "Sala Rossa", "Terni", 22},
			{nil, "Totale", nil, nil, nil, nil, 24, nil, nil, 36},
		}}, columns: []string{"A=ordinal B=title C=kind D=area E=start_date F=end_date G=hours_planned H=venue I=venue_comune J=counted"}, rows: "3 4",
			rules: []string{"row-not-data 5"}},

		{name: "header-in-two-languages", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Data di nascita", "Ente"}, {"Surname", "First name", "Date of birth", "Organisation"},
			{"Bini", "Ada", d(1980, 1, 1), "ASL"}, {"Conti", "Ugo", d(1980, 1, 1), "ASL"},
		}}, columns: []string{"A=surname B=given_name C=birth_date D=service"}, rows: "3 4"},

		{name: "question-headers-of-a-form", grid: grid{rows: [][]any{
			{"Informazioni cronologiche", "Cognome e nome", "Indirizzo e-mail", "Indica il tuo comune di lavoro", "Qual è il tuo ruolo?", "Quanto sei soddisfatto del corso? (1-5)", "Presso quale ente lavori?"},
			{d(2017, 5, 1), "Bini Ada", "a@example.org", "Terni", "Educatrice", 4, "ASL"}, {d(2017, 5, 1), "Conti Ugo", "u@example.org", "Todi", "Medico", 5, "ASL"},
		}}, columns: []string{"A= B=full_name C=email D=comune E=role F=satisfaction G=service"}, rows: "2 3"},

		{name: "empty-columns-between", grid: grid{rows: [][]any{
			{nil, "Cognome", nil, "Nome", nil, nil, "Ente", nil, "Ore"},
			{nil, "Bini", nil, "Ada", nil, nil, "ASL", nil, 4}, {nil, "Conti", nil, "Ugo", nil, nil, "ASL", nil, 4},
		}}, columns: []string{"B=surname D=given_name G=service I=hours_attended"}, rows: "2 3"},

		{name: "unnamed-columns", grid: grid{rows: [][]any{
			{nil, "Cognome", "Nome", nil, "Ente"},
			{1, "Bini", "Ada", "BNIDAA80A41G478X", "ASL"}, {2, "Conti", "Ugo", "CNTGUO80A01G478X", "ASL"}, {3, "Dori", "Ivo", nil, "ASL"},
		}}, columns: []string{"A=ordinal B=surname C=given_name D=codice_fiscale E=service"}, rows: "2 3 4"},

		{name: "only-names", grid: grid{name: "Accoglienza base", rows: [][]any{
			{"Partecipanti al corso"}, {"Nominativo"}, {"Bini Ada"}, {"Conti Ugo"},
		}}, columns: []string{"A=full_name"}, rows: "3 4", values: []string{"3 title=Accoglienza base"}},

		{name: "presence-words", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Presenza"}, {"Bini", "Ada", "presente"}, {"Conti", "Ugo", "assente"}, {"Dori", "Ivo", "presente"},
		}}, columns: []string{"A=surname B=given_name C=status"}, rows: "2 3 4"},

		{name: "presence-as-share", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Frequenza"}, {"Bini", "Ada", "80%"}, {"Conti", "Ugo", "75%"}, {"Dori", "Ivo", "100%"},
		}}, columns: []string{"A=surname B=given_name C=share_attended"}, rows: "2 3 4"},

		{name: "presence-as-hours", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Presenza"}, {"Bini", "Ada", 8}, {"Conti", "Ugo", 12}, {"Dori", "Ivo", 4.5},
		}}, columns: []string{"A=surname B=given_name C=hours_attended"}, rows: "2 3 4"},

		{name: "two-fiscal-codes", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "C.F.", "Codice fiscale"},
			{"Bini", "Ada", "BNIDAA80A41G478X", "BNIDAA80A41G478X"}, {"Conti", "Ugo", "CNTGUO80A01G478X", "CNTGUO80A01G478X"},
		}}, columns: []string{"A=surname B=given_name C=codice_fiscale D="}, rows: "2 3", rules: []string{"column-doubled 1"}},

		{name: "second-list-below-of-another-kind", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Data di nascita", "Ente", "Ore", "Esito"},
			{"Bini", "Ada", d(1980, 1, 1), "ASL", 4, "C"}, {"Conti", "Ugo", d(1981, 1, 1), "ASL", 4, "R"}, {"Dori", "Ivo", d(1982, 1, 1), "ASL", 4, "C"},
			nil, nil,
			{"Sigla", "Significato"}, {"C", "Completato"}, {"R", "Ritirato"},
		}}, columns: []string{"A=surname B=given_name C=birth_date D=service E=hours_attended F=status"}, rows: "2 3 4",
			rules: []string{"row-not-data 7", "row-not-data 8", "row-not-data 9"}},

		{name: "service-before-person", grid: grid{rows: [][]any{
			{"Ente", "Sede", "Operatore", "Qualifica", "Data corso", "Corso"},
			{"Comune di Terni", "Terni", "Bini Ada", "Educatrice", d(2017, 5, 5), "Accoglienza"}, {"Comune di Todi", "Todi", "Conti Ugo", "Medico", d(2017, 5, 5), "Accoglienza"},
		}}, columns: []string{"A=service B=comune C=full_name D=role E=start_date F=title"}, rows: "2 3"},
	}
}
