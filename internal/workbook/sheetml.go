package workbook

import (
	"context"
	"fmt"
	"io"
	"strings"
)

// sheetMLBook is the XML spreadsheet of Excel 2003, which programs that print reports still write.
type sheetMLBook struct {
	content []byte // UTF-8
	limits  Limits
	formats map[string]Format // by style
	sheets  []Sheet
	tables  []int // where each sheet's content begins
	room    *frameRoom
	cells   int64
}

func openSheetML(ctx context.Context, in *input) (Book, error) {
	content, err := in.xmlText()
	if err != nil {
		return nil, err
	}
	b := &sheetMLBook{content: content, limits: in.Limits, formats: map[string]Format{}, room: newFrameRoom()}
	s := newBytesScanner(ctx, content, in.Limits)
	style := ""
	for {
		tok, err := s.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, asKind(err)
		}
		if tok != tokenStart {
			continue
		}
		switch string(s.name) {
		case "Style":
			style = attr(s.attrs, "ID")
			b.formats[style] = b.formats[attr(s.attrs, "Parent")]
		case "NumberFormat":
			b.formats[style] = sheetMLFormat(attr(s.attrs, "Format"))
		case "Worksheet":
			if err := b.addSheet(s); err != nil {
				return nil, asKind(err)
			}
		}
	}
	if len(b.sheets) == 0 {
		return nil, fmt.Errorf("%w: it has no worksheet", ErrDamaged)
	}
	return b, nil
}

// sheetMLFormat reads a number format, which may be one of those that have a name.
func sheetMLFormat(code string) Format {
	switch strings.ToLower(code) {
	case "general date":
		return DateTime
	case "short date", "medium date", "long date":
		return DateOnly
	case "short time", "medium time", "long time":
		return TimeOfDay
	case "percent":
		return Percent
	case "fixed", "standard", "currency", "euro currency", "scientific", "yes/no", "true/false", "on/off", "general number", "@":
		return General
	}
	return formatOf(code)
}

// addSheet notes a worksheet, whose start tag was read, and what stands around its rows.
func (b *sheetMLBook) addSheet(s *scanner) error {
	if len(b.sheets) == maxSheets {
		return fmt.Errorf("%w: more than %d sheets", ErrLimit, maxSheets)
	}
	sheet := Sheet{Index: len(b.sheets), Name: attr(s.attrs, "Name")}
	b.tables = append(b.tables, s.at())
	frame := &sheetMLFrame{frame: newFrame(b.room)}
	if err := b.walk(s, frame); err != nil {
		return err
	}
	sheet.Hidden = frame.sheetHidden
	err := frame.into(&sheet)
	b.sheets = append(b.sheets, sheet)
	return err
}

// sheetMLFrame collects what Sheet tells besides rows.
type sheetMLFrame struct {
	*frame
	sheetHidden bool
}

func (f *sheetMLFrame) row(*Row) error { return nil }

func (f *sheetMLFrame) hideSheet() { f.sheetHidden = true }

func (b *sheetMLBook) Sheets() []Sheet { return b.sheets }

func (b *sheetMLBook) Close() error { return nil }

// sheetMLRows hands the rows of a worksheet on.
type sheetMLRows struct {
	ctx   context.Context
	yield func(*Row) error
}

func (sheetMLRows) hide(int, int) {}
func (sheetMLRows) merge(Range)   {}
func (sheetMLRows) hideSheet()    {}

func (r sheetMLRows) row(row *Row) error {
	if err := r.ctx.Err(); err != nil || len(row.Cells) == 0 {
		return err
	}
	if err := r.yield(row); err != nil {
		return errStop{err}
	}
	return nil
}

// Rows implements Book.
func (b *sheetMLBook) Rows(ctx context.Context, sheet int, yield func(*Row) error) error {
	if sheet < 0 || sheet >= len(b.sheets) {
		return fmt.Errorf("there is no sheet %d", sheet)
	}
	err := b.walk(newBytesScanner(ctx, b.content[b.tables[sheet]:], b.limits), &sheetMLRows{ctx, yield})
	return ended(err, asKind)
}
