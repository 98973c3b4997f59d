package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
)

// Options say how a workbook is opened. The zero value is ready to use.
type Options struct {
	Limits   Limits
	Password string // of a protected workbook; "" when none is known
}

// Open opens a workbook file. What the file is, is decided by its content, never by its name. Errors
// wrap one of the package's errors, ctx's error, or that of the file system.
func Open(ctx context.Context, path string, opt Options) (Book, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	book, err := openFile(ctx, f, opt)
	if err != nil {
		f.Close()
		return nil, err
	}
	book.file = f
	return book, nil
}

// OpenBytes opens a workbook that is held in memory, as Open does a file.
func OpenBytes(ctx context.Context, raw []byte, opt Options) (Book, error) {
	book, err := openReader(ctx, bytes.NewReader(raw), int64(len(raw)), opt)
	if err != nil {
		return nil, err // not the typed nil
	}
	return book, nil
}

func openFile(ctx context.Context, f *os.File, opt Options) (*book, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, fmt.Errorf("%w: a folder", ErrNotWorkbook)
	}
	return openReader(ctx, f, info.Size(), opt)
}

func openReader(ctx context.Context, r io.ReaderAt, size int64, opt Options) (*book, error) {
	opt.Limits = opt.Limits.withDefaults()
	if size > opt.Limits.FileBytes {
		return nil, fmt.Errorf("%w: the file has %d bytes, at most %d are read", ErrLimit, size, opt.Limits.FileBytes)
	}
	kind, err := sniff(r, size)
	if err != nil {
		return nil, err
	}
	if kind == oleFile {
		plain, err := openOLE(r, size, opt)
		if err != nil {
			return nil, err
		}
		r, size = bytes.NewReader(plain), int64(len(plain))
	}
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	return openPackage(ctx, archive, opt.Limits)
}

func (l Limits) withDefaults() Limits {
	l.FileBytes = orDefault(l.FileBytes, 512<<20)
	l.InflatedBytes = orDefault(l.InflatedBytes, 4<<30)
	l.Rows = orDefault(l.Rows, maxRow)
	l.Cells = orDefault(l.Cells, 50_000_000)
	l.TextBytes = orDefault(l.TextBytes, 1<<20)
	return l
}

func orDefault[T int | int64](v, otherwise T) T {
	if v <= 0 {
		return otherwise
	}
	return v
}
