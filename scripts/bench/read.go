//go:build unix

package main

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"formare/internal/workbook"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
	"golang.org/x/sync/errgroup"
)

// readAs is what a measured process of ours does: read the workbooks of a path, as many at a time as there
// are cores. With "check" it prints what it found.
func readAs(how string, args []string) error {
	files := []string{args[0]}
	if info, err := os.Stat(args[0]); err == nil && info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(args[0], "*.xlsx")); err != nil {
			return err
		}
	}
	read := map[string]func(string, *sum) error{"arrow": readArrow, "inflate": inflateAll, "excelize": readExcelize}[how]
	if read == nil {
		return fmt.Errorf("no reader %q", how)
	}
	check := slices.Contains(args, "check")
	sums := make([]sum, len(files))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, file := range files {
		group.Go(func() error {
			var into *sum
			if check {
				into = &sums[i]
			}
			if err := read(file, into); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if check {
		total := &sum{}
		for i := range sums {
			total.add(&sums[i])
		}
		fmt.Println(total)
	}
	return nil
}

// readArrow is ours: the first sheet as an Arrow table in memory, columns of the types of their values. With
// a sum, here and below, it looks at every value again, which is not what is measured.
func readArrow(file string, into *sum) error {
	ctx := context.Background()
	book, err := workbook.Open(ctx, file, workbook.Options{})
	if err != nil {
		return err
	}
	defer book.Close()
	var t tableBuilder
	if err := book.Rows(ctx, 0, t.row); err != nil {
		return err
	}
	record := t.record()
	if into != nil {
		into.table(record)
	}
	return nil
}

// inflateAll unpacks a workbook's parts and looks at nothing: below this no reader can be.
func inflateAll(file string, _ *sum) error {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return err
	}
	defer archive.Close()
	archive.RegisterDecompressor(zip.Deflate, pooled)
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			return err
		}
		r.Close()
	}
	return nil
}

// inflaters are used again, as ours are.
var inflaters sync.Pool

type inflater struct{ io.ReadCloser }

func pooled(r io.Reader) io.ReadCloser {
	if kept, ok := inflaters.Get().(io.ReadCloser); ok {
		if kept.(flate.Resetter).Reset(r, nil) == nil {
			return inflater{kept}
		}
	}
	return inflater{flate.NewReader(r)}
}

func (i inflater) Close() error {
	inflaters.Put(i.ReadCloser)
	return nil
}

// readExcelize streams rows of raw values, its fastest way.
func readExcelize(file string, into *sum) error {
	book, err := excelize.OpenFile(file, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	defer book.Close()
	rows, err := book.Rows(book.GetSheetName(0))
	if err != nil {
		return err
	}
	n := -1 // the header is no row
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return err
		}
		n++
		for _, c := range cells {
			if into != nil {
				into.raw(c)
			}
		}
	}
	if into != nil {
		into.rows = n
	}
	return rows.Error()
}
