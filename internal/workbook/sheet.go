package workbook

import (
	"context"
	"io"
	"strconv"
	"strings"
)

const (
	maxRow = 1 << 20
	maxCol = 1 << 14
)

// readSheetFrame reads what stands around a sheet's rows: hidden columns and merged ranges. The rows
// between them are passed over unread. What is wrong with one sheet is told when its rows are asked
// for, so that the others can still be read.
func (b *book) readSheetFrame(ctx context.Context, i int) {
	part := &b.parts[i]
	if part.err != nil {
		return
	}
	s, closer, err := b.pack.scan(ctx, part.name)
	if err != nil {
		part.err = err
		return
	}
	defer closer.Close()
	if err := b.sheets[i].readFrame(s, b.room); err != nil {
		part.err = partError(part.name, err)
	}
}

func (sheet *Sheet) readFrame(s *scanner, room *frameRoom) error {
	frame := newFrame(room)
	for {
		tok, err := s.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if tok != tokenStart {
			continue
		}
		switch string(s.name) {
		case "sheetData":
			err = s.skipPast("sheetData")
		case "col":
			frame.hideColumns(s.attrs)
		case "mergeCell":
			if r, ok := parseRange(attr(s.attrs, "ref")); ok {
				frame.merge(r)
			}
		}
		if err != nil {
			return err
		}
	}
	return frame.into(sheet)
}

func (f *frame) hideColumns(attrs []byte) {
	first, ok1 := attrInt(attrs, "min")
	last, ok2 := attrInt(attrs, "max")
	if ok1 && ok2 && isTrue(attr(attrs, "hidden")) {
		f.hide(first, last)
	}
}

// parseRange reads "B2:D5", or "B2" for a block of one cell.
func parseRange(ref string) (Range, bool) {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		to = from
	}
	r1, c1, ok1 := parseAddress(from)
	r2, c2, ok2 := parseAddress(to)
	return Range{min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2)}, ok1 && ok2
}

// parseAddress reads "B6", or "$B$6", within the bounds of a sheet.
func parseAddress(s string) (row, col int, ok bool) {
	letters := 0
	s = strings.ReplaceAll(s, "$", "")
	for letters < len(s) && letters < 4 && s[letters]|0x20 >= 'a' && s[letters]|0x20 <= 'z' {
		col = col*26 + int(s[letters]|0x20-'a') + 1
		letters++
	}
	row, err := strconv.Atoi(s[letters:])
	return row, col, err == nil && letters > 0 && row >= 1 && row <= maxRow && col <= maxCol
}
