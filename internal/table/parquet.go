package table

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/compress"
	"github.com/apache/arrow/go/v15/parquet/file"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"
)

// A parquetWriter writes records as row groups of one file.
type parquetWriter struct {
	w     *pqarrow.FileWriter
	below io.Closer // closed after the footer; nil when the caller closes
}

// fewRows is up to how many rows a file is small: its values are written plainly then. Dictionaries and
// statistics of fifty columns cost half of the time of writing a usual register, and save nobody any.
const fewRows = 2000

var (
	common = []parquet.WriterProperty{
		parquet.WithCompression(compress.Codecs.Snappy),
		parquet.WithMaxRowGroupLength(rowGroup),
		parquet.WithCreatedBy("formare"),
	}
	largeFile = parquet.NewWriterProperties(common...)
	smallFile = parquet.NewWriterProperties(append(slices.Clone(common),
		parquet.WithDictionaryDefault(false), parquet.WithStats(false))...)
)

// newParquetWriter begins a file that will have about so many rows.
func newParquetWriter(out io.Writer, schema *arrow.Schema, rows int64, below io.Closer) (*parquetWriter, error) {
	props := largeFile
	if rows <= fewRows {
		props = smallFile
	}
	// The library closes the writer it is given if it can; the file is ours to close, with its error.
	w, err := pqarrow.NewFileWriter(schema, struct{ io.Writer }{out}, props,
		pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema()))
	if err != nil {
		return nil, err
	}
	return &parquetWriter{w: w, below: below}, nil
}

func (p *parquetWriter) write(rec arrow.Record) error { return p.w.Write(rec) }

func (p *parquetWriter) close() error {
	err := p.w.Close()
	if p.below != nil {
		err = errors.Join(err, p.below.Close())
	}
	return err
}

// ReadFile reads a whole Parquet file of any table. It is for tests, for tracing a number and for small
// tables; the engine reads large ones by itself.
func ReadFile(ctx context.Context, path string) (*Frame, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return ReadParquet(ctx, f)
}

// ReadParquet is ReadFile on an open file.
func ReadParquet(ctx context.Context, in parquet.ReaderAtSeeker) (*Frame, error) {
	pq, err := file.NewParquetReader(in)
	if err != nil {
		return nil, fmt.Errorf("parquet: %w", err)
	}
	defer pq.Close()
	reader, err := pqarrow.NewFileReader(pq, pqarrow.ArrowReadProperties{BatchSize: rowGroup}, memory.DefaultAllocator)
	if err != nil {
		return nil, fmt.Errorf("parquet: %w", err)
	}
	tbl, err := reader.ReadTable(ctx)
	if err != nil {
		return nil, fmt.Errorf("parquet: %w", err)
	}
	defer tbl.Release()
	frame, err := newFrame(tbl.Schema())
	if err != nil {
		return nil, err
	}
	chunks := array.NewTableReader(tbl, rowGroup)
	defer chunks.Release()
	for chunks.Next() {
		frame.add(chunks.Record())
	}
	return frame, chunks.Err()
}
