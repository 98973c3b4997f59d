package table

import (
	"io"
	"testing"

	"formare/internal/finding"
	"formare/internal/normalise"
)

// BenchmarkSmall writes the tables of one usual workbook: two courses, thirty people, a few findings.
func BenchmarkSmall(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		batch := NewBatch(nil, "0123456789abcdef", "anci")
		for row := range 2 {
			if err := batch.AddCourse(&normalise.Course{Place: normalise.Place{Sheet: "Registro", Row: row + 1}, Course: "anci/C1", Code: "C1", Title: "Mediazione"}); err != nil {
				b.Fatal(err)
			}
		}
		for row := range 30 {
			e := normalise.Enrolment{Place: normalise.Place{Sheet: "Registro", Row: row + 9}, Course: "anci/C1", Month: "2017-04", Comune: "054039", Role: "educatore"}
			if err := batch.AddEnrolment(&e, Keys{CF: Key{int64(row) << 40, true}, Name: Key{int64(row) << 20, true}}); err != nil {
				b.Fatal(err)
			}
		}
		for row := range 4 {
			f := finding.Finding{Rule: finding.SourceEmpty, Sheet: "Registro", Cell: "B6", Row: row + 9, Value: "x"}
			if err := batch.AddFinding(f, "La cella non si legge"); err != nil {
				b.Fatal(err)
			}
		}
		for _, name := range []string{Courses, Enrolments, Findings} {
			if err := batch.WriteTable(name, io.Discard); err != nil {
				b.Fatal(err)
			}
		}
		batch.Release()
	}
}
