package register

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"formare/internal/finding"
	"formare/internal/workbook"
)

// TestDump shows what is recognised in the workbooks under $REGISTER_DUMP, for a person to look at.
func TestDump(t *testing.T) {
	root := os.Getenv("REGISTER_DUMP")
	if root == "" {
		t.Skip("REGISTER_DUMP names no folder")
	}
	lex := lexicon(t)
	ctx := context.Background()
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		book, err := workbook.Open(ctx, path, workbook.Options{})
		if err != nil {
			fmt.Println("==", path, err)
			return nil
		}
		defer book.Close()
		for i, sheet := range book.Sheets() {
			out := &seen{}
			err := Recognise(ctx, sheet, func(y func(*workbook.Row) error) error { return book.Rows(ctx, i, y) }, lex, Options{IsComune: isComune}, out, func(f finding.Finding) { out.findings = append(out.findings, f) })
			fmt.Printf("== %s ! %s: %d tables, %d rows, err %v\n", filepath.Base(path), sheet.Name, len(out.tables), len(out.rows), err)
			for n, tab := range out.tables {
				fmt.Printf("   table %d subject %d header %d-%d\n", n, tab.Subject, tab.HeaderFirst, tab.HeaderLast)
				for _, c := range tab.Columns {
					fmt.Printf("      %-3s %-45q %-16s %.2f %s\n", workbook.ColumnName(c.Col), c.Header, c.Field, c.Score, c.Reason)
				}
			}
			for n, row := range out.rows {
				if n < 2 || n == len(out.rows)-1 {
					fmt.Printf("   row %d %v labels %v marks %v\n", row.number, row.values, row.labels, row.marks)
				}
			}
			for n, f := range out.findings {
				if n < 12 {
					fmt.Printf("   ! %s %s row %d %s %s\n", f.Rule, f.Cell, f.Row, f.Field, strings.TrimSpace(f.Value))
				}
			}
		}
		return nil
	})
}
