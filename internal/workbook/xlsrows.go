package workbook

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// isXLSCell says whether a record holds one cell's value or several.
func isXLSCell(kind uint16) bool {
	switch kind {
	case recFormula, recMulRK, recRString, recLabelSST, recNumber, recLabel, recBoolErr, recRK:
		return true
	}
	return false
}

// Rows implements Book. Some programs write cells in an order of their own: then they are brought in
// order first.
func (b *xlsBook) Rows(ctx context.Context, sheet int, yield func(*Row) error) error {
	if sheet < 0 || sheet >= len(b.parts) {
		return fmt.Errorf("there is no sheet %d", sheet)
	}
	rows := &xlsRows{b: b, part: &b.parts[sheet], ctx: ctx, yield: yield}
	if err := rows.part.err; err != nil && (rows.part.unsorted || rows.part.size == 0 || errors.Is(err, ErrLimit)) {
		return err
	}
	if !rows.part.unsorted {
		err := b.eachRecord(ctx, sheet, rows.record)
		return rows.end(err)
	}
	var cells []int // where the records stand
	err := b.eachRecord(ctx, sheet, func(r *xlsReader) error {
		if isXLSCell(r.kind) && len(r.data) >= 6 {
			cells = append(cells, r.at)
		}
		return nil
	})
	if err != nil {
		return err
	}
	place := func(at int) uint32 {
		d := b.stream[at+4:]
		return uint32(binary.LittleEndian.Uint16(d))<<16 | uint32(binary.LittleEndian.Uint16(d[2:]))
	}
	slices.SortStableFunc(cells, func(x, y int) int { return int(place(x)) - int(place(y)) })
	r := xlsReader{stream: b.stream}
	for _, at := range cells {
		r.pos = at
		if !r.next() {
			break
		}
		if err := rows.record(&r); err != nil {
			return rows.end(err)
		}
	}
	return rows.end(nil)
}

// xlsRows gathers cells into rows.
type xlsRows struct {
	b      *xlsBook
	part   *xlsPart
	ctx    context.Context
	yield  func(*Row) error
	row    Row
	sorted bool
}

// end hands the last row on; that of a sheet which is damaged further below too.
func (r *xlsRows) end(err error) error {
	if _, stopped := err.(errStop); !stopped && r.ctx.Err() == nil {
		if e := r.hand(); e != nil {
			err = e
		}
	}
	return ended(err, asKind)
}

// record takes a cell's record into the current row, or begins the next one with it.
func (r *xlsRows) record(rec *xlsReader) error {
	if !isXLSCell(rec.kind) || len(rec.data) < 6 {
		return nil
	}
	if number := int(binary.LittleEndian.Uint16(rec.data)) + 1; number != r.row.Number {
		if err := r.hand(); err != nil {
			return err
		}
		r.row.Number, r.row.Hidden, r.sorted = number, r.part.hiddenRows[number], true
		if number > r.b.limits.Rows {
			return over(LimitRows, r.b.limits.Rows)
		}
	}
	before := len(r.row.Cells)
	r.b.addCells(&r.row, rec)
	if r.b.cells += int64(len(r.row.Cells) - before); r.b.cells > r.b.limits.Cells {
		return over(LimitCells, r.b.limits.Cells)
	}
	if before > 0 && before < len(r.row.Cells) && r.row.Cells[before].Col <= r.row.Cells[before-1].Col {
		r.sorted = false
	}
	return nil
}

func (r *xlsRows) hand() error {
	if len(r.row.Cells) == 0 {
		return nil
	}
	if !r.sorted {
		r.row.sortCells()
	}
	if err := r.ctx.Err(); err != nil {
		return err
	}
	err := r.yield(&r.row)
	r.row.Cells = r.row.Cells[:0]
	if err != nil {
		return errStop{err}
	}
	return nil
}

// addCells reads a record's value or values.
func (b *xlsBook) addCells(row *Row, rec *xlsReader) {
	d := rec.data
	col := int(binary.LittleEndian.Uint16(d[2:])) + 1
	add := func(c Cell) {
		c.Col = col
		if (c.Kind != Empty || c.Formula) && col <= maxCol {
			row.Cells = append(row.Cells, c)
		}
	}
	number := func(v float64) { add(b.number(v, binary.LittleEndian.Uint16(d[4:]))) }
	switch {
	case rec.kind == recMulRK:
		for d = d[4:]; len(d) >= 8; d = d[6:] { // the last two bytes are the last column
			add(b.number(rkValue(binary.LittleEndian.Uint32(d[2:])), binary.LittleEndian.Uint16(d)))
			col++
		}
	case rec.kind == recRK && len(d) >= 10:
		number(rkValue(binary.LittleEndian.Uint32(d[6:])))
	case rec.kind == recNumber && len(d) >= 14:
		number(math.Float64frombits(binary.LittleEndian.Uint64(d[6:])))
	case rec.kind == recLabelSST && len(d) >= 10:
		add(b.shared(binary.LittleEndian.Uint32(d[6:])))
	case rec.kind == recLabel, rec.kind == recRString:
		text, _ := b.label(&xlsText{chunks: [][]byte{d[6:]}}, false)
		add(textCell(text))
	case rec.kind == recBoolErr && len(d) >= 8:
		add(boolOrError(d[6], d[7] != 0))
	case rec.kind == recFormula && len(d) >= 14:
		add(b.formula(rec))
	}
}
