package register

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// rowsOf gives rows of texts, written one to a line with | between cells, as a sheet does.
func rowsOf(text string) RowSource {
	return func(yield func(*workbook.Row) error) error {
		for n, line := range strings.Split(text, "\n") {
			row := workbook.Row{Number: n + 1}
			for col, value := range strings.Split(line, "|") {
				if value != "" {
					row.Cells = append(row.Cells, workbook.Cell{Kind: workbook.Text, Col: col + 1, Text: value})
				}
			}
			if len(row.Cells) > 0 {
				if err := yield(&row); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

func FuzzRecognise(f *testing.F) {
	lex := lexicon(f)
	f.Add("Corso: A - Edizione 2\nCognome|Nome|C.F.|12/04|Ore\nBini|Ada|BNIDAA80A41G478X|P|4\nTotale||||4", 3, 1)
	f.Add("Dati anagrafici||Corso\nCognome|Nome|Titolo\nBini|Ada|X", 2, 2)
	f.Add("Codice|Titolo|Data inizio|Ore\nA|B|1/1/17|4\n\n\nNominativo\nAda Bini\nUgo Conti", 5, 5)
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		sheet := workbook.Sheet{Name: "Foglio1", Merged: []workbook.Range{
			{FirstRow: a, FirstCol: b, LastRow: a + 2, LastCol: b}, {FirstRow: b, FirstCol: a, LastRow: b, LastCol: a + 3}, {FirstRow: a, FirstCol: a, LastRow: b, LastCol: b}}}
		last := 0
		sink := &checkingSink{t: t, last: &last}
		if err := Recognise(context.Background(), sheet, rowsOf(text), lex, Options{Window: 8}, sink, func(finding.Finding) {}); err != nil {
			t.Fatal(err)
		}
	})
}

// checkingSink holds what Recognise promises: rows from the top down, cells by the table's columns.
type checkingSink struct {
	t    *testing.T
	last *int
}

func (s *checkingSink) Table(table *Table) error {
	cols := map[int]bool{}
	fields := map[Field]bool{}
	for _, c := range table.Columns {
		if cols[c.Col] || fields[c.Field] && !repeatable(c.Field) && c.Block < 2 || c.Field == ignored || c.Score < 0 || c.Score > 1 {
			s.t.Errorf("columns %+v", table.Columns)
		}
		cols[c.Col], fields[c.Field] = true, true
	}
	return nil
}

func (s *checkingSink) Row(table *Table, row *Row) error {
	if row.Number < *s.last || len(row.Cells) != len(table.Columns) || len(row.Carried) != len(row.Cells) || row.Number <= table.HeaderLast {
		s.t.Errorf("row %d after %d under the header %d-%d", row.Number, *s.last, table.HeaderFirst, table.HeaderLast)
	}
	*s.last = row.Number
	return nil
}

// TestColumnsInAnyOrder shuffles the columns of a register and puts it anywhere on a sheet: the same
// fields and rows must come out.
func TestColumnsInAnyOrder(t *testing.T) {
	type column struct {
		field  Field
		names  []string
		values func(i int) any
	}
	people := [][2]string{{"Bini", "Ada"}, {"Conti", "Ugo"}, {"Dori", "Ivo"}, {"Elmi", "Eva"}, {"Fani", "Leo"}, {"Galli", "Lea"}}
	columns := []column{
		{Surname, []string{"Cognome", "COGNOME", "Cogn.", "Surname", "Cognome del partecipante"}, func(i int) any { return people[i][0] }},
		{GivenName, []string{"Nome", "NOME", "First name", "Nome partecipante"}, func(i int) any { return people[i][1] }},
		{CodiceFiscale, []string{"C.F.", "Codice fiscale", "Cod. Fisc.", "codice fiscale (obbligatorio)", "CodiceFiscale"}, func(i int) any { return "BNIDAA80A4" + fmt.Sprint(i) + "G478X" }},
		{BirthDate, []string{"Data di nascita", "Nato/a il", "Data nasc.", "DATA NASCITA", "Data di nascità"}, func(i int) any { return day(1970+i, 3, 4) }},
		{Gender, []string{"Sesso", "Genere", "M/F", "Sesso (M/F)"}, func(i int) any { return []string{"F", "M"}[i%2] }},
		{Role, []string{"Qualifica", "Ruolo", "Profilo professionale", "Mansione"}, func(i int) any { return []string{"Educatrice", "Assistente sociale"}[i%2] }},
		{Service, []string{"Ente di appartenenza", "Servizio", "Ente", "Ente / Servizio", "Struttura di appartenenza"}, func(i int) any { return "Comune di Terni - Servizi sociali" }},
		{HoursAttended, []string{"Ore frequentate", "Ore di presenza", "Ore freq.", "Tot. ore frequentate", "Ore frequentate (in decimali)"}, func(i int) any { return 4.5 + float64(i) }},
		{Certificate, []string{"Attestato", "Attestato (sì/no)", "Rilascio attestato"}, func(i int) any { return []string{"sì", "no"}[i%2] }},
		{CourseCode, []string{"Codice corso", "Cod. corso", "ID corso"}, func(i int) any { return "A-0" + fmt.Sprint(i) }},
		{Email, []string{"E-mail", "Email", "Indirizzo mail"}, func(i int) any { return "x@example.org" }},
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	right, all := 0, 0
	for range 60 {
		order := rnd.Perm(len(columns))
		left, above := rnd.IntN(4), rnd.IntN(6)
		g := grid{rows: make([][]any, above)}
		if above > 2 {
			g.rows[0] = []any{"Registro dei partecipanti"}
		}
		rows := make([][]any, len(people)+1)
		for y := range rows {
			rows[y] = make([]any, left)
			for _, k := range order {
				c := columns[k]
				if y == 0 {
					rows[y] = append(rows[y], c.names[rnd.IntN(len(c.names))])
				} else {
					rows[y] = append(rows[y], c.values(y-1))
				}
			}
		}
		g.rows = append(g.rows, rows...)
		got := recogniseBytes(t, bytesOf(t, g), Options{})
		if len(got.tables) != 1 || len(got.rows) != len(people) || got.tables[0].HeaderFirst != above+1 {
			t.Fatalf("%d tables, %d rows: %v", len(got.tables), len(got.rows), g.rows)
		}
		for x, k := range order {
			all++
			i := slices.IndexFunc(got.tables[0].Columns, func(c Column) bool { return c.Col == left+x+1 })
			if i >= 0 && got.tables[0].Columns[i].Field == columns[k].field {
				right++
			} else {
				t.Errorf("%v is %v, want %s", rows[0][left+x], got.tables[0].Columns[i], columns[k].field)
			}
		}
	}
	t.Logf("%d of %d columns right", right, all)
}
