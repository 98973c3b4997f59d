package workbook

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestCorpusGolden reads what is neither .xlsx nor .xlsm in the corpus and compares each sheet's rows,
// cells and a checksum of all addresses, kinds and values with those that were looked at: they were
// compared, cell by cell, with what calamine and xlrd read of the same files.
func TestCorpusGolden(t *testing.T) {
	var lines []string
	for _, path := range corpusFiles(t) {
		if ext := strings.ToLower(filepath.Ext(path)); ext == ".xls" || ext == ".ods" {
			name, err := filepath.Rel(corpus, path)
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, goldenLines(path, filepath.ToSlash(name))...)
		}
	}
	slices.Sort(lines)
	got := strings.Join(lines, "\n") + "\n"
	const golden = "testdata/corpus.tsv"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(bytes.TrimSpace(want)), "\n"), lines); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// goldenLines gives a line a sheet: file, sheet, rows, cells, hidden and merged, checksum; or why not.
func goldenLines(path, name string) []string {
	ctx := context.Background()
	book, err := Open(ctx, path, Options{})
	if err != nil {
		return []string{fmt.Sprintf("%s\t–\t%s", name, kindName(err))}
	}
	defer book.Close()
	var lines []string
	for i, sheet := range book.Sheets() {
		rows, cells, sum := 0, 0, fnv.New64a()
		err := book.Rows(ctx, i, func(r *Row) error {
			rows++
			cells += len(r.Cells)
			for _, c := range r.Cells {
				fmt.Fprintf(sum, "%s %d %d %v %v %.9g %q\n", Address(r.Number, c.Col), c.Kind, c.Format, c.Formula, r.Hidden, c.Num, c.Text)
			}
			return nil
		})
		line := fmt.Sprintf("%s\t%s\t%d rows\t%d cells\thidden %v, %d columns\t%d merged\t%016x",
			name, sheet.Name, rows, cells, sheet.Hidden, len(sheet.HiddenCols), len(sheet.Merged), sum.Sum64())
		if err != nil {
			line += "\t" + kindName(err)
		}
		lines = append(lines, line)
	}
	return lines
}

// kindName names an error without what stands around it.
func kindName(err error) string {
	if i := slices.IndexFunc(kindsOfError, func(kind error) bool { return errors.Is(err, kind) }); i >= 0 {
		return kindsOfError[i].Error()
	}
	return err.Error()
}
