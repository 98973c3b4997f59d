package register

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"formare/data"
	"formare/internal/finding"
	"formare/internal/workbook"

	"github.com/xuri/excelize/v2"
)

// grid is a small sheet as a test writes it: rows of values, nil for an empty cell.
type grid struct {
	name       string
	rows       [][]any
	merged     []string // "A1:C1"
	hiddenRows []int
	hiddenCols []string
	hidden     bool
}

// bytesOf writes grids as a workbook.
func bytesOf(t testing.TB, grids ...grid) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(t, err)
	for i, g := range grids {
		name := g.name
		if name == "" {
			name = fmt.Sprintf("Foglio%d", i+1)
		}
		if i == 0 {
			must(t, f.SetSheetName("Sheet1", name))
		} else {
			_, err := f.NewSheet(name)
			must(t, err)
		}
		for y, row := range g.rows {
			for x, v := range row {
				at := workbook.Address(y+1, x+1)
				if v == nil {
					continue
				}
				must(t, f.SetCellValue(name, at, v))
				if _, ok := v.(time.Time); ok {
					must(t, f.SetCellStyle(name, at, at, date))
				}
			}
		}
		for _, m := range g.merged {
			from, to, _ := strings.Cut(m, ":")
			must(t, f.MergeCell(name, from, to))
		}
		for _, row := range g.hiddenRows {
			must(t, f.SetRowVisible(name, row, false))
		}
		for _, col := range g.hiddenCols {
			must(t, f.SetColVisible(name, col, false))
		}
		if g.hidden {
			must(t, f.SetSheetVisible(name, false))
		}
	}
	var buf bytes.Buffer
	must(t, f.Write(&buf))
	return buf.Bytes()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// seen collects what Recognise finds, as text.
type seen struct {
	tables   []Table
	rows     []seenRow
	findings []finding.Finding
}

type seenRow struct {
	table   int
	number  int
	values  map[Field]string
	labels  map[Field]string
	carried map[Field]bool
	marks   []string // values of the session columns
}

func (s *seen) Table(t *Table) error {
	s.tables = append(s.tables, *t)
	s.tables[len(s.tables)-1].Columns = slices.Clone(t.Columns)
	return nil
}

func (s *seen) Row(t *Table, r *Row) error {
	row := seenRow{table: t.Index, number: r.Number, values: map[Field]string{}, labels: map[Field]string{}, carried: map[Field]bool{}}
	for i, c := range t.Columns {
		text := textOf(&r.Cells[i])
		if c.Field == Session {
			row.marks = append(row.marks, text)
			continue
		}
		if text != "" && c.Field != None {
			row.values[c.Field] = text
			row.carried[c.Field] = r.Carried[i]
		}
	}
	for _, l := range r.Labels {
		row.labels[l.Field] = textOf(&l.Value)
	}
	s.rows = append(s.rows, row)
	return nil
}

// value gives a row's value of a field, from its column or its label.
func (r seenRow) value(f Field) string {
	if v, ok := r.values[f]; ok {
		return v
	}
	return r.labels[f]
}

func lexicon(t testing.TB) *Lexicon {
	t.Helper()
	l, err := LoadLexicon(data.FS)
	must(t, err)
	return l
}

// isComune knows a few comuni, as a test needs them.
func isComune(s string) bool {
	return slices.Contains([]string{"perugia", "terni", "foligno", "assisi", "spoleto", "gubbio", "orvieto", "todi", "narni", "marsciano", "norcia", "città di castello", "comune di perugia", "comune di terni"}, strings.ToLower(strings.TrimSpace(s)))
}

func recogniseBytes(t testing.TB, raw []byte, opt Options) *seen {
	t.Helper()
	ctx := context.Background()
	book, err := workbook.OpenBytes(ctx, raw, workbook.Options{})
	must(t, err)
	defer book.Close()
	out := &seen{}
	if opt.IsComune == nil {
		opt.IsComune = isComune
	}
	lex := lexicon(t)
	for i, sheet := range book.Sheets() {
		err := Recognise(ctx, sheet, func(yield func(*workbook.Row) error) error { return book.Rows(ctx, i, yield) },
			lex, opt, out, func(f finding.Finding) { out.findings = append(out.findings, f) })
		must(t, err)
	}
	return out
}

func (s *seen) recognised(table int) string {
	if table >= len(s.tables) {
		return "no table"
	}
	var b strings.Builder
	for _, c := range s.tables[table].Columns {
		fmt.Fprintf(&b, "%s=%s ", workbook.ColumnName(c.Col), c.Field)
	}
	return strings.TrimSpace(b.String())
}

func (s *seen) rules() []string {
	var out []string
	for _, f := range s.findings {
		out = append(out, fmt.Sprintf("%s %d%s", f.Rule, f.Row, ""))
	}
	return out
}
