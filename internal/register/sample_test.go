package register

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"formare/internal/finding"
	"formare/internal/sample"
	"formare/internal/workbook"
)

// TestSampleRowsAreFound reads every workbook of the invented programme: each person's row of the truth
// must come out as a data row, and no other row of people may.
func TestSampleRowsAreFound(t *testing.T) {
	dir := t.TempDir()
	if _, err := sample.Generate(dir, sample.Options{}); err != nil {
		t.Fatal(err)
	}
	truth := map[string]bool{}
	for i, rec := range readCSV(t, filepath.Join(dir, "truth", "rows.csv")) {
		if i > 0 {
			truth[rec[0]+"!"+rec[1]+"!"+rec[2]] = true
		}
	}
	files := readCSV(t, filepath.Join(dir, "truth", "sources.csv"))
	found, columns, known := 0, 0, 0
	extra := 0
	for _, rec := range files[1:] {
		file := rec[0]
		book, err := workbook.Open(context.Background(), filepath.Join(dir, "data", "inbox", file), workbook.Options{})
		must(t, err)
		for i, sheet := range book.Sheets() {
			out := &seen{}
			must(t, Recognise(context.Background(), sheet, func(y func(*workbook.Row) error) error { return book.Rows(context.Background(), i, y) },
				lexicon(t), Options{IsComune: isComune}, out, func(finding.Finding) {}))
			for _, row := range out.rows {
				if out.tables[row.table].Subject != People {
					continue
				}
				at := fmt.Sprintf("%s!%s!%d", file, sheet.Name, row.number)
				if !truth[at] {
					extra++
					t.Log("not in the truth:", at)
					continue
				}
				delete(truth, at)
				found++
			}
			for _, table := range out.tables {
				for _, c := range table.Columns {
					columns++
					if c.Field != None {
						known++
					} else {
						t.Log("not recognised:", file, sheet.Name, c.Header)
					}
				}
			}
		}
		must(t, book.Close())
	}
	for at := range truth {
		t.Error("not found:", at)
	}
	t.Logf("%d rows found, %d more; %d of %d columns have a field", found, extra, known, columns)
}

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	must(t, err)
	return records
}
