package workbook

import (
	"fmt"
	"strings"
)

// sheetMLVisitor is told what a worksheet holds, from top to bottom.
type sheetMLVisitor interface {
	hide(first, last int) // columns
	merge(Range)
	hideSheet()
	row(*Row) error
}

// sheetMLWalk is where the reading of a worksheet stands.
type sheetMLWalk struct {
	b     *sheetMLBook
	s     *scanner
	v     sheetMLVisitor
	out   Row
	value []byte
	texts interner
}

// walk reads a worksheet up to its end tag.
func (b *sheetMLBook) walk(s *scanner, v sheetMLVisitor) error {
	w := &sheetMLWalk{b: b, s: s, v: v, texts: interner{}}
	column := 0
	for {
		tok, err := s.next()
		if err != nil {
			return noEnd(err)
		}
		name := string(s.name)
		switch {
		case tok == tokenEnd && name == "Worksheet":
			return nil
		case tok != tokenStart:
		case name == "Column":
			column = w.index(column)
			more, _ := attrInt(s.attrs, "Span")
			if isTrue(attr(s.attrs, "Hidden")) {
				v.hide(column, column+max(more, 0))
			}
			column += min(max(more, 0), maxCol)
		case name == "Row":
			err = w.row()
		case name == "Visible":
			err = w.visible()
		}
		if err != nil {
			return err
		}
	}
}

// index gives the place of a row, column or cell: the one it says, else the next.
func (w *sheetMLWalk) index(before int) int {
	if n, ok := attrInt(w.s.attrs, "Index"); ok && n > before && n <= maxRow {
		return n
	}
	return before + 1
}

func (w *sheetMLWalk) visible() error {
	tok, err := w.s.next()
	if err != nil {
		return noEnd(err)
	}
	if tok == tokenText && strings.HasPrefix(strings.TrimSpace(string(w.s.text)), "Sheet") { // SheetHidden, SheetVeryHidden
		w.v.hideSheet()
	}
	return nil
}

func (w *sheetMLWalk) row() error {
	w.out.Number = w.index(w.out.Number)
	w.out.Cells, w.out.Hidden = w.out.Cells[:0], isTrue(attr(w.s.attrs, "Hidden"))
	if w.out.Number > maxRow || w.out.Number > w.b.limits.Rows {
		return over(LimitRows, min(w.b.limits.Rows, maxRow))
	}
	more, _ := attrInt(w.s.attrs, "Span") // empty rows like this one
	col := 0
	for {
		tok, err := w.s.next()
		if err != nil {
			return noEnd(err)
		}
		if tok == tokenEnd && string(w.s.name) == "Row" {
			break
		}
		if tok == tokenStart {
			if string(w.s.name) == "Cell" {
				err = w.cell(&col)
			} else {
				err = w.s.skipElement()
			}
		}
		if err != nil {
			return err
		}
	}
	if err := w.v.row(&w.out); err != nil {
		return err
	}
	w.out.Number += min(max(more, 0), maxRow)
	return nil
}

func (w *sheetMLWalk) cell(col *int) error {
	*col = w.index(*col)
	across, _ := attrInt(w.s.attrs, "MergeAcross")
	down, _ := attrInt(w.s.attrs, "MergeDown")
	cell := Cell{Col: *col, Formula: attr(w.s.attrs, "Formula") != ""}
	format := w.b.formats[attr(w.s.attrs, "StyleID")]
	kind, err := w.data()
	if err != nil {
		return err
	}
	if w.b.cells++; w.b.cells > w.b.limits.Cells {
		return over(LimitCells, w.b.limits.Cells)
	}
	if *col > maxCol {
		return fmt.Errorf("%w: more than %d columns", ErrLimit, maxCol)
	}
	if across, down = min(max(across, 0), maxCol), min(max(down, 0), maxRow); across > 0 || down > 0 {
		w.v.merge(Range{w.out.Number, *col, min(w.out.Number+down, maxRow), min(*col+across, maxCol)})
	}
	w.set(&cell, kind, format)
	if cell.Kind != Empty || cell.Formula {
		w.out.Cells = append(w.out.Cells, cell)
	}
	*col += across
	return nil
}

// data reads up to the cell's end tag: the value goes to w.value, its kind is given. Comments are not
// part of it.
func (w *sheetMLWalk) data() (kind string, err error) {
	w.value = w.value[:0]
	for {
		tok, err := w.s.next()
		if err != nil {
			return "", noEnd(err)
		}
		name := string(w.s.name)
		switch {
		case tok == tokenEnd && name == "Cell":
			return kind, nil
		case tok == tokenStart && name == "Data":
			kind = attr(w.s.attrs, "Type")
			err = w.text()
		case tok == tokenStart:
			err = w.s.skipElement()
		}
		if err != nil {
			return "", err
		}
	}
}

// text reads the text of an element, whatever stands around its pieces.
func (w *sheetMLWalk) text() error {
	for depth := 1; depth > 0; {
		tok, err := w.s.next()
		if err != nil {
			return noEnd(err)
		}
		switch tok {
		case tokenStart:
			depth++
		case tokenEnd:
			depth--
		case tokenText:
			w.value = appendText(w.value, w.s.text, w.s.literal)
		}
		if len(w.value) > w.b.limits.TextBytes {
			return over(LimitText, w.b.limits.TextBytes)
		}
	}
	return nil
}

// set gives a cell its value. What is not what its kind says stays as text.
func (w *sheetMLWalk) set(cell *Cell, kind string, format Format) {
	if len(w.value) == 0 {
		cell.Formula = cell.Formula && kind != "String"
		return
	}
	switch kind {
	case "Number":
		if v, ok := parseNumber(trimBlank(w.value)); ok {
			cell.Kind, cell.Num, cell.Format = Number, v, format
			if format == DateOnly || format == DateTime {
				cell.Kind, cell.Num = Date, dayOf(v, false)
			}
			return
		}
	case "DateTime":
		if cell.setISO(string(w.value)) {
			switch {
			case format == TimeOfDay:
				cell.Kind, cell.Format = Number, TimeOfDay
				if cell.Num < 61 {
					cell.Num-- // a time alone is of the day before the first, 31 December 1899
				}
			case format == DateOnly || cell.Num == float64(int64(cell.Num)):
				cell.Format = DateOnly
			}
			return
		}
	case "Boolean":
		cell.Kind = Bool
		if isTrue(strings.TrimSpace(string(w.value))) {
			cell.Num = 1
		}
		return
	case "Error":
		cell.Kind, cell.Text = Error, strings.TrimSpace(string(w.value))
		return
	}
	cell.Kind, cell.Text = Text, w.texts.keep(w.value)
}
