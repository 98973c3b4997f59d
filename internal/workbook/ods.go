package workbook

import (
	"context"
	"fmt"
	"io"
	"strings"
)

// maxContent bounds the XML of the kinds of workbook that keep all sheets in one piece, which is held in
// memory so that each sheet can be read without those before it.
const maxContent = 256 << 20

// odsBook is an OpenDocument spreadsheet, from a package (.ods) or flat (.fods).
type odsBook struct {
	content []byte // UTF-8
	limits  Limits
	sheets  []Sheet
	tables  []int // where each sheet's content begins
	room    *frameRoom
	cells   int64 // read so far
	copies  int64 // cells that repetition made so far
}

func openODS(ctx context.Context, pack *container, passwords []string) (Book, error) {
	if kind, err := pack.whole("mimetype", 1<<10); err == nil && len(kind) > 0 && !strings.Contains(string(kind), "opendocument.spreadsheet") {
		if strings.Contains(string(kind), "opendocument") {
			return nil, fmt.Errorf("%w: its content is an OpenDocument file of another kind", ErrNotWorkbook)
		}
		return nil, fmt.Errorf("%w: an archive without a workbook in it", ErrNotWorkbook)
	}
	if pack.has(wholePackage) {
		inner, err := unlockPackage(ctx, pack, passwords)
		if err != nil {
			return nil, err
		}
		return openODS(ctx, inner, nil)
	}
	content, err := odsContent(ctx, pack, passwords)
	if err != nil {
		return nil, err
	}
	return newODSBook(ctx, content, pack.limits)
}

func openFlatODS(ctx context.Context, in *input) (Book, error) {
	content, err := in.xmlText()
	if err != nil {
		return nil, err
	}
	return newODSBook(ctx, content, in.Limits)
}

// xmlText reads a file of XML as UTF-8.
func (in *input) xmlText() ([]byte, error) {
	return xmlText(in.reader(), in.size)
}

func xmlText(r io.Reader, size int64) ([]byte, error) {
	r, err := utf8Reader(r)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	return readBounded(r, size, maxContent)
}

// readBounded reads all of r, whose length is expected but not known, up to a limit.
func readBounded(r io.Reader, expected, limit int64) ([]byte, error) {
	buf := make([]byte, 0, min(max(expected, 0), limit)+1024)
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		switch {
		case int64(len(buf)) > limit:
			return nil, fmt.Errorf("%w: more than %d bytes in one piece", ErrLimit, limit)
		case err == io.EOF:
			return buf, nil
		case err != nil:
			return nil, err
		}
	}
}

func newODSBook(ctx context.Context, content []byte, limits Limits) (Book, error) {
	b := &odsBook{content: content, limits: limits, room: newFrameRoom()}
	s := newBytesScanner(ctx, content, limits)
	hidden := map[string]bool{} // styles of hidden tables
	style := ""
	for {
		tok, err := s.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, partError("content.xml", err)
		}
		if tok != tokenStart {
			continue
		}
		switch string(s.name) {
		case "style":
			style = attr(s.attrs, "name")
		case "table-properties":
			hidden[style] = attr(s.attrs, "display") == "false"
		case "tracked-changes", "dde-links":
			err = s.skipElement()
		case "table":
			if isLinked(attr(s.attrs, "name")) {
				err = s.skipElement()
			} else {
				err = b.addSheet(s, hidden)
			}
		}
		if err != nil {
			return nil, partError("content.xml", err)
		}
	}
	if len(b.sheets) == 0 {
		return nil, fmt.Errorf("%w: it has no sheet", ErrDamaged)
	}
	return b, nil
}

// isLinked knows the tables in which LibreOffice keeps what formulas refer to in other files.
func isLinked(name string) bool { return strings.HasPrefix(name, "'") && strings.Contains(name, "'#") }

// addSheet notes a table, whose start tag was read, and what stands around its rows.
func (b *odsBook) addSheet(s *scanner, hidden map[string]bool) error {
	if len(b.sheets) == maxSheets {
		return fmt.Errorf("%w: more than %d sheets", ErrLimit, maxSheets)
	}
	sheet := Sheet{Index: len(b.sheets), Name: attr(s.attrs, "name"), Hidden: hidden[attr(s.attrs, "style-name")]}
	frame := odsFrame{frame: newFrame(b.room)}
	empty := s.closing
	b.tables = append(b.tables, s.at())
	if empty { // <table/>: its end tag is not in the text
		b.tables[sheet.Index] = len(b.content)
	}
	if err := b.walk(s, &frame); err != nil {
		return err
	}
	err := frame.into(&sheet)
	b.sheets = append(b.sheets, sheet)
	return err
}

// odsFrame collects what Sheet tells besides rows.
type odsFrame struct {
	*frame
	col int
}

// maxSheets bounds how many sheets a workbook of these kinds may have; LibreOffice stops at as many.
const maxSheets = 10_000

func (f *odsFrame) columns(s *scanner, groupHidden bool) {
	n := attrCount(s.attrs, "number-columns-repeated")
	if v := attr(s.attrs, "visibility"); v == "collapse" || v == "filter" || groupHidden {
		f.hide(f.col+1, f.col+n)
	}
	f.col = min(f.col+n, maxCol)
}

func (f *odsFrame) row(*odsRow) error { return nil }

// attrCount reads how often something is repeated or how far it spans: 1 when that is not told.
func attrCount(attrs []byte, name string) int {
	n, ok := attrInt(attrs, name)
	if !ok || n < 1 {
		return 1
	}
	return min(n, maxRow)
}

func (b *odsBook) Sheets() []Sheet { return b.sheets }

func (b *odsBook) Close() error { return nil }
