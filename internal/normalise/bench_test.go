package normalise

import (
	"fmt"
	"testing"

	"formare/internal/finding"
	"formare/internal/register"
	"formare/internal/workbook"
)

type nowhere struct{}

func (nowhere) Course(*Course) error         { return nil }
func (nowhere) Enrolment(*Enrolment) error   { return nil }
func (nowhere) Attendance(*Attendance) error { return nil }

var benchFields = []register.Field{register.Surname, register.GivenName, register.CodiceFiscale, register.BirthDate, register.Gender, register.Role,
	register.Service, register.Comune, register.CourseCode, register.CourseTitle, register.StartDate, register.EndDate, register.HoursPlanned, register.Area,
	register.HoursAttended, register.Status, register.Certificate, register.ScoreBefore, register.ScoreAfter, register.Satisfaction}

// benchRows are rows as registers have them: names and dates of birth all differ, other texts recur.
func benchRows(n int) []register.Row {
	surnames := []string{"Rossi", "D'Angelo", "De Luca", "Nicolò", "BIANCHI", "El Amrani"}
	givens := []string{"Maria", "Luca", "Anna Rita", "Fatima", "Giovanni"}
	services := []string{"Comune di Terni - Servizi sociali", "USL Umbria 2 – SerT", "I.C. Perugia 5", "Coop. soc. Il Melograno", "URP Comune di Spoleto"}
	comuni := []string{"Terni", "Citta' di Castello", "Comune di Perugia", "Spoleto (PG)", "P.S. Giovanni"}
	rows := make([]register.Row, n)
	for i := range rows {
		course := i / 20
		values := []any{surnames[i%6], givens[i%5], nil, Date{1950 + i%50, 1 + 3, 1 + i%28}, []string{"F", "M"}[i%2], "Ass. sociale",
			services[i%5], comuni[i%5], fmt.Sprintf("AN-%04d", course), fmt.Sprintf("Corso %d", course), fmt.Sprintf("%02d/05/2017", 1+course%28), "12 maggio 2018", 20.0, "Istruzione",
			"15,5", "completato", "sì", "12/30", 27.0, 4.0}
		if i%3 == 0 {
			values[2] = "RSSMRA85T10A562S"
			values[3] = nil
			values[4] = nil
			values[0], values[1] = "Rossi", "Mario"
		}
		for j, v := range values {
			rows[i].Cells = append(rows[i].Cells, cellOf(v, j+1))
		}
		rows[i].Number = i + 2
		rows[i].Carried = make([]bool, len(values))
	}
	return rows
}

func BenchmarkRows(b *testing.B) {
	rows := benchRows(20000)
	table := &register.Table{Sheet: workbook.Sheet{Name: "Foglio1"}, Subject: register.People}
	for i, f := range benchFields {
		table.Columns = append(table.Columns, register.Column{Col: i + 1, Field: f, Header: string(f)})
	}
	ctx := testContext(b)
	b.ReportAllocs()
	for b.Loop() {
		found := 0
		n := New(ctx, nowhere{}, func(finding.Finding) { found++ })
		for i := range rows {
			if err := n.Row(table, &rows[i]); err != nil {
				b.Fatal(err)
			}
		}
		if err := n.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*float64(len(rows))/b.Elapsed().Seconds(), "rows/s")
}
