package register

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"formare/internal/workbook"
)

// TestForeignWorkbooks reads workbooks that hold no register of training: none may hang or panic, and few
// may look like one.
func TestForeignWorkbooks(t *testing.T) {
	root := "../../../shared/corpus"
	if _, err := os.Stat(root); err != nil {
		t.Skip("the corpus of foreign workbooks is not here:", root)
	}
	lex, ctx, files, tables := lexicon(t), context.Background(), 0, 0
	must(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		book, err := workbook.Open(ctx, path, workbook.Options{})
		if err != nil {
			return nil // what cannot be opened is the matter of another test
		}
		defer book.Close()
		c := &counter{}
		limited, cancel := context.WithTimeout(ctx, time.Minute) // against hangs; speed is a benchmark's matter
		defer cancel()
		_ = recogniseBook(limited, book, lex, c)
		if limited.Err() != nil {
			t.Errorf("%s hangs", path)
		}
		files++
		if c.tables > 0 {
			tables++
			t.Logf("%s: %s", filepath.Base(path), c)
		}
		return nil
	}))
	t.Logf("%d files, %d with what looks like a register", files, tables)
	if tables*20 > files {
		t.Error("too many foreign workbooks look like registers")
	}
}
