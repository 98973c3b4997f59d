package register

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// accountOf keeps what Recognise said about each row of a sheet: whatever holds something must be data, a
// header, a label, or told.
type accountOf struct {
	seen
	rows   map[int]bool
	labels map[int]bool
}

func (a *accountOf) Row(t *Table, r *Row) error {
	for i := range r.Cells {
		row, _ := t.Place(r.Number, i)
		a.rows[row] = true
	}
	for _, l := range r.Labels {
		a.labels[l.Row] = true
	}
	return nil
}

func (a *accountOf) Table(t *Table) error {
	_ = a.seen.Table(t)
	if t.Across {
		for _, c := range t.Columns {
			a.rows[c.Col] = true
		}
		return nil
	}
	for row := t.HeaderFirst; row > 0 && row <= t.HeaderLast; row++ {
		a.rows[row] = true
	}
	return nil
}

// lost lists the rows that are accounted for by nothing.
func (a *accountOf) lost(lex *Lexicon, rows []*workbook.Row) []int {
	for _, f := range a.findings {
		if f.Rule == finding.SheetWithoutRegister {
			return nil
		}
		a.rows[f.Row] = true
		for extra := 1; extra < rowsTold(f); extra++ {
			a.rows[f.Row+extra] = true
		}
	}
	var out []int
	for _, r := range rows {
		filled := false
		for i := range r.Cells {
			filled = filled || !blank(&r.Cells[i])
		}
		if filled && !a.rows[r.Number] && !a.labels[r.Number] && !explained(lex, r) {
			out = append(out, r.Number)
		}
	}
	return out
}

// explained says whether a row needs no finding: a line of one text, a heading outside tables; labels that
// a later one replaced or that no row came after; a row with its number only.
func explained(lex *Lexicon, r *workbook.Row) bool {
	filled, numbers := 0, 0
	for i := range r.Cells {
		if c := &r.Cells[i]; !blank(c) {
			filled++
			if looksNumber(textOf(c)) {
				numbers++
			}
		}
	}
	labels, rest := lex.labelsAndRest(&line{number: r.Number, cells: r.Cells}, r.Cells)
	facts := true
	for i := range r.Cells {
		month, _ := lex.monthIn(textOf(&r.Cells[i]))
		facts = facts && (blank(&r.Cells[i]) || month > 0 || len(lex.factsLine(textOf(&r.Cells[i]), r.Number, 1)) > 0)
	}
	return filled == 1 || facts || numbers == filled && filled == 1 || len(labels) > 0 && rest == nil
}

// rowsTold says how many rows from its own on a finding tells of.
func rowsTold(f finding.Finding) int {
	n := 1
	fmt.Sscanf(f.Args["rows"], "%d", &n)
	return n
}

func account(t *testing.T, sheet workbook.Sheet, rows []*workbook.Row) []int {
	t.Helper()
	lex := lexicon(t)
	a := &accountOf{rows: map[int]bool{}, labels: map[int]bool{}}
	source := func(yield func(*workbook.Row) error) error {
		for _, r := range rows {
			if err := yield(r); err != nil {
				return err
			}
		}
		return nil
	}
	must(t, Recognise(context.Background(), sheet, source, lex, Options{IsComune: isComune}, a, func(f finding.Finding) { a.findings = append(a.findings, f) }))
	return a.lost(lex, rows)
}

func rowsOfSheet(t *testing.T, text string) (workbook.Sheet, []*workbook.Row) {
	t.Helper()
	book, err := workbook.OpenBytes(context.Background(), bytesOf(t, parseSheet(t, text)), workbook.Options{})
	must(t, err)
	defer book.Close()
	var rows []*workbook.Row
	must(t, book.Rows(context.Background(), 0, func(r *workbook.Row) error {
		rows = append(rows, &workbook.Row{Number: r.Number, Hidden: r.Hidden, Cells: slices.Clone(r.Cells)})
		return nil
	}))
	return book.Sheets()[0], rows
}

// TestNoRowIsLost shuffles, drops, doubles and moves the rows of strange sheets: every row that holds
// something must still be data, header or label, or be told in a finding.
func TestNoRowIsLost(t *testing.T) {
	files, err := filepath.Glob("testdata/strange/*.txt")
	must(t, err)
	rnd := rand.New(rand.NewPCG(3, 5))
	for _, file := range files {
		raw, err := os.ReadFile(file)
		must(t, err)
		for _, s := range splitSheets(string(raw)) {
			sheet, rows := rowsOfSheet(t, s.text)
			if lost := account(t, sheet, rows); len(lost) > 0 {
				t.Errorf("%s: rows %v are neither data nor told", s.name, lost)
			}
			for range 12 {
				mixed := mixRows(rnd, rows)
				if lost := account(t, workbook.Sheet{Name: sheet.Name}, mixed); len(lost) > 0 {
					t.Errorf("%s, mixed: rows %v are neither data nor told:\n%s", s.name, lost, written(mixed))
				}
			}
		}
	}
}

// mixRows drops, doubles, moves and empties rows at random.
func mixRows(rnd *rand.Rand, rows []*workbook.Row) []*workbook.Row {
	var out []*workbook.Row
	number := 0
	for _, i := range rnd.Perm(len(rows)) {
		if rnd.IntN(3) > 0 {
			i = len(out) % len(rows) // mostly in order
		}
		number += 1 + rnd.IntN(2)*rnd.IntN(2)*rnd.IntN(3)
		r := &workbook.Row{Number: number, Cells: slices.Clone(rows[i].Cells)}
		if len(r.Cells) > 1 && rnd.IntN(5) == 0 {
			k := rnd.IntN(len(r.Cells))
			r.Cells = slices.Delete(r.Cells, k, k+1)
		}
		out = append(out, r)
	}
	return out
}

func written(rows []*workbook.Row) string {
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "%d:", r.Number)
		for i := range r.Cells {
			fmt.Fprintf(&b, " %s=%s", workbook.ColumnName(r.Cells[i].Col), textOf(&r.Cells[i]))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
