package register

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"formare/internal/finding"
	"formare/internal/workbook"

	"github.com/xuri/excelize/v2"
)

// counter is a sink that only counts.
type counter struct{ tables, rows int }

func (c *counter) Table(*Table) error     { c.tables++; return nil }
func (c *counter) Row(*Table, *Row) error { c.rows++; return nil }
func ignoreFinding(finding.Finding)       {}
func (c *counter) String() string         { return fmt.Sprint(c.tables, " tables, ", c.rows, " rows") }

func recogniseBook(ctx context.Context, book workbook.Book, lex *Lexicon, sink Sink) error {
	for i, sheet := range book.Sheets() {
		err := Recognise(ctx, sheet, func(y func(*workbook.Row) error) error { return book.Rows(ctx, i, y) }, lex, Options{IsComune: isComune}, sink, ignoreFinding)
		if err != nil {
			return err
		}
	}
	return nil
}

// TestFolder times all workbooks under $REGISTER_FOLDER.
func TestFolder(t *testing.T) {
	root := os.Getenv("REGISTER_FOLDER")
	if root == "" {
		t.Skip("REGISTER_FOLDER names no folder")
	}
	lex, ctx, c, files := lexicon(t), context.Background(), &counter{}, 0
	start := time.Now()
	must(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		book, err := workbook.Open(ctx, path, workbook.Options{})
		if err != nil {
			return nil
		}
		defer book.Close()
		files++
		return recogniseBook(ctx, book, lex, c)
	}))
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Logf("%d files, %s in %v, %d MB from the system", files, c, time.Since(start), m.Sys>>20)
}

// large is one sheet of n people.
func large(tb testing.TB, n int) []byte {
	tb.Helper()
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	must(tb, err)
	head := []any{"N.", "Cognome", "Nome", "Codice fiscale", "Data di nascita", "Sesso", "Qualifica", "Servizio", "Comune", "Corso", "Data inizio", "Ore previste", "Ore frequentate", "Esito", "Attestato"}
	must(tb, w.SetRow("A1", head))
	for i := 0; i < n; i++ {
		must(tb, w.SetRow(workbook.Address(i+2, 1), []any{i + 1, fmt.Sprintf("Cognome%d", i%977), "Ada", "BNIDAA80A41G478X", "01/01/1980", "F", "Educatrice", "Comune di Terni", "Terni", "Accoglienza", "01/04/2017", 20, 18.5, "Completato", "sì"}))
	}
	must(tb, w.Flush())
	var buf bytes.Buffer
	must(tb, f.Write(&buf))
	return buf.Bytes()
}

// BenchmarkRecognise reads one sheet of 100,000 rows from its bytes to data rows.
func BenchmarkRecognise(b *testing.B) {
	raw, lex, ctx := large(b, 100_000), lexicon(b), context.Background()
	for b.Loop() {
		book, err := workbook.OpenBytes(ctx, raw, workbook.Options{})
		must(b, err)
		c := &counter{}
		must(b, recogniseBook(ctx, book, lex, c))
		if c.rows != 100_000 {
			b.Fatal(c)
		}
	}
}

// BenchmarkCells reads the same sheet's cells alone.
func BenchmarkCells(b *testing.B) {
	raw, ctx := large(b, 100_000), context.Background()
	for b.Loop() {
		book, err := workbook.OpenBytes(ctx, raw, workbook.Options{})
		must(b, err)
		must(b, book.Rows(ctx, 0, func(*workbook.Row) error { return nil }))
	}
}
