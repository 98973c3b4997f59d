package table

import (
	"math"

	"formare/internal/normalise"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// rowGroup bounds the rows that a builder holds, and those of a Parquet row group.
const rowGroup = 1 << 16

// A builder fills one table, column by column of one row at a time. Each full chunk goes to flush.
type builder struct {
	schema *arrow.Schema
	rec    *array.RecordBuilder
	col    int // of the row being filled
	held   int // rows in rec
	rows   int64
	flush  func(arrow.Record) error // owns the record it is given
}

func newBuilder(mem memory.Allocator, name string, flush func(arrow.Record) error) *builder {
	schema := arrowSchema(name, schemas[name])
	return &builder{schema: schema, rec: array.NewRecordBuilder(mem, schema), flush: flush}
}

// end closes a row.
func (b *builder) end() error {
	if b.col != len(b.rec.Fields()) {
		return errColumns(b.schema, b.col)
	}
	b.col = 0
	b.rows++
	if b.held++; b.held < rowGroup {
		return nil
	}
	return b.drain()
}

func (b *builder) drain() error {
	if b.held == 0 {
		return nil
	}
	b.held = 0
	return b.flush(b.rec.NewRecord())
}

func (b *builder) next() array.Builder {
	f := b.rec.Field(b.col)
	b.col++
	return f
}

// text puts a value; an empty one is null where the column may be.
func (b *builder) text(s string) {
	nullable := b.schema.Field(b.col).Nullable
	f := b.next().(*array.StringBuilder)
	if s == "" && nullable {
		f.AppendNull()
		return
	}
	f.Append(s)
}

func (b *builder) int(v int64) { b.next().(*array.Int64Builder).Append(v) }

// count puts a number that 0 leaves unknown: a row of a finding, a year of birth.
func (b *builder) count(v int) {
	f := b.next().(*array.Int64Builder)
	if v == 0 {
		f.AppendNull()
		return
	}
	f.Append(int64(v))
}

func (b *builder) key(k Key) {
	f := b.next().(*array.Int64Builder)
	if !k.Valid {
		f.AppendNull()
		return
	}
	f.Append(k.Value)
}

// real puts a number; what is not finite is unknown, because one such value would spoil every sum.
func (b *builder) real(v *float64) {
	f := b.next().(*array.Float64Builder)
	if v == nil || math.IsNaN(*v) || math.IsInf(*v, 0) {
		f.AppendNull()
		return
	}
	f.Append(*v)
}

func (b *builder) bool(v *bool) {
	f := b.next().(*array.BooleanBuilder)
	if v == nil {
		f.AppendNull()
		return
	}
	f.Append(*v)
}

func (b *builder) date(d normalise.Date) {
	f := b.next().(*array.Date32Builder)
	if d.IsZero() {
		f.AppendNull()
		return
	}
	f.Append(arrow.Date32FromTime(d.Time()))
}

func (b *builder) release() { b.rec.Release() }
