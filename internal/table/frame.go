package table

import (
	"fmt"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
)

// A Frame is a table of values as SQL or a file gives it, small enough to hold.
//
// A value is nil (null), string (Text, and Date as "2017-04-01"), int64, float64 or bool.
type Frame struct {
	Columns []Column
	Rows    [][]any
}

// Col gives the index of a column, or -1.
func (f *Frame) Col(name string) int {
	for i := range f.Columns {
		if f.Columns[i].Name == name {
			return i
		}
	}
	return -1
}

func newFrame(s *arrow.Schema) (*Frame, error) {
	f := &Frame{}
	for _, field := range s.Fields() {
		t, ok := typeOf(field.Type)
		if !ok {
			return nil, fmt.Errorf("column %s: type %s is not read", field.Name, field.Type)
		}
		f.Columns = append(f.Columns, Column{Name: field.Name, Type: t, Required: !field.Nullable})
	}
	return f, nil
}

// add copies a record's rows.
func (f *Frame) add(rec arrow.Record) {
	n := int(rec.NumRows())
	for r := range n {
		row := make([]any, len(f.Columns))
		for c := range f.Columns {
			row[c] = valueAt(rec.Column(c), r)
		}
		f.Rows = append(f.Rows, row)
	}
}

func valueAt(a arrow.Array, i int) any {
	if a.IsNull(i) {
		return nil
	}
	switch a := a.(type) {
	case *array.String:
		return string(append([]byte(nil), a.Value(i)...)) // the record's memory is released
	case *array.Int64:
		return a.Value(i)
	case *array.Float64:
		return a.Value(i)
	case *array.Boolean:
		return a.Value(i)
	case *array.Date32:
		return a.Value(i).ToTime().Format(time.DateOnly)
	}
	return nil
}
