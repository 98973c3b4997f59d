package workbook

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
)

// rowReader turns the rows of one sheet's part into Rows.
type rowReader struct {
	b      *book
	s      *scanner
	row    Row
	seen   int // rows so far, those without values too
	value  []byte
	texts  interner
	sorted bool
}

// errStop carries what yield gave back through the reader, unchanged.
type errStop struct{ cause error }

func (e errStop) Error() string { return e.cause.Error() }

// Rows implements Book. Rows that the file itself holds out of order come as the file has them, each
// with its own number.
func (b *book) Rows(ctx context.Context, sheet int, yield func(*Row) error) error {
	if sheet < 0 || sheet >= len(b.parts) {
		return fmt.Errorf("there is no sheet %d", sheet)
	}
	part := b.parts[sheet]
	if part.err != nil {
		return part.err
	}
	if err := b.loadStrings(ctx); err != nil {
		return err
	}
	s, closer, err := b.pack.scan(ctx, part.name)
	if err != nil {
		return err
	}
	defer closer.Close()
	reader := &rowReader{b: b, s: s, texts: interner{}}
	return ended(reader.read(yield), func(err error) error { return partError(part.name, err) })
}

// ended tells with what a reading ended: what yield gave back, unchanged, or what tell makes of an error
// of the reader's own.
func ended(err error, tell func(error) error) error {
	var stop errStop
	switch {
	case err == nil:
		return nil
	case errors.As(err, &stop):
		return stop.cause
	}
	return tell(err)
}

// read finds the sheet's data and reads its rows.
func (r *rowReader) read(yield func(*Row) error) error {
	for {
		tok, err := r.s.next()
		if err == io.EOF {
			return nil // a sheet without data
		}
		if err != nil {
			return err
		}
		if tok == tokenStart && string(r.s.name) == "sheetData" {
			return r.readData(yield)
		}
	}
}

func (r *rowReader) readData(yield func(*Row) error) error {
	for {
		tok, err := r.s.next()
		if err != nil {
			return noEnd(err)
		}
		if tok == tokenEnd && string(r.s.name) == "sheetData" {
			return nil
		}
		if tok != tokenStart || string(r.s.name) != "row" {
			continue
		}
		if err := r.readRow(); err != nil {
			return err
		}
		if len(r.row.Cells) == 0 {
			continue
		}
		if err := r.s.ctx.Err(); err != nil { // rows of a small part come from memory, without a read
			return err
		}
		if err := yield(&r.row); err != nil {
			return errStop{err}
		}
	}
}

func (r *rowReader) readRow() error {
	if err := r.startRow(); err != nil {
		return err
	}
	col := 0
	for {
		if !r.s.closing && !r.b.careful && r.quickCell(&col) {
			continue
		}
		tok, err := r.s.next()
		if err != nil {
			return noEnd(err)
		}
		if tok == tokenEnd && string(r.s.name) == "row" {
			break
		}
		if tok != tokenStart || string(r.s.name) != "c" {
			continue
		}
		cell, err := r.readCell(&col)
		if err != nil {
			return err
		}
		if cell.Kind == Empty && !cell.Formula {
			continue
		}
		r.addCell(cell)
	}
	if !r.sorted {
		r.row.sortCells()
	}
	return nil
}

func (r *rowReader) addCell(cell Cell) {
	if n := len(r.row.Cells); n > 0 && r.row.Cells[n-1].Col >= cell.Col {
		r.sorted = false
	}
	r.row.Cells = append(r.row.Cells, cell)
}

func (r *rowReader) startRow() error {
	number := r.row.Number + 1
	r.row.Cells, r.row.Hidden, r.sorted = r.row.Cells[:0], false, true
	for attrs := r.s.attrs; ; {
		name, value, rest, ok := nextAttr(attrs)
		if !ok {
			break
		}
		attrs = rest
		switch string(name) {
		case "r":
			if n, ok := parseInt(value); ok {
				number = n
			}
		case "hidden":
			r.row.Hidden = isTrue(string(value))
		}
	}
	if number < 1 || number > maxRow {
		return fmt.Errorf("row %d is outside a sheet", number)
	}
	r.row.Number = number
	if r.seen++; r.seen > r.b.pack.limits.Rows {
		return over(LimitRows, r.b.pack.limits.Rows)
	}
	return nil
}

// sortCells brings cells in order where a file holds them otherwise; of two at one address the last stays.
func (r *Row) sortCells() {
	cells := r.Cells
	slices.SortStableFunc(cells, func(a, b Cell) int { return a.Col - b.Col })
	kept := cells[:0]
	for i, c := range cells {
		if i+1 < len(cells) && cells[i+1].Col == c.Col {
			continue
		}
		kept = append(kept, c)
	}
	r.Cells = kept
}
