package normalise

import (
	"strings"
	"testing"

	"formare/internal/finding"
	"formare/internal/register"
	"formare/internal/workbook"
)

// Whatever stands in its cells, a register gives records with sane values, and every row of a person is
// either kept or told.
func FuzzRegister(f *testing.F) {
	f.Add("Rossi|Maria|RSSMRA85T10A562S|12/3/85|F|Ass. sociale|Serv. Sociali Terni|Terni|an 01|Corso|12/4/2017|20|15,5|sì|x|27/30|4|P", uint64(0))
	f.Add("||||||||||||||||||\nRossi|M.||31/02/1980|Z||-|Zzz||T|dal 12 al 14/3|9-13|75%|boh|no|-3|9|A", uint64(7))
	f.Add("Rossi|Maria|||||||A\n||||||||B||||4", uint64(1<<17))
	fields := []register.Field{register.Surname, register.GivenName, register.CodiceFiscale, register.BirthDate, register.Gender, register.Role, register.Service, register.Comune,
		register.CourseCode, register.CourseTitle, register.StartDate, register.HoursPlanned, register.HoursAttended, register.Status, register.Certificate, register.ScoreAfter,
		register.Satisfaction, register.Session}
	f.Fuzz(func(t *testing.T, text string, numbers uint64) {
		table := &register.Table{Sheet: workbook.Sheet{Name: "S"}, Subject: register.People}
		for i, fd := range fields {
			table.Columns = append(table.Columns, register.Column{Col: i + 1, Field: fd, Header: string(fd)})
		}
		k := &kept{}
		n := New(testContext(t), k, func(f finding.Finding) { k.findings = append(k.findings, f) })
		named := map[int]bool{}
		for r, line := range strings.Split(text, "\n") {
			row := &register.Row{Number: r + 2}
			values := strings.Split(line, "|")
			for i := range fields {
				var v any
				if i < len(values) {
					v = values[i]
				}
				c := cellOf(v, i+1)
				if numbers>>i&1 == 1 && c.Kind == workbook.Text {
					c = workbook.Cell{Kind: workbook.Number, Num: float64(len(values[i])) * float64(numbers%1000), Format: workbook.Format(numbers >> 40 % 3), Col: i + 1}
				}
				row.Cells = append(row.Cells, c)
			}
			named[row.Number] = lettered(&row.Cells[0]) && !empty(&row.Cells[0])
			if err := n.Row(table, row); err != nil {
				t.Fatal(err)
			}
		}
		if err := n.Close(); err != nil {
			t.Fatal(err)
		}
		for i := range k.enrolments {
			e := &k.enrolments[i]
			delete(named, e.Row)
			for _, v := range []*float64{e.ScoreBefore, e.ScoreAfter, e.Satisfaction, e.ShareAttended} {
				if v != nil && !(*v >= 0 && *v <= 1) {
					t.Fatalf("share %v", *v)
				}
			}
			if h := e.HoursAttended; h != nil && !(*h >= 0 && *h <= mostHours) {
				t.Fatalf("hours %v", *h)
			}
			if !strings.HasPrefix(e.Course, "anci/") {
				t.Fatalf("course %q", e.Course)
			}
		}
		for _, f := range k.findings {
			if f.Row > 0 && f.Severity() == finding.Error {
				delete(named, f.Row)
			}
		}
		for row, person := range named {
			if person {
				t.Fatalf("row %d is lost without a finding", row)
			}
		}
	})
}
