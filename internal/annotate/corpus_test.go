package annotate

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"formare/internal/workbook"
)

const corpus = "../../../shared/corpus"

// Every fourth workbook of the corpus that opens gets notes on cells that exist and on some that do not. All
// its cells read the same afterwards, and the parts that need no change are the same bytes.
func TestCorpusStaysAsItWas(t *testing.T) {
	var edited, odd, fresh int
	why, n := map[string]int{}, 0
	err := filepath.WalkDir(corpus, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(strings.ToLower(filepath.Ext(path)), ".xls") {
			return err
		}
		if n++; n%4 != 0 {
			return nil
		}
		book, err := workbook.Open(t.Context(), path, workbook.Options{})
		if err != nil {
			return nil
		}
		defer book.Close()
		marks := someMarks(t, book)
		archive, err := workbook.OpenArchive(path, workbook.Options{})
		if errors.Is(err, workbook.ErrOtherKind) {
			return nil
		}
		if err != nil {
			t.Errorf("%s: %v", path, err)
			return nil
		}
		defer archive.Close()
		var out bytes.Buffer
		err = Write(t.Context(), &out, archive.Reader, marks)
		if errors.Is(err, ErrOdd) {
			odd++
			why[err.Error()]++
			if raw, _, err := Fresh(t.Context(), book); err == nil && len(raw) > 0 {
				fresh++
			}
			return nil
		}
		if err != nil {
			t.Errorf("%s: %v", path, err)
			return nil
		}
		edited++
		checkCopy(t, path, archive.Reader, out.Bytes(), book, len(marks.Notes))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d edited in place, %d odd (%d of them written anew)", edited, odd, fresh)
	for w, n := range why {
		t.Logf("%4d %s", n, w)
	}
	if edited < 100 || odd > 5 || fresh < odd/2 {
		t.Errorf("%d edited in place, %d odd", edited, odd)
	}
}

// someMarks makes notes on a few cells of each sheet.
func someMarks(t *testing.T, book workbook.Book) Marks {
	m := Marks{Author: "formare", List: List{Name: "Segnalazioni", Title: "prova", Heads: []string{"livello", "cella"}, Widths: []float64{10, 10}}}
	for _, sheet := range book.Sheets() {
		add := func(row, col int) {
			m.Notes = append(m.Notes, Note{Sheet: sheet.Name, Row: row, Col: col, Level: Level(len(m.Notes) % 3), Comment: "=1+1 <&>", Line: []string{"x", cellName(row, col)}, Link: 1})
		}
		n := 0
		err := book.Rows(t.Context(), sheet.Index, func(r *workbook.Row) error {
			if n++; n > 40 {
				return errEnough
			}
			if n%3 == 0 {
				c := r.Cells[len(r.Cells)-1].Col
				add(r.Number, c)
				add(r.Number, min(c+2, 1<<14))
				add(r.Number, 1)
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			continue
		}
		add(77777, 3)
	}
	return m
}

// checkCopy compares a copy with its original: part by part and cell by cell.
func checkCopy(t *testing.T, path string, before *zip.Reader, raw []byte, was workbook.Book, notes int) {
	t.Helper()
	after, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	byName := map[string]*zip.File{}
	for _, f := range after.File {
		byName[f.Name] = f
	}
	for _, f := range before.File {
		g := byName[f.Name]
		if g == nil {
			t.Errorf("%s: the part %s is gone", path, f.Name)
			continue
		}
		name := strings.ToLower(f.Name)
		touched := strings.Contains(name, "sheet") && !strings.Contains(name, "drawing") || strings.HasSuffix(name, ".rels") || strings.Contains(name, "workbook") ||
			strings.Contains(name, "styles") || strings.HasPrefix(name, "[content") || strings.Contains(name, "comment") || strings.HasSuffix(name, ".vml") || strings.Contains(name, "person")
		if !touched && (f.CRC32 != g.CRC32 || f.CompressedSize64 != g.CompressedSize64) {
			t.Errorf("%s: the part %s has changed", path, f.Name)
		}
	}
	now, err := workbook.OpenBytes(t.Context(), raw, workbook.Options{})
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	if a, b := allCells(was, 0), allCells(now, 1); a != b {
		t.Errorf("%s: cells differ: %s", path, firstDifference(a, b))
	}
	if n := len(now.Sheets()) - len(was.Sheets()); n != 1 {
		t.Errorf("%s: %d sheets more", path, n)
	}
	if rows := strings.Count(sheetCells(now, now.Sheets()[0]), "\n"); rows < notes {
		t.Errorf("%s: the list has %d cells for %d notes", path, rows, notes)
	}
}

func allCells(book workbook.Book, from int) string {
	var b strings.Builder
	for _, s := range book.Sheets()[from:] {
		fmt.Fprintf(&b, "== %s %v %v %v\n%s", s.Name, s.Hidden, s.Merged, s.HiddenCols, sheetCells(book, s))
	}
	return b.String()
}

func sheetCells(book workbook.Book, s workbook.Sheet) string {
	var b strings.Builder
	err := book.Rows(context.Background(), s.Index, func(r *workbook.Row) error {
		for _, c := range r.Cells {
			fmt.Fprintf(&b, "%d %v %d %d %d %v %v %q\n", r.Number, r.Hidden, c.Col, c.Kind, c.Format, c.Formula, c.Num, c.Text)
		}
		return nil
	})
	if err != nil {
		fmt.Fprintln(&b, err)
	}
	return b.String()
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range x {
		if i >= len(y) || x[i] != y[i] {
			return x[i] + " | " + strings.Join(y[min(i, len(y)):min(i+1, len(y))], "")
		}
	}
	return "more"
}
