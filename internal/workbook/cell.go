package workbook

import (
	"fmt"
	"strings"
)

// cellHead is what a cell's start tag says.
type cellHead struct {
	kind   string // the attribute t; "" is a number
	format Format
}

// readCell reads one cell up to its end tag. col is the column of the cell before and becomes this one's.
func (r *rowReader) readCell(col *int) (Cell, error) {
	if r.b.cells++; r.b.cells > r.b.pack.limits.Cells {
		return Cell{}, over(LimitCells, r.b.pack.limits.Cells)
	}
	head, err := r.readHead(col)
	if err != nil {
		return Cell{}, err
	}
	cell := Cell{Col: *col}
	stored, err := r.readBody(&cell)
	if err != nil || !stored {
		return cell, err
	}
	r.setValue(&cell, head)
	return cell, nil
}

func (r *rowReader) readHead(col *int) (cellHead, error) {
	var head cellHead
	*col++
	for attrs := r.s.attrs; ; {
		name, value, rest, ok := nextAttr(attrs)
		if !ok {
			break
		}
		attrs = rest
		switch string(name) {
		case "r":
			if c, ok := columnOf(value); ok {
				*col = c
			}
		case "s":
			if n, ok := parseInt(value); ok && n < len(r.b.formats) {
				head.format = r.b.formats[n]
			}
		case "t":
			head.kind = cellKind(value)
		}
	}
	if *col > maxCol {
		return head, fmt.Errorf("column %d is outside a sheet", *col)
	}
	return head, nil
}

// cellKind gives the known kinds without allocating.
func cellKind(b []byte) string {
	switch string(b) {
	case "s":
		return "s"
	case "n":
		return ""
	case "str":
		return "str"
	case "inlineStr":
		return "inlineStr"
	case "b":
		return "b"
	case "e":
		return "e"
	case "d":
		return "d"
	}
	return string(b)
}

// readBody collects a cell's value in r.value and says whether one is stored.
func (r *rowReader) readBody(cell *Cell) (stored bool, err error) {
	r.value = r.value[:0]
	inValue, inline := false, false
	limit := r.b.pack.limits.TextBytes
	for {
		tok, err := r.s.next()
		if err != nil {
			return false, noEnd(err)
		}
		switch tok {
		case tokenStart:
			switch string(r.s.name) {
			case "v":
				inValue, stored = true, true
			case "f":
				cell.Formula = true
			case "is":
				stored, inline = true, true // it counts before a <v> beside it
				if r.value, err = readRichText(r.s, "is", r.value[:0], limit); err != nil {
					return false, err
				}
			}
		case tokenText:
			if inValue && !inline {
				r.value = appendText(r.value, r.s.text, r.s.literal)
			}
			if len(r.value) > limit {
				return false, over(LimitText, limit)
			}
		case tokenEnd:
			switch string(r.s.name) {
			case "v":
				inValue = false
			case "c":
				return stored, nil
			}
		}
	}
}

// setValue gives a cell the value that is stored in r.value. What is not what its kind says stays as text.
func (r *rowReader) setValue(cell *Cell, head cellHead) {
	defer func() {
		// A formula whose result is the empty text is not one without a result.
		if head.kind != "" && cell.Kind == Empty {
			cell.Formula = false
		}
	}()
	switch head.kind {
	case "s":
		r.setShared(cell)
	case "str", "inlineStr":
		r.setText(cell, unescape(r.value))
	case "b":
		cell.Kind = Bool
		if v := strings.TrimSpace(string(r.value)); isTrue(strings.ToLower(v)) {
			cell.Num = 1
		}
	case "e":
		cell.Kind, cell.Text = Error, strings.TrimSpace(string(r.value))
	case "d":
		if !cell.setISO(string(r.value)) {
			r.setText(cell, r.value)
		}
	default:
		r.setNumber(cell, head.format)
	}
}

// setShared looks a text up. A number that the table does not have is a broken reference, which Excel
// would repair by dropping it; here it stays visible as an error.
func (r *rowReader) setShared(cell *Cell) {
	i, ok := parseInt(trimBlank(r.value))
	if ok {
		cell.Text, ok = r.b.strings.at(i)
	}
	switch {
	case !ok && len(trimBlank(r.value)) == 0:
	case !ok:
		cell.Kind, cell.Text = Error, "#REF!"
	case cell.Text != "":
		cell.Kind = Text
	}
}

func (r *rowReader) setText(cell *Cell, b []byte) {
	if len(b) == 0 {
		return
	}
	cell.Kind, cell.Text = Text, r.texts.keep(b)
}

// interner keeps short texts met before, so that a column of the same words costs one.
type interner map[string]string

func (t interner) keep(b []byte) string {
	if len(b) > 40 {
		return string(b)
	}
	text, known := t[string(b)]
	if !known {
		text = string(b)
		if len(t) < 1<<14 {
			t[text] = text
		}
	}
	return text
}

func (r *rowReader) setNumber(cell *Cell, format Format) {
	digits := trimBlank(r.value)
	if len(digits) == 0 {
		return
	}
	v, ok := parseNumber(digits)
	if !ok {
		r.setText(cell, unescape(r.value))
		return
	}
	r.setNumeric(cell, v, format)
}

func (r *rowReader) setNumeric(cell *Cell, v float64, format Format) {
	cell.Kind, cell.Format, cell.Num = Number, format, v
	if format == DateOnly || format == DateTime {
		cell.Kind, cell.Num = Date, dayOf(v, r.b.date04)
	}
}
