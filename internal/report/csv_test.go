package report

import (
	"bytes"
	"testing"

	"formare/internal/table"
)

// No text that came from a workbook or a file's name becomes a formula in a spreadsheet; numbers stay
// numbers.
func TestFormulasAreInert(t *testing.T) {
	f := &table.Frame{
		Columns: []table.Column{{Name: "title", Type: table.Text}, {Name: "n", Type: table.Real}},
		Rows:    [][]any{{"=1+1", -2.5}, {"+39", 1.0}, {"-x", nil}, {"@SUM(A1)", 0.0}, {"Corso", 3.0}},
	}
	var out bytes.Buffer
	if err := inertFrame(f).WriteCSV(&out); err != nil {
		t.Fatal(err)
	}
	want := "title,n\n'=1+1,-2.5\n'+39,1\n'-x,\n'@SUM(A1),0\nCorso,3\n"
	if out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
	if f.Rows[0][0] != "=1+1" {
		t.Error("the frame itself was changed")
	}
	file, err := csvFile("a.csv", [][]string{{"=cmd|x", "a;b", "due\nrighe"}})
	if err != nil || string(file.Content) != "\uFEFF'=cmd|x;\"a;b\";\"due\r\nrighe\"\r\n" {
		t.Errorf("got %q, %v", file.Content, err)
	}
}
