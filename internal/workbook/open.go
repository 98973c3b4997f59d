package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Options say how a workbook is opened. The zero value is ready to use.
type Options struct {
	Limits    Limits
	Passwords []string // of a protected workbook, tried in turn; none when none is known
	Name      string   // the file's name, after which kinds without names of sheets call their only one; Open knows it
}

// Open opens a workbook file. What the file is, is decided by its content; only where text may or may
// not be a table does the name count. Errors wrap one of the package's errors, ctx's error, or that of
// the file system.
func Open(ctx context.Context, path string, opt Options) (Book, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	opt.Name = filepath.Base(path)
	book, err := openFile(ctx, f, opt)
	if err != nil {
		f.Close()
		return nil, err
	}
	return &fileBook{book, f}, nil
}

// fileBook closes the file that its book reads from.
type fileBook struct {
	Book
	file *os.File
}

func (b *fileBook) Close() error { return errors.Join(b.Book.Close(), b.file.Close()) }

// OpenBytes opens a workbook that is held in memory, as Open does a file.
func OpenBytes(ctx context.Context, raw []byte, opt Options) (Book, error) {
	return openInput(ctx, &input{bytes.NewReader(raw), int64(len(raw)), opt})
}

func openFile(ctx context.Context, f *os.File, opt Options) (Book, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, fmt.Errorf("%w: a folder", ErrNotWorkbook)
	}
	return openInput(ctx, &input{f, info.Size(), opt})
}

// input is a file's content with the options it is opened with.
type input struct {
	r    io.ReaderAt
	size int64
	Options
}

// reader reads the content from its beginning.
func (in *input) reader() io.Reader { return io.NewSectionReader(in.r, 0, in.size) }

// whole reads the content into memory, for the kinds that cannot be read in a stream.
func (in *input) whole(limit int64) ([]byte, error) {
	if in.size > limit {
		return nil, over(LimitFile, limit)
	}
	raw := make([]byte, in.size)
	if _, err := io.ReadFull(in.reader(), raw); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	return raw, nil
}

func openInput(ctx context.Context, in *input) (Book, error) {
	in.Limits = in.Limits.withDefaults()
	if in.size > in.Limits.FileBytes {
		return nil, over(LimitFile, in.Limits.FileBytes)
	}
	kind, err := sniff(in)
	if err != nil {
		return nil, err
	}
	switch kind {
	case oleFile:
		return openOLE(ctx, in)
	case biffFile:
		return openXLS(ctx, in)
	case sheetMLFile:
		return openSheetML(ctx, in)
	case flatODSFile:
		return openFlatODS(ctx, in)
	case htmlFile:
		return openHTML(ctx, in)
	case textFile:
		return openCSV(ctx, in)
	}
	return openZip(ctx, in)
}

// openZip opens the packages of Office Open XML and of OpenDocument.
func openZip(ctx context.Context, in *input) (Book, error) {
	archive, err := zip.NewReader(in.r, in.size)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	pack := newContainer(archive, in.size, in.Limits)
	if pack.has("mimetype") || (pack.has("content.xml") || pack.has(wholePackage)) && pack.has("meta-inf/manifest.xml") {
		return openODS(ctx, pack, in.Passwords)
	}
	return openPackage(ctx, pack)
}
