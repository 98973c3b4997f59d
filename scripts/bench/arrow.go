//go:build unix

package main

import (
	"math"

	"formare/internal/workbook"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// tableBuilder takes a sheet's rows into columns. The first row names them; a column has the type of its
// values, and is text when they are of several.
type tableBuilder struct {
	names   []string
	columns []*column
	rows    int
}

// A column holds values of one kind: numbers, dates and booleans as numbers, texts one behind the other.
type column struct {
	kind    workbook.Kind // Empty until a value came
	numbers []float64
	text    []byte
	ends    []int32
	absent  []int // rows without a value
	whole   bool  // no date has a time
}

func (t *tableBuilder) row(r *workbook.Row) error {
	if t.names == nil {
		for _, c := range r.Cells {
			for len(t.names) < c.Col-1 {
				t.names = append(t.names, "")
			}
			t.names = append(t.names, shown(c))
		}
		for range t.names {
			t.columns = append(t.columns, &column{whole: true, ends: make([]int32, 1)})
		}
		return nil
	}
	for _, c := range r.Cells {
		for len(t.columns) < c.Col {
			t.names = append(t.names, "")
			t.columns = append(t.columns, &column{whole: true, ends: make([]int32, 1)})
		}
		t.columns[c.Col-1].put(c, t.rows)
	}
	t.rows++
	return nil
}

// put adds the value of a row.
func (c *column) put(cell workbook.Cell, row int) {
	c.fill(row)
	kind := cell.Kind
	if kind == workbook.Error {
		kind = workbook.Text
	}
	switch {
	case c.kind == workbook.Empty:
		c.become(kind)
	case c.kind != kind:
		c.toText()
	}
	if c.kind == workbook.Text {
		text := cell.Text
		if kind != workbook.Text {
			text = shown(cell)
		}
		c.text = append(c.text, text...)
		c.ends = append(c.ends, int32(len(c.text)))
		return
	}
	c.whole = c.whole && cell.Num == math.Trunc(cell.Num)
	c.numbers = append(c.numbers, cell.Num)
}

// become fixes the kind, with what is absent so far.
func (c *column) become(kind workbook.Kind) {
	c.kind = kind
	if kind == workbook.Text {
		c.ends, c.numbers = make([]int32, len(c.numbers)+1), nil
	}
}

func (c *column) len() int {
	if c.kind == workbook.Text {
		return len(c.ends) - 1
	}
	return len(c.numbers)
}

// fill notes that rows up to one have no value.
func (c *column) fill(rows int) {
	for n := c.len(); n < rows; n++ {
		c.absent = append(c.absent, n)
		if c.kind == workbook.Text {
			c.ends = append(c.ends, int32(len(c.text)))
		} else {
			c.numbers = append(c.numbers, 0)
		}
	}
}

// toText writes numbers as text, once a text stands among them.
func (c *column) toText() {
	if c.kind == workbook.Text {
		return
	}
	kind, numbers := c.kind, c.numbers
	c.kind, c.numbers, c.ends = workbook.Text, nil, make([]int32, 1, len(numbers)+1)
	absent := c.absent
	for i, v := range numbers {
		if len(absent) > 0 && absent[0] == i {
			absent = absent[1:]
		} else {
			c.text = append(c.text, shown(workbook.Cell{Kind: kind, Num: v})...)
		}
		c.ends = append(c.ends, int32(len(c.text)))
	}
}

// record gives the table. Buffers are handed over, not copied.
func (t *tableBuilder) record() arrow.Record {
	fields, arrays := make([]arrow.Field, len(t.columns)), make([]arrow.Array, len(t.columns))
	for i, c := range t.columns {
		c.fill(t.rows)
		arrays[i] = c.array()
		fields[i] = arrow.Field{Name: t.names[i], Type: arrays[i].DataType(), Nullable: true}
	}
	return array.NewRecord(arrow.NewSchema(fields, nil), arrays, int64(t.rows))
}

func (c *column) array() arrow.Array {
	n := c.len()
	var valid *memory.Buffer
	if len(c.absent) > 0 {
		bits := make([]byte, (n+7)/8)
		for i := range bits {
			bits[i] = 0xff
		}
		for _, i := range c.absent {
			bits[i/8] &^= 1 << (i % 8)
		}
		valid = memory.NewBufferBytes(bits)
	}
	fixed := func(t arrow.DataType, raw []byte) arrow.Array {
		return array.MakeFromData(array.NewData(t, n, []*memory.Buffer{valid, memory.NewBufferBytes(raw)}, nil, len(c.absent), 0))
	}
	switch {
	case c.kind == workbook.Text:
		return array.MakeFromData(array.NewData(arrow.BinaryTypes.String, n, []*memory.Buffer{valid,
			memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(c.ends)), memory.NewBufferBytes(c.text)}, nil, len(c.absent), 0))
	case c.kind == workbook.Bool:
		bits := make([]byte, (n+7)/8)
		for i, v := range c.numbers {
			if v != 0 {
				bits[i/8] |= 1 << (i % 8)
			}
		}
		return fixed(arrow.FixedWidthTypes.Boolean, bits)
	case c.kind == workbook.Date && c.whole:
		days := make([]int32, n)
		for i, v := range c.numbers {
			days[i] = int32(v) - epoch
		}
		return fixed(arrow.FixedWidthTypes.Date32, arrow.Int32Traits.CastToBytes(days))
	case c.kind == workbook.Date:
		moments := make([]int64, n)
		for i, v := range c.numbers {
			moments[i] = int64(math.Round((v - epoch) * 86_400_000))
		}
		return fixed(arrow.FixedWidthTypes.Timestamp_ms, arrow.Int64Traits.CastToBytes(moments))
	}
	return fixed(arrow.PrimitiveTypes.Float64, arrow.Float64Traits.CastToBytes(c.numbers))
}

// epoch is 1970-01-01 as a workbook counts days.
const epoch = 25569
