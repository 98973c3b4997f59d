package workbook

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// cellHead is what a cell's start tag says.
type cellHead struct {
	kind   string // the attribute t; "" is a number
	format Format
}

// readCell reads one cell up to its end tag. col is the column of the cell before and becomes this one's.
func (r *rowReader) readCell(col *int) (Cell, error) {
	if r.b.cells++; r.b.cells > r.b.pack.limits.Cells {
		return Cell{}, fmt.Errorf("%w: more than %d cells", ErrLimit, r.b.pack.limits.Cells)
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
				return false, fmt.Errorf("%w: a text of more than %d bytes", ErrLimit, limit)
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
		r.setISO(cell)
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
	cell.Kind = Text
	if len(b) > 40 {
		cell.Text = string(b)
		return
	}
	text, known := r.texts[string(b)]
	if !known {
		text = string(b)
		if len(r.texts) < 1<<14 {
			r.texts[text] = text
		}
	}
	cell.Text = text
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
	cell.Kind, cell.Format, cell.Num = Number, format, v
	if format == DateOnly || format == DateTime {
		cell.Kind, cell.Num = Date, r.b.day(v)
	}
}

// day turns a serial into days from 1899-12-30. Excel's 1900 system has a 29 February 1900 that never
// was (serial 60), so that the days before it are one off.
func (b *book) day(serial float64) float64 {
	switch {
	case b.date04:
		return serial + 1462
	case serial >= 0 && serial < 60:
		return serial + 1
	}
	return serial
}

// setISO reads a cell of the kind that holds its date as text (ISO 8601).
func (r *rowReader) setISO(cell *Cell) {
	text := strings.TrimSuffix(strings.TrimSpace(string(r.value)), "Z")
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	for _, layout := range []struct {
		layout string
		format Format
	}{
		{"2006-01-02", DateOnly}, {"2006-01-02T15:04:05.999999999", DateTime}, {"2006-01-02T15:04", DateTime},
		{"T15:04:05.999999999", TimeOfDay}, {"15:04:05.999999999", TimeOfDay},
	} {
		t, err := time.Parse(layout.layout, text)
		if err != nil {
			continue
		}
		cell.Kind, cell.Format = Date, layout.format
		if layout.format == TimeOfDay {
			cell.Kind = Number
			epoch = time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		days := math.Floor(float64(t.Unix()-epoch.Unix()) / 86400)
		midnight := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
		cell.Num = days + t.Sub(midnight).Seconds()/86400
		return
	}
	r.setText(cell, r.value)
}

// columnOf reads the column of an address without allocating.
func columnOf(ref []byte) (int, bool) {
	col := 0
	for i, c := range ref {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z' && i < 4:
			col = col*26 + int(c|0x20-'a') + 1
		case c >= '0' && c <= '9' && i > 0:
			return col, true
		default:
			return 0, false
		}
	}
	return 0, false
}

func parseInt(b []byte) (int, bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// parseNumber reads a decimal number, and nothing else that Go would read (hexadecimal, Inf, NaN).
func parseNumber(b []byte) (float64, bool) {
	for _, c := range b {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(string(b), 64)
	return v, err == nil
}

func trimBlank(b []byte) []byte {
	for len(b) > 0 && isBlank(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isBlank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}
