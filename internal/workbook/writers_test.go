package workbook

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// writers are the programs whose files lie in testdata/writers: one content, written by each. make.py there
// writes them; excelize writes its own here.
var writers = []string{"xlsxwriter", "openpyxl", "libreoffice", "gnumeric", "excelize"}

// asWritten is what stands in the workbook, as xlsxwriter stores it.
var asWritten = map[string]string{
	"Nascosto":     `hidden true, columns [], merged []`,
	"Nascosto!B2":  `text "Registro"`,
	"Registro":     `hidden false, columns [4], merged [{7 1 7 2}]`,
	"Registro!A1":  `text "Cognome"`,
	"Registro!A2":  `text "D'Angelo & <figli> \"srl\""`,
	"Registro!A3":  `text "riga\ne ancora"`,
	"Registro!A4":  `text "007"`,
	"Registro!A5":  `bool "1"`,
	"Registro!A6":  `number "3" formula`,
	"Registro!A7":  `text "unita su due"`,
	"Registro!A8":  `text "` + strings.Repeat("x", 300) + `" hidden`,
	"Registro!A9":  `text "una parte in grassetto"`,
	"Registro!B1":  `text "Città"`,
	"Registro!B2":  `text "  due spazi davanti"`,
	"Registro!B3":  `text "Ñandú – 日本語 🙂"`,
	"Registro!B4":  `text "_x000D_ alla lettera"`,
	"Registro!B5":  `bool "0"`,
	"Registro!B6":  `text "ab" formula`,
	"Registro!C1":  `text "Ore"`,
	"Registro!C2":  `number "12.5"`,
	"Registro!C3":  `number "-0.1"`,
	"Registro!C4":  `number "1.23456789012346e+15"`,
	"Registro!C5":  `number "0.75" format 1`,
	"Registro!C6":  `error "#DIV/0!" formula`,
	"Registro!C7":  `number "3"`,
	"Registro!C8":  `number "0" hidden`,
	"Registro!D1":  `text "Inizio"`,
	"Registro!D2":  `date "42826" format 3`,
	"Registro!D3":  `date "43188.3958333333" format 4`,
	"Registro!D4":  `number "0.614583333333333" format 2`,
	"Registro!D5":  `number "1e-07"`,
	"Registro!D6":  `bool "1" formula`,
	"Registro!D7":  `date "42826" format 3`,
	"Registro!D8":  `number "1" hidden`,
	"Registro!F20": `number "20"`,
}

// withoutResults are formulas of which the program stores no result: whoever reads them must say so.
var withoutResults = map[string]string{
	"Registro!A6": `empty "0" formula`, "Registro!B6": `empty "0" formula`, "Registro!C6": `empty "0" formula`, "Registro!D6": `empty "0" formula`,
}

// theirOwn says in which cells a program's file is not as xlsxwriter's, and why.
var theirOwn = map[string]map[string]string{
	// Both store formulas without results, and take a text like _x000D_ for a character that is already escaped.
	"openpyxl": withChanges(withoutResults, map[string]string{"Registro!B4": `text "\r alla lettera"`}),
	"excelize": withChanges(withoutResults, map[string]string{"Registro!B4": `text "\r alla lettera"`}),
	// It keeps booleans as the formulas TRUE() and FALSE(), with their results.
	"libreoffice": {"Registro!A5": `bool "1" formula`, "Registro!B5": `bool "0" formula`},
	// It does not write that a sheet is hidden.
	"gnumeric": {"Nascosto": "hidden false, columns [], merged []"},
}

func withChanges(base, changes map[string]string) map[string]string {
	all := maps.Clone(base)
	maps.Copy(all, changes)
	return all
}

// TestWriters reads the same content as several programs write it, and compares it with what excelize reads.
func TestWriters(t *testing.T) {
	for _, writer := range writers {
		t.Run(writer, func(t *testing.T) {
			file := writerFile(t, writer)
			got, want := contentOf(t, file), withChanges(asWritten, theirOwn[writer])
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("not as written (-want +got):\n%s", diff)
			}
			compared, different := compareWithExcelize(t, file)
			if compared < 30 || different > 0 {
				t.Errorf("%d cells compared with excelize, %d differ", compared, different)
			}
			for _, at := range excelizeCells(t, file) {
				if got[at] == "" {
					t.Errorf("%s is there for excelize only", at)
				}
			}
		})
	}
}

