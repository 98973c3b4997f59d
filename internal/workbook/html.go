package workbook

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"io"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// htmlBook is a web page that holds tables, as programs and portals export them under the name .xls. It
// has one sheet, filled as Excel does on opening the page: what stands outside tables in column A, one
// piece a row, and the tables where they stand, one below the other.
type htmlBook struct {
	in    *input
	enc   encoding.Encoding // nil for UTF-8
	sheet Sheet
}

func openHTML(ctx context.Context, in *input) (Book, error) {
	counts, err := countChars(ctx, in.reader())
	if err != nil {
		return nil, err
	}
	b := &htmlBook{in: in, enc: encodingOf(counts), sheet: Sheet{Name: sheetName(in.Name)}}
	if b.enc != nil && len(counts.head) > 0 && counts.head[0] == '<' && counts.zeros == [2]int64{} {
		b.enc = declared(in, b.enc)
	}
	frame := &htmlFrame{frame: newFrame(newFrameRoom())}
	if err := b.walk(ctx, frame); err != nil {
		return nil, err
	}
	if err := frame.into(&b.sheet); err != nil {
		return nil, err
	}
	if least := 2; frame.tableRows < least && (frame.tableRows == 0 || !isTableName(in.Name)) {
		return nil, fmt.Errorf("%w: its content is a web page without a table", ErrNotWorkbook)
	}
	if frame.name != "" {
		b.sheet.Name = frame.name
	}
	return b, nil
}

// declared gives the encoding that a page says it has, in place of what its letters look like. One that
// says UTF-8 and is not has been told apart before.
func declared(in *input, guess encoding.Encoding) encoding.Encoding {
	head := make([]byte, min(in.size, 1024))
	if _, err := io.ReadFull(in.reader(), head); err != nil {
		return guess
	}
	enc, name, _ := charset.DetermineEncoding(head, "")
	if name == "utf-8" || !bytes.Contains(bytes.ToLower(head), []byte("charset")) {
		return guess
	}
	return enc
}

func (b *htmlBook) Sheets() []Sheet { return []Sheet{b.sheet} }

func (b *htmlBook) Close() error { return nil }

// Rows implements Book.
func (b *htmlBook) Rows(ctx context.Context, sheet int, yield func(*Row) error) error {
	if sheet != 0 {
		return fmt.Errorf("there is no sheet %d", sheet)
	}
	return ended(b.walk(ctx, &htmlRows{yield}), asKind)
}

// htmlVisitor is told what a page holds, from top to bottom.
type htmlVisitor interface {
	named(sheet string)
	merge(Range)
	row(r *Row, inTable bool) error
}

// htmlFrame collects what Sheet tells besides rows.
type htmlFrame struct {
	*frame
	name      string
	tableRows int // with two cells or more
}

func (f *htmlFrame) named(sheet string) { f.name = sheet }

func (f *htmlFrame) row(r *Row, inTable bool) error {
	if inTable && len(r.Cells) >= 2 {
		f.tableRows++
	}
	return nil
}

type htmlRows struct{ yield func(*Row) error }

func (htmlRows) named(string) {}
func (htmlRows) merge(Range)  {}

func (r htmlRows) row(row *Row, _ bool) error {
	if len(row.Cells) == 0 {
		return nil
	}
	if err := r.yield(row); err != nil {
		return errStop{err}
	}
	return nil
}

// sheetNameIn finds the sheet's name in what Excel leaves in a comment of a page.
func sheetNameIn(comment []byte) string {
	_, after, found := bytes.Cut(comment, []byte("<x:Name>"))
	name, _, ended := bytes.Cut(after, []byte("</x:Name>"))
	if !found || !ended || len(name) > 200 {
		return ""
	}
	return html.UnescapeString(string(name))
}
