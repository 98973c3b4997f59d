package unseen

import (
	"fmt"
	"path"
	"strings"
	"time"
)

// A book is one file of the inbox before a hand writes it: sheets of cells, in no file format.
type book struct {
	path   string // under inbox, slashes
	hand   hand
	sheets []*sheet
}

// A hand is a program that writes files, with its habits.
type hand string

const (
	byExcel   hand = "excel"   // shared strings, styles, real dates
	byMac     hand = "mac"     // the same with dates of the 1904 system
	byERP     hand = "erp"     // inline strings, no styles, no dimension
	byCalc    hand = "calc"    // .ods
	byExcelIT hand = "csv-it"  // semicolons, Windows-1252, CRLF
	byGoogle  hand = "csv-bom" // commas, UTF-8 with a byte order mark
	byTabs    hand = "tsv"     // tabs, UTF-8
)

// What a cell may hold, besides a string, an int, a float64 or a bool.
type (
	date    struct{ time.Time }
	percent float64                       // shown as 75%
	clock   float64                       // hours, as a fraction of a day shown [h]:mm
	formula struct{ expr, cached string } // cached may be empty: a file no spreadsheet has calculated
)

type pos struct{ row, col int }

type sheet struct {
	book       *book
	name       string
	cells      map[pos]any
	merges     [][2]pos
	hiddenRows []int
	hiddenCols []int
	hidden     bool
	filter     string
	rows, cols int
}

func newBook(file string, by hand) *book { return &book{path: file, hand: by} }

func (b *book) sheet(name string) *sheet {
	s := &sheet{book: b, name: name, cells: map[pos]any{}}
	b.sheets = append(b.sheets, s)
	return s
}

// title of the sheet as truth knows it: files of text have none.
func (s *sheet) title() string {
	switch path.Ext(s.book.path) {
	case ".csv", ".tsv", ".txt":
		return ""
	}
	return s.name
}

func (s *sheet) set(row, col int, v any) {
	if v == nil || v == "" {
		delete(s.cells, pos{row, col})
		return
	}
	s.cells[pos{row, col}] = v
	s.rows, s.cols = max(s.rows, row), max(s.cols, col)
}

// line writes values from a column on; nil and "" leave a cell empty.
func (s *sheet) line(row, col int, values ...any) {
	for i, v := range values {
		s.set(row, col+i, v)
	}
}

func (s *sheet) merge(r1, c1, r2, c2 int) {
	s.merges = append(s.merges, [2]pos{{r1, c1}, {r2, c2}})
	s.rows, s.cols = max(s.rows, r2), max(s.cols, c2)
}

func address(row, col int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return fmt.Sprintf("%s%d", name, row)
}

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func serial(t time.Time, mac bool) float64 {
	base := day(1899, 12, 30)
	if mac {
		base = day(1904, 1, 1)
	}
	return t.Sub(base).Hours() / 24
}

var months = []string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

func dmy(t time.Time) string    { return t.Format("02/01/2006") }
func dotted(t time.Time) string { return fmt.Sprintf("%d.%d.%02d", t.Day(), t.Month(), t.Year()%100) }
func spelled(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), months[t.Month()-1], t.Year())
}
func short(t time.Time) string { return t.Format("02/01") }

func comma(f float64) string { return strings.Replace(fmt.Sprint(f), ".", ",", 1) }
