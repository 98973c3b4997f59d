package workbook

import (
	"encoding/binary"
	"math"
)

// rkValue reads a number in four bytes ([MS-XLS] 2.5.217): a whole number or the upper half of a double,
// perhaps of a hundred times the value.
func rkValue(rk uint32) float64 {
	v := float64(int32(rk) >> 2)
	if rk&2 == 0 {
		v = math.Float64frombits(uint64(rk&^3) << 32)
	}
	if rk&1 != 0 {
		v /= 100
	}
	return v
}

func (b *xlsBook) number(v float64, xf uint16) Cell {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Cell{Kind: Error, Text: "#NUM!"}
	}
	c := Cell{Kind: Number, Num: v}
	if int(xf) < len(b.formats) {
		c.Format = b.formats[xf]
	}
	if c.Format == DateOnly || c.Format == DateTime {
		c.Kind, c.Num = Date, dayOf(v, b.date04)
	}
	return c
}

// shared looks a text up. A number that the table does not have stays visible as an error.
func (b *xlsBook) shared(i uint32) Cell {
	if int64(i) >= int64(len(b.strings)) {
		return Cell{Kind: Error, Text: "#REF!"}
	}
	return textCell(b.strings[i])
}

func textCell(text string) Cell {
	if text == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: text}
}

func boolOrError(v byte, isError bool) Cell {
	if isError {
		return Cell{Kind: Error, Text: xlsError(v)}
	}
	c := Cell{Kind: Bool}
	if v != 0 {
		c.Num = 1
	}
	return c
}

func xlsError(code byte) string {
	switch code {
	case 0x00:
		return "#NULL!"
	case 0x07:
		return "#DIV/0!"
	case 0x0f:
		return "#VALUE!"
	case 0x17:
		return "#REF!"
	case 0x1d:
		return "#NAME?"
	case 0x24:
		return "#NUM!"
	case 0x2b:
		return "#GETTING_DATA"
	}
	return "#N/A"
}

// formula gives a formula's result as it was when the workbook was saved.
func (b *xlsBook) formula(rec *xlsReader) Cell {
	d := rec.data
	if d[12] != 0xff || d[13] != 0xff {
		c := b.number(math.Float64frombits(binary.LittleEndian.Uint64(d[6:])), binary.LittleEndian.Uint16(d[4:]))
		c.Formula = true
		return c
	}
	var c Cell
	switch d[6] {
	case 0:
		text, stored := b.formulaText(*rec)
		if stored && text == "" {
			return Cell{} // its result is the empty text
		}
		c = textCell(text)
	case 1, 2:
		c = boolOrError(d[8], d[6] == 2)
	case 3:
		return Cell{}
	}
	c.Formula = true
	return c
}

// formulaText reads the record after a formula that holds its result.
func (b *xlsBook) formulaText(r xlsReader) (text string, stored bool) {
	for r.next() {
		switch r.kind {
		case recString:
			text, _ = b.label(&xlsText{chunks: r.joined()}, false)
			return text, true
		case recSharedFmla, recArray, recTable, recContinue:
		default:
			return "", false
		}
	}
	return "", false
}
