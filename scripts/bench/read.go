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
	read := map[string]func(string) (*sum, error){"arrow": readArrow, "inflate": inflateAll, "excelize": readExcelize}[how]
	if read == nil {
		return fmt.Errorf("no reader %q", how)
	}
	sums := make([]*sum, len(files))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, file := range files {
		group.Go(func() (err error) {
			if sums[i], err = read(file); err != nil {
				err = fmt.Errorf("%s: %w", file, err)
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if slices.Contains(args, "check") {
		total := &sum{}
		for _, s := range sums {
			total.add(s)
		}
		fmt.Println(total)
	}
	return nil
}

// readArrow is ours: the first sheet as an Arrow table in memory, columns of the types of their values.
func readArrow(file string) (*sum, error) {
	ctx := context.Background()
	book, err := workbook.Open(ctx, file, workbook.Options{})
	if err != nil {
		return nil, err
	}
	defer book.Close()
	var t tableBuilder
	if err := book.Rows(ctx, 0, t.row); err != nil {
		return nil, err
	}
	return sumOf(t.record()), nil
}

// inflateAll unpacks a workbook's parts and looks at nothing: below this no reader can be.
func inflateAll(file string) (*sum, error) {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	archive.RegisterDecompressor(zip.Deflate, flate.NewReader)
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			return nil, err
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			return nil, err
		}
		r.Close()
	}
	return &sum{}, nil
}

// readExcelize streams rows of raw values, its fastest way.
func readExcelize(file string) (*sum, error) {
	book, err := excelize.OpenFile(file, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	defer book.Close()
	rows, err := book.Rows(book.GetSheetName(0))
	if err != nil {
		return nil, err
	}
	s := &sum{rows: -1} // the header is none
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		s.rows++
		for _, c := range cells {
			s.raw(c)
		}
	}
	return s, rows.Error()
}
