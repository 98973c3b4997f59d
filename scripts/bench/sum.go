//go:build unix

package main

import (
	"fmt"
	"hash/crc32"
	"strconv"

	"formare/internal/workbook"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
)

// A sum tells tables apart: data rows, cells with a value (those of the header too), and the sum of the
// CRC-32 of each value as text. Numbers are written shortest, dates as the workbook's number, booleans 1 or 0.
type sum struct {
	rows, cells int
	check       uint64
}

func (s *sum) String() string { return fmt.Sprintf("%d %d %016x", s.rows, s.cells, s.check) }

func (s *sum) add(o *sum) { s.rows, s.cells, s.check = s.rows+o.rows, s.cells+o.cells, s.check+o.check }

func (s *sum) value(text string) {
	if text != "" {
		s.cells++
		s.check += uint64(crc32.ChecksumIEEE([]byte(text)))
	}
}

// raw takes a value whose kind is not known: the bench's files hold no text that looks like a number.
func (s *sum) raw(text string) {
	if v, err := strconv.ParseFloat(text, 64); err == nil {
		text = number(v)
	} else if b, err := strconv.ParseBool(text); err == nil && len(text) > 1 {
		text = map[bool]string{true: "1", false: "0"}[b]
	}
	s.value(text)
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// shown writes a cell as sums and columns of mixed kinds have it.
func shown(c workbook.Cell) string {
	if c.Kind == workbook.Text || c.Kind == workbook.Error {
		return c.Text
	}
	return number(c.Num)
}

// table takes every value of an Arrow table.
func (s *sum) table(rec arrow.Record) {
	s.rows += int(rec.NumRows())
	for i, field := range rec.Schema().Fields() {
		s.value(field.Name)
		column := rec.Column(i)
		for r := range column.Len() {
			if column.IsNull(r) {
				continue
			}
			switch a := column.(type) {
			case *array.String:
				s.value(a.Value(r))
			case *array.Float64:
				s.value(number(a.Value(r)))
			case *array.Date32:
				s.value(number(float64(a.Value(r)) + epoch))
			case *array.Timestamp:
				s.value(number(float64(a.Value(r))/86_400_000 + epoch))
			case *array.Boolean:
				s.value(map[bool]string{true: "1", false: "0"}[a.Value(r)])
			}
		}
	}
}
