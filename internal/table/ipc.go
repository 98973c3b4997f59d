package table

import (
	"errors"
	"fmt"
	"io"
	"math"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/ipc"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// WriteIPC writes a frame as an Arrow IPC file ("Feather 2"). meta goes into the schema's metadata, in
// the order given: key, value, key, value.
func (f *Frame) WriteIPC(out io.Writer, name string, meta ...string) error {
	schema := arrowSchema(name, f.Columns)
	keys, values := append([]string(nil), schema.Metadata().Keys()...), append([]string(nil), schema.Metadata().Values()...)
	for i := 0; i+1 < len(meta); i += 2 {
		keys, values = append(keys, meta[i]), append(values, meta[i+1])
	}
	md := arrow.NewMetadata(keys, values)
	schema = arrow.NewSchema(schema.Fields(), &md)
	w, err := ipc.NewFileWriter(&seekless{w: out}, ipc.WithSchema(schema), ipc.WithAllocator(memory.DefaultAllocator))
	if err != nil {
		return fmt.Errorf("arrow %s: %w", name, err)
	}
	if err := f.records(memory.DefaultAllocator, schema, w.Write); err != nil {
		return fmt.Errorf("arrow %s: %w", name, errors.Join(err, w.Close()))
	}
	return w.Close()
}

// ReadIPC reads an Arrow IPC file back.
func ReadIPC(in ipc.ReadAtSeeker) (*Frame, error) {
	r, err := ipc.NewFileReader(in)
	if err != nil {
		return nil, fmt.Errorf("arrow: %w", err)
	}
	defer r.Close()
	frame, err := newFrame(r.Schema())
	if err != nil {
		return nil, err
	}
	for i := range r.NumRecords() {
		rec, err := r.Record(i)
		if err != nil {
			return nil, fmt.Errorf("arrow: %w", err)
		}
		frame.add(rec)
	}
	return frame, nil
}

// seekless counts what is written, which is all that the IPC writer asks of Seek.
type seekless struct {
	w io.Writer
	n int64
}

func (s *seekless) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	s.n += int64(n)
	return n, err
}

func (s *seekless) Seek(offset int64, whence int) (int64, error) {
	if offset != 0 || whence == io.SeekEnd {
		return 0, errors.New("the output cannot be sought")
	}
	return s.n, nil
}

// records hands a frame's rows to write in chunks; a frame without rows gives one empty record.
func (f *Frame) records(mem memory.Allocator, schema *arrow.Schema, write func(arrow.Record) error) error {
	b := array.NewRecordBuilder(mem, schema)
	defer b.Release()
	emit := func() error {
		rec := b.NewRecord()
		defer rec.Release()
		return write(rec)
	}
	for r, row := range f.Rows {
		if len(row) != len(f.Columns) {
			return errColumns(schema, len(row))
		}
		for c, v := range row {
			if err := appendValue(b.Field(c), f.Columns[c], v); err != nil {
				return fmt.Errorf("row %d: %w", r, err)
			}
		}
		if (r+1)%rowGroup == 0 && r+1 < len(f.Rows) {
			if err := emit(); err != nil {
				return err
			}
		}
	}
	return emit()
}

func appendValue(b array.Builder, c Column, v any) error {
	wrong := false
	switch b := b.(type) {
	case *array.StringBuilder:
		s, ok := v.(string)
		if v == nil && !c.Required || ok && s == "" && !c.Required {
			b.AppendNull()
			return nil
		}
		b.Append(s)
		wrong = !ok
	case *array.Int64Builder:
		n, ok := v.(int64)
		wrong = appendOr(b, ok, v == nil, func() { b.Append(n) })
	case *array.Float64Builder:
		x, ok := v.(float64)
		wrong = appendOr(b, ok, v == nil || math.IsNaN(x) || math.IsInf(x, 0), func() { b.Append(x) })
	case *array.BooleanBuilder:
		t, ok := v.(bool)
		wrong = appendOr(b, ok, v == nil, func() { b.Append(t) })
	case *array.Date32Builder:
		s, ok := v.(string)
		day, err := time.Parse(time.DateOnly, s)
		wrong = appendOr(b, ok && err == nil, v == nil, func() { b.Append(arrow.Date32FromTime(day)) })
	}
	if wrong || v == nil && c.Required {
		return fmt.Errorf("column %s: a value of type %T", c.Name, v)
	}
	return nil
}

func appendOr(b array.Builder, ok, null bool, put func()) (wrong bool) {
	if null || !ok {
		b.AppendNull()
		return !null
	}
	put()
	return false
}
