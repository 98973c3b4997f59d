package workbook

import (
	"fmt"
	"strings"
)

// startTable opens a table. One inside a cell of another begins a row below, in the cell's column.
func (w *htmlWalk) startTable() error {
	if err := w.looseRow(); err != nil {
		return err
	}
	if len(w.tables) >= maxNested {
		return fmt.Errorf("%w: more than %d tables inside each other", ErrLimit, maxNested)
	}
	base := 0
	if outer := w.table(); outer != nil {
		base = outer.base
		if outer.inCell {
			base = outer.col - 1
			if err := w.placeCell(outer); err != nil {
				return err
			}
			if len(outer.cells) > 0 {
				if err := w.handTable(outer); err != nil {
					return err
				}
			}
		}
	}
	w.tables = append(w.tables, &htmlTable{base: base})
	return nil
}

func (w *htmlWalk) endTable() error {
	if err := w.endRow(); err != nil {
		return err
	}
	w.tables = w.tables[:len(w.tables)-1]
	return nil
}

func (w *htmlWalk) startRow(attrs map[string]string) error {
	t := w.table()
	if t == nil {
		return nil
	}
	if err := w.endRow(); err != nil {
		return err
	}
	style := strings.ToLower(strings.ReplaceAll(attrs["style"], " ", ""))
	t.inRow, t.hidden, t.col = true, strings.Contains(style, "display:none"), t.base
	return nil
}

func (w *htmlWalk) endRow() error {
	t := w.table()
	if err := w.endCell(); err != nil || !t.inRow {
		return err
	}
	t.inRow = false
	return w.handTable(t)
}

// handTable gives the cells of a table's current row on.
func (w *htmlWalk) handTable(t *htmlTable) error {
	w.row.Cells = append(w.row.Cells[:0], t.cells...)
	w.row.Hidden = t.hidden
	t.cells = t.cells[:0]
	return w.hand(true)
}

// startCell finds the next column that no cell from above reaches into.
func (w *htmlWalk) startCell(attrs map[string]string) error {
	t := w.table()
	if t == nil {
		return nil
	}
	if err := w.endCell(); err != nil {
		return err
	}
	if !t.inRow {
		t.inRow, t.hidden, t.col = true, false, t.base
	}
	for t.col++; t.col < len(t.spans) && t.spans[t.col] > w.row.Number; t.col++ {
		w.cells++
	}
	t.inCell, t.across, t.down = true, span(attrs["colspan"], 1000), span(attrs["rowspan"], 65534)
	if t.col+t.across > maxCol+1 {
		return fmt.Errorf("%w: more than %d columns", ErrLimit, maxCol)
	}
	if w.cells++; w.cells > w.b.in.Limits.Cells {
		return over(LimitCells, w.b.in.Limits.Cells)
	}
	return nil
}

func (w *htmlWalk) endCell() error {
	t := w.table()
	if t == nil || !t.inCell {
		return nil
	}
	if err := w.placeCell(t); err != nil {
		return err
	}
	t.inCell = false
	t.col += t.across - 1
	return nil
}

// placeCell puts the text gathered so far into the current row, and keeps the place of a cell that goes
// further than one row or column.
func (w *htmlWalk) placeCell(t *htmlTable) error {
	number := w.row.Number + 1
	if text := t.text.take(); len(text) > 0 {
		t.cells = append(t.cells, Cell{Kind: Text, Col: t.col, Text: w.texts.keep(text)})
	}
	if t.across == 1 && t.down == 1 {
		return nil
	}
	last := min(number+t.down-1, maxRow)
	w.v.merge(Range{FirstRow: number, FirstCol: t.col, LastRow: last, LastCol: t.col + t.across - 1})
	if t.down > 1 {
		for len(t.spans) < t.col+t.across {
			t.spans = append(t.spans, 0)
		}
		for c := t.col; c < t.col+t.across; c++ {
			t.spans[c] = last
		}
		w.cells += int64(t.across)
	}
	return nil
}
