package register

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// fixture is a small sheet named for its quirk, with what must be found on it.
type fixture struct {
	name    string
	grid    grid
	columns []string // of each table: "A=surname B=given_name"
	rows    string   // numbers of the data rows: "3 4 5"
	values  []string // "4 title=Corso A": row, field (of a column or a label), value
	rules   []string // findings: "row-not-data 7"; those on columns and others are left out
}

func fixtures() []fixture {
	d := day
	return []fixture{
		{name: "plain", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Codice Fiscale", "Data di nascita", "Comune", "Corso", "Ore"},
			{"Bini", "Ada", "BNIDAA80A41G478X", d(1980, 1, 1), "Perugia", "Mediazione", 12},
			{"Rossetti", "Ugo", nil, d(1975, 5, 3), "Terni", "Mediazione", 10},
		}}, columns: []string{"A=surname B=given_name C=codice_fiscale D=birth_date E=comune F=title G=hours_attended"}, rows: "2 3"},

		{name: "banner-labels-same-cell", grid: grid{rows: [][]any{
			{"REGIONE UMBRIA - FAMI 2014-2020"},
			{"Ente attuatore: Aris"},
			{"Corso: La mediazione in classe - Edizione n. 2 - Sede: Villa Umbra"},
			nil,
			{"Nominativo", "C.F.", "Ente", "Presenza"},
			{"Bini Ada", "BNIDAA80A41G478X", "Comune di Terni", "sì"},
			{"Conti Ugo", nil, "Comune di Todi", "no"},
			{"Totale presenti", nil, nil, 1},
			nil,
			{"Il Direttore del corso"},
		}}, columns: []string{"A=full_name B=codice_fiscale C=service D=status"}, rows: "6 7",
			values: []string{"6 title=La mediazione in classe", "6 edition=2", "6 venue=Villa Umbra", "7 partner=Aris"},
			rules:  []string{"row-not-data 8", "row-not-data 10"}},

		{name: "banner-labels-next-cell", grid: grid{rows: [][]any{
			{"Corso", nil, "Sportello e accoglienza"},
			{"Edizione", nil, 3},
			{"Data inizio", nil, d(2017, 5, 4), "Data fine", d(2017, 5, 20)},
			{"Ore previste:", nil, 24},
			{"Area tematica", nil, "Amministrativa"},
			nil,
			{"N.", "Cognome", "Nome", "Ore frequentate"},
			{1, "Bini", "Ada", 24}, {2, "Conti", "Ugo", 20},
		}}, columns: []string{"A=ordinal B=surname C=given_name D=hours_attended"}, rows: "8 9",
			values: []string{"8 title=Sportello e accoglienza", "9 edition=3", "8 start_date=04/05/2017", "8 end_date=20/05/2017", "8 hours_planned=24", "9 area=Amministrativa"}},

		{name: "two-row-merged-header", grid: grid{rows: [][]any{
			{"REGISTRO DEI PARTECIPANTI"},
			{"Dati anagrafici", nil, nil, nil, "Residenza", nil, "Ente di appartenenza", nil, "Frequenza", nil},
			{"Cognome", "Nome", "Nascita", nil, "Comune", "Indirizzo", "Denominazione", "Comune", "Ore", "Esito"},
			{"Bini", "Ada", d(1980, 1, 1), "Terni", "Todi", "via Roma 1", "ASL 2", "Foligno", 12, "Completato"},
			{"Conti", "Ugo", d(1970, 1, 1), "Narni", "Todi", "via Roma 2", "ASL 2", "Foligno", 3, "Ritirato"},
		}, merged: []string{"A1:J1", "A2:D2", "E2:F2", "G2:H2", "I2:J2"}},
			columns: []string{"A=surname B=given_name C=birth_date D= E=residence F= G=service H=comune I=hours_attended J=status"}, rows: "4 5"},

		{name: "three-row-header", grid: grid{rows: [][]any{
			{"Partecipante", nil, nil, nil, "Corso", nil, nil, nil},
			{"Cognome", "Nome", "Nascita", nil, "Titolo", "Periodo", nil, "Ore"},
			{nil, nil, "Data", "Comune", nil, "Dal", "Al", nil},
			{"Bini", "Ada", d(1980, 1, 1), "Terni", "Accoglienza", d(2017, 4, 1), d(2017, 4, 9), 12},
			{"Conti", "Ugo", d(1970, 1, 1), "Narni", "Accoglienza", d(2017, 4, 1), d(2017, 4, 9), 12},
		}, merged: []string{"A1:D1", "E1:H1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:G2", "H2:H3"}},
			columns: []string{"A=surname B=given_name C=birth_date D=birth_place E=title F=start_date G=end_date H=hours_planned"}, rows: "4 5"},

		{name: "group-names-unmerged", grid: grid{rows: [][]any{
			{"Dati anagrafici", nil, nil, "Ente di appartenenza", nil, "Corso", nil, nil},
			{"Cognome", "Nome", "Comune di residenza", "Servizio", "Comune", "Codice", "Titolo", "Ore"},
			{"Bini", "Ada", "Terni", "Ufficio anagrafe", "Todi", "A-01", "Accoglienza", 12},
			{"Conti", "Ugo", "Terni", "Ufficio anagrafe", "Todi", "A-01", "Accoglienza", 12},
		}}, columns: []string{"A=surname B=given_name C=residence D=service E=comune F=code G=title H=hours_planned"}, rows: "3 4"},

		{name: "wide-real-dates", grid: grid{rows: [][]any{
			{"Corso: Lingua italiana"}, nil,
			{"Cognome", "Nome", d(2017, 4, 12), d(2017, 4, 19), d(2017, 4, 26), "Tot. ore"},
			{"Bini", "Ada", "P", "P", "A", 8}, {"Conti", "Ugo", "P", "A", "A", 4},
		}}, columns: []string{"A=surname B=given_name C=session D=session E=session F=hours_attended"}, rows: "4 5",
			values: []string{"4 title=Lingua italiana"}},

		{name: "wide-text-dates", grid: grid{rows: [][]any{
			{"Nominativo", "lun 12/4", "mer 14/4", "Incontro 3 - 19/4", "% presenza"},
			{"Bini Ada", "x", "x", nil, "66%"}, {"Conti Ugo", "x", nil, nil, "33%"},
		}}, columns: []string{"A=full_name B=session C=session D=session E=share_attended"}, rows: "2 3"},

		{name: "wide-day-numbers-under-month", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Aprile 2017", nil, nil, nil, "Totale ore"},
			{nil, nil, 3, 10, 17, 24, nil},
			{"Bini", "Ada", 4, 4, 4, 2, 14}, {"Conti", "Ugo", 4, nil, 4, 2, 10},
		}, merged: []string{"A1:A2", "B1:B2", "C1:F1", "G1:G2"}},
			columns: []string{"A=surname B=given_name C=session D=session E=session F=session G=hours_attended"}, rows: "3 4"},

		{name: "wide-dates-in-second-row", grid: grid{rows: [][]any{
			{"N.", "Cognome e nome", "Ente", "Presenze", nil, nil},
			{nil, nil, nil, "12/04", "19/04", "26/04"},
			{1, "Bini Ada", "ASL", "P", "P", "A"}, {2, "Conti Ugo", "ASL", "A", "P", "A"},
		}}, columns: []string{"A=ordinal B=full_name C=service D=session E=session F=session"}, rows: "3 4"},

		{name: "merged-course-cells", grid: grid{rows: [][]any{
			{"Corso", "Data inizio", "Cognome", "Nome", "Ore"},
			{"Accoglienza", d(2017, 4, 1), "Bini", "Ada", 10}, {nil, nil, "Conti", "Ugo", 8}, {nil, nil, "Dori", "Ivo", 9},
			nil,
			{"Mediazione", d(2017, 5, 1), "Elmi", "Eva", 10}, {nil, nil, "Fani", "Leo", 8},
		}, merged: []string{"A2:A4", "B2:B4", "A6:A7", "B6:B7"}},
			columns: []string{"A=title B=start_date C=surname D=given_name E=hours_attended"}, rows: "2 3 4 6 7",
			values: []string{"4 title=Accoglienza", "7 title=Mediazione", "7 start_date=01/05/2017"}},

		{name: "course-written-once", grid: grid{rows: [][]any{
			{"Corso", "Sede", "Cognome", "Nome", "Ore"},
			{"Accoglienza", "Villa Umbra", "Bini", "Ada", 10}, {nil, nil, "Conti", "Ugo", 8}, {nil, nil, "Dori", "Ivo", 9},
			{"Mediazione", "Sala Rossa", "Elmi", "Eva", 10}, {nil, nil, "Fani", "Leo", 8},
		}}, columns: []string{"A=title B=venue C=surname D=given_name E=hours_attended"}, rows: "2 3 4 5 6",
			values: []string{"4 title=Accoglienza", "6 title=Mediazione", "6 venue=Sala Rossa"}},

		{name: "missing-course-is-not-carried", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Corso", "Ore"},
			{"Bini", "Ada", "Accoglienza", 10}, {"Conti", "Ugo", "Accoglienza", 8}, {"Dori", "Ivo", nil, 9},
			{"Elmi", "Eva", "Accoglienza", 10}, {"Fani", "Leo", "Accoglienza", 8},
		}}, columns: []string{"A=surname B=given_name C=title D=hours_attended"}, rows: "2 3 4 5 6", values: []string{"4 title="}},

		{name: "second-course-of-the-same-person", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Comune", "Corso", "Ore"},
			{"Bini", "Ada", "Terni", "Accoglienza", 10}, {nil, nil, nil, "Mediazione", 8},
			{"Conti", "Ugo", "Todi", "Accoglienza", 10},
		}}, columns: []string{"A=surname B=given_name C=comune D=title E=hours_attended"}, rows: "2 3 4",
			values: []string{"3 surname=Bini", "3 title=Mediazione", "4 surname=Conti"}},

		{name: "title-rows-inside", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Ente", "Ore"},
			{"Corso: Accoglienza"},
			{"Bini", "Ada", "ASL", 10}, {"Conti", "Ugo", "ASL", 8},
			{"Corso: Mediazione"},
			{"Dori", "Ivo", "ASL", 9},
		}, merged: []string{"A2:D2", "A5:D5"}}, columns: []string{"A=surname B=given_name C=service D=hours_attended"}, rows: "3 4 6",
			values: []string{"3 title=Accoglienza", "6 title=Mediazione"}},

		{name: "header-repeated", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Ente", "Ore"}, {"Bini", "Ada", "ASL", 10},
			{"Cognome", "Nome", "Ente", "Ore"}, {"Conti", "Ugo", "ASL", 8},
		}}, columns: []string{"A=surname B=given_name C=service D=hours_attended"}, rows: "2 4", rules: []string{"row-not-data 3"}},

		{name: "example-row", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Codice fiscale", "Ore"}, {"ESEMPIO", "Mario", "XXXXXX00X00X000X", 10}, {"Conti", "Ugo", nil, 8},
		}}, columns: []string{"A=surname B=given_name C=codice_fiscale D=hours_attended"}, rows: "3", rules: []string{"row-example 2"}},

		{name: "second-table-below", grid: grid{rows: [][]any{
			{"Codice corso", "Titolo", "Data inizio", "Ore previste", "N. partecipanti"},
			{"A-01", "Accoglienza", d(2017, 4, 1), 20, 12}, {"A-02", "Mediazione", d(2017, 5, 1), 30, 15},
			nil, nil,
			{"Cognome", "Nome", "Codice corso", "Ore frequentate"},
			{"Bini", "Ada", "A-01", 20}, {"Conti", "Ugo", "A-02", 12},
		}}, columns: []string{"A=code B=title C=start_date D=hours_planned E=counted", "A=surname B=given_name C=code D=hours_attended"}, rows: "2 3 7 8"},

		{name: "tables-side-by-side", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Ore", nil, "Cognome", "Nome", "Ore"},
			{"Bini", "Ada", 10, nil, "Dori", "Ivo", 9},
			{"Conti", "Ugo", 8, nil, "Elmi", "Eva", 7},
		}}, columns: []string{"A=surname B=given_name C=hours_attended", "E=surname F=given_name G=hours_attended"}, rows: "2 2 3 3"},

		{name: "legend-at-the-right", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Esito", nil, "Legenda"},
			{"Bini", "Ada", "C", nil, "C = completato"},
			{"Conti", "Ugo", "R", nil, "R = ritirato"},
		}}, columns: []string{"A=surname B=given_name C=status"}, rows: "2 3", rules: []string{"row-not-data 2"}},

		{name: "misspelt-and-abbreviated", grid: grid{rows: [][]any{
			{"Congome", "Nom.", "Cod. Fisc.", "Dt. Nasc.", "Qualif.", "Ore freq.", "Atestato"},
			{"Bini", "Ada", "BNIDAA80A41G478X", d(1980, 1, 1), "Educatrice", 10, "sì"},
			{"Conti", "Ugo", nil, d(1980, 1, 1), "Medico", 8, "no"},
		}}, columns: []string{"A=surname B=given_name C=codice_fiscale D=birth_date E=role F=hours_attended G=certificate"}, rows: "2 3"},

		{name: "erp-names", grid: grid{rows: [][]any{
			{"COGNOME_DIP", "NOME_DIP", "COD_FISC", "DT_NASC", "DESC_CORSO", "DT_INI", "DT_FIN", "ORE_PREV", "ORE_FREQ", "DESC_ENTE"},
			{"BINI", "ADA", "BNIDAA80A41G478X", "19800101", "ACCOGLIENZA", "20170401", "20170405", "20", "10", "COMUNE DI TERNI"},
			{"CONTI", "UGO", nil, "19700101", "ACCOGLIENZA", "20170401", "20170405", "20", "10", "COMUNE DI TERNI"},
		}}, columns: []string{"A=surname B=given_name C=codice_fiscale D=birth_date E=title F=start_date G=end_date H=hours_planned I=hours_attended J=service"}, rows: "2 3"},

		{name: "cf-without-header-word", grid: grid{rows: [][]any{
			{"Nominativo", "Identificativo fiscale", "Sede di lavoro"},
			{"Bini Ada", "BNIDAA80A41G478X", "Comune di Terni"}, {"Conti Ugo", "CNTGUO80A01G478X", "Comune di Todi"},
		}}, columns: []string{"A=full_name B=codice_fiscale C=service"}, rows: "2 3"},

		{name: "no-header", grid: grid{rows: [][]any{
			{"Bini Ada", "BNIDAA80A41G478X", "Terni", 10}, {"Conti Ugo", "CNTGUO80A01G478X", "Todi", 8}, {"Dori Ivo", "DROVIO80A01G478X", "Narni", 9},
		}}, columns: []string{"A=full_name B=codice_fiscale C=comune D="}, rows: "1 2 3"},

		{name: "name-alone-holds-both", grid: grid{rows: [][]any{
			{"Nome", "E-mail", "Ente"}, {"Ada Bini", "a@example.org", "ASL"}, {"Ugo Conti", "u@example.org", "ASL"},
		}}, columns: []string{"A=full_name B=email C=service"}, rows: "2 3"},

		{name: "course-column-holds-codes", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Corso", "Ore"}, {"Bini", "Ada", "A-01", 4}, {"Conti", "Ugo", "A-02", 4}, {"Dori", "Ivo", "A-02", 4},
		}}, columns: []string{"A=surname B=given_name C=code D=hours_attended"}, rows: "2 3 4"},

		{name: "birth-then-residence-then-work", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Nato il", "Comune", "Residente a", "Servizio", "Comune"},
			{"Bini", "Ada", d(1980, 1, 1), "Terni", "Todi", "ASL 2", "Foligno"}, {"Conti", "Ugo", d(1981, 1, 1), "Norcia", "Todi", "ASL 2", "Foligno"},
		}}, columns: []string{"A=surname B=given_name C=birth_date D=birth_place E=residence F=service G=comune"}, rows: "2 3"},

		{name: "footnotes-and-pages", grid: grid{rows: [][]any{
			{"N.", "Cognome", "Nome", "Ente", "Ore", "Esito"},
			{1, "Bini", "Ada", "ASL", 10, "C"}, {2, "Somma", "Ivo", "ASL", 9, "C"}, {3, "Nota", "Lea", "ASL", 9, "C"}, {4}, {5},
			{nil, "Totale ore", nil, nil, 28},
			{"* ha frequentato solo in parte"},
			nil,
			{"Perugia, 31/05/2017", nil, nil, "Il Presidente"},
			{nil, nil, nil, "Ing. Ugo Conti"},
		}}, columns: []string{"A=ordinal B=surname C=given_name D=service E=hours_attended F=status"}, rows: "2 3 4",
			rules: []string{"row-not-data 7", "row-not-data 8", "row-not-data 10", "row-not-data 11"}},

		{name: "hidden-things", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Ore"}, {"Bini", "Ada", 10}, {"Conti", "Ugo", 10}, {"Dori", "Ivo", 10},
		}, hiddenRows: []int{3, 4}, hiddenCols: []string{"C"}}, columns: []string{"A=surname B=given_name C=hours_attended"}, rows: "2 3 4",
			rules: []string{"column-hidden 1", "row-hidden 3"}},

		{name: "english", grid: grid{rows: [][]any{
			{"Family name", "First name", "Date of birth", "Organisation", "Course title", "Hours attended", "Certificate (y/n)", "Pre-test (%)", "Post-test (%)"},
			{"Bini", "Ada", d(1980, 1, 1), "ASL", "Welcome", 4, "y", 0.4, 0.9}, {"Conti", "Ugo", d(1980, 1, 1), "ASL", "Welcome", 4, "n", 0.4, 0.5},
		}}, columns: []string{"A=surname B=given_name C=birth_date D=service E=title F=hours_attended G=certificate H=score_before I=score_after"}, rows: "2 3"},

		{name: "planned-and-attended", grid: grid{rows: [][]any{
			{"Cognome", "Nome", "Ore", nil, "Test", nil},
			{nil, nil, "Previste", "Frequentate", "Ingresso", "Uscita"},
			{"Bini", "Ada", 20, 18, 5, 8}, {"Conti", "Ugo", 20, 10, 4, 9},
		}, merged: []string{"C1:D1", "E1:F1", "A1:A2", "B1:B2"}}, columns: []string{"A=surname B=given_name C=hours_planned D=hours_attended E=score_before F=score_after"}, rows: "3 4"},

		{name: "hints-and-numbering-under-header", grid: grid{rows: [][]any{
			{"N.", "Cognome", "Nome", "Data nascita", "Ore"},
			{nil, nil, nil, "(gg/mm/aaaa)", "(in decimali)"},
			{1, 2, 3, 4, 5},
			{1, "Bini", "Ada", "01/02/1980", "4,5"}, {2, "Conti", "Ugo", "01/02/1981", "4,5"},
		}}, columns: []string{"A=ordinal B=surname C=given_name D=birth_date E=hours_attended"}, rows: "4 5"},

		{name: "nothing-but-notes", grid: grid{rows: [][]any{
			{"Istruzioni"}, {"Compilare una riga per ogni partecipante"}, {"Inviare entro il 10 del mese"},
		}}, rules: []string{"sheet-without-register 0"}},

		{name: "transposed", grid: grid{rows: [][]any{
			{"Cognome", "Bini", "Conti", "Dori"}, {"Nome", "Ada", "Ugo", "Ivo"}, {"Codice fiscale", "BNIDAA80A41G478X", nil, nil}, {"Ore", 4, 5, 6},
		}}, columns: []string{"A=surname B=given_name C=codice_fiscale D=hours_attended"}, rows: "2 3 4", values: []string{"2 codice_fiscale=BNIDAA80A41G478X", "4 hours_attended=6"}},
	}
}