// excelizeCells lists where excelize finds a value.
func excelizeCells(t *testing.T, file string) (found []string) {
	t.Helper()
	f, err := excelize.OpenFile(file, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, value := range row {
				if value != "" {
					found = append(found, sheet+"!"+Address(r+1, c+1))
				}
			}
		}
	}
	return found
}

func writerFile(t *testing.T, writer string) string {
	t.Helper()
	if writer == "excelize" {
		return excelizeFile(t)
	}
	return filepath.Join("testdata", "writers", writer+".xlsx")
}

// contentOf lists a workbook's cells by sheet and address, with what stands around them.
func contentOf(t *testing.T, path string) map[string]string {
	t.Helper()
	ctx := context.Background()
	book, err := Open(ctx, path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	content := map[string]string{}
	for _, s := range book.Sheets() {
		content[s.Name] = fmt.Sprint("hidden ", s.Hidden, ", columns ", s.HiddenCols, ", merged ", s.Merged)
		err := book.Rows(ctx, s.Index, func(r *Row) error {
			for _, c := range r.Cells {
				what := fmt.Sprintf("%s %q", [...]string{"empty", "text", "number", "date", "bool", "error"}[c.Kind], shownValue(c))
				if c.Format != General {
					what += fmt.Sprintf(" format %d", c.Format)
				}
				if c.Formula {
					what += " formula"
				}
				if r.Hidden {
					what += " hidden"
				}
				content[s.Name+"!"+Address(r.Number, c.Col)] = what
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return content
}

func shownValue(c Cell) string {
	if c.Kind == Text || c.Kind == Error {
		return c.Text
	}
	return fmt.Sprintf("%.15g", c.Num)
}

// excelizeFile writes what make.py writes.
func excelizeFile(t *testing.T) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Registro"
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(f.SetSheetName("Sheet1", sheet))
	day, moment := time.Date(2017, 4, 1, 0, 0, 0, 0, time.UTC), time.Date(2018, 3, 29, 9, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		at     string
		value  any
		format string
	}{
		{"A1", "Cognome", ""}, {"B1", "Città", ""}, {"C1", "Ore", ""}, {"D1", "Inizio", ""},
		{"A2", `D'Angelo & <figli> "srl"`, ""}, {"B2", "  due spazi davanti", ""}, {"C2", 12.5, ""}, {"D2", day, "dd/mm/yyyy"},
		{"A3", "riga\ne ancora", ""}, {"B3", "Ñandú – 日本語 🙂", ""}, {"C3", -0.1, ""}, {"D3", moment, "dd/mm/yyyy hh:mm"},
		{"A4", "007", ""}, {"B4", "_x000D_ alla lettera", ""}, {"C4", 1234567890123456, ""}, {"D4", 14*time.Hour + 45*time.Minute, "hh:mm"},
		{"A5", true, ""}, {"B5", false, ""}, {"C5", 0.75, "0%"}, {"D5", 1e-7, "0.00E+00"},
		{"A7", "unita su due", ""}, {"C7", 3, `#,##0.00 "€"`}, {"D7", day, "mmmm yyyy"},
		{"C8", 0, ""}, {"D8", 1.0, ""}, {"F20", 20, ""},
	} {
		check(f.SetCellValue(sheet, c.at, c.value))
		if c.format != "" {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
			check(err)
			check(f.SetCellStyle(sheet, c.at, c.at, style))
		}
	}
	check(f.SetCellStr(sheet, "A8", string(slices.Repeat([]byte("x"), 300))))
	for at, formula := range map[string]string{"A6": "1+2", "B6": `CONCATENATE("a","b")`, "C6": "1/0", "D6": "TRUE()"} {
		check(f.SetCellFormula(sheet, at, formula))
	}
	check(f.MergeCell(sheet, "A7", "B7"))
	check(f.SetCellRichText(sheet, "A9", []excelize.RichTextRun{{Text: "una parte "}, {Text: "in grassetto", Font: &excelize.Font{Bold: true}}}))
	check(f.SetRowVisible(sheet, 8, false))
	check(f.SetColVisible(sheet, "D", false))
	_, err := f.NewSheet("Nascosto")
	check(err)
	check(f.SetCellStr("Nascosto", "B2", "Registro"))
	check(f.SetSheetVisible("Nascosto", false))
	path := filepath.Join(t.TempDir(), "excelize.xlsx")
	check(f.SaveAs(path))
	return path
}
