package table

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// batchTables are those that one source fills, in the order in which they are written.
var batchTables = []string{Courses, Enrolments, Attendance, Findings}

// An Opener gives the file that a table is written to. It is called once a table, and only for a table
// that has a row.
type Opener func(table string) (io.WriteCloser, error)

// A Batch holds the records of one source. It is not safe for concurrent use.
type Batch struct {
	source, partner string
	mem             memory.Allocator
	open            Opener // nil: records are kept until Write
	builders        map[string]*builder
	kept            map[string][]arrow.Record
	writers         map[string]*parquetWriter
}

// NewBatch begins a batch that is held in memory until Write. mem may be nil for Go's own memory.
func NewBatch(mem memory.Allocator, source, partner string) *Batch {
	return NewStream(mem, source, partner, nil)
}

// NewStream begins a batch that writes its Parquet files as it grows, so that it never holds more than
// one row group a table. Close finishes the files.
func NewStream(mem memory.Allocator, source, partner string, open Opener) *Batch {
	if mem == nil {
		mem = memory.DefaultAllocator
	}
	b := &Batch{
		source: source, partner: partner, mem: mem, open: open,
		builders: map[string]*builder{}, kept: map[string][]arrow.Record{}, writers: map[string]*parquetWriter{},
	}
	for _, name := range batchTables {
		b.builders[name] = newBuilder(mem, name, func(rec arrow.Record) error { return b.take(name, rec) })
	}
	return b
}

// take keeps or writes a full chunk.
func (b *Batch) take(name string, rec arrow.Record) error {
	if b.open == nil {
		b.kept[name] = append(b.kept[name], rec)
		return nil
	}
	defer rec.Release()
	w := b.writers[name]
	if w == nil {
		file, err := b.open(name)
		if err != nil {
			return fmt.Errorf("table %s: %w", name, err)
		}
		if w, err = newParquetWriter(file, rec.Schema(), rec.NumRows(), file); err != nil {
			return fmt.Errorf("table %s: %w", name, errors.Join(err, file.Close()))
		}
		b.writers[name] = w
	}
	return w.write(rec)
}

// Rows says how many rows a table of the batch has.
func (b *Batch) Rows(table string) int64 {
	if t := b.builders[table]; t != nil {
		return t.rows
	}
	return 0
}

// Write writes <dir>/<table>.parquet for each table that has a row, and gives the names it wrote. It is
// for a batch that was begun with NewBatch.
func (b *Batch) Write(dir string) ([]string, error) {
	var names []string
	for _, name := range batchTables {
		if b.Rows(name) == 0 {
			continue
		}
		file, err := os.Create(filepath.Join(dir, name+".parquet"))
		if err != nil {
			return names, err
		}
		if err := errors.Join(b.WriteTable(name, file), file.Close()); err != nil {
			return names, err
		}
		names = append(names, name)
	}
	return names, nil
}

// WriteTable writes one table's Parquet file, without rows too.
func (b *Batch) WriteTable(name string, out io.Writer) error {
	t := b.builders[name]
	if t == nil || b.open != nil {
		return fmt.Errorf("table %s: the batch holds no such table", name)
	}
	if err := t.drain(); err != nil {
		return err
	}
	w, err := newParquetWriter(out, t.schema, t.rows, nil)
	if err != nil {
		return fmt.Errorf("table %s: %w", name, err)
	}
	for _, rec := range b.kept[name] {
		if err := w.write(rec); err != nil {
			return fmt.Errorf("table %s: %w", name, errors.Join(err, w.close()))
		}
	}
	return w.close()
}

// Close writes what a streamed batch still holds and finishes its files.
func (b *Batch) Close() error {
	var errs []error
	for _, name := range batchTables {
		if b.open != nil {
			errs = append(errs, b.builders[name].drain())
		}
		if w := b.writers[name]; w != nil {
			errs = append(errs, w.close())
			delete(b.writers, name)
		}
	}
	return errors.Join(errs...)
}

// Release gives the memory back; the batch cannot be used after it.
func (b *Batch) Release() {
	for _, name := range batchTables {
		for _, rec := range b.kept[name] {
			rec.Release()
		}
		delete(b.kept, name)
		b.builders[name].release()
	}
}

func errColumns(s *arrow.Schema, got int) error {
	name, _ := s.Metadata().GetValue(metaTable)
	return fmt.Errorf("table %s: %d values for %d columns", name, got, s.NumFields())
}