func TestFixtures(t *testing.T) {
	columns, right := 0, 0
	for _, f := range slices.Concat(fixtures(), furtherFixtures(), moreFixtures()) {
		t.Run(f.name, func(t *testing.T) {
			got := recogniseBytes(t, bytesOf(t, f.grid), Options{})
			for i, want := range f.columns {
				wants, have := strings.Split(want, " "), strings.Split(got.recognised(i), " ")
				for k, w := range wants {
					columns++
					if k < len(have) && have[k] == w {
						right++
					}
				}
				if got.recognised(i) != want {
					t.Errorf("table %d:\n got %s\nwant %s", i, got.recognised(i), want)
				}
			}
			if len(got.tables) != len(f.columns) {
				t.Errorf("%d tables, want %d", len(got.tables), len(f.columns))
			}
			if rows := got.numbers(); rows != f.rows {
				t.Errorf("rows %s, want %s", rows, f.rows)
			}
			got.check(t, f.values)
			var rules []string
			for _, r := range got.rules() {
				if !strings.HasPrefix(r, "column-unrecognised") {
					rules = append(rules, r)
				}
			}
			if !slices.Equal(rules, f.rules) {
				t.Errorf("findings %v, want %v", rules, f.rules)
			}
		})
	}
	t.Logf("%d of %d columns right", right, columns)
}

func (s *seen) numbers() string {
	var out []string
	for _, r := range s.rows {
		out = append(out, fmt.Sprint(r.number))
	}
	return strings.Join(out, " ")
}

// check compares values written as "4 title=Corso A".
func (s *seen) check(t *testing.T, values []string) {
	t.Helper()
	for _, v := range values {
		number, rest, _ := strings.Cut(v, " ")
		field, want, _ := strings.Cut(rest, "=")
		i := slices.IndexFunc(s.rows, func(r seenRow) bool { return fmt.Sprint(r.number) == number })
		if i < 0 {
			t.Errorf("no row %s", number)
			continue
		}
		if got := s.rows[i].value(Field(field)); got != want {
			t.Errorf("row %s, %s: %q, want %q", number, field, got, want)
		}
	}
}
